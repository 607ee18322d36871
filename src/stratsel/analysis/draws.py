"""The draws of one study: worlds of its alternatives, block by block, each the same whoever makes it and when."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.sampling import Judgements, Spread, Weights
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.streams import Streams
from stratsel.analysis.world import Drawn, Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Result = TypeVar("Result")

KEPT = 24 * 1024**2
"""Bytes of freed memory that are kept ready for the next block."""

AHEAD = 2
"""Blocks under way for each thread."""


class Draws:
    """Weights and judgements drawn for some rows (R,) of a problem, which rise.

    Every study of the same rows with the same seed has the same draws, and more of them begin with those of fewer.

    Raises:
        ValueError: the statements about weights leave none.
    """

    def __init__(
        self,
        problem: Problem,
        evaluation: Evaluation,
        rows: Integers,
        admissible: AdmissibleWeights,
        spread: Spread,
        seed: int,
    ) -> None:
        is_counted = np.zeros(len(problem.alternatives), dtype=bool)
        is_counted[rows] = True
        streams = Streams(seed)
        self.rows = rows
        self.hierarchy, self.basis = problem.hierarchy, evaluation.basis.only(rows)
        self._leaves = list(self.hierarchy.leaf_nodes)
        self.judgements = Judgements(problem, spread, is_counted, streams)
        self.weights = Weights(problem.hierarchy, admissible, streams)
        self.assumes_uniform = any(each.is_unknown for each in self.judgements.found)
        """Whether anything unknown is drawn, evenly over its scale."""

    def blocks(self, samples: int) -> range:
        """Return the numbers of the blocks that hold so many draws."""
        return range(-(-samples // self.weights.block))

    def worlds(self, block: int, samples: int, most: int) -> Iterator[Worlds]:
        """Yield the worlds of one block, of `samples` draws in all, no more than `most` at a time."""
        size = self.weights.block
        shares = self.weights.draw(block)[:, : max(0, samples - block * size)]
        for begin in range(0, shares.shape[1], most):
            some = shares[:, begin : begin + most]
            first = block * size + begin
            yield self.worlds_of(some, self.judgements.draw(first, first + some.shape[1]))

    def worlds_of(self, shares: Floats, drawn: Sequence[Floats]) -> Worlds:
        """Return the worlds of some local weights (N, S) and partial values (K, S) drawn for each leaf."""
        judged = [
            Drawn(np.searchsorted(self.rows, each.rows), each.leaf, values)
            for each, values in zip(self.judgements.found, drawn, strict=True)
        ]
        is_absent = self.basis.is_absent
        return Worlds(self.hierarchy, shares, self.basis.partial_values, judged, is_absent, is_absent)

    def leaf_weights(self, shares: Floats) -> Floats:
        """Return the weights of the leaves in the whole (C, S), products of local weights (N, S) along their paths."""
        if len(self._leaves) == len(shares):
            return shares
        products = shares.copy()
        for node, parent in enumerate(self.hierarchy.parents):
            if parent != TOP:
                products[node] *= products[parent]
        weights: Floats = products[self._leaves]
        return weights


def in_order(work: Callable[[int], Result], blocks: Iterable[int], threads: int) -> Iterator[Result]:
    """Yield what comes of each block, in their order, worked on by so many threads.

    Few are under way at a time, so that memory does not grow with the blocks.
    """
    # The C library of Linux hands memory back and asks for it again at each step, a third of the time, until something
    # as large has been freed once.
    np.empty(KEPT, dtype=np.uint8)
    if threads <= 1:
        yield from map(work, blocks)
        return
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for block in blocks:
            waiting.append(pool.submit(work, block))
            if len(waiting) > AHEAD * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

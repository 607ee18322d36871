"""The order of many alternatives in many draws, where values are sums: by sorting whole numbers.

Each number holds a value in its upper digits and who has it in the lower ones, so that one sort of plain numbers brings
everybody into order. Those too near each other for the digits left are compared again in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.draws import Draws
from stratsel.analysis.landing import Levels, is_plain
from stratsel.analysis.world import Worlds
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Keys = NDArray[np.signedinteger]

FEW = 1 << 11
"""As many alternatives fit into numbers of 32 bits beside values that tell most of them apart."""

NARROW = 64
"""As many alternatives make short rows."""

CELLS = 75_000
"""Draws times alternatives that are put in order at a time."""

DIGITS = 52
"""Bits of a value, of which a float holds no more."""

ROUNDING = 1e-13
"""A sum of shares times values may be off by less."""

SPARE = 1 + 1e-6
"""Weights may sum to a little more than 1."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What some draws (S,) come to, those left out in which some stand level: `is_level` (S,).

    `places` (A, U) counts in how many of the others so many are above each; `leaders` (S,) are first, in all.
    """

    places: Integers
    leaders: Integers
    is_level: Booleans


class Packed:
    """Alternatives (A,) valued by sums under drawn weights, of which some partial values are drawn as well.

    Those of which nothing is drawn and that are valued alike on all leaves stand level in every draw. They are one of
    the `U` that are put in order: `of` (A,) says which, and `counts` (U,) how many each is.
    """

    def __init__(self, draws: Draws) -> None:
        """Take the alternatives (A,) of some draws, of whom there is one or more."""
        partial_values = draws.basis.partial_values
        drawn = [(np.searchsorted(draws.rows, each.rows), each.leaf) for each in draws.judgements.found]
        first = self._pool(partial_values, drawn)
        size = len(first)
        self.digits = max(1, (size - 1).bit_length())
        self._kind: np.dtype[np.signedinteger] = np.dtype(np.int32 if size <= FEW else np.int64)
        bits = 8 * self._kind.itemsize - 1
        # Short rows are gone through one by one, which is slow: they are made one long one.
        rows = draws.weights.block if size <= NARROW else 1
        self._numbers: Keys = np.tile(np.arange(size, dtype=self._kind), (rows, 1))
        self._places: Keys = self._numbers << self.digits
        self._best, worst = partial_values.max(axis=0), partial_values.min(axis=0)
        for _, leaf in drawn:
            self._best[leaf], worst[leaf] = 1.0, 0.0
        span = float((self._best - worst).max())
        self._scale = (2 ** min(bits - self.digits, DIGITS) - 1) / (span * SPARE) if span > 0 else 1.0
        self._near = (ceil((SAME + ROUNDING) * self._scale) + 1) << self.digits
        # Behind the best by how much, on each leaf: the smallest sum of these is first.
        behind = (self._best - partial_values[first]) * self._scale
        for drawn_rows, leaf in drawn:
            behind[self.of[drawn_rows], leaf] = 0.0
        self._behind = np.ascontiguousarray(behind.T)

    def _pool(self, partial_values: Floats, drawn: Sequence[tuple[Integers, int]]) -> Integers:
        """Find those that stand level in every draw, and return one row of each kind (U,)."""
        own = np.full(len(partial_values), -1.0)
        for rows, _ in drawn:
            own[rows] = rows
        # A zero is a zero, whatever its sign.
        table = np.column_stack([partial_values + 0.0, own])
        _, first, of, counts = np.unique(table, axis=0, return_index=True, return_inverse=True, return_counts=True)
        # Numbered by who comes first, so that where there are no twins each is its own kind.
        by_row = np.argsort(first)
        self.of, self.counts = np.argsort(by_row)[of.reshape(-1)], counts[by_row]
        self.has_twins = len(first) < len(table)
        return np.asarray(first[by_row])

    def levels(self, order: Keys) -> Levels:
        """Return how all stand (A, S) by the order (S, U)."""
        above = np.empty(order.shape, dtype=np.int64)
        np.put_along_axis(above, order.astype(np.int64), self._above(order), axis=1)
        by_row = above.T[self.of]
        return Levels(by_row, by_row + self.counts[self.of][:, None])

    def _places_of(self, order: Keys) -> Integers:
        """Return in how many draws so many are above each (A, U), by the order (S, U)."""
        size, kinds = len(self.of), order.shape[1]
        if not self.has_twins and kinds > NARROW:
            return np.array([np.bincount(each, minlength=kinds) for each in order.T])
        numbers = order + (self._above(order) << self.digits if self.has_twins else self._places[: len(order)])
        counted = np.bincount(numbers.reshape(-1), minlength=size << self.digits)
        return counted.reshape(size, -1)[:, :kinds]

    def _above(self, order: Keys) -> Integers:
        """Return how many stand above each place (S, U)."""
        if not self.has_twins:
            return np.broadcast_to(np.arange(order.shape[1]), order.shape)
        counts = self.counts[order]
        return np.asarray(np.cumsum(counts, axis=1) - counts)

    def order(self, worlds: Worlds, weights: Floats) -> tuple[Keys, Booleans]:
        """Return who is at each place in each draw (S, U), from the best, and the draws (S,) in which some stand level.

        `weights` (C, S) are those of the leaves in the whole. In draws with ties the order is not to be used. As few
        draws at a time are put in order as stay in the fast memory next to the processor.
        """
        draws, kinds = weights.shape[1], len(self.counts)
        keys, is_level = np.empty((draws, kinds), dtype=self._kind), np.empty(draws, dtype=bool)
        step = max(1, CELLS // kinds)
        for begin in range(0, draws, step):
            part = slice(begin, begin + step)
            behind, some = self._valued(worlds, weights, part), keys[part]
            some[...] = behind
            some <<= self.digits
            some |= self._numbers[: len(some)]
            some.sort(axis=1)
            is_level[part] = self._settle(some, behind)
            some &= (1 << self.digits) - 1
        return keys, is_level

    def count(self, worlds: Worlds, weights: Floats) -> Counted:
        """Return what the draws without ties come to, with the weights (C, S) of the leaves in the whole."""
        order, is_level = self.order(worlds, weights)
        clear = order[~is_level] if is_level.any() else order
        return Counted(self._places_of(clear), order[:, 0].astype(np.int64), is_level)

    def _valued(self, worlds: Worlds, weights: Floats, part: slice) -> Floats:
        """Return by how much each is behind in some of the draws (S, U)."""
        behind: Floats = weights[:, part].T @ self._behind
        for each in worlds.drawn:
            less = (self._best[each.leaf] - each.partial_values[:, part]) * (weights[each.leaf, part] * self._scale)
            behind[:, self.of[each.rows]] += less.T
        return behind

    def _settle(self, keys: Keys, behind: Floats) -> Booleans:
        """Put those in order whose keys are too near to tell, and return the draws (S,) in which some stand level."""
        size = keys.shape[1]
        is_level = np.zeros(len(keys), dtype=bool)
        flat = keys.reshape(-1)
        # Where one draw ends and the next begins the difference is hardly ever small, and means nothing.
        near = np.flatnonzero((flat[1:] - flat[:-1]).view(f"u{keys.itemsize}") < self._near)
        near = near[(near + 1) % size != 0]
        if not len(near):
            return is_level
        is_begin = np.ones(len(near), dtype=bool)
        is_begin[1:] = near[1:] - near[:-1] > 1
        begins = near[is_begin]
        members = np.sort(np.concatenate([begins, near + 1]))
        runs = np.searchsorted(begins, members, side="right")
        draws, who = members // size, flat[members] & ((1 << self.digits) - 1)
        values = behind[draws, who]
        order = np.lexsort((values, runs))
        flat[members], values = who[order], values[order]
        is_tie = (values[1:] - values[:-1] <= SAME * self._scale) & (runs[1:] == runs[:-1])
        is_level[draws[1:][is_tie]] = True
        return is_level


def are_packable(problem: Problem, draws: Draws) -> bool:
    """Whether values are plain sums, and nothing but them and places decides where each stands and lands."""
    hierarchy = problem.hierarchy
    inner = [node for node in hierarchy.counted(TOP) if node in hierarchy.children]
    return (
        all(hierarchy.combine(node) is Combine.ARITHMETIC for node in inner)
        and draws.basis.is_absent is None
        and problem.resolution is None
        and not problem.minimum
        and is_plain(problem.lines)
    )

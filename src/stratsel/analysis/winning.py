"""Pairwise winning: how often one alternative stands above another.

Pairwise winning indices (Leskinen, Viitanen, Kangas and Kangas 2006, Alternatives to incorporate uncertainty and risk
attitude in multicriteria evaluation of forest plans, Forest Science 52).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.alike import alike
from stratsel.analysis.draws import Draws, in_order
from stratsel.analysis.landing import standing
from stratsel.analysis.sampling import AS_GIVEN, Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST = 300
"""Alternatives that are compared in pairs: of more, those that stand first now."""

CELLS = 2_000_000_000
"""Draws times pairs, so that it ends soon: of many alternatives fewer draws are made, and the result says how many."""

BATCH_CELLS = 400_000
"""As much is valued at a time."""


@dataclass(frozen=True, slots=True)
class PairwiseWinning:
    """The share (A, A) of draws in which one alternative, by row, stands strictly above another, by column.

    `rows` (A,) of the problem rise: all that are ranked, or the `MOST` that stand first. Those level with each other
    count for neither, so that both shares of a pair sum to 1 but for the draws in which it is level. Alternatives that
    the files assess alike have the same shares, the mean of theirs.
    """

    rows: Integers
    shares: Floats
    samples: int
    seed: int


def pairwise_winning(
    problem: Problem,
    evaluation: Evaluation,
    admissible: AdmissibleWeights,
    spread: Spread = AS_GIVEN,
    samples: int = 20_000,
    seed: int = 1,
    threads: int = 1,
) -> PairwiseWinning:
    """Return the pairwise winning indices, by the draws of `acceptabilities`.

    Raises:
        ValueError: the statements about weights leave none, or are not about shares of one whole.
    """
    rows = np.sort(evaluation.order.rows[:MOST])
    size = len(rows)
    made = max(1, min(samples, CELLS // max(1, size) ** 2))
    draws = Draws(problem, evaluation, rows, admissible, spread, seed)

    def of_block(block: int) -> Integers:
        wins = np.zeros((size, size), dtype=np.int64)
        for worlds in draws.worlds(block, made, max(1, BATCH_CELLS // size)):
            above = standing(problem, worlds, worlds.values()).above.astype(np.int16)
            for row, own in enumerate(above):
                wins[row] += np.count_nonzero(own < above, axis=1)
        return wins

    wins = np.zeros((size, size), dtype=np.int64)
    for some in in_order(of_block, draws.blocks(made) if size else (), threads):
        wins += some
    return PairwiseWinning(rows, _pooled(wins, alike(problem, rows)) / made, made, seed)


def _pooled(wins: Integers, groups: Integers) -> Floats:
    """Return the means (A, A) of counts over the pairs of the same two groups of those alike (A,)."""
    size = int(groups.max(initial=-1)) + 1
    sums = np.zeros((size, size))
    np.add.at(sums, (groups[:, None], groups), wins)
    counts = np.bincount(groups, minlength=size)
    # Nobody is paired with itself.
    pairs = np.outer(counts, counts) - np.diag(counts)
    means: Floats = (sums / np.maximum(pairs, 1))[groups[:, None], groups]
    means[np.diag_indices(len(groups))] = 0
    return means

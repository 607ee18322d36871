"""Alternatives of which the files say the same: what holds of one holds of the others, and draws must not part them."""

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Problem

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def alike(problem: Problem, rows: Integers) -> Integers:
    """Return a number for each of some rows (R,), the same for those alike: in all performances and all classes.

    They stand level with each other as things are. Where something is open they are drawn apart, and each has the same
    chances; their draws taken together tell more of these than the draws of one.
    """
    parts = [problem.worst_performances, problem.best_performances, problem.is_unknown.astype(float)]
    if problem.likely_performances is not None:
        parts.append(problem.likely_performances)
    parts += [np.array(line.classes, dtype=float)[:, None] for line in problem.lines if line.classes]
    # A zero is a zero, whatever its sign.
    table = np.hstack(parts)[rows] + 0.0
    _, numbers = np.unique(table, axis=0, return_inverse=True)
    return numbers.reshape(-1).astype(np.int64)


def pooled(counts: Integers, groups: Integers) -> Floats:
    """Return the mean of counts (R,) over those alike."""
    sums = np.bincount(groups, weights=counts)
    means: Floats = (sums / np.maximum(np.bincount(groups), 1))[groups]
    return means

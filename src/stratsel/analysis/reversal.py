"""Rank reversal: two alternatives change places because a third one leaves."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.methods import Method, method_values
from stratsel.engine.rank import order_by

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST_REMOVALS, MOST_CELLS = 100, 2_000_000
"""How many alternatives are removed, one at a time, and how many cells are valued again for it at most."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """`better` stands above `worse`, and below it once `removed` is gone; all are positions among those compared."""

    better: int
    worse: int
    removed: int


@dataclass(frozen=True, slots=True)
class Reversals:
    """What removing alternatives one by one did: how many were `tried`, and at how many of them some pair turned.

    `shown` is the pair whose better one stands highest. A method that values each alternative by itself is not tried.
    """

    tried: int
    reversing: int
    shown: Reversal | None


def reversals(method: Method, partial_values: Floats, weights: Floats) -> Reversals:
    """Return which pairs change places under a method when others leave.

    `partial_values` (A, C) and `weights` (C,) as for the method itself. Where there are many, only the first rows are
    removed in turn: put first who matters most.
    """
    size = len(partial_values)
    if not method.is_relative or size < 3:
        return Reversals(0, 0, None)
    before = ranks_by(method, partial_values, weights)
    tried = min(size, MOST_REMOVALS, max(1, MOST_CELLS // partial_values.size))
    found = list(_found(method, partial_values, weights, before, tried))
    shown = min(found, key=lambda each: (before[each.better], before[each.worse], each.removed), default=None)
    return Reversals(tried, len({each.removed for each in found}), shown)


def ranks_by(method: Method, partial_values: Floats, weights: Floats) -> Integers:
    """Return the ranks (A,) that a method gives: 1 is best, those level share the smaller."""
    values = method_values(method, partial_values, weights)
    return order_by(-values if method.is_less_better else values).ranks


def _found(method: Method, partial_values: Floats, weights: Floats, before: Integers, tried: int) -> Iterator[Reversal]:
    for removed in range(tried):
        left = np.delete(np.arange(len(before)), removed)
        after = ranks_by(method, partial_values[left], weights)
        # Along the old order, those level in it put by the new one: each against the best of those below it.
        order = np.lexsort((after, before[left]))
        along = after[order]
        best_below = np.minimum.accumulate(along[::-1])[::-1]
        for at in np.flatnonzero(along > best_below)[:1].tolist():
            passing = at + int(np.argmax(along[at:] < along[at]))
            yield Reversal(int(left[order[at]]), int(left[order[passing]]), removed)

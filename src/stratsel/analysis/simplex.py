"""Shares that sum to 1: drawn uniformly, in an order or in a box, and linear programs that ask what they can be."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SLIGHT = 1e-9
"""What is no larger counts as zero."""

CELLS = 4_000_000
"""As many numbers are proposed at a time, so that memory does not grow with the shares."""


def draw_shares(size: int, samples: int, rng: np.random.Generator) -> Floats:
    """Return shares (S, M) drawn uniformly from all that sum to 1.

    Exponential spacings (Devroye 1986, Non-Uniform Random Variate Generation, chapter V.2, theorem 2.2); uniform
    numbers divided by their sum would crowd in the middle.
    """
    spacings = rng.standard_exponential((samples, size))
    spacings /= spacings.sum(axis=1, keepdims=True)
    return spacings


def draw_in_order(shares: Floats, samples: int, rng: np.random.Generator) -> Floats:
    """Return shares (S, M) drawn uniformly from those in the same order as some given ones (M,).

    Between equal ones nothing is said. Sorted spacings are uniform on one order; where several orders are left, each is
    as likely as another.
    """
    drawn = np.sort(draw_shares(len(shares), samples, rng), axis=1)
    order = np.argsort(shares, kind="stable")
    _, begins, counts = np.unique(shares[order], return_index=True, return_counts=True)
    for begin, count in zip(begins.tolist(), counts.tolist(), strict=True):
        if count > 1:
            rng.permuted(drawn[:, begin : begin + count], axis=1, out=drawn[:, begin : begin + count])
    found = np.empty_like(drawn)
    found[:, order] = drawn
    return found


def draw_around(low: Floats, high: Floats, samples: int, rng: np.random.Generator) -> Floats:
    """Return shares (S, M) drawn uniformly from those between `low` and `high` (M,).

    By rejection, which is exact. Of boxes symmetrical about M shares that sum to 1, some 1.4 / √M of the draws are
    accepted or more: the sum of uniform numbers, about normal, has to keep to the widest side.

    Raises:
        ValueError: no shares lie between them, or hardly any.
    """
    if np.allclose(low, high, rtol=0, atol=SLIGHT):
        return np.tile(low / low.sum(), (samples, 1))
    found: list[Floats] = []
    missing, fit, rest = samples, 1.2 / sqrt(len(low)), _widest(low, high)
    while missing > 0:
        proposals = min(int(1.1 * missing / fit) + 100, max(CELLS // len(low), 1_000))
        drawn = draw_in_box(low, high, proposals, rng)
        kept = drawn[(drawn[:, rest] >= low[rest]) & (drawn[:, rest] <= high[rest])]
        if not len(kept):
            raise ValueError("hardly any shares that sum to 1 lie in the box")
        fit = max(len(kept) / len(drawn), 0.001)
        found.append(kept[:missing])
        missing -= len(found[-1])
    return np.concatenate(found)


def draw_in_box(low: Floats, high: Floats, samples: int, rng: np.random.Generator) -> Floats:
    """Return shares (S, M) that sum to 1, all but one drawn uniformly between `low` and `high` (M,).

    The one that is left over is the widest, and may lie outside.
    """
    rest = _widest(low, high)
    drawn = rng.random((samples, len(low)))
    drawn *= high - low
    drawn += low
    drawn[:, rest] = 1 - (drawn @ (np.arange(len(low)) != rest))
    return drawn


def _widest(low: Floats, high: Floats) -> int:
    return int(np.argmax(high - low))


class Program:
    """All points (V,), none negative, with `matrix` (R, V) @ point = `sums` (R,), which must be bounded.

    The simplex method on a full table, entering and leaving by the smallest position, so that it ends (Bland 1977, New
    finite pivoting rules for the simplex method).
    """

    def __init__(self, matrix: Floats, sums: Floats) -> None:
        rows, self.size = matrix.shape
        sign = np.where(sums < 0, -1.0, 1.0)
        self._table = np.hstack([matrix * sign[:, None], np.eye(rows), (sums * sign)[:, None]])
        self._basis = np.arange(self.size, self.size + rows)
        worth = np.concatenate([np.zeros(self.size), -np.ones(rows)])
        self._climb(worth)
        self.is_feasible = bool(-(worth[self._basis] @ self._table[:, -1]) <= SLIGHT)
        """Whether there is any such point."""
        if self.is_feasible:
            self._drop_helpers()

    def maximise(self, worth: Floats) -> Floats:
        """Return a point (V,) for which the sum of `worth` (V,) times the point is largest."""
        self._climb(worth)
        point = np.zeros(self.size)
        point[self._basis] = np.maximum(self._table[:, -1], 0.0)
        return point

    def _climb(self, worth: Floats) -> None:
        while True:
            gains = worth - worth[self._basis] @ self._table[:, :-1]
            entering = np.flatnonzero(gains > SLIGHT)
            if not len(entering):
                return
            column = self._table[:, entering[0]]
            rising = np.flatnonzero(column > SLIGHT)
            reach = np.maximum(self._table[rising, -1], 0.0) / column[rising]
            nearest = rising[reach <= reach.min() + SLIGHT * SLIGHT]
            self._exchange(int(nearest[np.argmin(self._basis[nearest])]), int(entering[0]))

    def _drop_helpers(self) -> None:
        """Put the helping variables, all zero by now, out of the basis and away, with rows that say nothing new."""
        is_new = np.ones(len(self._basis), dtype=bool)
        for row in np.flatnonzero(self._basis >= self.size).tolist():
            usable = np.flatnonzero(np.abs(self._table[row, : self.size]) > SLIGHT)
            if len(usable):
                self._exchange(row, int(usable[0]))
            else:
                is_new[row] = False
        self._table = np.delete(self._table[is_new], np.s_[self.size : -1], axis=1)
        self._basis = self._basis[is_new]

    def _exchange(self, row: int, column: int) -> None:
        self._table[row] /= self._table[row, column]
        others = np.arange(len(self._table)) != row
        self._table[others] -= np.outer(self._table[others, column], self._table[row])
        self._basis[row] = column

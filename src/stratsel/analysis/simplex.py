"""Shares that sum to 1: drawn uniformly, in an order or in a box."""

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
    spacings = rng.standard_exponential((size, samples))
    spacings /= spacings.sum(axis=0)
    return spacings.T


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

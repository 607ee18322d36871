"""PROMETHEE II: how much each alternative is preferred to the others, less how much they are to it.

The net flow of an alternative is (1 / (n - 1)) times the sum over all others b, and over criteria by weight, of
P(a, b) - P(b, a), where P is the preference, 0 to 1, for a difference on one criterion (Brans and Vincke 1985,
Management Science 31, pages 647 to 656). On one criterion at a time that sum is found from sorted values, in
C n log n steps and the memory of one column, without comparing pairs (Calders and Van Assche 2018, Omega 76, pages 63
to 69).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DECIMALS = 12
"""Values equal to so many decimals differ by rounding only, and neither is preferred."""


def usual_flows(partial_values: Floats, weights: Floats) -> Floats:
    """Return net flows (A,), -1 to 1, where any difference is a full preference (the first type).

    `partial_values` (A, C) and the `weights` (C,) of the leaves, which sum to 1. One alternative alone has no flow.
    """
    return _flows(partial_values, weights, _usual)


def linear_flows(partial_values: Floats, weights: Floats, full: float) -> Floats:
    """Return net flows (A,), -1 to 1, where preference grows evenly up to a difference of `full` (the third type).

    With a `full` of the whole scale, 1, the flows are in the order of the weighted sum.

    Raises:
        ValueError: `full` is not positive.
    """
    if not full > 0:
        raise ValueError(f"a full preference needs a difference above zero, not {full}")
    return _flows(partial_values, weights, lambda rising: _linear(rising, full))


def _flows(partial_values: Floats, weights: Floats, balance: Callable[[Floats], Floats]) -> Floats:
    """Return the weighted sum, in tree order, of what `balance` makes of the rising values (A,) on each leaf."""
    flows = np.zeros(len(partial_values))
    for values, weight in zip(partial_values.T, weights.tolist(), strict=True):
        order = np.argsort(values)
        flows[order] += weight * balance(values[order])
    return flows / max(len(partial_values) - 1, 1)


def _usual(rising: Floats) -> Floats:
    """Return how many values (A,) are smaller than each, less how many are larger."""
    rounded = np.round(rising, DECIMALS)
    smaller = np.searchsorted(rounded, rounded, side="left")
    up_to = np.searchsorted(rounded, rounded, side="right")
    return (smaller - (len(rising) - up_to)).astype(float)


def _linear(rising: Floats, full: float) -> Floats:
    """Return the sum over all others of the difference (A,) as a share of `full`, none beyond 1 or -1."""
    first = np.searchsorted(rising, rising - full, side="left")
    end = np.searchsorted(rising, rising + full, side="right")
    sums = np.concatenate(([0.0], np.cumsum(rising)))
    within = ((end - first) * rising - (sums[end] - sums[first])) / full
    return np.asarray(first - (len(rising) - end) + within)

"""Other methods of decision analysis on the same partial values: what each makes of an alternative.

Partial values lie between 0 and 1 on scales that the criteria file fixes. A method that was made for figures in units
first brings them onto one scale; where that step is no part of its idea it is left out here, since it would let those
compared change the scales. The manual names, for each, the source, the formula and what was decided.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.library import pymcdm_methods
from stratsel.analysis.promethee import linear_flows, usual_flows
from stratsel.analysis.vikor import vikor_values
from stratsel.engine.aggregate import combine
from stratsel.engine.rank import SAME
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

FULL_PREFERENCE = 0.5
"""The difference in partial value from which the linear form of PROMETHEE II counts a preference as full."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to value alternatives: `values` takes partial values (A, C) and weights (C,) and gives values (A,).

    `is_relative` tells whether the value of an alternative depends on who is compared with it; `is_less_better`
    whether the smallest is the best, as with distances.
    """

    id: str
    values: Callable[[Floats, Floats], Floats]
    is_relative: bool
    is_less_better: bool = False


def method_values(method: Method, partial_values: Floats, weights: Floats) -> Floats:
    """Return what a method makes of alternatives (A,), from partial values (A, C) and global weights (C,).

    A leaf of no weight takes no part. Nor does, in a relative method, one on which all are alike: it adds nothing
    there, and divides by zero. Where no leaf is left everybody has 0, and all are level.

    Raises:
        ValueError: values that are not finite and from 0 to 1, weights that are negative or do not sum to 1.
    """
    if partial_values.ndim != 2 or weights.shape != partial_values.shape[1:]:
        raise ValueError(f"{partial_values.shape} partial values need one weight a leaf, not {weights.shape}")
    if not ((partial_values >= 0) & (partial_values <= 1)).all():
        raise ValueError("partial values must lie between 0 and 1")
    if not (weights >= 0).all() or abs(weights.sum() - 1) > SAME:
        raise ValueError("weights must not be negative, and must sum to 1")
    counts = weights > 0
    if method.is_relative and len(partial_values):
        counts &= differs(partial_values)
    if not len(partial_values) or not counts.any():
        return np.zeros(len(partial_values))
    return method.values(np.ascontiguousarray(partial_values[:, counts]), weights[counts])


def differs(partial_values: Floats) -> Booleans:
    """Return on which leaves (C,) alternatives differ, by more than rounding."""
    return np.asarray(np.ptp(partial_values, axis=0) > SAME)


def _weighted_product(partial_values: Floats, weights: Floats) -> Floats:
    """Return the weighted geometric mean (A,): a partial value of zero makes the whole zero (Bridgman 1922)."""
    return combine(Combine.GEOMETRIC, list(partial_values.T), weights.tolist())


def _waspas(partial_values: Floats, weights: Floats) -> Floats:
    """Return the mean (A,) of weighted sum and weighted product (Zavadskas and others 2012)."""
    return _by_library(pymcdm_methods().WASPAS(_as_it_is), partial_values, weights)


def _spotis(partial_values: Floats, weights: Floats) -> Floats:
    """Return the weighted distance (A,) from the best end of every scale (Dezert and others 2020)."""
    bounds = np.array([[0.0, 1.0]] * len(weights))
    return _by_library(pymcdm_methods().SPOTIS(bounds), partial_values, weights)


def _topsis(partial_values: Floats, weights: Floats) -> Floats:
    """Return the closeness (A,) to the best seen on every leaf, against the worst seen (Hwang and Yoon 1981)."""
    return _by_library(pymcdm_methods().TOPSIS(_as_it_is), partial_values, weights)


def _edas(partial_values: Floats, weights: Floats) -> Floats:
    """Return how far (A,) alternatives are above and below the average (Keshavarz Ghorabaee and others 2015)."""
    return _by_library(pymcdm_methods().EDAS(), partial_values, weights)


def _mabac(partial_values: Floats, weights: Floats) -> Floats:
    """Return the distance (A,) from the border area, the geometric mean on each leaf (Pamučar and Ćirović 2015).

    Values are first taken as shares of the range seen. In logarithms: the library's product of all alternatives
    vanishes from some hundreds on.
    """
    worst, best = partial_values.min(axis=0), partial_values.max(axis=0)
    shares = (partial_values - worst) / (best - worst)
    border = np.exp(np.log1p(shares).mean(axis=0))
    return np.asarray((weights * (1 + shares - border)).sum(axis=1))


def _by_library(method: Callable[..., Floats], partial_values: Floats, weights: Floats) -> Floats:
    """Call a method of pymcdm with all criteria to be maximized; its own checks only warn of what is no fault here."""
    return np.asarray(method(partial_values, weights, np.ones(len(weights)), validation=False))


def _as_it_is(values: Floats, cost: bool) -> Floats:
    assert not cost
    return values


METHODS = (
    Method("weighted-product", _weighted_product, is_relative=False),
    Method("waspas", _waspas, is_relative=False),
    Method("spotis", _spotis, is_relative=False, is_less_better=True),
    Method("topsis", _topsis, is_relative=True),
    Method("vikor", vikor_values, is_relative=True, is_less_better=True),
    Method("promethee-usual", usual_flows, is_relative=True),
    Method("promethee-linear", partial(linear_flows, full=FULL_PREFERENCE), is_relative=True),
    Method("edas", _edas, is_relative=True),
    Method("mabac", _mabac, is_relative=True),
)
"""All that are compared, in the order in which they are listed."""

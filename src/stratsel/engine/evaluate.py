"""The whole method, from a problem to values and ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil, lcm

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import node_values
from stratsel.engine.exact import ExactProfiles
from stratsel.engine.problem import TOP, End, Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.rank import Order, order_by, split_levels
from stratsel.engine.screening import admission
from stratsel.engine.standing import standing_at
from stratsel.engine.weight import leaf_weights
from stratsel.terms import Missing

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

LARGE = 2**62
"""Sums of whole numbers below this fit into 64 bits."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a problem comes to. Values lie between 0 and 1.

    `partial_values` and `best_partial_values` (A, C) with everything open at its worst and at its best;
    `weights` (C,) global; `shown` and `possible` (A,) overall values at the worst and at the best. `basis` is what the
    order is by, on every leaf, and `values` (A,) as a whole, rounded to the resolution where there is one and NaN where
    nothing is present; `assessed` (A,) the share of weight on which something is known; `order` from best to worst of
    those that are ranked, ties separated as the problem says.
    """

    partial_values: Floats
    best_partial_values: Floats
    weights: Floats
    shown: Floats
    possible: Floats
    basis: Profiles
    values: Floats
    assessed: Floats
    order: Order


def evaluate(problem: Problem) -> Evaluation:
    """Value every alternative at its worst and at its best, and rank by what the problem says counts."""
    weights = np.array([float(share) for share in leaf_weights(problem.hierarchy)])
    worst = best = partial_values(problem, End.WORST)
    shown = possible = node_values(problem.hierarchy, TOP, worst)
    if not problem.is_settled:
        # Rounding near the joint of two pieces, or of a root, must not put the best below the worst.
        best = partial_values(problem, End.BEST)
        np.maximum(best, worst, out=best)
        possible = np.maximum(node_values(problem.hierarchy, TOP, best), shown)
    basis = _basis(problem, worst, best)
    overall = shown if basis.partial_values is worst and basis.is_absent is None else basis.values()
    standing = standing_at(TOP, overall, _basis_exactly(problem, basis), problem.resolution)
    assessed, is_enough = _assessed(problem)
    is_ranked = is_enough & admission(problem).admitted
    order = order_by(standing.values, standing.exact_keys, None if is_ranked.all() else is_ranked)
    if problem.ties and order.is_level.any():
        order = _separate(problem, order, basis, worst, best)
    return Evaluation(worst, best, weights, shown, possible, basis, standing.values, assessed, order)


def partial_values(problem: Problem, end: End) -> Floats:
    """Return the partial values (A, C) with everything open at one of its ends, or at its likeliest."""
    performances = {
        End.WORST: problem.worst_performances,
        End.BEST: problem.best_performances,
        End.LIKELY: problem.likely_performances,
    }[end]
    assert performances is not None
    values = np.empty(performances.shape, order="F")
    for leaf, function in enumerate(problem.value_functions):
        if problem.exact_performance is not None and function.is_steep:
            exact = (problem.exact_performance(row, leaf, end) for row in range(len(values)))
            values[:, leaf] = [function.partial_value(performance) for performance in exact]
        else:
            values[:, leaf] = function.partial_values(performances[:, leaf])
    return values


def exact_profiles(problem: Problem, end: End, is_absent: Booleans | None = None) -> ExactProfiles | None:
    """Return the exact counterpart of the partial values at one end, or None where performances are not exact."""
    performance = problem.exact_performance
    if performance is None:
        return None
    functions = problem.value_functions
    return ExactProfiles(problem.hierarchy, functions, lambda row, leaf: performance(row, leaf, end), is_absent)


def _basis(problem: Problem, worst: Floats, best: Floats) -> Profiles:
    """Return what the order is by, on every leaf; a figure that is likely lies between its ends."""
    if problem.missing is Missing.WORST:
        return Profiles(problem.hierarchy, worst)
    likely = worst if worst is best else np.clip(partial_values(problem, End.LIKELY), worst, best)
    leaves_out = problem.missing is Missing.AVAILABLE and problem.is_unknown.any()
    return Profiles(problem.hierarchy, likely, problem.is_unknown if leaves_out else None)


def _basis_exactly(problem: Problem, basis: Profiles) -> ExactProfiles | None:
    end = End.WORST if problem.missing is Missing.WORST else End.LIKELY
    return exact_profiles(problem, end, basis.is_absent)


def _assessed(problem: Problem) -> tuple[Floats, Booleans]:
    """Return the share of weight on which something is known (A,), and where it is enough to be ranked by (A,)."""
    size = len(problem.alternatives)
    if not problem.is_unknown.any():
        return np.ones(size), np.ones(size, dtype=bool)
    shares = leaf_weights(problem.hierarchy)
    # Whole numbers on one denominator, so that a share that is just enough is enough.
    whole = lcm(*(share.denominator for share in shares))
    parts = np.array([int(share * whole) for share in shares], dtype=np.int64 if whole < LARGE else object)
    known = np.zeros(size, dtype=parts.dtype)
    for leaf, is_gap in enumerate(problem.is_unknown.T):
        known += parts[[leaf]] * ~is_gap
    least = ceil(problem.least_assessed * whole) if problem.missing is Missing.AVAILABLE else 0
    is_present = known > 0 if problem.missing is Missing.AVAILABLE else np.ones(size, dtype=bool)
    return (known / whole).astype(float), ((known >= least) & is_present).astype(bool)


def _separate(problem: Problem, order: Order, basis: Profiles, worst: Floats, best: Floats) -> Order:
    """Separate those who stand level by the values of the tie nodes; a node that is open for one of them does not."""
    for node in problem.ties:
        at_worst, at_best = (
            standing_at(
                node, node_values(problem.hierarchy, node, ends), exact_profiles(problem, end), problem.resolution
            )
            for end, ends in ((End.WORST, worst), (End.BEST, best))
        )
        standing = standing_at(node, basis.values(node), _basis_exactly(problem, basis), problem.resolution)
        is_open = (at_worst.values != at_best.values) | np.isnan(standing.values)
        order = split_levels(order, standing.keys, partial(_is_settled, is_open))
    return order


def _is_settled(is_open: Booleans, rows: Sequence[int]) -> bool:
    return not is_open[list(rows)].any()

"""The whole method, from a problem to values and ranks."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import exact_overall_values, overall_values
from stratsel.engine.problem import Problem
from stratsel.engine.rank import ExactKeys, Order, order_by, rounded_keys, split_levels
from stratsel.engine.weight import leaf_weights, weights_under

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a problem comes to. Values lie between 0 and 1.

    `partial_values` and `best_partial_values` (A, C) with everything open at its worst and at its best;
    `weights` (C,) global; `shown` and `possible` (A,) overall values at the worst and at the best; `order` from best to
    worst by what is shown, ties separated as the problem says.
    """

    partial_values: Floats
    best_partial_values: Floats
    weights: Floats
    shown: Floats
    possible: Floats
    order: Order

    @property
    def contributions(self) -> Floats:
        """Weight times partial value (A, C) of what is shown."""
        return self.partial_values * self.weights


def evaluate(problem: Problem) -> Evaluation:
    """Value every alternative at its worst and at its best, and rank by what is shown."""
    shares = leaf_weights(problem.hierarchy)
    weights = np.array([float(share) for share in shares])
    partial_values = best_partial_values = _partial_values(problem, best=False)
    shown = possible = overall_values(partial_values, weights)
    if not problem.is_settled:
        # Rounding near the joint of two pieces must not put the best below the worst.
        best_partial_values = np.maximum(_partial_values(problem, best=True), partial_values)
        possible = overall_values(best_partial_values, weights)
    order = order_by(shown, _exact_keys(problem, shares))
    if problem.ties and order.is_level.any():
        order = _separate(problem, order, partial_values, best_partial_values)
    return Evaluation(partial_values, best_partial_values, weights, shown, possible, order)


def _partial_values(problem: Problem, *, best: bool) -> Floats:
    performances = problem.best_performances if best else problem.worst_performances
    values = np.empty(performances.shape, order="F")
    for leaf, function in enumerate(problem.value_functions):
        if problem.exact_performance is not None and function.is_steep:
            exact = (problem.exact_performance(row, leaf, best) for row in range(len(values)))
            values[:, leaf] = [float(function.exact_partial_value(performance)) for performance in exact]
        else:
            values[:, leaf] = function.partial_values(performances[:, leaf])
    return values


def _exact_keys(problem: Problem, weights: Sequence[Fraction]) -> ExactKeys | None:
    if problem.exact_performance is None:
        return None
    return lambda rows: exact_overall_values(problem, [(row, False) for row in rows], weights)


def _separate(problem: Problem, order: Order, partial_values: Floats, best_partial_values: Floats) -> Order:
    """Separate those who stand level by the values of the tie nodes; a node that is open for one of them does not."""
    is_open = partial_values != best_partial_values
    for node in problem.ties:
        shares = weights_under(problem.hierarchy, node)
        is_open_here = is_open[:, [share > 0 for share in shares]].any(axis=1)
        rounded = overall_values(partial_values, [float(share) for share in shares])
        order = split_levels(
            order,
            _exact_keys(problem, shares) or partial(_rounded_keys, rounded),
            partial(_is_settled, is_open_here),
        )
    return order


def _rounded_keys(values: Floats, rows: Sequence[int]) -> Sequence[int]:
    return rounded_keys(values[list(rows)])


def _is_settled(is_open: Booleans, rows: Sequence[int]) -> bool:
    return not is_open[list(rows)].any()

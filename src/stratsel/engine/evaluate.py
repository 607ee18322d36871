"""The whole method, from a problem to values and ranks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import exact_overall_values, overall_values
from stratsel.engine.problem import Problem
from stratsel.engine.rank import ExactKeys, Order, order_by, split_levels
from stratsel.engine.weight import leaf_weights

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
    weights = np.array([float(weight) for weight in leaf_weights(problem.hierarchy)])
    partial_values = _partial_values(problem, problem.worst_performances)
    shown = overall_values(partial_values, weights)
    if problem.is_settled:
        best_partial_values, possible = partial_values, shown
    else:
        best_partial_values = _partial_values(problem, problem.best_performances)
        possible = overall_values(best_partial_values, weights)
    order = order_by(shown, _exact(problem))
    if problem.ties and order.is_level.any():
        order = _separate(problem, order, partial_values, weights)
    return Evaluation(partial_values, best_partial_values, weights, shown, possible, order)


def _partial_values(problem: Problem, performances: Floats) -> Floats:
    values = np.empty(performances.shape, order="F")
    for leaf, function in enumerate(problem.value_functions):
        values[:, leaf] = function.partial_values(performances[:, leaf])
    return values


def _exact(problem: Problem) -> ExactKeys | None:
    if problem.exact_performance is None:
        return None
    leaves = range(len(problem.value_functions))
    return lambda rows: exact_overall_values(problem, [(row, False) for row in rows], leaves)


def _separate(problem: Problem, order: Order, partial_values: Floats, weights: Floats) -> Order:
    """Separate those who stand level by the values of the tie nodes; a node that is open for one of them does not."""
    for node in problem.ties:
        leaves = [leaf for leaf in problem.hierarchy.leaves_under(node) if weights[leaf] > 0]

        def keys(group: Sequence[int], leaves: list[int] = leaves) -> Sequence[int] | None:
            cells = np.ix_(group, leaves)
            if (problem.worst_performances[cells] != problem.best_performances[cells]).any():
                return None
            if problem.exact_performance is not None:
                return exact_overall_values(problem, [(row, False) for row in group], leaves)
            return [-rank for rank in order_by(overall_values(partial_values[cells], weights[leaves])).ranks.tolist()]

        order = split_levels(order, keys)
    return order

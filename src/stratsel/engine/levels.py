"""Where the worst and the best of every alternative stand among all worsts and bests: the ground of certainty."""

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import node_values
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.exact import ExactProfiles
from stratsel.engine.problem import TOP, End, Problem
from stratsel.engine.rank import order_by, split_levels
from stratsel.engine.standing import Standing, standing_at

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def levels(problem: Problem, evaluation: Evaluation) -> tuple[Integers, Integers]:
    """Return the rank (A,) of each alternative's worst and of its best among all worsts and bests.

    All alternatives take part, ranked or not. Only what is open has a best of its own; so a round of settled figures
    has no ties but the true ones.
    """
    size = len(problem.alternatives)
    changed = (evaluation.partial_values != evaluation.best_partial_values).any(axis=1)
    open_rows = np.flatnonzero(changed)
    total = _standing(problem, TOP, evaluation.shown, evaluation.possible, open_rows)
    order = order_by(total.values, total.exact_keys)
    for node in problem.ties:
        if order.is_level.any():
            ends = (evaluation.partial_values, evaluation.best_partial_values)
            worst, best = (node_values(problem.hierarchy, node, end) for end in ends)
            order = split_levels(order, _standing(problem, node, worst, best, open_rows).keys)
    ranks = order.ranks
    worst_level = ranks[:size]
    best_level = worst_level.copy()
    best_level[open_rows] = ranks[size:]
    return worst_level, best_level


def _standing(problem: Problem, node: int, worst: Floats, best: Floats, open_rows: Integers) -> Standing:
    """Return how the worsts of all rows and, behind them, the bests of those that are open stand at a node."""
    values = np.concatenate([worst, best[open_rows]])
    return standing_at(node, values, _exactly(problem, open_rows), problem.resolution)


def _exactly(problem: Problem, open_rows: Integers) -> ExactProfiles | None:
    performance, size = problem.exact_performance, len(problem.alternatives)
    if performance is None:
        return None
    return ExactProfiles(
        problem.hierarchy,
        problem.value_functions,
        lambda at, leaf: (
            performance(at, leaf, End.WORST) if at < size else performance(int(open_rows[at - size]), leaf, End.BEST)
        ),
    )

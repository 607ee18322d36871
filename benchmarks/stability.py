"""What stability intervals cost: every weight, both ways, for the first place, each tier and the order."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from benchmarks.firmness import made
from benchmarks.measure import Comparison, timed
from stratsel.analysis.stability import stability_intervals
from stratsel.engine.evaluate import Evaluation, evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select

Floats = np.ndarray
Integers = np.ndarray

HALVINGS = 40


def comparisons() -> list[Comparison]:
    problem = flat(made(10_000, 12, unknown=0))
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    return [
        Comparison(
            "stability",
            "stability intervals of 10,000 alternatives on 12 leaves in closed form, against bisection of each",
            timed(lambda: stability_intervals(problem, evaluation, shortlist)),
            timed(lambda: bisected(problem, evaluation)),
            0.05,
            3,
        )
    ]


def flat(problem: Problem) -> Problem:
    """The same leaves under the same numbers, without the nodes above them."""
    leaves = problem.hierarchy.leaf_nodes
    nodes, weights = ([getattr(problem.hierarchy, name)[leaf] for leaf in leaves] for name in ("nodes", "weights"))
    return replace(problem, hierarchy=Hierarchy(tuple(nodes), (TOP,) * len(leaves), tuple(weights)))


def bisected(problem: Problem, evaluation: Evaluation) -> list[float]:
    """The same ends by ranking anew at the middle of what is left, 40 times for each."""
    weights, values = evaluation.weights, evaluation.values
    kept: list[Callable[[Integers], object]] = [
        lambda order: order[0],
        *(lambda order, places=line.places: set(order[:places].tolist()) for line in problem.lines),
        lambda order: order.tobytes(),
    ]
    found = []
    for leaf, weight in enumerate(weights.tolist()):
        slopes = (evaluation.partial_values[:, leaf] - values) / (1 - weight)
        for end in (-weight, 1 - weight):
            for state in kept:
                found.append(bisect(lambda shift, own=slopes, keeps=state: keeps(ranked(values + shift * own)), end))
    return found


def ranked(values: Floats) -> Integers:
    return np.argsort(-values)


def bisect(state: Callable[[float], object], end: float) -> float:
    """How far a shift goes on the way to its end before the state is another, if that never comes back."""
    now, near, far = state(0.0), 0.0, end
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        near, far = (middle, far) if state(middle) == now else (near, middle)
    return far

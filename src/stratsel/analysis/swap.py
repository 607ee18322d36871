"""At which weight two alternatives swap places: one criterion's share is moved, its siblings rescaled."""

from dataclasses import dataclass

import numpy as np

from stratsel.analysis.world import is_linear_above, movable
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.engine.weight import global_weights, local_weights

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Swap:
    """Two alternatives stand level when the weight of `node` goes from `weight` to `to`, and beyond it they swap.

    Weights are shares of the whole in points, 0 to 100; `points` is by how much this one moves.
    """

    node: int
    weight: float
    to: float
    points: float


def swaps(problem: Problem, evaluation: Evaluation, first: int, second: int) -> tuple[Swap, ...] | None:
    """Return the shifts of one weight each that make two rows swap, smallest first; None where there is no closed form.

    The difference of two values along such a shift is a line: with the share of a criterion in the whole going from s
    to t it is d + (x - y)(t - s), where x is the difference in the value of the criterion and y that of its siblings
    together. It has a closed form where weights act along arithmetic means and nothing of the two rows is left out;
    else None. Those that stand level already swap at once, and are given none; nor is a shift after which nothing is
    left to move, where they would be level but never swap.
    """
    hierarchy, basis = problem.hierarchy, evaluation.basis.only([first, second])
    nodes = movable(hierarchy)
    leaves_out = basis.is_absent is not None and basis.is_absent.any()
    if leaves_out or not all(is_linear_above(hierarchy, hierarchy.parents[node]) for node in nodes):
        return None
    local, whole = local_weights(hierarchy), global_weights(hierarchy)

    def lead(node: int) -> float:
        return float(-np.diff(basis.values(node))[0])

    now, found = lead(TOP), []
    if abs(now) <= SAME:
        return ()
    for node in nodes:
        parent = hierarchy.parents[node]
        room, share = (1.0 if parent == TOP else float(whole[parent])), float(whole[node])
        slope = (lead(node) - lead(parent)) / float(1 - local[node])
        if abs(slope) <= SAME:
            continue
        to = share - now / slope
        if SAME < to < room - SAME:
            found.append(Swap(node, HUNDRED * share, HUNDRED * to, HUNDRED * abs(to - share)))
    return tuple(sorted(found, key=lambda swap: swap.points))

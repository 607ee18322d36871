"""From an order to a shortlist: which tier each alternative lands in, and whether that is sure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import exact_overall_values, overall_values
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Line, Problem
from stratsel.engine.rank import ExactKeys, Order, order_by, split_levels
from stratsel.terms import Certainty


Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Landing:
    """Where an alternative lands: the tier that holds it, and the line across which it is tied, if it is.

    `tied_for` is the tier with fewer places left (`places_left`) than there are alternatives tied for them.
    """

    tier: str | None
    tied_for: str | None = None
    places_left: int = 0


def land(order: Order, lines: Sequence[Line]) -> dict[int, Landing]:
    """Return the landing of every alternative; tiers are cumulative and counted from the top."""
    landings: dict[int, Landing] = {}
    above = 0
    for group in order.groups():
        below = above + len(group)
        tier = next((line.tier for line in lines if below <= line.places), None)
        split = next((line for line in lines if above < line.places < below), None)
        landing = Landing(tier) if split is None else Landing(tier, split.tier, split.places - above)
        landings.update(dict.fromkeys(group, landing))
        above = below
    return landings


def certainties(problem: Problem, evaluation: Evaluation) -> list[dict[str, Certainty]]:
    """Return for every alternative and tier whether it is sure in, open or sure out, from exact bounds.

    In: it has a place even when everything of its own turns out worst and everything of all others best. Out: it has
    none even the other way round. Alternatives are assessed one by one, so these bounds are reached.
    """
    worst_level, best_level = _levels(problem, evaluation)
    in_or_above = np.sort(best_level)
    settled_above = np.sort(worst_level)
    found = []
    for worst, best in zip(worst_level.tolist(), best_level.tolist(), strict=True):
        rivals = int(np.searchsorted(in_or_above, worst, side="right")) - 1
        betters = int(np.searchsorted(settled_above, best, side="left"))
        found.append({line.tier: _certainty(rivals, betters, line.places) for line in problem.lines})
    return found


def _certainty(rivals: int, betters: int, places: int) -> Certainty:
    if rivals < places:
        return Certainty.IN
    return Certainty.OUT if betters >= places else Certainty.OPEN


def _levels(problem: Problem, evaluation: Evaluation) -> tuple[Integers, Integers]:
    """Return the rank (A,) of each alternative's worst and of its best among all worsts and bests."""
    size = len(problem.alternatives)
    values = np.concatenate([evaluation.shown, evaluation.possible])
    order = order_by(values, _keys(problem, range(len(problem.value_functions))))
    for node in problem.ties if order.is_level.any() else ():
        leaves = problem.hierarchy.leaves_under(node)
        order = split_levels(order, _keys(problem, leaves) or _rounded_keys(evaluation, leaves))
    ranks = order.ranks
    return ranks[:size], ranks[size:]


def _keys(problem: Problem, leaves: Sequence[int]) -> ExactKeys | None:
    if problem.exact_performance is None:
        return None
    size = len(problem.alternatives)
    return lambda rows: exact_overall_values(problem, [(row % size, row >= size) for row in rows], leaves)


def _rounded_keys(evaluation: Evaluation, leaves: Sequence[int]) -> ExactKeys:
    both = np.concatenate([evaluation.partial_values, evaluation.best_partial_values])
    values = overall_values(both[:, list(leaves)], evaluation.weights[list(leaves)])
    return lambda rows: [-rank for rank in order_by(values[list(rows)]).ranks.tolist()]

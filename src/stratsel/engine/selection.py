"""From an order to a shortlist: which tier each alternative lands in, and whether that is sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import exact_overall_values, overall_values
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Line, Problem
from stratsel.engine.rank import ExactKeys, Order, order_by, rounded_keys, split_levels
from stratsel.engine.weight import leaf_weights, weights_under
from stratsel.terms import Certainty

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line across which alternatives stand level: `tier` has fewer `places_left` than there are of them."""

    tier: str
    places_left: int


@dataclass(frozen=True, slots=True)
class Landing:
    """Where an alternative lands: the tier that holds it, and the lines across which it is tied, from the top."""

    tier: str | None
    ties: tuple[Tie, ...] = ()

    @property
    def tied_for(self) -> str | None:
        """The first tier for whose places the alternative is tied, or None."""
        return self.ties[0].tier if self.ties else None

    @property
    def places_left(self) -> int:
        """How many places of that tier are left for those tied."""
        return self.ties[0].places_left if self.ties else 0


def land(order: Order, lines: Sequence[Line]) -> dict[int, Landing]:
    """Return the landing of every alternative; tiers are cumulative and counted from the top."""
    landings: dict[int, Landing] = {}
    above = 0
    for group in order.groups():
        below = above + len(group)
        tier = next((line.tier for line in lines if below <= line.places), None)
        ties = tuple(Tie(line.tier, line.places - above) for line in lines if above < line.places < below)
        landings.update(dict.fromkeys(group, Landing(tier, ties)))
        above = below
    return landings


def certainties(problem: Problem, evaluation: Evaluation) -> list[dict[str, Certainty]]:
    """Return for every alternative and tier whether it is sure in, open or sure out, from exact bounds.

    In: it has a place even when everything of its own turns out worst and everything of all others best. Out: it has
    none, and is tied for none, even the other way round. Alternatives are assessed one by one, so these bounds are
    reached.
    """
    worst_level, best_level = _levels(problem, evaluation)
    in_or_above = np.sort(best_level)
    settled_above = np.sort(worst_level)
    rivals = np.searchsorted(in_or_above, worst_level, side="right") - 1
    betters = np.searchsorted(settled_above, best_level, side="left")
    return [
        {line.tier: _certainty(level, above, line.places) for line in problem.lines}
        for level, above in zip(rivals.tolist(), betters.tolist(), strict=True)
    ]


def _certainty(rivals: int, betters: int, places: int) -> Certainty:
    if rivals < places:
        return Certainty.IN
    return Certainty.OUT if betters >= places else Certainty.OPEN


def _levels(problem: Problem, evaluation: Evaluation) -> tuple[Integers, Integers]:
    """Return the rank (A,) of each alternative's worst and of its best among all worsts and bests.

    Only what is open has a best of its own; so a round of settled figures has no ties but the true ones.
    """
    size = len(problem.alternatives)
    changed = (evaluation.partial_values != evaluation.best_partial_values).any(axis=1)
    open_rows = np.flatnonzero(changed)
    ends = [(row, False) for row in range(size)] + [(row, True) for row in open_rows.tolist()]
    values = np.concatenate([evaluation.shown, evaluation.possible[open_rows]])
    order = order_by(values, _exact_keys(problem, ends, leaf_weights(problem.hierarchy)))
    for node in problem.ties if order.is_level.any() else ():
        shares = weights_under(problem.hierarchy, node)
        keys = _exact_keys(problem, ends, shares) or _node_keys(evaluation, open_rows, shares)
        order = split_levels(order, keys)
    worst_level = order.ranks[:size]
    best_level = worst_level.copy()
    best_level[open_rows] = order.ranks[size:]
    return worst_level, best_level


def _exact_keys(problem: Problem, ends: Sequence[tuple[int, bool]], weights: Sequence[Fraction]) -> ExactKeys | None:
    if problem.exact_performance is None:
        return None
    return lambda rows: exact_overall_values(problem, [ends[row] for row in rows], weights)


def _node_keys(evaluation: Evaluation, open_rows: Integers, shares: Sequence[Fraction]) -> ExactKeys:
    both = np.concatenate([evaluation.partial_values, evaluation.best_partial_values[open_rows]])
    values = overall_values(both, [float(share) for share in shares])
    return lambda rows: rounded_keys(values[list(rows)])

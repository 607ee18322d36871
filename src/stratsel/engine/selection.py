"""From an order to a shortlist: which tier each alternative lands in, and what the quotas of a tier cost."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Line, Problem, Quota
from stratsel.engine.rank import Order
from stratsel.engine.rule import Filled, fill
from stratsel.engine.screening import reaches_minimum

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line across which alternatives stand level: `tier` has fewer `places_left` than there are of them.

    Where a tier counts its places by class, so are the places left.
    """

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


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An alternative that would have a place in `tier` by the order alone, or be tied for one, and is passed over.

    `of` is its class. `instead` are the rows that have the place: one, several that are tied for it, or none where it
    stays empty. `cost` is what is lost in value, 0 to 1; None where nobody has the place.
    """

    tier: str
    row: int
    of: int
    instead: tuple[int, ...]
    cost: float | None


@dataclass(frozen=True, slots=True)
class Unmet:
    """A quota that `tier` does not keep, and how many of the class it holds at least.

    There are too few of them, or a tier above has a rule of its own.
    """

    tier: str
    quota: Quota
    held: int


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Who has a place. `landings` are those of the alternatives that are ranked, by row.

    `sizes` counts who has a place in each tier, those who are tied for one left out: fewer than its places where
    alternatives or quotas do not allow more, and perhaps more where places are counted by class.
    """

    landings: dict[int, Landing]
    sizes: dict[str, int]
    passed_over: tuple[PassedOver, ...] = ()
    unmet: tuple[Unmet, ...] = ()


def select(problem: Problem, evaluation: Evaluation) -> Shortlist:
    """Return the shortlist of an order. Tiers are cumulative: each holds whoever has a place above."""
    placed = _placed(problem, evaluation)
    tiers = list(_filled(problem.lines, placed))
    passed_over: list[PassedOver] = []
    for line, above, filled in zip(problem.lines, [Filled(), *tiers], tiers, strict=False):
        if line.quotas:
            by_order = fill(replace(line, quotas=()), placed, above.inside)
            passed_over += _passed_over(line, placed, by_order, filled, evaluation.values)
    names = [line.tier for line in problem.lines]
    return Shortlist(
        _landings(evaluation.order, names, tiers),
        {tier: len(filled.inside) for tier, filled in zip(names, tiers, strict=True)},
        tuple(passed_over),
        tuple(Unmet(tier, *each) for tier, filled in zip(names, tiers, strict=True) for each in filled.unmet),
    )


def tiers_held(problem: Problem, evaluation: Evaluation) -> list[Set[int]]:
    """Return the rows that have a place in each tier, as `select` does, which also says who is tied and passed over."""
    return [each.inside for each in _filled(problem.lines, _placed(problem, evaluation))]


def _placed(problem: Problem, evaluation: Evaluation) -> Order:
    """Return the upper part of the order: those who reach the minimum."""
    order = evaluation.order
    count = int(reaches_minimum(problem, evaluation.values[order.rows]).sum())
    return replace(order, rows=order.rows[:count], is_level=order.is_level[:count])


def _filled(lines: Sequence[Line], placed: Order) -> Iterator[Filled]:
    """Yield each tier as it is filled, from the top."""
    above = Filled()
    for line in lines:
        above = _filled_below(line, placed, above)
        yield above


def _filled_below(line: Line, placed: Order, above: Filled) -> Filled:
    """Fill a tier; whoever is tied above and would have no place here is tied here too, and its places are kept."""
    filled = fill(line, placed, above.inside)
    known = filled.inside | filled.tied.keys()
    left = [replace(each, rows=tuple(row for row in each.rows if row not in known)) for each in above.contests]
    left = [contest for contest in left if contest.rows]
    if not left or line.members is not None:
        return replace(filled, contests=(*filled.contests, *left))
    kept = sum(contest.places for contest in left)
    filled = fill(replace(line, places=line.places - kept), placed, above.inside)
    return replace(filled, contests=(*filled.contests, *left))


def _landings(order: Order, tiers: Sequence[str], filled: Sequence[Filled]) -> dict[int, Landing]:
    found = dict.fromkeys(order.rows.tolist(), Landing(None))
    tied = [each.tied for each in filled]
    for row in set[int]().union(*(each.inside | each.tied.keys() for each in filled)):
        tier = next((tier for tier, each in zip(tiers, filled, strict=True) if row in each.inside), None)
        ties = (Tie(tier, places[row]) for tier, places in zip(tiers, tied, strict=True) if row in places)
        found[row] = Landing(tier, tuple(ties))
    return found


def _passed_over(line: Line, placed: Order, by_order: Filled, filled: Filled, values: Floats) -> Iterator[PassedOver]:
    """Yield who is passed over, from the top, each with whoever comes next among those who come in instead."""
    could, can = (each.inside | each.tied.keys() for each in (by_order, filled))
    new = _new_by_first(filled, could)
    instead = [rows for row in placed.rows.tolist() for rows in new.get(row, ())]
    gone, without = 0, could - can
    for row in placed.rows.tolist():
        if row in without:
            rows = instead[gone] if gone < len(instead) else ()
            cost = float(values[row] - values[rows[0]]) if rows else None
            yield PassedOver(line.tier, row, line.classes[row], rows, cost)
            gone += row in by_order.inside


def _new_by_first(filled: Filled, could: Set[int]) -> dict[int, list[tuple[int, ...]]]:
    """Return who has each place that the order alone would not give it, by the first of them: a row, or those tied."""
    found: dict[int, list[tuple[int, ...]]] = {}
    for contest in filled.contests:
        rows = tuple(row for row in contest.rows if row not in could)
        if rows and rows[0] not in filled.inside:
            found.setdefault(rows[0], [rows] * contest.places)
    return found | {row: [(row,)] for row in filled.inside - could}

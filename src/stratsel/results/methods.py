"""The order of a round beside those of other methods: ranks, where the shortlist differs, which pairs are reversed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stratsel.analysis.methods import FULL_PREFERENCE
from stratsel.analysis.orders import MethodOrder, MethodOrders
from stratsel.analysis.vikor import EVEN
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Landing
from stratsel.results.ranking import Ranking

if TYPE_CHECKING:
    import pandas as pd

DECIMALS = 12
"""Values of methods are of the size of 1: what lies beyond so many decimals is rounding."""


@dataclass(frozen=True, slots=True)
class MethodPlace:
    """Where one method puts a candidate: its own value, the rank, 1 for the best, and where that lands."""

    value: float
    rank: int
    landing: Landing


@dataclass(frozen=True, slots=True)
class TierDifference:
    """Candidates by id: who has a place in a tier by a method and not in the round, and the other way round.

    `tied` are those whom the method leaves tied for its places.
    """

    tier: str
    comes_in: tuple[str, ...]
    goes_out: tuple[str, ...]
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReversedPair:
    """By a method `better` stands above `worse`, and below it once `removed` is left out of the comparison."""

    better: str
    worse: str
    removed: str


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """One method. `places` are by candidate; `differences` name the tiers that it fills otherwise than the round does.

    `spearman` and `kendall` correlate its ranks with those of the round, None where one order has everybody level.
    `is_relative` says that the value of a candidate depends on who else is there; then `tried` candidates were left out
    one by one, and in `reversing` of these cases some pair changed places, `reversed_pair` for one.
    """

    id: str
    is_relative: bool
    is_less_better: bool
    places: Mapping[str, MethodPlace]
    differences: tuple[TierDifference, ...]
    spearman: float | None
    kendall: float | None
    tried: int
    reversing: int
    reversed_pair: ReversedPair | None


@dataclass(frozen=True, slots=True)
class OtherMethods:
    """The ranking of a round, which nothing here changes, and what other methods make of the same partial values.

    `compromise` are the candidates that VIKOR proposes together, best first; `at_zero` those who have nothing on a leaf
    that counts. `full_preference` is the difference in partial value, 0 to 1, from which the linear form of PROMETHEE
    II is sure; `even` VIKOR's weight of the whole against the worst leaf.
    """

    ranking: Ranking
    methods: tuple[MethodFacts, ...]
    compromise: tuple[str, ...]
    at_zero: tuple[str, ...]
    full_preference: float = FULL_PREFERENCE
    even: float = EVEN

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each ranked candidate, best first, indexed by id: its rank in the round and by method."""
        import pandas as pd

        ranked = self.ranking.candidates
        columns = {"rank": [each.rank for each in ranked]}
        for method in self.methods:
            columns[method.id] = [method.places[each.id].rank for each in ranked]
        return pd.DataFrame(columns, index=pd.Index([each.id for each in ranked], name="id"))


def other_methods(ranking: Ranking, problem: Problem, orders: MethodOrders) -> OtherMethods:
    """Join a ranking with the orders that other methods make of the same problem."""
    names = problem.alternatives
    rows = [names[row] for row in orders.rows.tolist()]
    return OtherMethods(
        ranking,
        tuple(_method(ranking, rows, names, order) for order in orders.orders),
        tuple(names[row] for row in orders.compromise),
        tuple(names[row] for row in orders.annihilated),
    )


def _method(ranking: Ranking, rows: Sequence[str], names: Sequence[str], order: MethodOrder) -> MethodFacts:
    landings = {names[row]: landing for row, landing in order.landings.items()}
    places = {
        candidate: MethodPlace(round(value, DECIMALS), rank, landings[candidate])
        for candidate, value, rank in zip(rows, order.values.tolist(), order.ranks.tolist(), strict=True)
    }
    found = order.reversals
    shown = None
    if found.shown is not None:
        shown = ReversedPair(*(rows[at] for at in (found.shown.better, found.shown.worse, found.shown.removed)))
    return MethodFacts(
        order.method.id,
        order.method.is_relative,
        order.method.is_less_better,
        places,
        tuple(_differences(ranking, places)),
        order.spearman,
        order.kendall,
        found.tried,
        found.reversing,
        shown,
    )


def _differences(ranking: Ranking, places: Mapping[str, MethodPlace]) -> list[TierDifference]:
    found, upper = [], set[str | None]()
    for tier in (each.id for each in ranking.tiers):
        upper.add(tier)
        own = [each.id for each in ranking.candidates if each.tier in upper]
        theirs = [each.id for each in ranking.candidates if places[each.id].landing.tier in upper]
        comes_in = tuple(candidate for candidate in theirs if candidate not in own)
        goes_out = tuple(candidate for candidate in own if candidate not in theirs)
        if comes_in or goes_out:
            tied = (each.id for each in ranking.candidates if _is_tied(places[each.id].landing, tier))
            found.append(TierDifference(tier, comes_in, goes_out, tuple(tied)))
    return found


def _is_tied(landing: Landing, tier: str) -> bool:
    return any(tie.tier == tier for tie in landing.ties)

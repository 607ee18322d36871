"""Decisions beside the order: who has a place by one of them and not by the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stratsel.engine.selection import Landing
from stratsel.model.base import Text, by_language
from stratsel.model.decision import DatedDecision
from stratsel.model.round import Round
from stratsel.terms import UNKNOWN


@dataclass(frozen=True, slots=True)
class Departure:
    """A candidate that a decision moved: `tier` is the first in which it stands by one of the two and not by the other.

    `is_in` says whether the decision put it in; `why` is None where the file says that the reason is not known.
    """

    candidate: str
    tier: str
    is_in: bool
    why: Text | None


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What was decided on a day, by whom, and how it departs from the order.

    `tiers` holds the candidates of each tier that the decision names, in its order; tiers are cumulative.
    """

    date: str
    by: Text
    document: Text | None
    source: str | None
    note: Text | None
    tiers: Mapping[str, tuple[str, ...]]
    departures: tuple[Departure, ...]

    def tier_of(self, candidate: str) -> str | None:
        """Return the first tier that holds a candidate, None where it has no place."""
        return next((tier for tier, members in self.tiers.items() if candidate in members), None)


def decisions_beside(round_: Round, landings: Mapping[str, Landing]) -> tuple[DecisionFacts, ...]:
    """Return the decisions of a round beside the order; `landings` are those of the candidates that are ranked."""
    tiers = [tier.id for tier in round_.criteria.shortlist.tiers]
    decisions = round_.decisions.decisions if round_.decisions is not None else ()
    return tuple(_facts(round_, decision, tiers, landings) for decision in decisions)


def _facts(
    round_: Round, decision: DatedDecision, tiers: Sequence[str], landings: Mapping[str, Landing]
) -> DecisionFacts:
    moved = departing(decision, tiers, landings)
    departures = tuple(
        Departure(candidate, tier, is_in, _reason(round_, decision.departures.get(candidate)))
        for candidate, (tier, is_in) in moved.items()
    )
    document, note = (text and written_in(round_, text) for text in (decision.document, decision.note))
    return DecisionFacts(
        date=decision.date.isoformat(),
        by=named_in(round_, decision.by),
        document=document,
        source=decision.source,
        note=note,
        tiers={tier: decision.tiers[tier] for tier in tiers if tier in decision.tiers},
        departures=departures,
    )


def written_in(round_: Round, text: Text) -> Text:
    """Return a text of the decision file by the language that it is written in."""
    return by_language(text, round_.decisions.lang if round_.decisions is not None else round_.criteria.lang)


def named_in(round_: Round, by: Text) -> Text:
    """Return who decided: an agency by its name, which is in the criteria file's language, or the text as written."""
    name = round_.name_of(by)
    return written_in(round_, by) if name is by else by_language(name, round_.criteria.lang)


def _reason(round_: Round, why: Text | None) -> Text | None:
    return None if why is None or why == UNKNOWN else written_in(round_, why)


def departing(
    decision: DatedDecision, tiers: Sequence[str], landings: Mapping[str, Landing]
) -> dict[str, tuple[str, bool]]:
    """Return the candidates that a decision moved, each with the first tier concerned and whether it was put in.

    Who is merely tied for the places of a tier is moved neither by being chosen nor by being passed over.
    """
    moved: dict[str, tuple[str, bool]] = {}
    everyone = dict.fromkeys([*landings, *(each for members in decision.tiers.values() for each in members)])
    for at, tier in enumerate(tiers):
        if tier not in decision.tiers:
            continue
        chosen = set(decision.tiers[tier])
        for candidate in everyone:
            landing = landings.get(candidate, Landing(None))
            is_in = landing.tier is not None and tiers.index(landing.tier) <= at
            is_tied = any(tie.tier == tier for tie in landing.ties)
            if is_in != (candidate in chosen) and not is_tied and candidate not in moved:
                moved[candidate] = (tier, candidate in chosen)
    return moved

"""Other methods beside the order of a round, for other programs: as plain data (`methods/1`) and as rows of a table."""

from collections.abc import Iterator
from typing import Any

from stratsel.language.numbers import format_exact
from stratsel.report.data import UNDETERMINED, Facts, tool
from stratsel.report.formats.csv import inert
from stratsel.report.plain import number
from stratsel.report.sentences import Sentences
from stratsel.results.methods import MethodFacts, MethodPlace, OtherMethods

KIND = "methods/1"
"""What the first key of the document says it is."""


def methods_data(found: OtherMethods) -> dict[str, Any]:
    """Return the methods and what each makes of every ranked candidate."""
    ranking = found.ranking
    facts = Facts(ranking.round.lang)
    return {
        "stratsel": KIND,
        "tool": tool(ranking.version),
        "round": facts.round(ranking.round),
        "settings": {
            **facts.rules(ranking.round),
            "full_preference": number(found.full_preference),
            "vikor_v": number(found.even),
        },
        "tiers": [facts.tier(each) for each in ranking.tiers],
        "methods": [_method(each) for each in found.methods],
        "ranking": [
            {
                "id": each.id,
                "title": facts.text(each.title, UNDETERMINED),
                "rank": each.rank,
                "value": number(each.value),
                "tier": each.tier,
                "methods": {method.id: _place(method.places[each.id]) for method in found.methods},
            }
            for each in ranking.candidates
        ],
        "vikor_compromise": list(found.compromise),
        "zero_on_a_leaf": list(found.at_zero),
    }


def _method(each: MethodFacts) -> dict[str, Any]:
    pair = each.reversed_pair
    shown = None if pair is None else {"better": pair.better, "worse": pair.worse, "removed": pair.removed}
    return {
        "id": each.id,
        "relative": each.is_relative,
        "less_is_better": each.is_less_better,
        "spearman": None if each.spearman is None else number(each.spearman),
        "kendall": None if each.kendall is None else number(each.kendall),
        "differences": [
            {"tier": tier.tier, "in": list(tier.comes_in), "out": list(tier.goes_out), "tied": list(tier.tied)}
            for tier in each.differences
        ],
        "reversals": {"tried": each.tried, "reversing": each.reversing, "pair": shown} if each.is_relative else None,
    }


def _place(place: MethodPlace) -> dict[str, Any]:
    landing = place.landing
    tied_for = {"tier": landing.tied_for, "places": landing.places_left}
    return {
        "value": number(place.value),
        "rank": place.rank,
        "tier": landing.tier,
        "tied_for": tied_for if landing.tied_for is not None else None,
    }


def methods_rows(found: OtherMethods, language: str) -> Iterator[list[str]]:
    """Yield a header and a row for each ranked candidate: rank, value and tier in the round, then by each method."""
    facts, sentences = found.ranking.round, Sentences(language)
    columns = (f"{method.id}.{what}" for method in found.methods for what in ("rank", "value", "tier"))
    yield ["id", "title", "rank", "value", "tier", *columns, "standing", "round"]
    for each in found.ranking.candidates:
        own = [str(each.rank), format_exact(each.value, "en"), inert(each.tier or "")]
        places = (method.places[each.id] for method in found.methods)
        theirs = [
            text
            for place in places
            for text in (str(place.rank), format_exact(place.value, "en"), inert(place.landing.tier or ""))
        ]
        ends = [facts.standing.value, inert(facts.id)]
        yield [inert(each.id), inert(sentences.words(each.title)), *own, *theirs, *ends]

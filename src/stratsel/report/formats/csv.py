"""A ranking as CSV (RFC 4180), one row for each candidate: decimal points, 12 significant digits."""

import csv
import io
from collections.abc import Iterable, Sequence

from stratsel.language.numbers import format_exact
from stratsel.language.visible import visible
from stratsel.report.options import RenderOptions
from stratsel.report.selection import listed
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import RankedCandidate, Ranking

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_FIRMNESS = ("tier_share", "lowest_share", "highest_share", "rank_from", "rank_to", "verdict")


def render(ranking: Ranking, options: RenderOptions) -> str:
    """Return a header and a row for each candidate; the standing is a column, since data have no banner.

    Those listed by rank come first, then who is not ranked and who is excluded, each with its `state` and no rank.
    """
    nodes = [criterion.id for criterion in ranking.criteria]
    columns = ["rank", "id", "title", "tier", "value", "shown", "possible", "unknown", "state", *_FIRMNESS]
    supposed = [f"scenario.{each.id}.{what}" for each in ranking.scenarios for what in ("rank", "tier")]
    rows = [[*columns, *(f"contribution.{node}" for node in nodes), *supposed, "standing", "round"]]
    sentences = Sentences(options.language)
    ends = [ranking.round.standing.value, inert(ranking.round.id)]
    for each in listed(ranking, options.top):
        rows.append([*_row(each, nodes, inert(sentences.words(each.title))), *_supposed(ranking, each.id), *ends])
    for state, others in (("unranked", ranking.unranked), ("excluded", ranking.excluded)):
        for other in others:
            title, bounds = inert(sentences.words(other.title)), [other.shown, other.possible]
            plain = [format_exact(number, "en") for number in bounds]
            blanks = [""] * (len(_FIRMNESS) + len(nodes))
            places = _supposed(ranking, other.id)
            rows.append(["", inert(other.id), title, "", "", *plain, "", state, *blanks, *places, *ends])
    return write(rows)


def write(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of texts as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue()


def _supposed(ranking: Ranking, candidate: str) -> list[str]:
    """Return rank and tier of a candidate under each scenario, empty outside the order."""
    places = [scenario.places[candidate] for scenario in ranking.scenarios]
    return [
        text for place in places for text in ("" if place.rank is None else str(place.rank), inert(place.tier or ""))
    ]


def _firmness(each: RankedCandidate) -> list[str]:
    found = each.firmness
    if found is None:
        return [""] * len(_FIRMNESS)
    shares = [format_exact(share, "en") for share in (found.tier_share, found.lowest_share, found.highest_share)]
    return [*shares, *map(str, found.rank_interval), found.verdict.value]


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, and in which nothing is unseen."""
    shown = visible(text)
    return f"'{shown}" if text.startswith(FORMULA_SIGNS) else shown


def _row(each: RankedCandidate, nodes: list[str], title: str) -> list[str]:
    plain = [format_exact(number, "en") for number in (each.value, each.shown, each.possible, each.unknown)]
    parts = [format_exact(each.contributions[node], "en") if node in each.contributions else "" for node in nodes]
    return [str(each.rank), inert(each.id), title, inert(each.tier or ""), *plain, "ranked", *_firmness(each), *parts]

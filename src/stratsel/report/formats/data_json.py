"""A ranking as JSON for other programs (`ranking/1`); later versions only add."""

import json
from collections.abc import Mapping
from typing import Any

from stratsel.language.numbers import NO_BREAK_SPACE
from stratsel.report.advice import advice_data
from stratsel.report.data import Facts, tool
from stratsel.report.firmness_data import draws
from stratsel.report.options import RenderOptions
from stratsel.report.plain import number
from stratsel.report.selection import listed
from stratsel.results.ranking import PassedOver, Ranking

KIND = "ranking/1"
"""What the first key of the document says it is."""


def render(ranking: Ranking, options: RenderOptions) -> str:
    """Return a ranking as one JSON document."""
    facts = Facts(ranking.round.lang)
    document = {
        "stratsel": KIND,
        "tool": tool(ranking.version),
        "round": facts.round(ranking.round),
        "settings": {**facts.rules(ranking.round), **_settings(ranking, options)},
        "counts": _counts(ranking),
        "criteria": [
            {
                "id": each.id,
                "title": facts.text(each.title),
                "parent": each.parent,
                "weight": number(each.weight),
                "leaf": each.is_leaf,
                "combine": None if each.is_leaf else each.combine.value,
            }
            for each in ranking.criteria
        ],
        "tiers": [facts.tier(each) for each in ranking.tiers],
        "screens": [{"id": each.id, "title": facts.text(each.title)} for each in ranking.screens],
        "ranking": [facts.candidate(each) for each in listed(ranking, options.top)],
        "unranked": [facts.unranked(each) for each in ranking.unranked],
        "excluded": [facts.excluded(each) for each in ranking.excluded],
        "rejected": list(ranking.rejected),
        "quotas": {
            "passed_over": [_passed_over(each) for each in ranking.passed_over],
            "unmet": [
                {"tier": each.tier, "value": each.value, "at_least": each.at_least, "held": each.held}
                for each in ranking.unmet
            ],
        },
        "undecided_screens": [{"screen": screen, "count": count} for screen, count in ranking.open_places.screens],
        "settles": [facts.settles(each) for each in ranking.open_places.settles],
        "settles_jointly": [facts.settles_jointly(each) for each in ranking.open_places.jointly],
        "decisions": [facts.decision(each) for each in ranking.decisions],
        "scenarios": [facts.scenario(each) for each in ranking.scenarios],
        "advice": advice_data(ranking),
    }
    return write(document)


def write(document: Mapping[str, Any]) -> str:
    """Return plain data as one JSON document: keys sorted, letters as they are, a line feed at the end."""
    return escape_unseen(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def _settings(ranking: Ranking, options: RenderOptions) -> dict[str, Any]:
    return {"top": options.top, "firmness": draws(ranking.firmness) if ranking.firmness is not None else None}


def _counts(ranking: Ranking) -> dict[str, int]:
    return {
        "candidates": len(ranking.candidates),
        "unranked": len(ranking.unranked),
        "excluded": len(ranking.excluded),
        "leaves": sum(each.is_leaf for each in ranking.criteria),
        "open_places": ranking.open_places.count,
    }


def _passed_over(each: PassedOver) -> dict[str, Any]:
    cost = None if each.cost is None else number(each.cost)
    return {"tier": each.tier, "candidate": each.candidate, "instead": list(each.instead), "cost": cost}


def escape_unseen(text: str) -> str:
    r"""Return JSON in which characters that nobody sees stand as `\u…`: the same data, and nothing for a terminal."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in ("\n", NO_BREAK_SPACE) else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1]

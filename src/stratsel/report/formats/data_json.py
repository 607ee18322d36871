"""A ranking as JSON for other programs (`ranking/1`); later versions only add."""

import json
from collections.abc import Mapping
from typing import Any

from stratsel.language.catalogue import LANGUAGES
from stratsel.language.numbers import NO_BREAK_SPACE, exact
from stratsel.model.base import Text, by_language
from stratsel.report.options import RenderOptions
from stratsel.report.selection import listed
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import Crossing, Step
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.ranking import RankedCandidate, Ranking, RoundFacts
from stratsel.results.reasons import CitedEvidence, FilePlace, LeafReason, Reasons

KIND = "ranking/1"
"""What the first key of the document says it is."""

UNDETERMINED = "und"
"""The code (ISO 639-2) for a text of which no file says the language, such as a publisher's name."""


def render(ranking: Ranking, options: RenderOptions) -> str:
    """Return a ranking as one JSON document: keys sorted, letters as they are, a line feed at the end."""
    facts = _Facts(ranking.round.lang)
    document = {
        "stratsel": KIND,
        "tool": {"name": "stratsel", "version": ranking.version},
        "round": facts.round(ranking.round),
        "settings": {"missing": ranking.round.missing, "ties": list(ranking.round.ties), "top": options.top},
        "counts": {"candidates": len(ranking.candidates), "leaves": sum(each.is_leaf for each in ranking.criteria)},
        "criteria": [
            {
                "id": each.id,
                "title": facts.text(each.title),
                "parent": each.parent,
                "weight": number(each.weight),
                "leaf": each.is_leaf,
            }
            for each in ranking.criteria
        ],
        "tiers": [{"id": each.id, "title": facts.text(each.title), "places": each.places} for each in ranking.tiers],
        "ranking": [facts.candidate(each) for each in listed(ranking, options.top)],
        "excluded": [],
        "rejected": list(ranking.rejected),
    }
    return escape_unseen(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def number(value: Any) -> float | int:
    """Return a number to 12 significant digits, whole ones of the file as they are."""
    if isinstance(value, int):
        return value
    return float(exact(float(value))) + 0.0


def escape_unseen(text: str) -> str:
    r"""Return JSON in which characters that nobody sees stand as `\u…`: the same data, and nothing for a terminal."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in ("\n", NO_BREAK_SPACE) else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1]


class _Facts:
    """Results as plain data; `language` is that of the plain texts of the criteria file."""

    def __init__(self, language: str) -> None:
        self.language = language

    def text(self, text: Text, language: str | None = None) -> dict[str, str]:
        return dict(sorted(by_language(text, language or self.language).items()))

    def round(self, facts: RoundFacts) -> dict[str, Any]:
        banners = {language: Sentences(language).banner(facts) for language in LANGUAGES}
        return {
            "id": facts.id,
            "title": self.text(facts.title),
            "question": self.text(facts.question),
            "standing": facts.standing.value,
            "banner": banners if all(banners.values()) else None,
            "owner": self.text(facts.owner),
            "reference_date": facts.reference_date,
            "status": facts.status.value,
            "digest": facts.digest,
            "criteria_file": facts.criteria_file,
            "weighting": {"by": self.text(facts.weighting_by), "why": self.text(facts.weighting_why)},
        }

    def candidate(self, each: RankedCandidate) -> dict[str, Any]:
        tied_for = {"tier": each.landing.tied_for, "places": each.landing.places_left}
        return {
            "id": each.id,
            "title": self.text(each.title, UNDETERMINED),
            "file": each.file,
            "rank": each.rank,
            "value": number(each.value),
            "bounds": {"shown": number(each.shown), "possible": number(each.possible)},
            "unknown": number(each.unknown),
            "tier": each.tier,
            "tied_for": tied_for if each.landing.tied_for is not None else None,
            "places": {tier: certainty.value for tier, certainty in each.places.items()},
            "contributions": _numbers(each.contributions),
            "reasons": self.reasons(each.reasons) if each.reasons is not None else None,
            "flags": [{"kind": flag.kind.value, "leaf": flag.leaf} for flag in each.flags],
        }

    def reasons(self, reasons: Reasons) -> dict[str, Any]:
        return {
            "strengths": [self.leaf_reason(each) for each in reasons.strengths],
            "weakest": self.leaf_reason(reasons.weakest) if reasons.weakest is not None else None,
            "evidence": [self.evidence(each) for each in reasons.evidence],
            "unknown": [self.standing(each) for each in reasons.unknown],
            "crossings": [self.crossing(each) for each in reasons.crossings],
        }

    def leaf_reason(self, reason: LeafReason) -> dict[str, Any]:
        return {**self.standing(reason.standing), **_place(reason.place)}

    def standing(self, standing: LeafStanding) -> dict[str, Any]:
        return {
            "leaf": standing.leaf,
            "weight": number(standing.weight),
            "points": number(standing.points),
            "possible": number(standing.possible_points),
            "low": self.figure(standing.low) if standing.low is not None else None,
            "high": self.figure(standing.high) if standing.high is not None else None,
        }

    def figure(self, written: WrittenFigure) -> dict[str, Any]:
        figure = written.figure if isinstance(written.figure, str) else number(written.figure)
        return {"key": written.key.value, "figure": figure, "meaning": self.text(written.meaning)}

    def evidence(self, cited: CitedEvidence) -> dict[str, Any]:
        return {
            "leaf": cited.leaf,
            "stance": cited.stance.value,
            "quote": cited.quote,
            "source": cited.source,
            "publisher": self.text(cited.publisher, UNDETERMINED),
            "date": cited.date,
            "grade": cited.grade,
            "note": self.text(cited.note, UNDETERMINED) if cited.note is not None else None,
            "answer": self.text(cited.answer, UNDETERMINED) if cited.answer is not None else None,
            **_place(cited.place),
        }

    def crossing(self, crossing: Crossing) -> dict[str, Any]:
        return {
            "tier": crossing.tier,
            "direction": crossing.direction.english,
            "mover": crossing.mover,
            "passed": crossing.passed,
            "gap": number(crossing.gap),
            "steps": [self.step(each) for each in crossing.steps],
            "passes_needed": crossing.passes_needed,
            "largest": self.standing(crossing.largest) if crossing.largest is not None else None,
        }

    def step(self, step: Step) -> dict[str, Any]:
        return {"leaf": step.leaf, "gain": number(step.gain), **self.figure(step.figure)}


def _numbers(numbers: Mapping[str, float]) -> dict[str, float | int]:
    return {name: number(value) for name, value in numbers.items()}


def _place(place: FilePlace) -> dict[str, Any]:
    return {"file": place.file, "line": place.line}

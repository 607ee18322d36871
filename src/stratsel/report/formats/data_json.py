"""A ranking as JSON for other programs (`ranking/1`); later versions only add."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from stratsel.language.catalogue import LANGUAGES
from stratsel.language.numbers import NO_BREAK_SPACE, exact
from stratsel.model.base import Text, by_language
from stratsel.report.options import RenderOptions
from stratsel.report.screening import told
from stratsel.report.selection import listed
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import Crossing, Step
from stratsel.results.departures import DecisionFacts
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.results.ranking import (
    ExcludedCandidate,
    PassedOver,
    RankedCandidate,
    Ranking,
    RoundFacts,
    TierFacts,
    UnrankedCandidate,
)
from stratsel.results.reasons import CitedEvidence, LeafReason, Reasons
from stratsel.results.screening import Cause, FieldCause, LeafCause, ScreenVerdict
from stratsel.results.settling import Settles, SettlesJointly

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
        "settings": _settings(ranking, options),
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
    }
    return escape_unseen(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def _settings(ranking: Ranking, options: RenderOptions) -> dict[str, Any]:
    facts = ranking.round
    return {
        "combine": facts.combine.value,
        "missing": facts.missing,
        "at_least": number(facts.at_least),
        "ties": list(facts.ties),
        "minimum": number(facts.minimum),
        "resolution": None if facts.resolution is None else number(facts.resolution),
        "top": options.top,
    }


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
            "values": _numbers(each.node_values),
            "screens": [self.verdict(verdict) for verdict in each.screens],
            "reasons": self.reasons(each.reasons) if each.reasons is not None else None,
            "flags": [{"kind": flag.kind.value, "leaf": flag.leaf} for flag in each.flags],
        }

    def tier(self, each: TierFacts) -> dict[str, Any]:
        return {
            "id": each.id,
            "title": self.text(each.title),
            "places": each.places,
            "count": each.count,
            "members": None if each.members is None else each.members.value,
            "held": each.held,
        }

    def unranked(self, each: UnrankedCandidate) -> dict[str, Any]:
        return {**self.outside(each), "assessed": number(each.assessed)}

    def excluded(self, each: ExcludedCandidate) -> dict[str, Any]:
        """Return who is excluded: by which screen, why in words, and what every screen says as facts."""
        by = [verdict for verdict in each.screens if verdict.excludes]
        words = {language: Sentences(language) for language in LANGUAGES}
        why = {
            language: "; ".join(text for verdict in by for text in told(verdict, words[language])) for language in words
        }
        return {**self.outside(each), "screen": by[0].screen, "why": why}

    def outside(self, each: ExcludedCandidate | UnrankedCandidate) -> dict[str, Any]:
        return {
            "id": each.id,
            "title": self.text(each.title, UNDETERMINED),
            "file": each.file,
            "bounds": {"shown": number(each.shown), "possible": number(each.possible)},
            "places": {tier: certainty.value for tier, certainty in each.places.items()},
            "screens": [self.verdict(verdict) for verdict in each.screens],
        }

    def verdict(self, verdict: ScreenVerdict) -> dict[str, Any]:
        waiver = verdict.waiver
        waived = {"by": self.text(waiver.by), "why": self.text(waiver.why), "until": waiver.until} if waiver else None
        return {
            "screen": verdict.screen,
            "outcome": verdict.outcome.value,
            "consequence": verdict.consequence.value,
            "waiver": waived,
            "causes": [self.cause(each) for each in verdict.causes],
        }

    def cause(self, cause: Cause) -> dict[str, Any]:
        place: dict[str, Any] = {"file": None, "line": None} if cause.place is None else _place(cause.place)
        if isinstance(cause, FieldCause):
            return {"field": cause.field, "given": _fact(cause.given), **place}
        if isinstance(cause, LeafCause):
            ends = (self.figure(end) if end is not None else None for end in (cause.low, cause.high))
            return {"criterion": cause.criterion, **dict(zip(("low", "high"), ends, strict=True)), **place}
        bounds = {"low": number(cause.low), "high": number(cause.high)}
        return {"criterion": cause.criterion, "value_at_least": number(cause.wanted), **bounds, **place}

    def settles(self, each: Settles) -> dict[str, Any]:
        decided = {"if_worst": each.if_worst, "if_best": each.if_best}
        return {"candidate": each.candidate, **decided, **self.standing(each.standing)}

    def settles_jointly(self, each: SettlesJointly) -> dict[str, Any]:
        return {
            "candidate": each.candidate,
            "tier": each.tier,
            "certainty": each.certainty.value,
            "assessments": [self.standing(standing) for standing in each.standings],
        }

    def decision(self, each: DecisionFacts) -> dict[str, Any]:
        return {
            "date": each.date,
            "by": self.text(each.by),
            "document": self.text(each.document, UNDETERMINED) if each.document is not None else None,
            "source": each.source,
            "note": self.text(each.note, UNDETERMINED) if each.note is not None else None,
            "tiers": {tier: list(members) for tier, members in each.tiers.items()},
            "departures": [
                {
                    "candidate": departure.candidate,
                    "tier": departure.tier,
                    "decided": "in" if departure.is_in else "out",
                    "why": self.text(departure.why, UNDETERMINED) if departure.why is not None else None,
                }
                for departure in each.departures
            ],
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
        meaning = {"key": written.key.value, "figure": _fact(written.figure), "meaning": self.text(written.meaning)}
        return {**meaning, "between": True} if written.is_between else meaning

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


def _fact(fact: Any) -> Any:
    """Return what a file says as plain data: numbers as such, days as text, several items as a list."""
    if isinstance(fact, int | Decimal):
        return number(fact)
    if isinstance(fact, tuple):
        return list(fact)
    return dict(fact) if isinstance(fact, Mapping) else None if fact is None else str(fact)


def _numbers(numbers: Mapping[str, float]) -> dict[str, float | int]:
    return {name: number(value) for name, value in numbers.items()}


def _place(place: FilePlace) -> dict[str, Any]:
    return {"file": place.file, "line": place.line}

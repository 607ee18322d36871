"""Results as plain data: what JSON says of rounds, candidates, reasons and decisions."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from stratsel.language.catalogue import LANGUAGES
from stratsel.model.base import Text, by_language
from stratsel.report.firmness_data import firmness_data
from stratsel.report.plain import number
from stratsel.report.screening import told
from stratsel.report.sentences import Sentences
from stratsel.results.crossing import Crossing, Step
from stratsel.results.departures import DecisionFacts
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.results.ranking import ExcludedCandidate, RankedCandidate, RoundFacts, TierFacts, UnrankedCandidate
from stratsel.results.reasons import CitedEvidence, LeafReason, Reasons
from stratsel.results.scenario import ScenarioOutcome, SupposedPlace
from stratsel.results.screening import Cause, FieldCause, LeafCause, ScreenVerdict
from stratsel.results.settling import Settles, SettlesJointly

UNDETERMINED = "und"
"""The code (ISO 639-2) for a text of which no file says the language, such as a publisher's name."""


def tool(version: str) -> dict[str, str]:
    """Return what made a document."""
    return {"name": "stratsel", "version": version}


class Facts:
    """Results as plain data; `language` is that of the plain texts of the criteria file."""

    def __init__(self, language: str) -> None:
        self.language = language

    def text(self, text: Text, language: str | None = None) -> dict[str, str]:
        """Return a text by language; a plain one is in `language`, unless said that of the criteria file."""
        return dict(sorted(by_language(text, language or self.language).items()))

    def rules(self, facts: RoundFacts) -> dict[str, Any]:
        """Return by which rules the order was made."""
        return {
            "combine": facts.combine.value,
            "missing": facts.missing,
            "at_least": number(facts.at_least),
            "ties": list(facts.ties),
            "minimum": number(facts.minimum),
            "resolution": None if facts.resolution is None else number(facts.resolution),
        }

    def round(self, facts: RoundFacts) -> dict[str, Any]:
        """Return which round it is and in whose name it speaks, with its banner."""
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
        """Return a ranked candidate."""
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
            "firmness": firmness_data(each.firmness) if each.firmness is not None else None,
            "screens": [self.verdict(verdict) for verdict in each.screens],
            "reasons": self.reasons(each.id, each.reasons) if each.reasons is not None else None,
            "flags": [{"kind": flag.kind.value, "leaf": flag.leaf} for flag in each.flags],
        }

    def tier(self, each: TierFacts) -> dict[str, Any]:
        """Return a tier of the shortlist."""
        return {
            "id": each.id,
            "title": self.text(each.title),
            "places": each.places,
            "count": each.count,
            "members": None if each.members is None else each.members.value,
            "held": each.held,
        }

    def unranked(self, each: UnrankedCandidate) -> dict[str, Any]:
        """Return a candidate of which too little is known."""
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
        """Return what those who are not in the order have in common."""
        return {
            "id": each.id,
            "title": self.text(each.title, UNDETERMINED),
            "file": each.file,
            "bounds": {"shown": number(each.shown), "possible": number(each.possible)},
            "places": {tier: certainty.value for tier, certainty in each.places.items()},
            "screens": [self.verdict(verdict) for verdict in each.screens],
        }

    def verdict(self, verdict: ScreenVerdict) -> dict[str, Any]:
        """Return what a screen says of a candidate."""
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
        """Return the fact that decides a screen, with its place."""
        place: dict[str, Any] = {"file": None, "line": None} if cause.place is None else _place(cause.place)
        if isinstance(cause, FieldCause):
            return {"field": cause.field, "given": _fact(cause.given), **place}
        if isinstance(cause, LeafCause):
            ends = (self.figure(end) if end is not None else None for end in (cause.low, cause.high))
            return {"criterion": cause.criterion, **dict(zip(("low", "high"), ends, strict=True)), **place}
        bounds = {"low": number(cause.low), "high": number(cause.high)}
        return {"criterion": cause.criterion, "value_at_least": number(cause.wanted), **bounds, **place}

    def settles(self, each: Settles) -> dict[str, Any]:
        """Return an assessment and what settling it decides."""
        decided = {"if_worst": each.if_worst, "if_best": each.if_best}
        return {"candidate": each.candidate, **decided, **self.standing(each.standing)}

    def settles_jointly(self, each: SettlesJointly) -> dict[str, Any]:
        """Return the assessments that settle a place together."""
        return {
            "candidate": each.candidate,
            "tier": each.tier,
            "certainty": each.certainty.value,
            "assessments": [self.standing(standing) for standing in each.standings],
        }

    def decision(self, each: DecisionFacts) -> dict[str, Any]:
        """Return a decision with its departures from the order."""
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

    def scenario(self, each: ScenarioOutcome) -> dict[str, Any]:
        """Return a scenario: what it changes, where everybody stands under it, and who enters or leaves which tier."""
        return {
            "id": each.id,
            "title": self.text(each.title),
            "why": None if each.why is None else self.text(each.why),
            "file": each.file,
            "digest": f"sha256:{each.digest}",
            "weights": [
                {"criterion": move.criterion, "before": number(move.before), "after": number(move.after)}
                for move in each.weights
            ],
            "assessments": [
                {
                    "candidate": move.candidate,
                    "leaf": move.leaf,
                    "before": self.ends(move.before),
                    "after": self.ends(move.after),
                }
                for move in each.figures
            ],
            "places": {candidate: _supposed(place) for candidate, place in each.places.items()},
            "tiers": [
                {"tier": change.tier, "enters": list(change.enters), "leaves": list(change.leaves)}
                for change in each.tiers
            ],
        }

    def ends(self, ends: tuple[WrittenFigure | None, WrittenFigure | None]) -> dict[str, Any]:
        """Return both ends of an assessment, null where it is unknown."""
        return {
            name: None if end is None else self.figure(end) for name, end in zip(("low", "high"), ends, strict=True)
        }

    def reasons(self, candidate: str, reasons: Reasons) -> dict[str, Any]:
        """Return the justification of a candidate."""
        return {
            "strengths": [self.leaf_reason(each) for each in reasons.strengths],
            "weakest": self.leaf_reason(reasons.weakest) if reasons.weakest is not None else None,
            "evidence": [self.evidence(each) for each in reasons.evidence],
            "unknown": [
                {**self.standing(each), **_place(reasons.places[candidate, each.leaf])} for each in reasons.unknown
            ],
            "crossings": [self.crossing(each, reasons) for each in reasons.crossings],
        }

    def leaf_reason(self, reason: LeafReason) -> dict[str, Any]:
        """Return how a candidate stands on a leaf, with the place."""
        return {**self.standing(reason.standing), **_place(reason.place)}

    def standing(self, standing: LeafStanding) -> dict[str, Any]:
        """Return how a candidate stands on a leaf."""
        return {
            "leaf": standing.leaf,
            "weight": number(standing.weight),
            "points": number(standing.points),
            "possible": number(standing.possible_points),
            "low": self.figure(standing.low) if standing.low is not None else None,
            "high": self.figure(standing.high) if standing.high is not None else None,
        }

    def figure(self, written: WrittenFigure) -> dict[str, Any]:
        """Return a figure with what it means."""
        meaning = {"key": written.key.value, "figure": _fact(written.figure), "meaning": self.text(written.meaning)}
        return {**meaning, "between": True} if written.is_between else meaning

    def evidence(self, cited: CitedEvidence) -> dict[str, Any]:
        """Return a quotation with its source and place."""
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

    def crossing(self, crossing: Crossing, reasons: Reasons) -> dict[str, Any]:
        """Return what would carry a candidate over a line, with the places of the assessments that it names."""
        largest = crossing.largest
        return {
            "tier": crossing.tier,
            "direction": crossing.direction.english,
            "mover": crossing.mover,
            "passed": crossing.passed,
            "gap": number(crossing.gap),
            "steps": [
                {**self.step(each), **_place(reasons.places[crossing.mover, each.leaf])} for each in crossing.steps
            ],
            "passes_needed": crossing.passes_needed,
            "largest": None
            if largest is None
            else {**self.standing(largest), **_place(reasons.places[crossing.mover, largest.leaf])},
        }

    def step(self, step: Step) -> dict[str, Any]:
        """Return an assessment that is enough by itself."""
        return {"leaf": step.leaf, "gain": number(step.gain), **self.figure(step.figure)}


def _supposed(place: SupposedPlace) -> dict[str, Any]:
    return {
        "state": place.state,
        "rank": place.rank,
        "value": None if place.value is None else number(place.value),
        "tier": place.tier,
        "tied_for": list(place.tied_for),
    }


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

"""Why a candidate stands where it stands: its reasons as entries of a document."""

from collections.abc import Iterator, Mapping, Sequence

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.model.base import Text
from stratsel.report.crossing import CrossingWords, named_leaf
from stratsel.report.document import Entries, Entry, Line
from stratsel.report.firmness import firmness_lines
from stratsel.report.screening import verdict_lines
from stratsel.report.sentences import Sentences
from stratsel.report.tables import has_own_value
from stratsel.results.crossing import Crossing, Direction
from stratsel.results.place import FilePlace
from stratsel.results.ranking import RankedCandidate, Ranking
from stratsel.results.reasons import CitedEvidence, LeafReason, Reasons
from stratsel.terms import Stance

MAX_CITED = 2
"""Items of evidence for, and against, that are quoted where a justification is kept short."""
MAX_STEPS = 3
"""Assessments that are named where each of them is enough to cross a line."""


class Justifier:
    """Puts the reasons of a ranking's candidates into words; in full, all evidence with notes and answers."""

    def __init__(self, ranking: Ranking, sentences: Sentences, in_full: bool) -> None:
        self.ranking = ranking
        self.sentences = sentences
        self.crossing_words = CrossingWords(sentences)
        self.in_full = in_full
        self.has_own_value = has_own_value(ranking)
        self.criteria: Mapping[str, Text] = {each.id: each.title for each in ranking.criteria}
        self.tiers: Mapping[str, Text] = {each.id: each.title for each in ranking.tiers}
        self.titles: Mapping[str, Text] = {each.id: each.title for each in ranking.candidates}

    def entries(self, each: RankedCandidate, reasons: Reasons) -> Entries:
        """Return what there is to say; what there is nothing to say of is left out."""
        say = self.sentences.say
        entries = [
            *self.standing(each),
            Entry(say(N_("Screens")), tuple(verdict_lines(each.screens, self.sentences))),
            Entry(say(N_("Carried by")), tuple(map(self._leaf, reasons.strengths))),
            Entry(say(N_("Weakest")), (self._leaf(reasons.weakest),) if reasons.weakest is not None else ()),
            Entry(say(N_("For")), tuple(self._cited(each, reasons, Stance.FOR))),
            Entry(say(N_("Against")), tuple(self._cited(each, reasons, Stance.AGAINST))),
            Entry(say(N_("Unknown")), tuple(self._unknown(each, reasons))),
            *self.crossings(reasons),
        ]
        return told(entries)

    def standing(self, each: RankedCandidate) -> list[Entry]:
        """Return where a candidate stands, and how firmly."""
        say = self.sentences.say
        return [
            Entry(say(N_("Stands at")), (Line(self._standing(each)),)),
            Entry(say(N_("Firmness")), self._firmness(each)),
        ]

    def crossings(self, reasons: Reasons) -> list[Entry]:
        """Return what would carry a candidate over a line, up and down."""
        say = self.sentences.say
        return [
            Entry(say(N_("To rise")), tuple(self._crossings(reasons, Direction.UP))),
            Entry(say(N_("To fall")), tuple(self._crossings(reasons, Direction.DOWN))),
        ]

    def _firmness(self, each: RankedCandidate) -> tuple[Line, ...]:
        found = each.firmness
        return () if found is None else tuple(firmness_lines(found, self.ranking, self.sentences))

    def _standing(self, each: RankedCandidate) -> str:
        shown, possible = self.sentences.points(each.shown), self.sentences.points(each.possible)
        if each.shown == each.possible:
            points = self.sentences.say(N_("{shown} points, nothing open"), shown=shown)
        else:
            points = self.sentences.say(N_("{shown} points shown, {possible} possible"), shown=shown, possible=possible)
        if self.has_own_value:
            value = self.sentences.points(each.value)
            points = self.sentences.say(N_("{value} points in the order; {standing}"), value=value, standing=points)
        ties = [self.sentences.tied_for(self.tiers[tie.tier], tie.places_left) for tie in each.landing.ties]
        sure = [self.sentences.certainty(self.tiers[tier], certainty) for tier, certainty in each.places.items()]
        return " · ".join([points, *sure, *ties])

    def _leaf(self, reason: LeafReason) -> Line:
        return Line(self.sentences.brought(reason.standing, self.criteria[reason.standing.leaf]), _shown(reason.place))

    def _cited(self, each: RankedCandidate, reasons: Reasons, stance: Stance) -> Iterator[Line]:
        cited = [item for item in reasons.evidence if item.stance is stance]
        chosen = cited if self.in_full else _weightiest(cited, each)[:MAX_CITED]
        for item in chosen:
            yield Line(self.sentences.evidence(item, self.criteria[item.leaf]), _shown(item.place))
            if item.note is not None and self.in_full:
                yield Line(self.sentences.note(item.note), is_under=True)
            if item.answer is not None:
                yield Line(self.sentences.answer(item.answer), is_under=True)
        if len(cited) > len(chosen):
            yield Line(self.sentences.and_more(len(cited) - len(chosen)))

    def _unknown(self, each: RankedCandidate, reasons: Reasons) -> Iterator[Line]:
        if reasons.unknown:
            weightiest = sorted(reasons.unknown, key=lambda leaf: -leaf.weight)
            leaves = " · ".join(self.sentences.words(self.criteria[leaf.leaf]) for leaf in weightiest)
            told = self.sentences.say(
                N_("{share} of the weight: {leaves}"), share=self.sentences.share(each.unknown), leaves=leaves
            )
            yield Line(told, _shown_together([reasons.places[each.id, leaf.leaf] for leaf in weightiest]))

    def _crossings(self, reasons: Reasons, direction: Direction) -> Iterator[Line]:
        for crossing in reasons.crossings:
            if crossing.direction is not direction:
                continue
            yield self._crossing(crossing, reasons)
            if crossing.passes_needed > 1:
                continue
            for step in crossing.steps[:MAX_STEPS]:
                told = self.crossing_words.step(step, crossing, self.criteria[step.leaf])
                yield Line(told, _shown(reasons.places[crossing.mover, step.leaf]), is_under=True)
            if len(crossing.steps) > MAX_STEPS:
                yield Line(self.sentences.and_more(len(crossing.steps) - MAX_STEPS), is_under=True)

    def _crossing(self, crossing: Crossing, reasons: Reasons) -> Line:
        rival = crossing.passed if crossing.direction is Direction.UP else crossing.mover
        leaf = named_leaf(crossing)
        largest = None if leaf is None else self.criteria[leaf]
        told = self.crossing_words.crossing(crossing, self.tiers[crossing.tier], self.titles[rival], largest)
        return Line(told, "" if leaf is None else _shown(reasons.places[crossing.mover, leaf]))


def told(entries: Sequence[Entry]) -> Entries:
    """Return the entries under which there is something to say."""
    return Entries(tuple(entry for entry in entries if entry.lines))


def _weightiest(cited: Sequence[CitedEvidence], each: RankedCandidate) -> list[CitedEvidence]:
    """Return evidence for with what brings most first, evidence against with what costs most first."""
    standings = {standing.leaf: standing for standing in each.leaves}

    def weight(item: CitedEvidence) -> float:
        standing = standings[item.leaf]
        return standing.points if item.stance is Stance.FOR else standing.weight - standing.points

    return sorted(cited, key=lambda item: -weight(item))


def _shown(place: FilePlace) -> str:
    return visible(f"{place.file}:{place.line}")


def _shown_together(places: Sequence[FilePlace]) -> str:
    """Return the lines of one file."""
    lines = ", ".join(map(str, sorted({place.line for place in places})))
    return visible(f"{places[0].file}:{lines}")

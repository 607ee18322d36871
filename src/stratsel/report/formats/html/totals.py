"""The way from a total to what it is made of, and on to the evidence in the justification."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import DASH
from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.blocks import MAX_DEPTH
from stratsel.report.robustness.words import Words
from stratsel.report.tables import has_own_value, tied_ranks
from stratsel.results.paper import Paper
from stratsel.results.ranking import CriterionFacts, RankedCandidate
from stratsel.results.reasons import CitedEvidence
from stratsel.terms import Stance


@dataclass(frozen=True, slots=True)
class CitedView:
    """A line of the dossier that holds evidence; `anchor` is where the page quotes it, empty where it does not."""

    line: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ContributionView:
    """What a criterion brings of what it could bring, what the dossier says, and the evidence for and against."""

    title: str
    depth: int
    points: str
    most: str
    figure: str
    cited_for: tuple[CitedView, ...]
    cited_against: tuple[CitedView, ...]


@dataclass(frozen=True, slots=True)
class TotalView:
    """A candidate's total and its contributions; `file` is its dossier."""

    anchor: str
    summary: str
    file: str
    rows: tuple[ContributionView, ...]


class Totals:
    """Makes the views of all totals; what the page quotes must have its anchors already."""

    def __init__(self, paper: Paper, words: Words, anchors: Anchors) -> None:
        self.ranking, self.words, self.anchors = paper.ranking, words, anchors
        self.tied = tied_ranks(paper.ranking)
        self.has_own_value = has_own_value(paper.ranking)

    def views(self) -> Iterator[TotalView]:
        """Yield the totals, best first."""
        for each in self.ranking.candidates:
            facts = {
                "rank": self.words.sentences.rank(each.rank, each.rank in self.tied),
                "candidate": self.words.candidate(each.id),
                "points": self.words.sentences.points(each.value if self.has_own_value else each.shown),
            }
            summary = self.words.say(N_("{rank} · {candidate}: {points} points"), **facts)
            yield TotalView(self.anchors.total(each.id), summary, visible(each.file), tuple(self._rows(each)))

    def _rows(self, candidate: RankedCandidate) -> Iterator[ContributionView]:
        standings = {standing.leaf: standing for standing in candidate.leaves}
        evidence = candidate.reasons.evidence if candidate.reasons is not None else ()
        depths: dict[str | None, int] = {None: -1}
        for each in self.ranking.criteria:
            depths[each.id] = depths[each.parent] + 1
            standing = standings.get(each.id)
            cited = [item for item in evidence if item.leaf == each.id]
            yield ContributionView(
                self.words.criterion(each.id),
                min(depths[each.id], MAX_DEPTH),
                self._points(candidate, each),
                self.words.sentences.points(each.weight),
                "" if standing is None else self.words.sentences.figure(standing),
                self._cited(cited, Stance.FOR),
                self._cited(cited, Stance.AGAINST),
            )

    def _points(self, candidate: RankedCandidate, criterion: CriterionFacts) -> str:
        points = candidate.contributions.get(criterion.id)
        return DASH if points is None else self.words.sentences.points(points)

    def _cited(self, evidence: Sequence[CitedEvidence], stance: Stance) -> tuple[CitedView, ...]:
        return tuple(
            CitedView(
                str(item.place.line),
                self.anchors.found(visible(f"{item.place.file}:{item.place.line}")) or "",
            )
            for item in evidence
            if item.stance is stance
        )

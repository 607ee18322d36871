"""Everything about one candidate: each point from the total down to the line of a file that it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
from numpy.typing import NDArray

from stratsel.diagnostics.span import Places
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.screening import verdicts
from stratsel.model.base import Text, by_language
from stratsel.model.candidate import Assessment
from stratsel.model.round import Round
from stratsel.results.build import reasons_of
from stratsel.results.leaf import HUNDRED, LeafStanding, LeafStandings
from stratsel.results.place import FilePlace, Finder
from stratsel.results.ranking import AnyCandidate, CriterionFacts, RankedCandidate, Ranking
from stratsel.results.reasons import CitedEvidence, Reasons, assessed_at
from stratsel.results.settling import Settles, SettlesJointly
from stratsel.terms import Consequence, Outcome


@dataclass(frozen=True, slots=True)
class LeafAccount:
    """What a dossier says on a leaf, why, and on what evidence; `place` is where it says so, or where it is silent."""

    standing: LeafStanding
    why: Text | None
    place: FilePlace
    evidence: tuple[CitedEvidence, ...]


@dataclass(frozen=True, slots=True)
class NodeAccount:
    """A node of the tree, `depth` steps below the topmost ones.

    `low` and `high` are its own value, 0 to 100, with everything open at its worst and at its best. `points` is what it
    brings to the whole and `possible` what it would bring with everything known and at its best, both None where it is
    a part of what is no sum; `leaf` is there for what is assessed.
    """

    criterion: CriterionFacts
    depth: int
    low: float
    high: float
    points: float | None
    possible: float | None
    leaf: LeafAccount | None


@dataclass(frozen=True, slots=True)
class PlainScreen:
    """A screen that neither excludes nor flags the candidate, and what it says."""

    screen: str
    title: Text
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Who stands next in the order, and how many points lie between."""

    candidate: str
    rank: int
    gap: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """One candidate of a ranking in full.

    `value` is what its points come to, before any rounding to a resolution and as if it were in the order; None where
    nothing that counts is known. `above` and `below` are next to it in the order; those `level` with it are neither.
    `settles` and `jointly` are what would settle open places, as far as it hangs on this candidate.
    """

    ranking: Ranking
    candidate: AnyCandidate
    value: float | None
    nodes: tuple[NodeAccount, ...]
    reasons: Reasons
    screens: tuple[PlainScreen, ...]
    above: Neighbour | None
    below: Neighbour | None
    level: tuple[str, ...]
    settles: tuple[Settles, ...]
    jointly: tuple[SettlesJointly, ...]


def explain_candidate(
    ranking: Ranking, round_: Round, problem: Problem, evaluation: Evaluation, places: Places, candidate: str
) -> Explanation:
    """Return everything about one candidate of a ranking.

    Raises:
        KeyError: there is no such candidate.
        Rejected: the dossier changed since the round was read.
    """
    found = ranking.by_id[candidate]
    row = problem.alternatives.index(candidate)
    reasons = reasons_of(round_, problem, evaluation, places, row)
    above, below = _neighbours(ranking, found)
    account = _Account(round_, problem, evaluation, places, row, reasons.evidence)
    return Explanation(
        ranking=ranking,
        candidate=found,
        value=account.value(),
        nodes=tuple(account.nodes(ranking.criteria)),
        reasons=reasons,
        screens=tuple(_plain_screens(round_, problem, row)),
        above=above,
        below=below,
        level=tuple(_level(ranking, found)),
        settles=tuple(each for each in ranking.open_places.settles if each.candidate == candidate),
        jointly=tuple(each for each in ranking.open_places.jointly if each.candidate == candidate),
    )


def _neighbours(ranking: Ranking, candidate: AnyCandidate) -> tuple[Neighbour | None, Neighbour | None]:
    if not isinstance(candidate, RankedCandidate):
        return None, None
    above = [each for each in ranking.candidates if each.rank < candidate.rank]
    below = [each for each in ranking.candidates if each.rank > candidate.rank]
    return _neighbour(candidate, above[-1:]), _neighbour(candidate, below[:1])


def _level(ranking: Ranking, candidate: AnyCandidate) -> Iterator[str]:
    if isinstance(candidate, RankedCandidate):
        yield from (each.id for each in ranking.candidates if each.rank == candidate.rank and each is not candidate)


def _neighbour(candidate: RankedCandidate, found: Sequence[RankedCandidate]) -> Neighbour | None:
    return next((Neighbour(each.id, each.rank, abs(each.value - candidate.value)) for each in found), None)


def _plain_screens(round_: Round, problem: Problem, row: int) -> Iterator[PlainScreen]:
    for screen, verdict in zip(round_.criteria.screens, verdicts(problem, row), strict=True):
        if not verdict.is_waived and verdict.consequence is Consequence.ADMIT:
            yield PlainScreen(screen.id, screen.title, verdict.outcome)


class _Account:
    """Follows the points of one candidate from the total down."""

    def __init__(
        self,
        round_: Round,
        problem: Problem,
        evaluation: Evaluation,
        places: Places,
        row: int,
        evidence: Sequence[CitedEvidence],
    ) -> None:
        candidate = problem.alternatives[row]
        self.hierarchy = problem.hierarchy
        self.dossier = round_.dossier(candidate)
        self.find = Finder(round_.files[candidate], places)
        self.evidence = evidence
        self.standings = {each.leaf: each for each in LeafStandings(round_, problem, evaluation).of(row)}
        self.basis = evaluation.basis.only([row])
        self.brought = self.basis.contributions()
        ends = (evaluation.partial_values, evaluation.best_partial_values)
        self.ends = [Profiles(problem.hierarchy, partial_values[[row]]) for partial_values in ends]
        self.brought_at_best = self.ends[1].contributions()

    def value(self) -> float | None:
        return as_points(float(self.basis.values()[0]))

    def nodes(self, criteria: Sequence[CriterionFacts]) -> Iterator[NodeAccount]:
        for node, criterion in enumerate(criteria):
            low, high = (HUNDRED * float(end.values(node)[0]) for end in self.ends)
            depth = len(self.hierarchy.path(node)) - 1
            points, possible = (_points(brought.get(node)) for brought in (self.brought, self.brought_at_best))
            yield NodeAccount(criterion, depth, low, high, points, possible, self.leaf(criterion))

    def leaf(self, criterion: CriterionFacts) -> LeafAccount | None:
        if not criterion.is_leaf:
            return None
        assessment = self.dossier.assessments.get(criterion.id)
        why = assessment.why if isinstance(assessment, Assessment) else None
        return LeafAccount(
            self.standings[criterion.id],
            None if why is None else by_language(why, self.dossier.lang),
            assessed_at(self.find, self.dossier, criterion.id),
            tuple(cited for cited in self.evidence if cited.leaf == criterion.id),
        )


def as_points(value: float) -> float | None:
    """Return a value of 0 to 1 as points, or None where it is missing (NaN)."""
    return None if isnan(value) else HUNDRED * value


def _points(brought: NDArray[np.float64] | None) -> float | None:
    return None if brought is None else as_points(float(brought[0]))

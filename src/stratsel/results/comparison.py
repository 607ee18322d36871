"""Two candidates side by side: where each leads, which trade-off decides, and at which weights they swap."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratsel.analysis.swap import swaps
from stratsel.diagnostics.span import Places
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.model.round import Round
from stratsel.results.explanation import as_points
from stratsel.results.leaf import LeafStanding, LeafStandings
from stratsel.results.place import FilePlace, Finder
from stratsel.results.ranking import AnyCandidate, CriterionFacts, Ranking
from stratsel.results.reasons import assessed_at

EPSILON = 1e-9
"""Points that differ by less are equal."""


@dataclass(frozen=True, slots=True)
class LeafDifference:
    """How two candidates stand on a leaf; `lead` is by how many points the first is ahead there."""

    criterion: CriterionFacts
    first: LeafStanding
    second: LeafStanding
    first_place: FilePlace
    second_place: FilePlace
    lead: float


@dataclass(frozen=True, slots=True)
class SwapFacts:
    """The shift of one criterion's weight, in points of the whole, beyond which the two swap places."""

    criterion: str
    weight: float
    to: float
    points: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two candidates of a ranking.

    `values` are what their points come to, before any rounding to a resolution and as if they were in the order, None
    where nothing that counts is known. `lead` is by how many points the first is ahead, below zero where the second
    is, None where a value is missing. `decided_by` are the leaves on which the one ahead leads most, as few as it
    takes: without these leads it would not be ahead; none where `is_sum` is false, so that leads on leaves do not add
    up to the whole. `swaps` come smallest first, None where weights have no closed form. `is_sure` says that the one
    ahead stays so whatever is open turns out to be.
    """

    ranking: Ranking
    first: AnyCandidate
    second: AnyCandidate
    values: tuple[float | None, float | None]
    lead: float | None
    leaves: tuple[LeafDifference, ...]
    decided_by: tuple[LeafDifference, ...]
    swaps: tuple[SwapFacts, ...] | None
    is_sum: bool
    is_sure: bool

    @property
    def ahead(self) -> AnyCandidate | None:
        """The candidate with more points, None where they are level or cannot be compared."""
        if self.lead is None or abs(self.lead) <= EPSILON:
            return None
        return self.first if self.lead > 0 else self.second


def compare_candidates(
    ranking: Ranking,
    round_: Round,
    problem: Problem,
    evaluation: Evaluation,
    places: Places,
    first: str,
    second: str,
) -> Comparison:
    """Return two candidates side by side. Who is not ranked is compared by what the order would be by.

    Raises:
        KeyError: there is no such candidate.
        Rejected: a dossier changed since the round was read.
    """
    rows = [problem.alternatives.index(candidate) for candidate in (first, second)]
    one, other = (as_points(float(value)) for value in evaluation.basis.only(rows).values())
    lead = None if one is None or other is None else one - other
    leaves = tuple(_differences(ranking, round_, problem, evaluation, places, rows))
    found = swaps(problem, evaluation, rows[0], rows[1])
    nodes = problem.hierarchy.nodes
    is_sum = set(problem.hierarchy.leaf_nodes) <= evaluation.basis.only(rows).contributions().keys()
    ends = (evaluation.shown[rows], evaluation.possible[rows])
    return Comparison(
        ranking=ranking,
        first=ranking.by_id[first],
        second=ranking.by_id[second],
        values=(one, other),
        lead=lead,
        leaves=leaves,
        decided_by=_deciding(leaves, lead) if is_sum and lead is not None else (),
        swaps=None
        if found is None
        else tuple(SwapFacts(nodes[each.node], each.weight, each.to, each.points) for each in found),
        is_sum=is_sum,
        is_sure=bool(ends[0][0] > ends[1][1] or ends[0][1] > ends[1][0]),
    )


def _differences(
    ranking: Ranking, round_: Round, problem: Problem, evaluation: Evaluation, places: Places, rows: list[int]
) -> Iterator[LeafDifference]:
    standings = LeafStandings(round_, problem, evaluation)
    both = [standings.of(row) for row in rows]
    candidates = [problem.alternatives[row] for row in rows]
    dossiers = [round_.dossier(candidate) for candidate in candidates]
    finders = [Finder(round_.files[candidate], places) for candidate in candidates]
    leaves = [each for each in ranking.criteria if each.is_leaf]
    for criterion, first, second in zip(leaves, *both, strict=True):
        found = [assessed_at(find, dossier, criterion.id) for find, dossier in zip(finders, dossiers, strict=True)]
        yield LeafDifference(criterion, first, second, found[0], found[1], first.points - second.points)


def _deciding(leaves: tuple[LeafDifference, ...], lead: float) -> tuple[LeafDifference, ...]:
    """Return the largest leads of the one ahead that together are as much as its lead, or none where nobody is."""
    if abs(lead) <= EPSILON:
        return ()
    sign = 1 if lead > 0 else -1
    found: list[LeafDifference] = []
    total = 0.0
    for each in sorted(leaves, key=lambda leaf: -sign * leaf.lead):
        if sign * each.lead <= EPSILON or total >= abs(lead) - EPSILON:
            break
        found.append(each)
        total += sign * each.lead
    return tuple(found)

"""The ranking of a round: order, bounds, tiers, contributions and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stratsel.__about__ import __version__
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import Order
from stratsel.engine.selection import Landing, certainties, land
from stratsel.engine.weight import global_weights
from stratsel.model.base import Text
from stratsel.results.crossing import HUNDRED, Crossing
from stratsel.results.flags import Flag, flags_by_row
from stratsel.results.leaf import LeafStanding, written_ends
from stratsel.results.reasons import Reasons, reasons_for
from stratsel.results.rivals import crossings_of
from stratsel.terms import Certainty, Standing, Status

if TYPE_CHECKING:
    import pandas as pd

    from stratsel.diagnostics.span import Places
    from stratsel.model.round import Round

MAX_JUSTIFIED = 100
"""Justifications are given down to this place in the order, and always to all who have a place in a tier.

Those who stand level are all justified or none, so that it does not hang on their names.
"""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """Which round was ranked, in whose name, as of when, and from which inputs.

    `lang` is the language of the criteria file's plain texts; `ties` are the nodes that separate those who stand level,
    the first of them first.
    """

    id: str
    lang: str
    title: Text
    question: Text
    standing: Standing
    owner: Text
    reference_date: str
    status: Status
    missing: str
    ties: tuple[str, ...]
    weighting_by: Text
    weighting_why: Text
    digest: str
    criteria_file: str


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """A node of the tree; `weight` is what it can bring at most, in points of the whole."""

    id: str
    title: Text
    parent: str | None
    weight: float
    is_leaf: bool


@dataclass(frozen=True, slots=True)
class TierFacts:
    """A tier of the shortlist: its places, counted from the top."""

    id: str
    title: Text
    places: int


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """One candidate's result. Values, bounds and contributions are points, 0 to 100.

    `value` is what the order is by; `shown` and `possible` its bounds; `unknown` the share of weight, 0 to 1, on which
    the dossier knows nothing; `places` says for every tier whether it is sure in, open or sure out;
    `contributions` maps every node to points; `reasons` is None below the places that are justified.
    """

    id: str
    title: Text
    file: str
    rank: int
    value: float
    shown: float
    possible: float
    unknown: float
    landing: Landing
    places: Mapping[str, Certainty]
    contributions: Mapping[str, float]
    leaves: tuple[LeafStanding, ...]
    flags: tuple[Flag, ...]
    reasons: Reasons | None

    @property
    def tier(self) -> str | None:
        """The first tier that holds the candidate, or None."""
        return self.landing.tier


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of a round from best to worst; those tied stand in the order of their ids.

    `rejected` are the files of dossiers left out because of errors, when that was asked for.
    """

    round: RoundFacts
    criteria: tuple[CriterionFacts, ...]
    tiers: tuple[TierFacts, ...]
    candidates: tuple[RankedCandidate, ...]
    rejected: tuple[str, ...]
    version: str = __version__

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each candidate, best first, indexed by id; contributions in columns of their own."""
        import pandas as pd

        rows = [
            {
                "id": each.id,
                "rank": each.rank,
                "value": each.value,
                "shown": each.shown,
                "possible": each.possible,
                "unknown": each.unknown,
                "tier": each.tier,
                **{f"contribution.{node}": points for node, points in each.contributions.items()},
            }
            for each in self.candidates
        ]
        return pd.DataFrame(rows).set_index("id")


def build_ranking(
    round_: Round, problem: Problem, evaluation: Evaluation, places: Places, rejected: Sequence[str]
) -> Ranking:
    """Join a round with its evaluation.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    builder = _Builder(round_, problem, evaluation, places)
    return Ranking(
        round=_round_facts(round_),
        criteria=builder.criteria(),
        tiers=tuple(TierFacts(tier.id, tier.title, tier.places) for tier in round_.criteria.shortlist.tiers),
        candidates=tuple(builder.candidate(row) for row in evaluation.order.rows.tolist()),
        rejected=tuple(rejected),
    )


def _round_facts(round_: Round) -> RoundFacts:
    criteria = round_.criteria
    return RoundFacts(
        id=criteria.id,
        lang=criteria.lang,
        title=criteria.title,
        question=criteria.decision.question,
        standing=criteria.declared_standing,
        owner=_name_of(round_, criteria.decision.owner),
        reference_date=criteria.decision.reference_date.isoformat(),
        status=Status(criteria.decision.status),
        missing=criteria.missing,
        ties=tuple(criteria.shortlist.ties),
        weighting_by=_name_of(round_, criteria.weighting.by),
        weighting_why=criteria.weighting.why,
        digest=round_.digest,
        criteria_file=round_.criteria_file,
    )


def _name_of(round_: Round, agency: Text) -> Text:
    named = round_.criteria.agencies.get(agency) if isinstance(agency, str) else None
    return agency if named is None else named.name


def _groups(order: Order) -> dict[int, tuple[int, int]]:
    """Return for each row the first and the last place, counted from 1, of those who stand level with it."""
    places: dict[int, tuple[int, int]] = {}
    for group in order.groups():
        places.update(dict.fromkeys(group, (len(places) + 1, len(places) + len(group))))
    return places


class _Builder:
    """Makes results row by row from one evaluation."""

    def __init__(self, round_: Round, problem: Problem, evaluation: Evaluation, places: Places) -> None:
        self.round = round_
        self.problem = problem
        self.evaluation = evaluation
        self.places = places
        self.landings = land(evaluation.order, problem.lines)
        self.certainties = certainties(problem, evaluation)
        self.flags = flags_by_row(problem, evaluation.order)
        self.rows = evaluation.order.rows.tolist()
        self.groups = _groups(evaluation.order)
        self.under = [problem.hierarchy.leaves_under(node) for node in range(len(problem.hierarchy.nodes))]
        self.leaf_ids = [leaf.id for leaf in round_.criteria.leaves()]
        self.scales = [round_.criteria.scale_of(leaf) for leaf in round_.criteria.leaves()]
        self.weights = [HUNDRED * weight for weight in evaluation.weights.tolist()]

    def criteria(self) -> tuple[CriterionFacts, ...]:
        hierarchy = self.problem.hierarchy
        leaves = set(hierarchy.leaf_nodes)
        facts = zip(self.round.criteria.nodes(), hierarchy.parents, global_weights(hierarchy), strict=True)
        return tuple(
            CriterionFacts(
                criterion.id,
                criterion.title,
                hierarchy.nodes[parent] if parent >= 0 else None,
                float(weight * HUNDRED),
                at in leaves,
            )
            for at, (criterion, parent, weight) in enumerate(facts)
        )

    def candidate(self, row: int) -> RankedCandidate:
        candidate = self.problem.alternatives[row]
        leaves = self.leaves(row)
        shown = HUNDRED * float(self.evaluation.shown[row])
        return RankedCandidate(
            id=candidate,
            title=self.round.titles[candidate],
            file=self.round.files[candidate],
            rank=self.groups[row][0],
            value=shown,
            shown=shown,
            possible=HUNDRED * float(self.evaluation.possible[row]),
            unknown=sum(leaf.weight for leaf in leaves if leaf.is_unknown) / HUNDRED,
            landing=self.landings[row],
            places=self.certainties[row],
            contributions={
                node: sum(leaves[at].points for at in under)
                for node, under in zip(self.problem.hierarchy.nodes, self.under, strict=True)
            },
            leaves=leaves,
            flags=self.flags.get(row, ()),
            reasons=self.reasons(row, leaves),
        )

    def leaves(self, row: int) -> tuple[LeafStanding, ...]:
        shown = self.evaluation.partial_values[row].tolist()
        possible = self.evaluation.best_partial_values[row].tolist()
        standings = []
        for at, (leaf, scale, weight) in enumerate(zip(self.leaf_ids, self.scales, self.weights, strict=True)):
            assert scale is not None
            low, high = written_ends(scale, self.round.table.columns[leaf][row])
            standings.append(LeafStanding(leaf, weight, weight * shown[at], weight * possible[at], low, high))
        return tuple(standings)

    def reasons(self, row: int, leaves: Sequence[LeafStanding]) -> Reasons | None:
        if self.groups[row][1] > MAX_JUSTIFIED and self.landings[row].tier is None:
            return None
        crossings: list[Crossing] = crossings_of(self, row)
        return reasons_for(self.round, self.problem.alternatives[row], leaves, crossings, self.places)

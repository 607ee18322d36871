"""A round joined with its evaluation: the ranking, row by row."""

from collections.abc import Iterator, Sequence
from math import isnan

from stratsel.analysis.firmness import Firmness
from stratsel.diagnostics.span import Places
from stratsel.engine.certainty import bounds, certainties
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import Order
from stratsel.engine.screening import admission
from stratsel.engine.selection import select
from stratsel.engine.weight import global_weights
from stratsel.model.criteria import Available
from stratsel.model.round import Round
from stratsel.results.crossing import Crossing
from stratsel.results.departures import decisions_beside
from stratsel.results.firmness import candidate_firmness, firmness_facts
from stratsel.results.flags import flags_by_row
from stratsel.results.leaf import HUNDRED, LeafStanding, LeafStandings
from stratsel.results.place import Finder
from stratsel.results.ranking import (
    CriterionFacts,
    ExcludedCandidate,
    PassedOver,
    RankedCandidate,
    Ranking,
    RoundFacts,
    ScreenFacts,
    TierFacts,
    UnmetQuota,
    UnrankedCandidate,
)
from stratsel.results.reasons import Reasons, reasons_for
from stratsel.results.rivals import crossings_of
from stratsel.results.screening import ScreenVerdict, verdicts_of
from stratsel.results.settling import open_places
from stratsel.terms import Certainty, Combine, Status

MAX_JUSTIFIED = 100
"""Justifications are given down to this place in the order, and always to all who have a place in a tier.

Those who stand level are all justified or none, so that it does not hang on their names.
"""


def build_ranking(
    round_: Round,
    problem: Problem,
    evaluation: Evaluation,
    places: Places,
    rejected: Sequence[str],
    studied: Firmness | None = None,
) -> Ranking:
    """Join a round with its evaluation, and with how firm the places were found to be.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    return _Builder(round_, problem, evaluation, places, studied).ranking(rejected)


def reasons_of(round_: Round, problem: Problem, evaluation: Evaluation, places: Places, row: int) -> Reasons:
    """Return the reasons of any alternative, however low it is ranked; who is not in the order crosses no line.

    Raises:
        Rejected: the dossier changed since the round was read.
    """
    builder = _Builder(round_, problem, evaluation, places, None)
    return builder.reasons(row, builder.standings.of(row))


def round_facts(round_: Round) -> RoundFacts:
    """Return which round it is, in whose name it speaks, and by which rules it ranks."""
    criteria, shortlist = round_.criteria, round_.criteria.shortlist
    return RoundFacts(
        id=criteria.id,
        lang=criteria.lang,
        title=criteria.title,
        question=criteria.decision.question,
        standing=criteria.declared_standing,
        owner=round_.name_of(criteria.decision.owner),
        reference_date=criteria.decision.reference_date.isoformat(),
        status=Status(criteria.decision.status),
        missing=criteria.missing_policy.value,
        ties=tuple(shortlist.ties),
        weighting_by=round_.name_of(criteria.weighting.by),
        weighting_why=criteria.weighting.why,
        digest=round_.digest,
        criteria_file=round_.criteria_file,
        at_least=float(criteria.missing.at_least) if isinstance(criteria.missing, Available) else 0.0,
        resolution=None if shortlist.resolution is None else float(shortlist.resolution),
        minimum=float(shortlist.minimum),
        combine=Combine(criteria.combine),
    )


def _groups(order: Order) -> dict[int, tuple[int, int]]:
    """Return for each row the first and the last place, counted from 1, of those who stand level with it."""
    places: dict[int, tuple[int, int]] = {}
    for group in order.groups():
        places.update(dict.fromkeys(group, (len(places) + 1, len(places) + len(group))))
    return places


class _Builder:
    """Makes results row by row from one evaluation."""

    def __init__(
        self, round_: Round, problem: Problem, evaluation: Evaluation, places: Places, studied: Firmness | None
    ) -> None:
        self.round = round_
        self.problem = problem
        self.evaluation = evaluation
        self.places = places
        self.studied = studied
        self.shortlist = select(problem, evaluation)
        self.bounds = bounds(problem, evaluation)
        self.certainties = certainties(problem, evaluation, self.bounds)
        self.flags = flags_by_row(problem, evaluation)
        self.rows = evaluation.order.rows.tolist()
        self.groups = _groups(evaluation.order)
        self.standings = LeafStandings(round_, problem, evaluation)
        nodes = problem.hierarchy.nodes
        basis = evaluation.basis
        self.contributions = {nodes[node]: found.tolist() for node, found in basis.contributions().items()}
        self.node_values = {name: found.tolist() for name, found in zip(nodes, basis.values_by_node(), strict=True)}

    def ranking(self, rejected: Sequence[str]) -> Ranking:
        admitted = admission(self.problem).admitted
        ranked = set(self.rows)
        others = [row for row in range(len(self.problem.alternatives)) if row not in ranked]
        names = self.problem.alternatives
        landings = {names[row]: landing for row, landing in self.shortlist.landings.items()}
        count = sum(each is Certainty.OPEN for places in self.certainties for each in places.values())
        return Ranking(
            round=round_facts(self.round),
            criteria=self.criteria(),
            tiers=self.tiers(),
            candidates=tuple(map(self.candidate, self.rows)),
            rejected=tuple(rejected),
            screens=tuple(ScreenFacts(screen.id, screen.title) for screen in self.round.criteria.screens),
            excluded=tuple(self.excluded(row) for row in others if not admitted[row]),
            unranked=tuple(self.unranked(row) for row in others if admitted[row]),
            passed_over=tuple(self.passed_over()),
            unmet=tuple(self.unmet()),
            open_places=open_places(self.problem, self.evaluation, self.bounds, count, self.standings.at),
            decisions=decisions_beside(self.round, landings),
            firmness=None if self.studied is None else firmness_facts(self.studied, self.round.criteria.uncertainty),
        )

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
                criterion.combined_by,
            )
            for at, (criterion, parent, weight) in enumerate(facts)
        )

    def tiers(self) -> tuple[TierFacts, ...]:
        return tuple(
            TierFacts(
                tier.id,
                tier.title,
                tier.places,
                tier.count,
                line.members,
                self.shortlist.sizes[tier.id],
                bool(line.quotas),
            )
            for tier, line in zip(self.round.criteria.shortlist.tiers, self.problem.lines, strict=True)
        )

    def candidate(self, row: int) -> RankedCandidate:
        candidate = self.problem.alternatives[row]
        leaves = self.standings.of(row)
        is_justified = self.groups[row][1] <= MAX_JUSTIFIED or self.shortlist.landings[row].tier is not None
        return RankedCandidate(
            id=candidate,
            title=self.round.titles[candidate],
            file=self.round.files[candidate],
            rank=self.groups[row][0],
            value=HUNDRED * float(self.evaluation.values[row]),
            shown=HUNDRED * float(self.evaluation.shown[row]),
            possible=HUNDRED * float(self.evaluation.possible[row]),
            unknown=1 - float(self.evaluation.assessed[row]),
            landing=self.shortlist.landings[row],
            places=self.certainties[row],
            contributions={node: HUNDRED * float(found[row]) for node, found in self.contributions.items()},
            leaves=leaves,
            flags=self.flags.get(row, ()),
            reasons=self.reasons(row, leaves) if is_justified else None,
            node_values={
                node: HUNDRED * float(found[row]) for node, found in self.node_values.items() if not isnan(found[row])
            },
            screens=self.screens(row, has_places=is_justified),
            firmness=None if self.studied is None else candidate_firmness(self.problem, self.studied.places[row]),
        )

    def reasons(self, row: int, leaves: Sequence[LeafStanding]) -> Reasons:
        crossings: list[Crossing] = crossings_of(self, row) if row in self.groups else []
        return reasons_for(self.round, self.problem.alternatives[row], leaves, crossings, self.places)

    def screens(self, row: int, *, has_places: bool) -> tuple[ScreenVerdict, ...]:
        file = self.round.files[self.problem.alternatives[row]]
        find = Finder(file, self.places) if has_places else None
        return verdicts_of(self.round, self.problem, self.evaluation, row, find)

    def excluded(self, row: int) -> ExcludedCandidate:
        candidate = self.problem.alternatives[row]
        return ExcludedCandidate(
            id=candidate,
            title=self.round.titles[candidate],
            file=self.round.files[candidate],
            shown=HUNDRED * float(self.evaluation.shown[row]),
            possible=HUNDRED * float(self.evaluation.possible[row]),
            places=self.certainties[row],
            screens=self.screens(row, has_places=len(self.problem.alternatives) <= MAX_JUSTIFIED),
        )

    def unranked(self, row: int) -> UnrankedCandidate:
        candidate = self.problem.alternatives[row]
        return UnrankedCandidate(
            id=candidate,
            title=self.round.titles[candidate],
            file=self.round.files[candidate],
            shown=HUNDRED * float(self.evaluation.shown[row]),
            possible=HUNDRED * float(self.evaluation.possible[row]),
            assessed=float(self.evaluation.assessed[row]),
            places=self.certainties[row],
            screens=self.screens(row, has_places=len(self.problem.alternatives) <= MAX_JUSTIFIED),
        )

    def passed_over(self) -> Iterator[PassedOver]:
        names = self.problem.alternatives
        for each in self.shortlist.passed_over:
            cost = None if each.cost is None else HUNDRED * each.cost
            yield PassedOver(each.tier, names[each.row], tuple(names[row] for row in each.instead), cost)

    def unmet(self) -> Iterator[UnmetQuota]:
        for each in self.shortlist.unmet:
            line = next(line for line in self.problem.lines if line.tier == each.tier)
            own = [quota for quota in self.round.criteria.shortlist.quotas if quota.tier in (None, each.tier)]
            value = own[line.quotas.index(each.quota)].value
            yield UnmetQuota(each.tier, str(value), each.quota.at_least, each.held)

"""What would be under a scenario, beside what is: who stands where, and who enters or leaves which tier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from operator import or_
from typing import Literal

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.screening import admission
from stratsel.engine.selection import Shortlist, select
from stratsel.engine.weight import global_weights
from stratsel.model.base import Text, by_language
from stratsel.model.round import Round
from stratsel.model.scenario import GivenScenario
from stratsel.results.leaf import HUNDRED, WrittenFigure, written_ends

State = Literal["ranked", "unranked", "excluded"]


@dataclass(frozen=True, slots=True)
class Valued:
    """A round with its candidates valued."""

    round: Round
    problem: Problem
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class WeightMove:
    """A criterion that has another weight under a scenario: points of the whole, as it is and then."""

    criterion: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class FigureMove:
    """An assessment that a scenario changes: both of its ends as it is and under the scenario, None where unknown."""

    candidate: str
    leaf: str
    before: tuple[WrittenFigure | None, WrittenFigure | None]
    after: tuple[WrittenFigure | None, WrittenFigure | None]


@dataclass(frozen=True, slots=True)
class SupposedPlace:
    """Where a candidate stands under a scenario; rank and value, in points, are None outside the order.

    `tier` is the first that holds it, `tied_for` are those for whose places it is tied.
    """

    state: State
    rank: int | None = None
    value: float | None = None
    tier: str | None = None
    tied_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TierChange:
    """Who has a place in a tier, or in one above it, under the scenario only, and who as it is only."""

    tier: str
    enters: tuple[str, ...]
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """What comes of one scenario, and from which file: `digest` is its SHA-256.

    `weights` and `figures` are what it changes, `places` has every candidate of the round by its id, and `tiers` each
    tier, from the top, that holds somebody else than it does.
    """

    id: str
    title: Text
    why: Text | None
    file: str
    digest: str
    weights: tuple[WeightMove, ...]
    figures: tuple[FigureMove, ...]
    places: Mapping[str, SupposedPlace]
    tiers: tuple[TierChange, ...]


def scenario_outcome(given: GivenScenario, now: Valued, then: Valued) -> ScenarioOutcome:
    """Return what comes of a scenario; `then` is the round as it has it."""
    scenario = given.scenario
    shortlists = [select(valued.problem, valued.evaluation) for valued in (now, then)]
    return ScenarioOutcome(
        id=scenario.id,
        title=by_language(scenario.title, scenario.lang),
        why=None if scenario.why is None else by_language(scenario.why, scenario.lang),
        file=given.file,
        digest=given.digest,
        weights=tuple(_weight_moves(given, now.problem, then.problem)),
        figures=tuple(_figure_moves(given, now.round)),
        places=_places(then, shortlists[1]),
        tiers=tuple(_tier_changes(now, *shortlists)),
    )


def _weight_moves(given: GivenScenario, now: Problem, then: Problem) -> Iterator[WeightMove]:
    """Yield the criteria that are named, and those beside them, as far as their weight changes, in tree order."""
    nodes, parents = now.hierarchy.nodes, now.hierarchy.parents
    groups = {parent for node, parent in zip(nodes, parents, strict=True) if node in given.scenario.weights}
    before, after = (global_weights(problem.hierarchy) for problem in (now, then))
    for at, node in enumerate(nodes):
        if parents[at] in groups and before[at] != after[at]:
            yield WeightMove(node, float(HUNDRED * before[at]), float(HUNDRED * after[at]))


def _figure_moves(given: GivenScenario, round_: Round) -> Iterator[FigureMove]:
    """Yield the assessments that are named, by candidate in the order of ids, then by leaf in that of the tree."""
    for row, candidate in enumerate(round_.table.candidates):
        supposed = given.assessed.get(candidate, {})
        for leaf in round_.criteria.leaves():
            scale = round_.criteria.scale_of(leaf)
            if leaf.id in supposed and scale is not None:
                before = written_ends(scale, round_.table.columns[leaf.id][row])
                yield FigureMove(candidate, leaf.id, before, written_ends(scale, supposed[leaf.id]))


def _places(valued: Valued, shortlist: Shortlist) -> dict[str, SupposedPlace]:
    problem, order = valued.problem, valued.evaluation.order
    admitted, ranks, values = admission(problem).admitted, order.ranks, valued.evaluation.values
    places = {}
    for row, candidate in enumerate(problem.alternatives):
        landing = shortlist.landings.get(row)
        if landing is None:
            places[candidate] = SupposedPlace("unranked" if admitted[row] else "excluded")
            continue
        ties = tuple(tie.tier for tie in landing.ties)
        value = HUNDRED * float(values[row])
        places[candidate] = SupposedPlace("ranked", int(ranks[row]), value, landing.tier, ties)
    return places


def _tier_changes(now: Valued, before: Shortlist, after: Shortlist) -> Iterator[TierChange]:
    names, tiers = now.problem.alternatives, [line.tier for line in now.problem.lines]
    held = [_held(shortlist, tiers) for shortlist in (before, after)]
    for tier, was, then in zip(tiers, *held, strict=True):
        enters, leaves = (tuple(names[row] for row in sorted(rows)) for rows in (then - was, was - then))
        if enters or leaves:
            yield TierChange(tier, enters, leaves)


def _held(shortlist: Shortlist, tiers: list[str]) -> list[set[int]]:
    """Return the rows that each tier holds, those of the tiers above included."""
    own = [{row for row, landing in shortlist.landings.items() if landing.tier == tier} for tier in tiers]
    return list(accumulate(own, or_))

"""Ranking a round, and looking closer at one candidate of the order, or at two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from stratsel.api.opening import AnyPath, Opened, advice_on, open_round, valued
from stratsel.errors import UsageError
from stratsel.intake.nearest import nearest
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.analysis.firmness import Firmness
    from stratsel.model.scenario import GivenScenario
    from stratsel.results.comparison import Comparison
    from stratsel.results.explanation import Explanation
    from stratsel.results.ranking import Ranking
    from stratsel.results.scenario import ScenarioOutcome, Valued


def rank(
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
    firmness: bool = True,
    scenarios: Sequence[AnyPath] = (),
) -> Ranking:
    """Rank the candidates of a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round; the result names them.
        firmness: study how firm each place is under other weights and judgements.
        scenarios: the files of scenarios to be set beside the order.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    opened = open_round(candidates, criteria, partial=partial, scenarios=scenarios)
    ranking = ranking_of(opened, firmness_of(opened) if firmness else None)
    return replace(ranking, advice=advice_on(opened))


def explain(
    candidate: str,
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
    scenarios: Sequence[AnyPath] = (),
) -> Explanation:
    """Return everything about one candidate: its points down to the lines of its dossier, and what would change them.

    Args:
        candidate: the id.
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.
        scenarios: the files of scenarios to be set beside the order.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank, or there is no such candidate.
    """
    opened = open_round(candidates, criteria, partial=partial, scenarios=scenarios)
    _refuse_unknown(opened, candidate)
    from stratsel.results.explanation import explain_candidate

    ranking = ranking_of(opened, firmness_of(opened))
    return explain_candidate(ranking, opened.round, opened.problem, opened.evaluation, opened.places, candidate)


def compare(
    first: str,
    second: str,
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
) -> Comparison:
    """Return two candidates side by side: where each leads, which trade-off decides, at which weights they swap.

    Args:
        first: the id of one.
        second: the id of the other.
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank, there is no such candidate, or it is one and the same.
    """
    opened = open_round(candidates, criteria, partial=partial)
    for candidate in (first, second):
        _refuse_unknown(opened, candidate)
    if first == second:
        raise UsageError(N_("name two different candidates to compare"))
    from stratsel.results.comparison import compare_candidates

    ranking = ranking_of(opened, firmness_of(opened))
    return compare_candidates(ranking, opened.round, opened.problem, opened.evaluation, opened.places, first, second)


def _refuse_unknown(opened: Opened, candidate: str) -> None:
    known = opened.problem.alternatives
    if candidate in known:
        return
    near = nearest(candidate, known)
    if near is not None:
        raise UsageError(N_("there is no candidate {name}; did you mean {near}?"), name=candidate, near=near)
    raise UsageError(N_("there is no candidate {name} in this round"), name=candidate)


def ranking_of(opened: Opened, studied: Firmness | None) -> Ranking:
    """Return the ranking of a round, with how firm its places were found to be, and with what comes of its scenarios.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    from stratsel.results.build import build_ranking

    ranking = build_ranking(opened.round, opened.problem, opened.evaluation, opened.places, opened.rejected, studied)
    return replace(ranking, scenarios=_outcomes(opened)) if opened.scenarios else ranking


def _outcomes(opened: Opened) -> tuple[ScenarioOutcome, ...]:
    from stratsel.results.scenario import Valued, scenario_outcome

    now = Valued(opened.round, opened.problem, opened.evaluation)
    return tuple(scenario_outcome(given, now, supposed(opened, given)) for given in opened.scenarios)


def supposed(opened: Opened, given: GivenScenario) -> Valued:
    """Return a round as a scenario has it, with its candidates valued."""
    from stratsel.assemble.scenario import with_scenario
    from stratsel.results.scenario import Valued

    round_ = with_scenario(opened.round, given)
    return Valued(round_, *valued(round_))


def firmness_of(opened: Opened, instead: Mapping[str, int] = MappingProxyType({})) -> Firmness:
    """Return how firm the places of a round are; `instead` may hold other `samples`, and another `seed`."""
    from stratsel.analysis.firmness import firmness
    from stratsel.assemble.uncertainty import admissible_weights, spread_of_judgements
    from stratsel.engine.selection import select

    criteria = opened.round.criteria
    asked = criteria.uncertainty.model_copy(update=dict(instead))
    return firmness(
        opened.problem,
        opened.evaluation,
        select(opened.problem, opened.evaluation),
        admissible_weights(criteria),
        spread_of_judgements(criteria),
        asked.samples,
        asked.seed,
    )

"""Opening a round: its files read and checked, its candidates valued."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import select_round
from stratsel.intake.load import Loaded, load
from stratsel.language.catalogue import N_
from stratsel.terms import Admissible

if TYPE_CHECKING:
    from stratsel.diagnostics.diagnostic import Diagnostic
    from stratsel.diagnostics.findings import Findings
    from stratsel.diagnostics.span import Places, Where
    from stratsel.engine.evaluate import Evaluation
    from stratsel.engine.problem import Problem
    from stratsel.intake.discover import Selection
    from stratsel.model.round import Round
    from stratsel.model.scenario import GivenScenario

AnyPath = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a round; `places` gives the lines that findings point to.

    `criteria_checked` is False where the criteria file could not be used, so that dossiers were checked for shape only.
    """

    findings: Findings
    places: Places
    criteria_checked: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A round that is not rejected, with its candidates valued.

    `rejected` are the files of dossiers that were left out, where that was asked for; `scenarios` are those that were
    asked for.
    """

    round: Round
    places: Places
    findings: Findings
    rejected: tuple[str, ...]
    problem: Problem
    evaluation: Evaluation
    scenarios: tuple[GivenScenario, ...] = ()


def open_round(
    candidates: AnyPath, criteria: AnyPath | None, *, partial: bool = False, scenarios: Sequence[AnyPath] = ()
) -> Opened:
    """Read, check and value a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.
        scenarios: the files of scenarios to be seen beside the order.

    Raises:
        Rejected: a file of the round, or a scenario, has an error; the exception holds the findings.
        UsageError: nothing is there to open, or two scenarios have one id.
    """
    selection = select_round([Path(candidates)], as_path(criteria), scenarios=as_paths(scenarios))
    if selection.asked:
        raise UsageError(N_("{path} is no folder"), path=Path(candidates).as_posix())
    loaded = with_conflicts(load(selection))
    leaves_some = loaded.round is not None and bool(loaded.round.table.candidates)
    if loaded.round is None or not leaves_some or (loaded.findings.rejects and not partial):
        raise Rejected(Check(loaded.findings, loaded.places, loaded.criteria_checked), leaves_some=leaves_some)
    problem, evaluation = valued(loaded.round)
    findings = loaded.findings
    if has_review(loaded):
        findings = reviewed(loaded, problem, evaluation)
        if findings.rejects:
            raise Rejected(Check(findings, loaded.places, loaded.criteria_checked))
    asked = _asked(loaded, selection)
    return Opened(loaded.round, loaded.places, findings, tuple(loaded.rejected), problem, evaluation, asked)


def _asked(loaded: Loaded, selection: Selection) -> tuple[GivenScenario, ...]:
    """Return the scenarios that were asked for, in that order.

    Raises:
        Rejected: one of them has an error, which a round may have whose rejected dossiers are left out.
        UsageError: two of them have one id.
    """
    if not loaded.scenarios.keys() >= set(selection.scenarios):
        raise Rejected(Check(loaded.findings, loaded.places, loaded.criteria_checked))
    found: dict[str, GivenScenario] = {}
    for file in selection.scenarios:
        given = loaded.scenarios[file]
        if found.setdefault(given.scenario.id, given) is not given:
            raise UsageError(N_("two scenarios are called {name}; name one of them"), name=given.scenario.id)
    return tuple(found.values())


def valued(round_: Round) -> tuple[Problem, Evaluation]:
    """Return the candidates of a round as a problem, and what it comes to."""
    from stratsel.assemble.problem import assemble
    from stratsel.engine.evaluate import evaluate

    problem = assemble(round_)
    return problem, evaluate(problem)


def with_conflicts(loaded: Loaded) -> Loaded:
    """Return what was read with the finding that bounds and statements leave no weights, and then without a round."""
    if loaded.round is None or loaded.round.criteria.uncertainty.admissible is not Admissible.WITHIN:
        return loaded
    from stratsel.review.uncertainty import conflict_findings

    found = conflict_findings(loaded.round.criteria_file, loaded.round.criteria)
    findings = loaded.findings.joined(found, loaded.places)
    return loaded if findings == loaded.findings else replace(loaded, round=None, findings=findings)


def has_review(loaded: Loaded) -> bool:
    """Whether something in the round can only be judged beside its order, and all of the order is there."""
    return loaded.round is not None and loaded.round.decisions is not None and not loaded.rejected


def reviewed(loaded: Loaded, problem: Problem, evaluation: Evaluation) -> Findings:
    """Return the findings of a round with those that can only be judged beside its order."""
    from stratsel.engine.selection import select
    from stratsel.review.departures import departure_findings

    assert loaded.round is not None
    landings = {problem.alternatives[row]: found for row, found in select(problem, evaluation).landings.items()}
    return loaded.findings.joined(departure_findings(loaded.round, landings), loaded.places)


def advised(
    round_: Round, problem: Problem, evaluation: Evaluation, places: Places, files: Collection[str] = ()
) -> Findings:
    """Return the advice on a round that is not rejected, or only what concerns some of its files.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    from stratsel.diagnostics.findings import Findings
    from stratsel.review.advice import advice

    found = (each for each in advice(round_, problem, evaluation) if not files or each.where.file in files)
    return Findings.gather(found, places, 0)


def advice_on(opened: Opened) -> tuple[Diagnostic, ...]:
    """Return the advice on a round, its files named as they are within the round, as everywhere in a ranking.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    return advised(opened.round, opened.problem, opened.evaluation, _WithinRound(opened.places)).items


@dataclass(frozen=True, slots=True)
class _WithinRound:
    """Finds places, and leaves files the names that they have within the round, wherever it was opened from."""

    places: Places

    def locate(self, where: Where) -> Where:
        return replace(self.places.locate(where), file=where.file)

    def line(self, file: str, number: int) -> str | None:
        return self.places.line(file, number)


def as_paths(paths: Sequence[AnyPath]) -> list[Path]:
    """Return what callers name as paths."""
    return [Path(path) for path in paths]


def as_path(path: AnyPath | None) -> Path | None:
    """Return what a caller names, if anything, as a path."""
    return None if path is None else Path(path)

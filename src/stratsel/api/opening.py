"""Opening a round: its files read and checked, its candidates valued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import select_round
from stratsel.intake.load import Loaded, load
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.diagnostics.findings import Findings
    from stratsel.diagnostics.span import Places
    from stratsel.engine.evaluate import Evaluation
    from stratsel.engine.problem import Problem
    from stratsel.model.round import Round

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

    `rejected` are the files of dossiers that were left out, where that was asked for.
    """

    round: Round
    places: Places
    findings: Findings
    rejected: tuple[str, ...]
    problem: Problem
    evaluation: Evaluation


def open_round(candidates: AnyPath, criteria: AnyPath | None, *, partial: bool = False) -> Opened:
    """Read, check and value a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to open.
    """
    selection = select_round([Path(candidates)], as_path(criteria))
    if selection.asked:
        raise UsageError(N_("{path} is no folder"), path=Path(candidates).as_posix())
    loaded = load(selection)
    leaves_some = loaded.round is not None and bool(loaded.round.table.candidates)
    if loaded.round is None or not leaves_some or (loaded.findings.rejects and not partial):
        raise Rejected(Check(loaded.findings, loaded.places, loaded.criteria_checked), leaves_some=leaves_some)
    problem, evaluation = valued(loaded.round)
    findings = loaded.findings
    if has_review(loaded):
        findings = reviewed(loaded, problem, evaluation)
        if findings.rejects:
            raise Rejected(Check(findings, loaded.places, loaded.criteria_checked))
    return Opened(loaded.round, loaded.places, findings, tuple(loaded.rejected), problem, evaluation)


def valued(round_: Round) -> tuple[Problem, Evaluation]:
    """Return the candidates of a round as a problem, and what it comes to."""
    from stratsel.assemble.problem import assemble
    from stratsel.engine.evaluate import evaluate

    problem = assemble(round_)
    return problem, evaluate(problem)


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


def as_paths(paths: Sequence[AnyPath]) -> list[Path]:
    """Return what callers name as paths."""
    return [Path(path) for path in paths]


def as_path(path: AnyPath | None) -> Path | None:
    """Return what a caller names, if anything, as a path."""
    return None if path is None else Path(path)

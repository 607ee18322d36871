"""The library: one function for each use, from paths to results; nothing here prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.diagnostics.findings import Findings
    from stratsel.diagnostics.span import Places
    from stratsel.results.ranking import Ranking

AnyPath = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Check:
    """What is wrong with a round; `places` gives the lines that findings point to.

    `criteria_checked` is False where the criteria file could not be used, so that dossiers were checked for shape only.
    """

    findings: Findings
    places: Places
    criteria_checked: bool


def check(paths: Sequence[AnyPath] = (), *, criteria: AnyPath | None = None) -> Check:
    """Validate a round, or some files of one, and return every finding.

    Args:
        paths: a round's folder, its folder of dossiers, or files of one round; the current folder when empty.
        criteria: the criteria file, where the round has several.

    Raises:
        UsageError: nothing is there to check, or the paths do not name one round.
    """
    loaded = load(select_round(_paths(paths), _path(criteria)))
    return Check(loaded.findings, loaded.places, loaded.criteria_checked)


def rank(candidates: AnyPath = "candidates", *, criteria: AnyPath | None = None, partial: bool = False) -> Ranking:
    """Rank the candidates of a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round; the result names them.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    selection = select_round([Path(candidates)], _path(criteria))
    if selection.asked:
        raise UsageError(N_("{path} is no folder"), path=Path(candidates).as_posix())
    loaded = load(selection)
    leaves_some = loaded.round is not None and bool(loaded.round.table.candidates)
    if loaded.round is None or not leaves_some or (loaded.findings.rejects and not partial):
        raise Rejected(Check(loaded.findings, loaded.places, loaded.criteria_checked), leaves_some=leaves_some)
    from stratsel.assemble import assemble
    from stratsel.engine.evaluate import evaluate
    from stratsel.results.ranking import build_ranking

    problem = assemble(loaded.round)
    return build_ranking(loaded.round, problem, evaluate(problem), loaded.places, loaded.rejected)


def _paths(paths: Sequence[AnyPath]) -> list[Path]:
    return [Path(path) for path in paths]


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)

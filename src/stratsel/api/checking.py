"""Checking and repairing files, and telling a proposer what a dossier shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stratsel.api.opening import (
    AnyPath,
    Check,
    advised,
    as_path,
    as_paths,
    has_review,
    reviewed,
    valued,
    with_conflicts,
)
from stratsel.errors import Rejected, UsageError
from stratsel.intake.discover import DECISION_FILE, select_round
from stratsel.intake.load import Progress, load
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.intake.repair import Repairs
    from stratsel.results.feedback import Feedback


def check(
    paths: Sequence[AnyPath] = (),
    *,
    criteria: AnyPath | None = None,
    content: bytes | None = None,
    progress: Progress | None = None,
    advice: bool = False,
) -> Check:
    """Validate a round, or some files of one, and return every finding.

    Args:
        paths: a round's folder, its folder of dossiers, or files of one round; the current folder when empty.
        criteria: the criteria file, where the round has several.
        content: what stands for the one file that `paths` names, whether or not it is on disk.
        progress: is told how many dossiers of how many have been read, before each.
        advice: add advice on the quality of the decision, where nothing is rejected; it never rejects.

    Raises:
        UsageError: nothing is there to check, or the paths do not name one round.
    """
    selection = select_round(as_paths(paths), as_path(criteria), content)
    loaded = load(selection, progress)
    if not selection.asked or selection.criteria_file in selection.asked:
        loaded = with_conflicts(loaded)
    is_asked = not selection.asked or DECISION_FILE in selection.asked
    is_reviewed = is_asked and has_review(loaded)
    if loaded.round is None or not (is_reviewed or advice):
        return Check(loaded.findings, loaded.places, loaded.criteria_checked)
    problem, evaluation = valued(loaded.round)
    findings = reviewed(loaded, problem, evaluation) if is_reviewed else loaded.findings
    if advice and not findings.rejects:
        try:
            found = advised(loaded.round, problem, evaluation, loaded.places, selection.asked)
        except Rejected as changed:
            return Check(changed.check.findings, changed.check.places, loaded.criteria_checked)
        findings = replace(findings, items=(*findings.items, *found.items))
    return Check(findings, loaded.places, loaded.criteria_checked)


def repairs(paths: Sequence[AnyPath] = (), *, criteria: AnyPath | None = None, content: bytes | None = None) -> Repairs:
    """Return what `fix` would change; nothing is written. Arguments are as for `check`.

    Raises:
        UsageError: nothing is there to check, or the paths do not name one round.
    """
    from stratsel.intake.repair import find_repairs

    return find_repairs(select_round(as_paths(paths), as_path(criteria), content))


def fix(paths: Sequence[AnyPath] = (), *, criteria: AnyPath | None = None) -> Repairs:
    """Repair slips of form in a round, or in some of its files, and return what was changed.

    Set right are accents apart from their letters, mixed ends of lines, texts that a comma cut, and keys with one near
    spelling; never a figure or what a text says. All else in the files stays as it is. Arguments are as for `check`.

    Raises:
        UsageError: nothing is there to check, the paths do not name one round, or a file has changed meanwhile or
            cannot be written.
    """
    from stratsel.intake.repair import find_repairs, write_repairs

    selection = select_round(as_paths(paths), as_path(criteria))
    found = find_repairs(selection)
    write_repairs(selection.folder, found)
    return found


def feedback(
    dossier: AnyPath,
    *,
    criteria: AnyPath | None = None,
    content: bytes | None = None,
    progress: Progress | None = None,
) -> Feedback:
    """Return what a dossier shows by itself and where more evidence would matter most, beside its findings.

    Args:
        dossier: the file; the rest of its round is read as for `check`.
        criteria: the criteria file, where the round has several.
        content: what stands for the file, whether or not it is on disk.
        progress: is told how many dossiers of how many have been read, before each.

    Raises:
        UsageError: there is no such file, or it is no dossier of a round.
    """
    from stratsel.results.build import round_facts
    from stratsel.results.feedback import Feedback, dossier_standing

    selection = select_round([Path(dossier)], as_path(criteria), content)
    if not any(file.startswith(f"{selection.dossiers}/") for file in selection.asked):
        raise UsageError(N_("{path} is no dossier; name the file of one"), path=Path(dossier).as_posix())
    loaded = load(selection, progress)
    if loaded.round is None:
        return Feedback(loaded.findings, loaded.places)
    facts = round_facts(loaded.round)
    mine = [candidate for candidate, file in loaded.round.files.items() if file in selection.asked]
    if not mine:
        return Feedback(loaded.findings, loaded.places, facts)
    problem, evaluation = valued(loaded.round)
    try:
        standing = dossier_standing(loaded.round, problem, evaluation, mine[0], loaded.places)
    except Rejected as changed:
        return Feedback(changed.check.findings, changed.check.places, facts)
    return Feedback(loaded.findings, loaded.places, facts, standing)

"""The sheet for the proposer of a dossier, as `check --feedback` gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from stratsel import api
from stratsel.cli.output import emit
from stratsel.cli.progress import progress
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_

BESIDE = {"form": "--format", "each": "--all", "statistics": "--statistics", "diff": "--diff", "advice": "--advice"}
"""The options that say how findings are shown, by the names of their parameters; the sheet has a form of its own."""


def give_feedback(
    context: typer.Context,
    paths: Sequence[Path],
    content: bytes | None,
    criteria: Path | None,
    output: Path | None,
    *,
    strict: bool,
) -> bool:
    """Write the sheet on one dossier, and return whether its findings reject it.

    Raises:
        UsageError: not one dossier is named, or there is another option that says how findings are shown.
    """
    from stratsel.report.feedback import render

    refuse_beside(context)
    if len(paths) != 1:
        raise UsageError(N_("--feedback is about one dossier: name its file and nothing else"))
    language = str(context.find_root().obj)
    with progress(language) as told:
        found = api.feedback(paths[0], criteria=criteria, content=content, progress=told)
    found = replace(found, findings=found.findings.strict()) if strict else found
    emit(render(found, language), output)
    return found.findings.rejects


def refuse_beside(context: typer.Context) -> None:
    """Refuse the options that do not go with the sheet; what the environment says of the format is passed over.

    Raises:
        UsageError: one of them is given.
    """
    for parameter, option in BESIDE.items():
        source = context.get_parameter_source(parameter)
        if source is not None and source.name == "COMMANDLINE":
            raise UsageError(N_("--feedback is a sheet of its own form; leave {option} out"), option=option)

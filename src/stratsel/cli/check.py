"""`stratsel check`."""

from __future__ import annotations

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Lang, Output
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.api import Check
    from stratsel.cli.findings import Showing


class FindingsFormat(StrEnum):
    """The forms in which findings can be written."""

    AUTO = "auto"
    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATHS", help=N_("A round, its candidates, or single files."))
]
Form = Annotated[
    FindingsFormat,
    typer.Option(
        "--format",
        metavar="FORM",
        envvar="STRATSEL_FORMAT",
        show_envvar=False,
        show_default=False,
        help=", ".join(form for form in FindingsFormat if form != "auto"),
    ),
]
All = Annotated[bool, typer.Option("--all", help=N_("Each finding by itself, not grouped by cause."))]
Statistics = Annotated[bool, typer.Option("--statistics", help=N_("Only how often each code was found."))]
Strict = Annotated[bool, typer.Option("--strict", help=N_("Warnings are errors; advice stays advice."))]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help=N_("End with 0 whatever is found."))]
StdinFile = Annotated[
    Path | None,
    typer.Option("--stdin-filename", metavar="FILE", hidden=True, help=N_("The file that - stands for, in PATHS.")),
]
"""Not in the help, which has to fit a screen: it is named where `-` stands without it."""
Diff = Annotated[bool, typer.Option("--diff", help=N_("Only show what --fix would change."))]
Fix = Annotated[bool, typer.Option("--fix", help=N_("Repair slips of form first, such as a misspelt key."))]
Sheet = Annotated[bool, typer.Option("--feedback", help=N_("A sheet for the proposer of one dossier, as Markdown."))]
Advice = Annotated[bool, typer.Option("--advice", help=N_("Also how the decision could be sounder; never rejects."))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=N_("Findings and nothing else."))]


def check(
    context: typer.Context,
    paths: Paths = None,
    criteria: CriteriaFile = None,
    form: Form = FindingsFormat.AUTO,
    each: All = False,
    statistics: Statistics = False,
    strict: Strict = False,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    diff: Diff = False,
    fix: Fix = False,
    feedback: Sheet = False,
    advice: Advice = False,
    stdin_filename: StdinFile = None,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Validate a round and name every finding with file, line, column and cure."""
    from stratsel import api
    from stratsel.cli.feedback import give_feedback
    from stratsel.cli.findings import Showing, format_meant
    from stratsel.cli.progress import progress
    from stratsel.cli.repair import make_repairs, refuse_together, show_repairs
    from stratsel.cli.stdin import paths_and_input

    language = str(context.find_root().obj)
    meant = format_meant(form, os.environ, to_file=output is not None, counts_only=statistics)
    showing = Showing(meant, language, output is None, quiet, statistics, each)
    asked, content = paths_and_input(paths or (), stdin_filename)
    refuse_together(diff, fix, content)
    if fix:
        make_repairs(asked, criteria, language, is_quiet=quiet)
    if feedback:
        rejects = give_feedback(context, asked, content, criteria, output, strict=strict)
        return Exit.FINDINGS if rejects and not exit_zero else Exit.FINE
    with progress(language) as told:
        found = api.check(asked, criteria=criteria, content=content, progress=told, advice=advice)
    found = replace(found, findings=found.findings.strict()) if strict else found
    if diff:
        show_repairs(api.repairs(asked, criteria=criteria, content=content), language, output, is_quiet=quiet)
    else:
        _report(found, showing, output)
    return Exit.FINDINGS if found.findings.rejects and not exit_zero else Exit.FINE


def _report(found: Check, showing: Showing, output: Path | None) -> None:
    from stratsel.cli.findings import add_remarks, show_findings
    from stratsel.cli.github import add_step_summary
    from stratsel.cli.output import emit

    emit(show_findings(found, showing), output)
    if showing.form == "github":
        add_step_summary(found, showing.language)
    add_remarks(found, showing)

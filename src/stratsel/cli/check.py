"""`stratsel check`."""

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Lang, Output
from stratsel.language.catalogue import N_


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
        help=", ".join(FindingsFormat),
    ),
]
All = Annotated[bool, typer.Option("--all", help=N_("Each finding by itself, not grouped by cause."))]
Statistics = Annotated[bool, typer.Option("--statistics", help=N_("Only how often each code was found."))]
Strict = Annotated[bool, typer.Option("--strict", help=N_("Warnings are errors; advice stays advice."))]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help=N_("End with 0 whatever is found."))]
StdinFile = Annotated[
    Path | None, typer.Option("--stdin-filename", metavar="FILE", help=N_("The file that - stands for, in PATHS."))
]
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
    stdin_filename: StdinFile = None,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Validate a round and name every finding with file, line, column and cure."""
    from stratsel import api
    from stratsel.cli.findings import Showing, add_remarks, format_meant, show_findings
    from stratsel.cli.github import add_step_summary
    from stratsel.cli.output import emit
    from stratsel.cli.progress import progress
    from stratsel.cli.stdin import paths_and_input

    language = str(context.find_root().obj)
    meant = format_meant(form, os.environ, to_file=output is not None, counts_only=statistics)
    showing = Showing(meant, language, output is None, quiet, statistics, each)
    asked, content = paths_and_input(paths or (), stdin_filename)
    with progress(language) as told:
        found = api.check(asked, criteria=criteria, content=content, progress=told)
    found = replace(found, findings=found.findings.strict()) if strict else found
    emit(show_findings(found, showing), output)
    if meant == "github":
        add_step_summary(found, language)
    add_remarks(found, showing)
    return Exit.FINDINGS if found.findings.rejects and not exit_zero else Exit.FINE

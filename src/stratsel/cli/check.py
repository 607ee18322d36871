"""`stratsel check`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Lang, Output
from stratsel.language.catalogue import N_


class FindingsFormat(StrEnum):
    """The forms in which findings can be written."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATHS", help=N_("A round, its candidates, or single files."))
]
Form = Annotated[FindingsFormat, typer.Option("--format", help=N_("How to write the findings."))]


def check(
    context: typer.Context,
    paths: Paths = None,
    criteria: CriteriaFile = None,
    form: Form = FindingsFormat.TEXT,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Validate a round and name every finding with file, line, column and cure."""
    from stratsel import api
    from stratsel.cli.findings import shape_only_remark, show_findings
    from stratsel.cli.output import emit

    language = str(context.find_root().obj)
    found = api.check(paths or (), criteria=criteria)
    emit(show_findings(found, form, language, to_terminal=output is None), output)
    shape_only_remark(found, language)
    return Exit.FINDINGS if found.findings.rejects else Exit.FINE

"""`stratsel schema`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import Debug, Lang, Output
from stratsel.language.catalogue import N_


class FileKind(StrEnum):
    """The kinds of file that have a schema."""

    CRITERIA = "criteria"
    CANDIDATE = "candidate"
    SOURCES = "sources"
    ASSESSOR = "assessor"
    DECISION = "decision"
    SCENARIO = "scenario"


Kind = Annotated[FileKind, typer.Argument(metavar="KIND", help=N_("The kind of file."))]
Rules = Annotated[
    Path | None,
    typer.Option("--criteria", metavar="FILE", help=N_("A criteria file whose leaves candidate shall know.")),
]


def schema(
    context: typer.Context,
    kind: Kind,
    criteria: Rules = None,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Print the JSON Schema by which editors help to write a kind of file."""
    from stratsel import api
    from stratsel.cli.output import emit
    from stratsel.cli.rules import refuse_rules
    from stratsel.errors import Rejected

    language = str(context.find_root().obj)
    try:
        text = api.schema(kind.value, criteria=criteria, language=language)
    except Rejected as rejected:
        refuse_rules(rejected, language)
        return Exit.FINDINGS
    emit(text, output)
    return Exit.FINE

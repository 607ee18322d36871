"""How the commands show a result that is a document and data: found, or refused with the findings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.findings import refuse
from stratsel.cli.output import emit, terminal_width, wants_colour
from stratsel.errors import Rejected
from stratsel.report.document import Document
from stratsel.report.formats import csv, write_as
from stratsel.report.options import RenderOptions

Result = TypeVar("Result")


def show(
    context: typer.Context,
    find: Callable[[], Result],
    compose: Callable[[Result, str], Document],
    data: Callable[[Result], Mapping[str, Any]],
    form: str,
    output: Path | None,
) -> Exit:
    """Find a result and write it in a format, to a file or to standard output."""
    language = str(context.find_root().obj)
    try:
        found = find()
    except Rejected as rejected:
        refuse(rejected, language)
        return Exit.FINDINGS
    to_screen = output is None
    options = RenderOptions(language, None, terminal_width() if to_screen else None, to_screen and wants_colour())
    emit(write_as(form, options, lambda: compose(found, language), lambda: data(found)), output)
    return Exit.FINE


def show_rows(
    context: typer.Context,
    find: Callable[[], Result],
    rows: Callable[[Result], Iterable[Sequence[str]]],
    output: Path | None,
) -> Exit:
    """Find a result and write its rows as CSV, to a file or to standard output."""
    try:
        found = find()
    except Rejected as rejected:
        refuse(rejected, str(context.find_root().obj))
        return Exit.FINDINGS
    emit(csv.write(rows(found)), output)
    return Exit.FINE

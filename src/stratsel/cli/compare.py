"""`stratsel compare`."""

import functools
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.options import CriteriaFile, Debug, DocumentForm, DocumentFormat, Lang, Output
from stratsel.cli.rank import Candidates, Partial
from stratsel.language.catalogue import N_

First = Annotated[str, typer.Argument(metavar="A", help=N_("The id of one candidate."))]
Second = Annotated[str, typer.Argument(metavar="B", help=N_("The id of the other."))]


def compare(
    context: typer.Context,
    first: First,
    second: Second,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    form: DocumentForm = DocumentFormat.TEXT,
    partial: Partial = False,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Set two candidates side by side."""
    from stratsel import api
    from stratsel.cli.results import show
    from stratsel.report.comparison import compose_comparison
    from stratsel.report.explanation_data import comparison_data

    find = functools.partial(api.compare, first, second, candidates, criteria=criteria, partial=partial)
    return show(context, find, compose_comparison, comparison_data, form.value, output)

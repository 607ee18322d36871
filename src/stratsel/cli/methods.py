"""`stratsel methods`."""

import functools
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.options import CriteriaFile, Debug, Lang, Output
from stratsel.cli.rank import Candidates, Partial, RankingFormat
from stratsel.language.catalogue import N_

Form = Annotated[RankingFormat, typer.Option("--format", help=N_("How to write it."))]


def methods(
    context: typer.Context,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    form: Form = RankingFormat.TABLE,
    partial: Partial = False,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Set the order of the round beside those of other methods."""
    from stratsel import api
    from stratsel.cli.results import show, show_rows
    from stratsel.report.methods import compose_methods
    from stratsel.report.methods_data import methods_data, methods_rows

    find = functools.partial(api.methods, candidates, criteria=criteria, partial=partial)
    if form is RankingFormat.CSV:
        language = str(context.find_root().obj)
        return show_rows(context, find, lambda found: methods_rows(found, language), output)
    return show(context, find, compose_methods, methods_data, form.value, output)

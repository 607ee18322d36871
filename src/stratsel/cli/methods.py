"""`stratsel methods`."""

from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
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
    from stratsel.cli.findings import refuse
    from stratsel.cli.output import emit, terminal_width, wants_colour
    from stratsel.errors import Rejected
    from stratsel.report.formats import write_as
    from stratsel.report.methods import compose_methods
    from stratsel.report.methods_data import methods_csv, methods_data
    from stratsel.report.options import RenderOptions

    language = str(context.find_root().obj)
    try:
        found = api.methods(candidates, criteria=criteria, partial=partial)
    except Rejected as rejected:
        refuse(rejected, language)
        return Exit.FINDINGS
    if form is RankingFormat.CSV:
        emit(methods_csv(found, language), output)
        return Exit.FINE
    to_screen = output is None
    options = RenderOptions(language, None, terminal_width() if to_screen else None, to_screen and wants_colour())
    text = write_as(form.value, options, lambda: compose_methods(found, language), lambda: methods_data(found))
    emit(text, output)
    return Exit.FINE

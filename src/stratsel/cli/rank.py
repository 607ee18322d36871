"""`stratsel rank`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Lang, Output, Scenarios
from stratsel.language.catalogue import N_


class RankingFormat(StrEnum):
    """The forms in which a ranking can be written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


Candidates = Annotated[Path, typer.Argument(metavar="CANDIDATES", help=N_("The folder of dossiers, or the round's."))]
Form = Annotated[RankingFormat, typer.Option("--format", help=N_("How to write the ranking."))]
Top = Annotated[int | None, typer.Option(min=1, metavar="N", help=N_("Only the first N places."))]
Firm = Annotated[
    bool, typer.Option("--firmness/--no-firmness", help=N_("Say how firm each place is, or leave that out."))
]
Partial = Annotated[bool, typer.Option("--partial", help=N_("Leave rejected dossiers out, and say so."))]


def rank(
    context: typer.Context,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    form: Form = RankingFormat.TABLE,
    top: Top = None,
    scenarios: Scenarios = None,
    partial: Partial = False,
    firmness: Firm = True,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Rank the candidates, say how much is open, and give each its justification."""
    from stratsel import api
    from stratsel.cli.findings import refuse
    from stratsel.cli.output import emit, terminal_width, wants_colour
    from stratsel.errors import Rejected
    from stratsel.report.formats import FORMATS
    from stratsel.report.options import RenderOptions

    language = str(context.find_root().obj)
    try:
        ranking = api.rank(candidates, criteria=criteria, partial=partial, firmness=firmness, scenarios=scenarios or ())
    except Rejected as rejected:
        refuse(rejected, language)
        return Exit.FINDINGS
    to_screen = output is None
    options = RenderOptions(language, top, terminal_width() if to_screen else None, to_screen and wants_colour())
    emit(FORMATS[form.value](ranking, options), output)
    return Exit.FINE

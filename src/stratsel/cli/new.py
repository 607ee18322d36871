"""`stratsel new`."""

from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Lang
from stratsel.cli.rank import Candidates
from stratsel.language.catalogue import N_

Candidate = Annotated[str, typer.Argument(metavar="ID", help=N_("The candidate's id, and its file's name."))]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=N_("What people call it."))]


def new(
    context: typer.Context,
    candidate: Candidate,
    candidates: Candidates = Path("candidates"),
    title: Title = None,
    criteria: CriteriaFile = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Write a dossier that asks each question of the round, and name its file."""
    from stratsel import api
    from stratsel.cli.output import emit
    from stratsel.cli.rules import refuse_rules
    from stratsel.errors import Rejected

    language = str(context.find_root().obj)
    try:
        path = api.new(candidate, title=title, candidates=candidates, criteria=criteria, language=language)
    except Rejected as rejected:
        refuse_rules(rejected, language)
        return Exit.FINDINGS
    emit(f"{path}\n")
    return Exit.FINE

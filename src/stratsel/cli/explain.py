"""`stratsel explain`."""

import functools
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.options import CriteriaFile, Debug, DocumentForm, DocumentFormat, Lang, Output, Scenarios
from stratsel.cli.rank import Candidates, Partial
from stratsel.language.catalogue import N_

Candidate = Annotated[str, typer.Argument(metavar="ID", help=N_("The candidate’s id."))]


def explain(
    context: typer.Context,
    candidate: Candidate,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    form: DocumentForm = DocumentFormat.TEXT,
    scenarios: Scenarios = None,
    partial: Partial = False,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Tell everything about one candidate."""
    from stratsel import api
    from stratsel.cli.results import show
    from stratsel.report.explanation import compose_explanation
    from stratsel.report.explanation_data import explanation_data

    find = functools.partial(api.explain, candidate, candidates, criteria=criteria, partial=partial)
    find = functools.partial(find, scenarios=scenarios or ())
    return show(context, find, compose_explanation, explanation_data, form.value, output)

"""`stratsel robustness`."""

import functools
import os
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.options import CriteriaFile, Debug, Lang, Output, Scenarios
from stratsel.cli.rank import Candidates, Form, Partial, RankingFormat
from stratsel.language.catalogue import N_
from stratsel.results.robustness.part import RobustnessPart

Parts = Annotated[
    list[RobustnessPart] | None,
    typer.Option("--part", metavar="PART", help=N_("Only this part, such as stability; repeatable.")),
]
Samples = Annotated[int | None, typer.Option("--samples", min=100, metavar="N", help=N_("Another number of draws."))]
Seed = Annotated[int | None, typer.Option("--seed", min=0, metavar="N", help=N_("Another seed than the round’s."))]
MOST_THREADS = 4
"""More do not help: what is not drawn runs on one."""


def robustness(
    context: typer.Context,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    parts: Parts = None,
    form: Form = RankingFormat.TABLE,
    samples: Samples = None,
    seed: Seed = None,
    scenarios: Scenarios = None,
    partial: Partial = False,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Study how the order holds when weights and judgements vary within what the files allow."""
    from stratsel import api
    from stratsel.cli.results import show, show_rows
    from stratsel.report.robustness.compose import compose_robustness
    from stratsel.report.robustness.data import one_part, robustness_data, robustness_rows

    find = functools.partial(api.robustness, candidates, criteria=criteria, parts=parts, samples=samples, seed=seed)
    find = functools.partial(
        find, threads=min(os.cpu_count() or 1, MOST_THREADS), partial=partial, scenarios=scenarios or ()
    )
    if form is RankingFormat.CSV:
        one_part(parts or ())
        return show_rows(context, find, robustness_rows, output)
    return show(context, find, compose_robustness, robustness_data, form.value, output)

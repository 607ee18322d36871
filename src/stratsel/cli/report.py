"""`stratsel report`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import CriteriaFile, Debug, Scenarios
from stratsel.cli.rank import Candidates, Partial
from stratsel.language.catalogue import N_


class PaperFormat(StrEnum):
    """The formats of the paper."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


Outputs = Annotated[
    list[Path],
    typer.Option("--output", "-o", metavar="FILE", help=N_("What to write: .md .html .docx .pdf .xlsx; repeatable.")),
]
Form = Annotated[
    PaperFormat | None,
    typer.Option("--format", metavar="FORMAT", help=N_("How to write all, whatever their endings say.")),
]
Sections = Annotated[
    str | None, typer.Option("--sections", metavar="LIST", help=N_("Only these sections, such as summary,reasons."))
]
Only = Annotated[str | None, typer.Option("--candidates", metavar="LIST", help=N_("Only these are justified, by id."))]
Languages = Annotated[
    str | None, typer.Option("--lang", metavar="LIST", help=N_("en, vi, or both: en,vi; the first in front."))
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="FILE", help=N_("A letterhead for .docx, to be written on."))
]
Embed = Annotated[bool, typer.Option("--embed", help=N_("Put figures into Markdown itself."))]


def report(
    context: typer.Context,
    outputs: Outputs,
    candidates: Candidates = Path("candidates"),
    criteria: CriteriaFile = None,
    form: Form = None,
    sections: Sections = None,
    only: Only = None,
    template: Template = None,
    embed: Embed = False,
    scenarios: Scenarios = None,
    partial: Partial = False,
    lang: Languages = None,
    debug: Debug = False,
) -> int:
    """Write the paper for the meeting, in one or several formats from one analysis."""
    from stratsel.cli.findings import refuse
    from stratsel.cli.papers import Wish, write_papers
    from stratsel.errors import Rejected

    language = str(context.find_root().obj)
    wish = Wish.of(outputs, form, language, lang, sections, only, template, embed=embed)
    try:
        write_papers(wish, candidates, criteria, scenarios or (), partial=partial)
    except Rejected as rejected:
        refuse(rejected, language)
        return Exit.FINDINGS
    return Exit.FINE

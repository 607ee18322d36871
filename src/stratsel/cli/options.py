"""Options that several commands share, each defined once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from stratsel.language.catalogue import N_


class Tongue(StrEnum):
    """The languages in which the tool speaks."""

    EN = "en"
    VI = "vi"


class DocumentFormat(StrEnum):
    """The forms in which a document can be written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Lang = Annotated[Tongue | None, typer.Option("--lang", help=N_("Language; otherwise STRATSEL_LANG, the locale, en."))]
CriteriaFile = Annotated[
    Path | None, typer.Option("--criteria", metavar="FILE", help=N_("The criteria file, where there are several."))
]
Scenarios = Annotated[
    list[Path] | None, typer.Option("--scenario", metavar="FILE", help=N_("A what-if beside it; repeatable."))
]
DocumentForm = Annotated[DocumentFormat, typer.Option("--format", help=N_("How to write it."))]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help=N_("Write to a file, as a whole or not at all."))
]
Debug = Annotated[bool, typer.Option("--debug", hidden=True, help=N_("Show the traceback if the tool itself fails."))]
"""Not in the help, which has to fit a screen: it is named where the tool fails."""

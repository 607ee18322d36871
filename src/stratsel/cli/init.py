"""`stratsel init`."""

from pathlib import Path
from typing import Annotated

import typer

from stratsel.cli.exits import Exit
from stratsel.cli.options import Debug, Lang
from stratsel.language.catalogue import N_, say

Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help=N_("Where to; here unless said."))]


def init(context: typer.Context, folder: Folder = Path(), lang: Lang = None, debug: Debug = False) -> int:
    """Write a small round to begin with, and name its files."""
    from stratsel import api
    from stratsel.cli.output import emit, remark

    language = str(context.find_root().obj)
    emit("".join(f"{path}\n" for path in api.init(folder, language=language)))
    remark(say(language, N_("everything in it is invented; see what comes of it with: stratsel rank {folder}"),
               folder=folder.as_posix()))  # fmt: skip
    return Exit.FINE

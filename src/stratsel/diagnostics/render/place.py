"""A finding's place as the formats for other programs name it."""

import os
from pathlib import Path
from urllib.parse import quote

from stratsel.diagnostics.span import START_OF_FILE, Places, TextSpan, Where


def span_of(where: Where, places: Places) -> TextSpan:
    """Return the span of a place, located if need be; the start of the file where there is none."""
    located = where if where.span is not None else places.locate(where)
    return located.span or START_OF_FILE


def relative(file: str) -> str:
    """Return a file's name as seen from the current folder if the file is in it, else the name as it is."""
    if not os.path.isabs(file):  # noqa: PTH117 - speed
        return file
    path, here = Path(file), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else file


def uri(file: str) -> str:
    """Return a file's name as a URI reference, relative where it can be, with everything odd percent-encoded."""
    return quote(relative(file), safe="/", errors="surrogatepass")

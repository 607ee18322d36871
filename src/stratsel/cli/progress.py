"""A line that grows while a long check runs: on a terminal only, and only after a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from stratsel.intake.load import Progress
from stratsel.language.catalogue import N_, say

PATIENCE = 1.0
"""The seconds in which nothing is shown."""
PERIOD = 0.1
"""The seconds from one state to the next."""
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(language: str) -> Iterator[Progress | None]:
    """Give what a long job tells its progress to, or None where nobody would see it; the line is gone at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    due = monotonic() + PATIENCE
    is_shown = False

    def tell(done: int, total: int) -> None:
        nonlocal due, is_shown
        if monotonic() >= due:
            due = monotonic() + PERIOD
            is_shown = True
            sys.stderr.write(_CLEAR + say(language, N_("{done} of {total} files"), done=done, total=total))
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if is_shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

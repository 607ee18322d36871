"""Where results go: standard output or a file; remarks go to standard error."""

import io
import os
import sys
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.read import obstacle_of


def open_closed_streams() -> None:
    """Put something in the place of the standard streams that the caller has closed, lest a file takes their numbers.

    Nothing can be read there, what is remarked is lost, and to write a result fails.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def use_utf8() -> None:
    """Make both streams UTF-8 with plain line ends, whatever the system's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def emit(text: str, file: Path | None = None) -> None:
    """Write a result to a file, or to standard output; a reader that went away is no fault.

    Raises:
        UsageError: it cannot be written there, as on a full disk.
    """
    if file is not None:
        from stratsel.files.write import write_atomically

        write_atomically(file, text.encode("utf-8"))
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UsageError("cannot write {file}: {obstacle}", file="stdout", obstacle=obstacle_of(error)) from error


def remark(text: str) -> None:
    """Write a line for the person at the terminal, beside the result; where nobody can read it, nothing is amiss."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def terminal_width() -> int | None:
    """Return the width of the terminal that standard output is, or None where it is none."""
    return os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours to a reader who has not declined them."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

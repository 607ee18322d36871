"""Places in a file: where a finding points."""

from dataclasses import dataclass
from typing import Literal, Protocol

KeyPath = tuple[str | int, ...]
"""The route of keys and indices from the top of a file to a value."""

Part = Literal["key", "value"]


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A stretch of text; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START_OF_FILE = TextSpan(1, 1, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of text and what is to stand in its place."""

    span: TextSpan
    text: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place as a check names it: a file, a path of keys, and whether the key or the value is meant.

    `span` is filled in by `Places`, or at once by the reader, which knows it.
    """

    file: str
    path: KeyPath = ()
    part: Part = "value"
    span: TextSpan | None = None


class Places(Protocol):
    """Turns a named place into a span."""

    def locate(self, where: Where) -> Where:
        """Return `where` with its span."""
        ...

    def line(self, file: str, number: int) -> str | None:
        """Return a line of the file's text, without its end, or None when there is none."""
        ...


def format_path(path: KeyPath) -> str:
    """Write a path as people read it: `assessments.growth.for[0].quote`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text

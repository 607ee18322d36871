"""Putting edits into a text: what they replace is replaced, and all else stays as it is, byte for byte."""

import re
from collections.abc import Iterable

from stratsel.diagnostics.span import Edit, TextSpan

LINE_END = re.compile(r"\r\n|\r|\n")


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with the span of each edit replaced.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    starts = _line_starts(text)
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        start, end = _ends(edit.span, starts)
        if not done <= start <= end <= len(text):
            raise ValueError(f"the edit at {edit.span} overlaps another or lies outside the text")
        pieces += (text[done:start], edit.text)
        done = end
    return "".join((*pieces, text[done:]))


def whole(text: str) -> TextSpan:
    """Return the span of a whole text."""
    starts = _line_starts(text)
    return TextSpan(1, 1, len(starts), len(text) - starts[-1] + 1)


def _line_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in LINE_END.finditer(text))]


def _ends(span: TextSpan, starts: list[int]) -> tuple[int, int]:
    """Return the indices at which a span starts and ends."""
    if span.end_line > len(starts):
        raise ValueError(f"there is no line {span.end_line}")
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1

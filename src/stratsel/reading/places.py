"""Where each key and value of a text stands; made on demand by a second pass of the same builder."""

import dataclasses
import re
from collections.abc import Callable
from typing import Any

from stratsel.diagnostics.span import START_OF_FILE, KeyPath, Part, TextSpan, Where
from stratsel.reading.events import Builder, Marks

_LINE_END = re.compile(r"\r\n|\r|\n")


class TextPlaces:
    """The spans of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _LINE_END.split(text)
        self._marks: Marks = {}
        self._root: Any = Builder(text, self._marks).build()

    def span(self, path: KeyPath, part: Part = "value") -> TextSpan:
        """Return the span of a key or a value; where a step is missing, that of the last one there."""
        container, found = self._root, None
        for step in path:
            mark = self._marks.get((id(container), step)) if isinstance(container, dict | list) else None
            if mark is None:
                part = "key" if found is not None else part
                break
            found = mark
            container = container[step]
        if found is None:
            return START_OF_FILE
        start, end = (found[0], found[1]) if part == "key" else (found[2], found[3])
        return self._span(start, end)

    def _span(self, start: Any, end: Any) -> TextSpan:
        text = self.text[start.index : end.index].rstrip()
        if not text:
            return TextSpan(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        lines = _LINE_END.split(text)
        if len(lines) == 1:
            return TextSpan(start.line + 1, start.column + 1, start.line + 1, start.column + 1 + len(text))
        return TextSpan(start.line + 1, start.column + 1, start.line + len(lines), len(lines[-1]) + 1)


class FilePlaces:
    """Turns the places that checks name into spans, reading each file again when it is first asked about.

    `read_text` returns a file's text, or None where it can no longer be read as it was.
    `shown` gives the name under which people know a file; `locate` returns places under that name.
    """

    def __init__(self, read_text: Callable[[str], str | None], shown: Callable[[str], str]) -> None:
        self._read_text = read_text
        self._shown = shown
        self._texts: dict[str, TextPlaces | None] = {}
        self._files: dict[str, str] = {}
        self.lost: set[str] = set()
        """The files that could no longer be read as they were when a place in them was asked for."""

    def locate(self, where: Where) -> Where:
        """Return the place with its span, under the file's shown name."""
        self._files[self._shown(where.file)] = where.file
        span = where.span
        if span is None:
            span = self._span(where) if where.path else START_OF_FILE
        return dataclasses.replace(where, file=self._shown(where.file), span=span)

    def _span(self, where: Where) -> TextSpan:
        text = self._of(where.file)
        if text is None:
            self.lost.add(where.file)
            return START_OF_FILE
        return text.span(where.path, where.part)

    def line(self, file: str, number: int) -> str | None:
        """Return a line of a file, by its shown name and counted from 1; None when there is none."""
        text = self._of(self._files.get(file, file))
        return text.lines[number - 1] if text is not None and 0 < number <= len(text.lines) else None

    def _of(self, file: str) -> TextPlaces | None:
        if file not in self._texts:
            text = self._read_text(file)
            self._texts[file] = None if text is None else TextPlaces(text)
        return self._texts[file]

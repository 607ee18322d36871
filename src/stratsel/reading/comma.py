"""Texts between curly brackets that a comma cut in pieces: where each stands, and what it says in one piece."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from stratsel.diagnostics.span import Edit, TextSpan
from stratsel.reading.events import event_parser
from stratsel.reading.scalar import plain_scalar
from stratsel.reading.splice import LINE_END

_COMMA = re.compile(r"\s*,\s*")
_FOLD = re.compile(r"[ \t]*((?:\r\n|\r|\n)[ \t]*)+")


@dataclass(frozen=True, slots=True)
class CutText:
    """A text that a comma cut: its key, the whole of it, and the edit that puts it in quotation marks.

    `cuts` are the places, by line and column from 1, of the keys that the rest of it became.
    """

    key: str
    text: str
    edit: Edit
    cuts: tuple[tuple[int, int], ...]


def cut_texts(text: str) -> Iterator[CutText]:
    """Yield the texts that a comma cut, as far as only what stands between the brackets was meant.

    A number in front of the comma is no text, and what has quotation marks already was meant as it stands.
    """
    frames: list[_Frame] = []
    for event in _events(text):
        kind = event.__class__
        if issubclass(kind, CollectionEndEvent):
            yield from frames.pop().cut(text)
        elif issubclass(kind, CollectionStartEvent):
            if frames:
                yield from frames[-1].take(None, text)
            frames.append(_Frame(is_mapping=kind is MappingStartEvent))
        elif frames:
            yield from frames[-1].take(event if _is_plain(event) else None, text)


def _events(text: str) -> Iterator[Any]:
    parser = event_parser(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            if isinstance(event, CollectionEndEvent | NodeEvent):
                yield event
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()


def _is_plain(event: Any) -> bool:
    bare = isinstance(event, ScalarEvent) and not event.style
    return bare and event.anchor is None and event.tag is None


@dataclass(slots=True)
class _Frame:
    """An open collection: the last text in it, with its key, and the keys that follow from commas in it.

    Each event is that of a scalar without quotation marks, or None.
    """

    is_mapping: bool
    key: Any = None
    wants_value: bool = False
    last: tuple[Any, Any] | None = None
    rest: list[Any] = field(default_factory=list)

    def take(self, event: Any, text: str) -> Iterator[CutText]:
        """Take the next key or value."""
        if not self.is_mapping:
            return
        if not self.wants_value:
            self.key, self.wants_value = event, True
            return
        key, self.wants_value = self.key, False
        if self.last is not None and _is_rest(key, event):
            self.rest.append(key)
            return
        yield from self.cut(text)
        is_text = event is not None and key is not None and isinstance(plain_scalar(event.value), str)
        self.last = (key, event) if is_text else None

    def cut(self, text: str) -> Iterator[CutText]:
        """Yield the last text if a comma cut it; it is followed by something else."""
        if self.last is None or not self.rest:
            return
        (key, value), rest = self.last, self.rest
        self.rest = []
        ends = [_end(each, text) for each in (value, *rest)]
        gaps = [text[end : after.start_mark.index] for end, after in zip(ends, rest, strict=False)]
        if all(map(_COMMA.fullmatch, gaps)):
            written = text[value.start_mark.index : ends[-1]]
            cuts = tuple((each.start_mark.line + 1, each.start_mark.column + 1) for each in rest)
            pieces = (piece for gap, each in zip(gaps, rest, strict=True) for piece in (_folded(gap), each.value))
            whole = "".join((value.value, *pieces))
            yield CutText(key.value, whole, Edit(_span(value.start_mark, written), _quoted(written)), cuts)


def _is_rest(key: Any, value: Any) -> bool:
    """Whether a key has neither a value nor a colon, as only what stands behind a comma has."""
    if key is None or value is None or value.value:
        return False
    return bool(key.value) and key.end_mark.index == value.end_mark.index


def _end(event: Any, text: str) -> int:
    start: int = event.start_mark.index
    return start + len(text[start : event.end_mark.index].rstrip())


def _span(start: Any, written: str) -> TextSpan:
    lines = LINE_END.split(written)
    column = len(lines[-1]) + (start.column if len(lines) == 1 else 0)
    return TextSpan(start.line + 1, start.column + 1, start.line + len(lines), column + 1)


def _folded(gap: str) -> str:
    """Return what stands for a gap in a text that runs over several lines."""
    return _FOLD.sub(lambda found: "\n" * (len(LINE_END.findall(found[0])) - 1) or " ", gap)


def _quoted(written: str) -> str:
    escaped = written.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

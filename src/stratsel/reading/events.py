"""A parser's events into plain values: mappings, lists, texts, exact numbers, true and false.

libyaml's events are used where it is installed, else those of the parser in pure Python, with the same results.
Nothing recurses, so no nesting can exhaust the stack, and limits stop what would exhaust memory.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NoReturn, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Fact
from stratsel.diagnostics.span import START_OF_FILE, KeyPath, TextSpan
from stratsel.reading.characters import character_defects, fault_of_characters
from stratsel.reading.defect import MAX_DEFECTS, Defect
from stratsel.reading.scalar import AFTER_NUMBERS, LONGEST_WORD, MERGE, NOT_KEYS, NotANumber, Scalar, plain_scalar
from stratsel.reading.syntax import syntax_defect
from stratsel.terms import Shape

MAX_DEPTH = 64
"""The deepest nesting of lists and mappings."""
MAX_VALUES = 200_000
"""The most keys and values in one file; the end of a list or of a mapping counts as one."""

_MISLEADING = re.compile(r"\\|[\[{,]\s*\?[^\s?]")
"""What may make a text say something else than it seems to: an escape, or a key that begins with `?`."""

Marks = dict[tuple[int, str | int], tuple[Any, Any, Any, Any]]
"""By identity of the container and key or index: start and end of the key, start and end of the value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says; None in `value`, or in its place inside it, where `defects` say why it is missing."""

    value: Any
    defects: tuple[Defect, ...] = ()


class _Stop(Exception):
    """Reading ends here; the last defect says why."""


class _Token:
    """A name that no file can write."""


_DROPPED = _Token()
"""The key of a value that is read and thrown away."""
_AWAITED = _Token()
"""The key while a list or a mapping is read where a key should stand."""


def read_yaml(text: str) -> Reading:
    """Read a text as one YAML 1.2 document of plain values."""
    defects = character_defects(text)
    if any(defect.code is not Code.NOT_NFC for defect in defects):
        return Reading(None, tuple(defects))
    builder = Builder(text)
    value = builder.build()
    looked = islice(_second_look(text), MAX_DEFECTS) if not builder.defects and _may_mislead(text) else ()
    return Reading(value, (*defects, *builder.defects, *looked))


def _may_mislead(text: str) -> bool:
    """Whether a text may say something else than it seems to."""
    return ("?" in text or "\\" in text) and _MISLEADING.search(text) is not None


def _second_look(text: str) -> Iterator[Defect]:
    """Yield what only shows where keys and values stand, so that the text is read once more.

    That is forbidden characters and piles of marks written as escapes, and keys from which the parser takes a
    question mark away.
    """
    marks: Marks = {}
    waiting: list[tuple[KeyPath, Any]] = [((), Builder(text, marks).build())]
    while waiting:
        path, held = waiting.pop()
        if not isinstance(held, dict | list):
            continue
        for step, value in held.items() if isinstance(held, dict) else enumerate(held):
            key_start, key_end, start, end = marks[id(held), step]
            waiting.append(((*path, step), value))
            if isinstance(step, str) and text[key_start.index - 1 : key_start.index] == "?":
                yield Defect(Code.YAML_SYNTAX, _between(key_start, key_end), path=(*path, step))
            for written, first, last in ((step, key_start, key_end), (value, start, end)):
                fault = fault_of_characters(written) if isinstance(written, str) else None
                if fault is not None:
                    code, facts = fault
                    yield Defect(code, _between(first, last), facts, (*path, step))


def event_parser(text: str) -> Any:
    """Return a parser of `text` with `get_event` and `dispose`: libyaml's, else the one in pure Python."""
    if yaml.__with_libyaml__:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]

        return CParser(text)
    from stratsel.reading.pure import PureParser

    return PureParser(text)


class Builder:
    """Builds one document's values from its events.

    With `marks`, it also records where every key and value stands; that is all that sets the second pass apart.
    """

    def __init__(self, text: str, marks: Marks | None = None) -> None:
        self.text = text
        self.marks = marks
        self.defects: list[Defect] = []
        self._documents = 0
        self._cut: tuple[Any, int] = (None, 0)
        """Of the last text that a comma ended: its mapping and how many keys that had."""
        self._stack: list[tuple[Any, Any, Any, Any]] = []
        """Of each open collection's parent: the container, its key, the event of that key; then the opening event."""

    def build(self) -> Any:
        """Return the document's value; what is wrong with it stands in `defects`."""
        try:
            parser = event_parser(self.text)
        except yaml.YAMLError as error:
            self.defects.append(syntax_defect(error, self.text))
            return None
        try:
            return self._run(parser.get_event)
        except yaml.YAMLError as error:
            self._note_syntax(syntax_defect(error, self.text, self._opened()))
        except _Stop:
            pass
        finally:
            parser.dispose()
        return None

    def _run(self, next_event: Callable[[], Any]) -> Any:
        """Follow the events to the end of the stream: a state machine in local names, since this loop is the cost."""
        stack, in_mapping, wants_key = self._stack, False, False
        may_refer, has_marks = "&" in self.text or "!" in self.text, self.marks is not None
        event = container = key = key_event = cast(Any, None)
        for _ in range(MAX_VALUES):
            kind = type(event := next_event())
            if kind is ScalarEvent:
                value, first = event.value, event
                if may_refer and (event.anchor is not None or event.tag is not None):
                    self._refuse_properties(event, container, key)
                if wants_key:
                    refused = value in container or (value in NOT_KEYS and not event.style)
                    key, key_event, wants_key = self._refuse_key(event) if refused else value, event, False
                    continue
                if value < AFTER_NUMBERS or (len(value) <= LONGEST_WORD and value in NOT_KEYS):
                    value = value if event.style else self._plain(event, container, key, key_event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, (container, key, key_event, first) = container, stack.pop()
                in_mapping = type(container) is dict
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if wants_key or may_refer or len(stack) >= MAX_DEPTH:
                    self._enter(event, container, key, wants_key)
                stack.append((container, _AWAITED if wants_key else key, key_event, event))
                in_mapping = wants_key = kind is MappingStartEvent
                container, key = {} if in_mapping else [], None
                continue
            elif kind is AliasEvent:
                value, first, key = self._refuse_alias(event, container, key), event, _AWAITED if wants_key else key
            else:
                if kind is StreamEndEvent:
                    return self._finished(container)
                self._count_documents(event)
                continue
            if key is _AWAITED:
                key, key_event, wants_key = _DROPPED, first, False
                continue
            if has_marks or container is None or key is _DROPPED or value is _DROPPED:
                container = self._put(container, key, value, (key_event, first, event))
            elif in_mapping:
                container[key] = value
            else:
                container.append(value)
            key, wants_key = None, in_mapping
        return self._stop(Code.TOO_MANY_VALUES, event, limit=str(MAX_VALUES))

    def _plain(self, event: Any, container: Any, key: Any, key_event: Any) -> Any:
        value = plain_scalar(event.value)
        if value is None or value is NotANumber.OUT_OF_RANGE:
            return self._checked(value, event, container, key, key_event)
        return value

    def _put(self, container: Any, key: Any, value: Any, events: tuple[Any, Any, Any]) -> Any:
        """Return the container with the value in it and its place in `marks`, or the value where there is none."""
        if container is None:
            return value
        key_event, first, last = events
        if container.__class__ is dict:
            if key is _DROPPED or value is _DROPPED:
                return container
            container[key] = value
        else:
            key, key_event = len(container), first
            container.append(value)
        if self.marks is not None:
            self.marks[id(container), key] = (key_event.start_mark, key_event.end_mark, first.start_mark, last.end_mark)
        return container

    def _refuse_key(self, event: Any) -> Any:
        key = event.value
        path = (*self._path(), key)
        if event.style or key not in NOT_KEYS:
            self._note(Code.DUPLICATE_KEY, _span(event), path, path, key=key)
        elif key == MERGE:
            self._note(Code.MERGE_KEY, _span(event), path)
        else:
            found: Fact = key or Shape.NOTHING
            self._note(Code.NON_TEXT_KEY, _span(event), self._path(), found=found)
        return _DROPPED

    def _checked(self, value: Scalar, event: Any, container: Any, key: Any, key_event: Any) -> Any:
        """Return a scalar that is no text, or None with a finding where it cannot stand."""
        if value is NotANumber.OUT_OF_RANGE:
            self._note(Code.NUMBER_OUT_OF_RANGE, _span(event), self._path(container, key), number=event.value)
            return None
        if key is _DROPPED or container is None:
            return value
        path = self._path(container, key)
        if container.__class__ is list:
            self._note(Code.EMPTY_VALUE, _span(event), path, key="-")
            return None
        if container and not key_event.style and key_event.end_mark.index == event.end_mark.index:
            return self._refuse_comma(container, key, key_event, path)
        self._note(Code.EMPTY_VALUE, _span(key_event), path, key=key)
        return None

    def _refuse_comma(self, container: dict[str, Any], key: str, key_event: Any, path: KeyPath) -> Any:
        """Refuse the rest of a text behind a comma, and what stands before it where it reads as a number."""
        cut, self._cut = self._cut, (container, len(container))
        if cut[0] is container and cut[1] == len(container):
            return _DROPPED
        last = next(reversed(container))
        before = container[last]
        if isinstance(before, dict | list | bool | None):
            self._note(Code.EMPTY_VALUE, _span(key_event), path, key=key)
            return None
        if not isinstance(before, str):
            container[last] = None
        spoilt = () if isinstance(before, str) else ((*path[:-1], last),)
        facts = {"before": str(before), "key": key}
        self._keep(Defect(Code.COMMA_IN_TEXT, _span(key_event), facts, path, spoilt=spoilt))
        return _DROPPED

    def _enter(self, event: Any, container: Any, key: Any, as_key: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, container, key)
        if len(self._stack) >= MAX_DEPTH:
            self._stop(Code.TOO_DEEP, event, limit=str(MAX_DEPTH))
        if as_key:
            found = Shape.MAPPING if event.__class__ is MappingStartEvent else Shape.LIST
            self._note(Code.NON_TEXT_KEY, _span(event), self._path(), found=found)

    def _count_documents(self, event: Any) -> None:
        self._documents += event.__class__ is DocumentStartEvent
        if self._documents > 1:
            self._stop(Code.SECOND_DOCUMENT, event)

    def _finished(self, root: Any) -> Any:
        if root is None and not self.defects:
            self._note(Code.EMPTY_FILE, START_OF_FILE)
        return root

    def _path(self, container: Any = None, key: Any = None) -> KeyPath:
        """Return the path of the open containers, and of the value about to be put into `container`.

        It ends before a key that cannot stand there.
        """
        frames = [(held, name) for held, name, _, _ in self._stack[1:]]
        if container is not None:
            frames.append((container, key))
        path: list[str | int] = []
        for held, name in frames:
            if held.__class__ is not list and name.__class__ is not str:
                break
            path.append(len(held) if held.__class__ is list else name)
        return tuple(path)

    def _refuse_properties(self, event: Any, container: Any, key: Any) -> None:
        start = event.start_mark
        span = TextSpan(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        if event.anchor is not None:
            self._note(Code.ANCHOR_OR_ALIAS, span, self._path(container, key), name=f"&{event.anchor}")
        if event.tag is not None:
            self._note(Code.TAG, span, self._path(container, key), tag=event.tag)

    def _refuse_alias(self, event: Any, container: Any, key: Any) -> Any:
        """Return what stands in the place of an alias: nothing."""
        self._note(Code.ANCHOR_OR_ALIAS, _span(event), self._path(container, key), name=f"*{event.anchor}")

    def _opened(self) -> Any:
        """Return the mark of the innermost open bracket, if the innermost collection has one."""
        start = self._stack[-1][3] if self._stack else None
        return start.start_mark if start is not None and start.flow_style else None

    def _note_syntax(self, defect: Defect) -> None:
        """Keep a defect of syntax, unless an anchor or a tag that was not meant as one is its cause."""
        causes = (Code.ANCHOR_OR_ALIAS, Code.TAG)
        if not any(each.code in causes and each.span.line == defect.span.line for each in self.defects[-2:]):
            self.defects.append(defect)

    def _note(
        self, code: Code, span: TextSpan, path: KeyPath = (), first: KeyPath | None = None, **facts: Fact
    ) -> None:
        self._keep(Defect(code, span, facts, path, first))

    def _keep(self, defect: Defect) -> None:
        self.defects.append(defect)
        if len(self.defects) >= MAX_DEFECTS:
            self.defects.append(Defect(Code.TOO_MANY_FINDINGS, defect.span, {"count": str(MAX_DEFECTS)}))
            raise _Stop

    def _stop(self, code: Code, event: Any, **facts: Fact) -> NoReturn:
        self._keep(Defect(code, _span(event), facts))
        raise _Stop


def _span(event: Any) -> TextSpan:
    return _between(event.start_mark, event.end_mark)


def _between(start: Any, end: Any) -> TextSpan:
    return TextSpan(start.line + 1, start.column + 1, end.line + 1, end.column + 1)

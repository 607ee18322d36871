"""A dossier's fields against what the criteria file asks for: facts that carry no value."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import has_one_near, nearest
from stratsel.intake.record import Said
from stratsel.intake.validate import EXTENSION
from stratsel.language.visible import is_blank
from stratsel.model.base import parse_partial_date
from stratsel.model.criteria import Criteria, FieldDefinition
from stratsel.terms import UNKNOWN, FieldType, Shape

Check = Callable[[str, Any, str, KeyPath], Diagnostic | None]
"""Takes a field, what is given for it, and where that stands."""


class FieldRules:
    """What the fields of a round hold; `doubts` is what is wrong with the criteria file."""

    def __init__(self, criteria: Criteria, doubts: Said) -> None:
        self.names = frozenset(criteria.fields)
        self._is_whole = not doubts.covers(("fields",))
        self._checks: dict[str, Check | None] = {
            name: None if doubts.touches(("fields", name)) else _check_of(definition, criteria, doubts)
            for name, definition in criteria.fields.items()
        }

    def findings(self, file: str, fields: Mapping[str, Any]) -> Iterator[Diagnostic]:
        """Yield what is wrong with a dossier's fields."""
        for name, value in fields.items():
            if name in self._checks:
                found = None if value == UNKNOWN else self.finding(name, value, file, ("fields", name))
                if found is not None:
                    yield found
            elif self._is_whole and not name.startswith(EXTENSION):
                near = nearest(name, (known for known in self._checks if known not in fields))
                is_sure = near is not None and has_one_near(name, self._checks)
                where, facts = Where(file, ("fields", name), "key"), {"field": name}
                yield Diagnostic(Code.UNKNOWN_FIELD, where, facts, near, has_one_near=is_sure)

    def finding(self, field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        """Return what is wrong with a value that stands at `path` and is said to be one of a field's, or None."""
        check = self._checks[field]
        return None if check is None else check(field, value, file, path)


def _check_of(definition: FieldDefinition, criteria: Criteria, doubts: Said) -> Check | None:
    if definition.field_type is FieldType.TEXT:
        return _text
    if definition.field_type is FieldType.OPTION:
        return _filled(_one_of(definition.options))
    if definition.field_type is not FieldType.ENTRY:
        return _filled(_CHECKS[definition.field_type])
    name = str(definition.list)
    if name not in criteria.lists or doubts.touches(("lists", name)):
        return None
    return _filled(_entry_of(name, list(criteria.lists[name].entries)))


def _filled(check: Check) -> Check:
    """Return a check that an empty text does not pass: only a field of texts can be left empty on purpose."""

    def with_content(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if isinstance(value, str) and is_blank(value):
            return Diagnostic(Code.EMPTY_TEXT, Where(file, path))
        return check(field, value, file, path)

    return with_content


def _one_of(options: tuple[str, ...]) -> Check:
    def check(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if not isinstance(value, str):
            return _wrong_type(field, value, file, path, Shape.TEXT)
        if value in options:
            return None
        facts = {"found": value, "options": ", ".join(options), "field": field}
        return Diagnostic(Code.UNKNOWN_OPTION, Where(file, path), facts, nearest(value, options))

    return check


def _entry_of(name: str, entries: list[str]) -> Check:
    known = frozenset(entries)

    def check(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if not isinstance(value, str):
            return _wrong_type(field, value, file, path, Shape.TEXT)
        if value in known:
            return None
        facts = {"entry": value, "list": name}
        return Diagnostic(Code.UNKNOWN_ENTRY, Where(file, path), facts, nearest(value, entries))

    return check


def _text(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    return None if isinstance(value, str | dict) else _wrong_type(field, value, file, path, Shape.TEXT_OR_LANGUAGES)


def _number(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    return None if isinstance(value, int | Decimal) else _wrong_type(field, value, file, path, Shape.NUMBER)


def _date(field: str, value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    try:
        parse_partial_date(value)
    except PydanticCustomError as error:
        if error.type == "impossible_date":
            return Diagnostic(Code.IMPOSSIBLE_DATE, Where(file, path), {"found": str(value)})
        return _wrong_type(field, value, file, path, Shape.DATE)
    return None


_CHECKS: dict[FieldType, Check] = {FieldType.NUMBER: _number, FieldType.DATE: _date}
_SHAPES: dict[type, Shape] = {dict: Shape.MAPPING, tuple: Shape.LIST}


def _wrong_type(field: str, value: Any, file: str, path: KeyPath, expected: Shape) -> Diagnostic:
    found: Fact = _SHAPES.get(type(value), str(value))
    return Diagnostic(Code.WRONG_FIELD_TYPE, Where(file, path), {"field": field, "expected": expected, "found": found})

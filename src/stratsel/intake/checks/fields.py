"""A dossier's fields against what the criteria file asks for: facts that carry no value."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.intake.record import Said
from stratsel.intake.validate import EXTENSION
from stratsel.model.base import parse_partial_date
from stratsel.model.criteria import Criteria, FieldDefinition
from stratsel.terms import UNKNOWN, FieldType, Shape

Check = Callable[[Any, str, KeyPath], Diagnostic | None]


class FieldRules:
    """What the fields of a round ask of every dossier; `doubts` is what is wrong with the criteria file."""

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
                check = self._checks[name]
                found = None if check is None or value == UNKNOWN else check(value, file, ("fields", name))
                if found is not None:
                    yield found
            elif self._is_whole and not name.startswith(EXTENSION):
                near = nearest(name, (known for known in self._checks if known not in fields))
                yield Diagnostic(Code.UNKNOWN_FIELD, Where(file, ("fields", name), "key"), {"field": name}, near)


def _check_of(definition: FieldDefinition, criteria: Criteria, doubts: Said) -> Check | None:
    if definition.field_type is FieldType.OPTION:
        return _one_of(definition.options)
    if definition.field_type is not FieldType.ENTRY:
        return _CHECKS[definition.field_type]
    name = str(definition.list)
    if name not in criteria.lists or doubts.touches(("lists", name)):
        return None
    return _entry_of(name, list(criteria.lists[name].entries))


def _one_of(options: tuple[str, ...]) -> Check:
    def check(value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if not isinstance(value, str):
            return _wrong_type(value, file, path, Shape.TEXT)
        if value in options:
            return None
        facts = {"found": value, "options": ", ".join(options)}
        return Diagnostic(Code.UNKNOWN_OPTION, Where(file, path), facts, nearest(value, options))

    return check


def _entry_of(name: str, entries: list[str]) -> Check:
    known = frozenset(entries)

    def check(value: Any, file: str, path: KeyPath) -> Diagnostic | None:
        if not isinstance(value, str):
            return _wrong_type(value, file, path, Shape.TEXT)
        if value in known:
            return None
        facts = {"entry": value, "list": name}
        return Diagnostic(Code.UNKNOWN_ENTRY, Where(file, path), facts, nearest(value, entries))

    return check


def _text(value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    return None if isinstance(value, str | dict) else _wrong_type(value, file, path, Shape.TEXT_OR_LANGUAGES)


def _number(value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    return _wrong_type(value, file, path, Shape.NUMBER) if isinstance(value, str | dict) else None


def _date(value: Any, file: str, path: KeyPath) -> Diagnostic | None:
    try:
        parse_partial_date(value)
    except PydanticCustomError as error:
        if error.type == "impossible_date":
            return Diagnostic(Code.IMPOSSIBLE_DATE, Where(file, path), {"found": str(value)})
        return _wrong_type(value, file, path, Shape.DATE)
    return None


_CHECKS: dict[FieldType, Check] = {FieldType.TEXT: _text, FieldType.NUMBER: _number, FieldType.DATE: _date}


def _wrong_type(value: Any, file: str, path: KeyPath, expected: Shape) -> Diagnostic:
    found: Fact = Shape.MAPPING if isinstance(value, dict) else str(value)
    facts: dict[str, Fact] = {"field": str(path[-1]), "expected": expected, "found": found}
    return Diagnostic(Code.WRONG_FIELD_TYPE, Where(file, path), facts)

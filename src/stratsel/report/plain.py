"""Results as plain data without a word about each: the fields of their classes by name, and rows of them flat."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from stratsel.language.numbers import exact, format_plain


def number(value: Any) -> float | int:
    """Return a number to 12 significant digits, whole ones of the file as they are."""
    if isinstance(value, int):
        return value
    return float(exact(float(value))) + 0.0


def plain(value: Any) -> Any:
    """Return a result as plain data: classes and mappings as objects, sequences as lists, numbers to 12 digits.

    What `is_exact` in Python goes by `exact`.
    """
    if is_dataclass(value):
        return {each.name.removeprefix("is_"): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    return value.isoformat() if isinstance(value, date) else number(value)


def flat(rows: Sequence[Any]) -> Iterator[list[str]]:
    """Yield a header and a line for each of some rows: what lies deeper in columns of its own, lists in one.

    A column that some rows do not have is empty there; so are the columns of what is nothing in a row.
    """
    lines = [dict(_columns(plain(row))) for row in rows]
    columns = _ordered(dict.fromkeys(column for line in lines for column in line))
    deeper = {column[:at] for column in columns for at, sign in enumerate(column) if sign == "."}
    header = [column for column in columns if column not in deeper]
    yield header
    for line in lines:
        yield [line.get(column, "") for column in header]


def _ordered(columns: Iterable[str]) -> list[str]:
    """Return columns with those of one field together, and numbers among them in their order."""
    fields_of = list(dict.fromkeys(column.partition(".")[0] for column in columns))

    def place(column: str) -> tuple[int, int]:
        field, _, rest = column.partition(".")
        return fields_of.index(field), int(rest) if rest.isdigit() else 0

    return sorted(columns, key=place)


def _columns(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if isinstance(value, Mapping):
            yield from _columns(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(_items(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return format_plain(value)
    return "" if value is None else str(value)


def _items(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield ":".join(map(_text, value.values())) if isinstance(value, Mapping) else _text(value)

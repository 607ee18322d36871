"""What all models share: strictness, immutability, and the types that every file uses."""

import datetime
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from stratsel.language.visible import SEEN

T = TypeVar("T")


class Entity(BaseModel):
    """A mapping in a file: unknown keys are refused, nothing is converted, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


Many = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in a file."""

ID_PATTERN = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICE_NAMES = frozenset({"con", "prn", "aux", "nul", *_PORTS})


def _no_device(text: str) -> str:
    if text in _DEVICE_NAMES:
        raise PydanticCustomError("malformed_id", "a device name")
    return text


Reference = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100)]
"""An id that is given elsewhere: whether there is such a thing is checked between files."""

Id = Annotated[Reference, AfterValidator(_no_device)]
"""A name given in a file: lower-case letters and digits, joined by single hyphens or underscores; no device's name."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""A language's code, as `en` or `vi`."""

PlainText = Annotated[str, StringConstraints(min_length=1, pattern=SEEN)]
"""A text that shows something."""

FIRST_FIT = Field(union_mode="left_to_right")
"""For unions whose members exclude each other: the first that fits is taken, without a look at the others."""

ByLanguage = Annotated[dict[Language, PlainText], Field(min_length=1)]
"""A text in one language or several."""

Text = Annotated[PlainText | ByLanguage, FIRST_FIT]
"""A text, plain or by language."""

Number = Annotated[int | Decimal, Field(allow_inf_nan=False)]
"""An exact number, as the file writes it."""

NonNegative = Annotated[int | Decimal, Field(ge=0)]
Positive = Annotated[int | Decimal, Field(gt=0)]
Points = Annotated[int | Decimal, Field(ge=0, le=100)]
"""A value in points, 0 to 100."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a month, quarter or year as the days from `first` to `last`."""

    text: str
    first: datetime.date
    last: datetime.date

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.first == self.last


_DATE = re.compile(r"([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?", re.ASCII)


def parse_partial_date(value: Any) -> PartialDate:
    """Read `2025`, `2025-Q4`, `2025-11` or `2025-11-30`.

    Raises:
        PydanticCustomError: the value is no such date, or there is no such day.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str | int | datetime.date) and not isinstance(value, bool):
        return _partial_date(str(value))
    raise PydanticCustomError("date_expected", "a date is expected")


@lru_cache(maxsize=1024)
def _partial_date(text: str) -> PartialDate:
    match = _DATE.fullmatch(text)
    if match is None:
        raise PydanticCustomError("date_expected", "a date is expected")
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if match[4]:
            first = last = datetime.date(year, month, day)
        elif match[2] or match[3]:
            begin, end = (month, month) if match[3] else (3 * quarter - 2, 3 * quarter)
            first, last = datetime.date(year, begin, 1), _end_of_month(year, end)
        else:
            first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    except ValueError:
        raise PydanticCustomError("impossible_date", "there is no such day") from None
    return PartialDate(text, first, last)


def _end_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, monthrange(year, month)[1])


def _parse_day(value: Any) -> datetime.date:
    parsed = parse_partial_date(value)
    if not parsed.is_day:
        raise PydanticCustomError("day_expected", "a full day is expected")
    return parsed.first


AnyDate = Annotated[PartialDate, BeforeValidator(parse_partial_date)]
Day = Annotated[datetime.date, BeforeValidator(_parse_day)]


def in_language(text: str | Mapping[str, str], language: str) -> str:
    """Return a text in `language`, else in English, else in the first language that it has."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


def by_language(text: str | Mapping[str, str], language: str) -> dict[str, str]:
    """Return a text as texts by language; a plain one is in `language`, that of its file."""
    return {language: text} if isinstance(text, str) else dict(text)

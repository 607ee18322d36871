"""How a leaf is measured: three kinds of scale, each fixed by the file and never by who was submitted."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from stratsel.model.base import Entity, Id, Number, Text
from stratsel.terms import ScaleKind

_LEVEL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,8}[1-9])?", re.ASCII)


def _parse_level(value: object) -> Decimal:
    if isinstance(value, int | float | Decimal | str) and _LEVEL.fullmatch(str(value)):
        return Decimal(str(value))
    raise PydanticCustomError("malformed_level", "a level is a number")


Level = Annotated[Decimal, BeforeValidator(_parse_level)]
"""A level of a rubric, which is a key in the file and a number in meaning."""


class Rubric(Entity):
    """Levels, each with its worded anchor; values run evenly from the lowest level to the highest."""

    kind: Literal["rubric"]
    levels: dict[Level, Text]

    def points(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return (level, value in points) of both ends, lowest level first."""
        return ((min(self.levels), Decimal(0)), (max(self.levels), Decimal(100)))


class Quantity(Entity):
    """An amount in a unit; values run evenly from `worst` to `best`, whichever is larger."""

    kind: Literal["quantity"]
    unit: Text
    worst: Number
    best: Number

    def points(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return (amount, value in points) of both ends, smaller amount first."""
        ends = ((Decimal(self.worst), Decimal(0)), (Decimal(self.best), Decimal(100)))
        return ends if self.worst < self.best else ends[::-1]


class Option(Entity):
    """One answer of a choice, with its value in points."""

    value: Annotated[Number, Field(ge=0, le=100)]
    title: Text


class Choice(Entity):
    """Options from worst to best, each with its value."""

    kind: Literal["choice"]
    options: dict[Id, Option]

    def points(self) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return (place of the option from 0, value in points), worst first."""
        return tuple((Decimal(at), Decimal(option.value)) for at, option in enumerate(self.options.values()))


Scale = Annotated[Rubric | Quantity | Choice, Field(discriminator="kind")]


def scale_kind(scale: Rubric | Quantity | Choice) -> ScaleKind:
    """Return the kind of a scale as a word of the vocabulary."""
    return ScaleKind(scale.kind)


Scales = Mapping[str, Rubric | Quantity | Choice]

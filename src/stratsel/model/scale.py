"""How a leaf is measured: kinds of scale, each fixed by the file and never by who was submitted."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from stratsel.diagnostics.span import KeyPath
from stratsel.model.assessments import Figure
from stratsel.model.base import Entity, Id, Number, Text
from stratsel.terms import ValueKey

_LEVEL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,8}[1-9])?", re.ASCII)


def _parse_level(value: object) -> Decimal:
    if isinstance(value, int | float | Decimal | str) and _LEVEL.fullmatch(str(value)):
        return Decimal(str(value))
    raise PydanticCustomError("malformed_level", "a level is a number")


Level = Annotated[Decimal, BeforeValidator(_parse_level)]
"""A level of a rubric, which is a key in the file and a number in meaning."""


Points = tuple[tuple[Decimal, Decimal], ...]
"""(performance, value in points) along a value function, by rising performance."""


class BaseScale(Entity, ABC):
    """What every kind of scale can say of itself; the rest of the program asks for nothing else."""

    value_key: ClassVar[ValueKey]
    """The key under which a dossier gives its figure."""

    @abstractmethod
    def points(self) -> Points:
        """Return the points through which the value function goes."""

    def named_figures(self) -> tuple[Figure, ...]:
        """Return the only figures that the scale has, from worst to best; none where every number is one."""
        return ()

    def performance(self, figure: Figure) -> Decimal:
        """Return a figure as the number that the value function takes."""
        return Decimal(figure)

    @abstractmethod
    def meaning(self, figure: Figure) -> Text:
        """Return what a figure means: its anchor, its title, its unit."""

    @abstractmethod
    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the texts that people read, each with its path from the scale."""


class Rubric(BaseScale):
    """Levels, each with its worded anchor; values run evenly from the lowest level to the highest."""

    value_key = ValueKey.LEVEL
    kind: Literal["rubric"]
    levels: dict[Level, Text]

    def points(self) -> Points:
        """Return both ends: the lowest level is worth nothing, the highest 100."""
        return ((min(self.levels), Decimal(0)), (max(self.levels), Decimal(100)))

    def named_figures(self) -> tuple[Figure, ...]:
        """Return the levels, lowest first."""
        return tuple(sorted(self.levels))

    def meaning(self, figure: Figure) -> Text:
        """Return a level's anchor."""
        return self.levels[Decimal(figure)]

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the anchors."""
        return ((("levels", str(level)), anchor) for level, anchor in self.levels.items())


class Quantity(BaseScale):
    """An amount in a unit; values run evenly from `worst` to `best`, whichever is larger."""

    value_key = ValueKey.AMOUNT
    kind: Literal["quantity"]
    unit: Text
    worst: Number
    best: Number

    def points(self) -> Points:
        """Return both ends: `worst` is worth nothing, `best` 100."""
        ends = ((Decimal(self.worst), Decimal(0)), (Decimal(self.best), Decimal(100)))
        return ends if self.worst < self.best else ends[::-1]

    def meaning(self, figure: Figure) -> Text:
        """Return the unit."""
        return self.unit

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the unit, unless it is a symbol that all languages share."""
        if not isinstance(self.unit, str):
            yield ("unit",), self.unit


class Option(Entity):
    """One answer of a choice, with its value in points."""

    value: Annotated[Number, Field(ge=0, le=100)]
    title: Text


class Choice(BaseScale):
    """Options from worst to best, each with its value."""

    value_key = ValueKey.CHOICE
    kind: Literal["choice"]
    options: dict[Id, Option]

    def points(self) -> Points:
        """Return each option's place from 0 with its value."""
        return tuple((Decimal(at), Decimal(option.value)) for at, option in enumerate(self.options.values()))

    def named_figures(self) -> tuple[Figure, ...]:
        """Return the options' ids, worst first."""
        return tuple(self.options)

    def performance(self, figure: Figure) -> Decimal:
        """Return an option's place from 0."""
        return Decimal(list(self.options).index(str(figure)))

    def meaning(self, figure: Figure) -> Text:
        """Return an option's title."""
        return self.options[str(figure)].title

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the titles."""
        return ((("options", name, "title"), option.title) for name, option in self.options.items())


AnyScale = Rubric | Quantity | Choice
"""A scale of any kind: each new one is a class above and a name here."""

Scale = Annotated[AnyScale, Field(discriminator="kind")]

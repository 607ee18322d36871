"""How a leaf is measured: kinds of scale, each fixed by the file and never by who was submitted."""

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from stratsel.diagnostics.span import KeyPath
from stratsel.model.assessments import Figure
from stratsel.model.base import Day, Entity, Id, Many, NonNegative, Number, Points, Positive, Text, in_language
from stratsel.terms import Outside, ValueKey

_LEVEL = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,8}[1-9])?", re.ASCII)
_AMOUNT = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{0,29}[1-9])?", re.ASCII)


def _parse_level(value: object) -> Decimal:
    return _parse_key(value, _LEVEL)


def _parse_amount(value: object) -> Decimal:
    return _parse_key(value, _AMOUNT)


def _parse_key(value: object, shortest: re.Pattern[str]) -> Decimal:
    if isinstance(value, int | float | Decimal | str) and shortest.fullmatch(str(value)):
        return Decimal(str(value))
    raise PydanticCustomError("malformed_level", "a level is a number")


MAX_STEPS = 500
"""The most levels, points, items or options of one scale: a scale is gone through for each leaf that it measures."""
_SURVEYED = 20
"""So many levels and steps between them can be named in a sentence."""

_STEPS = Field(max_length=MAX_STEPS)

Level = Annotated[Decimal, BeforeValidator(_parse_level)]
"""A level of a rubric: a key in the file and a number in meaning."""

Amount = Annotated[Decimal, BeforeValidator(_parse_amount)]
"""An amount among points: a key in the file and a number in meaning."""


def as_key(number: Decimal) -> str:
    """Return a level or an amount as the key that it is in the file."""
    return f"{number:f}"


Course = tuple[tuple[Decimal, Decimal], ...]
"""(performance, value in points) along a value function, by rising performance."""


class BaseScale(Entity, ABC):
    """What every kind of scale can say of itself; the rest of the program asks for nothing else."""

    value_key: ClassVar[ValueKey]
    """The key under which a dossier gives its figure."""

    @abstractmethod
    def course(self) -> Course:
        """Return the points through which the value function goes."""

    @property
    def is_logarithmic(self) -> bool:
        """Whether the value runs evenly with the logarithm of the performance."""
        return False

    @property
    def beyond(self) -> Outside:
        """What becomes of a figure beyond the ends."""
        return Outside.REFUSE

    def named_figures(self) -> tuple[Figure, ...]:
        """Return the only figures that the scale has, from worst to best; none where every number is one."""
        return ()

    def performance(self, figure: Figure) -> Decimal:
        """Return a figure as the number that the value function takes."""
        assert isinstance(figure, int | Decimal)
        return Decimal(figure)

    @abstractmethod
    def meaning(self, figure: Figure) -> Text:
        """Return what a figure means: its anchor, its title, its unit."""

    @abstractmethod
    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the texts that people read, each with its path from the scale."""


class Rubric(BaseScale):
    """Levels, each with its worded anchor; values run evenly from the lowest level to the highest, or as `values` say.

    With a `step`, a dossier may also give what lies between two levels, in such steps from the lowest.
    """

    value_key = ValueKey.LEVEL
    kind: Literal["rubric"]
    levels: Annotated[dict[Level, Text], _STEPS]
    step: Positive | None = None
    values: Many[Points] = ()

    def course(self) -> Course:
        """Return each level with its value, or both ends where none are given."""
        if self.values:
            return tuple(zip(sorted(self.levels), map(Decimal, self.values), strict=False))
        return ((min(self.levels), Decimal(0)), (max(self.levels), Decimal(100)))

    def named_figures(self) -> tuple[Figure, ...]:
        """Return the levels, lowest first."""
        return tuple(sorted(self.levels))

    def has(self, figure: Decimal | int) -> bool:
        """Whether a dossier may give this figure: a level, or a step between two."""
        if figure in self.levels:
            return True
        levels = sorted(self.levels)
        if self.step is None or not levels or not levels[0] < figure < levels[-1]:
            return False
        return (Fraction(figure) - Fraction(levels[0])) % Fraction(self.step) == 0

    def figures(self) -> list[Decimal]:
        """Return what a dossier may give, lowest first; of more than can be surveyed, the levels alone."""
        levels = sorted(self.levels)
        if self.step is None or (levels[-1] - levels[0]) / self.step > _SURVEYED:
            return levels
        steps = (levels[0] + at * Decimal(self.step) for at in range(_SURVEYED))
        return sorted({*levels, *(figure.normalize() for figure in steps if figure < levels[-1])})

    def meaning(self, figure: Figure) -> Text:
        """Return a level's anchor; of what lies between two levels, that of the lower."""
        return self.levels[max(level for level in self.levels if level <= Decimal(str(figure)))]

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the anchors."""
        return ((("levels", as_key(level)), anchor) for level, anchor in self.levels.items())


class Quantity(BaseScale):
    """An amount in a unit; values run evenly from `worst` to `best`, or with the logarithm, or through `points`."""

    value_key = ValueKey.AMOUNT
    kind: Literal["quantity"]
    unit: Text
    worst: Number | None = None
    best: Number | None = None
    shape: Literal["linear", "log"] = "linear"
    points: Annotated[dict[Amount, Points], _STEPS] = {}
    outside: Literal["warn", "silent", "refuse"] = "warn"

    def course(self) -> Course:
        """Return both ends, `worst` worth nothing and `best` 100, or the points."""
        if self.worst is None or self.best is None:
            return tuple(sorted((amount, Decimal(value)) for amount, value in self.points.items()))
        ends = ((Decimal(self.worst), Decimal(0)), (Decimal(self.best), Decimal(100)))
        return ends if self.worst < self.best else ends[::-1]

    @property
    def is_logarithmic(self) -> bool:
        """Whether the value runs evenly with the logarithm of the amount."""
        return self.shape == "log"

    @property
    def beyond(self) -> Outside:
        """What becomes of an amount beyond the ends."""
        return Outside(self.outside)

    def meaning(self, figure: Figure) -> Text:
        """Return the unit."""
        return self.unit

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the unit, unless it is a symbol that all languages share."""
        if not isinstance(self.unit, str):
            yield ("unit",), self.unit


class Calendar(BaseScale):
    """A day; values run evenly with the days from `worst` to `best`, whichever is later."""

    value_key = ValueKey.DATE
    kind: Literal["date"]
    worst: Day
    best: Day
    outside: Literal["warn", "silent", "refuse"] = "warn"

    def course(self) -> Course:
        """Return both ends as numbers of days."""
        ends = ((self.performance(self.worst), Decimal(0)), (self.performance(self.best), Decimal(100)))
        return ends if self.worst < self.best else ends[::-1]

    @property
    def beyond(self) -> Outside:
        """What becomes of a day beyond the ends."""
        return Outside(self.outside)

    def performance(self, figure: Figure) -> Decimal:
        """Return the number of a day, counted from the first of the year 1."""
        assert isinstance(figure, datetime.date)
        return Decimal(figure.toordinal())

    def meaning(self, figure: Figure) -> Text:
        """Return the day."""
        return str(figure)

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield nothing: a day needs no words."""
        return iter(())


class Item(Entity):
    """One thing that is met or not."""

    title: Text
    weight: NonNegative = 1


class Checklist(BaseScale):
    """Items that are met or not; the value is the share met, by the items' weights."""

    value_key = ValueKey.MET
    kind: Literal["checklist"]
    items: Annotated[dict[Id, Item], _STEPS]

    def course(self) -> Course:
        """Return both ends: nothing met, and everything."""
        return ((Decimal(0), Decimal(0)), (self.performance(tuple(self.items)), Decimal(100)))

    def performance(self, figure: Figure) -> Decimal:
        """Return the weight of the items that are met."""
        assert isinstance(figure, tuple)
        return Decimal(sum(self.items[item].weight for item in figure))

    def meaning(self, figure: Figure) -> Text:
        """Return the titles of items, in each language that one of them has."""
        assert isinstance(figure, tuple)
        titles = [self.items[item].title for item in figure]
        languages = sorted({language for title in titles if not isinstance(title, str) for language in title})
        if not languages:
            return ", ".join(map(str, titles))
        return {language: ", ".join(in_language(title, language) for title in titles) for language in languages}

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """Yield the titles."""
        return ((("items", name, "title"), item.title) for name, item in self.items.items())


class Option(Entity):
    """One answer of a choice, with its value in points."""

    value: Points
    title: Text


class Choice(BaseScale):
    """Options from worst to best, each with its value."""

    value_key = ValueKey.CHOICE
    kind: Literal["choice"]
    options: Annotated[dict[Id, Option], _STEPS]

    def course(self) -> Course:
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


AnyScale = Rubric | Quantity | Choice | Calendar | Checklist
"""A scale of any kind: each new one is a class above and a name here."""

Scale = Annotated[AnyScale, Field(discriminator="kind")]

"""Screens: knock-out tests before values and apart from weights."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from stratsel.diagnostics.span import KeyPath
from stratsel.model.base import FIRST_FIT, Day, Entity, Id, Many, Number, PlainText, Points, Reference, Text

Threshold = Annotated[int | Number | PlainText | Annotated[tuple[Reference, ...], Field(strict=False)], FIRST_FIT]
"""A level, an amount, an option, a day, or the items of a checklist: in the unit of what is tested."""


class Requirement(Entity):
    """One test: a leaf of the logic with what it looks at, or several tests joined.

    Which keys go together is a check of intake: exactly one of `present`, `any_of`, `all_of`, `not`, or a `field` or a
    `criterion` with what is asked of it.
    """

    present: Annotated[Many[Reference] | None, Field(min_length=1)] = None
    field: Reference | None = None
    criterion: Reference | None = None
    in_: Annotated[Many[int | Number | PlainText] | None, Field(alias="in", min_length=1)] = None
    in_list: Reference | None = None
    at_least: Threshold | None = None
    at_most: Threshold | None = None
    before: Day | None = None
    after: Day | None = None
    value_at_least: Points | None = None
    any_of: Annotated[Many["Requirement"] | None, Field(min_length=1)] = None
    all_of: Annotated[Many["Requirement"] | None, Field(min_length=1)] = None
    not_: "Requirement | None" = Field(default=None, alias="not")

    def parts(self) -> Iterator[tuple[KeyPath, "Requirement"]]:
        """Yield the tests that this one joins, each with its path from here."""
        for key, joined in (("any_of", self.any_of), ("all_of", self.all_of)):
            for at, part in enumerate(joined or ()):
                yield (key, at), part
        if self.not_ is not None:
            yield ("not",), self.not_

    def walk(self, path: KeyPath = ()) -> Iterator[tuple[KeyPath, "Requirement"]]:
        """Yield this test and all that it is made of, each with its path."""
        waiting = [(path, self)]
        while waiting:
            here, test = waiting.pop()
            yield here, test
            waiting.extend(((*here, *below), part) for below, part in reversed(list(test.parts())))


class Screen(Entity):
    """A test that every candidate must pass, and what follows where it does not, or where nobody knows."""

    id: Id
    title: Text
    require: Requirement
    on_fail: Literal["exclude", "flag"]
    on_unknown: Literal["exclude", "flag", "admit"]

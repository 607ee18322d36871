"""The rule by which an order becomes a choice."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import FIRST_FIT, Entity, Id, Many, PlainText, Points, Positive, Reference, Text

Count = Annotated[int, Field(ge=0)]


class Tier(Entity):
    """A part of the shortlist, counted from the top of the order; with `count`, by the values of a field."""

    id: Id
    places: Annotated[int, Field(ge=1)]
    title: Text
    count: Reference | None = None
    members: Literal["all", "in-order"] | None = None


class Quota(Entity):
    """How many candidates with one value of a field the tiers may hold, and how many they must."""

    field: Reference
    value: Annotated[PlainText | int | Decimal, FIRST_FIT]
    at_most: Count | None = None
    at_least: Count | None = None
    tier: Reference | None = None


class Shortlist(Entity):
    """The tiers, and what decides who has a place in them."""

    tiers: Annotated[Many[Tier], Field(min_length=1)]
    minimum: Points = 0
    quotas: Many[Quota] = ()
    resolution: Positive | None = None
    ties: Many[Id] = ()

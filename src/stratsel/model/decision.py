"""decision/1: what people decided, why it departs from the order, and which screens they set aside."""

from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import Day, Entity, Language, Many, PlainText, Reference, Text

FORMAT = "decision/1"


class DatedDecision(Entity):
    """What was decided on one day; `departures` says for each candidate that it moved why, or that this is unknown."""

    date: Day
    by: Text
    document: Text | None = None
    source: Reference | None = None
    note: Text | None = None
    tiers: Annotated[dict[Reference, Many[Reference]], Field(min_length=1)]
    departures: dict[Reference, Text]


class Waiver(Entity):
    """A screen that people set aside for one candidate, up to and with a day."""

    candidate: Reference
    screen: Reference
    by: Text
    why: Text
    until: Day


class Decisions(Entity):
    """A whole decision file."""

    stratsel: Literal["decision/1"]
    stratsel_version: PlainText | None = None
    lang: Language = "en"
    decisions: Many[DatedDecision] = ()
    waivers: Many[Waiver] = ()

"""assessor/1: what one agency or expert says of the candidates."""

from typing import Literal

from pydantic import Field

from stratsel.model.base import Entity, Id, Language, Many, PlainText, Reference, Text
from stratsel.model.candidate import Evidence

FORMAT = "assessor/1"


class Opinion(Entity):
    """What an assessor said of a candidate without a figure, with what bears it out."""

    opinion: Literal["for", "against", "none"]
    why: Text | None = None
    for_: Many[Evidence] = Field(default=(), alias="for")
    against: Many[Evidence] = ()


class Assessor(Entity):
    """A whole file of an assessor; whom it does not name, it says nothing of."""

    stratsel: Literal["assessor/1"]
    stratsel_version: PlainText | None = None
    id: Id
    lang: Language = "en"
    agency: Reference | None = None
    name: Text | None = None
    recused: Many[Reference] = ()
    interests: Text | None = None
    opinions: dict[Reference, Opinion] = {}

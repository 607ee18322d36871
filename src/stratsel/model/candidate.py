"""candidate/1: one dossier, with the evidence behind each assessment."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import (
    FIRST_FIT,
    AnyDate,
    ByLanguage,
    Day,
    Entity,
    Id,
    Language,
    Many,
    Number,
    PlainText,
    Reference,
    Text,
)
from stratsel.model.source import Source
from stratsel.terms import ValueKey

FORMAT = "candidate/1"

_Pair = Field(min_length=2, max_length=2)
NumberOrRange = Annotated[int | Annotated[list[Number], _Pair] | Decimal | Literal["unknown"], FIRST_FIT]
DayOrRange = Annotated[Literal["unknown"] | AnyDate | Annotated[list[AnyDate], _Pair], FIRST_FIT]
OptionOrRange = Annotated[PlainText | Annotated[list[PlainText], _Pair], FIRST_FIT]


class Evidence(Entity):
    """One exact quotation for or against the candidate on one leaf."""

    source: Reference
    quote: PlainText
    note: Text | None = None
    shared: Text | None = None
    answer: Text | None = None


class Figures(Entity):
    """What is said of a candidate on one leaf: one figure and its reason.

    The figure stands under the key that the leaf's scale asks for; which one, and that there is exactly one, is
    checked beside the criteria.
    """

    level: NumberOrRange | None = None
    amount: NumberOrRange | None = None
    choice: OptionOrRange | None = None
    date: DayOrRange | None = None
    met: Many[Reference] | None = None
    unknown: Many[Reference] | None = None
    likely: Annotated[int | Decimal | PlainText, FIRST_FIT] | None = None
    why: Text | None = None

    def figures(self) -> list[tuple[ValueKey, object]]:
        """Return the value keys that are written, with what stands under them; `unknown` alone is a checklist's too."""
        written = [(key, getattr(self, key.value)) for key in ValueKey]
        if self.met is None and self.unknown is not None:
            written.append((ValueKey.MET, ()))
        return [(key, figure) for key, figure in written if figure is not None]


class Assessment(Figures):
    """What a dossier says of its candidate on one leaf, with the evidence for it and against it."""

    for_: Many[Evidence] = Field(default=(), alias="for")
    against: Many[Evidence] = ()


ShortForm = PlainText | int | Decimal | Annotated[list[int | Decimal | PlainText], _Pair]
"""A bare figure or `unknown`, for use while drafting."""


class AssessedBy(Entity):
    """Who gave the figures, in which role, and when."""

    who: Text
    role: Literal["proposer", "secretariat", "maintainers"]
    date: Day


class HistoryEntry(Entity):
    """A dated status of the candidate."""

    date: AnyDate
    status: Text
    document: Text | None = None
    source: Reference | None = None
    quote: PlainText | None = None
    note: Text | None = None


FieldValue = Annotated[str | int | Decimal | ByLanguage, FIRST_FIT]
Cost = Literal["unknown"] | dict[Id, NumberOrRange]


class Candidate(Entity):
    """A whole dossier."""

    stratsel: Literal["candidate/1"]
    stratsel_version: PlainText | None = None
    id: Id
    title: Text
    lang: Language = "en"
    proposer: Text
    summary: Text | None = None
    fields: dict[Reference, FieldValue] = {}
    cost: Cost = "unknown"
    sources: dict[Id, Source] = {}
    assessed_by: AssessedBy | None = None
    history: Many[HistoryEntry] = ()
    assessments: dict[Reference, Annotated[PlainText | Assessment | ShortForm, FIRST_FIT]]

"""criteria/1: the decision, the tree of criteria, weights, scales and the rule of the shortlist."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import Day, Entity, Id, Language, Many, NonNegative, PlainText, Text
from stratsel.model.scale import AnyScale, Scale
from stratsel.terms import FieldType, Standing, Status, WeightingMethod

FORMAT = "criteria/1"


class Decision(Entity):
    """What is decided, by whom, and as of which day everything is judged."""

    question: Text
    owner: Text
    by: Text | None = None
    reference_date: Day
    evidence_until: Day | None = None
    status: Literal["draft", "frozen"] = "draft"


class Agency(Entity):
    """A body that proposes or assesses."""

    name: Text
    aliases: Many[PlainText] = ()
    parent: Id | None = None


class Weighting(Entity):
    """How the weights came about."""

    method: Literal["direct", "equal"]
    by: Text
    date: Day | None = None
    why: Text


class ReferenceList(Entity):
    """A dated list that facts refer to, valid from its first day and not on the day after its last."""

    title: Text
    valid: Annotated[Many[Day], Field(min_length=2, max_length=2)]
    entries: dict[Id, Text]


class FieldDefinition(Entity):
    """A fact asked of each dossier and not valued."""

    type: Literal["text", "number", "date", "option", "entry"]
    question: Text
    options: Many[Id] = ()
    list: Id | None = None

    @property
    def field_type(self) -> FieldType:
        """The type as a word of the vocabulary."""
        return FieldType(self.type)


class Criterion(Entity):
    """A node of the tree: either with children, or measured on a scale, which makes it a leaf."""

    id: Id
    title: Text
    rationale: Text | None = None
    question: Text | None = None
    weight: NonNegative | None = None
    combine: Literal["arithmetic"] = "arithmetic"
    criteria: Many["Criterion"] = ()
    scale: Id | Scale | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether it is measured."""
        return not self.criteria


class Tier(Entity):
    """A part of the shortlist, counted from the top of the order."""

    id: Id
    places: Annotated[int, Field(ge=1)]
    title: Text


class Shortlist(Entity):
    """The rule by which an order becomes a choice."""

    tiers: Annotated[Many[Tier], Field(min_length=1)]
    ties: Many[Id] = ()


class Criteria(Entity):
    """A whole criteria file."""

    stratsel: Literal["criteria/1"]
    stratsel_version: PlainText | None = None
    id: Id
    title: Text
    lang: Language = "en"
    standing: Literal["official", "draft", "illustration", "training"]
    languages: Many[Language] = ()
    decision: Decision
    agencies: dict[Id, Agency] = {}
    weighting: Weighting
    lists: dict[Id, ReferenceList] = {}
    fields: dict[Id, FieldDefinition] = {}
    scales: dict[Id, Scale] = {}
    combine: Literal["arithmetic"] = "arithmetic"
    criteria: Annotated[Many[Criterion], Field(min_length=1)]
    missing: Literal["worst"] = "worst"
    shortlist: Shortlist

    @property
    def declared_standing(self) -> Standing:
        """The standing as a word of the vocabulary."""
        return Standing(self.standing)

    @property
    def is_frozen(self) -> bool:
        """Whether the rules may no longer change."""
        return self.decision.status == Status.FROZEN.value

    @property
    def has_equal_weights(self) -> bool:
        """Whether all siblings weigh the same and none says so."""
        return self.weighting.method == WeightingMethod.EQUAL.value

    def nodes(self) -> Iterator[Criterion]:
        """Walk the tree, parents before children, siblings in the order of the file."""
        waiting = list(reversed(self.criteria))
        while waiting:
            criterion = waiting.pop()
            yield criterion
            waiting.extend(reversed(criterion.criteria))

    def leaves(self) -> Iterator[Criterion]:
        """Walk the measured criteria in the order of the file."""
        return (criterion for criterion in self.nodes() if criterion.is_leaf)

    def scale_of(self, leaf: Criterion) -> AnyScale | None:
        """Return a leaf's scale, looked up where it is named; None where there is none of that name."""
        return self.scales.get(leaf.scale) if isinstance(leaf.scale, str) else leaf.scale

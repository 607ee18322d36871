"""criteria/1: the decision, the tree of criteria, weights, scales, the rule of the shortlist, and what may vary."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import FIRST_FIT, Day, Entity, Id, Language, Many, NonNegative, PlainText, Text
from stratsel.model.scale import AnyScale, Scale
from stratsel.model.screen import Screen, Threshold
from stratsel.model.shortlist import Shortlist
from stratsel.model.uncertainty import Uncertainty
from stratsel.terms import Combine, FieldType, Missing, Standing, Status, WeightingMethod

FORMAT = "criteria/1"

CombineWord = Literal["arithmetic", "geometric", "harmonic", "minimum", "maximum"]


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
    combine: CombineWord = "arithmetic"
    evidence_required_from: Threshold | None = None
    criteria: Many["Criterion"] = ()
    scale: Id | Scale | None = None

    @property
    def is_leaf(self) -> bool:
        """Whether it is measured."""
        return not self.criteria

    @property
    def combined_by(self) -> Combine:
        """How its children's values become its own."""
        return Combine(self.combine)


class Available(Entity):
    """The order is by what is known; below `at_least`, a share of the weight, a candidate is not ranked."""

    kind: Literal["available"]
    at_least: Annotated[int | Decimal, Field(gt=0, le=1)]


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
    combine: CombineWord = "arithmetic"
    criteria: Annotated[Many[Criterion], Field(min_length=1)]
    missing: Annotated[Literal["worst", "refuse"] | Available, FIRST_FIT] = "worst"
    screens: Many[Screen] = ()
    shortlist: Shortlist
    uncertainty: Uncertainty = Uncertainty()

    @property
    def declared_standing(self) -> Standing:
        """The standing as a word of the vocabulary."""
        return Standing(self.standing)

    @property
    def is_frozen(self) -> bool:
        """Whether the rules may no longer change."""
        return self.decision.status == Status.FROZEN.value

    @property
    def missing_policy(self) -> Missing:
        """What the order is by where something is unknown."""
        return Missing(self.missing) if isinstance(self.missing, str) else Missing.AVAILABLE

    @property
    def has_equal_weights(self) -> bool:
        """Whether all siblings weigh the same and none says so."""
        return self.weighting.method == WeightingMethod.EQUAL.value

    def fields_read(self) -> frozenset[str]:
        """Return the fields by which candidates are screened, counted or held to quotas."""
        tests = (test for screen in self.screens for _, test in screen.require.walk())
        named = {name for test in tests for name in (*(test.present or ()), test.field)}
        named.update(tier.count for tier in self.shortlist.tiers)
        named.update(quota.field for quota in self.shortlist.quotas)
        return frozenset(name for name in named if name in self.fields)

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

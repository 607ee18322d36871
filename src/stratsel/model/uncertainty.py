"""What weights and judgements may be besides what the files say, for studying how firm the order is."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import FIRST_FIT, Entity, Many, Points, Positive, Reference
from stratsel.model.statement import LinearStatement, Statement
from stratsel.terms import Admissible, WeightSpace

MAX_STATEMENTS = 50
"""In one file, and as many bounds: what a person can keep in mind is far less, and each makes every draw dearer."""


Bounds = Annotated[Many[Points], Field(min_length=2, max_length=2)]
"""The least and the largest share, in percent."""


class Around(Entity):
    """Each weight up to so many percent of itself higher or lower."""

    kind: Literal["around"]
    percent: Annotated[int | Decimal, Field(gt=0, le=100)]


class InOrder(Entity):
    """Any weights in the same order of importance."""

    kind: Literal["order"]


class Within(Entity):
    """Whatever keeps to bounds on shares, in percent, and to statements; what they do not name may weigh anything."""

    kind: Literal["within"]
    shares: Annotated[dict[Reference, Bounds], Field(max_length=MAX_STATEMENTS)] = {}
    statements: Annotated[Many[Statement], Field(max_length=MAX_STATEMENTS)] = ()

    def spelt_out(self) -> Iterator[tuple[tuple[str | int, ...], LinearStatement]]:
        """Yield all that is said, bounds as two statements each, with its place below this mapping."""
        for criterion, (low, high) in self.shares.items():
            text = f"{criterion}: [{low}, {high}]"
            for sign, bound in ((1, low), (-1, high)):
                least = sign * Fraction(bound)
                yield ("shares", criterion), LinearStatement(text, {criterion: Fraction(sign)}, least, is_equal=False)
        for at, statement in enumerate(self.statements):
            yield ("statements", at), statement


class Anywhere(Entity):
    """Any weights at all."""

    kind: Literal["anywhere"]


class Fixed(Entity):
    """No other weights."""

    kind: Literal["fixed"]


Weights = Annotated[Around | InOrder | Within | Anywhere | Fixed, Field(discriminator="kind")]


class Levels(Entity):
    """So many levels higher or lower than a dossier says, on every rubric."""

    levels: Positive


class Uncertainty(Entity):
    """How weights and judgements are drawn; what is left out stands as it is here."""

    weights: Weights = Around(kind="around", percent=30)
    space: Literal["local", "global"] = "local"
    assessments: Annotated[Literal["ranges", "fixed"] | Levels, FIRST_FIT] = "ranges"
    samples: Annotated[int, Field(ge=100, le=1_000_000)] = 20_000
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 1

    @property
    def admissible(self) -> Admissible:
        """Which weights are admitted, as a word of the vocabulary."""
        return Admissible(self.weights.kind)

    @property
    def weight_space(self) -> WeightSpace:
        """What weights are shares of while they vary, as a word of the vocabulary."""
        return WeightSpace(self.space)

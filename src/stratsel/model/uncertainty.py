"""What weights and judgements may be besides what the files say, for studying how firm the order is."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from stratsel.model.base import FIRST_FIT, Entity, Positive
from stratsel.terms import Admissible, WeightSpace


class Around(Entity):
    """Each weight up to so many percent of itself higher or lower."""

    kind: Literal["around"]
    percent: Annotated[int | Decimal, Field(gt=0, le=100)]


class InOrder(Entity):
    """Any weights in the same order of importance."""

    kind: Literal["order"]


class Anywhere(Entity):
    """Any weights at all."""

    kind: Literal["anywhere"]


class Fixed(Entity):
    """No other weights."""

    kind: Literal["fixed"]


Weights = Annotated[Around | InOrder | Anywhere | Fixed, Field(discriminator="kind")]


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

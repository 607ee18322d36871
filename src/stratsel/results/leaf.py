"""How one candidate stands on one leaf."""

from dataclasses import dataclass

from stratsel.model.assessments import Assessed, Figure
from stratsel.model.base import Text
from stratsel.model.scale import AnyScale
from stratsel.terms import ValueKey


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure as the file has it, with what it means: a level's anchor, an option's title, an amount's unit."""

    key: ValueKey
    figure: Figure
    meaning: Text


@dataclass(frozen=True, slots=True)
class LeafStanding:
    """Points (0 to 100, of the whole) that a leaf brings a candidate at its worst, and could bring at its best.

    `weight` is what the leaf can bring at most; `low` and `high` are the ends of the assessment, None where unknown.
    """

    leaf: str
    weight: float
    points: float
    possible_points: float
    low: WrittenFigure | None
    high: WrittenFigure | None

    @property
    def is_unknown(self) -> bool:
        """Whether the dossier knows nothing on this leaf."""
        return self.low is None

    @property
    def is_open(self) -> bool:
        """Whether the leaf could still bring more than it does."""
        return self.possible_points > self.points


def written(scale: AnyScale, figure: Figure) -> WrittenFigure:
    """Return a figure with its meaning on a scale."""
    return WrittenFigure(scale.value_key, figure, scale.meaning(figure))


def written_ends(scale: AnyScale, assessed: Assessed | None) -> tuple[WrittenFigure | None, WrittenFigure | None]:
    """Return both ends of an assessment with their meaning, or None twice where it is unknown."""
    if assessed is None:
        return None, None
    low = written(scale, assessed.low)
    return low, low if assessed.high is assessed.low else written(scale, assessed.high)

"""How candidates stand on the leaves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.model.assessments import Assessed, Figure
from stratsel.model.base import Text
from stratsel.model.round import Round
from stratsel.model.scale import AnyScale, Rubric
from stratsel.results.trial import Trial
from stratsel.terms import ValueKey

Floats = NDArray[np.float64]

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A figure as the file has it, with what it means: a level's anchor, an option's title, an amount's unit.

    `is_between` says of a level that it lies above the one whose anchor is given.
    """

    key: ValueKey
    figure: Figure
    meaning: Text
    is_between: bool = False


@dataclass(frozen=True, slots=True)
class LeafStanding:
    """Points (0 to 100, of the whole) that a leaf brings a candidate, and could bring at its best.

    `weight` is what the leaf can bring at most; `low` and `high` are the ends of the assessment, None where unknown.
    Below a criterion that is no arithmetic mean a leaf brings what the whole would lack with this leaf at its worst,
    and can bring at most what that is with the leaf at its best.
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


class LeafStandings:
    """Tells how each alternative of a problem stands on each leaf."""

    def __init__(self, round_: Round, problem: Problem, evaluation: Evaluation) -> None:
        leaves = list(round_.criteria.leaves())
        self.ids = [leaf.id for leaf in leaves]
        self.scales = [round_.criteria.scale_of(leaf) for leaf in leaves]
        self.trial = Trial(evaluation)
        self._columns = [round_.table.columns[leaf] for leaf in self.ids]
        self._points, self._most = self._brought(problem, evaluation)
        self._gains = self._could_gain(evaluation)

    def of(self, row: int) -> tuple[LeafStanding, ...]:
        """Return how a row stands on every leaf, in tree order."""
        return tuple(self.at(row, leaf) for leaf in range(len(self.ids)))

    def at(self, row: int, leaf: int) -> LeafStanding:
        """Return how a row stands on one leaf."""
        scale = self.scales[leaf]
        assert scale is not None
        points = float(self._points[row, leaf])
        low, high = written_ends(scale, self._columns[leaf][row])
        most, possible = float(self._most[row, leaf]), points + float(self._gains[row, leaf])
        return LeafStanding(self.ids[leaf], most, points, possible, low, high)

    def _brought(self, problem: Problem, evaluation: Evaluation) -> tuple[Floats, Floats]:
        """Return the points (A, C) that leaves bring, and those that they can bring at most."""
        contributions, weights = evaluation.basis.contributions(), evaluation.basis.weights()
        points, most = (np.empty(evaluation.partial_values.shape) for _ in range(2))
        for at, (leaf, function) in enumerate(zip(problem.hierarchy.leaf_nodes, problem.value_functions, strict=True)):
            if leaf in contributions:
                points[:, at] = contributions[leaf]
                most[:, at] = weights.get(leaf, 0)
            else:
                ends = sorted((float(function.values[0]), float(function.values[-1])))
                low, high = (self.trial.gains(at, np.full(len(points), end)) for end in ends)
                points[:, at], most[:, at] = -low, high - low
        return HUNDRED * points, HUNDRED * most

    def _could_gain(self, evaluation: Evaluation) -> Floats:
        best = evaluation.best_partial_values
        gains = np.empty(best.shape)
        for at in range(best.shape[1]):
            gains[:, at] = self.trial.gains(at, best[:, at])
        return HUNDRED * np.maximum(gains, 0)


def written(scale: AnyScale, figure: Figure) -> WrittenFigure:
    """Return a figure with its meaning on a scale."""
    is_between = isinstance(scale, Rubric) and figure not in scale.levels
    return WrittenFigure(scale.value_key, figure, scale.meaning(figure), is_between)


def written_ends(scale: AnyScale, assessed: Assessed | None) -> tuple[WrittenFigure | None, WrittenFigure | None]:
    """Return both ends of an assessment with their meaning, or None twice where it is unknown."""
    if assessed is None:
        return None, None
    low = written(scale, assessed.low)
    return low, low if assessed.high == assessed.low else written(scale, assessed.high)

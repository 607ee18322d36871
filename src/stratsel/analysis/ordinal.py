"""What hangs on the numbers given to levels: which pairs hold for every increasing assignment of values to them.

The lowest level is worth 0 and the highest 1; between them anything that does not fall. With the weights as they are an
overall value is a weighted sum of the steps from level to level, none of which is negative and which sum to 1. So the
least that one row can be above another is the least of its net weights over the steps: there, one step alone is worth
everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.region import is_additive
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import SAME
from stratsel.engine.value import AnyValueFunction
from stratsel.terms import Missing

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST = 2_000
"""Of more ranked rows the pairs are too many."""


@dataclass(frozen=True, slots=True)
class OrdinalMargins:
    """By how much each of the ranked `rows` (R,), which rise, is above another at the least (R, R), as shares of 1.

    `least` is over every increasing assignment of values to levels; 0 on the diagonal.
    """

    rows: Integers
    least: Floats

    @property
    def always(self) -> Booleans:
        """Whether a row is at least as good as another (R, R) whatever the levels are worth."""
        return np.asarray(self.least >= -SAME)


def ordinal_margins(
    problem: Problem,
    evaluation: Evaluation,
    scales: Sequence[int | None],
    levels: Mapping[int, Sequence[float]] | None = None,
) -> OrdinalMargins | None:
    """Return what holds among those that are ranked whatever the levels of rubrics are worth, weights as they are.

    `scales` (C) number the rubric that each leaf is measured by, None where it has none and keeps its values; leaves
    with one number share one assignment. `levels` are the performances of the levels of a scale, by its number, rising;
    where none are given they are the joints of the value function. Between two levels a performance has its part of the
    step. Judgements are those that the order is by. None where the whole is no weighted sum of the leaves, something is
    left out, values are rounded to a resolution, or more than `MOST` rows are ranked.
    """
    rows = np.sort(evaluation.order.rows)
    if not is_additive(problem.hierarchy) or evaluation.basis.is_absent is not None or len(rows) > MOST:
        return None
    if problem.resolution is not None:
        return None
    performances = _performances(problem)[rows]
    kept = np.zeros(len(rows))
    climbed: dict[int, Floats] = {}
    for leaf, (scale, function) in enumerate(zip(scales, problem.value_functions, strict=True)):
        weight = float(evaluation.weights[leaf])
        if scale is None:
            kept += weight * evaluation.basis.partial_values[rows, leaf]
        else:
            joints = (levels or {}).get(scale) or [float(each) for each in function.performances]
            own = weight * climbed_steps(performances[:, leaf], np.array(joints, dtype=float), function)
            climbed[scale] = climbed[scale] + own if scale in climbed else own
    least = kept[:, None] - kept
    for steps in climbed.values():
        least += _least_step(steps)
    return OrdinalMargins(rows, least)


def climbed_steps(performances: Floats, levels: Floats, function: AnyValueFunction) -> Floats:
    """Return how much of each step (A, J) between levels (J + 1,) performances (A,) have climbed, from the worst."""
    rising = np.clip((performances[:, None] - levels[:-1]) / np.diff(levels), 0, 1)
    return rising if function.is_rising else 1 - rising[:, ::-1]


def _least_step(steps: Floats) -> Floats:
    """Return the least difference of two rows (R, R) over the steps (R, J) that they have climbed."""
    least = np.full((len(steps), len(steps)), np.inf)
    for step in steps.T:
        np.minimum(least, step[:, None] - step, out=least)
    return least


def _performances(problem: Problem) -> Floats:
    """Return the performances (A, C) that the order is by."""
    if problem.missing is Missing.WORST or problem.likely_performances is None:
        return problem.worst_performances
    return problem.likely_performances

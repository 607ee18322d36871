"""The smallest change in what a level is worth: how far an anchor's value must move to make two alternatives level.

Between two anchors values run straight, so that moving one moves the partial values next to it in proportion, and the
difference of two sums along a line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.nearest import is_plain_sum
from stratsel.analysis.shift import HUNDRED
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import SAME
from stratsel.engine.value import ValueFunction
from stratsel.terms import Missing

Floats = NDArray[np.float64]

DIGITS = 9
"""Shifts that differ by less, in points, are equal: they stand in the order of the leaves and of their levels."""


@dataclass(frozen=True, slots=True)
class AnchorShift:
    """The value of the level at `performance` goes from `value` to `to`, in points of its scale, by `points`.

    `leaves` are those that share the scale, whose values all move. Then the two alternatives are level; any further the
    same way, and they have changed places.
    """

    leaves: tuple[int, ...]
    performance: Fraction
    value: float
    to: float

    @property
    def points(self) -> float:
        """By how much the value moves."""
        return abs(self.to - self.value)


def anchor_shifts(
    problem: Problem,
    evaluation: Evaluation,
    pair: tuple[int, int],
    scales: Sequence[int] = (),
    levels: Sequence[Sequence[Fraction]] = (),
) -> tuple[AnchorShift, ...] | None:
    """Return the shifts of one level's value that make a pair of rows level, the smallest first.

    Every level strictly between the ends of its scale is tried, between the values of its neighbours, which stay.
    `scales` (C,) number the scale of each leaf, where leaves share one; `levels` (C) are the performances of its
    levels, where the value function does not go through points at all of them. Logarithmic scales have none. None where
    values are not weighted sums of what is known, compared as they are.
    """
    if not is_plain_sum(problem, evaluation):
        return None
    sharing: dict[int, list[int]] = {}
    for leaf in range(len(problem.value_functions)):
        sharing.setdefault(scales[leaf] if scales else leaf, []).append(leaf)
    values = evaluation.basis.only(pair).values()
    margin = float(values[0] - values[1])
    found = []
    for leaves in sharing.values():
        function = problem.value_functions[leaves[0]]
        if isinstance(function, ValueFunction):
            anchors = _anchors(function, [level for leaf in leaves[:1] if levels for level in levels[leaf]])
            slopes = _slopes(problem, evaluation, pair, leaves, anchors)
            found += _shifts(tuple(leaves), anchors, slopes, margin)
    return tuple(sorted(found, key=lambda each: round(each.points, DIGITS)))


def _anchors(function: ValueFunction, levels: Sequence[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """Return the performances of all anchors of a scale, rising, each with its value."""
    low, high = function.performances[0], function.performances[-1]
    performances = {*function.performances, *(level for level in levels if low < level < high)}
    return [(performance, function.exact_partial_value(performance)) for performance in sorted(performances)]


def _slopes(
    problem: Problem,
    evaluation: Evaluation,
    pair: tuple[int, int],
    leaves: Sequence[int],
    anchors: Sequence[tuple[Fraction, Fraction]],
) -> Floats:
    """Return by how much (K,) the first of a pair gains on the second as the value of each anchor rises by 1."""
    at = [float(performance) for performance, _ in anchors]
    ahead = np.zeros(len(anchors))
    for leaf in leaves:
        first, second = (_parts(at, performance) for performance in _counted(problem, pair, leaf))
        ahead += evaluation.weights[leaf] * (first - second)
    return ahead


def _counted(problem: Problem, pair: tuple[int, int], leaf: int) -> Floats:
    """Return the performances of a pair on a leaf by which the order counts them."""
    likely = problem.likely_performances
    performances = problem.worst_performances if problem.missing is Missing.WORST or likely is None else likely
    return performances[list(pair), leaf]


def _parts(at: Sequence[float], performance: float) -> Floats:
    """Return what part (K,) the value of each anchor has in the value of a performance."""
    return np.array([np.interp(performance, at, one) for one in np.eye(len(at))])


def _shifts(
    leaves: tuple[int, ...], anchors: Sequence[tuple[Fraction, Fraction]], slopes: Floats, margin: float
) -> list[AnchorShift]:
    found = []
    for (below, (performance, value), above), slope in zip(
        zip(anchors, anchors[1:], anchors[2:], strict=False), slopes[1:-1].tolist(), strict=True
    ):
        if abs(slope) > SAME:
            to = float(value) - margin / slope
            ends = sorted((float(below[1]), float(above[1])))
            if ends[0] - SAME <= to <= ends[1] + SAME:
                found.append(AnchorShift(leaves, performance, HUNDRED * float(value), HUNDRED * to))
    return found

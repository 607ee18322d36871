"""One level up or down on every assessment, one at a time: which of them decide who lands in which tier."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.change import Change, Ends, changed, ends_of
from stratsel.analysis.landing import is_plain
from stratsel.analysis.placing import TierMove, moves_between, placed, placing_of
from stratsel.analysis.shift import HUNDRED
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import NEAR
from stratsel.engine.selection import Shortlist
from stratsel.terms import Missing

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST = 2_000
CELLS = 10_000_000
"""As many changes are evaluated in full, and fewer where a table is so large that it would take long."""


@dataclass(frozen=True, slots=True)
class OneStep:
    """An assessment a step better or worse than it is, and who then lands in another tier.

    `by` is the step in the unit of the leaf, in the sense of the value function: more is better where it rises. `gain`
    is what the row then has more, in points, before any rounding to the resolution.
    """

    row: int
    leaf: int
    by: Fraction
    gain: float
    moves: tuple[TierMove, ...]


@dataclass(frozen=True, slots=True)
class OneSteps:
    """The steps that change a tier, by row and leaf; `tried` steps were possible, and `within_reach` of a line.

    No more than `examined` of these were evaluated, those of rows nearest to a line first: fewer than are within reach
    only where there are very many alternatives.
    """

    found: tuple[OneStep, ...]
    tried: int
    within_reach: int
    examined: int


def one_steps(problem: Problem, evaluation: Evaluation, shortlist: Shortlist, steps: Sequence[Fraction]) -> OneSteps:
    """Return the single steps that change who lands in which tier.

    `steps` (C,) are in the unit of each leaf, 0 where no steps are taken. A range moves as a whole; nothing moves past
    the ends of its scale, and what is unknown stays so. Only rows that are ranked are moved.
    """
    reach = _Reach(problem, evaluation)
    tried, near = 0, list[_Step]()
    for leaf, size in enumerate(steps):
        for by in (size, -size) if size else ():
            rows, before, after = _stepped(problem, evaluation, leaf, float(by))
            distances = reach.distances(rows, before, after)
            tried += len(rows)
            near += [
                _Step(int(rows[at]), leaf, by, HUNDRED * float(after[at] - before[at]), float(distances[at]))
                for at in np.flatnonzero(np.isfinite(distances)).tolist()
            ]
    near.sort(key=lambda step: step.distance)
    most = max(1, min(MOST, CELLS // max(1, problem.worst_performances.size)))
    now = placed(problem, evaluation, shortlist)
    found = []
    for step in near[:most]:
        ends = _moved(problem, step)
        after_it = placing_of(changed(problem, Change(performances={(step.row, step.leaf): ends})))
        if moves := moves_between(now, after_it):
            found.append(OneStep(step.row, step.leaf, step.by, step.gain, moves))
    found.sort(key=lambda each: (each.row, each.leaf, each.by))
    return OneSteps(tuple(found), tried, len(near), min(len(near), most))


@dataclass(frozen=True, slots=True)
class _Step:
    """One assessment moved: by how much, what its row gains, in points, and how many rows off the next line is."""

    row: int
    leaf: int
    by: Fraction
    gain: float
    distance: float


def _moved(problem: Problem, step: _Step) -> Ends:
    """Return the ends of an assessment after a step, without rounding."""
    low, high = (problem.value_functions[step.leaf].performances[end] for end in (0, -1))
    now = ends_of(problem, step.row, step.leaf)
    worst, best, likely = (min(max(each + step.by, min(low, each)), max(high, each)) for each in now)
    return worst, best, likely


def _stepped(problem: Problem, evaluation: Evaluation, leaf: int, by: float) -> tuple[Integers, Floats, Floats]:
    """Return the rows (K,) whose assessment on a leaf can be moved by so much, and their values before and after it."""
    function, rows = problem.value_functions[leaf], evaluation.order.rows
    low, high = (float(function.performances[end]) for end in (0, -1))
    rows = rows[~problem.is_unknown[rows, leaf]]
    given = [problem.worst_performances, problem.best_performances]
    if problem.likely_performances is not None:
        given.append(problem.likely_performances)
    now = np.array([performances[rows, leaf] for performances in given])
    moved = np.clip(now + by, np.minimum(low, now), np.maximum(high, now))
    can_move = (moved != now).any(axis=0)
    rows, counted = rows[can_move], moved[0 if problem.missing is Missing.WORST else -1, can_move]
    basis = evaluation.basis.only(rows)
    partial_values = basis.partial_values.copy()
    partial_values[:, leaf] = function.partial_values(counted)
    return rows, basis.values(), replace(basis, partial_values=partial_values).values()


class _Reach:
    """Tells which steps could change a tier: those on whose way a value lies at which somebody's tier changes.

    Tiers follow from the order and the minimum, so that a row must pass another, or the minimum; where tiers only count
    places, it must pass whoever stands at a line.
    """

    def __init__(self, problem: Problem, evaluation: Evaluation) -> None:
        rows = evaluation.order.rows
        values = evaluation.basis.only(rows).values()
        self.places = np.empty(len(problem.alternatives), dtype=np.int64)
        self.places[rows] = np.arange(len(rows))
        # What is rounded may stand half a step off, on either side.
        self.slack = NEAR + float(problem.resolution or 0)
        self.minimum = float(problem.minimum)
        self.ascending = np.sort(values)
        is_by_place = is_plain(problem.lines) and problem.resolution is None
        counts = [line.places for line in problem.lines if 0 < line.places < len(rows)] if is_by_place else []
        self.lines = [(count, float(values[count - 1]), float(values[count])) for count in counts]
        self.is_by_place = is_by_place

    def distances(self, rows: Integers, before: Floats, after: Floats) -> Floats:
        """Return how many rows stand between some rows (K,) and the next line on their way; infinity where none is."""
        low, high = np.minimum(before, after) - self.slack, np.maximum(before, after) + self.slack
        found = np.where((self.minimum > 0) & (low <= self.minimum) & (self.minimum <= high), 0, np.inf)
        if not self.is_by_place:
            passed = np.searchsorted(self.ascending, high, "right") - np.searchsorted(self.ascending, low, "left")
            return np.where(passed > 1, 0, found)
        places = self.places[rows]
        for count, last_in, first_out in self.lines:
            is_inside = places < count
            line = np.where(is_inside, first_out, last_in)
            distance = np.where(is_inside, count - 1 - places, places - count)
            found = np.where((low <= line) & (line <= high), np.minimum(found, distance), found)
        return found

"""A change to a problem, as data: other weights, other assessments, another way to combine children."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import TOP, End, ExactPerformance, Hierarchy, Problem
from stratsel.terms import Combine

Floats = NDArray[np.float64]

Ends = tuple[Fraction, Fraction, Fraction]
"""A performance at its worst, at its best and at its likeliest: as `End` counts them."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is other than in a problem; all that is not named stays.

    `weights` are by node and relative to siblings, `performances` by row and leaf, in the unit of the leaf, and
    `combines` by node or `TOP`.
    """

    weights: Mapping[int, Fraction] = field(default_factory=dict)
    performances: Mapping[tuple[int, int], Ends] = field(default_factory=dict)
    combines: Mapping[int, Combine] = field(default_factory=dict)


def settled(performance: Fraction) -> Ends:
    """Return the ends of an assessment that leaves nothing open."""
    return performance, performance, performance


def ends_of(problem: Problem, row: int, leaf: int) -> Ends:
    """Return what an assessment leaves open as exact numbers, or as the floats that there are."""
    if problem.exact_performance is not None:
        worst, best = (problem.exact_performance(row, leaf, end) for end in (End.WORST, End.BEST))
        return worst, best, problem.exact_performance(row, leaf, End.LIKELY)
    likely = problem.worst_performances if problem.likely_performances is None else problem.likely_performances
    worst, best = (Fraction(float(each[row, leaf])) for each in (problem.worst_performances, problem.best_performances))
    return worst, best, Fraction(float(likely[row, leaf]))


def changed(problem: Problem, change: Change) -> Problem:
    """Return the problem with a change made.

    An assessment that changes is no longer unknown. Screens keep their outcomes: they are decided once and apart.

    Raises:
        ValueError: siblings would all weigh nothing, or a weight would be negative.
    """
    hierarchy = changed_hierarchy(problem.hierarchy, change)
    if not change.performances:
        return replace(problem, hierarchy=hierarchy)
    rows, leaves = (list(each) for each in zip(*change.performances, strict=True))
    is_unknown = problem.is_unknown.copy()
    is_unknown[rows, leaves] = False
    worst = _filled(problem.worst_performances, change, End.WORST)
    is_settled = problem.is_settled and all(ends[End.WORST] == ends[End.BEST] for ends in change.performances.values())
    likely = problem.likely_performances
    return replace(
        problem,
        hierarchy=hierarchy,
        worst_performances=worst,
        best_performances=worst if is_settled else _filled(problem.best_performances, change, End.BEST),
        likely_performances=None if likely is None else _filled(likely, change, End.LIKELY),
        is_unknown=is_unknown,
        exact_performance=_exactly(problem.exact_performance, change),
    )


def changed_hierarchy(hierarchy: Hierarchy, change: Change) -> Hierarchy:
    """Return the tree of criteria with a change made; raises as `changed` does."""
    combines = {**hierarchy.combines, **change.combines}
    top = combines.pop(TOP, hierarchy.top)
    weights = tuple(change.weights.get(node, weight) for node, weight in enumerate(hierarchy.weights))
    return replace(hierarchy, weights=weights, combines=combines, top=top)


def _filled(performances: Floats, change: Change, end: End) -> Floats:
    filled = performances.copy(order="K")
    for at, ends in change.performances.items():
        filled[at] = float(ends[end])
    return filled


def _exactly(read: ExactPerformance | None, change: Change) -> ExactPerformance | None:
    if read is None:
        return None

    def read_changed(row: int, leaf: int, end: End) -> Fraction:
        ends = change.performances.get((row, leaf))
        return read(row, leaf, end) if ends is None else ends[end]

    return read_changed

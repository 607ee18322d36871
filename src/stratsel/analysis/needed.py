"""What one assessment would have to be: the performance at which its row reaches another, or the line of a tier.

Each node is better, or as good, if one below it is, however children are combined: so the partial value is found by
halving, or where values are sums along a line, and the performance through the inverse of the value function.
"""

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import is_plain
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.rank import SAME
from stratsel.engine.value import AnyValueFunction, LogValueFunction
from stratsel.terms import Combine

Floats = NDArray[np.float64]

HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Needed:
    """The `performance` on a leaf, in its unit, at which a value is reached, but for rounding, and what it is worth.

    It is the least that is enough where the row has to rise, and the best that is bad enough where it has to fall.
    There the row is level; under a minimum or a maximum that may be as far as it goes. What the scale admits, such as
    whole levels, is for the caller to find from there.
    """

    leaf: int
    performance: float
    partial_value: float


def needed_to_reach(problem: Problem, evaluation: Evaluation, row: int, wanted: float) -> tuple[Needed | None, ...]:
    """Return for each leaf (C,) what the assessment of a ranked row would have to be for the whole to come to `wanted`.

    `wanted` lies between 0 and 1 and is compared before any rounding. None where not even the end of the scale is
    enough, and where a leaf does not count. All else stays as the order counts it; screens are not decided again.
    """
    one = _OneAtATime(evaluation, row)
    ends = np.array([sorted(map(float, (each.values[0], each.values[-1]))) for each in problem.value_functions])
    low, high = ends[:, 0], ends[:, 1]
    lowest, highest = one.values(low), one.values(high)
    rises = one.now < wanted
    is_enough = highest >= wanted - SAME if rises else lowest <= wanted + SAME
    is_enough &= lowest < highest
    if one.is_sum:
        share = np.divide(wanted - lowest, highest - lowest, out=np.zeros_like(low), where=is_enough)
        found = low + (high - low) * np.clip(share, 0, 1)
    else:
        found = _halved(one, low, high, wanted, rises=rises)
    return tuple(
        Needed(leaf, _performance(function, value, rises=rises), value) if enough else None
        for leaf, (function, value, enough) in enumerate(
            zip(problem.value_functions, found.tolist(), is_enough.tolist(), strict=True)
        )
    )


def _halved(one: "_OneAtATime", low: Floats, high: Floats, wanted: float, *, rises: bool) -> Floats:
    """Return the least partial values (C,) between two that are enough, or the largest that are bad enough."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        is_above = one.values(middle) >= wanted if rises else one.values(middle) > wanted
        low, high = np.where(is_above, low, middle), np.where(is_above, middle, high)
    return high if rises else low


def needed_against(problem: Problem, evaluation: Evaluation, row: int, rival: int) -> tuple[Needed | None, ...]:
    """Return for each leaf (C,) what the assessment of a row would have to be to stand level with a rival.

    Where values are rounded, at the half step from which the row would be rounded above its rival.
    """
    half = float(problem.resolution or 0) / 2
    return needed_to_reach(problem, evaluation, row, float(evaluation.values[rival]) + half)


def needed_across(problem: Problem, evaluation: Evaluation, row: int, tier: int) -> tuple[Needed | None, ...] | None:
    """Return for each leaf (C,) what the assessment of a row would have to be to stand at the line of a tier.

    That is level with the last of the others who has a place, or at the minimum if that is higher. None altogether for
    tiers that hang on more than the order, by quotas or by classes, and for those below them.
    """
    if not is_plain(problem.lines[: tier + 1]):
        return None
    others, places = [other for other in evaluation.order.rows.tolist() if other != row], problem.lines[tier].places
    wanted = [_least(problem)] if problem.minimum else []
    if len(others) >= places:
        wanted.append(float(evaluation.values[others[places - 1]]) + float(problem.resolution or 0) / 2)
    if not wanted:
        return (None,) * len(problem.value_functions)
    return needed_to_reach(problem, evaluation, row, max(wanted))


def _least(problem: Problem) -> float:
    """Return the value from which on a row reaches the minimum once it is rounded."""
    step = problem.resolution
    return float(problem.minimum if step is None else ceil(problem.minimum / step) * step - step / 2)


class _OneAtATime:
    """A row as often as there are leaves (C), each time with another partial value on one of them."""

    def __init__(self, evaluation: Evaluation, row: int) -> None:
        size = len(evaluation.weights)
        self._profiles = evaluation.basis.only([row] * size)
        if self._profiles.is_absent is not None:
            np.fill_diagonal(self._profiles.is_absent, val=False)
        hierarchy = evaluation.basis.hierarchy
        inner = [node for node in hierarchy.counted(TOP) if node in hierarchy.children]
        self.is_sum = all(hierarchy.combine(node) is Combine.ARITHMETIC for node in inner)
        """Whether what the row is worth runs straight between any two partial values."""
        self.now = float(evaluation.basis.only([row]).values()[0])
        """What the row is worth as things are, not rounded."""

    def values(self, partial_values: Floats) -> Floats:
        """Return what the row is worth (C,) with each of some partial values (C,) in place of its own."""
        np.fill_diagonal(self._profiles.partial_values, partial_values)
        return Profiles.values(self._profiles)


def _performance(function: AnyValueFunction, value: float, *, rises: bool) -> float:
    """Return the worst performance that is worth a value or more, or the best that is worth it or less."""
    if rises or isinstance(function, LogValueFunction):
        return function.performance_worth(value)
    upside_down = replace(function, values=tuple(1 - each for each in function.values))
    return upside_down.performance_worth(1 - value)

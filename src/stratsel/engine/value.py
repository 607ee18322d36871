"""Value functions: from a performance in its unit to a partial value between 0 and 1.

Monotone, and constant beyond both ends (Keeney and Raiffa 1976, Decisions with Multiple Objectives, chapter 3: a
single-attribute value function scaled to 0 at its worst and 1 at its best). Either piecewise linear or logarithmic.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import log, log1p
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEEP = 100_000
"""Rounding errors of 1 in 9e15, so many times magnified, stay far below the distance at which values count as near."""


@dataclass(frozen=True, slots=True)
class ValueFunction:
    """A piecewise linear function through points: `performances` (K) rise, `values` (K) lie in 0 to 1 and are monotone.

    `slopes` (K - 1), in value per unit, follow from them.

    Raises:
        ValueError: fewer than two points, performances that do not rise, values outside 0 to 1 or not monotone.
    """

    performances: tuple[Fraction, ...]
    values: tuple[Fraction, ...]
    slopes: tuple[Fraction, ...] = field(init=False, repr=False, compare=False)

    is_rational: ClassVar[Literal[True]] = True
    """Whether a rational performance has a rational value, which `exact_partial_value` returns."""

    def __post_init__(self) -> None:
        """Refuse points through which no value function goes."""
        steps = list(zip(self.performances, self.performances[1:], strict=False))
        if len(self.performances) != len(self.values) or not steps:
            raise ValueError("a value function needs two points or more")
        if any(left >= right for left, right in steps):
            raise ValueError("the performances of a value function must rise")
        if any(not 0 <= value <= 1 for value in self.values):
            raise ValueError("values lie between 0 and 1")
        if list(self.values) != sorted(self.values, reverse=not self.is_rising):
            raise ValueError("a value function must be monotone")
        pieces = pairwise(zip(self.performances, self.values, strict=True))
        object.__setattr__(self, "slopes", tuple((y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pieces))

    @property
    def is_rising(self) -> bool:
        """Whether more is better."""
        return self.values[0] <= self.values[-1]

    @property
    def worst(self) -> Fraction:
        """The performance at which the value is lowest and beyond which it stays so."""
        return self.performances[0] if self.is_rising else self.performances[-1]

    @property
    def best(self) -> Fraction:
        """The performance at which the value is highest and beyond which it stays so."""
        return self.performances[-1] if self.is_rising else self.performances[0]

    @property
    def is_steep(self) -> bool:
        """Whether rounding a performance to a float could move its value by more than a tenth of a billionth.

        So it is where a narrow scale stands far from zero, as from 1 000 000 to 1 000 000.01.
        """
        furthest = max(abs(float(self.performances[0])), abs(float(self.performances[-1])))
        return furthest * max(abs(float(slope)) for slope in self.slopes) > STEEP

    def partial_values(self, performances: Floats) -> Floats:
        """Return the partial values (A,) of performances (A,)."""
        if len(self.values) == 2:
            # From the worst end, so that it is worth its value to the bit: a root of what should be zero is no trifle.
            low, high = float(self.values[0]), float(self.values[1])
            line = (performances - float(self.performances[0 if low <= high else 1])) * float(self.slopes[0])
            line += min(low, high)
            return np.clip(line, min(low, high), max(low, high), out=line)
        return np.interp(
            performances, [float(point) for point in self.performances], [float(each) for each in self.values]
        )

    def partial_value(self, performance: Fraction) -> float:
        """Return the partial value of one performance, rounded once."""
        return float(self.exact_partial_value(performance))

    def exact_partial_value(self, performance: Fraction) -> Fraction:
        """Return the partial value of one performance, without rounding."""
        if performance <= self.performances[0]:
            return self.values[0]
        if performance >= self.performances[-1]:
            return self.values[-1]
        piece = bisect_right(self.performances, performance) - 1
        return self.values[piece] + self.slopes[piece] * (performance - self.performances[piece])

    def performance_worth(self, value: float) -> float:
        """Return the worst performance that is worth a value or more, but for rounding; the best where none is."""
        points = list(zip(self.performances, self.values, strict=True))
        for (x0, y0), (x1, y1) in pairwise(points if self.is_rising else points[::-1]):
            if value <= y1:
                share = max(value - float(y0), 0.0) / float(y1 - y0) if y0 < y1 else 0.0
                return float(x0) + share * float(x1 - x0)
        return float(self.best)


@dataclass(frozen=True, slots=True)
class LogValueFunction:
    """ln(x / worst) / ln(best / worst): equal ratios are worth the same, and either end may be the larger.

    A performance counts as the end that it lies beyond before its logarithm is taken, so that zero and less have a
    value (United Nations Development Programme, Human Development Report, technical note 1: the income index).

    Raises:
        ValueError: ends that are not positive, or equal.
    """

    worst: Fraction
    best: Fraction

    is_rational: ClassVar[Literal[False]] = False
    """Whether a rational performance has a rational value: no logarithm but that of the ends has."""

    def __post_init__(self) -> None:
        """Refuse ends between which no logarithm runs."""
        if min(self.worst, self.best) <= 0:
            raise ValueError("the ends of a logarithmic value function must be positive")
        if self.worst == self.best:
            raise ValueError("the ends of a value function must differ")

    @property
    def performances(self) -> tuple[Fraction, Fraction]:
        """Both ends, the smaller first."""
        return min(self.worst, self.best), max(self.worst, self.best)

    @property
    def values(self) -> tuple[Fraction, Fraction]:
        """What the ends are worth, the smaller end first."""
        return (Fraction(0), Fraction(1)) if self.is_rising else (Fraction(1), Fraction(0))

    @property
    def is_rising(self) -> bool:
        """Whether more is better."""
        return self.worst < self.best

    @property
    def is_steep(self) -> bool:
        """Whether rounding a performance to a float could move its value by more than a tenth of a billionth.

        An error in x, as a share of x, moves ln x by as much, and the value by that over the logarithm of the span.
        """
        return abs(self._span) * STEEP < 1

    def partial_values(self, performances: Floats) -> Floats:
        """Return the partial values (A,) of performances (A,)."""
        low, high = map(float, self.performances)
        ratios = np.clip(performances, low, high) / float(self.worst)
        return np.clip(np.log(ratios) / self._span, 0, 1)

    def partial_value(self, performance: Fraction) -> float:
        """Return the partial value of one performance, its distance from the worst taken before anything is rounded."""
        low, high = self.performances
        return min(max(_log(min(max(performance, low), high) / self.worst) / self._span, 0.0), 1.0)

    def performance_worth(self, value: float) -> float:
        """Return the performance that is worth a value between 0 and 1, but for rounding."""
        return float(self.worst) * float(np.exp(value * self._span))

    @property
    def _span(self) -> float:
        return _log(self.best / self.worst)


AnyValueFunction = ValueFunction | LogValueFunction
"""What turns the performances of a leaf into partial values; only where it `is_rational` does it so exactly."""


def _log(ratio: Fraction) -> float:
    """Return the logarithm of a positive ratio; near 1, where a float would keep little of it, from its excess."""
    excess = ratio - 1
    return log1p(float(excess)) if abs(excess) < Fraction(1, 2) else log(float(ratio))

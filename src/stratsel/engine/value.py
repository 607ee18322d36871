"""Value functions: from a performance in its unit to a partial value between 0 and 1.

Piecewise linear, monotone, and constant beyond both ends (Keeney and Raiffa 1976, Decisions with Multiple Objectives,
chapter 3: a single-attribute value function scaled to 0 at its worst and 1 at its best).
"""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEEP = 100_000
"""A rounding error of 1 in 9e15 times this stays far below the distance at which values are compared without rounding."""


@dataclass(frozen=True, slots=True)
class ValueFunction:
    """A piecewise linear function through points: `performances` (K) rise, `values` (K) lie in 0 to 1 and are monotone.

    Raises:
        ValueError: fewer than two points, performances that do not rise, values outside 0 to 1 or not monotone.
    """

    performances: tuple[Fraction, ...]
    values: tuple[Fraction, ...]

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
        slopes = (abs(self._slope(at)) for at in range(len(self.values) - 1))
        return max(slopes) * max(abs(self.performances[0]), abs(self.performances[-1])) > STEEP

    def partial_values(self, performances: Floats) -> Floats:
        """Return the partial values (A,) of performances (A,)."""
        low, high = float(self.values[0]), float(self.values[-1])
        if len(self.values) == 2:  # noqa: PLR2004 - a straight line
            line = (performances - float(self.performances[0])) * float(self._slope(0))
            line += low
            return np.clip(line, min(low, high), max(low, high), out=line)
        return np.interp(performances, [float(point) for point in self.performances], [float(each) for each in self.values])

    def exact_partial_value(self, performance: Fraction) -> Fraction:
        """Return the partial value of one performance, without rounding."""
        if performance <= self.performances[0]:
            return self.values[0]
        if performance >= self.performances[-1]:
            return self.values[-1]
        right = bisect_right(self.performances, performance)
        return self.values[right - 1] + self._slope(right - 1) * (performance - self.performances[right - 1])

    def _slope(self, at: int) -> Fraction:
        return (self.values[at + 1] - self.values[at]) / (self.performances[at + 1] - self.performances[at])

"""Value functions: from a performance in its unit to a partial value between 0 and 1.

Piecewise linear, monotone, and constant beyond both ends (Keeney and Raiffa 1976, Decisions with Multiple Objectives,
chapter 3: a single-attribute value function scaled to 0 at its worst and 1 at its best).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEEP = 100_000
"""Rounding errors of 1 in 9e15, so many times magnified, stay far below the distance at which values count as near."""


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
        furthest = max(abs(float(self.performances[0])), abs(float(self.performances[-1])))
        return furthest * max(abs(slope) for slope in self._slopes()) > STEEP

    def partial_values(self, performances: Floats) -> Floats:
        """Return the partial values (A,) of performances (A,)."""
        low, high = float(self.values[0]), float(self.values[-1])
        if len(self.values) == 2:
            line = (performances - float(self.performances[0])) * next(self._slopes())
            line += low
            return np.clip(line, min(low, high), max(low, high), out=line)
        return np.interp(
            performances, [float(point) for point in self.performances], [float(each) for each in self.values]
        )

    def exact_partial_value(self, performance: Fraction) -> Fraction:
        """Return the partial value of one performance, without rounding."""
        if performance <= self.performances[0]:
            return self.values[0]
        if performance >= self.performances[-1]:
            return self.values[-1]
        right = bisect_right(self.performances, performance)
        (x0, x1), (y0, y1) = self.performances[right - 1 : right + 1], self.values[right - 1 : right + 1]
        return y0 + (y1 - y0) * (performance - x0) / (x1 - x0)

    def _slopes(self) -> Iterator[float]:
        for (x0, y0), (x1, y1) in pairwise(zip(self.performances, self.values, strict=True)):
            yield float(y1 - y0) / float(x1 - x0)

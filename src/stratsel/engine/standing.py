"""Standing: the numbers by which alternatives are compared at a node, or as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.exact import ExactProfiles
from stratsel.engine.rank import NEAR, SAME, ExactKeys, rounded_keys

Floats = NDArray[np.float64]

ExactValues = Callable[[Sequence[int]], Sequence[Fraction]]
"""The values of the rows named, without rounding."""


@dataclass(frozen=True, slots=True)
class Standing:
    """By what rows are compared: `values` (A,), and exact keys for those that are near, where there are any."""

    values: Floats
    exact_keys: ExactKeys | None = None

    def keys(self, rows: Sequence[int]) -> Sequence[int | Fraction]:
        """Return numbers, larger for better, of the rows named, equal where rows stand level."""
        return rounded_keys(self.values[list(rows)]) if self.exact_keys is None else self.exact_keys(rows)


def standing_at(node: int, values: Floats, exact: ExactProfiles | None, resolution: Fraction | None) -> Standing:
    """Return how rows stand at a node by its values (A,), rounded to the resolution where there is one."""
    is_exact = exact is not None and exact.is_rational(node)
    if resolution is not None:
        return rounded_half_up(values, resolution, partial(exact.values, node) if exact and is_exact else None)
    return Standing(values, partial(exact.keys, node) if exact and is_exact else None)


def rounded_half_up(values: Floats, resolution: Fraction, exact_values: ExactValues | None = None) -> Standing:
    """Return how rows stand once their values (A,) are rounded half up to multiples of the resolution.

    Values that floats cannot place on one side of a half are asked for exactly. Where they have no exact values, one
    that is half by its formula may be computed a little below: what is below by no more than a tie counts as half.
    """
    halves = values / float(resolution) + 0.5
    steps = np.floor(halves + (SAME / float(resolution) if exact_values is None else 0))
    if exact_values is not None:
        near = np.flatnonzero(np.abs(halves - np.rint(halves)) * float(resolution) <= NEAR).tolist()
        steps[near] = [value // resolution + (value % resolution * 2 >= resolution) for value in exact_values(near)]
    multiples = steps * float(resolution.numerator) / float(resolution.denominator)
    return Standing(multiples, partial(_whole, steps))


def _whole(steps: Floats, rows: Sequence[int]) -> list[int]:
    return [int(step) for step in steps[list(rows)].tolist()]

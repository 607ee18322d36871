"""What an alternative would come to if one assessment were other than it is."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.one_leaf import OneLeaf
from stratsel.engine.problem import TOP
from stratsel.engine.profile import Profiles
from stratsel.terms import Combine

Floats = NDArray[np.float64]

_HALVINGS = 60


class Trial:
    """Answers for one evaluation; values lie between 0 and 1 and are not rounded to the round's resolution."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._basis = evaluation.basis
        self._weights = evaluation.weights
        hierarchy = evaluation.basis.hierarchy
        is_sum = all(hierarchy.combine(node) is Combine.ARITHMETIC for node in (TOP, *range(len(hierarchy.nodes))))
        self._is_sum = is_sum and self._basis.is_absent is None
        self._one_leaf = None
        if self._basis.is_absent is None and not is_sum:
            self._one_leaf = OneLeaf(hierarchy, self._basis.partial_values)
        self.values = self._basis.values()

    def values_with(self, row: int, leaf: int, partial_values: Sequence[float]) -> list[float]:
        """Return the overall value of a row for each of several partial values on one leaf."""
        if self._is_sum:
            own, weight = float(self._basis.partial_values[row, leaf]), float(self._weights[leaf])
            return [float(self.values[row]) + weight * (value - own) for value in partial_values]
        found: list[float]
        if self._one_leaf is not None:
            found = self._one_leaf.values(leaf, np.array(partial_values, dtype=float), row).tolist()
            return found
        changed = self._basis.only([row] * len(partial_values))
        changed.partial_values[:, leaf] = partial_values
        found = _present(changed, leaf).values().tolist()
        return found

    def gains(self, leaf: int, partial_values: Floats) -> Floats:
        """Return by how much (A,) all values would change with other partial values (A,) on one leaf."""
        own = self._basis.partial_values[:, leaf]
        if self._is_sum:
            return float(self._weights[leaf]) * (partial_values - own)
        if self._one_leaf is not None:
            found = self._one_leaf.values(leaf, partial_values) - self.values
            found[partial_values == own] = 0
            return found
        changed = self._basis.only(range(len(self.values)))
        changed.partial_values[:, leaf] = partial_values
        found = np.nan_to_num(_present(changed, leaf).values()) - np.nan_to_num(self.values)
        is_absent = False if self._basis.is_absent is None else self._basis.is_absent[:, leaf]
        found[(partial_values == own) & ~np.asarray(is_absent)] = 0
        return found

    def least_worth(self, row: int, leaf: int, wanted: float, best: float) -> float | None:
        """Return the least partial value on a leaf, up to `best`, with which a row comes to `wanted`; None if none."""
        low = float(self._basis.partial_values[row, leaf])
        if self.values_with(row, leaf, [best])[0] < wanted:
            return None
        if self._is_sum:
            return low + (wanted - float(self.values[row])) / float(self._weights[leaf])
        high = best
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self.values_with(row, leaf, [middle])[0] < wanted:
                low = middle
            else:
                high = middle
        return high


def _present(profiles: Profiles, leaf: int) -> Profiles:
    if profiles.is_absent is not None:
        profiles.is_absent[:, leaf] = False
    return profiles

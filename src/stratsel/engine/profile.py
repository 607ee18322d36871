"""Profiles: how alternatives stand on every leaf, and so on every node."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import node_values, values_by_node
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import Shares, Weight, frontier, local_weights, present_weights, weight_along
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Profiles:
    """Partial values (A, C) of alternatives on the leaves of a hierarchy.

    `is_absent` (A, C) marks those that are left out, their weight shared out among what is present; None where nothing
    is.
    """

    hierarchy: Hierarchy
    partial_values: Floats
    is_absent: Booleans | None = None

    def values(self, node: int = TOP) -> Floats:
        """Return the values (A,), 0 to 1, of a node or of the whole; NaN where nothing that counts in it is present."""
        values = node_values(self.hierarchy, node, self.partial_values, self._shares())
        if self.is_absent is not None:
            counted = set(self.hierarchy.counted(node))
            counts = [leaf in counted for leaf in self.hierarchy.leaf_nodes]
            values[self.is_absent[:, counts].all(axis=1)] = np.nan
        return values

    def values_by_node(self) -> list[Floats]:
        """Return the same (A,) for every node, in tree order."""
        values = values_by_node(self.hierarchy, self.partial_values, self._shares())
        if self.is_absent is not None:
            for found, is_missing in zip(values, self._missing(self.is_absent), strict=True):
                found[is_missing] = np.nan
        return values

    def only(self, rows: Sequence[int] | Integers) -> "Profiles":
        """Return the profiles of a few alternatives."""
        some = np.asarray(rows, dtype=np.int64)
        is_absent = None if self.is_absent is None else self.is_absent[some]
        return Profiles(self.hierarchy, self.partial_values[some], is_absent)

    def weights(self) -> dict[int, Weight]:
        """Return what each part of the whole can bring at most, as shares of 1: one number, or one for each row (A,).

        The parts are those whose contributions sum to the value: leaves and nodes that are no arithmetic mean.
        """
        shares = self._shares()
        return {part: weight_along(way, shares) for part, way in frontier(self.hierarchy, TOP) if way}

    def contributions(self) -> dict[int, Floats]:
        """Return what each node brings to the whole (A,), as shares of 1: global weight times value.

        Only along arithmetic means from the top: any other node counts as a whole, nothing below it is listed, and
        under a whole that is no arithmetic mean nothing is. What the leaves and those nodes bring sums to the value
        before any rounding to a resolution; what is absent brings nothing.
        """
        hierarchy, shares, size = self.hierarchy, self._shares(), len(self.partial_values)
        brought = {node: np.zeros(size) for node in _along_sums(hierarchy)}
        values = values_by_node(hierarchy, self.partial_values, shares) if brought else []
        for part, way in frontier(hierarchy, TOP) if brought else ():
            own = weight_along(way, shares) * values[part]
            for node in way:
                brought[node] += own
        return brought

    def _missing(self, is_absent: Booleans) -> list[Booleans]:
        """Return for every node, in tree order, where nothing that counts in it is present (A,)."""
        hierarchy, leaves = self.hierarchy, {leaf: at for at, leaf in enumerate(self.hierarchy.leaf_nodes)}
        missing = [np.ones(len(is_absent), dtype=bool) for _ in hierarchy.nodes]
        for node in reversed(range(len(missing))):
            if node in leaves:
                missing[node] = is_absent[:, leaves[node]]
            parent = hierarchy.parents[node]
            if parent != TOP and hierarchy.counts(node):
                missing[parent] &= missing[node]
        return missing

    def _shares(self) -> Shares:
        return (
            local_weights(self.hierarchy) if self.is_absent is None else present_weights(self.hierarchy, self.is_absent)
        )


def _along_sums(hierarchy: Hierarchy) -> list[int]:
    """Return the nodes that are reached from the top along arithmetic means, whatever they weigh, in tree order."""
    found: set[int] = set()
    for node, parent in enumerate(hierarchy.parents):
        if hierarchy.combine(parent) is Combine.ARITHMETIC and (parent == TOP or parent in found):
            found.add(node)
    return sorted(found)

"""What the whole comes to with other partial values on one leaf: only what stands above that leaf is combined again."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import combine
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import frontier, local_weights, share_along
from stratsel.terms import Combine

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

Terms = Sequence[tuple[int, float]]
"""What a value is the weighted sum of: leaves, and nodes that are no arithmetic mean, each with its weight."""

Rows = int | slice | Integers

EVERY = slice(None)
"""All rows."""


class OneLeaf:
    """Values of the whole for partial values (A, C) with those on one leaf replaced, as `node_values` has them."""

    def __init__(self, hierarchy: Hierarchy, partial_values: Floats) -> None:
        shares = local_weights(hierarchy)
        self._hierarchy, self._weights = hierarchy, [float(share) for share in shares]
        counted = hierarchy.counted(TOP)
        parts = [node for node in counted if node in hierarchy.children]
        parts = [node for node in parts if hierarchy.combine(node) is not Combine.ARITHMETIC]
        self._below = {part: [each for each in hierarchy.children[part] if hierarchy.counts(each)] for part in parts}
        self._terms: dict[int, Terms] = {}
        self._above: dict[int, int] = {}
        for node in (TOP, *(child for children in self._below.values() for child in children)):
            ways = frontier(hierarchy, node)
            self._terms[node] = [(part, float(share_along(way, shares))) for part, way in ways]
            self._above.update((part, node) for part, _ in ways)
        self._values = {leaf: partial_values[:, at] for at, leaf in enumerate(hierarchy.leaf_nodes)}
        self._sums: dict[int, Floats] = {}
        for part in sorted(parts, reverse=True):
            for child in self._below[part]:
                self._sums[child] = self._sum(child, {}, EVERY)
            self._values[part] = self._combined(part, {}, EVERY)

    def values(self, leaf: int, partial_values: Floats, rows: Rows = EVERY) -> Floats:
        """Return the values (R,) of some rows, or of one again and again, with other partial values (R,) on a leaf."""
        at = self._hierarchy.leaf_nodes[leaf]
        found = partial_values
        while (node := self._above.get(at, TOP)) != TOP:
            summed = self._sum(node, {at: found}, rows)
            at = self._hierarchy.parents[node]
            found = self._combined(at, {node: summed}, rows)
        return np.broadcast_to(self._sum(TOP, {at: found}, rows), partial_values.shape)

    def _sum(self, node: int, instead: Mapping[int, Floats], rows: Rows) -> Floats:
        """Return a weighted sum, with other values instead of those of some of its terms."""
        values = self._values
        terms = (
            weight * (instead[part] if part in instead else values[part][rows]) for part, weight in self._terms[node]
        )
        summed: Floats = reduce(add, terms)
        return summed

    def _combined(self, part: int, instead: Mapping[int, Floats], rows: Rows) -> Floats:
        below, sums = self._below[part], self._sums
        values = [instead[child] if child in instead else sums[child][rows] for child in below]
        return combine(self._hierarchy.combine(part), values, [self._weights[child] for child in below])

"""Many worlds at once: each draw of weights and judgements is one way in which the same alternatives may be valued."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.aggregate import combine
from stratsel.engine.problem import TOP, UNWEIGHTED, Hierarchy
from stratsel.engine.weight import global_weights
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The partial values (K, S) of some rows (K,) on one leaf, draw by draw."""

    rows: Integers
    leaf: int
    partial_values: Floats


@dataclass(frozen=True, slots=True)
class Worlds:
    """Profiles under S draws: `shares` (N, S) are local weights; partial values (A, C) hold where nothing is `drawn`.

    `is_absent` (A, C) marks what is left out, its weight shared out among what is present; None where nothing is.
    `is_open` (A, C) marks what is not known in these worlds either, and so separates nobody at a tie node.
    """

    hierarchy: Hierarchy
    shares: Floats
    partial_values: Floats
    drawn: Sequence[Drawn] = ()
    is_absent: Booleans | None = None
    is_open: Booleans | None = None

    def only(self, draws: Integers) -> "Worlds":
        """Return a few of the draws."""
        some = [replace(each, partial_values=each.partial_values[:, draws]) for each in self.drawn]
        return replace(self, shares=self.shares[:, draws], drawn=some)

    def values(self, node: int = TOP) -> Floats:
        """Return the values (A, S) of a node, or of the whole, by the formulas of the engine.

        Sums may differ from the engine's in their last digits, and are no results themselves.
        """
        inner = [each for each in self.hierarchy.counted(node) if each in self.hierarchy.children]
        is_sum = all(self.hierarchy.combine(each) is Combine.ARITHMETIC for each in inner)
        return self._sum(node) if is_sum and self.is_absent is None else self._combined(node)

    def _sum(self, node: int) -> Floats:
        weights = self.weights_under(node)
        settled = self.partial_values.copy()
        for each in self.drawn:
            settled[each.rows, each.leaf] = 0
        # For tables of this size BLAS spends as long again on waking its threads.
        values: Floats = np.einsum("ac,cs->as", settled, weights)
        for each in self.drawn:
            values[each.rows] += weights[each.leaf] * each.partial_values
        return values

    def weights_under(self, node: int) -> Floats:
        """Return the share (C, S) of each leaf in the value of a node that is a sum all the way down."""
        products = {node: np.ones(self.shares.shape[1])}
        for each in self.hierarchy.counted(node)[1:]:
            products[each] = products[self.hierarchy.parents[each]] * self.shares[each]
        nothing = np.zeros(self.shares.shape[1])
        return np.array([products.get(leaf, nothing) for leaf in self.hierarchy.leaf_nodes])

    def _combined(self, node: int) -> Floats:
        hierarchy, children = self.hierarchy, self.hierarchy.children
        leaves = {leaf: at for at, leaf in enumerate(hierarchy.leaf_nodes)}
        drawn = self._drawn_by_leaf()
        # Whatever is the same in all draws is worked out once: one column stands for them.
        is_same = (self.shares == self.shares[:, :1]).all(axis=1).tolist()
        values: dict[int, Floats] = {}
        present: dict[int, Booleans] = {}
        for each in sorted(hierarchy.counted(node), reverse=True):
            if each in leaves:
                values[each], present[each] = self._leaf(leaves[each], drawn.get(leaves[each], ()))
                continue
            below = [child for child in children[each] if hierarchy.counts(child)]
            width = 1 if all(is_same[child] for child in below) else None
            how, shares = hierarchy.combine(each), [self.shares[child, :width] for child in below]
            if self.is_absent is not None:
                shares = _present_shares([present[child] for child in below], shares)
            own = [values[child] for child in below]
            # To the first the others are added in place, so that it has as many columns as any.
            columns = np.broadcast_shapes(*{part.shape[-1:] for part in (*own, *shares)})
            own[0] = np.broadcast_to(own[0], (len(self.partial_values), *columns))
            values[each] = combine(how, own, shares)
            present[each] = np.any([present[child] for child in below], axis=0)
        return np.broadcast_to(values[node], (len(self.partial_values), self.shares.shape[1]))

    def _drawn_by_leaf(self) -> dict[int, list[Drawn]]:
        found: dict[int, list[Drawn]] = {}
        for each in self.drawn:
            found.setdefault(each.leaf, []).append(each)
        return found

    def _leaf(self, leaf: int, own: Sequence[Drawn]) -> tuple[Floats, Booleans]:
        """Return the partial values (A, 1) or (A, S) on a leaf, and which of them are present (A,)."""
        values = self.partial_values[:, [leaf]]
        if own:
            values = np.repeat(values, self.shares.shape[1], axis=1)
            for each in own:
                values[each.rows] = each.partial_values
        is_present = np.ones(len(values), dtype=bool) if self.is_absent is None else ~self.is_absent[:, leaf]
        return values, is_present


def _present_shares(present: Sequence[Booleans], shares: Sequence[Floats]) -> list[Floats]:
    """Return shares (A, S) of siblings that sum to 1 over what is present, or to 0 where nothing is."""
    own = [is_present[:, None] * share for is_present, share in zip(present, shares, strict=True)]
    total = np.sum(own, axis=0)
    return [np.divide(each, total, out=np.zeros_like(each), where=total > 0) for each in own]


def is_linear_above(hierarchy: Hierarchy, node: int) -> bool:
    """Whether the whole is a weighted sum of the children of a node: it and all nodes above it are arithmetic means."""
    path = [] if node == TOP else hierarchy.path(node)
    return all(hierarchy.combine(each) is Combine.ARITHMETIC for each in (TOP, *path))


def movable(hierarchy: Hierarchy) -> list[int]:
    """Return the nodes whose weight can be moved against that of siblings: others count beside them, and weights do."""
    counted = hierarchy.counted(TOP)[1:]
    siblings = Counter(hierarchy.parents[node] for node in counted)
    return [
        node
        for node in counted
        if hierarchy.combine(hierarchy.parents[node]) not in UNWEIGHTED and siblings[hierarchy.parents[node]] > 1
    ]


def heaviest(hierarchy: Hierarchy, most: int) -> list[int]:
    """Return the movable nodes, or of more than so many those with the largest shares of the whole, in the same order.

    Of equal shares the first in tree order are taken.
    """
    nodes = movable(hierarchy)
    if len(nodes) <= most:
        return nodes
    shares = global_weights(hierarchy)
    kept = set(sorted(nodes, key=lambda node: -shares[node])[:most])
    return [node for node in nodes if node in kept]

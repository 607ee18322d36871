"""Weights: from numbers relative to siblings to shares of the whole."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from math import lcm
from operator import mul

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import TOP, UNWEIGHTED, Hierarchy
from stratsel.terms import Combine

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

Weight = float | Floats
"""One share for all alternatives, or one for each (A,) where what is absent is left out."""

Shares = Sequence[Fraction] | Floats
"""Local weights: one for each node (N,), or one for each node and alternative (N, A)."""


@lru_cache(maxsize=16)
def local_weights(hierarchy: Hierarchy) -> tuple[Fraction, ...]:
    """Return each node's share among its siblings (N); shares of siblings sum to 1.

    The children of a minimum or a maximum, where no weight matters, share alike.
    """
    # In whole numbers on one denominator, which are several times faster to add up than fractions.
    whole = lcm(*(weight.denominator for weight in hierarchy.weights))
    is_weighted = {parent: hierarchy.combine(parent) not in UNWEIGHTED for parent in set(hierarchy.parents)}
    own = [
        weight.numerator * (whole // weight.denominator) if is_weighted[parent] else 1
        for parent, weight in zip(hierarchy.parents, hierarchy.weights, strict=True)
    ]
    totals = dict.fromkeys(is_weighted, 0)
    for parent, weight in zip(hierarchy.parents, own, strict=True):
        totals[parent] += weight
    return tuple(Fraction(weight, totals[parent]) for parent, weight in zip(hierarchy.parents, own, strict=True))


@lru_cache(maxsize=16)
def global_weights(hierarchy: Hierarchy) -> tuple[Fraction, ...]:
    """Return each node's share of the whole (N): the product of local weights along its path; leaves sum to 1."""
    shares: list[Fraction] = []
    for parent, share in zip(hierarchy.parents, local_weights(hierarchy), strict=True):
        shares.append(share if parent == TOP else shares[parent] * share)
    return tuple(shares)


def leaf_weights(hierarchy: Hierarchy) -> tuple[Fraction, ...]:
    """Return the global weights of the leaves in tree order (C); they sum to 1."""
    shares = global_weights(hierarchy)
    return tuple(shares[leaf] for leaf in hierarchy.leaf_nodes)


def weights_under(hierarchy: Hierarchy, node: int) -> tuple[Fraction, ...]:
    """Return the share of each leaf (C) in the value of a node, 0 for those that stand elsewhere; they sum to 1.

    A node has its value whatever it weighs itself: one of weight zero can still separate those who stand level.
    """
    shares = {node: Fraction(1)}
    for at, share in enumerate(local_weights(hierarchy)):
        if hierarchy.parents[at] in shares:
            shares[at] = share if hierarchy.parents[at] == node else shares[hierarchy.parents[at]] * share
    return tuple(shares.get(leaf, Fraction(0)) for leaf in hierarchy.leaf_nodes)


def present_weights(hierarchy: Hierarchy, is_absent: Booleans) -> Floats:
    """Return each node's share among its siblings for every alternative (N, A), what is absent (A, C) left out.

    Weights are shared out again from the bottom up: a node none of whose children is present is itself absent. What is
    absent has the share 0, and shares of siblings sum to 1 or, where none is present, to 0.
    """
    shares = np.zeros((len(hierarchy.nodes), len(is_absent)))
    totals = {parent: np.zeros(len(is_absent)) for parent in hierarchy.parents}
    leaves = {leaf: at for at, leaf in enumerate(hierarchy.leaf_nodes)}
    weights = local_weights(hierarchy)
    for node in reversed(range(len(hierarchy.nodes))):
        is_present = totals[node] > 0 if node in totals else ~is_absent[:, leaves[node]]
        shares[node] = float(weights[node]) * is_present
        totals[hierarchy.parents[node]] += shares[node]
    for node, parent in enumerate(hierarchy.parents):
        np.divide(shares[node], totals[parent], out=shares[node], where=totals[parent] > 0)
    return shares


def frontier(hierarchy: Hierarchy, node: int) -> list[tuple[int, tuple[int, ...]]]:
    """Return what the value of a node is a weighted sum of: leaves, and nodes that are no arithmetic mean.

    They are those reached from the node along arithmetic means, in tree order, each with the way to it: the nodes below
    the first, itself included, whose local weights multiply to its own. A node that is no arithmetic mean is its own
    frontier.
    """
    children, found = hierarchy.children, []
    waiting: list[tuple[int, tuple[int, ...]]] = [(node, ())]
    while waiting:
        at, way = waiting.pop()
        if at in children and hierarchy.combine(at) is Combine.ARITHMETIC:
            below = [child for child in reversed(children[at]) if hierarchy.counts(child)]
            waiting.extend((child, (*way, child)) for child in below)
        else:
            found.append((at, way))
    return found


def share_along(way: Sequence[int], shares: Sequence[Fraction]) -> Fraction:
    """Return the product of the local weights (N) of some nodes."""
    return reduce(mul, (shares[node] for node in way)) if way else Fraction(1)


def weight_along(way: Sequence[int], shares: Shares) -> Weight:
    """Return the product of the local weights of some nodes, rounded: one number, or one for each alternative (A,)."""
    if not isinstance(shares, np.ndarray):
        return float(share_along(way, shares))
    product = np.ones(shares.shape[1])
    for node in way:
        product *= shares[node]
    return product

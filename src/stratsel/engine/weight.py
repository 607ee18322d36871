"""Weights: from numbers relative to siblings to shares of the whole."""

from fractions import Fraction
from math import prod

from stratsel.engine.problem import TOP, Hierarchy


def local_weights(hierarchy: Hierarchy) -> tuple[Fraction, ...]:
    """Return each node's share among its siblings (N); shares of siblings sum to 1."""
    totals: dict[int, Fraction] = {}
    for parent, weight in zip(hierarchy.parents, hierarchy.weights, strict=True):
        totals[parent] = totals.get(parent, Fraction(0)) + weight
    return tuple(weight / totals[parent] for parent, weight in zip(hierarchy.parents, hierarchy.weights, strict=True))


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
    shares = local_weights(hierarchy)
    found = []
    for leaf in hierarchy.leaf_nodes:
        path = hierarchy.path(leaf)
        below = path[path.index(node) + 1 :] if node in path else None
        found.append(Fraction(0) if below is None else prod((shares[each] for each in below), start=Fraction(1)))
    return tuple(found)

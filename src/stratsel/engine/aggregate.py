"""From partial values to the value of any node, and of the whole: children are combined along the tree.

Sums run in tree order, leaf by leaf, so that removing an alternative changes no other's value, to the last bit.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Hierarchy
from stratsel.engine.weight import Shares, Weight, frontier, local_weights, weight_along
from stratsel.terms import Combine

Floats = NDArray[np.float64]

NEUTRAL = {Combine.GEOMETRIC: 1, Combine.HARMONIC: 1, Combine.MINIMUM: 1, Combine.MAXIMUM: 0}
"""The value that changes nothing where its weight is 0: it stands for what is absent."""


def node_values(hierarchy: Hierarchy, node: int, partial_values: Floats, shares: Shares | None = None) -> Floats:
    """Return the values (A,) of a node, or of `TOP`, from partial values (A, C).

    `shares` are local weights, (N) or (N, A): those of the hierarchy if nothing else is said. The arithmetic mean along
    the whole tree is the additive model v(a) = sum over c of w(c) v(c, a) (Keeney and Raiffa 1976, chapter 3); the
    means are those of the OECD and JRC Handbook on Constructing Composite Indicators (2008, section 6). A value of
    zero makes a geometric or harmonic mean zero.
    """
    shares = local_weights(hierarchy) if shares is None else shares
    parts = _values_of_parts(hierarchy, _not_arithmetic(hierarchy, hierarchy.counted(node)), partial_values, shares)
    return _weighted_sum(hierarchy, node, shares, parts)


def values_by_node(hierarchy: Hierarchy, partial_values: Floats, shares: Shares | None = None) -> list[Floats]:
    """Return the values (A,) of every node in tree order, as `node_values` does of one; in far less time than N times.

    `partial_values` are (A, C), and `shares` local weights, (N) or (N, A): those of the hierarchy if nothing else is
    said.
    """
    shares = local_weights(hierarchy) if shares is None else shares
    nodes = range(len(hierarchy.nodes))
    parts = _values_of_parts(hierarchy, _not_arithmetic(hierarchy, nodes), partial_values, shares)
    return [_weighted_sum(hierarchy, node, shares, parts) for node in nodes]


def combine(how: Combine, values: Sequence[Floats], weights: Sequence[Weight]) -> Floats:
    """Return the mean, or the smallest or largest, (A,) of the values (A,) of siblings under local weights.

    Where weights differ between alternatives, a weight of 0 leaves a value out.
    """
    if how is Combine.ARITHMETIC:
        return _sum(weight * value for value, weight in zip(values, weights, strict=True))
    present = [
        np.where(weight > 0, value, NEUTRAL[how]) if isinstance(weight, np.ndarray) else value
        for value, weight in zip(values, weights, strict=True)
    ]
    match how:
        case Combine.GEOMETRIC:
            return _product(np.power(value, weight) for value, weight in zip(present, weights, strict=True))
        case Combine.HARMONIC:
            return _harmonic(present, weights)
        case Combine.MINIMUM:
            return reduce(np.minimum, present)
        case Combine.MAXIMUM:
            return reduce(np.maximum, present)


def _harmonic(values: Sequence[Floats], weights: Sequence[Weight]) -> Floats:
    # A weight over a value of zero is infinite, and one over that is zero, as it should be.
    with np.errstate(divide="ignore", over="ignore"):
        inverse = _sum(weight / value for value, weight in zip(values, weights, strict=True))
    return np.divide(1, inverse, out=np.ones_like(inverse), where=inverse > 0)


def _values_of_parts(
    hierarchy: Hierarchy, parts: Sequence[int], partial_values: Floats, shares: Shares
) -> dict[int, Floats]:
    """Return the values (A,) of all leaves, and of some nodes that are no arithmetic mean, children before parents."""
    values = {leaf: partial_values[:, at] for at, leaf in enumerate(hierarchy.leaf_nodes)}
    for part in parts:
        below = [child for child in hierarchy.children[part] if hierarchy.counts(child)]
        own = [_weighted_sum(hierarchy, child, shares, values) for child in below]
        values[part] = combine(hierarchy.combine(part), own, [weight_along((child,), shares) for child in below])
    return values


def _not_arithmetic(hierarchy: Hierarchy, nodes: Iterable[int]) -> list[int]:
    """Return those of some nodes that have children and are no arithmetic mean, children before their parents."""
    inner = [node for node in nodes if node in hierarchy.children]
    return sorted((node for node in inner if hierarchy.combine(node) is not Combine.ARITHMETIC), reverse=True)


def _weighted_sum(hierarchy: Hierarchy, node: int, shares: Shares, values: Mapping[int, Floats]) -> Floats:
    return _sum(weight_along(way, shares) * values[part] for part, way in frontier(hierarchy, node))


def _sum(terms: Iterable[Floats]) -> Floats:
    waiting = iter(terms)
    total = next(waiting)
    for term in waiting:
        total += term
    return total


def _product(factors: Iterable[Floats]) -> Floats:
    waiting = iter(factors)
    product = next(waiting)
    for factor in waiting:
        product *= factor
    return product

"""Values without rounding, for the few alternatives that floats cannot tell apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Hierarchy
from stratsel.engine.value import AnyValueFunction, ValueFunction
from stratsel.engine.weight import frontier, local_weights, share_along
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ExactProfiles:
    """Profiles whose performances can be read exactly: `read` takes a row and a leaf. `is_absent` is as in `Profiles`.

    A node is rational where it and all below it that counts are arithmetic or harmonic means, minima or maxima, of
    value functions that are rational.
    """

    hierarchy: Hierarchy
    value_functions: tuple[AnyValueFunction, ...]
    read: Callable[[int, int], Fraction]
    is_absent: Booleans | None = None

    def is_rational(self, node: int) -> bool:
        """Whether a node has exact values."""
        leaves = self._leaves()
        return all(
            self.value_functions[leaves[part]].is_rational
            if part in leaves
            else self.hierarchy.combine(part) is not Combine.GEOMETRIC
            for part in self.hierarchy.counted(node)
        )

    def keys(self, node: int, rows: Sequence[int]) -> Sequence[int | Fraction]:
        """Return numbers (R,) that are ordered, and equal, as the values of a rational node are."""
        return self._sums(node, rows)[0] if self._is_sum(node) else self._means(node, rows)

    def values(self, node: int, rows: Sequence[int]) -> list[Fraction]:
        """Return the values (R,) of a rational node, in which something is present."""
        if not self._is_sum(node):
            return self._means(node, rows)
        totals, denominator = self._sums(node, rows)
        return [Fraction(total, denominator) for total in totals]

    def _is_sum(self, node: int) -> bool:
        children = self.hierarchy.children
        inner = [part for part in self.hierarchy.counted(node) if part in children]
        return self.is_absent is None and all(self.hierarchy.combine(part) is Combine.ARITHMETIC for part in inner)

    def _sums(self, node: int, rows: Sequence[int]) -> tuple[list[int], int]:
        """Return the weighted sums (R,) of a node as whole numbers on one denominator, leaf by leaf."""
        leaves, shares, columns = self._leaves(), local_weights(self.hierarchy), []
        known: dict[tuple[int, tuple[int, int]], Fraction] = {}
        for part, way in frontier(self.hierarchy, node):
            leaf, weight = leaves[part], share_along(way, shares)
            performances = [self.read(row, leaf) for row in rows]
            # Pairs of whole numbers are told apart several times faster than fractions.
            ratios = [performance.as_integer_ratio() for performance in performances]
            distinct, function = dict(zip(ratios, performances, strict=True)), id(self.value_functions[leaf])
            for ratio, performance in distinct.items():
                if (function, ratio) not in known:
                    known[function, ratio] = self._value(leaf, performance)
            columns.append((ratios, {ratio: weight * known[function, ratio] for ratio in distinct}))
        denominator = lcm(*(term.denominator for _, terms in columns for term in terms.values()))
        totals = [0] * len(rows)
        for ratios, terms in columns:
            whole = {ratio: term.numerator * (denominator // term.denominator) for ratio, term in terms.items()}
            totals = [total + whole[ratio] for total, ratio in zip(totals, ratios, strict=True)]
        return totals, denominator

    def _means(self, node: int, rows: Sequence[int]) -> list[Fraction]:
        """Return the values (R,) of a node row by row, children before their parents."""
        leaves, children, weights = self._leaves(), self.hierarchy.children, local_weights(self.hierarchy)
        parts = sorted(self.hierarchy.counted(node), reverse=True)
        found = []
        for row in rows:
            values: dict[int, Fraction] = {}
            for part in parts:
                if part in leaves:
                    if self.is_absent is None or not self.is_absent[row, leaves[part]]:
                        values[part] = self._value(leaves[part], self.read(row, leaves[part]))
                elif own := [(values[child], weights[child]) for child in children[part] if child in values]:
                    values[part] = combine_exactly(self.hierarchy.combine(part), own)
            found.append(values[node])
        return found

    def _leaves(self) -> dict[int, int]:
        return {node: leaf for leaf, node in enumerate(self.hierarchy.leaf_nodes)}

    def _value(self, leaf: int, performance: Fraction) -> Fraction:
        function = self.value_functions[leaf]
        assert isinstance(function, ValueFunction)
        return function.exact_partial_value(performance)


def combine_exactly(how: Combine, values: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the mean, or the smallest or largest, of values with weights, which need not sum to 1.

    Raises:
        ValueError: a geometric mean, which is irrational as a rule.
    """
    total = sum(weight for _, weight in values)
    match how:
        case Combine.ARITHMETIC:
            return sum((value * weight for value, weight in values), start=Fraction(0)) / total
        case Combine.HARMONIC:
            if any(value == 0 for value, _ in values):
                return Fraction(0)
            return total / sum((weight / value for value, weight in values), start=Fraction(0))
        case Combine.MINIMUM:
            return min(value for value, _ in values)
        case Combine.MAXIMUM:
            return max(value for value, _ in values)
        case Combine.GEOMETRIC:
            raise ValueError("a geometric mean has no exact value")

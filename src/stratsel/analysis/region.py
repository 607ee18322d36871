"""The weights that a criteria file admits, as one polytope of global leaf weights."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.polytope import Polytope
from stratsel.analysis.space import AdmissibleWeights, Group, groups, statements_about
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible, Combine

Floats = NDArray[np.float64]


def is_additive(hierarchy: Hierarchy) -> bool:
    """Whether the whole is a weighted sum of the leaves: all that counts and has children is an arithmetic mean."""
    inner = hierarchy.children
    return all(hierarchy.combine(node) is Combine.ARITHMETIC for node in hierarchy.counted(TOP) if node in inner)


def region(hierarchy: Hierarchy, admissible: AdmissibleWeights) -> Polytope | None:
    """Return the global weights (C,) of the leaves that are admitted; None where the whole is no sum of the leaves.

    What is said of shares among siblings is as linear in global weights: a share is the weight of a node over that of
    its parent, and so `share >= b` is `weight - b * weight of the parent >= 0`. Leaves that do not count weigh nothing.
    A parent that weighs nothing itself says nothing of its children.
    """
    if not is_additive(hierarchy):
        return None
    made = _Rows(hierarchy)
    for group in groups(hierarchy, admissible.space):
        _restrict(made, group, admissible)
    return made.polytope()


def _restrict(made: "_Rows", group: Group, admissible: AdmissibleWeights) -> None:
    shares = dict(zip(group.members, group.shares, strict=True))
    match admissible.kind:
        case Admissible.AROUND:
            for node, share in shares.items():
                least, most = share * (1 - admissible.percent), share * (1 + admissible.percent)
                made.at_least({node: Fraction(1)}, max(least, Fraction(0)), group.root)
                made.at_least({node: Fraction(-1)}, -most, group.root)
        case Admissible.ORDER:
            for light, heavy in pairwise(_by_share(shares)):
                for node in heavy:
                    for other in light:
                        made.at_least({node: Fraction(1), other: Fraction(-1)}, Fraction(0), group.root)
        case Admissible.FIXED:
            for node, share in shares.items():
                made.equal({node: Fraction(1)}, share, group.root)
        case Admissible.WITHIN:
            for at in statements_about(group, admissible):
                statement = admissible.statements[at]
                add = made.equal if statement.is_equal else made.at_least
                add(dict(statement.factors), statement.least, group.root)
        case Admissible.ANYWHERE:
            pass


def _by_share(shares: dict[int, Fraction]) -> list[list[int]]:
    """Return the nodes in groups of equal shares, the lightest first."""
    by_share: dict[Fraction, list[int]] = {}
    for node, share in sorted(shares.items(), key=lambda each: each[1]):
        by_share.setdefault(share, []).append(node)
    return list(by_share.values())


class _Rows:
    """Rows of the polytope, gathered."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        counted = set(hierarchy.counted(TOP))
        self.leaves = np.array([leaf in counted for leaf in hierarchy.leaf_nodes], dtype=float)
        self.under = {node: hierarchy.leaves_under(node) for node in counted if node != TOP}
        self._equal: list[tuple[Floats, float]] = [(np.ones(len(self.leaves)), 1.0)]
        self._least: list[tuple[Floats, float]] = []
        self._equal += [(row, 0.0) for row in np.eye(len(self.leaves))[self.leaves == 0]]

    def at_least(self, factors: dict[int, Fraction], least: Fraction, root: int) -> None:
        """Ask that the sum of factors times shares of a root be so much or more."""
        self._least.append(self._row(factors, least, root))

    def equal(self, factors: dict[int, Fraction], to: Fraction, root: int) -> None:
        """Ask that the sum of factors times shares of a root be just that."""
        self._equal.append(self._row(factors, to, root))

    def polytope(self) -> Polytope:
        """Return what is left."""
        return Polytope(*self._stacked(self._equal), *self._stacked(self._least))

    def _stacked(self, rows: list[tuple[Floats, float]]) -> tuple[Floats, Floats]:
        factors = np.array([row for row, _ in rows]).reshape(-1, len(self.leaves))
        return factors, np.array([bound for _, bound in rows], dtype=float)

    def _row(self, factors: dict[int, Fraction], bound: Fraction, root: int) -> tuple[Floats, float]:
        row = np.zeros(len(self.leaves))
        for node, factor in factors.items():
            row += float(factor) * self._mass(node)
        if root == TOP:
            return row, float(bound)
        return row - float(bound) * self._mass(root), 0.0

    def _mass(self, node: int) -> Floats:
        """Return which leaves (C,) count in a node."""
        mass = np.zeros(len(self.leaves))
        mass[list(self.under[node])] = 1
        mass *= self.leaves
        return mass

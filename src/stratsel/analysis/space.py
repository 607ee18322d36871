"""The space of weights: which weights a criteria file admits, as groups of shares that are drawn together."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.polytope import Polytope
from stratsel.engine.problem import TOP, UNWEIGHTED, Hierarchy
from stratsel.engine.weight import local_weights
from stratsel.terms import Admissible, WeightSpace

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Statement:
    """A linear statement about shares: the sum of `factors` (node to factor) times shares is `least` or more.

    With `is_equal` it is just that. Shares are of 1: of siblings, or of the whole where the space is global.
    """

    factors: Mapping[int, Fraction]
    least: Fraction
    is_equal: bool = False


@dataclass(frozen=True, slots=True)
class AdmissibleWeights:
    """Which weights are admitted. `percent` is a share of 1, for those around; `statements` are for those within.

    What no statement is about may weigh anything. A criterion of weight zero is left out and stays so.
    """

    kind: Admissible
    percent: Fraction = Fraction(0)
    statements: tuple[Statement, ...] = ()
    space: WeightSpace = WeightSpace.LOCAL


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes (M,) whose shares of `root` are drawn together and sum to 1: siblings, or all leaves where that is asked.

    `shares` (M,) are those of the file. `masses` maps every node that is made of them, itself or by what stands below,
    to the positions of its parts among them.
    """

    root: int
    members: tuple[int, ...]
    shares: tuple[Fraction, ...]
    masses: Mapping[int, tuple[int, ...]]


def groups(hierarchy: Hierarchy, space: WeightSpace) -> list[Group]:
    """Return the groups of a tree, parents before children; only what counts has a share.

    The children of a minimum or a maximum take no weights: each is itself the root of what stands below it.
    """
    shares = local_weights(hierarchy)
    children = hierarchy.children
    weighted = {
        node: [child for child in children[node] if hierarchy.counts(child)]
        for node in hierarchy.counted(TOP)
        if node in children and hierarchy.combine(node) not in UNWEIGHTED
    }
    if space is WeightSpace.LOCAL:
        return [_group(root, {child: (child, shares[child]) for child in below}) for root, below in weighted.items()]
    roots = (node for node in weighted if node == TOP or hierarchy.combine(hierarchy.parents[node]) in UNWEIGHTED)
    return [_spread(hierarchy, root, weighted, shares) for root in roots]


def _group(root: int, members: Mapping[int, tuple[int, Fraction]]) -> Group:
    nodes = tuple(members)
    return Group(
        root, nodes, tuple(share for _, share in members.values()), {node: (at,) for at, node in enumerate(nodes)}
    )


def _spread(hierarchy: Hierarchy, root: int, weighted: Mapping[int, list[int]], shares: tuple[Fraction, ...]) -> Group:
    """Return the group of all ends below a root: leaves, and nodes whose children take no weights."""
    members: list[int] = []
    own: list[Fraction] = []
    waiting = [(child, shares[child]) for child in reversed(weighted[root])]
    while waiting:
        node, share = waiting.pop()
        if node in weighted:
            waiting.extend((child, share * shares[child]) for child in reversed(weighted[node]))
        else:
            members.append(node)
            own.append(share)
    masses: dict[int, tuple[int, ...]] = {}
    for at, member in enumerate(members):
        path = hierarchy.path(member)
        for node in path[path.index(root) + 1 if root != TOP else 0 :]:
            masses[node] = (*masses.get(node, ()), at)
    return Group(root, tuple(members), tuple(own), masses)


def misplaced(hierarchy: Hierarchy, admissible: AdmissibleWeights) -> tuple[int, ...]:
    """Return the positions of statements that are not about shares of one whole.

    Their nodes are no siblings where siblings are drawn separately, or have no share: they weigh nothing, or are
    children of a minimum or a maximum.
    """
    found = groups(hierarchy, admissible.space)
    return tuple(
        at
        for at, statement in enumerate(admissible.statements)
        if not any(statement.factors.keys() <= group.masses.keys() for group in found)
    )


def conflict(hierarchy: Hierarchy, admissible: AdmissibleWeights) -> tuple[int, ...]:
    """Return the positions of a smallest set of statements that leave no weights together; none if some are left.

    Smallest in that each of them is needed: without any one of them the others leave some (a deletion filter: Chinneck
    and Dravnieks 1991, Locating minimal infeasible constraint sets in linear programs).
    """
    for group in groups(hierarchy, admissible.space):
        own = statements_about(group, admissible)
        if polytope(group, admissible, own).is_empty:
            for at in own:
                rest = [other for other in own if other != at]
                own = rest if polytope(group, admissible, rest).is_empty else own
            return tuple(own)
    return ()


def statements_about(group: Group, admissible: AdmissibleWeights) -> list[int]:
    """Return the positions of the statements that are about a group."""
    about = enumerate(admissible.statements)
    return [at for at, statement in about if statement.factors.keys() <= group.masses.keys()]


def polytope(group: Group, admissible: AdmissibleWeights, statements: list[int]) -> Polytope:
    """Return the shares (M,) of a group that keep to some of the statements."""
    size = len(group.members)
    rows: dict[bool, list[tuple[Floats, float]]] = {True: [(np.ones(size), 1.0)], False: []}
    for at in statements:
        statement = admissible.statements[at]
        row = np.zeros(size)
        for node, factor in statement.factors.items():
            row[list(group.masses[node])] += float(factor)
        rows[statement.is_equal].append((row, float(statement.least)))
    (equal, equal_to), (least, at_least) = (
        (np.array([row for row, _ in some]).reshape(-1, size), np.array([bound for _, bound in some]))
        for some in (rows[True], rows[False])
    )
    return Polytope(equal, equal_to, least, at_least)

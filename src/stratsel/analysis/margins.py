"""The least that a weighted sum can come to under all admissible weights, for many sums at once."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.polytope import Polytope
from stratsel.analysis.region import is_additive
from stratsel.analysis.space import AdmissibleWeights, Group, groups, polytope, statements_about
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible

Floats = NDArray[np.float64]

CELLS = 20_000
"""So many weights are asked of the solver at a time."""

CLOSELY = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
"""By so little may the solver miss a bound: it takes no less."""


def least_sums(hierarchy: Hierarchy, admissible: AdmissibleWeights, values: Floats) -> Floats:
    """Return the least weighted sum (K,) of values (K, C) on the leaves under all weights that are admitted.

    From the bottom up, as shares of siblings are drawn apart: a parent is worth the least that its children's least
    values can come to. In closed form where no statement is about a group, else by a linear program.

    Raises:
        ValueError: the whole is no weighted sum of the leaves, or the statements leave no weights.
    """
    if not is_additive(hierarchy):
        raise ValueError("only a weighted sum has a least one")
    least = {leaf: values[:, at] for at, leaf in enumerate(hierarchy.leaf_nodes)}
    for group in reversed(groups(hierarchy, admissible.space)):
        own = np.column_stack([least[node] for node in group.members])
        least[group.root] = _least(group, admissible)(own)
    return least[TOP]


def _least(group: Group, admissible: AdmissibleWeights) -> Callable[[Floats], Floats]:
    """Return what makes of the values (K, M) of a group its least weighted sums (K,)."""
    shares = np.array([float(share) for share in group.shares])
    about = statements_about(group, admissible)
    match admissible.kind:
        case Admissible.FIXED:
            return lambda values: np.asarray(values @ shares)
        case Admissible.AROUND:
            percent = float(admissible.percent)
            return lambda values: least_in_box(values, np.maximum(shares * (1 - percent), 0.0), shares * (1 + percent))
        case Admissible.ORDER:
            return lambda values: least_in_order(values, shares)
        case Admissible.WITHIN if about:
            region = polytope(group, admissible, about)
            return lambda values: least_within(values, region)
        case _:
            return lambda values: np.asarray(values.min(axis=1))


def least_in_box(values: Floats, low: Floats, high: Floats) -> Floats:
    """Return the least sums (K,) of values (K, M) under shares that sum to 1 between `low` and `high` (M,).

    Each has its least share, and what is left goes to the smallest values first, as much as each can take.
    """
    order = np.argsort(values, axis=1)
    room = (high - low)[order]
    before = np.cumsum(room, axis=1) - room
    taken = np.clip(1.0 - low.sum() - before, 0.0, room)
    return np.asarray(values @ low + (taken * np.take_along_axis(values, order, axis=1)).sum(axis=1))


def least_in_order(values: Floats, shares: Floats) -> Floats:
    """Return the least sums (K,) of values (K, M) under shares in the same order as some given ones (M,).

    At a corner the heaviest share alike and the others have nothing; between those equal in the file nothing is said,
    so that of these the smallest values come first (the extreme points of rank-ordered weights: Kirkwood and Sarin
    1985, Ranking with partial information, Operations Research 33).
    """
    order = np.argsort(-shares, kind="stable")
    _, counts = np.unique(-shares[order], return_counts=True)
    ends = [0, *np.cumsum(counts).tolist()]
    ordered = np.hstack([np.sort(values[:, order[begin:end]], axis=1) for begin, end in pairwise(ends)])
    return np.asarray((np.cumsum(ordered, axis=1) / np.arange(1, len(shares) + 1)).min(axis=1))


def least_within(values: Floats, region: Polytope) -> Floats:
    """Return the least sums (K,) of values (K, M) under the shares of a polytope, many in one linear program.

    Raises:
        ValueError: the polytope is empty.
    """
    size = max(1, CELLS // values.shape[1])
    parts = [_programs(values[begin : begin + size], region) for begin in range(0, len(values), size)]
    return np.concatenate(parts) if parts else np.zeros(0)


def _programs(values: Floats, region: Polytope) -> Floats:
    """Return the least sums (K,), each with shares of its own: independent blocks of one program."""
    from scipy.optimize import linprog
    from scipy.sparse import eye, kron

    count, own = len(values), eye(len(values))
    found = linprog(
        values.reshape(-1),
        A_ub=kron(own, -region.least) if len(region.least) else None,
        b_ub=np.tile(-region.at_least, count) if len(region.least) else None,
        A_eq=kron(own, region.equal),
        b_eq=np.tile(region.equal_to, count),
        bounds=(0, None),
        method="highs",
        options=CLOSELY,
    )
    if found.x is None:
        raise ValueError("the statements leave no weights")
    return np.asarray((found.x.reshape(count, -1) * values).sum(axis=1))

"""The order of the round beside those that other methods make of the same partial values, and where they part."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import levels_of, standing
from stratsel.analysis.methods import METHODS, Method, differs, method_values
from stratsel.analysis.reversal import Reversals, reversals
from stratsel.analysis.vikor import vikor_compromise
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import SAME, Order
from stratsel.engine.screening import reaches_minimum
from stratsel.engine.selection import Landing, select
from stratsel.engine.weight import local_weights

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class MethodOrder:
    """What one method makes of the ranked rows (R,), in the order of the round.

    `values` (R,) are its own, `ranks` (R,) 1 for the best, ties separated as the problem says; `landings` by row, under
    the rules of the shortlist. `spearman` and `kendall` (tau-b) correlate the ranks with those of the round; None where
    one of the two orders has everybody level. Rows in `reversals` count within the order of the round, from 0.
    """

    method: Method
    values: Floats
    ranks: Integers
    landings: Mapping[int, Landing]
    spearman: float | None
    kendall: float | None
    reversals: Reversals


@dataclass(frozen=True, slots=True)
class MethodOrders:
    """The ranked `rows` (R,) in the order of the round, and what every method makes of them.

    `compromise` are the rows that VIKOR proposes together; `annihilated` those that any product makes worth nothing,
    because they are at zero on a leaf that counts.
    """

    rows: Integers
    orders: tuple[MethodOrder, ...]
    compromise: tuple[int, ...]
    annihilated: tuple[int, ...]


def has_gaps(evaluation: Evaluation) -> bool:
    """Whether a ranked alternative lacks a partial value: what is unknown is left out and its weight shared out."""
    is_absent = evaluation.basis.is_absent
    return is_absent is not None and bool(is_absent[evaluation.order.rows].any())


def order_by_methods(problem: Problem, evaluation: Evaluation) -> MethodOrders:
    """Return what other methods make of the partial values by which the round is ordered, and of its weights.

    Methods take the global weights of the leaves, however the tree combines them. The tie nodes, the least value that
    has a place and the tiers are the same for all.

    Raises:
        ValueError: a ranked alternative lacks a partial value; ask `has_gaps` first.
    """
    if has_gaps(evaluation):
        raise ValueError("other methods need a partial value of every alternative on every leaf")
    rows = evaluation.order.rows
    values, weights = evaluation.basis.partial_values[rows], evaluation.weights
    counts = weights > 0
    return MethodOrders(
        rows,
        tuple(_order(method, problem, evaluation) for method in METHODS),
        tuple(rows[_compromise(values, weights)].tolist()),
        tuple(rows[(values[:, counts] == 0).any(axis=1)].tolist()),
    )


def _order(method: Method, problem: Problem, evaluation: Evaluation) -> MethodOrder:
    rows = evaluation.order.rows
    partial_values = evaluation.basis.partial_values[rows]
    values = method_values(method, partial_values, evaluation.weights)
    ranks = _ranks(problem, evaluation, -values if method.is_less_better else values)
    spearman, kendall = correlations(evaluation.order.ranks[rows], ranks)
    return MethodOrder(
        method,
        values,
        ranks,
        _landings(problem, evaluation, ranks),
        spearman,
        kendall,
        reversals(method, partial_values, evaluation.weights),
    )


def _ranks(problem: Problem, evaluation: Evaluation, values: Floats) -> Integers:
    """Return the ranks (R,) by values (R,), larger for better, those level separated by the tie nodes."""
    above = levels_of(values[:, None], SAME).above
    if problem.ties:
        rows = evaluation.order.rows
        is_open = (evaluation.best_partial_values != evaluation.partial_values) | problem.is_unknown
        shares = np.array([[float(share)] for share in local_weights(problem.hierarchy)])
        basis = evaluation.basis.partial_values[rows]
        world = Worlds(problem.hierarchy, shares, basis, is_open=is_open[rows])
        # Whole numbers: no resolution, which rounds the values of the round, brings two of them together.
        above = standing(problem, world, -above.astype(float)).above
    return np.asarray(above[:, 0] + 1)


def _landings(problem: Problem, evaluation: Evaluation, ranks: Integers) -> dict[int, Landing]:
    """Return where each row lands by other ranks (R,); who does not reach the least value of the round has no place."""
    rows = evaluation.order.rows
    may = np.flatnonzero(reaches_minimum(problem, evaluation.values[rows]))
    by_rank = may[np.lexsort((rows[may], ranks[may]))]
    is_level = np.diff(ranks[by_rank], prepend=0) == 0
    order = Order(rows[by_rank], is_level, len(problem.alternatives))
    found = select(problem, replace(evaluation, order=order)).landings
    return {row: found.get(row, Landing(None)) for row in rows.tolist()}


def _compromise(partial_values: Floats, weights: Floats) -> Integers:
    if not len(partial_values):
        return np.zeros(0, dtype=np.int64)
    counts = (weights > 0) & differs(partial_values)
    if not counts.any():
        return np.arange(len(partial_values))
    return vikor_compromise(partial_values[:, counts], weights[counts])


def correlations(ranks: Integers, others: Integers) -> tuple[float | None, float | None]:
    """Return Spearman's rho and Kendall's tau-b of two orders (R,); None where one has everybody level."""
    if len(set(ranks.tolist())) < 2 or len(set(others.tolist())) < 2:
        return None, None
    from scipy.stats import kendalltau, spearmanr

    return float(spearmanr(ranks, others).statistic), float(kendalltau(ranks, others).statistic)

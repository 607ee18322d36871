"""From partial values to overall values: the weighted arithmetic mean along the tree.

Sums run leaf by leaf in tree order, so that removing an alternative changes no other's value, to the last bit.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Problem

Floats = NDArray[np.float64]


def overall_values(partial_values: Floats, weights: Sequence[float] | Floats) -> Floats:
    """Return the overall values (A,), 0 to 1, of partial values (A, C) under global weights (C,).

    The additive model v(a) = sum over c of w(c) v(c, a) (Keeney and Raiffa 1976, chapter 3).
    """
    totals = np.zeros(partial_values.shape[0])
    for leaf, weight in enumerate(weights):
        totals += weight * partial_values[:, leaf]
    return totals


def exact_overall_values(problem: Problem, rows: Sequence[tuple[int, bool]], weights: Sequence[Fraction]) -> list[int]:
    """Return exact values under `weights` (C) of (alternative, at its best) pairs, as whole numbers on one denominator.

    Only their order and equality mean anything. The problem must have exact performances.
    """
    read = problem.exact_performance
    assert read is not None
    columns = []
    for leaf, weight in enumerate(weights):
        if weight:
            ratios = [read(alternative, leaf, best).as_integer_ratio() for alternative, best in rows]
            value = problem.value_functions[leaf].exact_partial_value
            columns.append((ratios, {ratio: weight * value(Fraction(*ratio)) for ratio in set(ratios)}))
    denominator = lcm(*(term.denominator for _, terms in columns for term in terms.values()))
    totals = [0] * len(rows)
    for ratios, terms in columns:
        whole = {ratio: term.numerator * (denominator // term.denominator) for ratio, term in terms.items()}
        totals = [total + whole[ratio] for total, ratio in zip(totals, ratios, strict=True)]
    return totals

"""From partial values to overall values: the weighted arithmetic mean along the tree.

Sums run leaf by leaf in tree order, so that removing an alternative changes no other's value, to the last bit.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Problem
from stratsel.engine.weight import leaf_weights

Floats = NDArray[np.float64]


def overall_values(partial_values: Floats, weights: Sequence[float]) -> Floats:
    """Return the overall values (A,), 0 to 1, of partial values (A, C) under global weights (C,).

    The additive model v(a) = sum over c of w(c) v(c, a) (Keeney and Raiffa 1976, chapter 3).
    """
    totals = np.zeros(partial_values.shape[0])
    for leaf, weight in enumerate(weights):
        totals += weight * partial_values[:, leaf]
    return totals


def exact_overall_values(problem: Problem, rows: Sequence[tuple[int, bool]], leaves: Sequence[int]) -> list[int]:
    """Return exact sums over `leaves` for (alternative, at its best) pairs, as whole numbers on one denominator.

    Only their order and equality mean anything. The problem must have exact performances.
    """
    read = problem.exact_performance
    assert read is not None
    weights = leaf_weights(problem.hierarchy)
    known: dict[tuple[int, Fraction], Fraction] = {}
    terms: list[list[Fraction]] = []
    for alternative, best in rows:
        row = []
        for leaf in leaves:
            performance = read(alternative, leaf, best)
            term = known.get((leaf, performance))
            if term is None:
                value = problem.value_functions[leaf].exact_partial_value(performance)
                term = known[leaf, performance] = weights[leaf] * value
            row.append(term)
        terms.append(row)
    denominator = lcm(*(term.denominator for term in known.values())) if known else 1
    scaled = {id(term): term.numerator * (denominator // term.denominator) for term in known.values()}
    return [sum(scaled[id(term)] for term in row) for row in terms]

"""VIKOR: a compromise between what is best on the whole and what has the least bad single criterion.

Opricovic and Tzeng (2004), European Journal of Operational Research 156, pages 445 to 455. Every difference is taken
as a share of the range between the best and the worst alternative on the criterion, so all values depend on who is
compared.
"""

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.rank import SAME, order_by

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

EVEN = 0.5
"""The weight of the whole against that of the worst criterion."""


def vikor_values(partial_values: Floats, weights: Floats) -> Floats:
    """Return Q (A,), 0 to 1, 0 for the best: how far each is from the compromise.

    Partial values (A, C) differ on every leaf; weights (C,) are above zero. Where all have the same regret, or the same
    on the whole, that half counts for nothing.
    """
    whole, regret = _parts(partial_values, weights)
    return EVEN * _spread(whole) + (1 - EVEN) * _spread(regret)


def vikor_compromise(partial_values: Floats, weights: Floats) -> Integers:
    """Return the rows that VIKOR proposes together, from the best, where no single one is clearly ahead.

    The first alone if its lead in Q is at least 1 / (A - 1) and it is also the first on the whole or by its worst
    criterion; the first and the second if only the lead is enough; else all whose distance from the first is less than
    that lead.
    """
    values = vikor_values(partial_values, weights)
    order = order_by(-values)
    groups = list(order.groups())
    if len(groups) < 2:
        return order.rows
    first, second = groups[:2]
    lead = 1 / (len(values) - 1)
    if len(first) > 1 or values[second[0]] - values[first[0]] < lead - SAME:
        return np.asarray(order.rows[values[order.rows] - values[first[0]] < lead - SAME])
    is_stable = any(part[first[0]] <= part.min() + SAME for part in _parts(partial_values, weights))
    return np.array(first if is_stable else [*first, *second])


def _parts(partial_values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Return S and R (A,): the weighted sum of what is missing to the best on each leaf, and the largest part of it."""
    best, worst = partial_values.max(axis=0), partial_values.min(axis=0)
    missing = weights * (best - partial_values) / (best - worst)
    return missing.sum(axis=1), missing.max(axis=1)


def _spread(part: Floats) -> Floats:
    least, most = part.min(), part.max()
    return np.zeros(len(part)) if most - least <= SAME else (part - least) / (most - least)

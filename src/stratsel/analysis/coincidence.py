"""Leaves that say nearly the same: how far two of them put the alternatives in one order.

Kendall's tau-b, which counts pairs of alternatives and takes account of those that stand level (Kendall 1945, The
treatment of ties in ranking problems, Biometrika 33).
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np
from numpy.typing import NDArray

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CELLS = 500_000
"""Pairs of rows times leaves: of very many, rows are taken at even distances."""

EVERY = slice(None)
"""All leaves."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far leaves agree with some of them.

    `tau` (C, B) lies in -1 to 1, and is 0 where one of both is level throughout; `known` (C, B) counts rows on both.
    """

    tau: Floats
    known: Integers


def agreement(values: Floats, is_known: Booleans, some: slice = EVERY) -> Agreement:
    """Return how far leaves agree on some rows, by their partial values (R, C) where they are known (R, C).

    Each two leaves are compared on the rows that are known on both. All are compared with `some` of them (B): of very
    many, a part at a time spares the table of all pairs.
    """
    most = max(2, isqrt(2 * CELLS // max(1, values.shape[1])))
    step = max(1, -(-len(values) // most))
    values, is_known = values[::step], is_known[::step]
    first, second = np.triu_indices(len(values), k=1)
    both = (is_known[first] & is_known[second]).astype(np.float64)
    signs = np.sign(values[first] - values[second]) * both
    is_apart = np.abs(signs)
    surplus = signs.T @ signs[:, some]
    size = np.sqrt((is_apart.T @ both[:, some]) * (both.T @ is_apart[:, some]))
    tau = np.divide(surplus, size, out=np.zeros_like(size), where=size > 0)
    # Products of whole numbers are exact in floats too, and hundreds of times faster.
    known = is_known.astype(np.float64)
    return Agreement(tau, (known.T @ known[:, some]).astype(np.int64))

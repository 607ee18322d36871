"""Order: who is above whom, and who stands level.

Values closer than `NEAR` are compared again without rounding where every number is rational; elsewhere a difference of
at most `SAME` is a tie.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

NEAR = 1e-9
SAME = 1e-12

ExactKeys = Callable[[Sequence[int]], Sequence[int | Fraction]]
"""Exact numbers, larger for better, of the rows named; only their order and equality mean anything."""


@dataclass(frozen=True, slots=True)
class Order:
    """Rows from best to worst. `rows` (R,) are their positions; `is_level` (R,) marks those level with the one before.

    Rows that stand level follow each other by position. `size` (A) is how many rows there are, where some are not
    ranked.
    """

    rows: Integers
    is_level: Booleans
    size: int = 0

    @property
    def ranks(self) -> Integers:
        """The rank (A,) of each row, by position: 1 is best, rows that stand level share the smaller rank.

        Rows that are not ranked have 0.
        """
        places = np.arange(1, len(self.rows) + 1)
        places[self.is_level] = 0
        ranks = np.zeros(max(self.size, len(self.rows)), dtype=places.dtype)
        ranks[self.rows] = np.maximum.accumulate(places)
        return ranks

    def groups(self) -> Iterator[list[int]]:
        """Yield the rows that stand level with each other, best first."""
        begin = 0
        rows = self.rows.tolist()
        for end in [*np.flatnonzero(~self.is_level[1:]) + 1, len(rows)] if rows else ():
            yield rows[begin:end]
            begin = end

    def level_groups(self) -> Iterator[tuple[int, int]]:
        """Yield where each group of two or more rows begins and ends in the order."""
        steps = np.diff(self.is_level.astype(np.int8), append=0)
        begins, ends = np.flatnonzero(steps > 0), np.flatnonzero(steps < 0) + 1
        yield from zip(begins.tolist(), ends.tolist(), strict=True)


def order_by(values: Floats, exact_keys: ExactKeys | None = None, is_ranked: Booleans | None = None) -> Order:
    """Return the order of rows by their values (A,), largest first; of those only that are ranked, if it is said."""
    # The sort is not stable, and several times faster: whoever is level is put in order below.
    if is_ranked is None:
        rows = np.argsort(-values)
    else:
        ranked = np.flatnonzero(is_ranked)
        rows = ranked[np.argsort(-values[ranked])]
    sorted_values = values[rows]
    is_level = np.zeros(len(rows), dtype=bool)
    is_level[1:] = sorted_values[:-1] - sorted_values[1:] <= (SAME if exact_keys is None else NEAR)
    return split_levels(Order(rows, is_level, len(values)), exact_keys or _no_keys)


def split_levels(order: Order, keys_of: ExactKeys, separates: Callable[[Sequence[int]], bool] | None = None) -> Order:
    """Return the order in which rows that stood level are separated by their keys, which are asked for in one call.

    A group that `separates` refuses stays level.
    """
    if not order.is_level.any():
        return order
    rows, is_level = order.rows.copy(), order.is_level.copy()
    separated: list[tuple[int, list[int]]] = []
    for begin, end in order.level_groups():
        rows[begin:end].sort()
        group = rows[begin:end].tolist()
        if separates is None or separates(group):
            separated.append((begin, group))
    asked = [row for _, group in separated for row in group]
    keys = dict(zip(asked, keys_of(asked), strict=True))
    for begin, group in separated:
        ranked = sorted((-keys[row], row) for row in group)
        end = begin + len(group)
        rows[begin:end] = [row for _, row in ranked]
        is_level[begin + 1 : end] = [left[0] == right[0] for left, right in pairwise(ranked)]
    return replace(order, rows=rows, is_level=is_level)


def _no_keys(rows: Sequence[int]) -> Sequence[int | Fraction]:
    return [0] * len(rows)


def rounded_keys(values: Floats) -> list[int]:
    """Return whole numbers (R,), larger for better, equal where values (R,) differ by rounding only."""
    return [-rank for rank in order_by(values).ranks.tolist()]

"""Order: who is above whom, and who stands level.

Values closer than `NEAR` are compared again without rounding where every number is rational; elsewhere a difference of
at most `SAME` is a tie.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

NEAR = 1e-9
SAME = 1e-12

ExactKeys = Callable[[Sequence[int]], Sequence[int]]
"""Exact numbers, larger for better, of the rows named; only their order and equality mean anything."""


@dataclass(frozen=True, slots=True)
class Order:
    """Rows from best to worst. `rows` (R,) are their positions; `is_level` (R,) marks those level with the one before.

    Rows that stand level follow each other by position.
    """

    rows: Integers
    is_level: Booleans

    @property
    def ranks(self) -> Integers:
        """The rank (R,) of each row, by position: 1 is best, rows that stand level share the smaller rank."""
        places = np.arange(1, len(self.rows) + 1)
        places[self.is_level] = 0
        ranks = np.empty_like(places)
        ranks[self.rows] = np.maximum.accumulate(places)
        return ranks

    def groups(self) -> Iterator[list[int]]:
        """Yield the rows that stand level with each other, best first."""
        starts = np.flatnonzero(~self.is_level)
        for group in np.split(self.rows, starts[1:]):
            yield group.tolist()


def order_by(values: Floats, exact_keys: ExactKeys | None = None) -> Order:
    """Return the order of rows by their values (R,), largest first."""
    rows = np.argsort(-values, kind="stable")
    sorted_values = values[rows]
    is_level = np.zeros(len(rows), dtype=bool)
    is_level[1:] = sorted_values[:-1] - sorted_values[1:] <= (SAME if exact_keys is None else NEAR)
    if not is_level.any():
        return Order(rows, is_level)
    if exact_keys is None:
        return _by_position(Order(rows, is_level))
    return split_levels(Order(rows, is_level), exact_keys)


def split_levels(order: Order, exact_keys: Callable[[Sequence[int]], Sequence[int] | None]) -> Order:
    """Return the order in which rows that stood level are separated by their keys; None as keys leaves them level."""
    rows, is_level = order.rows.copy(), np.zeros(len(order.rows), dtype=bool)
    begin = 0
    for group in order.groups():
        keys = exact_keys(group) if len(group) > 1 else None
        end = begin + len(group)
        if keys is None:
            rows[begin:end] = sorted(group)
            is_level[begin + 1 : end] = True
        else:
            ranked = sorted(zip(keys, group, strict=True), key=lambda pair: (-pair[0], pair[1]))
            rows[begin:end] = [row for _, row in ranked]
            is_level[begin + 1 : end] = [left[0] == right[0] for left, right in zip(ranked, ranked[1:], strict=False)]
        begin = end
    return Order(rows, is_level)


def _by_position(order: Order) -> Order:
    return split_levels(order, lambda _: None)

from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.rank import NEAR, SAME, Order, order_by, rounded_keys, split_levels


def order(rows: list[int], is_level: list[bool]) -> Order:
    return Order(np.array(rows, dtype=np.int64), np.array(is_level, dtype=bool))


def ranks(values: list[float], exact: list[int] | None = None) -> list[int]:
    keys = None if exact is None else (lambda rows: [exact[row] for row in rows])
    return order_by(np.array(values), keys).ranks.tolist()


def counted(values: list[Fraction | int]) -> list[int]:
    """The definition: one more than how many are above."""
    return [1 + sum(other > value for other in values) for value in values]


def test_largest_first():
    assert ranks([0.2, 0.9, 0.5]) == [3, 1, 2]


def test_ties_share_the_smaller_rank():
    assert ranks([0.5, 0.9, 0.5, 0.1, 0.9]) == [3, 1, 3, 5, 1]


def test_nobody_and_one():
    assert ranks([]) == []
    assert ranks([0.3]) == [1]


def test_level_rows_follow_by_position():
    assert order_by(np.array([0.5, 0.9, 0.5, 0.5])).rows.tolist() == [1, 0, 2, 3]


def test_rounding_is_no_difference():
    assert 0.1 + 0.2 != 0.3
    assert ranks([0.1 + 0.2, 0.3]) == [1, 1]
    assert ranks([0.3, 0.3 + SAME / 2]) == [1, 1]
    assert ranks([0.3, 0.3 + 2 * SAME]) == [2, 1]


def test_exact_keys_decide_where_values_are_near():
    assert ranks([0.3 + NEAR / 2, 0.3], [7, 8]) == [2, 1]  # the exact order is the other way round
    assert ranks([0.3 + NEAR / 2, 0.3], [7, 7]) == [1, 1]
    assert ranks([0.3 + 1e-13, 0.3], [8, 7]) == [1, 2]


def test_exact_keys_are_asked_only_where_values_are_near():
    asked: list[list[int]] = []

    def keys(rows):
        asked.append(list(rows))
        return [0 for _ in rows]

    order_by(np.array([0.1, 0.5, 0.9, 0.5, 0.7, 0.1]), keys)
    assert asked == [[1, 3, 0, 5]]


def test_a_chain_of_near_values_is_ordered_as_a_whole():
    """Each is near the next, but the first is not near the last; no grouping by distance could be transitive."""
    steps = np.random.default_rng(3).permutation(300)
    exact = [Fraction(1, 2) + Fraction(int(step), 10**10) for step in steps]
    keys = [int(value * 10**10) for value in exact]
    assert ranks([float(value) for value in exact], keys) == counted(exact)


def test_random_near_ties_against_the_definition():
    rng = np.random.default_rng(5)
    for _ in range(200):
        exact = [Fraction(int(big), 4) + Fraction(int(small), 10**13) for big, small in rng.integers(0, 3, (12, 2))]
        keys = [int(value * 4 * 10**13) for value in exact]
        noise = rng.uniform(-1e-14, 1e-14, 12)
        assert ranks([float(value) + wrong for value, wrong in zip(exact, noise, strict=True)], keys) == counted(exact)


def test_groups():
    some = order([3, 1, 2, 0, 5, 4], [False, True, False, False, True, True])
    assert list(some.groups()) == [[3, 1], [2], [0, 5, 4]]
    assert list(some.level_groups()) == [(0, 2), (3, 6)]
    assert some.ranks.tolist() == [4, 1, 3, 1, 4, 4]
    assert list(order([], []).groups()) == []
    assert list(order([], []).level_groups()) == []
    assert list(order([0], [False]).groups()) == [[0]]
    assert list(order([1, 0], [False, False]).level_groups()) == []
    assert list(order([1, 0, 2], [False, True, True]).groups()) == [[1, 0, 2]]


def test_splitting_levels():
    some = order([0, 1, 2, 3, 4], [False, True, True, False, True])
    split = split_levels(some, lambda rows: [{0: 1, 1: 5, 2: 1, 3: 2, 4: 3}[row] for row in rows])
    assert (split.rows.tolist(), split.is_level.tolist()) == ([1, 0, 2, 4, 3], [False, False, True, False, False])


def test_a_group_that_must_not_be_separated_stays_level():
    some = order([2, 0, 1, 4, 3], [False, True, True, False, True])
    split = split_levels(some, lambda rows: rows, lambda group: 3 in group)
    assert (split.rows.tolist(), split.is_level.tolist()) == ([0, 1, 2, 4, 3], [False, True, True, False, False])


def test_only_some_are_ranked():
    is_ranked = np.array([True, False, True, True, False])
    some = order_by(np.array([0.2, 0.9, 0.5, 0.5, np.nan]), is_ranked=is_ranked)
    assert (some.rows.tolist(), some.is_level.tolist()) == ([2, 3, 0], [False, True, False])
    assert some.ranks.tolist() == [3, 0, 1, 1, 0]
    assert list(some.groups()) == [[2, 3], [0]]
    nobody = order_by(np.array([0.2, 0.9]), is_ranked=np.zeros(2, dtype=bool))
    assert (nobody.rows.tolist(), nobody.ranks.tolist()) == ([], [0, 0])


def test_exact_keys_are_asked_by_position_where_only_some_are_ranked():
    exact = [7, 9, 8, 9]
    is_ranked = np.array([True, True, True, False])
    some = order_by(np.array([0.5, 0.5, 0.5, 0.5]), lambda rows: [exact[row] for row in rows], is_ranked)
    assert some.ranks.tolist() == [3, 1, 2, 0]
    assert split_levels(some, lambda rows: rows).ranks.tolist() == [3, 1, 2, 0]


def test_splitting_levels_forgets_nobody_who_is_not_ranked():
    some = order_by(np.array([0.5, 0.5, 0.7]), is_ranked=np.array([True, True, False]))
    assert split_levels(some, lambda rows: rows).ranks.tolist() == [2, 1, 0]


def test_nothing_to_split():
    some = order([2, 0, 1], [False, False, False])
    assert split_levels(some, lambda _: pytest.fail("nobody stands level")) is some


def test_rounded_keys_rise_with_values():
    keys = rounded_keys(np.array([0.2, 0.1 + 0.2, 0.3, 0.9]))
    assert keys[0] < keys[1] == keys[2] < keys[3]

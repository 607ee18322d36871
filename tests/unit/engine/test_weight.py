from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import (
    frontier,
    global_weights,
    leaf_weights,
    local_weights,
    present_weights,
    share_along,
    weight_along,
    weights_under,
)
from stratsel.terms import Combine


def tree(parents: list[int], weights: list[int | str], combines=None, top=Combine.ARITHMETIC) -> Hierarchy:
    nodes = tuple(f"n{node}" for node in range(len(parents)))
    return Hierarchy(nodes, tuple(parents), tuple(Fraction(weight) for weight in weights), combines or {}, top)


# food 60 (freshness 2, menu 1), supply 40 (price 1, delivery 1)
MEALS = tree([TOP, 0, 0, TOP, 3, 3], [60, 2, 1, 40, 1, 1])


def test_local_weights_are_shares_among_siblings():
    assert local_weights(MEALS) == tuple(map(Fraction, ("3/5", "2/3", "1/3", "2/5", "1/2", "1/2")))


def test_global_weights_are_products_along_the_path():
    # 3/5 x 2/3 = 2/5, 3/5 x 1/3 = 1/5, 2/5 x 1/2 = 1/5
    assert global_weights(MEALS) == tuple(map(Fraction, ("3/5", "2/5", "1/5", "2/5", "1/5", "1/5")))
    assert leaf_weights(MEALS) == tuple(map(Fraction, ("2/5", "1/5", "1/5", "1/5")))


def test_decimals_are_exact():
    assert leaf_weights(tree([TOP] * 3, ["0.1", "0.2", "0.3"])) == tuple(map(Fraction, ("1/6", "1/3", "1/2")))


def test_leaves_share_out_the_whole():
    # three levels, with weights that no binary fraction holds
    hierarchy = tree([TOP, 0, 1, 1, 0, TOP, TOP, 6], ["0.7", 3, "1.1", 7, 13, "0.2", "0.1", 9])
    assert sum(leaf_weights(hierarchy)) == 1


def test_weight_zero():
    assert leaf_weights(tree([TOP, TOP, 1, 1], [1, 0, 2, 3])) == (1, 0, 0)


def test_one_leaf():
    assert leaf_weights(tree([TOP], [17])) == (1,)


def test_a_chain_keeps_the_whole_weight():
    assert leaf_weights(tree([TOP, 0, 1, 2], [3, 5, 7, 11])) == (1,)


def test_weights_under_a_node():
    assert weights_under(MEALS, 0) == (Fraction(2, 3), Fraction(1, 3), 0, 0)
    assert weights_under(MEALS, 3) == (0, 0, Fraction(1, 2), Fraction(1, 2))
    assert weights_under(MEALS, 4) == (0, 0, 1, 0)


def test_a_node_of_weight_zero_has_its_value_all_the_same():
    hierarchy = tree([TOP, TOP, 1, 1, 1], [1, 0, 2, 3, 0])
    assert weights_under(hierarchy, 1) == (0, Fraction(2, 5), Fraction(3, 5), 0)
    assert weights_under(hierarchy, 4) == (0, 0, 0, 1)


@pytest.mark.parametrize("how", [Combine.MINIMUM, Combine.MAXIMUM])
def test_the_children_of_a_minimum_or_a_maximum_share_alike(how):
    hierarchy = tree([TOP, 0, 0, 0, TOP], [3, 0, 5, 7, 1], {0: how})
    assert local_weights(hierarchy) == tuple(map(Fraction, ("3/4", "1/3", "1/3", "1/3", "1/4")))
    assert leaf_weights(hierarchy) == tuple(map(Fraction, ("1/4", "1/4", "1/4", "1/4")))


# --- what a value is a sum of ---------------------------------------------------------------------

# a: arithmetic of (b, c: minimum of (d, e), f: weight 0); g: geometric of (h: arithmetic of (i, j), k)
MIXED = tree(
    [TOP, 0, 0, 2, 2, 0, TOP, 6, 7, 7, 6],
    [1, 1, 3, 1, 1, 0, 4, 2, 1, 1, 3],
    {2: Combine.MINIMUM, 6: Combine.GEOMETRIC},
)


def test_frontier():
    assert frontier(MIXED, TOP) == [(1, (0, 1)), (2, (0, 2)), (6, (6,))]
    assert frontier(MIXED, 0) == [(1, (1,)), (2, (2,))]
    assert frontier(MIXED, 6) == [(6, ())]
    assert frontier(MIXED, 7) == [(8, (8,)), (9, (9,))]
    assert frontier(MIXED, 5) == [(5, ())]  # whatever it weighs in others, it has its own value


def test_the_frontier_of_a_whole_that_is_no_arithmetic_mean_is_itself():
    assert frontier(tree([TOP, TOP], [1, 1], top=Combine.GEOMETRIC), TOP) == [(TOP, ())]


def test_weights_along_a_way():
    shares = local_weights(MIXED)
    assert share_along((0, 2), shares) == Fraction(1, 5) * Fraction(3, 4)
    assert share_along((), shares) == 1
    assert weight_along((0, 2), shares) == 0.15
    assert weight_along((), shares) == 1


def test_weights_along_a_way_for_each_alternative():
    shares = np.array([[0.5, 1.0], [0.5, 0.0], [0.25, 1.0]])
    assert weight_along((0, 2), shares).tolist() == [0.125, 1.0]
    assert weight_along((), shares).tolist() == [1, 1]


# --- weights of what is present -------------------------------------------------------------------


def test_weights_are_shared_out_again_from_the_bottom_up():
    # columns: all present; freshness absent; food absent; all absent
    is_absent = np.array([[0, 0, 0, 0], [1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1]], dtype=bool)
    third = 1 / 3
    assert present_weights(MEALS, is_absent) == pytest.approx(
        np.array(
            [
                [0.6, 0.6, 0, 0],
                [2 * third, 0, 0, 0],
                [third, 1, 0, 0],
                [0.4, 0.4, 1, 0],
                [0.5, 0.5, 0.5, 0],
                [0.5, 0.5, 0.5, 0],
            ]
        ),
        abs=1e-15,
    )


def test_a_child_of_weight_zero_is_not_present():
    shares = present_weights(tree([TOP, TOP], [0, 1]), np.array([[False, True], [False, False]]))
    assert shares.tolist() == [[0, 0], [0, 1]]


def test_nobody_is_present():
    assert present_weights(MEALS, np.empty((0, 4), dtype=bool)).shape == (6, 0)

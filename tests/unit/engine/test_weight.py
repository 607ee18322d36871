from fractions import Fraction

from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import global_weights, leaf_weights, local_weights, weights_under


def tree(parents: list[int], weights: list[int | str]) -> Hierarchy:
    nodes = tuple(f"n{node}" for node in range(len(parents)))
    return Hierarchy(nodes, tuple(parents), tuple(Fraction(weight) for weight in weights))


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

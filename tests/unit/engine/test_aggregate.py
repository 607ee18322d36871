from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from stratsel.engine.aggregate import combine, node_values, values_by_node
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import present_weights
from stratsel.terms import Combine

ARITHMETIC, GEOMETRIC, HARMONIC, MINIMUM, MAXIMUM = Combine


def tree(parents, weights, combines=None, top=ARITHMETIC) -> Hierarchy:
    nodes = tuple(f"n{node}" for node in range(len(parents)))
    return Hierarchy(nodes, tuple(parents), tuple(Fraction(weight) for weight in weights), combines or {}, top)


def flat(*weights) -> Hierarchy:
    return tree([TOP] * len(weights), weights)


# --- one node -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (ARITHMETIC, 0.4),  # 0.25 x 0.1 + 0.75 x 0.5
        (GEOMETRIC, (0.1 * 0.5**3) ** 0.25),
        (HARMONIC, 0.25),  # 1 / (0.25 / 0.1 + 0.75 / 0.5) = 1 / (2.5 + 1.5)
        (MINIMUM, 0.1),
        (MAXIMUM, 0.5),
    ],
)
def test_two_siblings_by_hand(how, expected):
    values = node_values(tree([TOP, TOP], [1, 3], top=how), TOP, np.array([[0.1, 0.5], [0.7, 0.7], [0.5, 0.1]]))
    assert values[0] == pytest.approx(expected, abs=1e-15)
    assert values[1] == pytest.approx(0.7, abs=1e-15), "the mean of equal values is that value"


def test_the_additive_model_is_a_weighted_sum():
    # 0.25 x 1 + 0.75 x 0 and 0.25 x 0.5 + 0.75 x 1
    assert node_values(flat(1, 3), TOP, np.array([[1.0, 0.0], [0.5, 1.0]])).tolist() == [0.25, 0.875]


@pytest.mark.parametrize(("how", "zero"), [(GEOMETRIC, True), (HARMONIC, True), (MINIMUM, True), (MAXIMUM, False)])
def test_a_zero_makes_the_mean_zero(how, zero):
    values = node_values(tree([TOP, TOP], [1, 99], top=how), TOP, np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 1.0]]))
    assert values.tolist() == [0 if zero else 1, 0, 1]


@pytest.mark.parametrize("how", [GEOMETRIC, HARMONIC])
def test_a_child_of_weight_zero_is_left_out(how):
    hierarchy = tree([TOP, TOP], [1, 0], top=how)
    assert node_values(hierarchy, TOP, np.array([[0.3, 0.0], [0.0, 0.0], [0.3, 1.0]])).tolist() == [0.3, 0, 0.3]


@pytest.mark.parametrize("how", [MINIMUM, MAXIMUM])
def test_no_weight_matters_under_a_minimum_or_a_maximum(how):
    partial_values = np.random.default_rng(1).random((20, 3))
    expected = partial_values.min(axis=1) if how is MINIMUM else partial_values.max(axis=1)
    for weights in ([1, 1, 1], [0, 5, 1]):
        assert node_values(tree([TOP] * 3, weights, top=how), TOP, partial_values).tolist() == expected.tolist()


@pytest.mark.parametrize("how", [ARITHMETIC, GEOMETRIC, HARMONIC, MINIMUM, MAXIMUM])
def test_what_weighs_nothing_for_an_alternative_is_left_out(how):
    values = [np.array([0.3, 0.3, 0.0]), np.array([0.0, 1.0, 0.6])]
    weights = [np.array([1.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])]
    assert combine(how, values, weights).tolist() == [0.3, 0.3, 0.6]


@pytest.mark.filterwarnings("error")
def test_tiny_values_and_zeros_are_no_fault():
    partial_values = np.array([[0.0, 0.5], [1e-310, 0.5], [5e-324, 5e-324]])
    for how in Combine:
        assert np.isfinite(node_values(tree([TOP, TOP], [1, 1], top=how), TOP, partial_values)).all()


@pytest.mark.filterwarnings("error")
def test_a_node_of_which_nothing_is_present_is_a_finite_number():
    shares = present_weights(tree([TOP, TOP], [1, 1]), np.array([[True, True], [False, True]]))
    for how in Combine:
        values = node_values(tree([TOP, TOP], [1, 1], top=how), TOP, np.array([[0.2, 0.4], [0.2, 0.4]]), shares)
        assert np.isfinite(values).all()
        assert values[1] == 0.2


# --- trees ----------------------------------------------------------------------------------------


def test_means_within_means_by_hand():
    """Health (one leaf), knowledge (arithmetic, two leaves) and income under a geometric mean, as in a human index."""
    hierarchy = tree([TOP, TOP, 1, 1, TOP], [1, 1, 1, 1, 1], top=GEOMETRIC)
    values = node_values(hierarchy, TOP, np.array([[0.8, 0.9, 0.5, 0.6]]))
    assert values == pytest.approx([(0.8 * 0.7 * 0.6) ** (1 / 3)], abs=1e-15)
    assert node_values(hierarchy, 1, np.array([[0.8, 0.9, 0.5, 0.6]])) == pytest.approx([0.7], abs=1e-15)


def test_an_arithmetic_whole_over_other_means_by_hand():
    # 0.5 x min(0.2, 0.9) + 0.3 x (0.25 x 0.64)^(1/2) + 0.2 x 1 = 0.1 + 0.12 + 0.2
    hierarchy = tree([TOP, 0, 0, TOP, 3, 3, TOP], [5, 1, 1, 3, 1, 1, 2], {0: MINIMUM, 3: GEOMETRIC})
    partial_values = np.array([[0.2, 0.9, 0.25, 0.64, 1.0]])
    assert node_values(hierarchy, TOP, partial_values) == pytest.approx([0.42], abs=1e-15)
    assert node_values(hierarchy, 3, partial_values) == pytest.approx([0.4], abs=1e-15)
    assert node_values(hierarchy, 6, partial_values).tolist() == [1.0]


def test_random_trees_against_the_definitions(random_hierarchy, by_definition):
    rng = np.random.default_rng(3)
    for _ in range(150):
        hierarchy = random_hierarchy(rng, *Combine)
        levels = rng.integers(0, 11, (6, len(hierarchy.leaf_nodes)))
        for node in range(TOP, len(hierarchy.nodes)):
            exact = [by_definition(hierarchy, node, [Decimal(int(level)) / 10 for level in row]) for row in levels]
            assert node_values(hierarchy, node, levels / 10) == pytest.approx(
                [float(each) for each in exact], abs=1e-13
            )


def test_random_trees_with_gaps_against_the_definitions(random_hierarchy, by_definition):
    rng = np.random.default_rng(4)
    for _ in range(150):
        hierarchy = random_hierarchy(rng, *Combine)
        levels = rng.integers(0, 11, (6, len(hierarchy.leaf_nodes)))
        is_absent = rng.random(levels.shape) < 0.3
        shares = present_weights(hierarchy, is_absent)
        for node in range(TOP, len(hierarchy.nodes)):
            found = node_values(hierarchy, node, levels / 10, shares)
            for row in range(len(levels)):
                cells = zip(levels[row], is_absent[row], strict=True)
                given = [None if absent else Decimal(int(level)) / 10 for level, absent in cells]
                exact = by_definition(hierarchy, node, given)
                assert exact is None or found[row] == pytest.approx(float(exact), abs=1e-13)


def test_means_are_homogeneous_and_lie_between_their_children(random_hierarchy):
    """Half of all values is half of every mean; and no mean leaves the range of what it is made of."""
    rng = np.random.default_rng(5)
    for _ in range(100):
        hierarchy = random_hierarchy(rng, *Combine)
        partial_values = rng.random((5, len(hierarchy.leaf_nodes)))
        found = node_values(hierarchy, TOP, partial_values)
        assert node_values(hierarchy, TOP, partial_values / 2) == pytest.approx(found / 2, abs=1e-15)
        assert (found >= partial_values.min(axis=1) - 1e-15).all()
        assert (found <= partial_values.max(axis=1) + 1e-15).all()


def test_the_means_stand_in_their_known_order():
    """Minimum, harmonic, geometric, arithmetic, maximum: each at most the next, for all values and weights."""
    rng = np.random.default_rng(6)
    partial_values, weights = rng.random((300, 4)), rng.integers(1, 9, 4).tolist()
    ways = [MINIMUM, HARMONIC, GEOMETRIC, ARITHMETIC, MAXIMUM]
    found = [node_values(tree([TOP] * 4, weights, top=how), TOP, partial_values) for how in ways]
    assert all((low <= high + 1e-15).all() for low, high in pairwise(found))


def test_nobody():
    for how in Combine:
        assert node_values(tree([TOP, TOP], [1, 1], top=how), TOP, np.empty((0, 2))).shape == (0,)


def test_deep_trees_need_no_stack():
    depth = 1_200
    ways = dict.fromkeys(range(0, depth - 1, 2), GEOMETRIC)
    chain = tree(range(-1, depth - 1), [1] * depth, ways)
    assert node_values(chain, TOP, np.array([[0.3]])) == pytest.approx([0.3], abs=1e-15)


# --- bits -----------------------------------------------------------------------------------------


def test_removing_an_alternative_changes_no_bit():
    rng = np.random.default_rng(7)
    partial_values = np.asfortranarray(rng.random((200, 17)))
    hierarchy = flat(*rng.integers(1, 1000, 17).tolist())
    whole = node_values(hierarchy, TOP, partial_values)
    for row in range(len(whole)):
        rest = node_values(hierarchy, TOP, np.asfortranarray(np.delete(partial_values, row, axis=0)))
        assert rest.tobytes() == np.delete(whole, row).tobytes()


@pytest.mark.parametrize("how", list(Combine))
@pytest.mark.parametrize("order", ["C", "F"])
def test_removing_an_alternative_changes_no_bit_of_any_mean(how, order):
    rng = np.random.default_rng(8)
    partial_values = np.array(rng.random((50, 6)), order=order)
    hierarchy = tree([TOP, 0, 0, 0, TOP, TOP, 5, 5], [3, 2, 1, 1, 7, 2, 5, 1], {0: how, 5: how}, how)
    is_absent = rng.random(partial_values.shape) < 0.2
    for absent in (None, is_absent):

        def values(rows, absent=absent):
            shares = None if absent is None else present_weights(hierarchy, absent[rows])
            return node_values(hierarchy, TOP, np.array(partial_values[rows], order=order), shares)

        whole = values(list(range(50)))
        for row in range(50):
            rest = values([other for other in range(50) if other != row])
            assert rest.tobytes() == np.delete(whole, row).tobytes()


def test_the_values_of_all_nodes_by_hand():
    """Two leaves in a node, under a minimum with a third: 1/4 x 0.2 + 3/4 x 0.6 = 0.5, and the 0.4 beside it."""
    hierarchy = tree([TOP, 0, 1, 1, 0], [1, 1, 1, 3, 1], {0: MINIMUM})
    found = values_by_node(hierarchy, np.array([[0.2, 0.6, 0.4]]))
    assert np.concatenate(found) == pytest.approx([0.4, 0.5, 0.2, 0.6, 0.4])

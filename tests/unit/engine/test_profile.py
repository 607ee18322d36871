import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP
from stratsel.terms import Combine, Missing

# a 3: arithmetic of (b 1, c 2: minimum of (d, e)); f 1: geometric of (g 1, h 1); i 0
PARENTS = [TOP, 0, 0, 2, 2, TOP, 5, 5, TOP]
WEIGHTS = [3, 1, 2, 1, 1, 1, 1, 1, 0]
WAYS = {2: Combine.MINIMUM, 5: Combine.GEOMETRIC}
ROWS = [[4, 1, 2, 1, 4, 5], [5, 5, 3, 5, 0, 1]]


def basis(make_problem, rows=ROWS, **others):
    return evaluate(make_problem(rows, WEIGHTS, parents=PARENTS, combines=WAYS, **others)).basis


def test_values_of_nodes_by_hand(make_problem):
    profiles = basis(make_problem)
    assert profiles.values(2) == pytest.approx([0.2, 0.6])
    assert profiles.values(0) == pytest.approx([0.4, 1 / 3 + 0.4])  # 1/3 x 0.8 + 2/3 x 0.2, 1/3 x 1 + 2/3 x 0.6
    assert profiles.values(5) == pytest.approx([0.4, 0])  # the roots of 0.2 x 0.8 and 1 x 0
    assert profiles.values() == pytest.approx([0.4, 0.25 + 0.3])
    assert profiles.values(8).tolist() == [1, 0.2]


@pytest.mark.parametrize("missing", [Missing.WORST, Missing.AVAILABLE])
def test_the_values_of_all_nodes_are_those_of_each(make_problem, missing):
    """To the last bit, and with the same gaps: the second alternative has nothing under c."""
    profiles = basis(make_problem, [ROWS[0], [5, None, None, 5, 0, 1]], missing=missing)
    each = [profiles.values(node) for node in range(len(WEIGHTS))]
    np.testing.assert_array_equal(profiles.values_by_node(), each)
    assert np.isnan(each).any() == (missing is Missing.AVAILABLE)


def test_contributions_along_arithmetic_means_by_hand(make_problem):
    found = basis(make_problem).contributions()
    # global weights: a 3/4, b 1/4, c 1/2, f 1/4; nothing below c and f
    assert {node: each.tolist() for node, each in found.items()} == {
        0: pytest.approx([0.2 + 0.1, 0.25 + 0.3]),
        1: pytest.approx([0.2, 0.25]),
        2: pytest.approx([0.1, 0.3]),
        5: pytest.approx([0.1, 0]),
        8: [0, 0],
    }


def test_weights_of_the_parts(make_problem):
    assert basis(make_problem).weights() == pytest.approx({1: 0.25, 2: 0.5, 5: 0.25})


@pytest.mark.parametrize("how", [Combine.GEOMETRIC, Combine.HARMONIC, Combine.MINIMUM, Combine.MAXIMUM])
def test_a_whole_that_is_no_arithmetic_mean_has_no_contributions(make_problem, how):
    profiles = evaluate(make_problem([[1, 2]], [1, 1], combines={TOP: how})).basis
    assert profiles.contributions() == {}
    assert profiles.weights() == {}


def test_contributions_of_what_is_available(make_problem):
    # the second row knows nothing of a's children, the third of e and h only
    rows = [ROWS[0], [None, None, None, 5, 2, 1], [5, 3, None, 4, None, 1]]
    profiles = basis(make_problem, rows, missing=Missing.AVAILABLE)
    found = profiles.contributions()
    assert found[0] == pytest.approx([0.3, 0, 0.25 + 0.3])
    assert found[2] == pytest.approx([0.1, 0, 0.3])  # the minimum of what is present: 3/5
    assert found[5] == pytest.approx([0.1, 0.4**0.5, 0.2])  # the whole weight in the second row
    assert profiles.weights()[5] == pytest.approx([0.25, 1, 0.25])
    assert profiles.values() == pytest.approx([0.4, 0.4**0.5, 0.75])


def test_contributions_of_the_parts_sum_to_the_value(make_problem, random_hierarchy):
    rng = np.random.default_rng(11)
    for _ in range(100):
        hierarchy = random_hierarchy(rng, Combine.ARITHMETIC, Combine.ARITHMETIC, *Combine)
        size = len(hierarchy.leaf_nodes)
        rows = [[None if rng.random() < 0.2 else int(level) for level in rng.integers(0, 6, size)] for _ in range(5)]
        ways = dict(hierarchy.combines) | {TOP: Combine.ARITHMETIC}
        profiles = evaluate(
            make_problem(rows, hierarchy.weights, parents=hierarchy.parents, combines=ways, missing=Missing.AVAILABLE)
        ).basis
        found, values = profiles.contributions(), profiles.values()
        parts = sum((found[node] for node in profiles.weights()), start=np.zeros(5))
        firsts = sum((found[node] for node in hierarchy.children[TOP]), start=np.zeros(5))
        has_value = ~np.isnan(values)
        assert parts == pytest.approx(firsts, abs=1e-14)
        assert parts[has_value] == pytest.approx(values[has_value], abs=1e-14)
        assert (parts[~has_value] == 0).all()


def test_a_few_alternatives_stand_as_they_stand_among_all(make_problem):
    profiles = basis(make_problem, [*ROWS, [None, 2, 3, None, 1, 0]], missing=Missing.AVAILABLE)
    few = profiles.only([2, 0])
    for node in range(TOP, len(WEIGHTS)):
        assert few.values(node).tobytes() == profiles.values(node)[[2, 0]].tobytes()
    for node, brought in few.contributions().items():
        assert brought.tobytes() == profiles.contributions()[node][[2, 0]].tobytes()


def test_nothing_that_counts_is_no_value(make_problem):
    rows = [[None, None, None, None, None, 3], [None, None, 1, None, None, None]]
    profiles = basis(make_problem, rows, missing=Missing.AVAILABLE)
    assert np.isnan(profiles.values()).tolist() == [True, False]  # the leaf of weight zero does not count
    assert np.isnan(profiles.values(5)).tolist() == [True, True]
    assert profiles.values()[1] == pytest.approx(0.2)

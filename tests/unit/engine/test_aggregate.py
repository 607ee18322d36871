from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.aggregate import exact_overall_values, overall_values
from stratsel.engine.weight import leaf_weights


def test_overall_values_are_weighted_sums():
    # 0.25 x 1 + 0.75 x 0 and 0.25 x 0.5 + 0.75 x 1
    values = overall_values(np.array([[1.0, 0.0], [0.5, 1.0]]), [0.25, 0.75])
    assert values.tolist() == [0.25, 0.875]


def test_no_alternatives():
    assert overall_values(np.empty((0, 2)), [0.5, 0.5]).shape == (0,)


def test_removing_an_alternative_changes_no_bit():
    rng = np.random.default_rng(7)
    partial_values, weights = np.asfortranarray(rng.random((200, 17))), rng.dirichlet(np.ones(17)).tolist()
    whole = overall_values(partial_values, weights)
    for row in range(len(whole)):
        rest = overall_values(np.asfortranarray(np.delete(partial_values, row, axis=0)), weights)
        assert rest.tobytes() == np.delete(whole, row).tobytes()


def test_exact_values_are_whole_numbers_on_one_denominator(make_problem):
    problem = make_problem([[5, 0], [0, 5], [3, (1, 2)]], ["0.1", "0.2"])
    weights = leaf_weights(problem.hierarchy)
    values = exact_overall_values(problem, [(0, False), (1, False), (2, False), (2, True)], weights)
    # 1/3, 2/3, 3/5 x 1/3 + 1/5 x 2/3 = 1/3, 3/5 x 1/3 + 2/5 x 2/3 = 7/15
    assert [Fraction(value, values[0]) / 3 for value in values] == [
        Fraction(1, 3),
        Fraction(2, 3),
        Fraction(1, 3),
        Fraction(7, 15),
    ]


def test_leaves_without_weight_are_not_read(make_problem):
    problem = make_problem([[5, 1], [5, 2]], [1, 0])
    assert len(set(exact_overall_values(problem, [(0, False), (1, False)], leaf_weights(problem.hierarchy)))) == 1


def test_nothing_to_sum(make_problem):
    problem = make_problem([[5, 1], [5, 2]], [1, 0])
    assert exact_overall_values(problem, [], leaf_weights(problem.hierarchy)) == []


def test_values_below_the_last_bit_of_a_float_are_told_apart(make_problem):
    tiny = Fraction(1, 10**30)
    problem = make_problem([[Fraction(5, 2)], [Fraction(5, 2) + tiny]], [1])
    low, high = exact_overall_values(problem, [(0, False), (1, False)], [Fraction(1)])
    assert low < high
    assert Fraction(high - low, low) == pytest.approx(tiny / Fraction(5, 2))

"""Least weighted sums by hand, and each closed form against a linear program over the region of global weights."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.optimize import linprog

from stratsel.analysis.margins import least_in_box, least_in_order, least_sums, least_within
from stratsel.analysis.polytope import Polytope
from stratsel.analysis.region import region
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible, Combine, WeightSpace

LOCAL, GLOBAL = WeightSpace


def tree(parents: list[int], weights: list[int], combines: dict[int, Combine] | None = None) -> Hierarchy:
    return Hierarchy(
        tuple(f"n{node}" for node in range(len(parents))), tuple(parents), tuple(map(Fraction, weights)), combines or {}
    )


def test_the_smallest_values_take_what_the_box_leaves():
    # 0.2 + 0.1 + 0.3 are taken; 0.4 are left: 0.3 to the second, which is worth least, and 0.1 to the third
    low, high = np.array([0.2, 0.1, 0.3]), np.array([0.6, 0.4, 0.5])
    values = np.array([[3.0, 1.0, 2.0]])
    assert least_in_box(values, low, high) == pytest.approx([0.2 * 3 + 0.4 * 1 + 0.4 * 2])
    assert least_in_box(np.array([[2.0, 2.0, 2.0]]), low, high) == pytest.approx([2])


def test_the_heaviest_share_alike_at_the_corners_of_an_order():
    # means of 3, of 3 and 1, of all: 3, 2, 2
    assert least_in_order(np.array([[3.0, 1.0, 2.0]]), np.array([0.5, 0.3, 0.2])) == pytest.approx([2])
    # the last is heaviest: 2, 1.5, 2
    assert least_in_order(np.array([[3.0, 1.0, 2.0]]), np.array([0.2, 0.3, 0.5])) == pytest.approx([1.5])
    # between equal ones nothing is said: the smaller alone
    assert least_in_order(np.array([[3.0, 1.0, 2.0]]), np.array([0.4, 0.4, 0.2])) == pytest.approx([1])


def test_a_polytope():
    # the first at least half: 0.5 * 3 + 0.5 * 1, and 1 where the others are worth more
    half = Polytope(np.ones((1, 3)), np.ones(1), np.array([[1.0, 0.0, 0.0]]), np.array([0.5]))
    assert least_within(np.array([[3.0, 1.0, 2.0], [1.0, 1.0, 5.0]]), half) == pytest.approx([2, 1])
    assert least_within(np.zeros((0, 3)), half).shape == (0,)
    with pytest.raises(ValueError, match="leave no weights"):
        least_within(np.ones((1, 1)), Polytope(np.ones((1, 1)), np.ones(1), np.ones((1, 1)), np.array([2.0])))


def test_parents_are_worth_the_least_of_their_children():
    # node 0 is worth 1, its least child, anywhere; then the least of 1 and 4
    nested = tree([TOP, 0, 0, TOP], [3, 1, 2, 1])
    values = np.array([[3.0, 1.0, 4.0]])
    assert least_sums(nested, AdmissibleWeights(Admissible.ANYWHERE), values) == pytest.approx([1])
    # fixed: (3 + 2 * 1) / 3 in node 0, three quarters of that and a quarter of 4
    assert least_sums(nested, AdmissibleWeights(Admissible.FIXED), values) == pytest.approx([0.75 * 5 / 3 + 1])


def test_only_sums_have_a_least_one():
    with pytest.raises(ValueError, match="weighted sum"):
        least_sums(
            tree([TOP, 0, 0], [1, 1, 1], {0: Combine.MINIMUM}), AdmissibleWeights(Admissible.FIXED), np.ones((1, 2))
        )


STATEMENTS = {
    LOCAL: (Statement({1: Fraction(1), 2: Fraction(-1)}, Fraction(0)), Statement({6: Fraction(1)}, Fraction(1, 5))),
    GLOBAL: (
        Statement({0: Fraction(1)}, Fraction(2, 5)),
        Statement({1: Fraction(1), 7: Fraction(-2)}, Fraction(0), is_equal=True),
    ),
}
CASES = [
    AdmissibleWeights(kind, Fraction(1, 3), STATEMENTS[space] if kind is Admissible.WITHIN else (), space)
    for kind in Admissible
    for space in WeightSpace
]


@pytest.mark.parametrize("admissible", CASES, ids=lambda case: f"{case.kind}-{case.space}")
def test_it_is_the_least_over_the_region(admissible):
    hierarchy = tree([TOP, 0, 0, 0, TOP, 4, 4, 4], [3, 1, 2, 2, 2, 0, 1, 5])
    values = np.random.default_rng(4).uniform(-1, 1, (12, 6))
    weights = region(hierarchy, admissible)
    expected = [
        linprog(
            row,
            A_ub=-weights.least if len(weights.least) else None,
            b_ub=-weights.at_least if len(weights.least) else None,
            A_eq=weights.equal,
            b_eq=weights.equal_to,
        ).fun
        for row in values
    ]
    assert least_sums(hierarchy, admissible, values) == pytest.approx(expected, abs=1e-9)

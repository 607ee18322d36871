from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.orders import correlations, has_gaps, order_by_methods
from stratsel.engine.evaluate import evaluate
from stratsel.terms import Combine, Missing


def compared(problem):
    found = order_by_methods(problem, evaluate(problem))
    return found, {order.method.id: order for order in found.orders}


def test_sides_of_an_uneven_candidate(make_problem):
    """By the sum: a1 5 + 0, a0 2 + 2, a2 1 + 1. A product makes a1 worth nothing, so a0 and a2 pass it."""
    problem = make_problem([[2, 2], [5, 0], [1, 1]], [1, 1], places=[1, 2])
    found, orders = compared(problem)
    assert found.rows.tolist() == [1, 0, 2]
    assert found.annihilated == (1,)
    product = orders["weighted-product"]
    assert product.values == pytest.approx([0, 0.4, 0.2])
    assert product.ranks.tolist() == [3, 1, 2]
    assert {row: landing.tier for row, landing in product.landings.items()} == {1: None, 0: "tier-1", 2: "tier-2"}
    # ranks 1 2 3 against 3 1 2: rho is 1 - 6 (4 + 1 + 1) / (3 x 8), tau is (1 - 2) / 3
    assert product.spearman == pytest.approx(-0.5)
    assert product.kendall == pytest.approx(-1 / 3)
    assert orders["spotis"].ranks.tolist() == [1, 2, 3]
    assert (orders["spotis"].spearman, orders["spotis"].kendall) == pytest.approx((1, 1))


def test_the_least_value_holds_for_every_method(make_problem):
    """a1 is first by the product but below 45 points, by the value of the round: it has no place anywhere."""
    problem = make_problem([[5, 0], [2, 2], [1, 1]], [1, 1], places=[1], minimum=Fraction(45, 100))
    _, orders = compared(problem)
    product = orders["weighted-product"]
    assert product.ranks.tolist() == [3, 1, 2]
    assert {row: landing.tier for row, landing in product.landings.items()} == {0: "tier-1", 1: None, 2: None}


def test_tie_nodes_separate_whom_a_method_leaves_level(make_problem):
    """All have a zero somewhere and are worth nothing as a product; the second leaf comes first among equals."""
    rows = [[5, 0, 4], [0, 3, 1], [0, 4, 0]]
    _, orders = compared(make_problem(rows, [1, 1, 1]))
    assert orders["weighted-product"].ranks.tolist() == [1, 1, 1]
    assert orders["weighted-product"].spearman is None
    found, orders = compared(make_problem(rows, [1, 1, 1], ties=(1,), resolution=Fraction(1, 1000)))
    by_row = dict(zip(found.rows.tolist(), orders["weighted-product"].ranks.tolist(), strict=True))
    assert by_row == {2: 1, 1: 2, 0: 3}


def test_an_unknown_does_not_separate(make_problem):
    rows = [[5, 0, 4], [0, None, 1], [0, 4, 0]]
    _, orders = compared(make_problem(rows, [1, 1, 1], ties=(1,)))
    assert orders["weighted-product"].ranks.tolist() == [1, 1, 1]


def test_trees_count_by_their_global_weights(make_problem):
    """Under a minimum the two leaves share alike: 1/4 each of a half, beside a leaf of a half."""
    problem = make_problem([[5, 0, 5], [2, 2, 2]], [1, 1, 1, 1], parents=(-1, 0, 0, -1), combines={0: Combine.MINIMUM})
    _, orders = compared(problem)
    by_row = dict(zip([0, 1], orders["spotis"].values.tolist(), strict=True))
    assert by_row == pytest.approx({0: 0.25, 1: 0.6})


def test_gaps_are_refused(make_problem):
    problem = make_problem([[5, None], [2, 2]], [1, 1], missing=Missing.AVAILABLE)
    evaluation = evaluate(problem)
    assert has_gaps(evaluation)
    with pytest.raises(ValueError, match="partial value of every"):
        order_by_methods(problem, evaluation)
    # who lacks too much is not ranked and does not count
    enough = evaluate(make_problem([[5, None], [2, 2]], [1, 1], missing=Missing.AVAILABLE, least_assessed=Fraction(1)))
    assert not has_gaps(enough)


@pytest.mark.parametrize("rows", [[], [[3, 2]], [[3, 2], [3, 2], [3, 2]], [[None, None], [None, None]]])
def test_nothing_to_compare(make_problem, rows):
    """Nobody, one alone, all alike, all unknown: an answer, no correlation, no reversal."""
    found, orders = compared(make_problem(rows, [1, 1], places=[1]))
    assert len(found.rows) == len(rows)
    for order in orders.values():
        assert order.ranks.tolist() == [1] * len(rows)
        assert (order.spearman, order.kendall) == (None, None)
        assert order.reversals.shown is None
        assert np.isfinite(order.values).all()
    assert len(found.compromise) == len(rows)


def test_correlations_with_ties():
    # average ranks 1.5 1.5 3 4 against 1 2 3 4: covariance 4.5 of variances 4.5 and 5; 5 of 6 pairs agree, one is tied
    spearman, kendall = correlations(np.array([1, 1, 3, 4]), np.array([1, 2, 3, 4]))
    assert spearman == pytest.approx(4.5 / (4.5 * 5) ** 0.5)
    assert kendall == pytest.approx(5 / (5 * 6) ** 0.5)

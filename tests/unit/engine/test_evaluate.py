from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP
from stratsel.engine.value import ValueFunction

STEPS = ValueFunction(tuple(map(Fraction, (0, 1, 2, 3))), tuple(map(Fraction, ("0", "0.5", "0.5", "1"))))


def ranks(problem) -> list[int]:
    return evaluate(problem).order.ranks.tolist()


def counted(values) -> list[int]:
    """The definition: one more than how many are above."""
    return [1 + sum(other > value for other in values) for value in values]


# --- values ---------------------------------------------------------------------------------------


def test_a_tree_by_hand(make_problem, ramp):
    # food 60 (freshness 2, menu 1: levels 0 to 3), supply 40 (price 1: 50 to 25, delivery 1: 0, 50 or 100 points)
    delivery = ValueFunction(tuple(map(Fraction, (0, 1, 2))), tuple(map(Fraction, ("0", "0.5", "1"))))
    problem = make_problem(
        [[3, 2, 30, 1], [2, 3, 40, (1, 2)], [None, 0, 60, 0]],
        [60, 2, 1, 40, 1, 1],
        parents=[TOP, 0, 0, TOP, 3, 3],
        functions=[ramp(0, 3), ramp(0, 3), ramp(50, 25), delivery],
    )
    found = evaluate(problem)
    # partial values: 1, 2/3, 20/25 = 0.8, 0.5; global weights 0.4, 0.2, 0.2, 0.2
    # 0.4 + 0.4/3 + 0.16 + 0.1;  0.8/3 + 0.2 + 0.08 + 0.1, at best 0.1 more;  0, at best 0.4 (60 is beyond 50)
    assert found.shown == pytest.approx([0.66 + 0.4 / 3, 0.38 + 0.8 / 3, 0], abs=1e-15)
    assert found.possible == pytest.approx([0.66 + 0.4 / 3, 0.48 + 0.8 / 3, 0.4], abs=1e-15)
    assert found.order.ranks.tolist() == [1, 2, 3]
    assert found.contributions[0] == pytest.approx([0.4, 0.4 / 3, 0.16, 0.1], abs=1e-15)
    assert found.contributions.sum(axis=1) == pytest.approx(found.shown, abs=1e-15)
    assert found.best_partial_values[1] == pytest.approx([2 / 3, 1, 0.4, 1], abs=1e-15)


def test_settled_problems_are_valued_once(make_problem):
    found = evaluate(make_problem([[1, 2], [3, 4]], [1, 1]))
    assert found.possible is found.shown
    assert found.best_partial_values is found.partial_values


def test_nobody(make_problem):
    found = evaluate(make_problem([], [1, 1]))
    assert found.shown.shape == (0,)
    assert found.order.ranks.tolist() == []


def test_one_candidate_on_one_leaf(make_problem):
    found = evaluate(make_problem([[4]], [3]))
    assert (found.shown.tolist(), found.order.ranks.tolist()) == ([0.8], [1])


def test_a_deep_tree_equals_its_leaf(make_problem):
    depth = 40
    found = evaluate(make_problem([[1], [4]], ["0.3"] * depth, parents=range(-1, depth - 1)))
    assert found.shown == pytest.approx([0.2, 0.8], abs=1e-15)


def test_weight_zero_changes_nothing(make_problem):
    found = evaluate(make_problem([[3, 0], [3, 5], [3, None]], [1, 0]))
    assert found.shown.tolist() == found.possible.tolist()
    assert found.order.ranks.tolist() == [1, 1, 1]


def test_beyond_the_scale_counts_as_its_end(make_problem, ramp):
    found = evaluate(make_problem([[120], [100], [-20], [0]], [1], functions=[ramp(0, 100)]))
    assert found.shown.tolist() == [1, 1, 0, 0]
    assert found.order.ranks.tolist() == [1, 1, 3, 3]


def test_a_falling_quantity(make_problem, ramp):
    found = evaluate(make_problem([[30], [(40, 35)], [None]], [1], functions=[ramp(50, 25)]))
    assert found.shown == pytest.approx([0.8, 0.4, 0])  # 20/25, 10/25
    assert found.possible == pytest.approx([0.8, 0.6, 1])


def test_flat_parts_of_a_choice(make_problem):
    found = evaluate(make_problem([[1], [2], [(1, 2)], [3]], [1], functions=[STEPS]))
    assert found.shown.tolist() == [0.5, 0.5, 0.5, 1]
    assert found.possible.tolist() == [0.5, 0.5, 0.5, 1]
    assert found.order.ranks.tolist() == [2, 2, 2, 1]


def test_what_is_shown_is_never_more_than_what_is_possible(make_problem):
    """Interpolation rounds differently on both sides of a joint: here it rises just before it and falls at it."""
    points = [Fraction(at, 997) for at in (164, 462, 768)]
    function = ValueFunction(tuple(points), tuple(Fraction(value, 991) for value in (68, 468, 921)))
    just_before = np.nextafter(float(points[1]), 0)
    before, at = function.partial_values(np.array([just_before, float(points[1])]))
    assert before > at
    found = evaluate(make_problem([[(Fraction(just_before), points[1])]], [1], functions=[function]))
    assert found.shown[0] <= found.possible[0]


# --- exactness ------------------------------------------------------------------------------------


def test_a_tenth_and_two_tenths_tie_with_three(make_problem):
    problem = make_problem([[5, 5, 0, 0], [0, 0, 5, 0]], ["0.1", "0.2", "0.3", "0.4"])
    shown = evaluate(problem).shown
    assert ranks(problem) == [1, 1]
    assert shown[0] != shown[1], "floats alone would have ordered them"


@pytest.mark.parametrize("exact", [True, False])
def test_every_tie_of_levels_0_to_5_and_no_other(make_problem, exact):
    """Weights 0.3, 0.2, 0.2, 0.2, 0.1: total x 50 is a whole number, so integers say who stands level."""
    rows = list(product(range(6), repeat=5))
    totals = [3 * a + 2 * (b + c + d) + e for a, b, c, d, e in rows]
    above = [sum(np.array(totals) > total) for total in range(51)]
    problem = make_problem(rows, ["0.3", "0.2", "0.2", "0.2", "0.1"], exact=exact)
    assert ranks(problem) == [1 + above[total] for total in totals]


def test_near_ties_that_differ_are_ordered(make_problem, ramp):
    tiny = Fraction(1, 10**12)
    amounts = [Fraction(1, 2), Fraction(1, 2) - tiny, Fraction(1, 2) + tiny / 1000, Fraction(1, 2)]
    assert ranks(make_problem([[amount] for amount in amounts], [1], functions=[ramp(0, 1)])) == [2, 4, 1, 2]


def test_without_exact_numbers_a_rounding_error_is_a_tie(make_problem, ramp):
    amounts = [Fraction(1, 2), Fraction(1, 2) + Fraction(1, 10**13), Fraction(1, 2) + Fraction(1, 10**11)]
    problem = make_problem([[amount] for amount in amounts], [1], functions=[ramp(0, 1)], exact=False)
    assert ranks(problem) == [2, 2, 1]


def test_chains_of_near_values(make_problem, ramp):
    steps = np.random.default_rng(1).permutation(300).tolist()
    amounts = [Fraction(1, 3) + Fraction(step // 2, 10**10) for step in steps]  # each value twice
    assert ranks(make_problem([[amount] for amount in amounts], [1], functions=[ramp(0, 1)])) == counted(amounts)


def test_a_narrow_scale_far_from_zero(make_problem, ramp):
    """As floats these amounts are off by more than the differences between their values."""
    amounts = [10**9 + Fraction(step, 10**9) for step in (3, 1, 2, 3, 0, 10)]
    problem = make_problem([[amount] for amount in amounts], [1], functions=[ramp(10**9, 10**9 + Fraction(1, 10**8))])
    found = evaluate(problem)
    assert found.shown == pytest.approx([0.3, 0.1, 0.2, 0.3, 0, 1], abs=1e-12)
    assert found.order.ranks.tolist() == [2, 5, 4, 2, 6, 1]


def test_random_trees_against_fractions(make_problem):
    """A second formula: the mean of each node's children, from the bottom up, in fractions."""
    rng = np.random.default_rng(2)
    for _ in range(200):
        parents = [TOP, TOP, 0, 0, 1, 1, 5, 5]
        weights = [Fraction(int(weight), 10) for weight in rng.integers(1, 10, len(parents))]
        rows = rng.integers(0, 6, (9, 5)).tolist()

        def mean(node, row, weights=weights, parents=parents):
            children = [child for child, parent in enumerate(parents) if parent == node]
            if not children:
                return Fraction(row[{2: 0, 3: 1, 4: 2, 6: 3, 7: 4}[node]], 5)
            return sum(weights[child] * mean(child, row) for child in children) / sum(
                weights[each] for each in children
            )

        exact = [mean(TOP, row) for row in rows]
        found = evaluate(make_problem(rows, weights, parents=parents))
        assert found.shown == pytest.approx([float(value) for value in exact], abs=1e-14)
        assert found.order.ranks.tolist() == counted(exact)


def test_thousands_of_equal_candidates_are_read_once(make_problem):
    """Time must grow with their number, not with the number of pairs."""
    size, reads = 10_000, 0
    problem = make_problem([[1, 2, 3]] * size, [1, 1, 1])
    exact = problem.exact_performance

    def counting(row, leaf, best):
        nonlocal reads
        reads += 1
        return exact(row, leaf, best)

    object.__setattr__(problem, "exact_performance", counting)
    assert set(ranks(problem)) == {1}
    assert reads <= size * 3


# --- tie nodes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [True, False])
def test_tie_nodes_separate_in_turn(make_problem, exact):
    # all have the total 3 + 3 + 3; then by the first leaf, then by the second
    rows = [[3, 3, 3], [4, 3, 2], [4, 2, 3], [3, 2, 4], [3, 3, 3]]
    assert ranks(make_problem(rows, [1, 1, 1], exact=exact)) == [1, 1, 1, 1, 1]
    assert ranks(make_problem(rows, [1, 1, 1], ties=[0], exact=exact)) == [3, 1, 1, 3, 3]
    assert ranks(make_problem(rows, [1, 1, 1], ties=[0, 1], exact=exact)) == [3, 1, 2, 5, 3]


def test_tie_nodes_order_nobody_who_does_not_stand_level(make_problem):
    assert ranks(make_problem([[0, 5, 5], [5, 4, 0]], [1, 1, 1], ties=[0])) == [1, 2]
    assert ranks(make_problem([[0, 5, 5], [5, 5, 0], [4, 5, 5]], [1, 1, 1], ties=[0])) == [3, 2, 1]


def test_a_group_of_leaves_as_tie_node(make_problem):
    # node 0 holds the leaves 1 and 2 with weights 2 and 1; leaf 3 stands alone
    parents, weights = [TOP, 0, 0, TOP], [1, 2, 1, 1]
    rows = [[4, 1, 2], [1, 4, 3], [3, 3, 2]]  # values of node 0: 9/15, 6/15, 9/15; totals 5/5, 5/5, 5/5
    assert ranks(make_problem(rows, weights, parents=parents)) == [1, 1, 1]
    assert ranks(make_problem(rows, weights, parents=parents, ties=[0])) == [1, 3, 1]


def test_a_tie_node_of_weight_zero_separates(make_problem):
    rows = [[3, 1], [3, 4], [3, 4]]
    assert ranks(make_problem(rows, [1, 0], ties=[1])) == [3, 1, 1]


def test_a_child_of_weight_zero_does_not_separate(make_problem):
    # node 0 holds leaf 1 (weight 1) and leaf 2 (weight 0)
    rows = [[3, 1, 2], [3, 4, 2], [3, None, 2]]
    assert ranks(make_problem(rows, [1, 1, 0, 1], parents=[TOP, 0, 0, TOP], ties=[0])) == [1, 1, 1]


@pytest.mark.parametrize("exact", [True, False])
def test_an_unknown_does_not_separate(make_problem, exact):
    """Totals shown: 4, 4, 4 and 6, 6. Unknown counts as 0 in them, but says nothing at a tie node."""
    rows = [[None, 4], [1, 3], [2, 2], [4, 2], [5, 1]]
    assert ranks(make_problem(rows, [1, 1], ties=[0], exact=exact)) == [3, 3, 3, 2, 1]
    # the next node still separates the group: 4, 3 and 2 on the second leaf
    assert ranks(make_problem(rows, [1, 1], ties=[0, 1], exact=exact)) == [3, 4, 5, 2, 1]


def test_a_range_does_not_separate_unless_it_is_worth_the_same_throughout(make_problem):
    functions = [STEPS, STEPS]
    rows = [[(1, 2), 0], [0, 1], [1, 0]]  # all have the total 0.5
    assert ranks(make_problem(rows, [1, 1], functions=functions, ties=[0])) == [1, 3, 1]
    rows = [[(1, 3), 0], [0, 1], [1, 0]]
    assert ranks(make_problem(rows, [1, 1], functions=functions, ties=[0])) == [1, 1, 1]


def test_level_candidates_stand_in_the_order_of_their_rows(make_problem):
    rows = [[1, 4], [2, 3], [5, 5], [3, 2], [4, 1]]
    assert evaluate(make_problem(rows, [1, 1])).order.rows.tolist() == [2, 0, 1, 3, 4]

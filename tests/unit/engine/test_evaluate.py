from decimal import Decimal
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Screen
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.terms import Combine, Consequence, Missing

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
    brought = found.basis.contributions()
    assert [brought[node][0] for node in (1, 2, 4, 5)] == pytest.approx([0.4, 0.4 / 3, 0.16, 0.1], abs=1e-15)
    assert [brought[node][0] for node in (0, 3)] == pytest.approx([0.4 + 0.4 / 3, 0.26], abs=1e-15)
    assert found.values is found.shown
    assert found.assessed == pytest.approx([1, 1, 0.6], abs=1e-15)
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


# --- means that are not arithmetic ----------------------------------------------------------------


def test_a_tree_of_mixed_means_by_hand(make_problem):
    # min(0.2, 0.8..1) x 0.5 + (geometric of 0.4 and 0.9) x 0.5
    problem = make_problem(
        [[1, (4, 5), 2, "4.5"], [None, 5, 0, 5]],
        [1, 1, 1, 1, 1, 1],
        parents=[TOP, 0, 0, TOP, 3, 3],
        combines={0: Combine.MINIMUM, 3: Combine.GEOMETRIC},
    )
    found = evaluate(problem)
    assert found.shown == pytest.approx([0.1 + 0.3, 0], abs=1e-15)
    assert found.possible == pytest.approx([0.1 + 0.3, 0.5], abs=1e-15)
    assert found.order.ranks.tolist() == [1, 2]


@pytest.mark.parametrize("exact", [True, False])
def test_geometric_ties_that_floats_do_not_see(make_problem, ramp, exact):
    """Powers of two in three places: the product of the exponents' sum is all that counts."""
    functions = [LogValueFunction(Fraction(1), Fraction(2)), *[ramp(0, 64)] * 2]
    rows = [[2, one, other] for one, other in ((2, 32), (4, 16), (8, 8), (64, 1), (16, 4), (1, 63))]
    problem = make_problem(rows, [1, 1, 1], functions=functions, combines={TOP: Combine.GEOMETRIC}, exact=exact)
    assert ranks(problem) == [1, 1, 1, 1, 1, 6]
    shown = evaluate(problem).shown
    assert shown[0] == pytest.approx((64 / 64**2) ** (1 / 3), abs=1e-15)


@pytest.mark.parametrize("exact", [True, False])
def test_harmonic_ties(make_problem, exact):
    """2 / (1/a + 1/b): (3, 6) is 4, as (4, 4); (2, 6) is 3, as (3, 3)."""
    functions = [ValueFunction((Fraction(0), Fraction(7)), (Fraction(0), Fraction(1)))] * 2
    rows = [[3, 6], [4, 4], [6, 3], [2, 6], [3, 3], [0, 7]]
    problem = make_problem(rows, [1, 1], functions=functions, combines={TOP: Combine.HARMONIC}, exact=exact)
    assert ranks(problem) == [1, 1, 1, 4, 4, 6]


def test_near_ties_of_harmonic_means_are_ordered_exactly(make_problem):
    tiny = Fraction(1, 10**18)
    rows = [[Fraction(1, 3), 3], [Fraction(1, 3) + tiny, 3], [Fraction(1, 3), 3]]
    assert ranks(make_problem(rows, [1, 1], combines={TOP: Combine.HARMONIC})) == [2, 1, 2]


@pytest.mark.parametrize("how", [Combine.GEOMETRIC, Combine.HARMONIC, Combine.MINIMUM])
@pytest.mark.parametrize("points", [("0.1", "0.7"), ("0.7", "0.1"), (739_011, 739_366), (50, 25)])
def test_the_worst_performance_makes_a_mean_zero_to_the_bit(make_problem, ramp, how, points):
    """A root magnifies what is left of a zero: a ten-quadrillionth to the power of a tenth is a fortieth."""
    rows = [[points[0], points[1]], [None, points[1]]]
    found = evaluate(make_problem(rows, [1, 9], functions=[ramp(*points)] * 2, combines={TOP: how}))
    assert found.shown.tolist() == [0, 0]


def test_what_is_shown_is_never_more_than_what_is_possible_in_any_tree(make_problem, random_hierarchy):
    rng = np.random.default_rng(12)
    for _ in range(100):
        hierarchy = random_hierarchy(rng, *Combine)
        cells = rng.integers(0, 6, (5, len(hierarchy.leaf_nodes), 2))
        rows = [[(int(min(cell)), int(max(cell))) for cell in row] for row in cells]
        ways = dict(hierarchy.combines) | {TOP: hierarchy.top}
        for missing in Missing:
            problem = make_problem(
                rows, hierarchy.weights, parents=hierarchy.parents, combines=ways, missing=missing, exact=False
            )
            found = evaluate(problem)
            assert (found.shown <= found.possible).all()
            assert (found.shown - 1e-12 <= found.values).all()
            assert (found.values <= found.possible + 1e-12).all()


def test_steep_scales_are_valued_from_exact_numbers(make_problem, ramp):
    log = LogValueFunction(Fraction(10**9), 10**9 + Fraction(1, 100))
    amounts = [10**9 + Fraction(step, 1000) for step in (3, 1, 10, 0)]
    found = evaluate(make_problem([[amount] for amount in amounts], [1], functions=[log]))
    # over so narrow a span the logarithm is a straight line, but for a hundred-billionth
    assert found.shown == pytest.approx([0.3, 0.1, 1, 0], abs=1e-10)


# --- what the order is by -------------------------------------------------------------------------


def test_worst_is_the_default(make_problem):
    found = evaluate(make_problem([[None, 4], [1, 4], [(2, 5), 0]], [1, 1]))
    assert found.values.tolist() == found.shown.tolist() == [0.4, 0.5, 0.2]
    assert found.order.ranks.tolist() == [2, 1, 3]
    assert found.assessed.tolist() == [0.5, 1, 1]


def test_available_shares_the_weight_out_again(make_problem):
    # weights 1 and 3: unknown, 0.8; 0.2 x 1/4 + 0.8 x 3/4 = 0.65; a range of 2 to 5 counts by its likely 3, then 3.5
    rows = [[None, 4], [1, 4], [(2, 5, 3), 0], [(2, 5), 0], [5, None]]
    found = evaluate(make_problem(rows, [1, 3], missing=Missing.AVAILABLE))
    assert found.values == pytest.approx([0.8, 0.65, 0.15, 0.175, 1], abs=1e-15)
    assert found.order.ranks.tolist() == [2, 3, 5, 4, 1]
    assert found.assessed.tolist() == [0.75, 1, 1, 1, 0.25]
    # the bounds are what they are under any policy
    assert found.shown == pytest.approx([0.6, 0.65, 0.1, 0.1, 0.25], abs=1e-15)
    assert found.possible == pytest.approx([0.85, 0.65, 0.25, 0.25, 1], abs=1e-15)


def test_too_little_assessed_is_not_ranked(make_problem):
    rows = [[5, None, None], [None, 1, 1], [5, 5, None], [None, None, None]]
    for least, expected in (
        ("1/3", [1, 3, 1, 0]),
        ("0.34", [0, 2, 1, 0]),
        ("2/3", [0, 2, 1, 0]),
        ("0.7", [0, 0, 0, 0]),
    ):
        problem = make_problem(rows, ["0.1"] * 3, missing=Missing.AVAILABLE, least_assessed=Fraction(least))
        found = evaluate(problem)
        assert found.order.ranks.tolist() == expected, least
        assert np.isnan(found.values).tolist() == [False, False, False, True]
        assert found.shown == pytest.approx([1 / 3, 2 / 15, 2 / 3, 0], abs=1e-15)


def test_whoever_knows_nothing_that_counts_is_not_ranked(make_problem):
    found = evaluate(make_problem([[None, 3], [0, None]], [1, 0], missing=Missing.AVAILABLE))
    assert found.order.ranks.tolist() == [0, 1]
    assert found.assessed.tolist() == [0, 1]


def test_what_is_assessed_counts_alike_under_a_minimum(make_problem):
    # half of the whole to the minimum's three children, a sixth each, whatever weights they carry
    problem = make_problem(
        [[None, 1, 1, 1], [1, None, None, 1], [1, 1, 1, None]],
        [1, 9, 1, 1, 1],
        parents=[TOP, 0, 0, 0, TOP],
        combines={0: Combine.MINIMUM},
    )
    assert evaluate(problem).assessed == pytest.approx([5 / 6, 2 / 3, 1 / 2], abs=1e-15)


def test_weights_whose_sums_need_more_than_64_bits(make_problem):
    """The first weight is the largest by a trillionth, so without it just less than two thirds are left."""
    weights = [Fraction(1, 10**12 + at) for at in (39, 61, 63)]
    rows = [[None, 1, 1], [1, None, 1], [1, 1, None]]
    problem = make_problem(rows, weights, missing=Missing.AVAILABLE, least_assessed=Fraction(2, 3))
    found = evaluate(problem)
    assert found.assessed == pytest.approx([2 / 3] * 3)
    # 1/x is convex: the second weighs less than the mean of the two others, and so does the third
    assert found.order.ranks.tolist() == [0, 1, 1]


def test_refuse_counts_a_range_by_what_is_likely(make_problem):
    found = evaluate(make_problem([[(1, 5, 4)], [(0, 5)], [3]], [1], missing=Missing.REFUSE))
    assert found.values == pytest.approx([0.8, 0.5, 0.6], abs=1e-15)
    assert found.order.ranks.tolist() == [1, 3, 2]


@pytest.mark.parametrize("exact", [True, False])
def test_available_ties_that_floats_do_not_see(make_problem, exact):
    rows = [[None, 5, 0, None], [5, 0, None, 0], [5, 5, None, None]]
    problem = make_problem(rows, ["0.1", "0.3", "0.6", "0.2"], missing=Missing.AVAILABLE, exact=exact)
    found = evaluate(problem)
    # 0.3 / 0.9 = 1/3;  0.1 / 0.6 = 1/6;  1
    assert found.values == pytest.approx([1 / 3, 1 / 6, 1], abs=1e-15)
    assert found.order.ranks.tolist() == [2, 3, 1]
    rows = [[None, 5, 0, None], [5, None, None, 0], [0, 5, 0, 0]]  # 0.3 / 0.9, 0.1 / 0.3, 0.3 / 1.2
    problem = make_problem(rows, ["0.1", "0.3", "0.6", "0.2"], missing=Missing.AVAILABLE, exact=exact)
    assert ranks(problem) == [1, 1, 3]


def test_random_gaps_against_fractions(make_problem, by_definition, random_hierarchy):
    rng = np.random.default_rng(13)
    for _ in range(100):
        hierarchy = random_hierarchy(rng, Combine.ARITHMETIC, Combine.MINIMUM, Combine.HARMONIC, Combine.MAXIMUM)
        size = len(hierarchy.leaf_nodes)
        rows = [[None if rng.random() < 0.3 else int(cell) for cell in rng.integers(0, 6, size)] for _ in range(8)]
        ways = dict(hierarchy.combines) | {TOP: hierarchy.top}
        problem = make_problem(
            rows, hierarchy.weights, parents=hierarchy.parents, combines=ways, missing=Missing.AVAILABLE
        )
        values = [
            by_definition(hierarchy, TOP, [None if cell is None else Decimal(cell) / 5 for cell in row]) for row in rows
        ]
        given = [round(value, 20) for value in values if value is not None]
        expected = [0 if value is None else 1 + sum(other > round(value, 20) for other in given) for value in values]
        assert ranks(problem) == expected


# --- resolution -----------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [True, False])
def test_values_are_rounded_before_they_are_compared(make_problem, ramp, exact):
    amounts = ["0.7625", "0.7634", "0.76249", "0.7635", "0.76349"]
    problem = make_problem(
        [[amount] for amount in amounts], [1], functions=[ramp(0, 1)], resolution=Fraction(1, 1000), exact=exact
    )
    found = evaluate(problem)
    assert found.values.tolist() == [0.763, 0.763, 0.762, 0.764, 0.763]
    assert found.order.ranks.tolist() == [2, 2, 5, 1, 2]
    assert found.shown == pytest.approx([float(amount) for amount in amounts], abs=1e-15)


@pytest.mark.parametrize("exact", [True, False])
def test_tie_nodes_are_rounded_too(make_problem, ramp, exact):
    # equal totals; the first leaf 0.26, 0.34, 0.35: rounded to tenths 0.3, 0.3, 0.4
    rows = [["0.26", "0.74"], ["0.34", "0.66"], ["0.35", "0.65"]]
    problem = make_problem(rows, [1, 1], functions=[ramp(0, 1)] * 2, ties=(0,), resolution=Fraction(1, 10), exact=exact)
    assert ranks(problem) == [2, 2, 1]


def test_a_range_within_the_resolution_is_not_open(make_problem, ramp):
    # the first leaf rounds to 0.3 throughout in the first row, and to 0.3 or 0.4 in the second
    rows = [[("0.26", "0.34"), "0.7"], ["0.4", "0.56"], ["0.3", "0.66"]]
    problem = make_problem(rows, [1, 1], functions=[ramp(0, 1)] * 2, ties=(0,), resolution=Fraction(1, 10))
    assert evaluate(problem).values.tolist() == [0.5, 0.5, 0.5]
    assert ranks(problem) == [2, 1, 2]
    rows[0] = [("0.26", "0.36"), "0.7"]
    problem = make_problem(rows, [1, 1], functions=[ramp(0, 1)] * 2, ties=(0,), resolution=Fraction(1, 10))
    assert ranks(problem) == [1, 1, 1]


# --- who is ranked --------------------------------------------------------------------------------


def screen(outcomes, on_fail=Consequence.EXCLUDE, on_unknown=Consequence.ADMIT) -> Screen:
    waived = np.zeros(len(outcomes), dtype=bool)
    return Screen("able", np.array(outcomes, dtype=np.int8), on_fail, on_unknown, waived)


def test_the_excluded_are_valued_and_not_ranked(make_problem):
    rows = [[5, 5], [1, 4], [4, 1], [5, 0], [0, 0]]
    problem = make_problem(rows, [1, 1], ties=(0,), screens=(screen([-1, 1, 0, 1, 1]),))
    found = evaluate(problem)
    assert found.order.rows.tolist() == [3, 2, 1, 4]
    assert found.order.ranks.tolist() == [0, 3, 2, 1, 4]
    assert found.shown[0] == found.values[0] == 1


def test_everybody_excluded(make_problem):
    found = evaluate(make_problem([[5], [4]], [1], screens=(screen([-1, -1]),)))
    assert found.order.ranks.tolist() == [0, 0]
    assert found.order.rows.tolist() == []


# --- tie nodes in other trees ---------------------------------------------------------------------


@pytest.mark.parametrize("exact", [True, False])
def test_a_node_whose_value_is_settled_separates_whatever_is_open_below_it(make_problem, exact):
    """The minimum of 1 and 2 to 5 is 1: nothing that can still turn out changes it."""
    parents, ways = [TOP, 0, 0, TOP], {0: Combine.MINIMUM}
    rows = [[1, (2, 5), 3], [2, 3, 2], [1, 1, 3]]
    assert ranks(make_problem(rows, [1, 1, 1, 1], parents=parents, combines=ways, ties=(0,), exact=exact)) == [2, 1, 2]
    rows[0] = [1, (0, 5), 3]
    problem = make_problem(rows, [1, 1, 1, 1], parents=parents, combines=ways, ties=(0,), exact=exact)
    assert ranks(problem) == [3, 1, 2]  # its minimum is 0 to 1, and its total lower


@pytest.mark.parametrize("exact", [True, False])
def test_an_unknown_does_not_separate_where_the_order_is_by_what_is_available(make_problem, exact):
    rows = [[None, 3], [1, 5], [3, 3], [5, 1]]  # all 0.6
    problem = make_problem(rows, [1, 1], ties=(0,), missing=Missing.AVAILABLE, exact=exact)
    assert ranks(problem) == [1, 1, 1, 1]
    problem = make_problem(rows[1:], [1, 1], ties=(0,), missing=Missing.AVAILABLE, exact=exact)
    assert ranks(problem) == [3, 2, 1]


@pytest.mark.parametrize("exact", [True, False])
def test_a_tie_node_of_which_nothing_is_present_does_not_separate(make_problem, ramp, exact):
    """Not even where its scale is flat, so that its worst and its best are worth the same."""
    flat = ValueFunction((Fraction(0), Fraction(5)), (Fraction(1, 2), Fraction(1, 2)))
    for resolution in (None, Fraction(1, 10)):
        problem = make_problem(
            [[None, "2.5"], [1, "2.5"], [1, 5]],
            [1, 1],
            functions=[flat, ramp(0, 5)],
            ties=(0,),
            missing=Missing.AVAILABLE,
            resolution=resolution,
            exact=exact,
        )
        assert ranks(problem) == [2, 2, 1]

"""What is needed by hand, and on either side of it by the engine."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.change import Change, changed, settled
from stratsel.analysis.needed import needed_across, needed_against, needed_to_reach
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import Landing, select
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.terms import Combine, Missing


def performances(found) -> list[float | None]:
    return [None if each is None else each.performance for each in found]


def against(problem: Problem, row: int, rival: int) -> list[float | None]:
    return performances(needed_against(problem, evaluate(problem), row, rival))


def across(problem: Problem, row: int, tier: int = 0) -> list[float | None] | None:
    found = needed_across(problem, evaluate(problem), row, tier)
    return None if found is None else performances(found)


# --- by hand --------------------------------------------------------------------------------------


def test_a_pair(make_problem):
    # 60 points against 40. The second needs 20 more: a third of the first leaf, worth 60; it has all of the second.
    problem = make_problem([[5, 0], [0, 5]], [3, 2])
    assert against(problem, 1, 0) == [pytest.approx(5 / 3), None]
    # the first may lose a third of what it has there
    assert against(problem, 0, 1) == [pytest.approx(10 / 3), None]
    first = needed_against(problem, evaluate(problem), 1, 0)[0]
    assert (first.leaf, first.partial_value) == (0, pytest.approx(1 / 3))


def test_less_is_better_points_and_logarithms(make_problem, ramp):
    plateau = ValueFunction(
        tuple(map(Fraction, (0, 2, 4, 5))), (Fraction(0), Fraction(1, 2), Fraction(1, 2), Fraction(1))
    )
    functions = [ramp(100, 20), plateau, LogValueFunction(Fraction(1), Fraction(100))]
    # three equal criteria: nothing against 3/2 in all
    problem = make_problem([[60, 3, 10], [100, 0, 1]], [1, 1, 1], functions=functions)
    evaluation = evaluate(problem)
    # up to a sixth, so to a half on any leaf: the first performance that is worth as much
    assert performances(needed_to_reach(problem, evaluation, 1, 1 / 6)) == pytest.approx([60, 2, 10])
    # from 1.5 down to 1, so by all of what it has: the best performance that is worth nothing
    assert performances(needed_to_reach(problem, evaluation, 0, 1 / 3)) == pytest.approx([100, 0, 1])
    # from a half up by a quarter, and down by a quarter
    assert performances(needed_to_reach(problem, evaluation, 0, 1 / 2 + 1 / 12)) == pytest.approx([40, 4.5, 10**1.5])
    assert performances(needed_to_reach(problem, evaluation, 0, 1 / 2 - 1 / 12)) == pytest.approx([80, 1, 10**0.5])


def test_down_to_a_plateau_from_above(make_problem):
    plateau = ValueFunction(
        tuple(map(Fraction, (0, 2, 4, 5))), (Fraction(0), Fraction(1, 2), Fraction(1, 2), Fraction(1))
    )
    problem = make_problem([[5], [0]], [1], functions=[plateau])
    evaluation = evaluate(problem)
    assert performances(needed_to_reach(problem, evaluation, 0, 0.5)) == pytest.approx([4])
    assert performances(needed_to_reach(problem, evaluation, 1, 0.5)) == pytest.approx([2])


def test_a_line(make_problem):
    # 4, 3, 2 and 1 of 5, for two places
    problem = make_problem([[4], [3], [2], [1]], [1], places=[2])
    assert [across(problem, row) for row in range(4)] == [pytest.approx([each]) for each in (2, 2, 3, 3)]


def test_the_minimum_is_a_line_too(make_problem):
    problem = make_problem([[4], [1]], [1], places=[1, 2], minimum=Fraction(3, 5))
    # nobody takes a place of the second tier from the first, but the minimum would
    assert [across(problem, 0, 0), across(problem, 0, 1)] == [pytest.approx([3])] * 2
    assert [across(problem, 1, 0), across(problem, 1, 1)] == [pytest.approx([4]), pytest.approx([3])]


def test_everybody_has_a_place_that_cannot_be_lost(make_problem):
    assert across(make_problem([[4, 1], [1, 1]], [1, 1], places=[2]), 0) == [None, None]


def test_half_a_step_where_values_are_rounded(make_problem):
    # 0.8 and 0.4, rounded to fifths: above 0.8 from 0.9 on, level with 0.4 below 0.5
    problem = make_problem([[4], [2]], [1], places=[1], resolution=Fraction(1, 5))
    assert against(problem, 1, 0) == pytest.approx([4.5])
    assert across(problem, 0) == pytest.approx([2.5])
    # a minimum of 0.7 is reached by 0.8, so from 0.7 on
    problem = make_problem([[1]], [1], places=[1], resolution=Fraction(1, 5), minimum=Fraction(7, 10))
    assert across(problem, 0) == pytest.approx([3.5])


def test_what_does_not_count_is_of_no_help(make_problem):
    assert against(make_problem([[1, 1], [2, 1]], [1, 0]), 0, 1) == [pytest.approx(2), None]
    assert against(make_problem([[2, 1], [2, 1]], [1, 0]), 0, 1) == [pytest.approx(2), None]
    # the smaller of the two is the other one
    smallest = make_problem([[3, 1], [2, 2]], [1, 1], combines={TOP: Combine.MINIMUM})
    assert against(smallest, 0, 1) == [None, pytest.approx(2)]


def test_what_is_absent_becomes_present(make_problem):
    # 3 alone against 4: with a second leaf as heavy, 5 makes a mean of 4
    problem = make_problem([[3, None], [4, 4]], [1, 1], missing=Missing.AVAILABLE, places=[1])
    assert against(problem, 0, 1) == pytest.approx([4, 5])


def test_tiers_with_rules_of_their_own_are_not_looked_across(make_problem):
    lines = (Line("first", 1), Line("second", 2, None, (0, 1), (Quota(0, 0, 1),)))
    problem = replace(make_problem([[5], [1]], [1]), lines=lines)
    assert across(problem, 1, 0) == pytest.approx([5])
    assert across(problem, 1, 1) is None


# --- by the engine --------------------------------------------------------------------------------

JUST = Fraction(1, 10**6)


def landing_with(problem: Problem, row: int, leaf: int, performance: Fraction) -> Landing:
    moved = changed(problem, Change(performances={(row, leaf): settled(performance)}))
    return select(moved, evaluate(moved)).landings[row]


@pytest.mark.parametrize("seed", range(30))
def test_on_either_side_by_the_engine(make_problem, random_hierarchy, seed):
    rng = np.random.default_rng(seed)
    hierarchy = random_hierarchy(rng, *Combine)
    cells = rng.integers(1, 5, (5, len(hierarchy.leaf_nodes))).tolist()
    problem = make_problem(
        cells, hierarchy.weights, parents=hierarchy.parents, combines={**hierarchy.combines, TOP: hierarchy.top},
        places=[2], resolution=Fraction(1, 50) if seed % 3 == 0 else None, minimum=Fraction(seed % 2, 2),
    )  # fmt: skip
    landings = select(problem, evaluate(problem)).landings
    for row, now in landings.items():
        way, end = (-1, Fraction(0)) if now.tier else (1, Fraction(5))
        for leaf, needed in enumerate(across(problem, row) if not now.ties else ()):
            if needed is None:
                assert landing_with(problem, row, leaf, end).tier == now.tier
                continue
            before, after = (Fraction(needed) + by * way * JUST for by in (-1, 1))
            assert landing_with(problem, row, leaf, before).tier == now.tier
            if 0 <= after <= 5:
                there = landing_with(problem, row, leaf, after)
                # Under a minimum or a maximum it may come no further than level.
                assert there.tier != now.tier or (there.ties and landing_with(problem, row, leaf, end) == there)

"""Shifts of anchors by hand, and each of them put into the scale and valued by the engine."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.anchors import AnchorShift, anchor_shifts
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.terms import Combine, Missing


def scale(*values: int) -> ValueFunction:
    """Levels from 0 with a value each, in points."""
    return ValueFunction(tuple(map(Fraction, range(len(values)))), tuple(Fraction(value, 100) for value in values))


def shifts(problem: Problem, *others) -> tuple[AnchorShift, ...] | None:
    return anchor_shifts(problem, evaluate(problem), (0, 1), *others)


def test_one_level(make_problem):
    # two equal criteria: 40 and 50 points against 70 and 10
    problem = make_problem([[1, 2], [2, 1]], [1, 1], functions=[scale(0, 40, 70, 100), scale(0, 10, 50, 100)])
    # 45 against 40: the first is to lose 10 on a scale, or the second to gain 10
    assert shifts(problem) == (
        AnchorShift((0,), Fraction(1), 40, pytest.approx(30)),
        AnchorShift((0,), Fraction(2), 70, pytest.approx(80)),
        AnchorShift((1,), Fraction(1), 10, pytest.approx(20)),
        AnchorShift((1,), Fraction(2), 50, pytest.approx(40)),
    )
    assert [each.points for each in shifts(problem)] == pytest.approx([10] * 4)


def test_values_stay_between_those_of_their_neighbours(make_problem):
    # 90 against 30: 30 would have to rise to 90 and 90 to fall to 30; the neighbours of both are 20, 50 and 100
    problem = make_problem([[3], [1]], [1], functions=[scale(0, 30, 50, 90, 100)])
    assert shifts(problem) == ()


def test_leaves_that_share_a_scale_move_together(make_problem):
    functions = [scale(0, 40, 100)] * 2
    problem = make_problem([[1, 1], [2, 0]], [2, 1], functions=functions)
    # 40 against 200/3: with t on the level, t against 200/3
    assert shifts(problem, [7, 7]) == (AnchorShift((0, 1), Fraction(1), 40, pytest.approx(200 / 3)),)
    # On its own scale, the first to 80 makes 2/3 of it and 40/3; the second would have to be worth 120.
    assert shifts(problem) == (AnchorShift((0,), Fraction(1), 40, pytest.approx(80)),)


def test_levels_between_the_points_of_the_function(make_problem):
    # straight from 0 to 4: levels 1 and 3 are worth 25 and 75
    straight = ValueFunction((Fraction(0), Fraction(4)), (Fraction(0), Fraction(1)))
    problem = make_problem([[3, 0], [2, 1]], [4, 1], functions=[straight] * 2)
    assert shifts(problem) == ()
    levels = [[Fraction(level) for level in range(5)]] * 2
    # 60 against 45: 75 to 56.25, 50 to 68.75; the second leaf's level 1 would be worth 100
    assert shifts(problem, [], levels) == (
        AnchorShift((0,), Fraction(2), 50, pytest.approx(68.75)),
        AnchorShift((0,), Fraction(3), 75, pytest.approx(56.25)),
    )


def test_less_is_better(make_problem):
    falling = ValueFunction(tuple(map(Fraction, (0, 5, 10))), (Fraction(1), Fraction(1, 2), Fraction(0)))
    # 60 against 50, half way: a fifth of the way from the middle to the best
    problem = make_problem([[4], [5]], [1], functions=[falling])
    # (t + (100 - t) / 5) against t: level at t = 100, which the best is worth
    assert shifts(problem) == (AnchorShift((0,), Fraction(5), 50, pytest.approx(100)),)


def test_where_there_are_none(make_problem, ramp):
    log = LogValueFunction(Fraction(1), Fraction(100))
    assert shifts(make_problem([[3, 10], [2, 20]], [1, 1], functions=[ramp(0, 5), log])) == ()
    rows = [[2, 1], [1, 2]]
    for others in ({"combines": {TOP: Combine.GEOMETRIC}}, {"resolution": Fraction(1, 10)}):
        assert shifts(make_problem(rows, [2, 1], functions=[scale(0, 40, 100)] * 2, **others)) is None


@pytest.mark.parametrize("missing", [Missing.WORST, Missing.REFUSE])
@pytest.mark.parametrize("seed", range(6))
def test_with_the_value_moved_the_engine_finds_them_level(make_problem, missing, seed):
    rng = np.random.default_rng(seed)
    functions = [scale(0, *sorted(rng.integers(1, 100, 3).tolist()), 100) for _ in range(3)]
    functions.append(functions[0])
    cells = [[(Fraction(low, 4), Fraction(low + 1, 4)) for low in row] for row in rng.integers(0, 16, (2, 4)).tolist()]
    problem = make_problem(cells, [4, 3, 2, 1], functions=functions, missing=missing)
    found = shifts(problem, [0, 1, 2, 0])
    for shift in found:
        moved = [
            ValueFunction(
                function.performances,
                tuple(
                    Fraction(shift.to / 100) if leaf in shift.leaves and performance == shift.performance else value
                    for performance, value in zip(function.performances, function.values, strict=True)
                ),
            )
            for leaf, function in enumerate(functions)
        ]
        first, second = evaluate(replace(problem, value_functions=tuple(moved))).values
        assert first == pytest.approx(second)
    points = [round(each.points, 6) for each in found]
    assert points == sorted(points)

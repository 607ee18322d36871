from dataclasses import replace
from fractions import Fraction

from stratsel.analysis.line import pair_at
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Line, Problem, Quota
from stratsel.engine.selection import select


def pairs(problem: Problem) -> list[tuple[int, int] | None]:
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    return [pair_at(problem, evaluation, shortlist, tier) for tier in range(len(problem.lines))]


def test_the_last_in_and_the_first_out(make_problem):
    assert pairs(make_problem([[2], [5], [3], [4]], [1], places=[1, 3])) == [(1, 3), (2, 0)]


def test_those_tied_across_the_line(make_problem):
    assert pairs(make_problem([[5], [3], [3], [3], [1]], [1], places=[2])) == [(1, 2)]
    assert pairs(make_problem([[3], [3]], [1], places=[1])) == [(0, 1)]


def test_nobody_on_one_of_its_sides(make_problem):
    assert pairs(make_problem([[3], [2]], [1], places=[2, 3])) == [None, None]
    assert pairs(make_problem([], [1], places=[1])) == [None]
    assert pairs(make_problem([[1], [1]], [1], places=[1], minimum=Fraction(1, 2))) == [None]


def test_who_does_not_reach_the_minimum_is_no_rival(make_problem):
    rows = [[5], [4], [1]]
    assert pairs(make_problem(rows, [1], places=[1, 2], minimum=Fraction(1, 2))) == [(0, 1), None]


def test_with_a_quota_the_first_behind_the_last(make_problem):
    # one of class 0 at most: the second is passed over, and the third has its place
    quota = Line("first", 2, None, (0, 0, 1, 1), (Quota(0, 0, 1),))
    problem = replace(make_problem([[5], [4], [3], [2]], [1]), lines=(quota,))
    assert pairs(problem) == [(2, 3)]

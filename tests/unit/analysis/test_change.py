from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.change import Change, changed, ends_of, settled
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, End
from stratsel.terms import Combine, Missing


def test_nothing_is_changed_by_nothing(make_problem):
    problem = make_problem([[5, (1, 2)], [0, None]], [3, 2])
    same = changed(problem, Change())
    own, given = same.hierarchy, problem.hierarchy
    assert (own.nodes, own.parents, own.weights) == (given.nodes, given.parents, given.weights)
    assert (own.combines, own.top) == (given.combines, given.top)
    assert replace(same, hierarchy=given) == problem
    assert same.worst_performances is problem.worst_performances


def test_weights_are_relative_to_siblings(make_problem):
    # 3 and 2 of 5 become 3 and 9 of 12: 5 on the first is worth a quarter
    after = evaluate(changed(make_problem([[5, 0], [0, 5]], [3, 2]), Change(weights={1: Fraction(9)})))
    assert after.shown.tolist() == [0.25, 0.75]


def test_siblings_cannot_all_weigh_nothing(make_problem):
    problem = make_problem([[5, 0]], [3, 2])
    with pytest.raises(ValueError, match="weigh nothing"):
        changed(problem, Change(weights={0: Fraction(0), 1: Fraction(0)}))


def test_an_assessment_is_settled_exactly(make_problem):
    problem = make_problem([[5, None], [0, 3]], [1, 1])
    third = Fraction(10, 3)
    after = changed(problem, Change(performances={(0, 1): settled(third)}))
    assert problem.is_unknown.tolist() == [[False, True], [False, False]]
    assert not after.is_unknown.any() and after.is_settled
    assert [after.exact_performance(0, 1, end) for end in End] == [third] * 3
    assert [after.exact_performance(1, 1, end) for end in End] == [3, 3, 3]
    # a half of 5/5, and a half of (10/3)/5
    assert evaluate(after).possible.tolist() == pytest.approx([1 / 2 + 1 / 3, 0.3])


def test_a_range_stays_a_range(make_problem):
    problem = make_problem([[1, 1]], [1, 1], missing=Missing.AVAILABLE)
    after = changed(problem, Change(performances={(0, 0): (Fraction(2), Fraction(4), Fraction(3))}))
    found = evaluate(after)
    assert [found.shown[0], found.possible[0], found.values[0]] == pytest.approx([0.3, 0.5, 0.4])
    assert problem.worst_performances[0, 0] == 1


def test_other_means_at_a_node_and_at_the_top(make_problem):
    problem = make_problem([[5, 5, 0]], [1, 1, 1, 1], parents=[TOP, 0, 0, TOP], combines={0: Combine.MINIMUM})
    found = evaluate(changed(problem, Change(combines={0: Combine.ARITHMETIC, TOP: Combine.GEOMETRIC})))
    assert found.shown.tolist() == [0]
    assert evaluate(changed(problem, Change(combines={0: Combine.MAXIMUM}))).shown.tolist() == [0.5]


def test_ends_are_exact_where_numbers_are(make_problem):
    problem = make_problem([[(Fraction(1, 3), 2, 1)]], [1], missing=Missing.AVAILABLE)
    assert ends_of(problem, 0, 0) == (Fraction(1, 3), 2, 1)
    rounded = replace(problem, exact_performance=None)
    assert ends_of(rounded, 0, 0) == (Fraction(1 / 3), 2, 1)
    without_likely = replace(rounded, missing=Missing.WORST, likely_performances=None)
    assert ends_of(without_likely, 0, 0) == (Fraction(1 / 3), 2, Fraction(1 / 3))
    after = changed(rounded, Change(performances={(0, 0): settled(Fraction(4))}))
    assert after.exact_performance is None and np.all(after.worst_performances == 4)

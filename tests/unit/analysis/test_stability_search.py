from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.stability import stability_intervals
from stratsel.analysis.stability_search import FIRST, ORDER, Change, search_changes
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.selection import select
from stratsel.terms import Combine


def searched(problem: Problem, *wanted: tuple[int, int]) -> dict[tuple[int, int], tuple[Change | None, Change | None]]:
    evaluation = evaluate(problem)
    return dict(search_changes(problem, evaluation, np.sort(evaluation.order.rows), wanted))


def test_a_geometric_mean_by_hand(make_problem):
    # 0.8^w 0.2^(1-w) against 0.4: level at a half; now the first weighs 3 of 5
    problem = make_problem([[4, 1], [2, 2]], [3, 2], combines={TOP: Combine.GEOMETRIC}, places=[1])
    found = searched(problem, (0, FIRST), (0, 0), (0, ORDER), (1, FIRST))
    change = Change(pytest.approx(0.1), 1, 0)
    assert found[0, 0] == found[0, ORDER] == found[0, FIRST] == (change, None)
    assert found[1, FIRST] == (None, change)


def test_a_resolution_by_hand(make_problem):
    # In halves, 5w against 2 fifths, which is a half: the first is worth 1 from 3/4 on. Now, at 0.8, it is alone.
    problem = make_problem([[5, 0], [2, 2]], [4, 1], places=[1], resolution=Fraction(1, 2))
    assert searched(problem, (0, FIRST))[0, FIRST] == (Change(pytest.approx(0.05), 1, 0), None)


def test_points_are_of_the_whole(make_problem):
    # node 0 holds half the whole, in which 3 of 4 and 1 of 4; level at a quarter of the whole each
    problem = make_problem([[5, 0, 2], [0, 5, 2]], [1, 3, 1, 1], parents=[TOP, 0, 0, TOP])
    assert searched(problem, (1, ORDER))[1, ORDER] == (Change(pytest.approx(0.125), 1, 0), None)


def test_nothing_asked(make_problem):
    assert searched(make_problem([[5], [1]], [1])) == {}


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_what_the_closed_form_says(make_problem, seed):
    rng = np.random.default_rng(seed)
    cells = [[Fraction(int(tenth), 10) for tenth in rng.integers(0, 51, 3)] for _ in range(7)]
    problem = make_problem(cells, [1, 2, 3], places=[2])
    evaluation = evaluate(problem)
    closed = stability_intervals(problem, evaluation, select(problem, evaluation))
    for aspect, some in ((FIRST, closed.first), (0, closed.tiers["tier-2"]), (ORDER, closed.order)):
        for interval in some:
            found = searched(problem, (interval.node, aspect))[interval.node, aspect]
            for change, own in zip(found, (interval.at_low, interval.at_high), strict=True):
                assert (change is None) == (own is None)
                if own:
                    assert change.shift == pytest.approx(own.shift, abs=1e-8)

from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.search import Search, search_flips
from stratsel.analysis.shift import landing_numbers
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP
from stratsel.engine.selection import select
from stratsel.terms import Combine


def searched(problem):
    evaluation = evaluate(problem)
    return search_flips(problem, evaluation, landing_numbers(problem, select(problem, evaluation)))


def test_a_geometric_mean_by_hand(make_problem):
    # 0.8^w 0.2^(1-w) against 0.4: w ln 4 = ln 2, so w = 1/2; now the first weighs 3 of 5
    problem = make_problem([[4, 1], [2, 2]], [3, 2], combines={TOP: Combine.GEOMETRIC}, places=[1])
    found = searched(problem)
    assert {row: (flip.node, flip.tier) for row, flip in found.items()} == {0: (0, None), 1: (0, "tier-1")}
    assert [flip.to for flip in found.values()] == pytest.approx([50, 50])
    assert [flip.points for flip in found.values()] == pytest.approx([10, 10])


def test_a_resolution_by_hand(make_problem):
    # In fifths of the scale, 5w against 2: rounded to halves of it they part from one half up to three quarters of the
    # whole. At w = 0.8 the first is worth 1 and the second 1/2; it becomes 1/2 below 3/4.
    problem = make_problem([[5, 0], [2, 2]], [4, 1], places=[1], resolution=Fraction(1, 2))
    assert searched(problem)[0].to == pytest.approx(75)


def test_nothing_to_move_and_nobody_to_be_moved(make_problem):
    assert searched(make_problem([[5], [1]], [1], places=[1])) == {}
    assert searched(make_problem([[5, 5], [1, 1]], [1, 1], places=[1])) == {}


def test_many_candidates_take_fewer_steps(make_problem):
    rng = np.random.default_rng(1)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (400, 3))]
    found = searched(make_problem(cells, [3, 2, 1], places=[5], exact=False))
    assert all(0 < flip.points <= 100 for flip in found.values())


def test_the_smallest_shift_is_among_those_looked_at(make_problem):
    """Brackets that are left out cannot hold it: with all of them narrowed down, the smallest is the same."""
    rng = np.random.default_rng(4)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (9, 4))]
    problem = make_problem(cells, [4, 3, 2, 1], combines={TOP: Combine.HARMONIC}, places=[2, 5])
    evaluation = evaluate(problem)
    landings = landing_numbers(problem, select(problem, evaluation))
    search = Search(problem, evaluation, landings)
    every = [bracket for node in search.nodes for bracket in search.brackets(node)]
    smallest: dict[int, float] = {}
    for bracket, share, _ in search.narrowed(every):
        points = 100 * abs(share - bracket.share)
        smallest[int(landings.rows[bracket.at])] = min(points, smallest.get(int(landings.rows[bracket.at]), np.inf))
    assert len(search.nearest(every)) < len(every)
    found = search_flips(problem, evaluation, landings)
    assert {row: flip.points for row, flip in found.items()} == pytest.approx(smallest, abs=1e-5)

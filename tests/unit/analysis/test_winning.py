from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from stratsel.analysis import winning
from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.winning import PairwiseWinning, pairwise_winning
from stratsel.engine.evaluate import evaluate
from stratsel.terms import Admissible, Missing

ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
FIXED = AdmissibleWeights(Admissible.FIXED)


def study(problem, admissible=ANYWHERE, **others) -> PairwiseWinning:
    return pairwise_winning(problem, evaluate(problem), admissible, **others)


def assert_shares(found: np.ndarray, expected, samples: int) -> None:
    shares = np.array(expected, dtype=float)
    assert (np.abs(found - shares) <= 4 * np.sqrt(shares * (1 - shares) / samples) + 1e-12).all(), found


def test_two_criteria_are_an_interval(make_problem):
    # as in the test of acceptabilities: a > b from 4/9, a > c from 1/3, b > c to 2/3
    found = study(make_problem([[4, 1], ["1.5", 3], [2, 2]], [1, 1]))
    assert found.rows.tolist() == [0, 1, 2]
    assert_shares(found.shares, [[0, 5 / 9, 2 / 3], [4 / 9, 0, 2 / 3], [1 / 3, 1 / 3, 0]], found.samples)
    assert found.shares + found.shares.T == pytest.approx(1 - np.eye(3))


def test_those_level_win_neither(make_problem):
    found = study(make_problem([[3, 1], [3, 1], [2, 0]], [1, 1]))
    assert found.shares.tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 0]]
    rounded = study(make_problem([[5, 0], [0, 5]], [1, 1], resolution=Fraction(1)), FIXED, samples=5)
    assert rounded.shares.tolist() == [[0, 0], [0, 0]]
    separated = study(make_problem([[4, 2], [2, 4]], [1, 1], ties=(1,)), FIXED, samples=5)
    assert separated.shares.tolist() == [[0, 0], [1, 0]]


def test_those_assessed_alike_have_the_same_shares(make_problem):
    # two from 1 to 4 against 3: above it in a third, and above each other in a half
    found = study(make_problem([[(1, 4)], [3], [(1, 4)]], [1]))
    assert_shares(found.shares, [[0, 1 / 3, 1 / 2], [2 / 3, 0, 2 / 3], [1 / 2, 1 / 3, 0]], found.samples)
    assert found.shares[0, 1] == found.shares[2, 1] and found.shares[0, 2] == found.shares[2, 0]
    fixed = study(make_problem([[(1, 4)], [3], [(1, 4)]], [1]), spread=Spread(is_fixed=True))
    assert fixed.shares.tolist() == [[0, 0, 0], [1, 0, 1], [0, 0, 0]]


def test_the_same_on_two_threads(make_problem):
    rng = np.random.default_rng(1)
    problem = make_problem(rng.integers(0, 6, (9, 3)).tolist(), [1, 2, 3])
    one, two = (study(problem, samples=10_000, threads=threads) for threads in (1, 2))
    assert one.shares.tobytes() == two.shares.tobytes()


def test_of_very_many_those_that_stand_first(make_problem, monkeypatch):
    monkeypatch.setattr(winning, "MOST", 3)
    monkeypatch.setattr(winning, "CELLS", 90)
    found = study(make_problem([[2], [5], [1], [3], [0]], [1]), samples=50)
    assert found.rows.tolist() == [0, 1, 3]
    assert found.samples == 10
    assert found.shares.tolist() == [[0, 0, 0], [1, 0, 1], [1, 0, 0]]


def test_nobody_and_somebody(make_problem):
    nobody = study(make_problem([[None, 3]], [1, 1], missing=Missing.AVAILABLE, least_assessed=Fraction(9, 10)))
    assert nobody.shares.shape == (0, 0)
    assert study(make_problem([[3]], [1])).shares.tolist() == [[0]]


def test_more_than_one_share_of_a_draw_is_no_tie(make_problem):
    # the mean of the other's share of wins: n symmetrical candidates beat each other in half of the draws
    found = study(make_problem([[5, 0, 0], [0, 5, 0], [0, 0, 5]], [1, 1, 1]))
    assert np.abs(found.shares - (1 - np.eye(3)) / 2).max() < 4 * sqrt(0.25 / found.samples)

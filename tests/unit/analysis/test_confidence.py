from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis import confidence
from stratsel.analysis.confidence import confidence_factors, local_shares
from stratsel.analysis.draws import Draws
from stratsel.analysis.sampling import AS_GIVEN
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible, Combine

ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
SAMPLES = 10_000


def factors(problem, weights, is_first=None, threads: int = 1):
    rows = np.arange(len(problem.alternatives))
    draws = Draws(problem, evaluate(problem), rows, ANYWHERE, AS_GIVEN, 1)
    marked = np.ones(len(rows), dtype=bool) if is_first is None else np.array(is_first)
    return confidence_factors(problem, draws, np.array(weights, dtype=float), marked, SAMPLES, threads)


# --- weights --------------------------------------------------------------------------------------


def test_local_weights_of_weights_in_the_whole():
    # 0 holds leaves 1 and 2, 3 stands beside it: 0.1 and 0.3 of 0.4, and 0.6
    hierarchy = Hierarchy(tuple("abcd"), (TOP, 0, 0, TOP), (Fraction(1),) * 4)
    shares = local_shares(hierarchy, np.array([[0.1, 0], [0.3, 0], [0.6, 1]]))
    assert shares[:, 0].tolist() == pytest.approx([0.4, 0.25, 0.75, 0.6])
    # nothing below 0 weighs anything: its children keep the weights of the file
    assert shares[:, 1].tolist() == [0, 0.5, 0.5, 1]


# --- factors --------------------------------------------------------------------------------------


def test_each_under_its_own_weights(make_problem):
    # judgements alone: 3 against 1 to 4 on the first, 2 against 1 on the other. Under 1 and 0 the second is first in a
    # third; under 1/2 and 1/2 the first is first while x < 4, always; under 0 and 1 the second never is.
    problem = make_problem([[3, 2], [(1, 4), 1]], [1, 1])
    (sure, third), samples = factors(problem, [[0.5, 0.5], [1, 0]])
    assert samples == SAMPLES
    assert sure == 1 and third == pytest.approx(1 / 3, abs=4 * np.sqrt(2 / 9 / SAMPLES))
    assert factors(problem, [[1, 0], [0, 1]])[0][1] == 0


def test_only_those_marked_and_one_look_where_nothing_is_open(make_problem):
    problem = make_problem([[4, 1], [1, 4], [3, 3]], [1, 1])
    found, samples = factors(problem, [[1, 0], [0, 1], [0.5, 0.5]], [True, True, False])
    assert found.tolist() == [1, 1, 0] and samples == 1
    assert factors(problem, [[0, 1], [1, 0], [0.5, 0.5]])[0].tolist() == [0, 0, 1]
    assert factors(problem, np.zeros((3, 2)), [False] * 3)[0].tolist() == [0, 0, 0]


def test_level_with_the_best_is_first_unless_a_tie_node_says_otherwise(make_problem):
    weights = [[0.5, 0.5]] * 2
    assert factors(make_problem([[4, 2], [2, 4]], [1, 1]), weights)[0].tolist() == [1, 1]
    assert factors(make_problem([[4, 2], [2, 4]], [1, 1], ties=(0,)), weights)[0].tolist() == [1, 0]
    rounded = make_problem([[4, 2], [3, 2]], [1, 1], resolution=Fraction(1, 2))
    # 3/5 and 1/2 of the scale, in halves both a half
    assert factors(rounded, weights)[0].tolist() == [1, 1]


def test_other_means(make_problem):
    # 4^w 1^(1-w) against 2: the first leads beyond a half
    problem = make_problem([[4, 1], [2, 2]], [1, 1], combines={TOP: Combine.GEOMETRIC})
    assert factors(problem, [[0.6, 0.4], [0.6, 0.4]])[0].tolist() == [1, 0]


def test_threads_and_batches_change_nothing(make_problem, monkeypatch):
    problem = make_problem([[None, 2], [(1, 4), 3], [2, None]], [1, 1])
    weights = [[0.5, 0.5], [0.3, 0.7], [0.6, 0.4]]
    found = factors(problem, weights)
    monkeypatch.setattr(confidence, "BATCH_CELLS", 100)
    assert factors(problem, weights, threads=2)[0].tolist() == found[0].tolist()
    monkeypatch.setattr(confidence, "CELLS", 900)
    assert factors(problem, weights)[1] == 100

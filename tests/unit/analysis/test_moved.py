import numpy as np
import pytest

from stratsel.analysis.moved import NEAR_END, Moved
from stratsel.engine.evaluate import evaluate


@pytest.fixture
def opposites(make_problem):
    """The first has all of what weighs 3 of 5, the second all of the rest; one place."""
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[1])
    return Moved(problem, evaluate(problem), np.array([0, 1]))


def test_the_weights_as_they_are(opposites):
    assert opposites.local.tolist() == opposites.whole.tolist() == [0.6, 0.4]


def test_who_weighs_more_is_ahead(opposites):
    """At 0.4 and 0.6 the two change places; at one half they are level, and neither is above the other."""
    above, landings = opposites.stand(np.array([0, 0, 0]), np.array([0.6, 0.5, 0.4]))
    assert above.tolist() == [[0, 0, 1], [1, 0, 0]]
    assert landings[:, 0].tolist() == [0, 1]
    assert landings[:, 2].tolist() == [1, 0]


def test_each_draw_moves_its_own_node(opposites):
    above, _ = opposites.stand(np.array([0, 1]), np.array([0.1, 0.1]))
    assert above.tolist() == [[1, 0], [0, 1]]


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_a_way_goes_from_the_own_weight_nearly_to_the_end_in_growing_steps(opposites, end):
    way = opposites.way(0, end, 4)
    assert way[0] == 0.6
    assert way[-1] == pytest.approx(end, abs=2 * (1 - NEAR_END))
    assert 0 < way[-1] < 1
    assert (np.diff(np.abs(np.diff(way))) > 0).all()

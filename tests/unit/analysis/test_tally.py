import numpy as np
import pytest

from stratsel.analysis.landing import levels_of
from stratsel.analysis.tally import Tally, landings_by_place, mean_by, summed_by
from stratsel.engine.problem import Line

LINES = (Line("one", 1), Line("two", 3))
# by draw: a alone, b and c level, d; then a and b level, c, d
LEVELS = levels_of(np.array([[4.0, 3], [2, 3], [2, 2], [1, 0]]), 0.5)
WEIGHTS = np.array([[0.25, 0.5], [0.75, 0.5]])


def test_landings_count_all_that_are_as_good():
    # in the second draw a and b share one place, so that neither has it; both are among three
    assert landings_by_place(LINES, LEVELS.up_to).tolist() == [[0, 1], [1, 1], [1, 1], [2, 2]]
    assert landings_by_place((), LEVELS.up_to).tolist() == [[0, 0]] * 4


def test_draws_are_added_by_rank_tier_and_leader():
    tally = Tally.of_none(4, 4, 2, 2)
    tally.add_draws(LEVELS, landings_by_place(LINES, LEVELS.up_to), WEIGHTS)
    assert tally.ranks.tolist() == [[2, 0, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 2]]
    assert tally.landings.tolist() == [[1, 1, 0], [0, 2, 0], [0, 2, 0], [0, 0, 2]]
    assert tally.weights.tolist() == [[0.75, 1.25], [0.5, 0.5], [0, 0], [0, 0]]
    assert tally.further.tolist() == [0] * 4
    more = Tally.of_none(4, 4, 2, 2)
    for _ in range(2):
        more.add(tally)
    assert more.ranks.tolist() == (2 * tally.ranks).tolist() and more.weights.tolist() == (2 * tally.weights).tolist()


def test_ranks_beyond_those_kept_are_added_up():
    tally = Tally.of_none(4, 2, 2, 2)
    tally.add_draws(LEVELS, landings_by_place(LINES, LEVELS.up_to), WEIGHTS)
    assert tally.ranks.tolist() == [[2, 0], [1, 1], [0, 1], [0, 0]]
    # c third in one draw, d fourth in both
    assert tally.further.tolist() == [0, 0, 3, 8]


@pytest.mark.parametrize("places", [(1, 2), (2, 3), (1, 3), (3, 9), (4, 5)])
def test_counts_by_place_are_spread_over_tiers(places):
    # kinds 0 (one), 1 (two of them) and 2 (one): orders 0 1 2 three times, 1 2 0 twice
    lines = tuple(Line(f"tier-{count}", count) for count in places)
    of, counts = np.array([0, 1, 2, 1]), np.array([1, 2, 1])
    tally = Tally.of_none(4, 4, 2, 1, kinds=3)
    tally.places[:] = np.array([[3, 0, 0, 2], [2, 3, 0, 0], [0, 0, 2, 3]]).T
    tally.spread_places(of, counts, lines)
    assert tally.ranks.tolist() == [[3, 0, 0, 2], [2, 3, 0, 0], [0, 0, 2, 3], [2, 3, 0, 0]]
    expected = Tally.of_none(4, 4, 2, 1)
    for values, times in (([4, 3, 1, 3], 3), ([1, 4, 3, 4], 2)):
        levels = levels_of(np.repeat(np.array(values, dtype=float)[:, None], times, axis=1), 0.5)
        expected.add_draws(levels, landings_by_place(lines, levels.up_to), np.ones((1, times)))
    assert tally.landings.tolist() == expected.landings.tolist()
    assert tally.ranks.tolist() == expected.ranks.tolist()


def test_sums_and_means():
    assert summed_by(np.array([1, 1, 0]), np.array([[1.0, 2, 4], [8, 16, 32]]), 3).tolist() == [
        [4, 32],
        [3, 24],
        [0, 0],
    ]
    values = np.array([[1.0, 2], [3, 4], [5, 6]])
    assert mean_by(np.array([0, 1, 0]), values).tolist() == [[3, 4], [3, 4], [3, 4]]
    assert mean_by(np.array([2, 1, 0]), values).tolist() == values.tolist()

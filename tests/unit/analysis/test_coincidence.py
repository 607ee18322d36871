import numpy as np
import pytest
from scipy.stats import kendalltau

from stratsel.analysis.coincidence import CELLS, agreement


def everywhere(values):
    return np.ones_like(values, dtype=bool)


def test_pairs_are_counted():
    """Of six pairs five stand in one order and one in the other: (5 - 1) / 6."""
    values = np.array([[1.0, 1.0], [2.0, 3.0], [3.0, 2.0], [4.0, 4.0]])
    found = agreement(values, everywhere(values))
    assert found.tau == pytest.approx(np.array([[1, 4 / 6], [4 / 6, 1]]))
    assert found.known.tolist() == [[4, 4], [4, 4]]


def test_who_stands_level_is_taken_account_of():
    """Each leaf parts two pairs of three, and one pair is parted by both alike: 1 / sqrt(2 x 2)."""
    values = np.array([[1.0, 1.0], [1.0, 2.0], [2.0, 2.0]])
    assert agreement(values, everywhere(values)).tau[0, 1] == pytest.approx(0.5)


def test_the_other_way_round():
    values = np.array([[0.0, 1.0], [0.5, 0.5], [1.0, 0.0]])
    assert agreement(values, everywhere(values)).tau[0, 1] == pytest.approx(-1)


def test_a_leaf_that_parts_nobody_agrees_with_none():
    values = np.array([[0.3, 0.0], [0.3, 1.0]])
    assert agreement(values, everywhere(values)).tau.tolist() == [[0, 0], [0, 1]]


def test_against_another_implementation():
    generator = np.random.default_rng(5)
    values = generator.integers(0, 5, (40, 4)) / 4
    is_known = generator.random((40, 4)) < 0.7
    found = agreement(values, is_known)
    for first, second in [(0, 1), (0, 3), (2, 3)]:
        both = is_known[:, first] & is_known[:, second]
        wanted = kendalltau(values[both, first], values[both, second]).statistic
        assert found.tau[first, second] == pytest.approx(wanted)
        assert found.known[first, second] == both.sum()


def test_of_very_many_rows_some_are_taken():
    """Pairs of those taken, times leaves, keep to the limit; a leaf and its copy still agree."""
    values = np.repeat(np.random.default_rng(2).random((5_000, 1)), 20, axis=1)
    found = agreement(values, everywhere(values))
    taken = int(found.known[0, 0])
    assert 100 < taken < 5_000
    assert taken * (taken - 1) // 2 * 20 <= CELLS
    assert found.tau[0, 19] == pytest.approx(1)


@pytest.mark.parametrize("rows", [0, 1])
def test_nobody_to_compare(rows):
    values = np.zeros((rows, 2))
    assert agreement(values, everywhere(values)).tau.tolist() == [[0, 0], [0, 0]]


def test_a_part_of_the_leaves_at_a_time():
    generator = np.random.default_rng(7)
    values, is_known = generator.integers(0, 4, (20, 7)) / 3, generator.random((20, 7)) < 0.8
    whole = agreement(values, is_known)
    parts = [agreement(values, is_known, slice(begin, begin + 3)) for begin in (0, 3, 6)]
    assert np.hstack([part.tau for part in parts]).tolist() == whole.tau.tolist()
    assert np.hstack([part.known for part in parts]).tolist() == whole.known.tolist()

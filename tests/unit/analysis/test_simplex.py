from math import sqrt

import numpy as np
import pytest

from stratsel.analysis.simplex import draw_around, draw_in_box, draw_in_order, draw_shares

SAMPLES = 40_000


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def assert_share(found: np.ndarray, expected: float) -> None:
    """A share of draws lies within four standard errors of its volume."""
    assert abs(found.mean() - expected) < 4 * sqrt(expected * (1 - expected) / len(found))


# --- the whole simplex ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [2, 3, 5, 12])
@pytest.mark.parametrize("threshold", [0.1, 0.3, 0.6])
def test_each_share_is_beyond_a_threshold_as_often_as_the_volume_says(size, threshold):
    # The corner beyond t is the simplex itself shrunk by 1 - t, in size - 1 dimensions.
    shares = draw_shares(size, SAMPLES, rng())
    assert shares.sum(axis=1) == pytest.approx(np.ones(SAMPLES))
    for each in shares.T:
        assert_share(each > threshold, (1 - threshold) ** (size - 1))


def test_uniform_numbers_over_their_sum_would_be_found_out():
    drawn = rng().random((SAMPLES, 3))
    biased = drawn[:, 0] / drawn.sum(axis=1) > 0.6
    with pytest.raises(AssertionError):
        assert_share(biased, 0.4**2)


# --- an order -------------------------------------------------------------------------------------


def test_an_order_of_importance():
    # Mean of the k-th largest of n: (1/k + … + 1/n) / n, so for three 11/18, 5/18, 2/18. Somebody has more than half in
    # three corners of volume 1/4 each, and then it is the first.
    shares = draw_in_order(np.array([0.2, 0.5, 0.3]), SAMPLES, rng())
    assert (shares[:, 1] >= shares[:, 2]).all() and (shares[:, 2] >= shares[:, 0]).all()
    assert shares.mean(axis=0) == pytest.approx([2 / 18, 11 / 18, 5 / 18], abs=0.003)
    assert_share(shares[:, 1] > 0.5, 0.75)


def test_nothing_is_said_of_those_that_weigh_the_same():
    shares = draw_in_order(np.array([0.25, 0.5, 0.25]), SAMPLES, rng())
    assert (shares[:, 1] >= shares.max(axis=1)).all()
    assert_share(shares[:, 0] > shares[:, 2], 0.5)
    assert_share(shares[:, 1] > 0.5, 0.75)
    alike = draw_in_order(np.full(3, 1 / 3), SAMPLES, rng())
    assert_share(alike[:, 0] > 0.6, 0.4**2)


# --- a box ----------------------------------------------------------------------------------------


def test_a_box_around_two_is_an_interval():
    shares = draw_around(np.array([0.35, 0.35]), np.array([0.65, 0.65]), SAMPLES, rng())
    for threshold in (0.4, 0.5, 0.6):
        assert_share(shares[:, 0] > threshold, (0.65 - threshold) / 0.3)


@pytest.mark.parametrize("at", range(3))
def test_a_box_around_three_is_a_hexagon(at):
    # Off the middle by x, y, -x-y, none beyond 0.1: the square of 0.04 less two corners of 0.005 each. Beyond
    # x = 0.05 y runs from -0.1 to 0.1 - x: 0.2 * 0.05 - (0.01 - 0.0025) / 2 = 0.00625.
    third = np.full(3, 1 / 3)
    shares = draw_around(third - 0.1, third + 0.1, SAMPLES, rng())
    assert (np.abs(shares - 1 / 3) <= 0.1 + 1e-12).all()
    assert_share(shares[:, at] > 1 / 3 + 0.05, 0.00625 / 0.03)


def test_a_box_of_unequal_sides_against_draws_from_the_simplex():
    own = np.array([0.5, 0.3, 0.15, 0.05])
    low, high = own * 0.5, own * 1.5
    shares = draw_around(low, high, SAMPLES, rng())
    plain = draw_shares(4, 1_000_000, np.random.default_rng(2))
    inside = plain[((plain >= low) & (plain <= high)).all(axis=1)]
    assert len(inside) > 5000
    for at in range(4):
        found, expected = shares[:, at], inside[:, at]
        error = sqrt(found.var() / len(found) + expected.var() / len(expected))
        assert abs(found.mean() - expected.mean()) < 4 * error
        share, other = (found > own[at]).mean(), (expected > own[at]).mean()
        assert abs(share - other) < 4 * sqrt(0.25 / len(found) + 0.25 / len(expected))


def test_a_box_without_room_is_one_point():
    own = np.array([0.7, 0.3])
    assert draw_around(own, own, 3, rng()).tolist() == [[0.7, 0.3]] * 3


def test_a_box_that_the_simplex_misses_is_refused():
    with pytest.raises(ValueError, match="hardly any"):
        draw_around(np.array([0.0, 0.0]), np.array([0.1, 0.2]), 10, rng())


def test_what_is_left_over_goes_to_the_widest():
    drawn = draw_in_box(np.array([0.0, 0.0]), np.array([0.1, 1.0]), 100, rng())
    assert drawn.sum(axis=1) == pytest.approx(np.ones(100))
    assert drawn[:, 0].max() <= 0.1


@pytest.mark.parametrize("size", [2, 5, 20, 60])
def test_many_shares_are_drawn_as_well(size):
    own = np.full(size, 1 / size)
    shares = draw_around(own * 0.7, own * 1.3, 500, rng())
    assert shares.shape == (500, size) and shares.min() >= 0.7 / size - 1e-12 and shares.max() <= 1.3 / size + 1e-12

import numpy as np
import pytest

from stratsel.analysis.promethee import linear_flows, usual_flows


def by_pairs(values: np.ndarray, weights: np.ndarray, full: float | None) -> np.ndarray:
    """The definition: every pair on every leaf."""
    apart = values[:, None, :] - values[None, :, :]
    preferred = (apart > 0).astype(float) if full is None else np.clip(apart / full, 0, 1)
    pairs = preferred @ weights
    return (pairs.sum(axis=1) - pairs.sum(axis=0)) / (len(values) - 1)


@pytest.mark.parametrize("full", [None, 0.1, 0.25, 0.5, 1.0, 2.0])
def test_flows_are_those_of_all_pairs(full):
    rng = np.random.default_rng(5)
    for size in (2, 3, 40):
        values = np.where(rng.random((size, 6)) < 0.5, rng.integers(0, 5, (size, 6)) / 4, rng.random((size, 6)))
        weights = rng.dirichlet(np.ones(6))
        found = usual_flows(values, weights) if full is None else linear_flows(values, weights, full)
        assert found == pytest.approx(by_pairs(values, weights, full), abs=1e-13)


def test_three_steps_by_hand():
    # One leaf, values 0, 0.25 and 1, full from 0.5. The middle one is 0.25 above the first, half a preference, and 0.75
    # below the last, a full one: (0.5 - 1) / 2. The first: (-0.5 - 1) / 2; the last: (1 + 1) / 2.
    found = linear_flows(np.array([[0.25], [0.0], [1.0]]), np.array([1.0]), 0.5)
    assert found.tolist() == [-0.25, -0.75, 1]


def test_with_the_whole_scale_it_is_the_weighted_sum():
    # nobody is further apart than 1: the sum over b of v(a) - v(b) is n times v(a) less the mean
    rng = np.random.default_rng(6)
    values, weights = rng.random((30, 4)), rng.dirichlet(np.ones(4))
    total = values @ weights
    assert linear_flows(values, weights, 1.0) == pytest.approx(30 / 29 * (total - total.mean()), abs=1e-13)


def test_flows_cancel_out():
    rng = np.random.default_rng(7)
    values, weights = rng.integers(0, 3, (50, 5)) / 2, rng.dirichlet(np.ones(5))
    assert usual_flows(values, weights).sum() == pytest.approx(0, abs=1e-12)
    assert linear_flows(values, weights, 0.5).sum() == pytest.approx(0, abs=1e-12)


def test_what_differs_by_rounding_is_not_preferred():
    values = np.array([[0.1 + 0.2], [0.3]])
    assert values[0, 0] != values[1, 0]
    assert usual_flows(values, np.array([1.0])).tolist() == [0, 0]


def test_nobody_to_compare_with():
    assert usual_flows(np.array([[0.7]]), np.array([1.0])).tolist() == [0]
    assert linear_flows(np.zeros((0, 2)), np.array([0.5, 0.5]), 0.5).tolist() == []


@pytest.mark.parametrize("full", [0.0, -1.0, float("nan")])
def test_a_full_preference_needs_a_difference(full):
    with pytest.raises(ValueError, match="above zero"):
        linear_flows(np.array([[0.5], [1.0]]), np.array([1.0]), full)


def test_ten_thousand_alternatives_take_little_memory():
    """A table of pairs would take 800 MB for each leaf; this takes less than the values themselves, twice."""
    import tracemalloc

    values, weights = np.random.default_rng(8).random((10_000, 12)), np.full(12, 1 / 12)
    tracemalloc.start()
    usual_flows(values, weights)
    linear_flows(values, weights, 0.5)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * values.nbytes

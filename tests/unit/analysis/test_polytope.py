from math import sqrt

import numpy as np
import pytest

from stratsel.analysis import polytope
from stratsel.analysis.polytope import Polytope

SAMPLES = 20_000


def cut(size: int, *rows: tuple[list[float], float], equal: tuple[tuple[list[float], float], ...] = ()) -> Polytope:
    """Shares that sum to 1 with each row @ shares >= its bound."""
    every = [([1.0] * size, 1.0), *equal]
    return Polytope(
        np.array([row for row, _ in every], dtype=float),
        np.array([bound for _, bound in every]),
        np.array([row for row, _ in rows], dtype=float).reshape(-1, size),
        np.array([bound for _, bound in rows]),
    )


def cone(size: int) -> Polytope:
    """The first weighs most, the second next, and so on."""
    return cut(size, *(([0.0] * at + [1.0, -1.0] + [0.0] * (size - at - 2), 0.0) for at in range(size - 1)))


def draw(region: Polytope, by_walk: bool, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return region._walk(SAMPLES, rng) if by_walk else region.draw(SAMPLES, rng)


def assert_share(found: np.ndarray, expected: float) -> None:
    assert abs(found.mean() - expected) < 4 * sqrt(expected * (1 - expected) / len(found))


both_ways = pytest.mark.parametrize("by_walk", [False, True], ids=["as drawn", "by the walk"])


@both_ways
@pytest.mark.parametrize("size", [2, 3, 5, pytest.param(8, marks=pytest.mark.slow)])
def test_the_cone_of_an_order(size, by_walk):
    # n corners where one has more than half, each (1/2)^(n-1) of the simplex, are one n! times as dense in the cone:
    # n / 2^(n-1); of two it is all. The mean of the k-th is (1/k + … + 1/n) / n.
    shares = draw(cone(size), by_walk)
    assert (np.diff(shares, axis=1) <= 1e-9).all()
    if size > 2:
        assert_share(shares[:, 0] > 0.5, size / 2 ** (size - 1))
    for at, each in enumerate(shares.T):
        expected = sum(1 / rank for rank in range(at + 1, size + 1)) / size
        assert abs(each.mean() - expected) < 4 * each.std() / sqrt(SAMPLES)


@both_ways
def test_the_whole_simplex(by_walk):
    for at, each in enumerate(draw(cut(4), by_walk).T):
        assert_share(each > 0.4, 0.6**3)
        assert_share(each < 0.05, 1 - 0.95**3)
        assert at < 4


@both_ways
def test_bounds_on_one_share(by_walk):
    # Between 0.2 and 0.35 of four: the corner beyond 0.2 less that beyond 0.35, of which beyond 0.3 …
    shares = draw(cut(4, ([1, 0, 0, 0], 0.2), ([-1, 0, 0, 0], -0.35)), by_walk)
    volume = 0.8**3 - 0.65**3
    assert shares[:, 0].min() >= 0.2 - 1e-9 and shares[:, 0].max() <= 0.35 + 1e-9
    assert_share(shares[:, 0] > 0.3, (0.7**3 - 0.65**3) / volume)
    # … and another is beyond 0.5 in a corner cut in the same way: 0.3^3 - 0.15^3
    assert_share(shares[:, 1] > 0.5, (0.3**3 - 0.15**3) / volume)


def test_a_narrow_box_is_drawn_from_a_box():
    bounds = [([1.0 if at == each else 0.0 for at in range(5)], 0.19) for each in range(5)]
    bounds += [([-row for row in each], -0.21) for each, _ in bounds]
    shares = draw(cut(5, *bounds), by_walk=False)
    assert (np.abs(shares - 0.2) <= 0.01 + 1e-9).all()
    assert_share(shares[:, 0] > 0.2, 0.5)


@both_ways
def test_an_equality_leaves_one_dimension_less(by_walk):
    # a = b leaves a triangle with corners (½, ½, 0, 0), c and d: with s = a + b, (s, c, d) is uniform on a simplex
    shares = draw(cut(4, equal=(([1, -1, 0, 0], 0.0),)), by_walk)
    assert shares[:, 0] == pytest.approx(shares[:, 1])
    assert_share(2 * shares[:, 0] > 0.5, 0.25)
    assert_share(shares[:, 2] > 0.5, 0.25)


@both_ways
def test_inequalities_that_meet_are_an_equality(by_walk):
    shares = draw(cut(3, ([1, 0, 0], 0.25), ([-1, 0, 0], -0.25)), by_walk)
    assert shares[:, 0] == pytest.approx(np.full(SAMPLES, 0.25))
    assert_share(shares[:, 1] > 0.5, 1 / 3)


@both_ways
def test_one_point_is_all_that_is_left(by_walk):
    shares = draw(cut(2, ([1, 0], 0.3), ([0, 1], 0.7)), by_walk)
    assert shares == pytest.approx(np.tile([0.3, 0.7], (SAMPLES, 1)))


def test_nothing_is_left():
    assert cut(2, ([1, 0], 0.6), ([0, 1], 0.5)).is_empty
    assert cut(3, ([1, -1, 0], 0.1), ([-1, 1, 0], 0.0)).is_empty
    assert not cut(2, ([1, 0], 0.5), ([0, 1], 0.5)).is_empty


def test_the_least_and_the_largest_of_each():
    low, high = cone(3).ranges()
    assert low == pytest.approx([1 / 3, 0, 0])
    assert high == pytest.approx([1, 1 / 2, 1 / 3])


@pytest.mark.slow
def test_a_sliver_is_walked(monkeypatch):
    """Between two planes close to each other in seven dimensions hardly any proposal lies."""
    monkeypatch.setattr(polytope.Polytope, "_reject", None)
    row = [1, -1, 1, -1, 1, -1, 0, 0]
    shares = draw(cut(8, (row, 0.0), ([-each for each in row], -0.0001)), by_walk=False)
    assert_share(np.array(row) @ shares.T > 0.00005, 0.5)
    # On the sliver w1 + w3 + w5 = w2 + w4 + w6, so that exchanging the two sides changes nothing
    assert_share(shares[:, 0] > shares[:, 1], 0.5)


def test_corners_whatever_the_factors():
    """a >= 1e-6 b, and b >= 1e-6 a: with c, a triangle that stops short of two of its corners by a millionth."""
    region = cut(3, ([1.0, -1e-6, 0.0], 0.0), ([-1e-6, 1.0, 0.0], 0.0))
    least = 1e-6 / (1 + 1e-6)
    assert not region.is_empty
    assert sorted(map(tuple, region.corners)) == [
        pytest.approx(corner, abs=1e-10) for corner in ((0, 0, 1), (least, 1 - least, 0), (1 - least, least, 0))
    ]


def test_contradictions_end_whatever_the_factors():
    """Sums of positive shares below zero, with factors that lie nine powers of ten apart."""
    rng = np.random.default_rng(1)
    rows = [(list(-(10.0 ** rng.uniform(-9, 0, 60))), 0.0) for _ in range(40)]
    assert cut(60, *rows).is_empty

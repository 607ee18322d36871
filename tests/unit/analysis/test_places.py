"""Tiers with quotas or classes, for many orders at once, against the engine's rule for each of them."""

import numpy as np
import pytest

from stratsel.analysis.places import fill_places
from stratsel.engine.problem import UNKNOWN_CLASS, Line, Quota
from stratsel.engine.rank import Order
from stratsel.engine.rule import fill
from stratsel.terms import Members


def random_line(rng: np.random.Generator, size: int, members: Members | None) -> Line:
    classes = tuple(int(of) for of in rng.integers(UNKNOWN_CLASS, 3, size))
    if members is not None:
        return Line("t", int(rng.integers(1, 4)), members, classes)
    quotas = []
    for of in range(int(rng.integers(0, 4))):
        least = int(rng.integers(0, 3))
        most = None if rng.random() < 0.4 else least + int(rng.integers(0, 3))
        quotas.append(Quota(of, least, most))
    return Line("t", int(rng.integers(1, size + 1)), None, classes if quotas else (), tuple(quotas))


@pytest.mark.parametrize("members", [None, *Members])
@pytest.mark.parametrize("seed", range(60))
def test_as_the_engine_fills_each_order(members, seed):
    rng = np.random.default_rng(seed)
    size, draws = int(rng.integers(1, 9)), 8
    line = random_line(rng, size, members)
    above = np.array([rng.permutation(size) for _ in range(draws)]).T
    placed = rng.integers(0, size + 1, draws)
    reaches = above < placed
    # Whoever has a place from above reaches the minimum too.
    held = (rng.random((size, draws)) < 0.2) & reaches
    found = fill_places(line, above, reaches, held)
    for draw in range(draws):
        rows = np.argsort(above[:, draw])[: placed[draw]]
        order = Order(rows, np.zeros(len(rows), dtype=bool), size)
        expected = fill(line, order, set(np.flatnonzero(held[:, draw]).tolist()))
        assert set(np.flatnonzero(found[:, draw]).tolist()) == expected.inside

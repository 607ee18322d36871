from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.world import Drawn, Worlds, heaviest, is_linear_above, movable
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Combine

SUMS = (Combine.ARITHMETIC,)
MEANS = tuple(Combine)


def local_shares(hierarchy: Hierarchy, rng: np.random.Generator, draws: int) -> np.ndarray:
    """Random local weights in fortieths, equal under a minimum or maximum, nothing where the file says nothing."""
    shares = np.zeros((len(hierarchy.nodes), draws))
    for parent, children in hierarchy.children.items():
        free = hierarchy.combine(parent) in (Combine.MINIMUM, Combine.MAXIMUM)
        for draw in range(draws):
            weights = [1 if free else int(rng.integers(1, 40)) * bool(hierarchy.weights[child]) for child in children]
            shares[children, draw] = np.array(weights) / sum(weights)
    return shares


@pytest.mark.parametrize("ways", [SUMS, MEANS], ids=["sums", "all means"])
@pytest.mark.parametrize("has_gaps", [False, True], ids=["all present", "some absent"])
@pytest.mark.parametrize("seed", range(25))
def test_every_draw_is_valued_by_the_definition(random_hierarchy, by_definition, ways, has_gaps, seed):
    rng = np.random.default_rng(seed)
    hierarchy = random_hierarchy(rng, *ways)
    leaves, draws = len(hierarchy.leaf_nodes), 3
    shares, table = local_shares(hierarchy, rng, draws), rng.random((4, leaves))
    absent = rng.random((4, leaves)) < 0.3 if has_gaps else np.zeros((4, leaves), dtype=bool)
    drawn = [
        Drawn(np.array([0, 2]), 0, rng.random((2, draws))),
        Drawn(np.array([3]), leaves - 1, rng.random((1, draws))),
    ]
    worlds = Worlds(hierarchy, shares, table, drawn, absent if has_gaps else None)
    found = worlds.values()
    for draw in range(draws):
        weights = tuple(Fraction(share) for share in shares[:, draw])
        own = Hierarchy(hierarchy.nodes, hierarchy.parents, weights, hierarchy.combines, hierarchy.top)
        values = table.copy()
        for each in drawn:
            values[each.rows, each.leaf] = each.partial_values[:, draw]
        for row in range(4):
            cells = [None if gone else Decimal(cell) for cell, gone in zip(values[row], absent[row], strict=True)]
            expected = by_definition(own, TOP, cells)
            if expected is not None:
                assert found[row, draw] == pytest.approx(float(expected), abs=1e-12)


def test_a_few_of_the_draws():
    hierarchy = Hierarchy(("a", "b"), (TOP, TOP), (Fraction(1), Fraction(1)))
    shares = np.array([[0.1, 0.2, 0.3], [0.9, 0.8, 0.7]])
    worlds = Worlds(hierarchy, shares, np.zeros((1, 2)), [Drawn(np.array([0]), 0, np.array([[1.0, 2.0, 3.0]]))])
    assert worlds.only(np.array([2, 0])).values() == pytest.approx(worlds.values()[:, [2, 0]])
    assert worlds.values() == pytest.approx(np.array([[0.1, 0.4, 0.9]]))


def test_none_of_the_draws():
    # of a geometric mean, one leaf is drawn and the other is the same in all draws: there are none of either
    hierarchy = Hierarchy(("a", "b"), (TOP, TOP), (Fraction(1),) * 2, {}, Combine.GEOMETRIC)
    worlds = Worlds(hierarchy, np.full((2, 3), 0.5), np.ones((4, 2)), [Drawn(np.array([1]), 0, np.ones((1, 3)))])
    assert worlds.only(np.zeros(0, dtype=np.int64)).values().shape == (4, 0)


def test_where_weights_act_along_lines():
    # 0 is geometric and holds 1, which holds 2 and 3; 4 holds 5 and 6
    hierarchy = Hierarchy(tuple("abcdefg"), (TOP, 0, 1, 1, TOP, 4, 4), (Fraction(1),) * 7, {0: Combine.GEOMETRIC})
    assert [is_linear_above(hierarchy, node) for node in (TOP, 0, 1, 4)] == [True, False, False, True]


def test_which_weights_can_be_moved():
    # 1 is alone under 0; 3 and 4 take no weights; 6 weighs nothing, which leaves 5 alone
    hierarchy = Hierarchy(
        tuple("abcdefgh"),
        (TOP, 0, TOP, 2, 2, TOP, 5, 5),
        (Fraction(1),) * 6 + (Fraction(0), Fraction(2)),
        {2: Combine.MAXIMUM},
    )
    assert movable(hierarchy) == [0, 2, 5]


def test_the_heaviest_of_the_movable_nodes():
    """A third each for two, one of which is made of 5/6 and 1/6, and 1/3 for the last: 1/3, 5/18, 1/18, 1/3."""
    hierarchy = Hierarchy(tuple("abcde"), (TOP, 0, 0, TOP, TOP), tuple(map(Fraction, (1, 5, 1, 1, 1))))
    assert heaviest(hierarchy, 5) == movable(hierarchy) == [0, 3, 4, 1, 2]
    assert heaviest(hierarchy, 4) == [0, 3, 4, 1]
    assert heaviest(hierarchy, 2) == [0, 3]


@pytest.mark.parametrize("has_gaps", [False, True], ids=["all present", "some absent"])
@pytest.mark.parametrize("seed", range(15))
def test_weights_of_which_only_some_are_moved(random_hierarchy, has_gaps, seed):
    """What is the same in all draws stands in one column; each draw is as it is by itself."""
    rng = np.random.default_rng(seed)
    hierarchy = random_hierarchy(rng, *MEANS)
    shares = np.repeat(local_shares(hierarchy, rng, 1), 4, axis=1)
    parent = max(hierarchy.children, key=lambda node: len(hierarchy.children[node]))
    moved = list(hierarchy.children[parent])
    if hierarchy.combine(parent) not in (Combine.MINIMUM, Combine.MAXIMUM):
        shares[moved] = local_shares(hierarchy, rng, 4)[moved]
    table = rng.random((3, len(hierarchy.leaf_nodes)))
    absent = rng.random(table.shape) < 0.3 if has_gaps else None
    found = Worlds(hierarchy, shares, table, (), absent).values()
    for draw in range(4):
        alone = Worlds(hierarchy, shares[:, [draw]], table, (), absent).values()
        assert found[:, [draw]] == pytest.approx(alone, abs=1e-14)

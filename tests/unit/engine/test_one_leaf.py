"""Every answer against the whole tree combined again: equal to the last bit."""

from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.aggregate import node_values
from stratsel.engine.one_leaf import OneLeaf
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Combine


def test_a_geometric_group_by_hand():
    # half of the root of 0.25 x 1 and half of 0.5: 0.5 x 0.5 + 0.5 x 0.5; with 0.36 in the group, 0.5 x 0.6 + 0.25
    hierarchy = Hierarchy(tuple("gabc"), (TOP, 0, 0, TOP), (Fraction(1),) * 4, {0: Combine.GEOMETRIC})
    found = OneLeaf(hierarchy, np.array([[0.25, 1.0, 0.5], [0.0, 1.0, 1.0]]))
    assert found.values(0, np.array([0.25, 0.36])) == pytest.approx([0.5, 0.8])
    assert found.values(0, np.array([0.36, 1.0]), 0) == pytest.approx([0.55, 0.75])


def test_a_leaf_that_does_not_count_changes_nothing():
    hierarchy = Hierarchy(("a", "b"), (TOP, TOP), (Fraction(1), Fraction(0)), {}, Combine.HARMONIC)
    found = OneLeaf(hierarchy, np.array([[0.25, 0.5]]))
    assert found.values(1, np.array([0.0, 1.0]), 0).tolist() == [0.25, 0.25]


@pytest.mark.parametrize("seed", range(60))
def test_every_leaf_of_random_trees(random_hierarchy, seed):
    rng = np.random.default_rng(seed)
    hierarchy = random_hierarchy(rng, *Combine)
    table = rng.integers(0, 5, (6, len(hierarchy.leaf_nodes))) / 4
    one_leaf, some = OneLeaf(hierarchy, table), np.array([4, 1])
    for leaf in range(table.shape[1]):
        changed = table.copy()
        changed[:, leaf] = rng.random(6)
        expected = node_values(hierarchy, TOP, changed)
        assert one_leaf.values(leaf, changed[:, leaf]).tolist() == expected.tolist()
        assert one_leaf.values(leaf, changed[some, leaf], some).tolist() == expected[some].tolist()
        assert one_leaf.values(leaf, changed[[3], leaf], 3).tolist() == expected[[3]].tolist()

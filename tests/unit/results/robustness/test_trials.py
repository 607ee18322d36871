from fractions import Fraction

import pytest

from stratsel.results.robustness.names import Move
from stratsel.results.robustness.trials import WHOLE, means, steps, without_criteria
from stratsel.terms import Combine

SWAP = {Move("a0", "tier-1", None, False), Move("a1", None, "tier-1", False)}


def test_without_each_criterion(opposites):
    """Without n0, a1 alone has something; without n1 a0."""
    first, second = without_criteria(opposites).rows
    assert (first.criterion, first.ranks, set(first.moves)) == ("n0", {"a1": 1, "a0": 2}, SWAP)
    assert (second.criterion, second.ranks, second.moves) == ("n1", {"a0": 1, "a1": 2}, ())


def test_a_geometric_mean(make_setting):
    """0.6 x 0.8 + 0.4 x 0.2 = 0.56 against 0.36 + 0.16 = 0.52; 0.8^0.6 x 0.2^0.4 = 0.46 against 0.51."""
    (found,) = means(make_setting([(4, 1), (3, 2)])).rows
    assert (found.criteria, found.combine) == ((WHOLE,), Combine.GEOMETRIC)
    assert (found.ranks, set(found.moves)) == ({"a1": 1, "a0": 2}, SWAP)


def test_single_levels(make_setting):
    """48 points to 40, 12 a level on n0 and 8 on n1: a0 one lower has 36, a1 one higher on n0 has 52.

    Five are possible: a0 has both ways on n0 and one on n1, a1 one on each.
    """
    found = steps(make_setting([(4, 0), (0, 5)]), [Fraction(1), Fraction(1)])
    assert {(row.candidate, row.leaf, row.by) for row in found.rows} == {("a0", "n0", -1), ("a1", "n0", 1)}
    assert [abs(row.points_gained) for row in found.rows] == pytest.approx([12, 12])
    assert all(set(row.moves) == SWAP for row in found.rows)
    assert found.tried == 5
    assert found.examined == found.within_reach


def test_a_leaf_without_levels_has_no_steps(make_setting):
    assert steps(make_setting([(4, 0), (0, 5)]), [Fraction(0), Fraction(0)]).tried == 0

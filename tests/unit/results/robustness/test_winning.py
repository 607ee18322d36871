import pytest

from stratsel.results.robustness.winning import winning


def test_each_against_the_other(opposites):
    """a0 stands above a1 where n0 weighs more than half; they are level with no probability."""
    found = winning(opposites)
    first, second = found.rows
    assert (found.ranked, found.samples) == (2, 2000)
    assert first.above["a1"] == pytest.approx(0.5, abs=4 * (0.25 / 2000) ** 0.5)
    assert first.above["a1"] + second.above["a0"] == pytest.approx(1)


def test_those_alike_stand_above_nobody(make_setting):
    found = winning(make_setting([(3, 1), (3, 1)], samples=100))
    assert [row.above for row in found.rows] == [{"a1": 0}, {"a0": 0}]


def test_the_order_of_the_round(make_setting):
    """20 and 100 points; the better dominates."""
    found = winning(make_setting([(1, 1), (5, 5)], samples=100))
    assert [(row.candidate, row.above) for row in found.rows] == [("a1", {"a0": 1}), ("a0", {"a1": 0})]

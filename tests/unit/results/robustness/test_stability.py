import pytest

from stratsel.results.robustness.stability import FIRST, ORDER, stability


def test_two_opposites_swap_at_half(opposites):
    """a0 leads by the weight of n0 less that of n1: level at 50 of 100."""
    rows = stability(opposites).rows
    assert [(row.keeps, row.criterion) for row in rows] == [
        (keeps, criterion) for keeps in (FIRST, "tier-1", ORDER) for criterion in ("n0", "n1")
    ]
    for row in rows:
        assert row.is_exact and row.is_limited
        weight, low, high = (60, 50, 100) if row.criterion == "n0" else (40, 0, 50)
        assert (row.weight, row.low, row.high) == pytest.approx((weight, low, high))
    lower, upper = rows[0], rows[1]
    assert (lower.ahead_at_low, lower.behind_at_low, lower.ahead_at_high, lower.behind_at_high) == (
        "a1", "a0", None, None,
    )  # fmt: skip
    assert (upper.ahead_at_low, upper.ahead_at_high, upper.behind_at_high) == (None, "a1", "a0")


def test_a_weight_that_can_go_all_the_way(make_setting):
    """a0 is better on both."""
    assert not any(row.is_limited for row in stability(make_setting([(5, 5), (1, 1)])).rows)


def test_a_single_leaf_has_no_siblings_to_take_weight_from(make_setting):
    assert stability(make_setting([(5,), (1,)], (1,))).rows == ()

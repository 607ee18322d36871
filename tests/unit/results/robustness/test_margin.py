from fractions import Fraction

import pytest

from stratsel.results.robustness.margin import margin_drivers, tornadoes
from stratsel.terms import Admissible


def test_what_moves_the_margin(make_setting, rubric):
    """a0 (5, 0) against a1 (0 to 2.5, 5): the margin is the weight of n0 less that of n1, 20 points.

    Each weight may be a tenth of itself higher or lower, which n1 uses up first: it weighs 36 to 44, n0 so 56 to 64.
    With 2.5 of 5 on n0, a1 has 30 points more.
    """
    setting = make_setting([(5, 0), ((0, "5/2"), 5)], kind=Admissible.AROUND, percent=Fraction(10, 100))
    found = tornadoes(setting, [rubric(), rubric()])
    assert [(now.tier, now.inside, now.outside) for now in found.margins] == [("tier-1", "a0", "a1")]
    assert found.margins[0].margin == pytest.approx(20)
    assert [(bar.criterion, bar.candidate) for bar in found.rows] == [("n0", "a1"), ("n0", None), ("n1", None)]
    judged, first, second = found.rows
    assert (judged.low, judged.high, judged.low_figure.figure, judged.high_figure.is_between) == (0, 2.5, 0, True)
    assert (judged.margin_at_low, judged.margin_at_high) == pytest.approx((20, -10))
    assert (first.low, first.high, first.margin_at_low, first.margin_at_high) == pytest.approx((56, 64, 12, 28))
    assert (second.low, second.high, second.margin_at_low, second.margin_at_high) == pytest.approx((36, 44, 28, 12))
    assert (first.low_figure, first.high_figure) == (None, None)


def test_what_the_variance_comes_from(make_setting):
    """Weights fixed: a0's two unknowns move the margin by 60 and by 40 evenly, and have 36 and 16 parts of 52."""
    found = margin_drivers(make_setting([(None, None), (5, 5), (0, 0)], kind=Admissible.FIXED))
    assert [(row.criterion, row.candidate) for row in found.rows] == [("n0", "a0"), ("n1", "a0")]
    for row, share in zip(found.rows, (36 / 52, 16 / 52), strict=True):
        assert row.first_order == pytest.approx(share, abs=4 * row.first_order_error)
        assert row.total_order == pytest.approx(share, abs=4 * row.total_order_error)
    (spread,) = found.margins
    # a1 has 100 and a0 50 in the mean; an even range of b has the variance b squared over 12.
    deviation = ((60**2 + 40**2) / 12) ** 0.5
    assert (spread.inside, spread.outside) == ("a1", "a0")
    assert spread.mean == pytest.approx(50, abs=4 * deviation / spread.samples**0.5)
    assert spread.deviation == pytest.approx(deviation, rel=0.05)


def test_no_line_between_two(make_setting, rubric):
    alone = make_setting([(5, 0)])
    assert tornadoes(alone, [rubric(), rubric()]).margins == ()
    assert margin_drivers(alone).margins == ()


def test_nothing_varies(make_setting):
    found = margin_drivers(make_setting([(5, 0), (0, 5)], kind=Admissible.FIXED))
    assert found.rows == ()

from stratsel.report.charts.bars import MILD
from stratsel.report.charts.kinds import Series, Span, Spans, StackedBars, Tornado
from stratsel.report.charts.palette import STRONG


def texts(found):
    return [each.text for each in found.texts]


def test_parts_are_as_long_as_their_values(recorded):
    series = (Series("Use", (30.0, 10.0), ("30.0", "10.0")), Series("Cost", (20.0, 0.0), ("20.0", "0.0")))
    found = recorded(StackedBars(("a", "b"), series, ("50.0", "10.0"), "points", 50.0))
    use, less, cost = [box for box in found.boxes if box.high == 15]
    assert round(use.wide / less.wide, 6) == 3
    assert round(use.wide / cost.wide, 6) == 1.5
    assert round(use.x + use.wide, 6) == round(cost.x, 6)
    assert {"30.0", "20.0", "50.0", "Use", "Cost", "a", "b", "points"} <= set(texts(found))
    assert "0.0" not in texts(found)


def test_a_part_too_short_for_its_number_has_none(recorded):
    found = recorded(StackedBars(("a",), (Series("Use", (0.5,), ("0.5",)),), ("0.6",), "points", 100.0))
    assert "0.5" not in texts(found)
    assert "0.6" in texts(found)


def test_a_stretch_has_its_ends_and_its_mark(recorded):
    chart = Spans((Span("Use", 10, 90, 60, "10.0", "90.0", "60.0"),), "weight", 0, 100, "as it is", "now")
    found = recorded(chart)
    whole, stretch = [box for box in found.boxes if box.high == 8]
    assert round(stretch.wide / whole.wide, 6) == 0.8
    assert {"10.0", "90.0", "60.0", "as it is", "now"} <= set(texts(found))
    plain = recorded(Spans(chart.spans, "weight", 0, 100))
    assert "now" not in texts(plain)


def test_a_swing_is_dark_where_it_goes_beyond_zero(recorded):
    found = recorded(Tornado((Span("x", -6.0, 3.0, 3.0, "−6.0", "3.0", "3.0"),), "margin", 3.0, "3.0"))
    dark, mild = [box for box in found.boxes if box.colour in (STRONG, MILD)]
    assert (dark.colour, mild.colour) == (STRONG, MILD)
    assert round(dark.wide / mild.wide, 6) == 2


def test_the_dark_side_is_the_other_one_where_the_margin_is_below_zero(recorded):
    found = recorded(Tornado((Span("x", -3.0, 6.0, -3.0, "−3.0", "6.0", "−3.0"),), "margin", -3.0, "−3.0"))
    assert [box.colour for box in found.boxes if box.colour in (STRONG, MILD)] == [MILD, STRONG]


def test_what_the_margin_is_now_is_written_once(recorded):
    spans = tuple(Span(name, low, 4.1, 4.1, f"−{-low}", "4.1", "4.1") for name, low in (("x", -3.9), ("y", -2.2)))
    found = recorded(Tornado(spans, "margin", 4.1, "4.1"))
    assert texts(found).count("4.1") == 1
    assert {"−3.9", "−2.2"} <= set(texts(found))

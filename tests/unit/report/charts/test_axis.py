from decimal import Decimal

import pytest

from stratsel.report.charts.axis import MAX_STEPS, Scale, ticks


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (0.0, 39.7, ["0", "10", "20", "30"]),
        (0.0, 100.0, ["0", "20", "40", "60", "80", "100"]),
        (-3.9, 12.1, ["-2.5", "0", "2.5", "5", "7.5", "10"]),
        (0.0, 0.5, ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        (5.0, 5.0, ["5"]),
    ],
)
def test_ticks(least, most, expected):
    """Steps of 10, 20, 2.5 and 0.1: the least of 1, 2, 2.5 and 5 times a power of ten that makes at most seven."""
    assert list(ticks(least, most)) == [Decimal(each) for each in expected]


@pytest.mark.parametrize("most", [0.003, 1.0, 7.0, 49.0, 1e6, 123456.0])
def test_ticks_are_few(most):
    assert 2 <= len(list(ticks(0.0, most))) <= MAX_STEPS + 1


def test_a_scale():
    scale = Scale(-10.0, 10.0, 100.0, 200.0)
    assert [scale.at(number) for number in (-10, 0, 10)] == [100, 150, 200]
    assert Scale(3.0, 3.0, 100.0, 200.0).at(3.0) == 100


@pytest.mark.parametrize(("language", "written"), [("en", {"2.5", "−2.5", "10"}), ("vi", {"2,5", "−2,5", "10"})])
def test_numbers_have_the_marks_of_the_language(language, written, recorded):
    from stratsel.report.charts.kinds import Span, Tornado

    span = Span("x", -3.9, 12.1, 4.0, "low", "high", "now")
    found = recorded(Tornado((span,), "margin", 4.0, "now", language=language))
    assert written <= {each.text for each in found.texts}

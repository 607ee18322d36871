from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.value import ValueFunction


def through(*points: tuple[int | str, int | str]) -> ValueFunction:
    return ValueFunction(tuple(Fraction(at) for at, _ in points), tuple(Fraction(value) for _, value in points))


RISING = through((0, 0), (5, 1))
FALLING = through((25, 1), (50, 0))  # a price: 25 is best, 50 is worst
OPTIONS = through((0, 0), (1, "0.5"), (2, "0.5"), (3, 1))  # with a flat part


@pytest.mark.parametrize(
    ("function", "performance", "value"),
    [
        (RISING, "0", 0),
        (RISING, "2", "0.4"),
        (RISING, "5", 1),
        (RISING, "-1", 0),  # beyond the scale counts as its end
        (RISING, "7.5", 1),
        (FALLING, "25", 1),
        (FALLING, "30", "0.8"),  # (50 - 30) / (50 - 25)
        (FALLING, "50", 0),
        (FALLING, "10", 1),
        (FALLING, "60", 0),
        (OPTIONS, "1", "0.5"),
        (OPTIONS, "1.7", "0.5"),
        (OPTIONS, "2", "0.5"),
        (OPTIONS, "2.5", "0.75"),  # halfway from 0.5 to 1
        (OPTIONS, "-3", 0),
        (OPTIONS, "9", 1),
        (through((-10, "0.2"), (10, "0.6")), "5", "0.5"),  # 0.2 + 15/20 of 0.4; a scale need not span 0 to 1
    ],
)
def test_partial_values(function, performance, value):
    assert function.exact_partial_value(Fraction(performance)) == Fraction(value)
    assert function.partial_values(np.array([float(performance)])) == pytest.approx([float(Fraction(value))], abs=1e-15)


def test_the_two_ends():
    assert (RISING.worst, RISING.best, RISING.is_rising) == (0, 5, True)
    assert (FALLING.worst, FALLING.best, FALLING.is_rising) == (50, 25, False)


def test_rounded_and_exact_values_agree():
    steps = np.arange(-200, 1200) / 128  # exact in binary
    for function in (RISING, FALLING, OPTIONS):
        exact = [float(function.exact_partial_value(Fraction(step))) for step in steps.tolist()]
        assert function.partial_values(steps) == pytest.approx(exact, abs=1e-15)


def test_values_never_leave_the_scale_by_rounding():
    function = through(("0.1", 0), ("0.7", 1))
    values = function.partial_values(np.linspace(0, 1, 10_001))
    assert values.min() == 0
    assert values.max() == 1


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([], "two points"),
        ([(0, 0)], "two points"),
        ([(0, 0), (0, 1)], "must rise"),
        ([(1, 0), (0, 1)], "must rise"),
        ([(0, 0), (1, 2)], "between 0 and 1"),
        ([(0, -1), (1, 1)], "between 0 and 1"),
        ([(0, 0), (1, 1), (2, "0.5")], "monotone"),
        ([(0, 1), (1, 0), (2, "0.5")], "monotone"),
    ],
)
def test_points_without_a_value_function_are_refused(points, message):
    with pytest.raises(ValueError, match=message):
        through(*points)


def test_as_many_values_as_performances():
    with pytest.raises(ValueError, match="two points"):
        ValueFunction((Fraction(0), Fraction(1)), (Fraction(0),))


@pytest.mark.parametrize(
    ("function", "is_steep"),
    [
        (RISING, False),
        (through((0, 0), (10**30, 1)), False),  # large, but as wide as it is large
        (through((739_000, 0), (739_365, 1)), False),  # days of one year
        (through((1_000_000, 0), ("1000000.01", 1)), True),  # 10^6 / 10^-2 = 10^8
        (through((0, 0), (1, 0), ("1.0000001", 1)), True),  # steep in one piece only
        (through((-1_000_000, 1), ("-999999.99", 0)), True),
    ],
)
def test_steep(function, is_steep):
    assert function.is_steep is is_steep


def test_ends_that_floats_cannot_tell_apart():
    function = through((1, 0), ("1.0000000000000000000000000000000000001", 1))
    assert function.exact_partial_value(Fraction("1.00000000000000000000000000000000000005")) == Fraction(1, 2)
    assert function.partial_values(np.array([0.0, 1.0, 2.0])).tolist() == [0, 0, 1]

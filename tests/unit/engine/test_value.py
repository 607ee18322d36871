from fractions import Fraction
from math import log

import numpy as np
import pytest

from stratsel.engine.value import LogValueFunction, ValueFunction


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


@pytest.mark.parametrize(
    "points", [((25, 1), (50, 0)), (("0.1", 1), ("0.7", 0)), ((739_011, 1), (739_366, 0)), (("-0.3", 0), ("0.7", 1))]
)
def test_the_ends_are_worth_their_values_to_the_bit(points):
    """What is left of a zero by rounding would be no trifle under a root."""
    function = through(*points)
    worst, best = function.partial_values(np.array([float(function.worst), float(function.best)]))
    assert worst == 0
    assert best == pytest.approx(1, abs=1e-15)


@pytest.mark.parametrize(
    ("function", "value", "performance"),
    [
        (RISING, 0.4, 2),
        (RISING, 0, 0),
        (RISING, 1, 5),
        (RISING, 1.5, 5),
        (FALLING, 0.8, 30),
        (FALLING, 0, 50),
        (OPTIONS, 0.5, 1),  # of the flat part from 1 to 2 the worst
        (OPTIONS, 0.75, 2.5),
        (through((0, 1), (1, "0.5"), (2, "0.5"), (3, 0)), 0.5, 2),
        (through((-10, "0.2"), (10, "0.6")), 0.1, -10),  # everything is worth that much
    ],
)
def test_the_worst_performance_worth_a_value(function, value, performance):
    assert function.performance_worth(value) == pytest.approx(performance, abs=1e-12)


# --- logarithmic ----------------------------------------------------------------------------------

INCOME = LogValueFunction(Fraction(100), Fraction(75_000))
DECADES = LogValueFunction(Fraction(1), Fraction(1000))
FEWER = LogValueFunction(Fraction(1000), Fraction(1))  # deaths in a million: fewer are better


@pytest.mark.parametrize(
    ("function", "performance", "value"),
    [
        (DECADES, "1", 0),
        (DECADES, "10", "1/3"),
        (DECADES, "100", "2/3"),
        (DECADES, "1000", 1),
        (FEWER, "1000", 0),
        (FEWER, "100", "1/3"),
        (FEWER, "1", 1),
        (DECADES, "0.5", 0),  # beyond the scale counts as its end
        (DECADES, "0", 0),
        (DECADES, "-3", 0),
        (DECADES, "1e6", 1),
        (FEWER, "0", 1),
        (FEWER, "-1", 1),
        (FEWER, "5000", 0),
    ],
)
@pytest.mark.filterwarnings("error")
def test_logarithmic_values(function, performance, value):
    assert function.partial_values(np.array([float(performance)])) == pytest.approx([float(Fraction(value))], abs=1e-15)
    assert function.partial_value(Fraction(performance)) == pytest.approx(float(Fraction(value)), abs=1e-15)
    assert 0 <= function.partial_value(Fraction(performance)) <= 1


def test_the_logarithm_by_its_formula():
    amounts = np.random.default_rng(1).uniform(100, 75_000, 1000)
    expected = [(log(amount) - log(100)) / (log(75_000) - log(100)) for amount in amounts.tolist()]
    assert INCOME.partial_values(amounts) == pytest.approx(expected, abs=1e-14)
    assert [INCOME.partial_value(Fraction(amount)) for amount in amounts.tolist()] == pytest.approx(expected, abs=1e-14)


def test_the_worst_is_worth_nothing_to_the_bit():
    for worst, best in ((100, 75_000), ("0.7", "0.1"), (3, 7), ("1.1", "900")):
        function = LogValueFunction(Fraction(worst), Fraction(best))
        values = function.partial_values(np.array([float(function.worst), float(function.best)]))
        assert values[0] == 0
        assert values[1] == pytest.approx(1, abs=1e-15)


def test_a_logarithmic_function_looks_like_any_other():
    assert (INCOME.performances, INCOME.values) == ((100, 75_000), (0, 1))
    assert (FEWER.performances, FEWER.values) == ((1, 1000), (1, 0))
    assert (INCOME.worst, INCOME.best, INCOME.is_rising) == (100, 75_000, True)
    assert (FEWER.worst, FEWER.best, FEWER.is_rising) == (1000, 1, False)
    assert (INCOME.is_rational, RISING.is_rational) == (False, True)


@pytest.mark.parametrize("function", [INCOME, FEWER])
def test_the_performance_worth_a_logarithmic_value(function):
    for value in (0, 0.25, 0.5, 1):
        amount = function.performance_worth(value)
        assert function.partial_values(np.array([amount])) == pytest.approx([value], abs=1e-14)


@pytest.mark.parametrize(
    ("worst", "best", "is_steep"),
    [(100, 75_000, False), ("1", "1.001", False), ("1000000", "1000000.01", True), ("1000000.01", "1000000", True)],
)
def test_a_steep_logarithm(worst, best, is_steep):
    assert LogValueFunction(Fraction(worst), Fraction(best)).is_steep is is_steep


def test_a_narrow_logarithm_is_valued_from_exact_numbers():
    """Within a trillionth of its start a logarithm is a straight line, but for half a trillionth."""
    function = LogValueFunction(Fraction(1), 1 + Fraction(1, 10**12))
    assert function.partial_value(1 + Fraction(3, 10**13)) == pytest.approx(0.3, abs=1e-11)


@pytest.mark.parametrize(
    ("worst", "best", "message"),
    [(0, 10, "positive"), (10, 0, "positive"), (-1, 10, "positive"), (-5, -1, "positive"), (3, 3, "differ")],
)
def test_ends_without_a_logarithm_are_refused(worst, best, message):
    with pytest.raises(ValueError, match=message):
        LogValueFunction(Fraction(worst), Fraction(best))

from decimal import Decimal

import numpy as np
import pytest

from stratsel.language.numbers import (
    NO_BREAK_SPACE,
    exact,
    format_exact,
    format_number,
    format_plain,
    format_share,
    format_signed,
)


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (0.1 + 0.2, "0.3"),
        (78.55, "78.55"),
        (0.785499999999, "0.785499999999"),  # twelve digits: all of them count
        (0.7854999999999, "0.7855"),  # thirteen: the last is rounded away
        (123456789012.4, "123456789012"),
        (1 / 3, "0.333333333333"),
        (2 / 3, "0.666666666667"),
        (-0.1, "-0.1"),
        (1e300, "1e300"),
        (5e-324, "4.94065645841e-324"),
        (np.float64(0.1) + np.float64(0.2), "0.3"),
        (7, "7"),
        (123456789012345678901234567890, "123456789012345678901234567890"),
        (Decimal("0.78549999999999999"), "0.78549999999999999"),  # exact already
        (Decimal("1.50"), "1.50"),
    ],
)
def test_a_number_as_people_meant_it(number, meant):
    assert exact(number) == Decimal(meant)


@pytest.mark.parametrize(
    ("number", "places", "english", "vietnamese"),
    [
        (0, 1, "0.0", "0,0"),
        (1, 1, "1.0", "1,0"),
        (1.25, 1, "1.3", "1,3"),  # half up: not to the even digit
        (0.125, 2, "0.13", "0,13"),
        (2.5, 0, "3", "3"),
        (0.5, 0, "1", "1"),
        (1.005, 2, "1.01", "1,01"),  # the float is a little less than it says
        (2.675, 2, "2.68", "2,68"),
        (78.55, 1, "78.6", "78,6"),
        (0.7855, 3, "0.786", "0,786"),
        (0.785499999999, 3, "0.785", "0,785"),
        (78.5499999999, 1, "78.5", "78,5"),
        (78.54999999999999, 1, "78.6", "78,6"),  # 78.55 at twelve digits
        (Decimal("78.54999999999999"), 1, "78.5", "78,5"),  # exact: it is less than half
        (Decimal("78.55"), 1, "78.6", "78,6"),
        (999.95, 1, "1,000.0", "1.000,0"),
        (99.95, 1, "100.0", "100,0"),
        (99.94, 1, "99.9", "99,9"),
        (100, 1, "100.0", "100,0"),
        (999, 0, "999", "999"),
        (1000, 0, "1,000", "1.000"),
        (1234567.891, 2, "1,234,567.89", "1.234.567,89"),
        (18900, 0, "18,900", "18.900"),
        (1e21, 1, "1,000,000,000,000,000,000,000.0", "1.000.000.000.000.000.000.000,0"),
        (1e-300, 1, "0.0", "0,0"),
        (0.04, 1, "0.0", "0,0"),
        (0.05, 1, "0.1", "0,1"),
        (1, 4, "1.0000", "1,0000"),
        (np.float64(78.55), 1, "78.6", "78,6"),
    ],
)
def test_a_number_with_a_fixed_count_of_places(number, places, english, vietnamese):
    assert format_number(number, "en", places) == english
    assert format_number(number, "vi", places) == vietnamese
    assert format_number(number, "fr", places) == english


def test_one_place_unless_told():
    assert format_number(3, "en") == "3.0"
    assert format_signed(3, "en") == "+3.0"


@pytest.mark.parametrize("number", [-0.0, -0.04, -1e-300, Decimal("-0.0"), Decimal("-0.049")])
def test_nothing_is_never_less_than_nothing(number):
    assert format_number(number, "en") == "0.0"
    assert format_number(number, "vi") == "0,0"


@pytest.mark.parametrize(
    ("number", "english", "vietnamese"),
    [
        (0, "0", "0"),
        (3, "3", "3"),
        (100, "100", "100"),
        (3.0, "3", "3"),
        (0.1 + 0.2, "0.3", "0,3"),
        (Decimal("1.50"), "1.5", "1,5"),
        (Decimal("2.00"), "2", "2"),
        (Decimal("0.785499999999"), "0.785499999999", "0,785499999999"),
        (Decimal("1e3"), "1,000", "1.000"),
        (Decimal("1234567.0125"), "1,234,567.0125", "1.234.567,0125"),
        (Decimal("1e30"), "1," + ",".join(["000"] * 10), "1." + ".".join(["000"] * 10)),
        (1e-12, "0.000000000001", "0,000000000001"),
        (Decimal("1e-30"), "0." + "0" * 29 + "1", "0," + "0" * 29 + "1"),
        (1 / 3, "0.333333333333", "0,333333333333"),
        (Decimal("1234567890123456789.012345678"), "1,234,567,890,123,456,789.012345678",
         "1.234.567.890.123.456.789,012345678"),
    ],
)  # fmt: skip
def test_a_number_with_the_places_that_it_has(number, english, vietnamese):
    assert format_exact(number, "en") == english
    assert format_exact(number, "vi") == vietnamese


@pytest.mark.parametrize(
    ("number", "places", "english", "vietnamese"),
    [
        (0, 1, "+0.0", "+0,0"),
        (-0.0, 1, "+0.0", "+0,0"),
        (1.25, 1, "+1.3", "+1,3"),
        (-1.5, 1, "−1.5", "−1,5"),
        (78.55, 1, "+78.6", "+78,6"),
        (-78.55, 1, "−78.6", "−78,6"),  # as far from nothing as the gain
        (1234.5, 1, "+1,234.5", "+1.234,5"),
        (Decimal("-1234.56"), 2, "−1,234.56", "−1.234,56"),
        (-2, 0, "−2", "−2"),
    ],
)
def test_a_difference_has_a_sign_and_a_loss_a_true_minus(number, places, english, vietnamese):
    assert format_signed(number, "en", places) == english
    assert format_signed(number, "vi", places) == vietnamese


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (0, "0"),
        (0.0049, "0"),
        (0.005, "1"),
        (0.285, "29"),  # 0.285 * 100 is 28.499999999999996 in floats
        (0.5, "50"),
        (2 / 3, "67"),
        (0.994, "99"),
        (0.995, "100"),
        (1, "100"),
        (1.0, "100"),
        (-0.0, "0"),
    ],
)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_share_is_a_whole_percentage_that_no_line_break_can_split(share, percent, language):
    assert format_share(share, language) == f"{percent}\u00a0%"


def test_a_share_of_thousands_of_percent():
    assert format_share(12.345, "en") == f"1,235{NO_BREAK_SPACE}%"
    assert format_share(12.345, "vi") == f"1.235{NO_BREAK_SPACE}%"


def test_no_digit_that_is_read_is_lost() -> None:
    """The reader takes numbers of up to forty characters; all their digits are printed."""
    digits = "1111111111222222222233333333334444444444"
    assert format_exact(Decimal(digits), "en").replace(",", "") == digits
    assert format_number(Decimal(digits), "en").replace(",", "") == f"{digits}.0"


def test_nothing_is_never_negative() -> None:
    """Minus zero is zero."""
    assert format_exact(-0.0, "en") == "0"


@pytest.mark.parametrize(
    ("number", "text"),
    [(739952.862556, "739952.862556"), (-1.5, "-1.5"), (2.0, "2"), (-0.0, "0"), (1e20, "100000000000000000000")],
)
def test_numbers_for_programs(number, text):
    assert format_plain(number) == text

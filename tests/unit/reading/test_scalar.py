"""The core schema of YAML 1.2.2, section 10.3.2, row by row."""

from decimal import Decimal

import pytest

from stratsel.reading.scalar import (
    AFTER_NUMBERS,
    LONGEST_WORD,
    MAX_DIGITS,
    MAX_EXPONENT,
    NOT_KEYS,
    NotANumber,
    plain_scalar,
)

OUT = NotANumber.OUT_OF_RANGE


@pytest.mark.parametrize("text", ["null", "Null", "NULL", "~", ""])
def test_nothing(text):
    assert plain_scalar(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [(w, w.lower() == "true") for w in ["true", "True", "TRUE", "false", "False", "FALSE"]]
)
def test_only_true_and_false_are_booleans(text, value):
    assert plain_scalar(text) is value


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "on", "off", "y", "n", "Yes", "NO", "tRUE", "nULL", "none", "None", "nil", "t", "f", "N", "T", "F"],
)
def test_the_words_of_yaml_1_1_are_texts(text):
    """The Norway problem: no country is a boolean."""
    assert plain_scalar(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("3", 3),
        ("-19", -19),
        ("+12", 12),
        ("010", 10),  # no octal by a leading zero
        ("000", 0),
        ("0o14", 12),
        ("0x1F", 31),
        ("123456789012345", 123456789012345),
        ("1234567890123456789", 1234567890123456789),
    ],
)
def test_whole_numbers(text, value):
    found = plain_scalar(text)
    assert found == value
    assert type(found) is int


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-0.25", "-0.25"),
        ("1e3", "1000"),
        ("12e03", "12000"),
        ("-2E+05", "-200000"),
        ("1.50", "1.50"),
        ("3.14159265358979323846264338327950288", "3.14159265358979323846264338327950288"),
    ],
)
def test_other_numbers_are_exact(text, value):
    """1.10 + 2.20 is 3.30: no number passes through binary floats."""
    found = plain_scalar(text)
    assert found == Decimal(value)
    assert type(found) is Decimal


def test_the_places_that_are_written_are_kept():
    assert str(plain_scalar("1.50")) == "1.50"


@pytest.mark.parametrize(
    "text",
    [
        "1_000",
        "1,5",
        "12:30:45",  # no sexagesimal numbers
        "190:20:30",
        "2025-11-30",  # a date is a text until a field wants a date
        "2025-11",
        "0o8",
        "0xG",
        "0b1",
        "1e",
        "e3",
        "1.2.3",
        "--1",
        "+-1",
        "-",
        "+",
        ".",
        "..",
        ".inff",
        "inf",
        "nan",
        "1²",
        "١",  # Arabic-Indic digit one
        "1 000",
        "12 EUR",
    ],
)
def test_what_only_looks_like_a_number_is_a_text(text):
    assert plain_scalar(text) == text


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
def test_what_is_not_finite_is_no_number(text):
    assert plain_scalar(text) is OUT


@pytest.mark.parametrize(
    "text",
    [
        "1e999999",
        "1e-999999",
        "-1E99999999999",
        "9" * (MAX_DIGITS + 1),
        "0." + "1" * MAX_DIGITS,
        f"1e{MAX_EXPONENT + 1}",
        f"1e-{MAX_EXPONENT + 1}",
        "1" + "0" * (MAX_EXPONENT + 1),
        "0x" + "f" * 30,
        "0o" + "7" * 38,
    ],
)
def test_numbers_have_a_size(text):
    """What no decision needs is refused before it costs memory."""
    assert plain_scalar(text) is OUT


@pytest.mark.parametrize(
    ("text", "value"), [(f"1e{MAX_EXPONENT}", 10**MAX_EXPONENT), ("1" + "0" * MAX_EXPONENT, 10**MAX_EXPONENT)]
)
def test_the_largest_power_is_read(text, value):
    assert plain_scalar(text) == value


@pytest.mark.parametrize("text", ["0e9999", "0.000e-9999", "-0.0"])
def test_nought_is_nought_whatever_its_exponent(text):
    assert str(plain_scalar(text)) == "0"


@pytest.mark.parametrize("text", ["text", "3 km", "~x", "null ", "trueish", "-x", "Ước", "中"])
def test_a_text_that_cannot_be_anything_else_need_not_be_asked(text):
    """The reader asks only about some words, none longer than the longest, and about what sorts before a colon."""
    assert plain_scalar(text) == text
    for value in ("1", "-1", "+1", ".1", "~", "null", "NULL", "true", "TRUE", "false", "False", ".inf", ""):
        is_word = value in NOT_KEYS and len(value) <= LONGEST_WORD
        assert is_word or value < AFTER_NUMBERS

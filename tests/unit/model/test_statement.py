from fractions import Fraction

import pytest
from pydantic_core import PydanticCustomError

from stratsel.model.statement import LONGEST, parse_statement


@pytest.mark.parametrize(
    ("text", "factors", "least", "is_equal"),
    [
        ("mastery >= readiness", {"mastery": 1, "readiness": -1}, 0, False),
        ("mastery ≥ 20", {"mastery": 1}, 20, False),
        # 40 >= growth + export, with all on the left: -growth - export >= -40
        ("growth + export <= 40", {"growth": -1, "export": -1}, -40, False),
        ("40 ≥ growth + export", {"growth": -1, "export": -1}, -40, False),
        ("2 mastery = 1.5 * market + 10", {"mastery": 2, "market": Fraction(-3, 2)}, 10, True),
        ("a - b >= 5 - c", {"a": 1, "b": -1, "c": 1}, 5, False),
        ("national-problem >= market-size", {"national-problem": 1, "market-size": -1}, 0, False),
        ("a + a >= b", {"a": 2, "b": -1}, 0, False),
        ("2 a >= a + 10", {"a": 1}, 10, False),
        ("5g >= 2 6g", {"5g": 1, "6g": -2}, 0, False),
        ("a>=b", {"a": 1, "b": -1}, 0, False),
        ("999999999.999999999 a >= 0", {"a": Fraction(999_999_999_999_999_999, 10**9)}, 0, False),
    ],
)
def test_statements(text, factors, least, is_equal):
    found = parse_statement(text)
    assert (found.factors, found.least, found.is_equal, found.text) == (factors, least, is_equal, text)
    assert parse_statement(found) is found


def test_spaces_do_not_matter():
    found = parse_statement("  2 *  a \n +\tb <=\u00a040 ")
    assert (found.text, found.least) == ("2 * a + b <= 40", -40)
    assert found.factors == {"a": -2, "b": -1}


@pytest.mark.parametrize("text", ["a " + "+ a " * 123 + ">= 1", "a-" * 248 + "a >", "1" * 499, "a " * 249, "-" * 500])
def test_long_texts_take_no_time(text):
    """Each begins like a statement; only the first is one, of 124 terms."""
    assert len(text) <= LONGEST
    try:
        assert parse_statement(text).factors == {"a": 124}
    except PydanticCustomError:
        assert not text.endswith(">= 1")


@pytest.mark.parametrize(
    "text",
    [
        "", "mastery", "a > b", "a >= b >= c", "a >=", ">= b", "a b >= c", "a >= a", "20 >= 10", "A >= b", "a >= 1.5e3",
        "1234567890 a >= b", "a >= 0.1234567890", "a >= 5 - -b", "5 >= 3 2", "a >= -5",
        "2 * >= b", "a +b >= c", "a >= 5 %", "a * 2 >= b", "a >= b + ", "1" * 600, 5, None,
        ["a >= b"],
    ],
)  # fmt: skip
def test_what_is_no_statement(text):
    with pytest.raises(PydanticCustomError) as refused:
        parse_statement(text)
    assert refused.value.type == "malformed_statement"

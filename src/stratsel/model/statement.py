"""Linear statements about weights, as criteria files write them: `mastery >= readiness`, `growth + export <= 40`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_NAME = r"(?=[-_0-9]*[a-z])[a-z0-9]+(?:[-_][a-z0-9]+)*"
"""An id of digits alone cannot be told from a number."""
_TERM = rf"(?:(?:{_NUMBER}(?:\s*\*\s*|\s+))?{_NAME}|{_NUMBER})"
_SUM = rf"{_TERM}(?:\s+[+-]\s+{_TERM})*"

FORM = rf"^\s*{_SUM}\s*(?:>=|≥|<=|≤|=)\s*{_SUM}\s*$"
"""What a statement looks like, as a regular expression that editors understand too."""

LONGEST = 500
"""Signs in one statement."""

_SIGN = re.compile(r"\s*(>=|≥|<=|≤|=)\s*")
_BETWEEN = re.compile(r"\s+([+-])\s+")
_PARTS = re.compile(rf"(?:({_NUMBER})(?:\s*\*\s*|\s+))?({_NAME})")


@dataclass(frozen=True, slots=True)
class LinearStatement:
    """The sum of `factors` (id to factor) times weights is `least` or more, in percent; just that with `is_equal`.

    `text` is what the file says, with single spaces.
    """

    text: str
    factors: dict[str, Fraction]
    least: Fraction
    is_equal: bool


def parse_statement(value: Any) -> LinearStatement:
    """Read a statement: sums of weights on both sides of `>=`, `<=` or `=`; a number alone is a percentage.

    A factor stands before its weight: `2 mastery`, `2 * mastery`. Terms are joined by ` + ` and ` - ` between spaces,
    as an id may hold a hyphen.

    Raises:
        PydanticCustomError: it is no such statement, or weights cancel out.
    """
    if isinstance(value, LinearStatement):
        return value
    if isinstance(value, str) and len(value) <= LONGEST and re.fullmatch(FORM, value):
        left, sign, right = _SIGN.split(value.strip())
        larger, smaller = (right, left) if sign in ("<=", "≤") else (left, right)
        factors, constant = _gathered([(1, larger), (-1, smaller)])
        if factors:
            return LinearStatement(" ".join(value.split()), factors, -constant, sign == "=")
    raise PydanticCustomError("malformed_statement", "a statement about weights is expected")


def _gathered(sides: list[tuple[int, str]]) -> tuple[dict[str, Fraction], Fraction]:
    factors: dict[str, Fraction] = {}
    constant = Fraction(0)
    for sign, side in sides:
        for factor, name in _terms(side):
            if name:
                factors[name] = factors.get(name, Fraction(0)) + sign * factor
            else:
                constant += sign * factor
    return {name: factor for name, factor in factors.items() if factor}, constant


def _terms(side: str) -> Iterator[tuple[Fraction, str]]:
    """Yield the terms of one side: a factor and an id, or a number and nothing."""
    first, *rest = _BETWEEN.split(side)
    for sign, term in [("+", first), *zip(rest[::2], rest[1::2], strict=True)]:
        weight = _PARTS.fullmatch(term)
        number = weight[1] if weight else term
        factor = Fraction(Decimal(number)) if number else Fraction(1)
        yield (factor if sign == "+" else -factor), weight[2] if weight else ""


Statement = Annotated[LinearStatement, BeforeValidator(parse_statement)]
"""A statement about weights, written as a text."""

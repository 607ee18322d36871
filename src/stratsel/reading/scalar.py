"""What a plain scalar means: one table, that of YAML 1.2's core schema, with exact numbers."""

import re
from decimal import Decimal
from enum import Enum

MAX_DIGITS = 40
"""The longest number that is read, in characters."""
MAX_EXPONENT = 30
"""The largest power of ten, up or down, that a number may reach."""


class NotANumber(Enum):
    """A plain scalar that reads as a number which cannot be used."""

    OUT_OF_RANGE = "out of range"


Scalar = str | int | Decimal | bool | None | NotANumber

FIRST_CHARACTERS = frozenset(("", *"0123456789+-.~nNtTfF"))
"""A plain scalar that begins otherwise is a text."""
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
MERGE = "<<"
NOT_KEYS = frozenset((*_WORDS, MERGE))
"""Plain scalars that are no text where a key is wanted."""
_SHORT_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?", re.ASCII)
"""Most numbers there are; they need no further check."""
_DECIMAL_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_OCTAL_INT = re.compile(r"0o[0-7]+")
_HEX_INT = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def plain_scalar(text: str) -> Scalar:
    """Return the value of an unquoted scalar: nothing, true or false, an exact number, else the text itself."""
    if text[:1] not in FIRST_CHARACTERS:
        return text
    if _SHORT_NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    if text in _WORDS:
        return _WORDS[text]
    if _DECIMAL_INT.fullmatch(text):
        return int(text) if len(text) <= MAX_EXPONENT else NotANumber.OUT_OF_RANGE
    if _FLOAT.fullmatch(text):
        return _exact(text)
    if _NOT_FINITE.fullmatch(text):
        return NotANumber.OUT_OF_RANGE
    if _OCTAL_INT.fullmatch(text):
        return int(text, 8) if len(text) <= MAX_EXPONENT else NotANumber.OUT_OF_RANGE
    if _HEX_INT.fullmatch(text):
        return int(text, 16) if len(text) <= MAX_EXPONENT else NotANumber.OUT_OF_RANGE
    return text


def _exact(text: str) -> Decimal | NotANumber:
    mantissa, _, exponent = text.lower().partition("e")
    if len(mantissa) > MAX_DIGITS or len(exponent) > len("+0000"):
        return NotANumber.OUT_OF_RANGE
    number = Decimal(text)
    if number and abs(number.adjusted()) > MAX_EXPONENT:
        return NotANumber.OUT_OF_RANGE
    return number

"""What a plain scalar means: one table, that of YAML 1.2's core schema, with exact numbers."""

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache

MAX_DIGITS = 40
"""The longest number that is read, in characters."""
MAX_EXPONENT = 30
"""The largest power of ten, up or down, that a number may reach."""
_TOO_LARGE = 10 ** (MAX_EXPONENT + 1)


class NotANumber(Enum):
    """A plain scalar that reads as a number which cannot be used."""

    OUT_OF_RANGE = "out of range"


Scalar = str | int | Decimal | bool | None | NotANumber

AFTER_NUMBERS = ":"
"""Every plain scalar that is a number sorts before this: it begins with a digit, a sign or a point."""
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
MERGE = "<<"
NOT_KEYS = frozenset((*_WORDS, MERGE))
"""Plain scalars that are no text where a key is wanted."""
LONGEST_WORD = max(map(len, NOT_KEYS))
"""A longer plain scalar is none of these."""
_SHORT = 15
"""Numbers of at most so many characters need no check of their size."""
_WORD_CHARACTERS = frozenset(("", *"nNtTfF~"))
_BASES = {"whole": 10, "octal": 8, "hex": 16}
_NUMBER = re.compile(
    r"(?P<whole>[-+]?[0-9]+)"
    r"|(?P<exact>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<octal>0o[0-7]+)|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<other>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


def plain_scalar(text: str) -> Scalar:
    """Return the value of an unquoted scalar: nothing, true or false, an exact number, else the text itself."""
    return _value_of(text) if len(text) <= MAX_DIGITS else _look_at(text)


def _look_at(text: str) -> Scalar:
    if text.isdecimal() and text.isascii() and len(text) <= _SHORT:
        return int(text)
    if text[:1] in _WORD_CHARACTERS:
        return _WORDS.get(text, text)
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    match number.lastgroup:
        case "exact":
            return _exact(text)
        case "other":
            return NotANumber.OUT_OF_RANGE
        case kind:
            return _whole(text, _BASES[str(kind)])


_value_of = lru_cache(maxsize=4096)(_look_at)
"""The same for short texts: figures and dates return in every file."""


def _whole(text: str, base: int) -> int | NotANumber:
    if len(text) > MAX_DIGITS:
        return NotANumber.OUT_OF_RANGE
    number = int(text, base)
    return number if abs(number) < _TOO_LARGE else NotANumber.OUT_OF_RANGE


def _exact(text: str) -> Decimal | NotANumber:
    mantissa, _, exponent = text.lower().partition("e")
    if len(mantissa) > MAX_DIGITS or len(exponent) > len("+0000"):
        return NotANumber.OUT_OF_RANGE
    number = Decimal(text)
    if not number:
        return Decimal(0)
    return number if abs(number.adjusted()) <= MAX_EXPONENT else NotANumber.OUT_OF_RANGE

"""The one formatter of numbers: every output prints the strings that are made here."""

from decimal import ROUND_HALF_UP, Context, Decimal

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"
_MARKS = {"en": (",", "."), "vi": (".", ",")}
_WIDE = Context(prec=100, rounding=ROUND_HALF_UP)
"""More digits than any number that is read or reckoned has before and after the point."""


def exact(number: float | int | Decimal) -> Decimal:
    """Return a number as people meant it: floats to 12 significant digits, exact numbers as they are."""
    if isinstance(number, float):
        return Decimal(f"{number:.12g}")
    return Decimal(number)


def round_half_up(number: float | int | Decimal, places: int = 1) -> Decimal:
    """Return a number with a fixed count of decimal places, as it is printed."""
    return exact(number).quantize(Decimal(1).scaleb(-places), context=_WIDE)


def format_number(number: float | int | Decimal, language: str, places: int = 1) -> str:
    """Write a number with a fixed count of decimal places, rounded half up, and a true minus below zero."""
    rounded = round_half_up(number, places)
    if not rounded:
        rounded = abs(rounded)
    return _localised(f"{rounded:,f}".replace("-", MINUS), language)


def format_exact(number: float | int | Decimal, language: str) -> str:
    """Write a number with the decimal places that it has and no others."""
    plain = exact(number).normalize(_WIDE)
    return _localised(f"{plain if plain else abs(plain):,f}", language)


def format_plain(number: float | int | Decimal) -> str:
    """Write a number as programs read it: digits, a point, and nothing between thousands."""
    plain = exact(number).normalize(_WIDE)
    return f"{plain if plain else abs(plain):f}"


def format_signed(number: float | int | Decimal, language: str, places: int = 1) -> str:
    """Write a difference with its sign, a true minus for losses."""
    text = format_number(exact(number).copy_abs(), language, places)
    return f"{'+' if number >= 0 else MINUS}{text}"


def format_share(share: float, language: str) -> str:
    """Write a share of 1 as a whole percentage; English and Vietnamese both set a space before the sign."""
    return f"{format_number(exact(share).scaleb(2, _WIDE), language, 0)}{NO_BREAK_SPACE}%"


def _localised(text: str, language: str) -> str:
    thousands, point = _MARKS.get(language, _MARKS["en"])
    return text.translate({ord(","): thousands, ord("."): point})

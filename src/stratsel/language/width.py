"""How many columns a text takes in a terminal or any other face of fixed width."""

import unicodedata
from functools import lru_cache

_HANGUL_JOINED = range(0x1160, 0x1200)
"""Vowels and final consonants that are drawn into the syllable before them."""


def width(text: str) -> int:
    """Return the columns that a text takes: 0 for a mark that joins the letter before it, 2 for a wide character.

    Control and format characters count 0; whoever shows them makes them `visible` first.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(character_width, text))


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """Return the columns of one character: 0, 1 or 2 (Unicode Standard Annex 11; ambiguous ones count 1)."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp"):
        return 0
    if ord(character) in _HANGUL_JOINED:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

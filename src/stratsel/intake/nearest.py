"""Did you mean: the one spelling that was probably wanted."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LIKENESS = 0.72
_MAX_LENGTH = 80
_MAX_KNOWN = 400
"""Among more words than these nothing is suggested: comparing with all of them would take too long."""

_QUANTITY = re.compile(r"(-?[0-9][0-9.,\s]*?)[.,\s]*(?:[^0-9.,\s-][^0-9]*)?")
"""Digits with their marks, then perhaps a unit."""
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:([.,\s])[0-9]{3})(?:\1[0-9]{3})*")
_WITH_COMMA = re.compile(r"-?[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_MARKS = re.compile(r"[.,\s]")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, diacritics, case and `-` or `_` set aside; None if none is near."""
    found = _near(word, tuple(known), 1)
    return found[0] if found else None


def has_one_near(word: str, known: Iterable[str]) -> bool:
    """Whether just one of the known words is like `word`, so that it can be written without asking."""
    words = tuple(known)
    found = _near(word, words, 2)
    return len(found) == 1 and sum(_fold(each) == _fold(found[0]) for each in words) == 1


def _near(word: str, words: tuple[str, ...], count: int) -> list[str]:
    """Return the words most like `word`, at most `count`; of one word in several spellings, the first."""
    if len(word) > _MAX_LENGTH or len(words) > _MAX_KNOWN:
        return []
    folded = {_fold(each): each for each in reversed(words)}
    return [folded[each] for each in difflib.get_close_matches(_fold(word), folded, n=count, cutoff=_LIKENESS)]


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).replace("_", "-").replace(" ", "-")


def nearest_number(text: str) -> str | None:
    """Return the number that a text with quotes, a unit or other marks probably means, as a file writes it.

    None where it may mean two numbers: `12,345` is a thousand times more in English than in Vietnamese.
    """
    quantity = _QUANTITY.fullmatch(text.strip())
    if quantity is None or len(text) > _MAX_LENGTH:
        return None
    figure = quantity[1].strip()
    if _PLAIN.fullmatch(figure):
        return figure
    if _WITH_COMMA.fullmatch(figure):
        return figure.replace(",", ".")
    whole, mark, places = figure.rpartition("," if figure.rfind(",") > figure.rfind(".") else ".")
    grouped = _GROUPED.fullmatch(whole)
    if grouped is not None and grouped[1] != mark and places.isdigit():
        return f"{_MARKS.sub('', whole)}.{places}"
    grouped = _GROUPED.fullmatch(figure)
    if grouped is not None and len(_MARKS.findall(figure)) > 1:
        return _MARKS.sub("", figure)
    return None

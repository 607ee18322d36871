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
    words = tuple(known)
    if len(word) > _MAX_LENGTH or len(words) > _MAX_KNOWN:
        return None
    folded = {_fold(each): each for each in reversed(words)}
    found = difflib.get_close_matches(_fold(word), folded, n=1, cutoff=_LIKENESS)
    return folded[found[0]] if found else None


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

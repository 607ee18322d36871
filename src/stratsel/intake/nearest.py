"""Did you mean: the one spelling that was probably wanted."""

import difflib
import unicodedata
from collections.abc import Iterable

_LIKENESS = 0.72
_MAX_LENGTH = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, diacritics, case and `-` or `_` set aside; None if none is near."""
    if len(word) > _MAX_LENGTH:
        return None
    folded = {_fold(each): each for each in known}
    found = difflib.get_close_matches(_fold(word), folded, n=1, cutoff=_LIKENESS)
    return folded[found[0]] if found else None


def _fold(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).replace("_", "-").replace(" ", "-")

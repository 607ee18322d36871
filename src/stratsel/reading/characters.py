"""What is wrong with a text's characters, before any syntax."""

import re
import unicodedata

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Fact
from stratsel.diagnostics.span import TextSpan
from stratsel.reading.defect import MAX_DEFECTS, Defect

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that cannot be seen and do something: controls, ends of lines that editors disagree on, directions."""

MAX_MARKS = 30
"""The most marks on one letter: that of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13).

The time that bringing them into NFC takes grows with the square of their number.
"""
_MAY_BE_MARKS = re.compile(rf"[^\x00-\x7f\w]{{{MAX_MARKS + 1},}}")
_UNNAMED = b"?" * (MAX_MARKS + 1)


def character_defects(text: str) -> list[Defect]:
    """Return what is wrong with a text's characters, before any syntax."""
    pile = pile_of_marks(text)
    if pile is not None:
        return [Defect(Code.TOO_MANY_MARKS, span_at(text, pile), {"limit": str(MAX_MARKS)})]
    defects = [] if unicodedata.is_normalized("NFC", text) else [_first_not_nfc(text)]
    if text.replace("\n", "").isprintable():
        return defects
    for found in FORBIDDEN.finditer(text):
        span = span_at(text, found.start())
        defects.append(Defect(Code.FORBIDDEN_CHARACTER, span, {"character": f"U+{ord(found.group()):04X}"}))
        if len(defects) >= MAX_DEFECTS:
            defects.append(Defect(Code.TOO_MANY_FINDINGS, span, {"count": str(MAX_DEFECTS)}))
            break
    return defects


def fault_of_characters(text: str) -> tuple[Code, dict[str, Fact]] | None:
    """Return the code and the facts of a character that may not be in a text, however it came there; else None."""
    found = FORBIDDEN.search(text)
    if found is not None:
        return Code.FORBIDDEN_CHARACTER, {"character": f"U+{ord(found.group()):04X}"}
    return None if pile_of_marks(text) is None else (Code.TOO_MANY_MARKS, {"limit": str(MAX_MARKS)})


def pile_of_marks(text: str) -> int | None:
    """Return where the first mark stands that is one too many on its letter, None where there is none."""
    # Every text is asked, and hardly any has so many letters in a row that are not ASCII: bytes tell it soonest.
    if _UNNAMED not in text.encode("ascii", "replace"):
        return None
    for run in _MAY_BE_MARKS.finditer(text):
        count = 0
        for at in range(*run.span()):
            count = count + 1 if unicodedata.category(text[at]).startswith("M") else 0
            if count > MAX_MARKS:
                return at
    return None


def _first_not_nfc(text: str) -> Defect:
    """Return the defect at the first character that normalizing changes; no change crosses the end of a line."""
    lines = enumerate(re.split(r"\r\n|\r|\n", text), 1)
    number, line, composed = next(each for each in map(_composed, lines) if each[1] != each[2])
    column = next(at for at, (a, b) in enumerate(zip(line, composed, strict=False), 1) if a != b)
    return Defect(Code.NOT_NFC, TextSpan(number, column, number, column + 1))


def _composed(numbered: tuple[int, str]) -> tuple[int, str, str]:
    return (*numbered, unicodedata.normalize("NFC", numbered[1]))


def span_at(text: str, index: int) -> TextSpan:
    """Return the place of one character of a text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return TextSpan(line, column, line, column + 1)

"""What is wrong with a text's characters, before any syntax."""

import re
import unicodedata

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import TextSpan
from stratsel.reading.defect import MAX_DEFECTS, Defect

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that cannot be seen and do something: controls, ends of lines that editors disagree on, directions."""


def character_defects(text: str) -> list[Defect]:
    """Return what is wrong with a text's characters, before any syntax."""
    defects = [] if unicodedata.is_normalized("NFC", text) else [_first_not_nfc(text)]
    if text.replace("\n", "").isprintable():
        return defects
    for found in FORBIDDEN.finditer(text):
        span = _span_at(text, found.start())
        defects.append(Defect(Code.FORBIDDEN_CHARACTER, span, {"character": f"U+{ord(found.group()):04X}"}))
        if len(defects) >= MAX_DEFECTS:
            defects.append(Defect(Code.TOO_MANY_FINDINGS, span, {"count": str(MAX_DEFECTS)}))
            break
    return defects


def _first_not_nfc(text: str) -> Defect:
    """Return the defect at the first character that normalizing changes; no change crosses the end of a line."""
    lines = enumerate(re.split(r"\r\n|\r|\n", text), 1)
    number, line, composed = next(each for each in map(_composed, lines) if each[1] != each[2])
    column = next(at for at, (a, b) in enumerate(zip(line, composed, strict=False), 1) if a != b)
    return Defect(Code.NOT_NFC, TextSpan(number, column, number, column + 1))


def _composed(numbered: tuple[int, str]) -> tuple[int, str, str]:
    return (*numbered, unicodedata.normalize("NFC", numbered[1]))


def _span_at(text: str, index: int) -> TextSpan:
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return TextSpan(line, column, line, column + 1)

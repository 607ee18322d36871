"""How much room texts take, measured by the fonts that the package brings; what is cut ends in an ellipsis."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from stratsel.report.fonts.letters import drawable as written

ELLIPSIS = "…"
_MEASURED_AT = 100
"""Points at which letters are measured, unhinted, so that widths scale."""
_FILES = {False: "NotoSans-Regular.ttf", True: "NotoSans-Bold.ttf"}


@cache
def font_file(is_bold: bool) -> str:
    """Return where a font is."""
    return str(files("stratsel.report") / "fonts" / _FILES[is_bold])


def width(text: str, size: float, is_bold: bool = False) -> float:
    """Return how wide a text is, in points, at a size in points."""
    return sum(_advance(letter, is_bold) for letter in text) * size


def drawable(text: str) -> str:
    """Return a text on one line of letters that the fonts have, with everything else as an escape."""
    return "".join(letter if _has(letter) else "\ufffd" for letter in written(" ".join(text.split())))


def fitted(text: str, room: float, most: int, size: float, is_bold: bool = False) -> list[str]:
    """Return a text in at most so many lines of at most `room` points, the last with an ellipsis if something is cut.

    Lines break at spaces; a longer word is broken where it must. There is always one line.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(drawable(text), room, size, is_bold):
        longer = f"{line} {piece}" if line else piece
        if line and width(longer, size, is_bold) > room:
            lines.append(line)
            line = piece
        else:
            line = longer
        if len(lines) > most:
            break
    lines.append(line)
    if len(lines) <= most:
        return lines
    kept = lines[most - 1]
    while kept and width(f"{kept}{ELLIPSIS}", size, is_bold) > room:
        kept = kept[:-1].rstrip()
    return [*lines[: most - 1], f"{kept}{ELLIPSIS}"]


def _pieces(text: str, room: float, size: float, is_bold: bool) -> Iterator[str]:
    """Yield words, those that are too long in parts that fit."""
    for word in text.split(" "):
        if width(word, size, is_bold) <= room:
            yield word
            continue
        part, taken = "", 0.0
        for letter in word:
            taken += width(letter, size, is_bold)
            if part and taken > room:
                yield part
                part, taken = "", width(letter, size, is_bold)
            part += letter
        yield part


@cache
def _opened(is_bold: bool) -> Any:
    from matplotlib.ft2font import FT2Font

    font = FT2Font(font_file(is_bold))
    font.set_size(_MEASURED_AT, 72)
    return font


@cache
def _letters() -> frozenset[int]:
    return frozenset(_opened(False).get_charmap()) & frozenset(_opened(True).get_charmap())


def _has(letter: str) -> bool:
    return ord(letter) in _letters()


@cache
def _advance(letter: str, is_bold: bool) -> float:
    """Return the width of a letter at one point; kerning only ever draws letters closer."""
    return float(_opened(is_bold).load_char(ord(letter)).linearHoriAdvance / 65536 / _MEASURED_AT)

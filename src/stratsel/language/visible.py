"""Foreign text made harmless to show: nothing in it moves the cursor, breaks the line or turns the direction."""

import re
import unicodedata

SEEN = (
    r"[^\s\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164"
    r"\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]"
)
"""A character that leaves a trace on paper: no white space, none that Unicode ignores by default, no filler of Hangul
and no empty cell of Braille. A pattern that Python, Rust and ECMAScript read alike."""
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def is_blank(text: str) -> bool:
    """Whether a text shows nothing, be it empty or of characters without a shape."""
    return re.search(SEEN, text) is None


def visible(text: str) -> str:
    r"""Return a text with every character that cannot be seen, spaces apart, as an escape such as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """Return one character as `visible` shows it."""
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    number = ord(character)
    if character in _NAMED:
        return _NAMED[character]
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def shorten(text: str, limit: int) -> str:
    """Return a text made visible, cut to `limit` characters with an ellipsis as the last; no escape is cut in two."""
    pieces = [visible_character(character) for character in text[: limit + 1]]
    if len(text) <= limit and sum(map(len, pieces)) <= limit:
        return "".join(pieces)
    short = ""
    for piece in pieces:
        if len(short) + len(piece) >= limit:
            break
        short += piece
    return f"{short}…"

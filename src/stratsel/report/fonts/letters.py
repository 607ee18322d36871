"""Which letters the fonts have; `docs/make_fonts.py` cuts them down to these."""

from stratsel.language.visible import visible

RANGES = (
    range(0x0020, 0x007F),
    range(0x00A0, 0x0250),
    range(0x02B0, 0x03E2),
    range(0x03F0, 0x0530),
    range(0x1E00, 0x1F00),
    range(0x2000, 0x20C0),
    range(0x2100, 0x2160),
    range(0x2212, 0x2213),
    range(0xFB00, 0xFB07),
    range(0xFFFD, 0xFFFE),
)
"""Code points: Latin with all of Vietnamese, Greek, Cyrillic, marks, currencies, letterlike signs, and the minus."""


def drawable(text: str) -> str:
    r"""Return a text with every character that the fonts cannot draw as an escape, as `visible` writes those."""
    return "".join(map(_drawable, visible(text)))


def _drawable(character: str) -> str:
    number = ord(character)
    if any(number in each for each in RANGES):
        return character
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"

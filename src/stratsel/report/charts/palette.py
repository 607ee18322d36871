"""Colours that stay apart in grey: from dark to light in the order of the parts."""

from collections.abc import Sequence

INK, BLACK, PAPER, FAINT, RULE = "#1a1a1a", "#000000", "#ffffff", "#ececec", "#8c8c8c"
STRONG = "#1f4e79"
"""What a chart is about."""
_STOPS = ("#17324d", "#2f6690", "#4f9193", "#c4ad58", "#f2e6b0")
MAX_SHADES = 6
"""As many can be told apart in grey; further parts take them again, with hatching."""


def shades(count: int) -> list[str]:
    """Return as many colours, each lighter than the one before, beginning anew after `MAX_SHADES`."""
    size = min(max(count, 1), MAX_SHADES)
    ramp = [_between(at / (size - 1) if size > 1 else 0.25) for at in range(size)]
    return [ramp[at % size] for at in range(count)]


def ink_on(colour: str) -> str:
    """Return the colour in which text on another reads best: white or black, whichever contrasts more (WCAG 2.2)."""
    light = luminance(colour)
    return PAPER if 1.05 / (light + 0.05) > (light + 0.05) / 0.05 else BLACK


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as `#1f4e79`, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour at a share, 0 to 1, of the way from one to another."""
    parts = zip(_parts(first), _parts(second), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in parts)


def _between(position: float) -> str:
    at = min(int(position * (len(_STOPS) - 1)), len(_STOPS) - 2)
    return mixed(_STOPS[at], _STOPS[at + 1], position * (len(_STOPS) - 1) - at)


def _parts(colour: str) -> Sequence[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

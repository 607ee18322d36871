"""Names of rows on the left of a chart, and keys above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stratsel.report.charts.canvas import LEADING, SIZE, SMALL, WIDTH, Canvas
from stratsel.report.charts.letters import fitted, width

GAP = 8.0
"""Points between a name and what it names."""
_PAD = 6.0
_SWATCH = 9.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Names in lines, the points that the widest takes, and how high each row is."""

    names: tuple[list[str], ...]
    wide: float
    high: float

    def middle(self, top: float, row: int) -> float:
        """Return the middle of a row, counted from 0, below a top."""
        return top + self.high * (row + 0.5)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Write the names, and take the room of all rows."""
        for row, lines in enumerate(self.names):
            canvas.lines(self.wide, self.middle(top, row), lines, SIZE, "right")
        canvas.down = top + self.high * len(self.names)


def rows_of(names: Sequence[str], room: float = 175.0, most: int = 2, least: float = 0.0) -> Rows:
    """Return names in at most so many lines within a room; `least` is the least height of a row."""
    lines = tuple(fitted(name, room, most, SIZE) for name in names)
    wide = max((width(line, SIZE) for each in lines for line in each), default=0.0)
    high = max((len(each) for each in lines), default=1) * LEADING * SIZE
    return Rows(lines, wide + 4, max(high + _PAD, least))


def draw_keys(canvas: Canvas, keys: Sequence[tuple[str, str, str]], left: float = 4.0) -> None:
    """Write a legend: for each key its label, colour and hatching, in as many lines as they need."""
    x, y = left, canvas.down + 7
    for label, colour, hatch in keys:
        (text,) = fitted(label, WIDTH - left - _SWATCH - 12, 1, SMALL)
        taken = _SWATCH + 4 + width(text, SMALL)
        if x > left and x + taken > WIDTH - 4:
            x, y = left, y + 13
        canvas.box(x, y - _SWATCH / 2, _SWATCH, _SWATCH, colour, "#404040", hatch)
        canvas.text(x + _SWATCH + 4, y, text, SMALL)
        x += taken + 14
    canvas.down = y + 11

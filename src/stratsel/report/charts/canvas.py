"""A white sheet to draw on in points, from the top left corner down; made with matplotlib, from the extra `reports`.

Everything is placed by measured widths, so nothing overlaps and nothing is left to a layout engine; the sheet ends
where the drawing does. Letters become outlines of the package's own fonts, so a chart looks alike wherever it is
opened.
"""

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from stratsel.report.charts.letters import fitted, font_file, width
from stratsel.report.charts.palette import INK, PAPER

WIDTH = 518.0
"""As wide as the text of an A4 page, 7.2 inches."""
DOTS = 200
"""Dots of an inch in PNG."""
SIZE, SMALL, TINY = 8.5, 7.5, 6.5
LEADING = 1.25
"""What a line takes, by the size of its letters."""
_CENTRE = 0.36
"""How far below its middle a text has its baseline, by its size."""
_INCH = 72
_COMMENT = re.compile(rb"[ \t]*<!--.*?-->\n?", re.DOTALL)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\n?")
_ID = re.compile(rb' id="(?:figure|axes|patch|text|line2d)_\d+"')
_INDENT = re.compile(rb"^[ \t]+", re.MULTILINE)
_SHORT = {
    re.compile(rb'(?<=[#"])NotoSans-Regular-(?=[0-9a-f]+")'): b"n",
    re.compile(rb'(?<=[#"])NotoSans-Bold-(?=[0-9a-f]+")'): b"b",
    re.compile(rb'(<use xlink:href="#[nb][0-9a-f]+") transform="translate\(([0-9.]+) 0\)"'): rb'\1 x="\2"',
}
"""The same in fewer letters: a glyph is drawn as often as it stands there."""
_FINE = re.compile(rb"(?<![\d.])[1-9]\d*\.\d{3,}")

Side = Literal["left", "center", "right"]
Dashes = Literal["-", "--", "-.", ":"]


class Canvas:
    """One drawing. `down` is how far it has come from the top, in points."""

    def __init__(self) -> None:
        from matplotlib.figure import Figure

        self.figure = Figure(facecolor=PAPER)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.down = 4.0
        self._layers = 0

    def text(
        self, x: float, y: float, text: str, size: float = SIZE, side: Side = "left", *,
        is_bold: bool = False, colour: str = INK, turned: float = 0.0,
    ) -> None:  # fmt: skip
        """Write one line whose middle is at a height; what is not drawable has been dealt with by `fitted`."""
        from matplotlib.font_manager import FontProperties

        font = FontProperties(fname=font_file(is_bold), size=size)
        self.axes.text(
            x, y + (0 if turned else _CENTRE * size), text, fontproperties=font, ha=side, va="baseline", color=colour,
            rotation=turned, rotation_mode="anchor", parse_math=False, zorder=self._above(),
        )  # fmt: skip

    def lines(self, x: float, y: float, lines: Sequence[str], size: float, side: Side, **look: Any) -> None:
        """Write lines around a middle."""
        first = y - LEADING * size * (len(lines) - 1) / 2
        for at, line in enumerate(lines):
            self.text(x, first + at * LEADING * size, line, size, side, **look)

    def on_white(self, x: float, y: float, text: str, size: float, side: Side, **look: Any) -> None:
        """Write one line on a ground of its own, so that no rule runs through it."""
        wide = width(text, size, bool(look.get("is_bold", False)))
        left = {"left": x, "center": x - wide / 2, "right": x - wide}[side]
        self.box(left - 1, y - 0.6 * size, wide + 2, 1.2 * size, PAPER)
        self.text(x, y, text, size, side, **look)

    def box(self, x: float, y: float, wide: float, high: float, colour: str, edge: str = "", hatch: str = "") -> None:
        """Fill a box; its edge and hatching have one colour."""
        from matplotlib.patches import Rectangle

        self.axes.add_artist(
            Rectangle(
                (x, y), wide, high, facecolor=colour, edgecolor=edge or "none", linewidth=0.7 if edge else 0,
                hatch=hatch or None, clip_on=False, zorder=self._above(),
            )
        )  # fmt: skip

    def rule(
        self, xs: Sequence[float], ys: Sequence[float], colour: str, thick: float = 0.8, dashes: Dashes = "-"
    ) -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        self.axes.add_artist(
            Line2D(
                xs, ys, color=colour, linewidth=thick, linestyle=dashes, clip_on=False, solid_capstyle="butt",
                zorder=self._above(),
            )
        )  # fmt: skip

    def mark(self, x: float, y: float, shape: str, size: float, fill: str, edge: str = INK) -> None:
        """Draw a mark: `o` a circle, `D` a diamond."""
        from matplotlib.lines import Line2D

        self.axes.add_artist(
            Line2D(
                [x], [y], marker=shape, markersize=size, markerfacecolor=fill, markeredgecolor=edge,
                markeredgewidth=0.8, linestyle="none", clip_on=False, zorder=self._above(),
            )
        )  # fmt: skip

    def _above(self) -> int:
        """Return a layer above all that is drawn, where matplotlib by itself draws lines above boxes."""
        self._layers += 1
        return self._layers

    def foot(self, text: str) -> None:
        """Write a text below what is drawn, in as many lines as it needs."""
        self.down += 4
        for line in fitted(text, WIDTH - 8, 20, TINY):
            self.text(4, self.down + LEADING * TINY / 2, line, TINY, colour="#404040")
            self.down += LEADING * TINY

    def written(self, form: Literal["svg", "png"]) -> bytes:
        """Return the drawing as SVG or PNG, cut off where it ends, the same bytes for the same drawing."""
        high = self.down + 4
        self.figure.set_size_inches(WIDTH / _INCH, high / _INCH)
        self.axes.set_xlim(0, WIDTH)
        self.axes.set_ylim(high, 0)
        buffer = io.BytesIO()
        kept = ("Creator", "Date", "Format", "Type") if form == "svg" else ("Software",)
        self.figure.savefig(buffer, format=form, dpi=DOTS if form == "png" else _INCH, metadata=dict.fromkeys(kept))
        content = buffer.getvalue()
        return _slim(content) if form == "svg" else content


def _slim(svg: bytes) -> bytes:
    """Leave out of an SVG what nobody sees.

    Each text is repeated in a comment, which may hold anything; the document type names a page of the network; ids that
    nothing refers to would be there twice where two charts stand on one page; a hundredth of a point is fine enough,
    save for scales, which are smaller than one.
    """
    for useless in (_COMMENT, _DOCTYPE, _ID, _INDENT):
        svg = useless.sub(b"", svg)
    svg = _FINE.sub(lambda found: b"%g" % round(float(found.group()), 2), svg)
    for pattern, short in _SHORT.items():
        svg = pattern.sub(short, svg)
    return svg


@contextmanager
def drawing() -> Iterator[None]:
    """Draw with matplotlib's own settings and these, whatever the reader's are, with no remarks on the screen."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        import matplotlib as mpl

        with mpl.rc_context(_settings(mpl.rcParamsDefault)):
            yield
    finally:
        log.setLevel(level)


def _settings(defaults: Mapping[Any, Any]) -> dict[Any, Any]:
    plain = {name: value for name, value in defaults.items() if not name.startswith(("backend", "toolbar"))}
    ours = {
        "svg.hashsalt": "stratsel",
        "svg.fonttype": "path",
        "hatch.linewidth": 0.6,
        "text.parse_math": False,
        "text.hinting": "no_hinting",
    }
    return {**plain, **ours}

"""Make the fonts that the PDF brings: `python docs/make_fonts.py`, with Debian's package fonts-noto-core installed.

Noto Sans, cut down to the letters of `stratsel.report.fonts.letters`. A minus, which that version of it lacks,
is drawn as the bar of its plus. fontTools comes with matplotlib.
"""

from itertools import chain
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from stratsel.report.fonts.letters import RANGES

FROM = Path("/usr/share/fonts/truetype/noto")
INTO = Path(__file__).resolve().parents[1] / "src" / "stratsel" / "report" / "fonts"
MINUS = "minus"


def add_minus(font: TTFont) -> None:
    """Add U+2212 as wide as the plus, where that has its bar."""
    plus, metrics = font["glyf"]["plus"], font["hmtx"].metrics
    corners = sorted({y for _, y in plus.coordinates})
    low, high = corners[1], corners[2]
    pen = TTGlyphPen(None)
    pen.moveTo((plus.xMin, low))
    for corner in ((plus.xMin, high), (plus.xMax, high), (plus.xMax, low)):
        pen.lineTo(corner)
    pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), MINUS])
    font["glyf"].glyphs[MINUS] = pen.glyph()
    metrics[MINUS] = metrics["plus"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2212] = MINUS


def main() -> None:
    """Write both weights, the same bytes each time."""
    for weight in ("Regular", "Bold"):
        font = TTFont(FROM / f"NotoSans-{weight}.ttf", recalcTimestamp=False)
        assert 0x2212 not in font.getBestCmap()
        add_minus(font)
        subsetter = Subsetter(Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"]))
        subsetter.populate(unicodes=chain.from_iterable(RANGES))
        subsetter.subset(font)
        font.save(INTO / f"NotoSans-{weight}.ttf")


if __name__ == "__main__":
    main()

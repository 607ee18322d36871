from types import SimpleNamespace

import pytest

pytest.importorskip("matplotlib", reason="charts need matplotlib")

LONG = "A candidate whose name is rather long, and goes on for so many words that no chart has the room for all of them"
HOSTILE = ("$x_1^2$ \\frac{a}{b} {", "\x1b[31mred\x00\n two", "日本語 \u202egnp", "x" * 10_000, "=1+1", "<b>&amp;", "")


class Recorder:
    """Stands for a canvas and writes down what is drawn, so that places can be compared."""

    def __init__(self, canvas):
        self.canvas = canvas
        self.texts, self.boxes = [], []
        self._text, self._box = canvas.text, canvas.box
        canvas.text, canvas.box = self.text, self.box

    def text(self, x, y, text, size=8.5, side="left", **look):
        self.texts.append(SimpleNamespace(x=x, y=y, text=text, size=size, side=side, **look))
        self._text(x, y, text, size, side, **look)

    def box(self, x, y, wide, high, colour, *more):
        self.boxes.append(SimpleNamespace(x=x, y=y, wide=wide, high=high, colour=colour))
        self._box(x, y, wide, high, colour, *more)

    def extents(self):
        """Left, right, top and bottom of each text that is not turned."""
        from stratsel.report.charts.letters import width

        for each in self.texts:
            if each.text and not getattr(each, "turned", 0):
                wide = width(each.text, each.size, getattr(each, "is_bold", False))
                left = {"left": each.x, "center": each.x - wide / 2, "right": each.x - wide}[each.side]
                yield each.text, left, left + wide, each.y - each.size / 2, each.y + each.size / 2

    def clashes(self):
        """Pairs of texts that lie on each other, and texts beyond the edge of the canvas."""
        from stratsel.report.charts.canvas import WIDTH

        found = list(self.extents())
        yield from ((text, "the edge") for text, left, right, _, _ in found if left < -0.01 or right > WIDTH + 0.01)
        for at, (text, left, right, top, bottom) in enumerate(found):
            for other, start, end, high, low in found[at + 1 :]:
                if left < end - 0.1 and start < right - 0.1 and top < low - 0.1 and high < bottom - 0.1:
                    yield text, other


@pytest.fixture
def recorded():
    """Draws a chart and returns what was drawn."""
    from stratsel.report.charts import draw
    from stratsel.report.charts.canvas import Canvas, drawing

    def record(chart):
        with drawing():
            found = Recorder(Canvas())
            draw._draw(chart, found.canvas)
        return found

    return record


@pytest.fixture(scope="session")
def charts():
    """Charts of every kind: as they are meant, of one row, of twenty, of nothing, of hostile texts."""
    from stratsel.report.charts.kinds import HeatMap, Scatter, Series, Slopes, Span, Spans, Spot, StackedBars, Tornado

    def of(names):
        count = len(names)
        series = tuple(
            Series(name, tuple(float(row % 5) for row in range(count)), ("1.0",) * count) for name in names[:7]
        )
        spans = tuple(Span(name, 2.0 * at, 60.0, 30.0, "2.0", "60.0", "30.0") for at, name in enumerate(names))
        swings = tuple(Span(name, -3.0 - at, 2.0, 2.0, f"−{at + 3}.0", "2.0", "2.0") for at, name in enumerate(names))
        shares = tuple(tuple((row + at) % 5 / 4 for at in range(12)) for row in range(count))
        labels = tuple(tuple(f"{share:.0%}" if share else "" for share in row) for row in shares)
        ranks = tuple((row + 1, count - row, 1) for row in range(count))
        spots = tuple(Spot(name, 100.0 * at, 7.0 * at % 5, at < 2) for at, name in enumerate(names))
        return {
            "stacked": StackedBars(names, series, ("39.7",) * count, "points", 30.0, banner="DRAFT by $us_: {"),
            "heat": HeatMap(names, tuple(map(str, range(1, 13))), shares, labels, "rank"),
            "spans": Spans(spans, "weight in points", 0.0, 100.0, "as it is", "now"),
            "tornado": Tornado(swings, "margin", 2.0, "2.0"),
            "slopes": Slopes(names, ("the round", "Weighted product", "PROMETHEE linear"), ranks, "rank"),
            "scatter": Scatter(spots, "cost", "points"),
        }

    names = tuple(f"{LONG if at % 3 else 'Candidate'} {at}" for at in range(20))
    sets = {"one": names[:1], "twenty": names, "nothing": (), "hostile": HOSTILE}
    return {f"{kind}, {name}": chart for name, own in sets.items() for kind, chart in of(own).items()}

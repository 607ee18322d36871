"""Charts of ranks and of two measures: shares by rank, ranks side by side, points."""

from collections.abc import Sequence

from stratsel.language.numbers import format_exact
from stratsel.report.charts.axis import Scale, draw_axis, draw_grid, ticks
from stratsel.report.charts.canvas import LEADING, SIZE, SMALL, TINY, WIDTH, Canvas, Dashes
from stratsel.report.charts.kinds import HeatMap, Scatter, Slopes
from stratsel.report.charts.letters import drawable, fitted, width
from stratsel.report.charts.palette import FAINT, INK, PAPER, RULE, STRONG, ink_on, mixed
from stratsel.report.charts.rows import GAP, rows_of

_LINES = ("#17324d", "#8a5a00", "#2f6690", "#5c5c5c")
_DASHES: tuple[Dashes, ...] = ("-", "--", "-.", ":")
_HEAD = 120.0
"""Points that the head of a column may take."""
_TURNED = 40.0
_SINE, _COSINE = 0.643, 0.766
"""Of the angle at which the heads of narrow columns stand."""


def draw_heat(canvas: Canvas, chart: HeatMap) -> None:
    """Draw a box for each share, the darker the larger, with its number."""
    rows = rows_of(chart.rows, 165.0)
    left = rows.wide + GAP
    wide = (WIDTH - left - 4) / max(len(chart.columns), 1)
    canvas.text((left + WIDTH) / 2, canvas.down + 5, fitted(chart.axis, WIDTH - left, 1, SMALL)[0], SMALL, "center")
    canvas.down += 14
    heads = [drawable(column) for column in chart.columns]
    size = _size(heads, wide, SIZE)
    for at, head in enumerate(heads):
        canvas.text(left + wide * (at + 0.5), canvas.down + 5, head, size, "center", is_bold=True)
    canvas.down += 14
    top = canvas.down
    labels = [[drawable(label) for label in row] for row in chart.labels]
    darkest = max([0.5, *(share for shares in chart.values for share in shares)])
    size = _size([label for row in labels for label in row], wide, SMALL)
    for row, shares in enumerate(chart.values):
        for at, share in enumerate(shares):
            if labels[row][at]:
                x, y = left + wide * at, top + rows.high * row
                colour = mixed(PAPER, STRONG, max(share, 0.0) / darkest)
                canvas.box(x, y, wide, rows.high, colour, PAPER)
                label = labels[row][at]
                canvas.text(x + wide / 2, y + rows.high / 2, label, size, "center", colour=ink_on(colour))
        if row:
            canvas.rule([left, WIDTH - 4], [top + rows.high * row] * 2, FAINT, 0.5)
    rows.draw(canvas, top)
    canvas.rule([left, WIDTH - 4], [canvas.down] * 2, RULE, 0.5)
    canvas.rule([left, WIDTH - 4], [top] * 2, RULE, 0.5)
    canvas.down += 2


def _size(texts: Sequence[str], wide: float, most: float) -> float:
    """Return a size at which every text fits in a column."""
    widest = max((width(text, 1.0, is_bold=True) for text in texts), default=0.0)
    return min(most, (wide - 2) / widest) if widest else most


def draw_slopes(canvas: Canvas, chart: Slopes) -> None:
    """Draw a line for each row through its ranks; those level stand below each other, with the same number."""
    slots = [_slots([ranks[at] for ranks in chart.ranks]) for at in range(len(chart.columns))]
    rows = rows_of([""] * len(chart.rows), least=24.0)
    names = [fitted(name, 130.0, 2, SMALL) for name in chart.rows]
    wide = max((width(line, SMALL) for lines in names for line in lines), default=0.0)
    side = max(wide + 18, _HEAD / 2 + 6)
    left, right = side, WIDTH - side
    step = (right - left) / max(len(chart.columns) - 1, 1)
    canvas.text(4, canvas.down + 5, fitted(chart.axis, WIDTH - 8, 1, SMALL)[0], SMALL)
    canvas.down += 12
    _column_heads(canvas, chart, left, step)
    top = canvas.down + 4
    xs = [left + step * at for at in range(len(chart.columns))]
    drawn = [[rows.middle(top, column[row]) for column in slots] for row in range(len(chart.rows))]
    for at, ys in enumerate(drawn):
        canvas.rule(xs, ys, _LINES[at % 4], 1.3, _DASHES[at // 4 % 4])
    for at, ys in enumerate(drawn):
        for x, y, rank in zip(xs, ys, chart.ranks[at], strict=True):
            canvas.mark(x, y, "o", 12, PAPER, _LINES[at % 4])
            label = str(rank)
            canvas.text(x, y, label, _size([label], 11, SMALL), "center", is_bold=True)
        if ys:
            canvas.lines(left - 12, ys[0], names[at], SMALL, "right")
        if len(ys) > 1:
            canvas.lines(right + 12, ys[-1], names[at], SMALL, "left")
    canvas.down = top + rows.high * len(chart.rows) + 2


def _slots(ranks: Sequence[int]) -> list[int]:
    """Return the place of each row in a column, from the top: by rank, and among those level as the rows stand."""
    order = sorted(range(len(ranks)), key=lambda row: (ranks[row], row))
    return [order.index(row) for row in range(len(ranks))]


def _column_heads(canvas: Canvas, chart: Slopes, left: float, step: float) -> None:
    """Write the heads of columns, turned where they are wider than these."""
    heads = [fitted(head, _HEAD, 1, SMALL)[0] for head in chart.columns]
    widest = max((width(head, SMALL) for head in heads), default=0.0)
    if widest + 4 <= step:
        for at, head in enumerate(heads):
            canvas.text(left + step * at, canvas.down + 5, head, SMALL, "center")
        canvas.down += 14
        return
    room = WIDTH - 4 - left - step * (len(heads) - 1)
    size = SMALL if widest * _COSINE <= room else SMALL * room / (widest * _COSINE)
    canvas.down += max(widest * _SINE * size / SMALL, 0.0) + 6
    for at, head in enumerate(heads):
        canvas.text(left + step * at + 2, canvas.down, head, size, turned=_TURNED)
    canvas.down += 4


def draw_scatter(canvas: Canvas, chart: Scatter) -> None:
    """Draw a numbered point for each spot, and below the name of each number."""
    left, high = 50.0, 250.0
    axis = fitted(chart.up, WIDTH - 8, 1, SMALL)[0]
    canvas.text(4, canvas.down + 5, axis, SMALL)
    top = canvas.down + 18
    canvas.down = top + high
    across = Scale(*_ends([spot.across for spot in chart.spots]), left, WIDTH - 14)
    up = Scale(*_ends([spot.up for spot in chart.spots]), top + high, top)
    draw_grid(canvas, across, top, top + high)
    for tick in ticks(up.least, up.most):
        y = up.at(float(tick))
        canvas.rule([left, WIDTH - 14], [y, y], FAINT)
        canvas.text(left - 5, y, format_exact(tick, chart.language).replace("-", "−"), SMALL, "right")
    for number, spot in enumerate(chart.spots, 1):
        x, y = across.at(spot.across), up.at(spot.up)
        fill = STRONG if spot.is_marked else PAPER
        canvas.mark(x, y, "D" if spot.is_marked else "o", 12, fill)
        canvas.text(x, y, str(number), _size([str(number)], 11, TINY), "center", is_bold=True, colour=ink_on(fill))
    draw_axis(canvas, across, chart.across, chart.language)
    canvas.down += 4
    for number, spot in enumerate(chart.spots, 1):
        name = fitted(f"{number}  {spot.name}", WIDTH - 8, 1, SMALL)[0]
        canvas.text(4, canvas.down + 5, name, SMALL, is_bold=spot.is_marked, colour=INK)
        canvas.down += LEADING * SMALL


def _ends(numbers: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis with some room around its numbers."""
    least, most = min(numbers, default=0.0), max(numbers, default=1.0)
    room = 0.06 * ((most - least) or abs(most) or 1.0)
    return least - room, most + room

"""Bars: those that are made of parts, and those that reach from one number to another."""

from stratsel.report.charts.axis import Scale, draw_axis, draw_grid
from stratsel.report.charts.canvas import SIZE, SMALL, WIDTH, Canvas
from stratsel.report.charts.kinds import Span, Spans, StackedBars, Tornado
from stratsel.report.charts.letters import drawable, fitted, width
from stratsel.report.charts.palette import FAINT, INK, MAX_SHADES, PAPER, STRONG, ink_on, mixed, shades
from stratsel.report.charts.rows import GAP, Rows, draw_keys, rows_of

HATCHES = ("", "////", "....", "xxxx")
"""What tells parts apart that have the same shade."""
MILD = mixed(STRONG, PAPER, 0.45)
_LABEL = 70.0
"""Points that the label of a number may take; ours never need as many."""


def _label(text: str, is_bold: bool = False) -> str:
    return fitted(text, _LABEL, 1, SIZE, is_bold)[0]


def draw_stacked(canvas: Canvas, chart: StackedBars) -> None:
    """Draw a bar for each row, from dark parts to light ones in the order of the legend, with its total at its end."""
    colours = shades(len(chart.series))
    hatches = [HATCHES[at // MAX_SHADES % len(HATCHES)] for at in range(len(chart.series))]
    labels = (part.label for part in chart.series)
    draw_keys(canvas, list(zip(labels, colours, hatches, strict=True)))
    rows, top = rows_of(chart.rows), canvas.down
    totals = [_label(total, is_bold=True) for total in chart.totals]
    room = max((width(total, SIZE, is_bold=True) for total in totals), default=0.0)
    scale = Scale(0.0, chart.most, rows.wide + GAP, WIDTH - room - 10)
    draw_grid(canvas, scale, top, top + rows.high * len(chart.rows))
    lefts = [0.0] * len(chart.rows)
    for part, colour, hatch in zip(chart.series, colours, hatches, strict=True):
        for row, value in enumerate(part.values):
            _part(canvas, scale, rows.middle(top, row), (lefts[row], value), part.labels[row], colour, hatch)
            lefts[row] += value
    for row, total in enumerate(totals):
        canvas.on_white(scale.at(lefts[row]) + 5, rows.middle(top, row), total, SIZE, "left", is_bold=True)
    rows.draw(canvas, top)
    draw_axis(canvas, scale, chart.axis, chart.language)


def _part(
    canvas: Canvas, scale: Scale, middle: float, part: tuple[float, float], label: str, colour: str, hatch: str
) -> None:
    """Draw one part of a bar, from where it begins as long as it is, with its number where there is room for it."""
    begin, end = scale.at(part[0]), scale.at(part[0] + part[1])
    if end - begin <= 0:
        return
    canvas.box(begin, middle - 7.5, end - begin, 15, colour, PAPER, hatch)
    text = _label(label)
    wide = width(text, SMALL)
    if wide + 4 <= end - begin:
        if hatch:
            canvas.box((begin + end - wide) / 2 - 1.5, middle - 5, wide + 3, 10, colour)
        canvas.text((begin + end) / 2, middle, text, SMALL, "center", colour=ink_on(colour))


def draw_spans(canvas: Canvas, chart: Spans) -> None:
    """Draw a stretch for each row within all that is possible, with its ends and its mark."""
    if chart.inside:
        draw_keys(canvas, [(chart.inside, STRONG, "")])
        if chart.mark:
            _mark_key(canvas, chart)
    rows, top = rows_of([span.row for span in chart.spans], least=32.0), canvas.down
    left, right = _room(chart.spans)
    scale = Scale(chart.least, chart.most, rows.wide + GAP + left, WIDTH - right - 6)
    for row, span in enumerate(chart.spans):
        middle = rows.middle(top, row)
        low, high, now = (scale.at(number) for number in (span.low, span.high, span.now))
        canvas.box(scale.start, middle - 4, scale.end - scale.start, 8, FAINT)
        canvas.box(low, middle - 4, max(high - low, 1.0), 8, STRONG)
        canvas.mark(now, middle, "D", 5.5, PAPER)
        canvas.text(low - 7, middle, _label(span.low_label), SMALL, "right")
        canvas.text(high + 7, middle, _label(span.high_label), SMALL)
        canvas.text(now, middle - 11, _label(span.now_label, is_bold=True), SMALL, "center", is_bold=True)
    rows.draw(canvas, top)
    draw_axis(canvas, scale, chart.axis, chart.language)


def _mark_key(canvas: Canvas, chart: Spans) -> None:
    """Write what a mark is, behind the key of the stretches or below it."""
    behind = 4 + 13 + width(drawable(chart.inside), SMALL) + 20
    if behind + width(drawable(chart.mark), SMALL) + 12 > WIDTH:
        behind = 4.0
        canvas.down += 13
    y = canvas.down - 11
    canvas.mark(behind + 4.5, y, "D", 5.5, PAPER)
    canvas.text(behind + 13, y, drawable(chart.mark), SMALL)


def _room(spans: tuple[Span, ...]) -> tuple[float, float]:
    """Return the room that labels need left and right of what is drawn."""
    lows = [width(_label(span.low_label), SMALL) for span in spans]
    highs = [width(_label(span.high_label), SMALL) for span in spans]
    return max(lows, default=0.0) + 9, max(highs, default=0.0) + 9


def draw_tornado(canvas: Canvas, chart: Tornado) -> None:
    """Draw a bar for each row around the line of what is now, darker where it goes beyond zero."""
    rows = rows_of([span.row for span in chart.spans], 190.0, 3)
    canvas.down += 14
    top = canvas.down
    ends = [end for span in chart.spans for end in (span.low, span.high)] + [chart.now, chart.zero]
    left, right = _room(chart.spans)
    scale = Scale(min(ends), max(ends), rows.wide + GAP + left, WIDTH - right - 4)
    bottom = top + rows.high * len(chart.spans)
    draw_grid(canvas, scale, top, bottom)
    zero, now = scale.at(chart.zero), scale.at(chart.now)
    for row, span in enumerate(chart.spans):
        _swing(canvas, scale, rows.middle(top, row), span, chart)
    canvas.rule([zero, zero], [top, bottom], INK, 0.8, "--")
    canvas.rule([now, now], [top - 3, bottom], INK, 1.2)
    _ends(canvas, scale, rows, top, chart)
    canvas.text(now, top - 9, _label(chart.now_label, is_bold=True), SIZE, "center", is_bold=True)
    rows.draw(canvas, top)
    draw_axis(canvas, scale, chart.axis, chart.language)


def _swing(canvas: Canvas, scale: Scale, middle: float, span: Span, chart: Tornado) -> None:
    """Draw one bar in two parts: on the side of zero where the margin is now, and beyond."""
    low, high, zero = scale.at(span.low), scale.at(span.high), scale.at(chart.zero)
    split = min(max(zero, low), high)
    is_above = chart.now >= chart.zero
    for begin, end, is_beyond in ((low, split, is_above), (split, high, not is_above)):
        if end > begin:
            canvas.box(begin, middle - 7, end - begin, 14, STRONG if is_beyond else MILD)


def _ends(canvas: Canvas, scale: Scale, rows: Rows, top: float, chart: Tornado) -> None:
    """Label the ends of bars, save those that are what the margin is now."""
    for row, span in enumerate(chart.spans):
        middle = rows.middle(top, row)
        if span.low_label != chart.now_label:
            canvas.on_white(scale.at(span.low) - 4, middle, _label(span.low_label), SMALL, "right")
        if span.high_label != chart.now_label:
            canvas.on_white(scale.at(span.high) + 4, middle, _label(span.high_label), SMALL, "left")

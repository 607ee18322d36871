"""Drawing charts: as SVG for pages, as PNG for Word and PDF. Needs matplotlib, from the optional extra `reports`.

Parts differ by lightness, and every number is written: nothing hangs on colour.
"""

from functools import singledispatch
from typing import Literal

from stratsel.report.charts.bars import draw_spans, draw_stacked, draw_tornado
from stratsel.report.charts.canvas import Canvas, drawing
from stratsel.report.charts.grids import draw_heat, draw_scatter, draw_slopes
from stratsel.report.charts.kinds import AnyChart, HeatMap, Scatter, Slopes, Spans, StackedBars, Tornado


def as_svg(chart: AnyChart) -> bytes:
    """Return a chart as SVG, the same bytes for the same chart."""
    return _written(chart, "svg")


def as_png(chart: AnyChart) -> bytes:
    """Return a chart as PNG on white, the same bytes for the same chart."""
    return _written(chart, "png")


def _written(chart: AnyChart, form: Literal["svg", "png"]) -> bytes:
    with drawing():
        canvas = Canvas()
        _draw(chart, canvas)
        if chart.banner:
            canvas.foot(chart.banner)
        return canvas.written(form)


@singledispatch
def _draw(chart: AnyChart, canvas: Canvas) -> None:
    raise TypeError(f"no such chart: {type(chart).__name__}")


@_draw.register
def _(chart: StackedBars, canvas: Canvas) -> None:
    draw_stacked(canvas, chart)


@_draw.register
def _(chart: HeatMap, canvas: Canvas) -> None:
    draw_heat(canvas, chart)


@_draw.register
def _(chart: Spans, canvas: Canvas) -> None:
    draw_spans(canvas, chart)


@_draw.register
def _(chart: Tornado, canvas: Canvas) -> None:
    draw_tornado(canvas, chart)


@_draw.register
def _(chart: Slopes, canvas: Canvas) -> None:
    draw_slopes(canvas, chart)


@_draw.register
def _(chart: Scatter, canvas: Canvas) -> None:
    draw_scatter(canvas, chart)

"""An axis of numbers: where its ticks are, and how they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from stratsel.language.numbers import exact, format_exact
from stratsel.report.charts.canvas import SMALL, Canvas
from stratsel.report.charts.letters import drawable, fitted
from stratsel.report.charts.palette import FAINT, INK, RULE

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MAX_STEPS = 7


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `least` to `most` along points from `start` to `end`."""

    least: float
    most: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Return where a number is, in points."""
        return self.start + (self.end - self.start) * (number - self.least) / ((self.most - self.least) or 1.0)


def ticks(least: float, most: float) -> Iterator[Decimal]:
    """Yield round numbers between two others, in even steps, at most `MAX_STEPS` of these."""
    low, high = exact(least), exact(most)
    if high <= low:
        yield low
        return
    rough = (high - low) / MAX_STEPS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(each * power for each in _STEPS if each * power >= rough)
    at = (low / step).to_integral_value(ROUND_CEILING) * step
    while at <= high:
        yield at
        at += step


def draw_axis(canvas: Canvas, scale: Scale, title: str, language: str) -> None:
    """Draw the axis where the canvas is, with its numbers and its title below."""
    bottom = canvas.down
    for tick in ticks(scale.least, scale.most):
        x = scale.at(float(tick))
        canvas.rule([x, x], [bottom, bottom + 3], RULE)
        canvas.text(x, bottom + 9, format_exact(tick, language).replace("-", "−"), SMALL, "center")
    canvas.rule([scale.start, scale.end], [bottom, bottom], RULE)
    canvas.down = bottom + 16
    for line in fitted(drawable(title), scale.end - scale.start, 2, SMALL):
        canvas.text((scale.start + scale.end) / 2, canvas.down + 5, line, SMALL, "center", colour=INK)
        canvas.down += 10
    canvas.down += 2


def draw_grid(canvas: Canvas, scale: Scale, top: float, bottom: float) -> None:
    """Draw faint lines at the ticks, to stand behind what is drawn after."""
    for tick in ticks(scale.least, scale.most):
        x = scale.at(float(tick))
        canvas.rule([x, x], [top, bottom], FAINT)

"""What a chart draws is what its labels say, which the rules derive from the data."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.charts.kinds import HeatMap, Spans, StackedBars, Tornado
from stratsel.report.document import Figure
from stratsel.report.paper.compose import compose_paper

write = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("figures.py"))))


def to_twelve_digits(value):
    """A number as the JSON has it."""
    return float(f"{value:.12g}")


def drawn(chart):
    """Each number that is drawn, rounded as its label is, with that label."""
    match chart:
        case StackedBars():
            pairs = (pair for series in chart.series for pair in zip(series.values, series.labels, strict=True))
            yield from ((write.points(to_twelve_digits(value)), label) for value, label in pairs)
        case HeatMap():
            for values, labels in zip(chart.values, chart.labels, strict=True):
                yield from zip(map(write.slight, map(to_twelve_digits, values)), labels, strict=True)
        case Spans() | Tornado():
            for span in chart.spans:
                labels = span.low_label, span.high_label, span.now_label
                yield from zip(
                    map(write.points, map(to_twelve_digits, (span.low, span.high, span.now))), labels, strict=True
                )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_drawn_is_what_is_written(language, subject):
    charts = [block.chart for block in compose_paper(subject.paper, language).blocks if isinstance(block, Figure)]
    pairs = [pair for chart in charts for pair in drawn(chart)]
    assert {type(chart) for chart in charts} >= {StackedBars, HeatMap, Spans, Tornado}
    assert [value for value, _ in pairs] == [" ".join(write.read(label, language)) for _, label in pairs]

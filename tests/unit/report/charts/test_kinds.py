from dataclasses import FrozenInstanceError

import pytest

from stratsel.report.charts.kinds import Chart, HeatMap, Scatter, Slopes, Spans, StackedBars, Tornado


@pytest.mark.parametrize("kind", [HeatMap, Scatter, Slopes, Spans, StackedBars, Tornado])
def test_every_chart_knows_its_language_and_in_whose_name_it_speaks(kind):
    assert issubclass(kind, Chart)


def test_a_chart_is_a_fact():
    chart = Scatter((), "cost", "points", language="vi")
    assert (chart.language, chart.banner) == ("vi", "")
    with pytest.raises(FrozenInstanceError):
        chart.across = "else"

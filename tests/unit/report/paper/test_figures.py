from dataclasses import replace

import pytest

from stratsel.report.paper.figures import MAX_BARS, MAX_RANKS, MAX_ROWS, Figures
from stratsel.results.robustness.margin import Tornadoes
from stratsel.results.robustness.part import RobustnessPart

ALL = ("contributions", "acceptability", "stability", "tornado", "methods")


@pytest.fixture
def figures(paper, words_of):
    return Figures(paper, words_of(paper))


def with_part(paper, part, made):
    return replace(paper, robustness=replace(paper.robustness, parts={part: made}))


def test_contributions_add_up_to_the_total_beside_them(figures, paper):
    """a: use 45 + cost 25 = 70, and so on down the order."""
    (figure,) = figures.contributions()
    chart = figure.chart
    assert chart.rows == ("Hammer", "Saw", "File", "Drill")
    assert [series.label for series in chart.series] == ["Use", "Cost"]
    assert [sum(values) for values in zip(*(series.values for series in chart.series), strict=True)] == [70, 54, 54, 0]
    assert chart.totals == ("70.0", "54.0", "54.0", "0.0")
    assert chart.most == 70.0
    assert figure.alternative == (
        "Stacked bars of what each criterion brings, from “Hammer” with 70.0 points to “Drill” with 0.0."
    )


def test_shares_below_a_twentieth_of_a_percent_are_not_drawn(figures):
    """c is fourth in 0.04 % of the draws, which no rank shows; d is in nearly all."""
    (figure,) = figures.acceptability()
    assert figure.chart.columns == ("1", "2", "3", "4")
    assert figure.chart.labels[2] == ("", "25\u00a0%", "75\u00a0%", "")
    assert figure.alternative == (
        "Heat map of the share of draws at each rank: “Hammer” is first most often, in 75\u00a0%."
    )


def test_a_tier_has_its_stretches(figures):
    (figure,) = figures.stability()
    assert figure.name == "stability-second"
    (span,) = figure.chart.spans
    assert (span.row, span.low, span.now, span.high) == ("Use", 10.0, 60.0, 90.0)
    assert "Use: 10.0 to 90.0 points" in figure.alternative


def test_a_tornado_names_what_moves_most(figures):
    """Margins of 16 and 1 at the ends of b's use: the lower first, whichever end gives it."""
    (figure,) = figures.tornado()
    first, _, weight = figure.chart.spans
    assert (first.row, first.low, first.high) == ("Use: Saw", 1.0, 16.0)
    assert weight.row == "weight of Use"
    assert figure.alternative == "Tornado; the widest swing is that of Use: Saw: 1.0 to 16.0 points."


def test_methods_stand_side_by_side(figures):
    (figure,) = figures.methods()
    assert figure.chart.columns[0] == "the round"
    assert figure.chart.ranks == ((1, 1, 2, 1), (2, 2, 1, 2), (2, 2, 3, 3), (4, 2, 4, 4))


@pytest.mark.parametrize("name", ["nobody", "alone"])
def test_nothing_is_drawn_of_what_there_is_not(name, papers, words_of):
    paper = papers.bare(papers.MADE[name]())
    figures = Figures(paper, words_of(paper))
    drawn = [figure.name for kind in ALL for figure in getattr(figures, kind)()]
    assert drawn == (["contributions"] if name == "alone" else [])


def test_no_stack_where_points_are_no_sums(papers, words_of):
    paper = papers.bare(papers.MADE["geometric"]())
    assert list(Figures(paper, words_of(paper)).contributions()) == []


def test_a_chart_of_the_first_says_so(papers, words_of):
    paper = papers.bare(papers.MADE["many"](500))
    (figure,) = Figures(paper, words_of(paper)).contributions()
    assert len(figure.chart.rows) == MAX_ROWS
    assert figure.caption == "Where the points come from (the first 20 of 500)"


def test_ranks_far_down_are_left_to_the_table(paper, papers, words_of):
    found = paper.robustness.parts[RobustnessPart.ACCEPTABILITY]
    rows = (replace(found.rows[0], ranks=dict.fromkeys(range(1, 31), 1 / 30)),)
    changed = with_part(paper, RobustnessPart.ACCEPTABILITY, replace(found, rows=rows))
    (figure,) = Figures(changed, words_of(changed)).acceptability()
    assert len(figure.chart.columns) == MAX_RANKS


def test_the_widest_bars(paper, words_of):
    found = paper.robustness.parts[RobustnessPart.TORNADO]
    changed = with_part(paper, RobustnessPart.TORNADO, Tornadoes(found.rows * 8, found.margins))
    (figure,) = Figures(changed, words_of(changed)).tornado()
    assert len(figure.chart.spans) == MAX_BARS
    assert figure.caption.endswith("(the first 10 of 24)")


def test_every_text_is_in_the_readers_language(paper, words_of):
    figures = Figures(paper, words_of(paper, "vi"))
    (figure,) = figures.contributions()
    assert figure.chart.rows[0] == "Búa"
    assert figure.chart.totals[0] == "70,0"

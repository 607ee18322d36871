import io
import zipfile

import pytest

from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.report.workbook.figures import WIDTHS, Charts


@pytest.fixture
def parts(book):
    """The charts of a paper, as the workbook has them."""

    def write(paper, grid=None, banner=""):
        sheet = book.sheet("Charts", "en", WIDTHS)
        Charts(sheet, paper, Words(paper.ranking, Sentences("en")), banner).write(grid)
        with zipfile.ZipFile(io.BytesIO(book.content())) as content:
            return [content.read(name).decode() for name in content.namelist() if name.startswith("xl/charts/chart")]

    return write


def test_a_chart_of_points_and_one_of_tiers(parts, made_paper):
    points, tiers = parts(made_paper["paper"]())
    assert points.count("<c:ser>") == 2
    assert tiers.count("<c:ser>") == 3
    for chart in (points, tiers):
        assert '<c:barDir val="bar"/>' in chart
        assert '<c:grouping val="stacked"/>' in chart


def test_without_a_study_there_is_only_the_chart_of_points(parts, made, made_paper):
    assert len(parts(made_paper["bare"](made.plain()))) == 1


@pytest.mark.parametrize("name", ["nobody", "geometric"])
def test_where_points_are_no_sums_there_is_none(name, parts, made, made_paper):
    assert parts(made_paper["bare"](getattr(made, name)())) == []


def test_a_title_is_never_taken_for_a_cell(parts, made, made_paper):
    (chart,) = parts(made_paper["bare"](made.plain()), banner="DRAFT by 'us'!A1: nothing is decided")
    assert "DRAFT by 'us'!\u2060A1: nothing is decided" in chart
    assert "<c:f>'us'" not in chart

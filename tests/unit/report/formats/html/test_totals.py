"""Hammer: use 45 of 60; cost 25 of 40 = price 15 of 30 + speed 10 of 10."""

from dataclasses import replace

from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.totals import CitedView, ContributionView, Totals
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences


def views(paper, language="en", *, met=()):
    anchors = Anchors(language)
    for place in met:
        anchors.place(place)
    return list(Totals(paper, Words(paper.ranking, Sentences(language)), anchors).views())


def test_a_total_is_made_of_what_the_tree_brings(small):
    first, second, *_ = views(small.paper)
    assert (first.anchor, first.summary, first.file) == ("en-total-a", "1 · Hammer: 70.0 points", "candidates/a.yaml")
    assert [(row.title, row.depth, row.points, row.most) for row in first.rows] == [
        ("Use", 0, "45.0", "60.0"),
        ("Cost", 0, "25.0", "40.0"),
        ("Price", 1, "15.0", "30.0"),
        ("Speed", 1, "10.0", "10.0"),
    ]
    assert [row.figure for row in first.rows] == ["level 3, “in three places”", "", "50 thousand dong", "“Fast”"]
    assert second.summary == "2= · Saw: 54.0 points"


def test_numbers_are_written_as_the_language_writes_them(small):
    assert views(small.paper, "vi")[0].rows[0].points == "45,0"


def test_evidence_is_a_line_that_leads_to_where_the_page_quotes_it(small):
    """Hammer's evidence for use stands in line 10 and is quoted; what is against Saw's use, line 11, is not."""
    hammer, saw, *_ = views(small.paper, met=["candidates/a.yaml:10"])
    assert hammer.rows[0].cited_for == (CitedView("10", "en-place-1"),)
    assert hammer.rows[0].cited_against == ()
    assert saw.rows[0].cited_against == (CitedView("11", ""),)


def test_what_a_node_below_another_mean_brings_is_not_said(small):
    """A node that is no sum stands as a whole: its children bring nothing that adds up."""
    ranking = small.ranking
    whole = replace(ranking.candidates[0], contributions={"use": 45.0, "cost": 25.0}, reasons=None)
    (only,) = views(replace(small.paper, ranking=replace(ranking, candidates=(whole,))))
    assert [row.points for row in only.rows] == ["45.0", "25.0", "–", "–"]
    assert all(isinstance(row, ContributionView) and not row.cited_for for row in only.rows)

from dataclasses import replace

from stratsel.report.paper.agenda import agenda_items
from stratsel.results.ranking import Ranking
from stratsel.results.robustness.margin import MarginBar, MarginNow, Tornadoes
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.stability import CriterionInterval, Stability


def items(paper, words_of):
    return list(agenda_items(paper, words_of(paper)))


def with_part(paper, part, made):
    study = replace(paper.robustness, parts={**paper.robustness.parts, part: made})
    return replace(paper, robustness=study)


def test_the_agenda_of_the_small_round(paper, words_of):
    """b and c are tied for one place; the decision of 12 December moved a without a reason; use settles most.

    b is 16 points behind a at the line of “First”, and no bar of b's alone takes that below 0. The tier “Second” holds
    between 10 and 90 points of use, now 60: up is nearer.
    """
    assert items(paper, words_of) == [
        "Settle who takes the places left in “Second” (1): “Saw”, “File” are tied.",
        "Put on record why decisions depart from the order: 12 December 2025 (1).",
        "“Saw” is 16.0 points short of “First”; nothing open turns that alone.",
        "Find out: Use (Drill), now unknown. Places that this makes sure: 1 at its best, 3 at its worst.",
        "Find out: Use (Saw), now level 2 to 3, at least “in two places”. Places that this makes sure: 1 at its best, "
        "1 at its worst.",
        "Find out: Speed (Saw), now unknown. Places that this makes sure: 1 at its best, 1 at its worst.",
        "Confirm the weights that first fill a tier otherwise: “Use”, now 60.0, above 90.0 points (“Second”).",
    ]


def test_what_could_turn_a_line_is_to_be_found_out_first(paper, words_of):
    """Of three bars the first two that go below 0 are named; a weight is nothing to find out."""
    bars = (
        MarginBar("first", "use", None, 42.0, 78.0, None, None, -3.0, 18.5),
        MarginBar("first", "use", "b", 2.0, 4.0, None, None, 16.0, -14.0),
        MarginBar("first", "price", "b", 2.0, 4.0, None, None, 16.0, 2.0),
        MarginBar("first", "speed", "a", 2.0, 4.0, None, None, -1.0, 16.0),
        MarginBar("first", "speed", "b", 2.0, 4.0, None, None, -1.0, 16.0),
    )
    found = Tornadoes(bars, (MarginNow("first", "a", "b", 16.0),))
    assert items(with_part(paper, RobustnessPart.TORNADO, found), words_of)[2] == (
        "“Saw” is 16.0 points short of “First”. First find out of it: Use. First find out of “Hammer”: Speed."
    )


def test_equal_points_at_a_line(paper, words_of):
    found = Tornadoes((), (MarginNow("first", "a", "b", 0.0),))
    assert items(with_part(paper, RobustnessPart.TORNADO, found), words_of)[2] == (
        "“Saw” has as many points as “Hammer”, the last in “First”; only the ties rule separates them."
    )


def test_a_line_across_a_tie_is_told_once(paper, words_of):
    found = Tornadoes((), (MarginNow("second", "b", "c", 0.0),))
    told = items(with_part(paper, RobustnessPart.TORNADO, found), words_of)
    assert not any("the last in" in text or "short of" in text for text in told)
    assert told[0].startswith("Settle who takes")


def test_the_two_weights_with_the_least_room(paper, words_of):
    """Room: 2 down, 1 up, 5 up; a row that no end limits has none to lose, the whole order is no tier."""
    rows = (
        CriterionInterval("use", "first", 60.0, 58.0, 100.0, "b", "a", None, None, True),
        CriterionInterval("price", "first", 30.0, 0.0, 31.0, None, None, "b", "a", True),
        CriterionInterval("speed", "second", 10.0, 0.0, 15.0, None, None, "b", "a", True),
        CriterionInterval("cost", "second", 40.0, 0.0, 100.0, None, None, None, None, True),
        CriterionInterval("cost", "order", 40.0, 39.9, 100.0, "b", "a", None, None, True),
    )
    told = items(with_part(paper, RobustnessPart.STABILITY, Stability(rows)), words_of)
    assert told[-1] == (
        "Confirm the weights that first fill a tier otherwise: “Price”, now 30.0, above 31.0 points (“First”) · “Use”, "
        "now 60.0, below 58.0 points (“First”)."
    )


def test_screens_that_may_exclude(papers, words_of):
    paper = papers.bare(papers.MADE["silent"]())
    told = "Screens that may still exclude: 1; most candidates wait for “Its maker is named” (1)."
    assert told in items(paper, words_of)


def test_advice_is_counted_by_cause(paper, words_of, monkeypatch):
    causes = type("Told", (), {"entries": (1, 2)})
    monkeypatch.setattr("stratsel.report.paper.agenda.advice_entries", lambda *_, **__: causes)
    changed = replace(paper, ranking=replace(paper.ranking, advice=("any",)))
    assert items(changed, words_of)[-1] == "Advice on the decision, to be answered before anybody signs: 2."


def test_nothing_to_decide(papers, words_of):
    ranking: Ranking = papers.MADE["alone"]()
    assert items(papers.bare(ranking), words_of) == []

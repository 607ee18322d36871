"""Scenarios beside the small ranking of `tests/reports/made.py`.

There a is first, b and c are tied for the second place, d has none, and e is excluded.
"""

from dataclasses import replace

import pytest

from stratsel.report.document import Entries, Heading, Paragraph, Table
from stratsel.report.formats.csv import render as as_csv
from stratsel.report.formats.markdown import render as as_markdown
from stratsel.report.options import RenderOptions
from stratsel.report.scenario import MAX_CHANGES, scenario_blocks, scenario_entries
from stratsel.report.sentences import Sentences
from stratsel.results.scenario import FigureMove, ScenarioOutcome, SupposedPlace, TierChange, WeightMove

EN, VI = Sentences("en"), Sentences("vi")
PLACES = {
    "a": SupposedPlace("ranked", 1, 65.0, "first"),
    "b": SupposedPlace("ranked", 3, 40.0),
    "c": SupposedPlace("ranked", 2, 60.5, "second"),
    "d": SupposedPlace("excluded"),
    "e": SupposedPlace("ranked", 3, 40.0, None, ("second",)),
}
OUTCOME = ScenarioOutcome(
    id="cheap",
    title={"en": "Cost *first*", "vi": "Ưu tiên chi phí"},
    why={"en": "Asked on 5 December."},
    file="scenarios/cheap.yaml",
    digest="0",
    weights=(WeightMove("use", 60.0, 40.0), WeightMove("cost", 40.0, 60.0)),
    figures=(),
    places=PLACES,
    tiers=(TierChange("second", ("c", "e"), ()), TierChange("first", (), ("b",))),
)


@pytest.fixture
def supposed(made):
    """The small ranking with an unknown of d settled, too."""
    ranking = made.small()
    settled = ranking.candidates[0].leaves[0]
    figure = FigureMove("d", settled.leaf, (None, None), (settled.low, settled.high))
    return replace(ranking, scenarios=(replace(OUTCOME, figures=(figure,)),))


def blocks(ranking, *, in_full=False, sentences=EN, rows=None):
    rows = ranking.candidates if rows is None else rows
    return list(scenario_blocks(ranking, rows, sentences, in_full=in_full))


def cells(table):
    return [[cell.value for cell in row] for row in table.rows]


def test_nothing_where_none_was_asked_for(made):
    assert blocks(made.small()) == []


def test_places_side_by_side_with_a_mark_where_they_differ(supposed):
    heading, table, legend, _ = blocks(supposed)
    assert isinstance(heading, Heading) and isinstance(legend, Paragraph) and isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Candidate", "As it is", "cheap"]
    assert cells(table) == [
        ["Hammer", "1 · First", "1 · First"],
        ["Saw", "2= · Second (tied)", "3= ↓"],
        ["File", "2= · Second (tied)", "2 · Second"],
        ["Axe", "excluded", "3= · Second (tied) ↑"],
    ]


def test_in_full_all_who_are_ranked(supposed):
    assert cells(blocks(supposed, in_full=True)[1])[3] == ["Drill", "4", "excluded ↓"]


def test_only_those_who_are_listed(supposed):
    assert [row[0] for row in cells(blocks(supposed, rows=supposed.candidates[:1])[1])] == ["Hammer", "Axe"]


def test_what_a_scenario_changes(supposed):
    *_, entries = blocks(supposed)
    assert isinstance(entries, Entries)
    (entry,) = entries.entries
    titles = {each.id: EN.words(each.title) for each in supposed.criteria}
    assert entry.term == "cheap"
    assert entry.lines[0].place == "scenarios/cheap.yaml"
    text = [line.text for line in entry.lines]
    assert text[:4] == [
        "Cost *first*",
        "Asked on 5 December.",
        f"{titles['use']} weighs 40.0 points of the whole instead of 60.0",
        f"{titles['cost']} weighs 60.0 points of the whole instead of 40.0",
    ]
    assert text[4].startswith("“Drill” · ") and text[4].endswith(" instead of unknown")
    assert text[5:] == ["into “Second”: “File”, “Axe”", "out of “First”: “Saw”"]


def test_where_no_tier_changes_that_is_said(supposed):
    same = replace(supposed, scenarios=(replace(OUTCOME, tiers=()),))
    assert blocks(same)[-1].entries[0].lines[-1].text == "every tier holds the same candidates"


def test_very_many_changes_are_counted(supposed):
    (scenario,) = supposed.scenarios
    many = replace(supposed, scenarios=(replace(scenario, figures=scenario.figures * (MAX_CHANGES + 3)),))
    short, full = (blocks(many, in_full=in_full)[-1].entries[0].lines for in_full in (False, True))
    assert len(full) == len(short) + 2
    assert "and 3 more" in [line.text for line in short]


def test_one_candidate_under_each(supposed):
    def told(candidate, sentences):
        return [line.text for line in scenario_entries(supposed, candidate, sentences).entries[0].lines]

    assert told("c", EN) == ["Cost *first*", "2 · Second · 60.5 points"]
    assert told("d", EN) == ["Cost *first*", "excluded ↓"]
    assert told("c", VI)[0] == "Ưu tiên chi phí"


def test_no_text_of_a_scenario_becomes_markup(supposed):
    assert "Cost \\*first\\*" in as_markdown(supposed, RenderOptions("en", None))


def test_columns_of_csv(supposed):
    header, *rows = [line.split(",") for line in as_csv(supposed, RenderOptions("en", None)).splitlines()]
    rank, tier = (header.index(f"scenario.cheap.{what}") for what in ("rank", "tier"))
    assert {row[1]: (row[rank], row[tier]) for row in rows} == {
        "a": ("1", "first"), "b": ("3", ""), "c": ("2", "second"), "d": ("", ""), "e": ("3", ""),
    }  # fmt: skip
    assert all(len(row) == len(header) for row in rows)

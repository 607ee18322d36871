import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.comparison import MAX_SWAPS, compose_comparison
from stratsel.report.document import DASH, Bullets, Entries, Heading, Paragraph, Table
from stratsel.results.comparison import SwapFacts

MADE = Path(__file__).resolve().parents[2] / "reports" / "made_closer.py"


@pytest.fixture(scope="session")
def closer():
    return SimpleNamespace(**runpy.run_path(str(MADE)))


@pytest.fixture
def found(made, closer):
    return closer.compared(made.small())


@pytest.fixture
def alike(found):
    """The same two with nothing between them."""
    leaves = tuple(replace(each, first=each.second, lead=0.0) for each in found.leaves)
    return replace(found, leaves=leaves, values=(54.0, 54.0), lead=0.0, decided_by=(), swaps=())


def blocks(found, kind):
    return [block for block in compose_comparison(found, "en").blocks if isinstance(block, kind)]


def paragraphs(found):
    return [block.text for block in blocks(found, Paragraph)]


def bullets(found):
    return [item for block in blocks(found, Bullets) for item in block.items]


def rows(table):
    return [[(cell.value, cell.until) if cell.until is not None else cell.value for cell in row] for row in table.rows]


def test_it_begins_with_the_banner_and_ends_with_whose_it_is(found, closer, made):
    document = compose_comparison(found, "en")
    assert document.banner.startswith("ILLUSTRATION by the office")
    assert document.blocks[0] == Heading(1, "“Hammer” and “Saw”")
    assert paragraphs(found)[-1].endswith("not an official result.")
    assert compose_comparison(closer.compared(made.official()), "en").banner == ""


def said(found):
    """What is said under each term."""
    return {entry.term: entry.lines for block in blocks(found, Entries) for entry in block.entries}


def test_both_stand_side_by_side(found):
    assert [(line.text, line.place) for line in said(found)["First"]] == [
        ("“Hammer”", ""),
        ("rank 1 of 4 · First", "candidates/a.yaml"),
        ("58.0 points, nothing open · First: open · Second: open", ""),
    ]
    assert said(found)["Second"][1].text == "rank 2= of 4 · Second (tied)"


def test_who_is_not_in_the_order_has_no_rank(found, made):
    lines = said(replace(found, second=made.EXCLUDED))["Second"]
    assert lines[0].text == "“Axe”"
    assert lines[1].text.startswith("excluded by a screen")


@pytest.mark.parametrize(
    ("is_sure", "sentence"),
    [
        (False, "“Hammer” is 4.0 points ahead; what is open could still turn that round."),
        (True, "“Hammer” is 4.0 points ahead, whatever is open turns out to be."),
    ],
)
def test_who_is_ahead_and_whether_that_is_sure(is_sure, sentence, found):
    assert sentence in paragraphs(replace(found, is_sure=is_sure))


def test_the_second_may_be_ahead(found):
    turned = replace(found, first=found.second, second=found.first, lead=-4.0)
    assert any(text.startswith("“Hammer” is 4.0 points ahead") for text in paragraphs(turned))


def test_leads_come_from_the_largest_to_the_smallest(found):
    (leads,) = blocks(found, Table)
    assert rows(leads) == [
        ["Use", 60.0, 45.0, (30.0, 45.0), "+15.0"],
        ["Speed", 10.0, 10.0, (0.0, 10.0), "+10.0"],
        ["Price", 30.0, 3.0, 24.0, "−21.0"],
        ["The whole", 100.0, 58.0, 54.0, "+4.0"],
    ]


def test_a_small_lead_is_not_written_as_none(found):
    use, *others = found.leaves
    (leads,) = blocks(replace(found, leaves=(replace(use, lead=0.004), *others)), Table)
    assert ["Use", 60.0, 45.0, (30.0, 45.0), "+0.004"] in rows(leads)


def test_the_trade_off(found):
    assert bullets(found)[:3] == [
        "“Hammer” leads on 2 of 3 leaves, by 25.0 points in all.",
        "“Saw” leads on 1 of 3 leaves, by 21.0 points in all.",
        "Without its lead on these, “Hammer” would not be ahead: Use.",
    ]


def test_who_leads_nowhere(found):
    leaves = tuple(replace(each, lead=abs(each.lead)) for each in found.leaves)
    assert "“Saw” leads on no leaf." in bullets(replace(found, leaves=leaves))


def test_level_by_other_leads(found):
    level = replace(found, values=(54.0, 54.0), lead=0.0, decided_by=(), swaps=())
    assert bullets(level)[-1] == "What one gains the other makes up for."
    assert "They are level, and any shift of weight may part them." in paragraphs(level)


def test_level_on_every_leaf(alike):
    assert bullets(alike) == ["They do not differ on any leaf."]
    assert "At none: no weight tells them apart." in paragraphs(alike)
    (leads,) = blocks(alike, Table)
    assert {row[-1] for row in rows(leads)} == {DASH}


def test_level_and_separated_by_the_rule_for_ties(alike):
    """Hammer has rank 1, Saw rank 2; of two with one rank nobody is first."""
    assert "They are level in points; what separates ties puts “Hammer” first." in paragraphs(alike)
    shared = replace(alike, first=replace(alike.first, rank=2))
    assert "They are level." in paragraphs(shared)


def test_no_sum_no_adding_up(found):
    product = replace(found, is_sum=False, decided_by=(), swaps=None)
    assert bullets(product) == ["The whole is no sum here, so that leads on single leaves do not add up to it."]
    assert any(text.startswith("Not every weight acts along a sum") for text in paragraphs(product))


def test_of_whom_nothing_is_known_neither_is_ahead(found):
    nothing = replace(found, values=(58.0, None), lead=None, decided_by=(), swaps=None)
    assert "Nothing that counts is known of “Saw”, so that neither is ahead." in paragraphs(nothing)
    (leads,) = blocks(nothing, Table)
    assert rows(leads)[-1] == ["The whole", 100.0, 58.0, DASH, DASH]
    assert not any("would not be ahead" in item or "makes up" in item for item in bullets(nothing))


def test_weights_at_which_they_swap(found):
    assert bullets(found)[3:] == [
        "Price weighs 32.4 instead of 30.0 points (+2.4)",
        "Speed weighs 7.6 instead of 10.0 points (−2.4)",
        "Use weighs 52.4 instead of 60.0 points (−7.6)",
        "Cost weighs 47.6 instead of 40.0 points (+7.6)",
    ]
    assert "No shift of one weight, its siblings rescaled, makes them swap." in paragraphs(replace(found, swaps=()))


def test_more_weights_are_counted_and_small_shifts_shown(found):
    swaps = tuple(SwapFacts("use", 60.0, 60.02, 0.02) for _ in range(MAX_SWAPS + 2))
    *shown, rest = bullets(replace(found, swaps=swaps))[3:]
    assert shown == ["Use weighs 60.02 instead of 60.0 points (+0.02)"] * MAX_SWAPS
    assert rest == "and 2 more"


def test_what_each_dossier_says(found):
    assert [(line.text, line.place) for line in said(found)["Speed"]] == [
        ("First: “Fast”", "candidates/a.yaml:13"),
        ("Second: unknown", "candidates/b.yaml:13"),
    ]

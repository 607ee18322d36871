import pytest

from stratsel.report.document import (
    Blank,
    Bullets,
    Cell,
    Column,
    Divider,
    Entries,
    Entry,
    Face,
    Heading,
    Kind,
    Line,
    Paragraph,
    Section,
    Table,
)
from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.blocks import BlockViews, web_address
from stratsel.report.formats.html.views import BlankView, BulletsView, CellView, HeadingView, LineView, ParagraphView

COLUMNS = (
    Column("Rank", is_key=True),
    Column("Candidate", "left", is_key=True),
    Column("Tier", "left", only=Face.COMPACT),
    Column("Points"),
)


def row(rank, name, points):
    return (
        Cell(Kind.COUNT, rank, mark="="),
        Cell(Kind.TEXT, name),
        Cell(Kind.TEXT, "First"),
        Cell(Kind.POINTS, points),
    )


def views(*blocks, language="en"):
    return list(BlockViews(Anchors(language), {"Saw": "en-total-saw"}, "Candidate").views("Part", blocks))


def test_a_table_in_groups_with_what_heads_a_row():
    """The face with sections has no column for the tier; 1234.25 is 1.234,3 in Vietnamese, half up."""
    rows = (
        Section("First"),
        row(1, "Saw", 1234.25),
        Divider("line", "2 points"),
        Section("Second"),
        row(2, "· Axe", 0),
    )
    (found,) = views(Table(COLUMNS, rows), language="vi")
    assert [column.title for column in found.columns] == ["Rank", "Candidate", "Points"]
    assert found.groups == (
        (
            LineView("First", is_head=True),
            (
                CellView("1=", "right"),
                CellView("Saw", "left", "en-total-saw", is_header=True),
                CellView("1.234,3", "right"),
            ),
            LineView("line: 2 points", is_head=False),
        ),
        (
            LineView("Second", is_head=True),
            (CellView("2=", "right"), CellView("Axe", "left", depth=1, is_header=True), CellView("0,0", "right")),
        ),
    )


def test_a_name_leads_to_its_total_in_a_column_of_candidates_only():
    (found,) = views(Table((Column("Criterion", "left", is_key=True),), ((Cell(Kind.TEXT, "Saw"),),)))
    assert found.groups == (((CellView("Saw", "left", is_header=True),),),)


def test_the_caption_is_the_heading_or_the_sentence_that_leads_to_the_table():
    table = Table((Column("Points"),), ((Cell(Kind.POINTS, 1.0),),))
    first, heading, second = views(Paragraph("It becomes:"), table, Heading(3, "Below"), table)
    assert (first.caption, first.is_quiet) == ("It becomes:", False)
    assert heading == HeadingView(3, "Below", "en-part-1")
    assert (second.caption, second.is_quiet) == ("Below", True)


def test_a_sentence_with_a_colon_and_no_table_stays():
    assert views(Paragraph("It becomes:"), Bullets(("x",))) == [
        ParagraphView("It becomes:", is_quiet=False),
        BulletsView(("x",)),
    ]


def test_lines_have_the_anchor_of_a_place_that_is_met_first_and_addresses_on_the_web():
    lines = (Line("Quoted", "a.yaml:3"), Line("again", "a.yaml:3", is_under=True), Line("http://a.vn/x"))
    (found,) = views(Entries((Entry("For", lines),)))
    ((term, texts),) = found.entries
    assert term == "For"
    assert [(each.anchor, each.link, each.is_under) for each in texts] == [
        ("en-place-1", "", False),
        ("", "", True),
        ("", "http://a.vn/x", False),
    ]


def test_a_long_term_stands_above_its_lines():
    """Of 41 letters, where 40 have room."""
    entries = (Entry("short", ()), Entry("x" * 40, ())), (Entry("short", ()), Entry("x" * 41, ()))
    assert [found.is_stacked for found in views(*map(Entries, entries))] == [False, True]


def test_a_sheet_is_named_by_its_heading():
    assert views(Heading(3, "Saw"), Blank((("Person", ""),)))[1] == BlankView("Saw", (("Person", ""),))


@pytest.mark.parametrize("text", ["https://a.vn/b?c=d&e=%20#f", "http://a.vn"], ids=["with everything", "without"])
def test_an_address_on_the_web(text):
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.vn",
        "//a.vn",
        "https:// a.vn",
        'https://a.vn/"x',
        "see https://a.vn",
        "https://a.vn and more",
        "HTTPS\\x1b://a.vn",
        "",
    ],
)
def test_any_other_text_is_no_address(text):
    assert web_address(text) == ""

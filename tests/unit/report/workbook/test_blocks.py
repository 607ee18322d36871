from stratsel.report.charts.kinds import Scatter
from stratsel.report.document import (
    Blank,
    Bullets,
    Cell,
    Column,
    Divider,
    Entries,
    Entry,
    Figure,
    Heading,
    Kind,
    Line,
    Paragraph,
    Section,
    Table,
)
from stratsel.report.workbook.blocks import write_blocks


def rows(found):
    return [[cell.value for cell in row if cell.value is not None] for row in found.iter_rows()]


def test_every_kind_of_block(book, read_back):
    columns = (Column("Rank"), Column("Candidate", "left"), Column("Shown"), Column("Range"))
    one = (
        Cell(Kind.COUNT, 2, mark="="),
        Cell(Kind.TEXT, "=Saw"),
        Cell(Kind.POINTS, 54.04),
        Cell(Kind.POINTS, 54.0, until=79.0),
    )
    blocks = (
        Heading(2, "A heading"),
        Paragraph("A paragraph", is_quiet=True),
        Bullets(("first", "second")),
        Entries((Entry("Inputs", (Line("a digest", "a.yaml:3"), Line("more"), Line("under", is_under=True))),)),
        Table(columns, (Section("First"), one, Divider("line", "2.0 points"))),
        Blank((("Person", ""), ("Product", "Saw"))),
        Figure("figure", Scatter((), "x", "y"), "A caption", "words"),
    )
    sheet = book.sheet("One", "en", (8, 40, 10, 10))
    write_blocks(sheet, blocks, "en")
    found = read_back(book)["One"]
    assert [row for row in rows(found) if row] == [
        ["A heading"],
        ["A paragraph"],
        ["• first"],
        ["• second"],
        ["Inputs: a digest (a.yaml:3)"],
        ["• more"],
        ["    under"],
        ["Rank", "Candidate", "Shown", "Range"],
        ["First"],
        [2, "=Saw", 54.04, "54.0–79.0"],
        ["— line: 2.0 points —"],
        ["Person", ""],
        ["Product", "Saw"],
    ]
    formats = {cell.value: cell.number_format for row in found.iter_rows() for cell in row if cell.value is not None}
    assert (formats[2], formats[54.04]) == ('#,##0"="', "0.0")


def test_names_stand_in_the_second_column_whatever_the_table_begins_with(book, read_back):
    table = Table((Column("Criterion", "left"), Column("Weight")), ((Cell(Kind.TEXT, "Use"), Cell(Kind.SHARE, 0.6)),))
    write_blocks(book.sheet("One", "en", (8, 40, 10)), (table,), "vi")
    found = read_back(book)["One"]
    assert (found["B2"].value, found["C2"].value, found["C2"].number_format) == ("Use", 0.6, '0"\u00a0"%')


def test_a_mark_that_would_end_the_format_is_text(book, read_back):
    table = Table((Column("Weight"),), ((Cell(Kind.COUNT, 3, mark=' "x"'),),))
    write_blocks(book.sheet("One", "en", (8, 40)), (table,), "en")
    assert read_back(book)["One"]["A2"].value == '3 "x"'

import io
import zipfile

import pytest

from stratsel.report.workbook.book import MAX_HEIGHT, area, lines_of, reference


def test_text_stays_text(book, read_back):
    sheet = book.sheet("One", "en", (20, 20))
    for row, text in enumerate(("=1+1", "+1", "-1", "@x", "1", "https://example.org", "{=1}")):
        sheet.text(row, 0, text)
    found = read_back(book)["One"]
    assert [cell.value for (cell, *_) in found.iter_rows()] == [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "1",
        "https://example.org",
        "{=1}",
    ]
    assert {cell.data_type for (cell, *_) in found.iter_rows()} == {"s"}
    assert not any(cell.hyperlink for (cell, *_) in found.iter_rows())


def test_what_is_longer_than_a_cell_says_so(book, read_back):
    book.sheet("One", "en", (20,)).text(0, 0, "x" * 40_000)
    value = read_back(book)["One"]["A1"].value
    assert len(value) == 32_767
    assert value.endswith("…")


def test_what_cannot_be_seen_is_an_escape(book, read_back):
    book.sheet("One", "en", (20,)).text(0, 0, "\x1b[1m\u202e")
    assert read_back(book)["One"]["A1"].value == "\\x1b[1m\\u202e"


def test_numbers_are_what_people_meant(book, read_back):
    """0.1 + 0.2 is 0.30000000000000004; to twelve digits it is 0.3, and 11.249999999999998 is 11.25."""
    sheet = book.sheet("One", "en", (20,))
    sheet.number(0, 0, 0.1 + 0.2, "0.0")
    sheet.number(0, 1, 11.249999999999998, "0.0")
    sheet.formula(0, 2, "=A1*2", 0.6000000000000001, "0.0")
    row = next(read_back(book, data_only=True)["One"].iter_rows())
    assert [cell.value for cell in row] == [0.3, 11.25, 0.6]
    assert {cell.number_format for cell in row} == {"0.0"}


def test_head(book, read_back):
    sheet = book.sheet("One", "en", (20, 60, 60))
    sheet.head("A title", "DRAFT by R&D: 5 & 6")
    found = read_back(book)["One"]
    assert [found["A1"].value, found["A2"].value] == ["A title", "DRAFT by R&D: 5 & 6"]
    assert found.oddHeader.center.text.replace("&&", "&").endswith("DRAFT by R&D: 5 & 6")
    assert found.page_setup.orientation == "landscape"
    assert found.sheet_properties.pageSetUpPr.fitToPage
    # One page wide is what is meant where nothing is said.
    assert (found.page_setup.paperSize, found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (9, None, 0)


def test_the_header_of_printed_pages_is_never_too_long(book):
    book.sheet("One", "en", (20, 60, 60)).head("A title", "& a long banner " * 60)
    with zipfile.ZipFile(io.BytesIO(book.content())) as parts:
        text = parts.read("xl/worksheets/sheet1.xml").decode()
    header = text.split("<oddHeader>")[1].split("</oddHeader>")[0].replace("&amp;", "&")
    assert len(header) <= 255
    assert header.endswith("…")


def test_names_are_told_apart_and_no_longer_than_they_may_be(book, read_back):
    for name, language in (("Sources", "en"), ("SOURCES", "fr"), ("x" * 40, "en")):
        book.sheet(name, language, (20,))
    names = read_back(book).sheetnames
    assert names[:2] == ["Sources", "SOURCES (fr)"]
    assert len(names[2]) == 31


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [("", 10, 1), ("two words", 40, 1), ("two words", 5, 2), ("x" * 100, 10, 10), ("a b", 0.5, 3)],
)
def test_lines(text, room, lines):
    """A letter takes 0.95: a hundred take 95, which is ten lines of ten."""
    assert lines_of(text, room) == pytest.approx(lines, abs=0.5 if room > 1 else 5)


def test_rows_are_high_enough_and_no_higher_than_they_may_be(book, read_back):
    sheet = book.sheet("One", "en", (10,))
    sheet.text(0, 0, "word " * 10)
    sheet.text(1, 0, "word " * 5_000)
    found = read_back(book)["One"]
    assert found.row_dimensions[1].height >= 5 * 15
    assert found.row_dimensions[2].height == pytest.approx(MAX_HEIGHT, abs=1)


def test_references():
    assert reference(6, 3) == "D7"
    assert reference(6, 3, "row") == "D$7"
    assert reference(6, 3, "column") == "$D7"
    assert area(0, 0, 6, 3) == "$A$1:$D$7"

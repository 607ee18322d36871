from stratsel.report.document import Blank, Heading
from stratsel.report.paper.sheets import limits_blocks, sheets_blocks

SEVEN_CLEAR = [
    "Rõ người",
    "Rõ việc",
    "Rõ trách nhiệm",
    "Rõ thời gian",
    "Rõ thẩm quyền",
    "Rõ sản phẩm",
    "Rõ nguồn lực",
]


def test_a_sheet_for_everybody_with_a_place(paper, words_of):
    blocks = list(sheets_blocks(paper, words_of(paper)))
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Hammer", "Saw", "File"]
    sheets = [block for block in blocks if isinstance(block, Blank)]
    assert [dict(sheet.rows)["Product"] for sheet in sheets] == ["Hammer", "Saw", "File"]


def test_what_no_file_says_is_blank(paper, words_of):
    sheet = next(block for block in sheets_blocks(paper, words_of(paper)) if isinstance(block, Blank))
    assert {label for label, known in sheet.rows if known} == {"Product"}
    assert len(sheet.rows) == 9


def test_the_seven_clear_in_the_words_of_the_rule(paper, words_of):
    sheet = next(block for block in sheets_blocks(paper, words_of(paper, "vi")) if isinstance(block, Blank))
    labels = [label for label, _ in sheet.rows]
    assert labels == [*SEVEN_CLEAR, "Tổng công trình sư", "Kiến trúc sư trưởng"]


def test_nobody_with_a_place_has_no_sheets(papers, words_of):
    paper = papers.bare(papers.MADE["nobody"]())
    assert list(sheets_blocks(paper, words_of(paper))) == []


def test_limits_end_with_who_decides(paper, words_of, lines):
    assert lines(limits_blocks(words_of(paper)))[-1] == "It informs those who decide, and decides nothing."

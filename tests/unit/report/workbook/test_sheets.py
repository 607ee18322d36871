import pytest

from stratsel.report.document import Heading, Paragraph, Table
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.report.workbook.sheets import (
    EVIDENCE_WIDTHS,
    SOURCES_WIDTHS,
    held_blocks,
    summary_blocks,
    write_evidence,
    write_sources,
)


def words(paper, language="en"):
    return Words(paper.ranking, Sentences(language))


def texts(blocks, kind):
    return [block.text for block in blocks if isinstance(block, kind)]


def test_the_summary_asks_and_answers(made_paper):
    paper = made_paper["paper"]()
    blocks = list(summary_blocks(paper, words(paper)))
    assert texts(blocks, Paragraph)[0] == "Which tool comes first?"
    order, excluded = [block for block in blocks if isinstance(block, Table)]
    assert [row[0].value for row in order.rows] == [1, 2, 2, 4]
    assert [row[0].mark for row in order.rows] == ["", "=", "=", ""]
    assert excluded.rows[0][1].value == "Its maker is named"


def test_the_summary_of_nobody_and_of_who_is_not_ranked(made, made_paper):
    nobody, available = (made_paper["bare"](ranking) for ranking in (made.nobody(), made.available()))
    assert "Nobody is ranked." in texts(summary_blocks(nobody, words(nobody)), Paragraph)
    assert "Not ranked" in texts(summary_blocks(available, words(available)), Heading)


def test_the_parts_of_the_study_each_under_their_heading(made, made_paper):
    paper, bare = made_paper["paper"](), made_paper["bare"](made.plain())
    assert len(texts(held_blocks(paper, words(paper)), Heading)) == 3
    assert list(held_blocks(bare, words(bare))) == []


@pytest.mark.parametrize(
    ("write", "widths", "first"),
    [(write_evidence, EVIDENCE_WIDTHS, "Búa"), (write_sources, SOURCES_WIDTHS, "Một chuyến thăm")],
)
def test_lists_are_in_the_language_and_can_be_filtered(write, widths, first, book, read_back, made_paper):
    paper = made_paper["paper"]()
    sheet = book.sheet("One", "vi", widths)
    write(sheet, paper, words(paper, "vi"))
    found = read_back(book)["One"]
    assert found["A2"].value == first
    assert found.auto_filter.ref.startswith("A1:")
    assert found.freeze_panes == "B2"

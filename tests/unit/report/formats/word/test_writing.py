import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from stratsel.errors import UsageError
from stratsel.report.charts.kinds import HeatMap
from stratsel.report.document import Document, Figure, Heading, Paragraph
from stratsel.report.formats.word.writing import TALLEST, written


@pytest.fixture
def template():
    document = docx.Document()
    document.add_paragraph("MINISTRY OF THIS AND THAT")
    document.sections[0].header.paragraphs[0].text = "THEIR HEAD"
    document.sections[0].left_margin = Mm(33)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def opened(content):
    return docx.Document(io.BytesIO(content))


def test_an_official_paper_follows_the_text_and_head_of_its_template(pages, template):
    word = opened(written(pages.official.ranking.round, [pages.every_block(banner="")], template))
    assert [each.text for each in word.paragraphs[:2]] == ["MINISTRY OF THIS AND THAT", "Điểm <cao>"]
    assert [each.text for each in word.sections[0].header.paragraphs] == ["THEIR HEAD"]
    assert "CỘNG HÒA" not in "".join(each.text or "" for each in word.element.body.iter(qn("w:t")))


def test_what_is_not_official_takes_styles_and_margins_and_no_letterhead(pages, template):
    word = opened(written(pages.small.ranking.round, [pages.every_block(banner="DRAFT")], template))
    assert word.paragraphs[0].text == "Điểm <cao>"
    assert [each.text for each in word.sections[0].first_page_header.paragraphs] == ["DRAFT"]
    assert "THEIR HEAD" not in [each.text for each in word.sections[0].header.paragraphs]
    assert round(word.sections[0].left_margin.mm) == 33


def test_a_template_gives_identical_bytes_too(pages, template):
    document, facts = pages.every_block(), pages.small.ranking.round
    assert written(facts, [document], template) == written(facts, [document], template)


def test_a_template_that_is_no_document_is_refused(pages):
    with pytest.raises(UsageError, match="not a document of Word"):
        written(pages.small.ranking.round, [pages.every_block()], b"%PDF")


def test_a_quiet_paragraph_is_a_subtitle_under_the_title_alone(pages):
    blocks = (Heading(1, "T"), Paragraph("one", is_quiet=True), Heading(2, "H"), Paragraph("two", is_quiet=True))
    word = opened(written(pages.small.ranking.round, [Document("en", "", blocks)], None))
    assert [each.style.name for each in word.paragraphs] == ["Title", "Subtitle", "Heading 1", "Quiet Text"]


def test_no_figure_is_taller_than_a_page(pages):
    chart = HeatMap(tuple(map(str, range(60))), ("1",), ((0.5,),) * 60, (("50 %",),) * 60, "rank")
    document = Document("en", "", (Figure("acceptability", chart, "Caption", "Alternative"),))
    word = opened(written(pages.small.ranking.round, [document], None))
    (shape,) = word.inline_shapes
    assert shape.height == TALLEST
    assert shape.width < Mm(160)


def test_a_paper_without_a_heading_is_called_by_its_round(pages):
    word = opened(written(pages.small.ranking.round, [Document("en", "", (Paragraph("x"),))], None))
    assert word.core_properties.title == "tools"

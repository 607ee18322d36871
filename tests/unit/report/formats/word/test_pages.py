import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from stratsel.report.formats.word.archive import opened, packed
from stratsel.report.formats.word.pages import clear_letterhead, has_heads, set_heads, set_pages, text_width
from stratsel.report.formats.word.styles import lend_styles


@pytest.fixture
def letterhead():
    """A template with text, a picture, and heads and feet for first, odd and even pages."""
    document, picture = docx.Document(), io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "png")
    document.add_paragraph("MINISTRY")
    document.add_picture(picture)
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for each in (section.header, section.first_page_header, section.even_page_header, section.footer):
        each.paragraphs[0].text = "THEIRS"
    return document


def shown(header):
    return [each.text for each in header.paragraphs]


def test_pages_are_a4_with_the_margins_of_the_decree():
    """210 mm less 30 and 20 are 160 mm, of 1440 twentieths of a point to 25.4 mm: 9071."""
    section = docx.Document().sections[0]
    set_pages(section)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 20)
    assert text_width(section) == 9071


def test_the_number_is_centred_at_the_head_of_every_page_but_the_first():
    document = docx.Document()
    section, styles = document.sections[0], lend_styles(document)
    set_heads(section, "", "en", styles, is_first=True)
    (number,) = section.header._element.iter(qn("w:fldSimple"))
    assert number.get(qn("w:instr")) == "PAGE"
    assert section.header._element.find(f".//{qn('w:jc')}").get(qn("w:val")) == "center"
    assert not list(section.first_page_header._element.iter(qn("w:fldSimple")))


def test_a_banner_is_at_the_head_of_every_page_and_of_the_first():
    document = docx.Document()
    section = document.sections[0]
    set_heads(section, "DRAFT", "en", lend_styles(document), is_first=True)
    assert shown(section.first_page_header) == ["DRAFT"]
    assert shown(section.header)[-1] == "DRAFT"


def test_nothing_of_a_letterhead_is_left_but_styles_and_margins(letterhead):
    letterhead.sections[0].left_margin = Mm(31)
    clear_letterhead(letterhead)
    section = letterhead.sections[0]
    assert round(section.left_margin.mm) == 31
    assert not letterhead.paragraphs and not has_heads(section)
    assert not letterhead.settings.odd_and_even_pages_header_footer
    again = opened(packed(letterhead))
    names = [str(part.partname) for part in again.part.package.iter_parts()]
    assert not [name for name in names if "media" in name or "header" in name or "footer" in name]


def test_a_template_may_have_heads_of_its_own(letterhead):
    assert has_heads(letterhead.sections[0])
    assert not has_heads(docx.Document().sections[0])

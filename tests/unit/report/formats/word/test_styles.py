import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from stratsel.report.formats.word.archive import opened
from stratsel.report.formats.word.styles import lend_styles, set_styles

USED = ("title", "subtitle", "heading 1", "heading 2", "heading 3", "body text", "quiet text", "list bullet",
        "list bullet 2", "list bullet 3", "caption", "figure", "header", "banner", "table text", "meeting table",
        "hyperlink", "source place")  # fmt: skip


@pytest.fixture
def bare():
    """A template as small as a ministry's may be: its only style is called by another id, and it has no lists."""
    document = docx.Document()
    styles = document.styles.element
    normal = document.styles["Normal"].element
    styles[:] = [normal]
    normal.set(qn("w:styleId"), "Binhthng")
    for name, each in list(document.part.rels.items()):
        if each.reltype == RELATIONSHIP_TYPE.NUMBERING:
            del document.part.rels[name]
    content = io.BytesIO()
    document.save(content)
    return opened(content.getvalue())


def numbers(document):
    return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element


def test_the_styles_of_the_paper_are_those_of_the_decree():
    """Times New Roman 13, black, in the document's language."""
    document = opened(None)
    ids = set_styles(document, "vi")
    assert set(USED) <= ids.keys()
    root = document.styles.element
    fonts = root.find(f".//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert root.find(f".//{qn('w:sz')}").get(qn("w:val")) == "26"
    assert root.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"
    assert document.styles["Heading 1"].type is WD_STYLE_TYPE.PARAGRAPH
    assert document.styles["Meeting Table"].type is WD_STYLE_TYPE.TABLE


def test_each_style_stands_on_one_that_there_is():
    document = opened(None)
    ids = set(set_styles(document, "en").values())
    named = [each.get(qn("w:val")) for tag in ("w:basedOn", "w:next") for each in document.styles.element.iter(qn(tag))]
    assert named and set(named) <= ids


def test_a_template_keeps_the_styles_that_it_has():
    document = docx.Document()
    document.styles["Title"].font.size = Pt(40)
    ids = lend_styles(document)
    assert set(USED) <= ids.keys()
    assert document.styles["Title"].font.size == Pt(40)
    assert sum(style.name == "Title" for style in document.styles) == 1


def test_what_it_lacks_is_lent_on_its_own_default(bare):
    ids = lend_styles(bare)
    assert set(USED) <= ids.keys()
    assert bare.styles["Title"].base_style.style_id == "Binhthng"
    based = [each.get(qn("w:val")) for each in bare.styles.element.iter(qn("w:basedOn"))]
    assert set(based) <= set(ids.values())


def test_bullets_are_lent_with_the_lists(bare):
    lend_styles(bare)
    number = bare.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert [each.get(qn("w:numId")) for each in numbers(bare).findall(qn("w:num"))] == [number]


def test_lent_bullets_come_after_the_lists_of_the_template():
    document = docx.Document()
    document.styles["List Bullet"].element.getparent().remove(document.styles["List Bullet"].element)
    before = [int(each.get(qn("w:numId"))) for each in numbers(document).findall(qn("w:num"))]
    lend_styles(document)
    after = [int(each.get(qn("w:numId"))) for each in numbers(document).findall(qn("w:num"))]
    assert after == [*before, max(before) + 1]
    number = document.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert int(number) == after[-1]
    kinds = [each.tag for each in numbers(document)]
    assert kinds == sorted(kinds), "abstractNum before num, as the standard has it"


def test_an_id_that_the_template_uses_for_another_style_is_left_to_it():
    document = docx.Document()
    document.styles.add_style("Something", WD_STYLE_TYPE.PARAGRAPH).element.set(qn("w:styleId"), "Banner")
    ids = lend_styles(document)
    assert (ids["something"], ids["banner"]) == ("Banner", "BannerPaper")

import pytest
from docx.oxml.ns import qn

from stratsel.report.formats.word.markup import bold, element, paragraph, run, styled


def test_an_element_has_its_attributes_and_children_in_order():
    made = element("pPr", element("keepNext"), element("jc", val="center"))
    assert made.tag == qn("w:pPr")
    assert [each.tag for each in made] == [qn("w:keepNext"), qn("w:jc")]
    assert made[1].get(qn("w:val")) == "center"


@pytest.mark.parametrize(("language", "locale"), [("vi", "vi-VN"), ("en", "en-GB"), ("fr", "fr")])
def test_a_run_says_its_language_last(language, locale):
    properties = run("x", language, *bold())[0]
    assert [each.tag for each in properties] == [qn("w:b"), qn("w:bCs"), qn("w:lang")]
    assert properties[-1].get(qn("w:val")) == locale


def test_the_text_of_a_run_is_made_visible_and_keeps_its_spaces():
    told = run(" <a>\n\u202e ", "en")[1]
    assert told.text == " <a>\\n\\u202e "
    assert told.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_paragraph_has_its_style_first():
    made = paragraph("Title", [run("x", "en", styled("Hyperlink"))], element("jc", val="right"))
    assert [each.tag for each in made] == [qn("w:pPr"), qn("w:r")]
    assert made[0][0].get(qn("w:val")) == "Title"
    assert made[1][0][0].get(qn("w:val")) == "Hyperlink"

"""The pages of a Word document: their size, and what stands at their head."""

from copy import deepcopy

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Length, Mm

from stratsel.report.formats.word.markup import Element, element, paragraph, run
from stratsel.report.formats.word.styles import Ids

SIZE = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(20)
"""Margins within those of Decree 30/2020/NĐ-CP, Appendix I: 20 to 25, 20 to 25, 30 to 35 and 15 to 20 mm."""
HEAD = Mm(9)
_KEPT = {"styles", "numbering", "settings", "webSettings", "fontTable", "theme", "footnotes", "endnotes"}
"""The parts that styles need. A logo, say, would stay in the file else, if on no page."""


def set_pages(section: Section) -> None:
    """Make the pages of a section those of the decree."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = SIZE
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.header_distance = section.footer_distance = HEAD


def text_width(section: Section) -> int:
    """Return how wide the text of a section is, in twentieths of a point."""
    page, left, right = section.page_width or SIZE[0], section.left_margin or LEFT, section.right_margin or RIGHT
    return int(Length(page - left - right).twips)


def set_heads(section: Section, banner: str, language: str, styles: Ids, *, is_first: bool) -> None:
    """Put the page number at the head of every page but the document's first, and a banner at that of every page."""
    section.different_first_page_header_footer = is_first
    told = [paragraph(styles["banner"], [run(banner, language)])] if banner else []
    number = element("fldSimple", run("2", language), instr="PAGE")
    _fill(section.header, [paragraph(styles["header"], [number], element("jc", val="center")), *told])
    if is_first:
        _fill(section.first_page_header, told or [paragraph(styles["header"], [])])


def _fill(header: Element, paragraphs: list[Element]) -> None:
    header.is_linked_to_previous = False
    header._element[:] = deepcopy(paragraphs)


def clear_letterhead(document: Document) -> None:
    """Take from a template its text and pictures, and the heads and feet of its pages; styles and margins stay."""
    body = document.element.body
    body[:] = [body.get_or_add_sectPr()]
    document.settings.odd_and_even_pages_header_footer = False
    for section in document.sections:
        for each in (
            section.header, section.first_page_header, section.even_page_header,
            section.footer, section.first_page_footer, section.even_page_footer,
        ):  # fmt: skip
            each.is_linked_to_previous = True
    relations = document.part.rels
    for name in [name for name, each in relations.items() if each.reltype.rpartition("/")[2] not in _KEPT]:
        del relations[name]


def has_heads(section: Section) -> bool:
    """Say whether a section has heads of its own."""
    return not (section.header.is_linked_to_previous and section.first_page_header.is_linked_to_previous)

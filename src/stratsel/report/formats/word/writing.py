"""A paper written into a document of Word, block by block."""

import io
import re
from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Mm, Twips

from stratsel.language.visible import visible
from stratsel.model.base import Text, in_language
from stratsel.report.banner import of_pages
from stratsel.report.charts.draw import as_png
from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Figure,
    Heading,
    Line,
    Paragraph,
    Table,
)
from stratsel.report.formats.grid import grids
from stratsel.report.formats.word import decree
from stratsel.report.formats.word.archive import opened, packed, set_properties
from stratsel.report.formats.word.markup import Element, bold, element, paragraph, run, styled
from stratsel.report.formats.word.pages import clear_letterhead, has_heads, set_heads, set_pages, text_width
from stratsel.report.formats.word.styles import Ids, lend_styles, set_styles
from stratsel.report.formats.word.tables import grid_table, sheet_table
from stratsel.report.paper.section import Section
from stratsel.results.ranking import RoundFacts
from stratsel.terms import Standing

TALLEST = Mm(195)
"""A figure is no taller, so that its caption stands on the same page."""
_GAP = 140
_HEADINGS = {1: "title", 2: "heading 1", 3: "heading 2"}
_DEEPEST = "heading 3"
_PART = 2
"""The level of headings that begin a part."""
_LINK = re.compile(r"https?://[!-~]+")


def written(facts: RoundFacts, documents: Sequence[Document], template: bytes | None) -> bytes:
    """Return documents as one file of Word.

    Raises:
        UsageError: the template is no document of Word.
    """
    word, is_official = opened(template), facts.standing is Standing.OFFICIAL
    languages = [document.language for document in documents]
    if template is None:
        styles = set_styles(word, languages[0])
        set_pages(word.sections[0])
    else:
        styles = lend_styles(word)
        if not is_official:
            clear_letterhead(word)
    has_form = template is None and is_official
    keeps_heads = is_official and has_heads(word.sections[-1])
    for at, document in enumerate(documents):
        section = word.sections[-1] if at == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        banner = of_pages(document.banner)
        if not keeps_heads:
            set_heads(section, banner.short, document.language, styles, is_first=at == 0)
        writer = _Writer(word, styles, document.language, text_width(section))
        writer.write(document, banner.whole, _one_line(facts.owner, "vi") if has_form else None)
    title = next((block.text for block in documents[0].blocks if isinstance(block, Heading)), facts.id)
    set_properties(word, visible(title), _one_line(facts.owner, languages[0]), " ".join(languages), facts.digest)
    return packed(word)


def _one_line(text: Text, language: str) -> str:
    return visible(" ".join(in_language(text, language).split()))


class _Writer:
    """Writes documents of one language before the end of a document of Word."""

    def __init__(self, word: WordDocument, styles: Ids, language: str, width: int) -> None:
        self.word, self.styles, self.language, self.width = word, styles, language, width
        self.end = word.element.body.get_or_add_sectPr()
        self.part = ""

    def write(self, document: Document, banner: str, issuer: str | None) -> None:
        """Write a document; `banner` where it is too long for pages; `issuer` where the form of the decree is due."""
        has_form = issuer is not None and self.language == "vi"
        if has_form:
            self._put(decree.opening(issuer or "", self.width, self.styles))
            self._put(self._gap())
        if banner:
            self._put(self._paragraph("banner", banner))
        for before, block in zip((None, *document.blocks), document.blocks, strict=False):
            for each in self._block(block, before):
                self._put(each)
        if has_form:
            self._put(decree.closing(self.width, self.styles))
            self._put(self._gap())

    def _put(self, made: Element) -> None:
        self.end.addprevious(made)

    def _block(self, block: Block, before: Block | None) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(is_quiet=True):
                is_under_title = isinstance(before, Heading) and before.level == 1
                yield self._paragraph("subtitle" if is_under_title else "quiet text", block.text)
            case Paragraph():
                yield self._paragraph("body text", block.text)
            case Bullets():
                style = "summary bullet" if self.part == Section.SUMMARY else "list bullet"
                yield from (self._paragraph(style, item) for item in block.items)
            case Entries():
                for entry in block.entries:
                    yield from self._entry(entry)
            case Table():
                for grid in grids(block, self.language):
                    yield grid_table(grid, self.language, self.width, self.styles)
                    yield self._gap()
            case Blank():
                yield sheet_table(block.rows, self.language, self.width, self.styles)
                yield self._gap()
            case Figure():
                yield self._figure(block)
                yield self._paragraph("caption", block.caption)

    def _heading(self, heading: Heading) -> Element:
        """Return a heading; the summary keeps its page to itself."""
        marks = []
        if heading.level <= _PART:
            marks = [element("pageBreakBefore")] if self.part == Section.SUMMARY else []
            self.part = heading.name
        style = self.styles[_HEADINGS.get(heading.level, _DEEPEST)]
        return paragraph(style, [run(heading.text, self.language)] if heading.text else [], *marks)

    def _paragraph(self, style: str, text: str) -> Element:
        return paragraph(self.styles[style], [run(text, self.language)] if text else [])

    def _gap(self) -> Element:
        """Return what stands between tables, which Word would join else."""
        marks = element("spacing", before=0, after=0, line=_GAP, lineRule="exact")
        return paragraph(self.styles["table text"], [], marks)

    def _entry(self, entry: Entry) -> Iterator[Element]:
        term = run(f"{entry.term}: " if len(entry.lines) == 1 else f"{entry.term}:", self.language, *bold())
        if len(entry.lines) == 1:
            yield paragraph(self.styles["list bullet"], [term, *self._line(entry.lines[0])])
            return
        yield paragraph(self.styles["list bullet"], [term], element("keepNext"))
        for line in entry.lines:
            style = "list bullet 3" if line.is_under else "list bullet 2"
            yield paragraph(self.styles[style], list(self._line(line)))

    def _line(self, line: Line) -> Iterator[Element]:
        if _LINK.fullmatch(line.text):
            link = element("hyperlink", run(line.text, self.language, styled(self.styles["hyperlink"])))
            link.set(qn("r:id"), self.word.part.relate_to(line.text, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            yield link
        else:
            yield run(line.text, self.language)
        if line.place:
            yield run(f" ({line.place})", self.language, styled(self.styles["source place"]))

    def _figure(self, figure: Figure) -> Element:
        inline = self.word.part.new_pic_inline(io.BytesIO(as_png(figure.chart)), width=Twips(self.width))
        across, up = inline.extent.cx, inline.extent.cy
        if up > TALLEST:
            _resize(inline, Emu(round(across * TALLEST / up)), TALLEST)
        inline.docPr.set("name", visible(figure.name))
        inline.docPr.set("descr", visible(figure.alternative))
        return paragraph(self.styles["figure"], [element("r", element("drawing", inline))])


def _resize(inline: Element, across: Length, up: Length) -> None:
    inline.extent.cx = inline.graphic.graphicData.pic.spPr.cx = across
    inline.extent.cy = inline.graphic.graphicData.pic.spPr.cy = up

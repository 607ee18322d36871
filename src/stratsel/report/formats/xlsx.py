"""The paper as an Excel workbook: a set of sheets for each language, with live formulas where the order allows them."""

from collections.abc import Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Document
from stratsel.report.options import PaperOptions
from stratsel.report.paper.section import Section
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.report.workbook.blocks import write_blocks
from stratsel.report.workbook.book import Book, Sheet
from stratsel.report.workbook.figures import WIDTHS as CHART_WIDTHS
from stratsel.report.workbook.figures import Charts
from stratsel.report.workbook.fixed import write_fixed
from stratsel.report.workbook.matrix import CANDIDATE_WIDTH, Grid, Matrix
from stratsel.report.workbook.matrix import WIDTHS as MATRIX_WIDTHS
from stratsel.report.workbook.sheets import (
    EVIDENCE_WIDTHS,
    HELD_WIDTHS,
    SOURCES_WIDTHS,
    SUMMARY_WIDTHS,
    held_blocks,
    summary_blocks,
    write_evidence,
    write_sources,
)
from stratsel.results.paper import Paper


def write(paper: Paper, documents: Sequence[Document], options: PaperOptions) -> bytes:
    """Return the paper as a workbook, a set of sheets for each document's language, the same bytes for the same paper.

    The first sheet, which ends with the inputs, always stands; each other belongs to a section.
    """
    facts = paper.ranking.round
    first = Sentences(documents[0].language)
    book = Book(first.words(facts.title), first.words(facts.owner), facts.reference_date)
    for document in documents:
        _Language(book, paper, document, options).write()
    return book.content()


class _Language:
    """Writes the sheets of one language."""

    def __init__(self, book: Book, paper: Paper, document: Document, options: PaperOptions) -> None:
        self.book, self.paper, self.document, self.options = book, paper, document, options
        self.words = Words(paper.ranking, Sentences(document.language))
        self.title = self.words.sentences.words(paper.ranking.round.title)

    def write(self) -> None:
        language, say, sections = self.document.language, self.words.say, self.options.sections
        summary = self._sheet(say(N_("Summary")), SUMMARY_WIDTHS)
        write_blocks(summary, summary_blocks(self.paper, self.words), language)
        grid = self._matrix() if Section.MATRIX in sections else None
        if Section.RANKING in sections:
            charts = self._sheet(say(N_("Charts")), CHART_WIDTHS)
            Charts(charts, self.paper, self.words, self.document.banner).write(grid)
        if Section.ROBUSTNESS in sections:
            held = self._sheet(say(N_("Robustness")), HELD_WIDTHS)
            write_blocks(held, held_blocks(self.paper, self.words), language)
        if Section.REASONS in sections:
            evidence = self._sheet(say(N_("Evidence")), EVIDENCE_WIDTHS)
            write_evidence(evidence, self.paper, self.words, self.options.candidates)
        if Section.SOURCES in sections:
            write_sources(self._sheet(say(N_("Sources")), SOURCES_WIDTHS), self.paper, self.words)

    def _matrix(self) -> Grid | None:
        sheet = self._sheet(self.words.say(N_("Matrix")), (*MATRIX_WIDTHS, *(CANDIDATE_WIDTH,) * 3))
        if self.paper.what_if is not None:
            return Matrix(sheet, self.paper.what_if, self.words).write()
        write_fixed(sheet, self.paper, self.words)
        return None

    def _sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        sheet = self.book.sheet(name, self.document.language, widths)
        sheet.head(f"{self.title} — {name}", self.document.banner)
        return sheet

"""What a table of Word costs when its rows are built as marks, and the page of a report beside its figures alone."""

from pathlib import Path

import docx
from docx.shared import Twips

from benchmarks.measure import Comparison, timed
from stratsel import api
from stratsel.report.charts.draw import as_svg
from stratsel.report.document import Cell, Column, Figure, Kind, Table
from stratsel.report.formats import html
from stratsel.report.formats.grid import grids
from stratsel.report.formats.word.markup import Element
from stratsel.report.formats.word.styles import set_styles
from stratsel.report.formats.word.tables import grid_table
from stratsel.report.options import PaperOptions
from stratsel.report.paper.compose import compose_paper

ROWS, COLUMNS, WIDTH = 60, 6, 9071


def pages() -> list[Comparison]:
    """The page of the shipped round, against drawing the figures that it holds."""
    paper = api.paper(Path(__file__).parents[1] / "candidates")
    document = compose_paper(paper, "en")
    charts = [block.chart for block in document.blocks if isinstance(block, Figure)]

    def ours() -> bytes:
        return html.write(paper, [document], PaperOptions())

    def theirs() -> list[bytes]:
        return [as_svg(chart) for chart in charts]

    what = f"the report of the shipped round as HTML with {len(charts)} figures, against drawing these"
    return [Comparison("html", what, timed(ours), timed(theirs), 1.3, 5)]


def comparisons() -> list[Comparison]:
    """The same texts, widths and style on both sides; ours also writes the numbers and finds the widths."""
    columns = tuple(Column(f"Column {at}", is_key=at == 0) for at in range(COLUMNS))
    rows = tuple(tuple(Cell(Kind.POINTS, row + at / 10) for at in range(COLUMNS)) for row in range(ROWS))
    table = Table(columns, rows)
    document = docx.Document()
    styles = set_styles(document, "en")
    (grid,) = grids(table, "en")
    texts = [row.texts for row in (grid.head, *grid.rows)]
    widths = [Twips(round(WIDTH * share)) for share in grid.shares]

    def ours() -> Element:
        (again,) = grids(table, "en")
        return grid_table(again, "en", WIDTH, styles)

    def theirs() -> Element:
        made = docx.Document().add_table(len(texts), COLUMNS)
        for at, row in enumerate(texts):
            for column, text in enumerate(row):
                cell = made.cell(at, column)
                cell.text, cell.width = text, widths[column]
        return made._tbl

    assert _texts(ours()) == _texts(theirs()) == [text for row in texts for text in row]
    what = f"a table of Word of {len(texts):,} rows of {COLUMNS} cells, as marks, against table.cell() for each"
    return [Comparison("docx-table", what, timed(ours), timed(theirs), 0.02, 3)]


def _texts(table: Element) -> list[str]:
    return [each.text for each in table.iter(docx.oxml.ns.qn("w:t"))]

"""Tables in Word: built row by row, so that ten thousand cells cost what they are and no search for each."""

from collections.abc import Iterator, Sequence

from stratsel.report.formats.grid import Grid, GridRow, RowKind
from stratsel.report.formats.word.markup import Element, bold, element, paragraph, run
from stratsel.report.formats.word.styles import Ids

_SECTION_FILL = "EEF2F7"


def grid_table(grid: Grid, language: str, width: int, styles: Ids) -> Element:
    """Return a table whose head is repeated on each page and whose rows stay whole.

    Args:
        grid: its texts.
        language: their language.
        width: of the table, in twentieths of a point.
        styles: ids of styles by name.
    """
    widths = column_widths(grid.shares, width)
    table = empty_table(widths, styles["meeting table"])
    for row in (grid.head, *grid.rows):
        table.append(_row(row, grid, widths, language, styles["table text"]))
    return table


def sheet_table(rows: Sequence[tuple[str, str]], language: str, width: int, styles: Ids) -> Element:
    """Return a sheet to be filled in: a label in each row, and room beside it; its rows stay together."""
    widths, style = column_widths((0.28, 0.72), width), styles["table text"]
    table = empty_table(widths, styles["meeting table"], has_head=False)
    for at, (label, known) in enumerate(rows, 1):
        keeps = ["keepNext"] if at < len(rows) else []
        height = element("trPr", element("cantSplit"), element("trHeight", val=480, hRule="atLeast"))
        texts = (run(label, language, *bold()), run(known, language))
        told = (paragraph(style, [text], *map(element, keeps)) for text in texts)
        cells = (_cell([each], width) for each, width in zip(told, widths, strict=True))
        table.append(element("tr", height, *cells))
    return table


def column_widths(shares: Sequence[float], width: int) -> list[int]:
    """Return whole widths of columns that sum to the width of the table."""
    ends = [round(width * sum(shares[: at + 1])) for at in range(len(shares))]
    return [end - begin for begin, end in zip([0, *ends[:-1]], ends, strict=True)]


def empty_table(widths: Sequence[int], style: str, *, has_head: bool = True) -> Element:
    """Return a table of columns without rows; `style` is the id of its style."""
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620" if has_head else "0600", firstRow=int(has_head), noHBand=1, noVBand=1),
    )
    return element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)))


def _row(row: GridRow, grid: Grid, widths: Sequence[int], language: str, style: str) -> Element:
    marks = [] if row.is_tall else [element("cantSplit")]
    if row.kind is RowKind.HEAD and not row.is_tall:
        marks.append(element("tblHeader"))
    return element("tr", element("trPr", *marks), *_cells(row, grid, widths, language, style))


def _cells(row: GridRow, grid: Grid, widths: Sequence[int], language: str, style: str) -> Iterator[Element]:
    if row.kind in (RowKind.SECTION, RowKind.DIVIDER):
        is_section = row.kind is RowKind.SECTION
        marks = [element("shd", val="clear", color="auto", fill=_SECTION_FILL)] if is_section else []
        letters = bold() if is_section else (element("i"), element("iCs"))
        keep = [element("keepNext")] if is_section else []
        told = paragraph(style, [run(row.texts[0], language, *letters)], *keep)
        yield _cell([told], sum(widths), element("gridSpan", val=len(widths)), *marks)
        return
    keep = [element("keepNext")] if row.kind is RowKind.HEAD else []
    letters = bold() if row.kind is RowKind.HEAD else ()
    for text, width, align in zip(row.texts, widths, grid.aligns, strict=True):
        side = [element("jc", val="right")] if align == "right" else []
        yield _cell([paragraph(style, [run(text, language, *letters)], *keep, *side)], width)


def _cell(paragraphs: Sequence[Element], width: int, *marks: Element) -> Element:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *marks), *paragraphs)


def bare_table(widths: Sequence[int], rows: Sequence[Sequence[Sequence[Element]]]) -> Element:
    """Return a table without lines or style, for a form: the paragraphs of each cell of each row."""
    margins = element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa"))
    properties = element(
        "tblPr", element("tblW", w=sum(widths), type="dxa"), element("tblLayout", type="fixed"), margins
    )
    table = element("tbl", properties, element("tblGrid", *(element("gridCol", w=width) for width in widths)))
    for row in rows:
        cells = (_cell(paragraphs, width) for paragraphs, width in zip(row, widths, strict=True))
        table.append(element("tr", element("trPr", element("cantSplit")), *cells))
    return table

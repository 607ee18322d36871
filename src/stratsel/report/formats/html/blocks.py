"""From the blocks of a document to what the template shows."""

import re
from collections.abc import Iterator, Mapping, Sequence

from stratsel.report.charts.draw import as_svg
from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Cell,
    Column,
    Divider,
    Entries,
    Face,
    Figure,
    Heading,
    Line,
    Paragraph,
    Row,
    Section,
    Table,
    faced,
    written,
)
from stratsel.report.formats.html.anchors import Anchors
from stratsel.report.formats.html.figures import inline_svg
from stratsel.report.formats.html.views import (
    BlankView,
    BulletsView,
    CellView,
    ColumnView,
    EntriesView,
    FigureView,
    HeadingView,
    LineView,
    ParagraphView,
    TableView,
    TextView,
    View,
)
from stratsel.report.paper.criteria import STEP

MAX_DEPTH = 5
"""How many steps a text can be set in."""
LONG = 40
"""Letters beyond which a term has no room beside its lines."""
_ADDRESS = re.compile(r"https?://[^\s\\<>\"]+")


def web_address(text: str) -> str:
    """Return a text that is an address on the web as a whole; nothing where it is any other text or scheme."""
    return text if _ADDRESS.fullmatch(text) else ""


class BlockViews:
    """Makes views in one language; `links` are anchors by the names of candidates, for columns of that `title`."""

    def __init__(self, anchors: Anchors, links: Mapping[str, str], title: str) -> None:
        self.anchors = anchors
        self.language = anchors.language
        self.links, self.title = links, title

    def views(self, heading: str, blocks: Sequence[Block]) -> Iterator[View]:
        """Yield the views of what stands under a heading; a paragraph that ends in a colon is its table's caption."""
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Heading):
                heading = block.text
            if isinstance(block, Paragraph) and isinstance(following, Table) and block.text.endswith(":"):
                heading = block.text
                continue
            yield self._view(block, heading)

    def _view(self, block: Block, heading: str) -> View:
        match block:
            case Heading():
                return HeadingView(block.level, block.text, self.anchors.heading())
            case Paragraph():
                return ParagraphView(block.text, block.is_quiet)
            case Bullets():
                return BulletsView(block.items)
            case Entries():
                entries = ((entry.term, tuple(map(self._line, entry.lines))) for entry in block.entries)
                return EntriesView(tuple(entries), any(len(entry.term) > LONG for entry in block.entries))
            case Table():
                return self._table(faced(block, Face.SECTIONED), heading)
            case Figure():
                svg = inline_svg(as_svg(block.chart), self.anchors.figure(block.name), block.alternative)
                return FigureView(svg, block.caption)
            case Blank():
                return BlankView(heading, block.rows)

    def _line(self, line: Line) -> TextView:
        anchor = self.anchors.place(line.place) or ""
        return TextView(line.text, line.place, anchor, web_address(line.text), line.is_under)

    def _table(self, table: Table, caption: str) -> TableView:
        columns = tuple(ColumnView(column.title, column.align) for column in table.columns)
        groups = tuple(tuple(self._row(row, table.columns) for row in group) for group in _groups(table.rows))
        return TableView(caption, not caption.endswith(":"), columns, groups)

    def _row(self, row: Row, columns: Sequence[Column]) -> tuple[CellView, ...] | LineView:
        match row:
            case Section():
                return LineView(row.text, is_head=True)
            case Divider():
                return LineView(f"{row.text}: {row.note}", is_head=False)
        header = next((at for at, column in enumerate(columns) if column.is_key and column.align == "left"), None)
        return tuple(
            self._cell(cell, column, at == header) for at, (cell, column) in enumerate(zip(row, columns, strict=True))
        )

    def _cell(self, cell: Cell, column: Column, is_header: bool) -> CellView:
        text, depth = written(cell, self.language), 0
        while is_header and text.startswith(STEP):
            text, depth = text.removeprefix(STEP), depth + 1
        link = self.links.get(text, "") if column.title == self.title else ""
        return CellView(text, column.align, link, min(depth, MAX_DEPTH), is_header)


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows in groups; each section begins one."""
    group: list[Row] = []
    for row in rows:
        if isinstance(row, Section) and group:
            yield group
            group = []
        group.append(row)
    if group:
        yield group

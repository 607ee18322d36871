"""What the template shows: blocks of a document with their anchors and links, every value as its text."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; `link` is an anchor or empty, `depth` how far it is set in, `is_header` heads its row."""

    text: str
    align: str
    link: str = ""
    depth: int = 0
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """A row across the whole table: the head of a group, or a line between rows."""

    text: str
    is_head: bool


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column's title."""

    title: str
    align: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table in groups of rows; a quiet caption is for those who do not see the heading above it."""

    kind: ClassVar[str] = "table"
    caption: str
    is_quiet: bool
    columns: tuple[ColumnView, ...]
    groups: tuple[tuple[tuple[CellView, ...] | LineView, ...], ...]


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading below that of its part."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A run of text."""

    kind: ClassVar[str] = "paragraph"
    text: str
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class BulletsView:
    """A list of remarks."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A line under a term: `link` is an address on the web or empty, `anchor` that of its place."""

    text: str
    place: str
    anchor: str
    link: str
    is_under: bool


@dataclass(frozen=True, slots=True)
class EntriesView:
    """Terms, each with its lines: beside each other, or below where a term is long."""

    kind: ClassVar[str] = "entries"
    entries: tuple[tuple[str, tuple[TextView, ...]], ...]
    is_stacked: bool


@dataclass(frozen=True, slots=True)
class FigureView:
    """A chart as an element of the page."""

    kind: ClassVar[str] = "figure"
    svg: str
    caption: str


@dataclass(frozen=True, slots=True)
class BlankView:
    """A sheet to fill in."""

    kind: ClassVar[str] = "blank"
    caption: str
    rows: tuple[tuple[str, str], ...]


View = TableView | HeadingView | ParagraphView | BulletsView | EntriesView | FigureView | BlankView


@dataclass(frozen=True, slots=True)
class PartView:
    """A heading of the second level with what stands under it."""

    title: str
    anchor: str
    views: tuple[View, ...]
    is_order: bool

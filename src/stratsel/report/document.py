"""A document without a format: blocks of text and tables, whose cells hold values until they are rendered."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Literal

from stratsel.language.numbers import format_number, format_share
from stratsel.report.charts.kinds import AnyChart

DASH = "–"


class Kind(Enum):
    """What a cell's value is, which decides how it is written."""

    TEXT = auto()
    COUNT = auto()
    POINTS = auto()
    SHARE = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a table; with `until` it is a range; `mark` follows it, as in `2=`."""

    kind: Kind
    value: str | int | float
    until: float | None = None
    mark: str = ""


Align = Literal["left", "right"]


class Face(Enum):
    """What a format can show of a table: rows that head a section, in any number of columns; or few columns and no such
    rows.
    """

    SECTIONED = auto()
    COMPACT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Where there is no room, the columns of the highest `priority` are left out first, those of 0 never, and texts are
    cut where the column `yields`. `is_key` columns are repeated where a table is split; `only` keeps a column to one
    face.
    """

    title: str
    align: Align = "right"
    priority: int = 0
    yields: bool = False
    is_key: bool = False
    only: Face | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A row that heads the rows below it."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A row that draws a line between rows, with what separates them."""

    text: str
    note: str


Row = tuple[Cell, ...] | Section | Divider


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row of cells is as long as `columns`."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's own. `name` is what a format finds a part by, in any language."""

    level: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; what is quiet may be set back."""

    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the place in a file that bears it out; `is_under` belongs to the line before it."""

    text: str
    place: str = ""
    is_under: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with what there is to say under it."""

    term: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Terms and their lines."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of remarks."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its caption; `alternative` says in words what it shows, `name` is a file's without its ending."""

    name: str
    chart: AnyChart
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A sheet to be filled in: labels, each with what is known, empty where that is for people to say."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Table | Entries | Bullets | Figure | Blank


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language; `banner` says in whose name it speaks, and is empty where that is official."""

    language: str
    banner: str
    blocks: tuple[Block, ...] = field(default=())


def written(cell: Cell, language: str) -> str:
    """Write a cell: the one way from a value in a table to the text that every format shows."""
    low = _written_value(cell.kind, cell.value, language)
    if cell.until is None:
        return f"{low}{cell.mark}"
    return f"{low}{DASH}{_written_value(cell.kind, cell.until, language)}{cell.mark}"


def _written_value(kind: Kind, value: str | float, language: str) -> str:
    if isinstance(value, str):
        return value
    if kind is Kind.SHARE:
        return format_share(value, language)
    return format_number(value, language, 0 if kind is Kind.COUNT else 1)


def faced(table: Table, face: Face) -> Table:
    """Return a table as one face of it has it: without the columns of the other, and sections only where they show."""
    kept = [at for at, column in enumerate(table.columns) if column.only in (None, face)]
    rows = (row for row in table.rows if face is Face.SECTIONED or not isinstance(row, Section))
    return Table(tuple(table.columns[at] for at in kept), tuple(_only(row, kept) for row in rows))


def split(table: Table, most: int) -> Iterator[Table]:
    """Yield a table in pieces of at most `most` columns, each with the key columns."""
    keys = [at for at, column in enumerate(table.columns) if column.is_key]
    others = [at for at in range(len(table.columns)) if at not in keys]
    size = max(most - len(keys), 1)
    if len(table.columns) <= most:
        yield table
        return
    for begin in range(0, len(others), size):
        kept = sorted([*keys, *others[begin : begin + size]])
        yield replace(
            table, columns=tuple(table.columns[at] for at in kept), rows=tuple(_only(row, kept) for row in table.rows)
        )


def _only(row: Row, kept: list[int]) -> Row:
    return tuple(row[at] for at in kept) if isinstance(row, tuple) else row

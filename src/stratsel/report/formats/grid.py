"""Tables as paper has them: every cell a text, in pieces that fit across a page, with the width of each column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from stratsel.report.document import Align, Divider, Face, Row, Section, Table, faced, split, written

LETTERS = 104
"""How many fit across a page in the size that tables are set in."""
_LONGEST_WORD, _LONGEST_TEXT, _PADDING = 18, 90, 4
_LINE = 22
"""Letters of a long text that stand on one line at least."""
_TITLE_LINES = 3
_BOLD = 1.25
"""How much wider bold letters are, as those of titles."""
_MAX_LINES = 30
"""A row that may take more is not kept on one page: it might not fit on any."""

Texts = tuple[str, ...]


class RowKind(StrEnum):
    """What a row is; a section heads the rows below it, a divider separates rows."""

    HEAD = "head"
    CELLS = "cells"
    SECTION = "section"
    DIVIDER = "divider"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: a text for each column, or one across them all. What is tall may break across pages."""

    kind: RowKind
    texts: Texts
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for a page; `shares` are of its width, one a column, and sum to 1."""

    head: GridRow
    aligns: tuple[Align, ...]
    shares: tuple[float, ...]
    rows: tuple[GridRow, ...]


def grids(table: Table, language: str) -> Iterator[Grid]:
    """Yield a table in as few pieces as have room for their columns, these spread evenly."""
    face = faced(table, Face.SECTIONED)
    keys = sum(column.is_key for column in face.columns)
    others = len(face.columns) - keys
    for count in range(1, others + 1):
        pieces = list(split(face, ceil(others / count) + keys))
        if all(_fits(piece, language) for piece in pieces):
            break
    else:
        pieces = list(split(face, keys + 1))
    yield from (_grid(piece, language) for piece in pieces)


def _fits(table: Table, language: str) -> bool:
    return sum(map(_least, _columns(table, language))) <= LETTERS


def _grid(table: Table, language: str) -> Grid:
    shares = column_shares(_columns(table, language))
    titles = tuple(column.title for column in table.columns)
    texts = (_texts(row, language) for row in table.rows)
    rows = tuple(GridRow(kind, told, _is_tall(told, shares)) for kind, told in texts)
    head = GridRow(RowKind.HEAD, titles, _is_tall(titles, shares))
    return Grid(head, tuple(column.align for column in table.columns), shares, rows)


def _columns(table: Table, language: str) -> list[Texts]:
    """Return the texts of each column, its title first."""
    cells = [told for kind, told in (_texts(row, language) for row in table.rows) if kind is RowKind.CELLS]
    return list(zip(tuple(column.title for column in table.columns), *cells, strict=True))


def _texts(row: Row, language: str) -> tuple[RowKind, Texts]:
    match row:
        case Section():
            return RowKind.SECTION, (row.text,)
        case Divider():
            return RowKind.DIVIDER, (f"{row.text}: {row.note}",)
    return RowKind.CELLS, tuple(written(cell, language) for cell in row)


def _is_tall(texts: Texts, shares: Sequence[float]) -> bool:
    widths = shares if len(texts) == len(shares) else (1.0,)
    return any(len(text) > share * LETTERS * _MAX_LINES for text, share in zip(texts, widths, strict=True))


def column_shares(columns: Sequence[Texts]) -> tuple[float, ...]:
    """Return the share of the width that each column takes, by its texts, of which the first is its title.

    Each has its least width; what is left over is dealt out evenly, to none more than its longest text takes.
    """
    widths = list(map(_least, columns))
    wanted = [max(_most(column) - low, 0) for column, low in zip(columns, widths, strict=True)]
    spare = float(max(LETTERS - sum(widths), 0))
    for dealt, at in enumerate(sorted(range(len(columns)), key=wanted.__getitem__)):
        more = min(wanted[at], spare / (len(columns) - dealt))
        widths[at] += more
        spare -= more
    return tuple(width / sum(widths) for width in widths)


def _least(column: Texts) -> float:
    """Return the letters a column takes at least: no word is broken, no title has many lines, no text is too narrow."""
    head, *cells = column
    titles = max(*map(len, head.split(" ")), ceil(len(head) / _TITLE_LINES)) * _BOLD
    word = max((len(word) for text in cells for word in text.split(" ")), default=0)
    line = min(max(map(len, column)) / 2, _LINE)
    return max(min(max(word, titles), _LONGEST_WORD), line) + _PADDING


def _most(column: Texts) -> float:
    """Return the letters with which every cell stands on one line, and the title on two."""
    title, *cells = column
    return min(max(ceil(len(title) / 2), *map(len, cells), 1), _LONGEST_TEXT) + _PADDING

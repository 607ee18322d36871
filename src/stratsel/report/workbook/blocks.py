"""Blocks of a document on a sheet: the same tables and sentences as in every other format, with numbers as numbers."""

from collections.abc import Iterable

from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Cell,
    Divider,
    Entries,
    Face,
    Figure,
    Heading,
    Kind,
    Paragraph,
    Section,
    Table,
    faced,
    written,
)
from stratsel.report.workbook.book import Sheet

FORMS = {Kind.COUNT: "#,##0", Kind.POINTS: "0.0", Kind.SHARE: '0"\u00a0"%'}
"""How a viewer shows numbers, with the marks of its own language."""

_SIDES = {Kind.COUNT: "center"}
_INDENT = 1
"""Keeps a text off the number beside it."""


def write_blocks(sheet: Sheet, blocks: Iterable[Block], language: str) -> None:
    """Write blocks below each other. The second column is that of names; figures are left to charts of the sheet."""
    for block in blocks:
        match block:
            case Heading():
                sheet.row += 1
                sheet.across(block.text, "heading", 18)
            case Paragraph():
                sheet.across(block.text, "quiet" if block.is_quiet else "plain")
            case Bullets():
                for item in block.items:
                    sheet.across(f"• {item}")
            case Entries():
                _entries(sheet, block)
            case Table():
                _table(sheet, faced(block, Face.SECTIONED), language)
            case Blank():
                for label, known in block.rows:
                    sheet.text(sheet.row, 1, label, "head")
                    sheet.text(sheet.row, 2, known)
                    sheet.row += 1
            case Figure():
                pass


def _entries(sheet: Sheet, block: Entries) -> None:
    for entry in block.entries:
        for at, line in enumerate(entry.lines):
            term = f"{entry.term}: " if at == 0 else "• " if not line.is_under else "    "
            sheet.across(f"{term}{line.text}{f' ({line.place})' if line.place else ''}")


def _table(sheet: Sheet, table: Table, language: str) -> None:
    first = 0 if table.columns[0].align == "right" else 1
    for at, column in enumerate(table.columns, first):
        side = column.align if at else _SIDES[Kind.COUNT]
        sheet.text(sheet.row, at, column.title, "head", _INDENT if side == "left" else 0, side)
    sheet.row += 1
    for row in table.rows:
        if isinstance(row, Section):
            sheet.across(row.text, "strong")
            continue
        if isinstance(row, Divider):
            sheet.across(f"— {row.text}: {row.note} —", "quiet")
            continue
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True), first):
            write_cell(sheet, at, cell, language, column.align)
        sheet.row += 1
    sheet.row += 1


def write_cell(sheet: Sheet, column: int, cell: Cell, language: str, align: str = "") -> None:
    """Write a cell of a table: a number, its mark as part of its format, or else the text that every format shows."""
    if isinstance(cell.value, str) or cell.until is not None or '"' in cell.mark:
        sheet.text(sheet.row, column, written(cell, language), "cell", _INDENT, align)
    else:
        mark = f'"{cell.mark}"' if cell.mark else ""
        sheet.number(sheet.row, column, cell.value, f"{FORMS[cell.kind]}{mark}", align=_SIDES.get(cell.kind, ""))

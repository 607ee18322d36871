"""A workbook whose text stays text, with one look for all sheets; made with xlsxwriter, from the extra `reports`."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from stratsel.language.numbers import exact
from stratsel.language.visible import shorten

MAX_TEXT = 32_767
"""Characters that a cell can hold."""
MAX_NAME = 31
"""Characters of a sheet's name."""
MAX_HEADER = 255
"""Characters that the header of printed pages can hold."""
MAX_HEIGHT = 400
"""Points that a row can be high, a little less than the 409 of the format."""
LINE = 15.0
"""Points of a line of text."""
_LETTER = 0.95
"""Of the columns that the format counts by digits, what a letter takes in the mean."""
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {"valign": "top", "text_wrap": True},
    "quiet": {"valign": "top", "text_wrap": True, "font_color": "#595959"},
    "title": {"bold": True, "font_size": 16, "valign": "vcenter", "text_wrap": True},
    "heading": {"bold": True, "font_size": 12, "valign": "bottom", "text_wrap": True},
    "strong": {"bold": True, "valign": "top", "text_wrap": True},
    "banner": {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#FFF2CC", "border": 1},
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#D9E2EC", "border": 1,
             "border_color": "#8C8C8C"},
    "cell": {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"},
    "input": {"valign": "top", "border": 1, "bg_color": "#FFFFE0", "locked": False, "bold": True},
    "whole": {"valign": "top", "border": 1, "border_color": "#8C8C8C", "bold": True, "bg_color": "#F2F2F2"},
}  # fmt: skip


class Book:
    """One workbook, held in memory: its looks are made once, its names are told apart."""

    def __init__(self, title: str, owner: str, day: str) -> None:
        import xlsxwriter  # type: ignore[import-untyped]

        self._buffer = io.BytesIO()
        as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.workbook = xlsxwriter.Workbook(self._buffer, {"in_memory": True, **as_text})
        created = datetime.fromisoformat(day)
        self.workbook.set_properties({"title": shorten(title, 255), "author": shorten(owner, 255), "created": created})
        self._formats: dict[tuple[Any, ...], Any] = {}

    def content(self) -> bytes:
        """Close the workbook and return it, the same bytes for the same sheets."""
        self.workbook.close()
        return self._buffer.getvalue()

    def look(self, name: str, number: str = "", indent: int = 0, align: str = "") -> Any:
        """Return a look, with the number format and the indentation that a cell has."""
        key = (name, number, indent, align)
        if key not in self._formats:
            given: dict[str, Any] = dict(_LOOKS[name])
            if number:
                given["num_format"] = number
            if indent:
                given["indent"] = min(indent, 15)
            if align:
                given["align"] = align
            self._formats[key] = self.workbook.add_format(given)
        return self._formats[key]

    def sheet(self, name: str, language: str, widths: Sequence[float]) -> "Sheet":
        """Add a sheet; where its name is taken, that of another language, its own language is added to it."""
        taken = {each.get_name().casefold() for each in self.workbook.worksheets()}
        if name.casefold() in taken:
            name = f"{name} ({language})"
        return Sheet(self, self.workbook.add_worksheet(shorten(name, MAX_NAME)), widths)


class Sheet:
    """A sheet that is filled from the top; `row` is the next free one, counted from 0."""

    def __init__(self, book: Book, worksheet: Any, widths: Sequence[float]) -> None:
        self.book, self.worksheet, self.widths = book, worksheet, list(widths)
        self.row = 0
        self.list_head = 0
        self._heights: dict[int, float] = {}
        for at, width in enumerate(widths):
            worksheet.set_column(at, at, width)
        worksheet.set_landscape()
        worksheet.set_paper(9)  # A4
        worksheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        worksheet.fit_to_pages(1, 0)
        worksheet.hide_gridlines(2)
        worksheet.set_footer("&C&8&A · &P / &N")

    @property
    def name(self) -> str:
        """Its name in the workbook."""
        return str(self.worksheet.get_name())

    def head(self, title: str, banner: str) -> None:
        """Put a title and, where there is one, the banner at the top, and into the header of printed pages."""
        self.across(title, "title", 24)
        if banner:
            self.across(banner, "banner")
            # An ampersand is a command there, and a digit at the start would be read as a size.
            self.worksheet.set_header(f"&C&8 {shorten(banner, MAX_HEADER - 40 - banner.count('&')).replace('&', '&&')}")
        self.row += 1

    def across(self, text: str, look: str = "plain", height: float = LINE) -> None:
        """Write a text in a row of its own, across as many columns as a line of it needs."""
        last, room = 0, self.widths[0]
        while last + 1 < len(self.widths) and room < 110:
            last += 1
            room += self.widths[last]
        if last:
            self.worksheet.merge_range(self.row, 0, self.row, last, "", self.book.look(look))
        self._heighten(self.row, text, room, height)
        self.worksheet.write_string(self.row, 0, shorten(text, MAX_TEXT), self.book.look(look))
        self.row += 1

    def text(self, row: int, column: int, text: str, look: str = "cell", indent: int = 0, align: str = "") -> None:
        """Write a text, which stays one whatever it begins with; what is longer than a cell ends in an ellipsis."""
        style = self.book.look(look, "", indent, align)
        self._heighten(row, text, self.widths[min(column, len(self.widths) - 1)] - indent, LINE)
        self.worksheet.write_string(row, column, shorten(text, MAX_TEXT), style)

    def _heighten(self, row: int, text: str, room: float, line: float) -> None:
        """Give a row the height that a text of it needs, as not every viewer finds that by itself."""
        needed = line * lines_of(text, room)
        if needed > self._heights.get(row, 0):
            self._heights[row] = min(needed, MAX_HEIGHT)
            self.worksheet.set_row(row, self._heights[row])

    def number(self, row: int, column: int, number: float, form: str, look: str = "cell", align: str = "") -> None:
        """Write a number as it was meant, so that the viewer rounds it to what every other output prints."""
        self.worksheet.write_number(row, column, float(exact(number)), self.book.look(look, form, 0, align))

    def formula(
        self, row: int, column: int, formula: str, value: float | str, form: str = "", look: str = "cell",
        align: str = "",
    ) -> None:  # fmt: skip
        """Write a formula of ours with what it comes to, for viewers that do not compute."""
        self.worksheet.write_formula(row, column, formula, self.book.look(look, form, 0, align), _cached(value))

    def heads(self, titles: Sequence[str], first: int = 0) -> None:
        """Write a row of column heads."""
        for at, title in enumerate(titles, first):
            self.text(self.row, at, title, "head")
        self.row += 1


def _cached(value: float | str) -> float | str:
    return value if isinstance(value, str) else float(exact(value))


def reference(row: int, column: int, fixed: str = "") -> str:
    """Return the name of a cell, such as `$D7`; `fixed` is what stays where that is copied: `row`, `column`, `both`."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]

    return str(xl_rowcol_to_cell(row, column, fixed in ("row", "both"), fixed in ("column", "both")))


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """Return the name of a range of cells that stays where it is copied."""
    return f"{reference(first_row, first_column, 'both')}:{reference(last_row, last_column, 'both')}"


def lines_of(text: str, room: float) -> int:
    """Return about how many lines a text takes that is broken between words, in a cell so many digits wide."""
    lines, taken = 1, 0.0
    for word in text.split(" "):
        needed = _LETTER * len(word)
        if taken and taken + _LETTER + needed > room:
            lines, taken = lines + 1, 0.0
        taken += needed + (_LETTER if taken else 0)
        extra = int(taken // max(room, 1.0)) if taken > room else 0
        lines, taken = lines + extra, taken - extra * room
    return lines

"""The piece of a source line around a span, and the place of the carets under it."""

from dataclasses import dataclass

from stratsel.language.visible import visible_character
from stratsel.language.width import character_width, width

WIDEST = 92
"""The columns of source text that are shown; with the gutter, a line of a hundred."""
_BEFORE = 40
"""The columns kept before a span in a line that is too long, where there is room."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, the columns before the carets, and the number of carets."""

    text: str
    indent: int
    carets: int


def excerpt(line: str, first: int, last: int) -> Excerpt:
    """Return a line of at most `WIDEST` columns that shows the characters `first` to `last` (exclusive, from 0).

    Tabs are shown as one space and characters that cannot be seen as escapes. At least one caret is drawn, if
    need be after the end of the line.
    """
    first = _letter_at(line, min(first, len(line)))
    last = max(min(last, len(line)), first)
    skipped = max(first - WIDEST, 0)
    shown = line[skipped : first + WIDEST + 1]
    cells = [_cell(character) for character in shown]
    widths = [_cell_width(cell) for cell in cells]
    start, end = _window(widths, first - skipped, skipped > 0, skipped + len(shown) < len(line))
    before = "…" if skipped or start else ""
    after = "…" if skipped + end < len(line) else ""
    indent = len(before) + sum(widths[start : first - skipped])
    carets = sum(widths[first - skipped : min(last - skipped, end)])
    return Excerpt(f"{before}{''.join(cells[start:end])}{after}".rstrip(), indent, max(carets, 1))


def _letter_at(line: str, index: int) -> int:
    """Return the index of the letter that the mark at `index` joins, or `index` itself."""
    while 0 < index < len(line) and _cell_width(_cell(line[index])) == 0:
        index -= 1
    return index


def _cell(character: str) -> str:
    return " " if character == "\t" else visible_character(character)


def _cell_width(cell: str) -> int:
    return character_width(cell) if len(cell) == 1 else width(cell)


def _window(widths: list[int], first: int, cut_before: bool, cut_after: bool) -> tuple[int, int]:
    """Return the cells to show, so that `first` is among them and all, with ellipses, keep within `WIDEST`."""
    if sum(widths) <= WIDEST and not cut_before and not cut_after:
        return 0, len(widths)
    budget = WIDEST - len("……")
    start = first
    taken = 0
    while start and taken + widths[start - 1] <= _BEFORE:
        start -= 1
        taken += widths[start]
    end = first
    while end < len(widths) and taken + widths[end] <= budget:
        taken += widths[end]
        end += 1
    while start and taken + widths[start - 1] <= budget:
        start -= 1
        taken += widths[start]
    while start < first and widths[start] == 0:
        start += 1
    return start, end

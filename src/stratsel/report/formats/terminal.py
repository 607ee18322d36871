"""A document for a terminal, or as plain text where there is none: then nothing is coloured, boxed, wrapped or cut."""

from collections.abc import Iterator, Sequence
from enum import Enum

from stratsel.language.visible import visible
from stratsel.language.width import character_width, width
from stratsel.report.compose import compose_ranking
from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Cell,
    Column,
    Divider,
    Document,
    Entries,
    Face,
    Figure,
    Heading,
    Line,
    Paragraph,
    Section,
    Table,
    faced,
    written,
)
from stratsel.report.options import RenderOptions
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import Ranking

GAP = 2
"""Columns between the columns of a table, and between a term and what is said of it."""
INDENT = 1
NARROWEST = 28
"""Texts of a table are cut down to this many columns before a column is left out."""
_LEAST = 8
_ALIGNED = 100
"""A text wider than this is not waited for by the other rows where nothing is cut."""
_LEAST_ROOM = 20


class _Style(Enum):
    """How a piece of text is set off, as Select Graphic Rendition codes."""

    BANNER = "1;33"
    STRONG = "1"
    SECTION = "1;36"
    QUIET = "2"


def render(ranking: Ranking, options: RenderOptions) -> str:
    """Return a ranking as text."""
    return write(compose_ranking(ranking, options.language, options.top), options)


def write(document: Document, options: RenderOptions) -> str:
    """Return a document as text."""
    return _Writer(document, options.width, options.colour).text()


class _Writer:
    """Sets one document in lines; `room` is the width of the terminal, None for as much as is needed."""

    def __init__(self, document: Document, room: int | None, colour: bool) -> None:
        self.document = document
        self.room = room
        self.colour = colour

    def text(self) -> str:
        lines = [*self._lines()]
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _lines(self) -> Iterator[str]:
        if self.document.banner:
            yield from self._set(self.document.banner, _Style.BANNER)
            yield ""
        previous: Block | None = None
        for block in self.document.blocks:
            if previous is not None and not _follows_closely(previous, block):
                yield ""
            yield from self._block(block)
            previous = block

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield from self._set(block.text, _Style.STRONG)
            case Paragraph():
                yield from self._set(block.text, _Style.QUIET if block.is_quiet else None)
            case Bullets():
                for item in block.items:
                    yield from self._set(item, first="• ", indent=2)
            case Entries():
                yield from self._entries(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._set(f"[{block.caption}: {block.alternative}]", _Style.QUIET)
            case Blank():
                for label, known in block.rows:
                    yield from self._set(f"{label}: {known or '……'}", indent=2)

    def _paint(self, text: str, style: _Style | None) -> str:
        return f"\x1b[{style.value}m{text}\x1b[0m" if self.colour and style is not None and text else text

    def _set(self, text: str, style: _Style | None = None, first: str = "", indent: int = 0) -> Iterator[str]:
        room = None if self.room is None else max(self.room - indent, _LEAST_ROOM)
        for at, line in enumerate(wrap(visible(text), room)):
            yield f"{first if at == 0 else ' ' * indent}{self._paint(line, style)}"

    def _entries(self, block: Entries) -> Iterator[str]:
        terms = [visible(entry.term) for entry in block.entries]
        indent = 2 + max((width(term) for term in terms), default=0) + GAP
        if self.room is not None and indent > self.room // 3:
            indent = 4
        for term, entry in zip(terms, block.entries, strict=True):
            head = f"  {self._paint(term, _Style.STRONG)}"
            taken = 2 + width(term)
            if taken + GAP > indent:
                yield from self._set(term, _Style.STRONG, "  ", 2)
                head, taken = "", 0
            for line in entry.lines:
                for text in self._line(line, indent, len(entry.lines) > 1):
                    yield f"{head}{' ' * (indent - taken)}{text}"
                    head, taken = "", 0

    def _line(self, line: Line, indent: int, hangs: bool) -> Iterator[str]:
        text, place = visible(line.text), visible(line.place)
        under = " " * GAP if line.is_under else ""
        if self.room is None:
            yield f"{under}{text}  {place}" if place else f"{under}{text}"
            return
        rest = under + " " * GAP if hangs else under
        room = max(self.room - indent - len(rest), _LEAST_ROOM)
        first, *others = wrap(text, room + len(rest) - len(under), room)
        lines = [f"{under}{first}", *(f"{rest}{other}" for other in others)]
        if place and width(lines[-1]) + GAP + width(place) <= room + len(rest):
            lines[-1] += f"  {self._paint(place, _Style.QUIET)}"
        elif place:
            lines.extend(f"{rest}{self._paint(piece, _Style.QUIET)}" for piece in wrap(place, room))
        yield from lines

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, table: Table) -> Iterator[str]:
        table = faced(table, Face.SECTIONED)
        rows = [[visible(written(cell, self.document.language)) for cell in row] for row in _filled(table)]
        titles = [[visible(column.title)] for column in table.columns]
        widths = _widths(titles, rows)
        kept = list(range(len(table.columns)))
        if self.room is None:
            widths = [min(each, _ALIGNED) if table.columns[at].yields else each for at, each in enumerate(widths)]
        else:
            if INDENT + sum(widths) + GAP * (len(widths) - 1) > self.room:
                titles = [
                    halves(title)
                    if not column.yields and width(title) > max((width(row[at]) for row in rows), default=0)
                    else [title]
                    for at, (column, (title,)) in enumerate(zip(table.columns, titles, strict=True))
                ]
                widths = _widths(titles, rows)
            kept, widths = fit(table.columns, widths, self.room - INDENT)
        for line in _from_below([title if at in kept else [""] for at, title in enumerate(titles)]):
            yield self._row(line, table.columns, kept, widths, _Style.STRONG)
        total = sum(widths[at] for at in kept) + GAP * (len(kept) - 1)
        yield f"{' ' * INDENT}{'─' * total}"
        filled = iter(rows)
        for row in table.rows:
            if isinstance(row, Section):
                yield from self._set(row.text, _Style.SECTION, " " * INDENT, INDENT)
            elif isinstance(row, Divider):
                yield self._divider(row, total)
            else:
                yield self._row(next(filled), table.columns, kept, widths)
        left_out = [column.title for at, column in enumerate(table.columns) if at not in kept]
        if left_out:
            sentence = Sentences(self.document.language).left_out(left_out)
            yield from self._set(sentence, _Style.QUIET, " " * INDENT, INDENT)

    def _row(
        self,
        texts: Sequence[str],
        columns: Sequence[Column],
        kept: Sequence[int],
        widths: Sequence[int],
        style: _Style | None = None,
    ) -> str:
        pieces = []
        for at in kept:
            text = texts[at] if self.room is None else cut(texts[at], widths[at])
            blank = " " * max(widths[at] - width(text), 0)
            painted = self._paint(text, style)
            pieces.append(f"{painted}{blank}" if columns[at].align == "left" else f"{blank}{painted}")
        return " " * INDENT + (" " * GAP).join(pieces)

    def _divider(self, row: Divider, total: int) -> str:
        before, after = f"── {visible(row.text)} ", f" {visible(row.note)} ──"
        rule = "─" * max(total - width(before) - width(after), 2)
        return f"{' ' * INDENT}{self._paint(f'{before}{rule}{after}', _Style.QUIET)}"


def _follows_closely(previous: Block, block: Block) -> bool:
    """Whether a block belongs to the one before it, without an empty line between them."""
    if isinstance(previous, Heading):
        return True
    return isinstance(previous, Paragraph) and isinstance(block, Paragraph)


def _filled(table: Table) -> Iterator[tuple[Cell, ...]]:
    return (row for row in table.rows if isinstance(row, tuple))


def _widths(titles: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(width, [*lines, *(row[at] for row in rows)])) for at, lines in enumerate(titles)]


def _from_below(titles: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the lines of a header whose titles end on the last of them."""
    height = max(map(len, titles))
    for at in range(height):
        yield [lines[at - height + len(lines)] if at >= height - len(lines) else "" for lines in titles]


def halves(title: str) -> list[str]:
    """Return a title in two lines, as even as its words allow, or in one if it is a single word."""
    words = title.split(" ")
    ways = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    return min(ways, key=lambda way: max(map(width, way)), default=[title])


def fit(columns: Sequence[Column], widths: Sequence[int], room: int) -> tuple[list[int], list[int]]:
    """Return which columns are kept in so much room, and the widths of all.

    The column that yields is cut as far as `NARROWEST`; then columns are left out, the highest priority first; then it
    is cut further.
    """
    kept = list(range(len(columns)))
    yielding = next((at for at, column in enumerate(columns) if column.yields), None)
    while True:
        fixed = sum(widths[at] for at in kept if at != yielding) + GAP * (len(kept) - 1)
        wanted = 0 if yielding is None else min(widths[yielding], NARROWEST)
        least = max(kept, key=lambda at: columns[at].priority)
        if fixed + wanted <= room or not columns[least].priority:
            break
        kept.remove(least)
    fitted = list(widths)
    if yielding is not None:
        fitted[yielding] = min(widths[yielding], max(room - fixed, _LEAST))
    return kept, fitted


def cut(text: str, room: int) -> str:
    """Return a text that takes at most `room` columns, with an ellipsis where something is missing."""
    if width(text) <= room:
        return text
    taken, short = 0, ""
    for sign in text:
        taken += character_width(sign)
        if taken > room - 1:
            break
        short += sign
    return f"{short.rstrip()}…"


def wrap(text: str, room: int | None, later: int | None = None) -> list[str]:
    """Return a text in lines of at most `room` columns, broken at spaces; a longer word is broken where it must.

    `later` is the room of all lines but the first.
    """
    if room is None or width(text) <= room:
        return [text]
    lines: list[str] = []
    line, taken, later = "", 0, room if later is None else later
    for word in text.split(" "):
        needed = width(word)
        if taken and taken + 1 + needed <= room:
            line, taken = f"{line} {word}", taken + 1 + needed
            continue
        if line:
            lines.append(line)
            room = later
        *full, line = _broken(word, room, later)
        lines.extend(full)
        room, taken = later if full else room, width(line)
    return [*lines, line]


def _broken(word: str, room: int, later: int) -> list[str]:
    pieces, piece, taken = [], "", 0
    for sign in word:
        columns = character_width(sign)
        if taken + columns > room:
            pieces.append(piece)
            piece, taken, room = "", 0, later
        piece += sign
        taken += columns
    return [*pieces, piece]

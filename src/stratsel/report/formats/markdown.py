"""A document as Markdown that reads well on GitHub and as plain text; nothing from a file becomes markup."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from stratsel.language.markdown import code, escape
from stratsel.report.charts.draw import as_svg
from stratsel.report.compose import compose_ranking
from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Cell,
    Divider,
    Document,
    Entries,
    Entry,
    Face,
    Figure,
    Heading,
    Line,
    Paragraph,
    Section,
    Table,
    faced,
    split,
    written,
)
from stratsel.report.options import RenderOptions
from stratsel.results.ranking import Ranking

MAX_COLUMNS = 5
"""Wider tables break on paper."""
_LISTS = (Bullets, Entries)


def render(ranking: Ranking, options: RenderOptions) -> str:
    """Return a ranking as Markdown, with every justification in full."""
    return write(compose_ranking(ranking, options.language, options.top, in_full=True))


def write(document: Document) -> str:
    """Return a document as Markdown."""
    return "\n".join(_parts(document))


def papers(documents: Sequence[Document], folder: str, *, embed: bool) -> dict[str, bytes]:
    """Return documents as one Markdown text under the empty name, with their figures as SVG, in a folder or embedded.

    Figures of a second language have it in their names.
    """
    texts: list[str] = []
    files: dict[str, bytes] = {}
    for at, document in enumerate(documents):
        mark = "" if at == 0 else f".{document.language}"
        drawn = {block.name: as_svg(block.chart) for block in document.blocks if isinstance(block, Figure)}
        if embed:
            links = {name: f"data:image/svg+xml;base64,{b64encode(svg).decode()}" for name, svg in drawn.items()}
        else:
            places = {name: f"{folder}/{name}{mark}.svg" for name in drawn}
            links = {name: quote(place) for name, place in places.items()}
            files |= {places[name]: svg for name, svg in drawn.items()}
        blocks = (
            replace(each, name=links[each.name]) if isinstance(each, Figure) else each for each in document.blocks
        )
        texts.append(write(replace(document, blocks=tuple(blocks))))
    return {"": "\n---\n\n".join(texts).encode(), **files}


def banner_text(banner: str) -> str:
    """Return a banner with its line feed, nothing where there is none."""
    return f"> **{escape(banner)}**\n" if banner else ""


def block_texts(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """Yield blocks, each with its line feed; joined by another, an empty line stands between them but not in a list."""
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        text = _block(block, language)
        yield text.removesuffix("\n") if isinstance(block, _LISTS) and isinstance(following, _LISTS) else text


def _parts(document: Document) -> Iterator[str]:
    banner = banner_text(document.banner)
    yield from filter(None, (banner, *block_texts(document.blocks, document.language), banner))


def _block(block: Block, language: str) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escape(block.text)}\n"
        case Paragraph():
            return f"{escape(block.text)}\n"
        case Bullets():
            return "".join(f"- {escape(item)}\n" for item in block.items)
        case Entries():
            return "".join(line for entry in block.entries for line in _entry(entry))
        case Table():
            return "\n".join(_table(piece, language) for piece in split(faced(block, Face.COMPACT), MAX_COLUMNS))
        case Figure():
            return f"![{escape(block.alternative)}]({block.name})\n\n*{escape(block.caption)}*\n"
        case Blank():
            rows = "".join(f"| {escape(label)} | {escape(known)} |\n" for label, known in block.rows)
            return f"| | |\n|---|---|\n{rows}"


def _entry(entry: Entry) -> Iterator[str]:
    if len(entry.lines) == 1:
        yield f"- **{escape(entry.term)}:** {_line(entry.lines[0])}\n"
        return
    yield f"- **{escape(entry.term)}:**\n"
    for line in entry.lines:
        yield f"{'    ' if line.is_under else '  '}- {_line(line)}\n"


def _line(line: Line) -> str:
    return f"{escape(line.text)} ({code(line.place)})" if line.place else escape(line.text)


def _table(table: Table, language: str) -> str:
    titles = " | ".join(escape(column.title) for column in table.columns)
    rules = "|".join("---" if column.align == "left" else "---:" for column in table.columns)
    rows = "".join(_row(row, table, language) for row in table.rows)
    return f"| {titles} |\n|{rules}|\n{rows}"


def _row(row: tuple[Cell, ...] | Section | Divider, table: Table, language: str) -> str:
    if isinstance(row, Section):
        return ""
    if isinstance(row, Divider):
        at = next(at for at, column in enumerate(table.columns) if column.align == "left")
        texts = [""] * len(table.columns)
        texts[at] = f"*{escape(row.text)}: {escape(row.note)}*"
    else:
        texts = [escape(written(cell, language)) for cell in row]
    return f"| {' | '.join(texts)} |\n"

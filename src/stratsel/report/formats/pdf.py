"""The paper as PDF, set by typst from the optional extra `reports`: tagged for screen readers (PDF/UA-1), fonts inside.

The template `paper.typ` holds no text, and the texts never become typst's language: they reach it as data. It opens no
file but the fonts, and no network.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from importlib.resources import as_file, files
from typing import Any, Final

from stratsel.report.banner import of_pages
from stratsel.report.charts.draw import as_svg
from stratsel.report.document import (
    Blank,
    Block,
    Bullets,
    Document,
    Entries,
    Figure,
    Heading,
    Paragraph,
    Table,
)
from stratsel.report.fonts.letters import drawable
from stratsel.report.formats.grid import grids
from stratsel.report.options import PaperOptions
from stratsel.report.plain import plain
from stratsel.results.paper import Paper

STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, in a named language, with alternatives for figures."""


def write(paper: Paper, documents: Sequence[Document], options: PaperOptions) -> bytes:
    r"""Return the documents as one PDF, the same bytes for the same documents.

    Characters that the fonts have not are written as escapes, such as `\u4e2d`.
    """
    import typst

    data = {
        "title": " · ".join(dict.fromkeys(filter(None, map(_title, documents)))) or drawable(paper.ranking.round.id),
        "documents": [_document(document) for document in documents],
    }
    template = (files("stratsel.report.formats") / "paper.typ").read_bytes()
    with as_file(files("stratsel.report") / "fonts") as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        return typst.compile(
            template,
            font_paths=fonts,
            format="pdf",
            pdf_standards=[STANDARD],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )


def _title(document: Document) -> str:
    return next((drawable(block.text) for block in document.blocks if isinstance(block, Heading)), "")


def _document(document: Document) -> dict[str, Any]:
    banner = of_pages(document.banner)
    blocks = [made for block in _levelled(document.blocks) for made in _block(block, document.language)]
    return {
        "language": document.language,
        "banner": _drawable({"short": banner.short, "whole": banner.whole}),
        "blocks": blocks,
    }


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks so that no heading is empty or more than one level below the last, as the standard demands."""
    last = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.text.strip():
            last = min(block.level, last + 1)
            yield replace(block, level=last)


def _block(block: Block, language: str) -> Iterator[Mapping[str, Any]]:
    match block:
        case Table():
            yield from ({"kind": "table", **_drawable(asdict(grid))} for grid in grids(block, language))
        case Figure():
            said = _drawable({"caption": block.caption, "alternative": block.alternative})
            yield {"kind": "figure", **said, "picture": as_svg(block.chart).decode()}
        case Heading() | Paragraph() | Entries() | Bullets() | Blank():
            yield {"kind": type(block).__name__.lower(), **_drawable(plain(block))}


def _drawable(value: Any) -> Any:
    """Return plain data whose texts the fonts can draw."""
    match value:
        case str():
            return drawable(value)
        case list() | tuple():
            return [_drawable(each) for each in value]
        case dict():
            return {key: _drawable(each) for key, each in value.items()}
    return value

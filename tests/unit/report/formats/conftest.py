"""A document of every kind of block, written by hand, and the papers that go with it."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from stratsel.report.charts.kinds import Span, Spans
from stratsel.report.document import (
    Blank,
    Bullets,
    Cell,
    Column,
    Divider,
    Document,
    Entries,
    Entry,
    Figure,
    Heading,
    Kind,
    Line,
    Paragraph,
    Section,
    Table,
)
from stratsel.report.paper.compose import compose_paper
from stratsel.terms import Standing

PAPERS = Path(__file__).resolve().parents[3] / "reports" / "made_paper.py"
CHART = Spans((Span("Giá", 10.0, 40.0, 30.0, "10", "40", "30"),), "điểm", 0.0, 100.0)
HOSTILE = ("<script>alert(1)</script>", '=HYPERLINK("http://example.org")', "| a | *b* _c_ $x$ @y",
           '`#eval("1")` #panic()', "\x1b[31mred\x00", "a\u202eb", "中文 😀 العربية", "javascript:alert(1)",
           "\ud800", "\ufffe", "a&b;<w:p/>",
           "]]>", "W" * 10_000, "long words " * 1_000)  # fmt: skip


def every_block(text="Điểm <cao>", language="vi", banner="BẢN NHÁP", rows=2):
    """A document with one block of every kind, which all show a text."""
    columns = (Column("Hạng", is_key=True), Column(text, "left", is_key=True), Column("Điểm"))
    cells = tuple((Cell(Kind.COUNT, at + 1), Cell(Kind.TEXT, text), Cell(Kind.POINTS, 1234.5)) for at in range(rows))
    blocks = (
        Heading(1, text),
        Paragraph("Quiet", is_quiet=True),
        Heading(2, "Second"),
        Paragraph(text),
        Bullets((text, "another")),
        Heading(3, "Third"),
        Table(columns, (Section("Nhất"), *cells, Divider("vạch", "3,0 điểm"))),
        Entries(
            (
                Entry("One", (Line(text, "candidates/a.yaml:5"),)),
                Entry("Many", (Line("first"), Line("under", is_under=True), Line("https://example.org/a?b=1&c=2"))),
            )
        ),
        Figure("stability", CHART, "Caption of it", f"What it shows: {text}"),
        Blank((("Person", ""), ("Product", text))),
    )
    return Document(language, banner, blocks)


@pytest.fixture(scope="session")
def pages(made):
    """The papers, documents and hostile texts that every format of pages is tried with."""
    papers = runpy.run_path(str(PAPERS))

    def composed(ranking, language="en"):
        paper = papers["bare"](ranking)
        return paper, compose_paper(paper, language)

    small = papers["bare"](made.small())
    facts = replace(small.ranking.round, standing=Standing.OFFICIAL)
    official = replace(small, ranking=replace(small.ranking, round=facts))
    return SimpleNamespace(
        every_block=every_block, hostile=HOSTILE, composed=composed, small=small, official=official, made=made
    )

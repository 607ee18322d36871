import re
from base64 import b64decode

from stratsel.report.charts.kinds import Span, Spans
from stratsel.report.document import Blank, Document, Entries, Entry, Figure, Heading, Line
from stratsel.report.formats.markdown import banner_text, block_texts, papers, render
from stratsel.report.options import RenderOptions


def test_banner_at_both_ends(made):
    lines = render(made.small(), RenderOptions("en")).splitlines()
    assert lines[0].startswith("> **ILLUSTRATION by the office: ")
    assert lines[-1] == lines[0]


def test_what_is_official_begins_with_its_title(made):
    shown = render(made.official(), RenderOptions("en"))
    assert shown.startswith("# Tools of the year\n")
    assert "> " not in shown


def test_tables_have_at_most_five_columns(made):
    rows = [line for line in render(made.many(12), RenderOptions("en")).splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} <= {3, 4, 5, 6}
    assert "| 1 | Tool 1 | First | 99.0–100.0 | 0\u00a0% |" in rows


def test_lists_that_follow_each_other_are_one(made):
    assert "knows nothing.\n- 2= is shared by" in render(made.small(), RenderOptions("en"))


def test_there_is_no_raw_html_and_one_line_feed_at_the_end(made):
    shown = render(made.small(), RenderOptions("en"))
    assert "<" not in shown
    assert shown.endswith("\n") and not shown.endswith("\n\n")
    assert "\n\n\n" not in shown


def test_a_table_that_is_split_repeats_what_its_rows_are_about(made):
    """Six columns, of which five fit: rank and candidate stand in both pieces."""
    shown = render(made.available(), RenderOptions("en"))
    assert "| Rank | Candidate | Tier | Value | Shown–Possible |\n" in shown
    assert "| Rank | Candidate | Unknown |\n" in shown


def test_what_decides_stands_under_its_screen(made):
    shown = render(made.small(), RenderOptions("en"))
    assert "  - Its maker is named: failed, so excluded\n    - Who made it? “nobody” (`candidates/e.yaml:5`)\n" in shown


def test_blocks_by_themselves_join_to_the_document():
    """An empty line between blocks, none within what is one list."""
    one, two = (Entries((Entry(term, (Line("x"),)),)) for term in ("One", "Two"))
    texts = list(block_texts([Heading(2, "A*"), one, two, Heading(3, "B")], "en"))
    assert texts == ["## A\\*\n", "- **One:** x", "- **Two:** x\n", "### B\n"]


def test_a_banner_by_itself():
    assert (banner_text("DRAFT by <b>"), banner_text("")) == ("> **DRAFT by \\<b\\>**\n", "")


# --- the paper ------------------------------------------------------------------------------------

CHART = Spans((Span("Use", 10.0, 90.0, 60.0, "10.0", "90.0", "60.0"),), "points", 0.0, 100.0)


def paper(language="en", figure="stability"):
    blocks = (
        Heading(1, "Tools"),
        Figure(figure, CHART, "Between *which* weights", "Stretches [of] weights"),
        Blank((("Person", ""), ("Product", "Saw | file"))),
    )
    return Document(language, "", blocks)


def test_figures_stand_beside_the_text_and_the_text_names_them():
    made = papers([paper()], "r-figures", embed=False)
    assert set(made) == {"", "r-figures/stability.svg"}
    assert made["r-figures/stability.svg"].lstrip().startswith(b"<")
    text = made[""].decode()
    assert "![Stretches \\[of\\] weights](r-figures/stability.svg)\n\n*Between \\*which\\* weights*\n" in text


def test_embedded_figures_leave_no_file():
    made = papers([paper()], "r-figures", embed=True)
    assert set(made) == {""}
    data = re.search(r"\(data:image/svg\+xml;base64,([^)]+)\)", made[""].decode())[1]
    assert b64decode(data) == papers([paper()], "r", embed=False)["r/stability.svg"]


def test_a_second_language_has_figures_of_its_own():
    made = papers([paper(), paper("vi")], "r", embed=False)
    assert set(made) == {"", "r/stability.svg", "r/stability.vi.svg"}
    assert made[""].decode().count("\n---\n\n# Tools\n") == 1


def test_a_folder_of_any_name_is_one_link():
    """Spaces and brackets would end a link of Markdown."""
    text = papers([paper()], "my (paper)-figures", embed=False)[""].decode()
    assert "](my%20%28paper%29-figures/stability.svg)" in text


def test_what_is_blank_is_an_empty_cell():
    text = papers([paper()], "r", embed=False)[""].decode()
    assert "| | |\n|---|---|\n| Person |  |\n| Product | Saw \\| file |\n" in text


def test_the_same_bytes_twice():
    assert papers([paper()], "r", embed=False) == papers([paper()], "r", embed=False)

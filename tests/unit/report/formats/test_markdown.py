from stratsel.report.document import Entries, Entry, Heading, Line
from stratsel.report.formats.markdown import banner_text, block_texts, render
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

import pytest

from stratsel.report.formats.markdown import WORD_JOINER, code, escape, render
from stratsel.report.options import RenderOptions


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 38.6 points", "plain words, 38.6 points"),
        ("38.6 points", "38.6 points"),
        ("+3.1 more", "+3.1 more"),
        ("a|b", r"a\|b"),
        ("*a* _b_ snake_case", r"\*a\* \_b\_ snake_case"),
        ("__a__ a__b a_1", r"\_\_a\_\_ a\_\_b a_1"),
        ("[x](y)", r"\[x\](y)"),
        ("<b>", r"\<b\>"),
        ("`x`", r"\`x\`"),
        ("a\\b", r"a\\b"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("12. a", r"12\. a"),
        ("12) a", r"12\) a"),
        ("12.", r"12\."),
        ("www.example.org", r"www\.example.org"),
        ("WWW.EXAMPLE.ORG", r"WWW\.EXAMPLE.ORG"),
        ("https://example.org", r"https\://example.org"),
        ("a@b.org", f"a@{WORD_JOINER}b.org"),
        ("#7", f"\\#{WORD_JOINER}7"),
        ("&lt; R&D", r"\&lt; R&D"),
        ("US$10", r"US\$10"),
        ("one\ntwo", r"one\\ntwo"),
    ],
)
def test_escape(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "shown"), [("a.yaml:3", "`a.yaml:3`"), ("a`b", "`` a`b ``"), ("``a", "``` ``a ```"), ("a\nb", "`a\\nb`")]
)
def test_code(text, shown):
    assert code(text) == shown


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

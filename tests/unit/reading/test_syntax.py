"""Where a parser gives up, the finding stands where a person would mend it. Every test runs with both parsers."""

import pytest
import yaml

from stratsel.diagnostics.span import TextSpan
from stratsel.reading.events import read_yaml
from stratsel.reading.syntax import syntax_defect

pytestmark = pytest.mark.usefixtures("parser")


def found(text):
    reading = read_yaml(text)
    assert reading.value is None
    (defect,) = reading.defects
    return defect.code.value, defect.span.line, defect.span.column, *defect.facts.values()


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("\ta: b", 1, 1),
        ("a:\n\tb: c", 2, 1),
        ("a:\n  b: c\n\td: e", 3, 1),
        ("a:\n  b: c\n  \td: e", 3, 3),
        ("- \ta: b", 1, 3),
        ("a: b\n\t\n", 2, 1),
    ],
)
def test_tabs_do_not_indent(text, line, column):
    code, *place = found(text)
    assert code == ("ST101" if text.startswith("-") else "ST102")
    assert place == [line, column]


@pytest.mark.parametrize(
    ("text", "line", "column", "quote"),
    [
        ('a: "b', 1, 4, '"'),
        ("a: b\nc: 'd\ne: f\n", 2, 4, "'"),
        ("{a: 'b, c: d}", 1, 5, "'"),
        ('a: "b\n---\nc: d', 1, 4, '"'),
        ('a: "b\nc: "d"\n', 1, 4, '"'),  # closed by the next one that opens
        ("a: 'b\nc: 'd'\ne: f", 1, 4, "'"),
        ('a: [1, "b]\nc: "d"\n', 1, 8, '"'),
    ],
)
def test_a_quotation_mark_is_closed(text, line, column, quote):
    assert found(text) == ("ST103", line, column, quote)


@pytest.mark.parametrize(
    ("text", "line", "column", "quote", "rest"),
    [
        ('a: "b" c', 1, 8, '"', "c"),
        ("a: {b: 'it's c'}", 1, 12, "'", "s c'}"),
        ("- 'a' 'b'", 1, 7, "'", "'b'"),
        ('a: b\nc: "d"e\nf: g', 2, 7, '"', "e"),
    ],
)
def test_nothing_follows_a_closing_quotation_mark(text, line, column, quote, rest):
    assert found(text) == ("ST108", line, column, quote, rest)


@pytest.mark.parametrize(
    ("text", "line", "column", "bracket"),
    [
        ("a: [1, 2", 1, 4, "["),
        ("a: {b: 1", 1, 4, "{"),
        ("a: [\n", 1, 4, "["),
        ("a: {\n\n\n", 1, 4, "{"),
        ("a: [1, {b: 2]\n", 1, 8, "{"),
        ("a: [1, 2\nb: c\n", 1, 4, "["),
        ("a: {b: c\nd: e\n", 1, 4, "{"),
        ("a: [[1] [2]]", 1, 4, "["),
    ],
)
def test_a_bracket_is_closed(text, line, column, bracket):
    assert found(text) == ("ST104", line, column, bracket)


@pytest.mark.parametrize(
    ("text", "line", "column", "before"),
    [
        ("a: b: c", 1, 5, "b"),
        ("- a: b c: d", 1, 9, "b c"),
        ("x: 1\na: b c: d", 2, 7, "b c"),
    ],
)
def test_a_text_with_a_colon_is_quoted(text, line, column, before):
    assert found(text) == ("ST105", line, column, before)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b\n  c: d", 2, 3),
        ("a: b\n# remark\n\n   c: d", 4, 4),
        ("- a: b\n    c: d", 2, 5),
        ("a:\n  b: 1\n c: d", 3, 2),
        ("a:\n  - b\n c: d", 3, 2),
        ("  a: b\nc: d", 2, 1),
        ("- a\nb: c", 2, 1),
        ("a: 'b'\n  c: d", 2, 3),
    ],
)
def test_keys_that_belong_together_stand_in_one_column(text, line, column):
    assert found(text) == ("ST106", line, column)


@pytest.mark.parametrize(
    ("text", "line", "column", "shown"),
    [
        ("a: 1\nb c\nd: e", 2, 1, "b c"),
        ("b c\nd: e", 1, 1, "b c"),
        ("a:\n  b c  \n  d: e", 2, 3, "b c"),
        ("a: 1\nb c", 2, 1, "b c"),
        ("title Foo\n  en: x", 1, 1, "title Foo"),
    ],
)
def test_a_key_is_followed_by_a_colon(text, line, column, shown):
    assert found(text) == ("ST107", line, column, shown)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: @b", 1, 4),
        ("a: `b`", 1, 4),
        ("a: %b", 1, 4),
        ("a: b\nc: - d", 2, 4),
        ("a: ]", 1, 4),
        ("a: [1, , 2]", 1, 8),
        ("a: [b] c", 1, 8),
        ("{a:}", 1, 3),
    ],
)
def test_what_has_no_name(text, line, column):
    assert found(text) == ("ST101", line, column)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('a: "C:\\data"', 7),
        ('a: "\\n \\q"', 8),
        ('a: "\\x4"', 5),
        ('a: "\\u12"', 5),
        ('a: "\\ud800"', 5),
        ('a: "\\U00110000"', 5),
        ('a: "\\U0000d800"', 5),
        ("{'\\': \"\\\\\\z\"}", 10),
    ],
)
def test_an_escape_means_a_character(text, column):
    """A path of Windows in double quotation marks is the usual case."""
    assert found(text) == ("ST101", 1, column)


@pytest.mark.parametrize(
    ("text", "code", "span", "name"),
    [
        ("a: *", "ST111", TextSpan(1, 4, 1, 5), "*"),
        ("a: *b* c", "ST111", TextSpan(1, 4, 1, 7), "*b*"),
        ("a: &", "ST111", TextSpan(1, 4, 1, 5), "&"),
        ("a: !<x y", "ST113", TextSpan(1, 4, 1, 7), "!<x"),
    ],
)
def test_signs_of_references_and_tags(text, code, span, name):
    (defect,) = read_yaml(text).defects
    assert (defect.code.value, defect.span, *defect.facts.values()) == (code, span, name)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_in_three_ways(end):
    assert found(end.join(["a: 1", "b c", "d: e", ""])) == ("ST107", 2, 1, "b c")
    assert found(end.join(["a: 1", "b: c", "   d: e", ""])) == ("ST106", 3, 4)


def test_columns_count_characters():
    assert found("a: Thiết bị 😀: b") == ("ST105", 1, 14, "Thiết bị 😀")


def test_an_error_without_a_place_is_a_finding_at_the_start():
    defect = syntax_defect(yaml.YAMLError("no"), "a: b")
    assert (defect.code.value, defect.span) == ("ST101", TextSpan(1, 1, 1, 2))

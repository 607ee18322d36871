import re
from dataclasses import replace

import pytest

from stratsel.language.width import width
from stratsel.report.document import Column
from stratsel.report.formats.terminal import cut, fit, halves, render, wrap
from stratsel.report.options import RenderOptions


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("room", [40, 60, 80, 120])
def test_every_line_fits(language, room, made):
    shown = render(made.small(), RenderOptions(language, width=room))
    assert max(map(width, shown.splitlines())) <= room


def test_no_line_ends_with_spaces(made):
    shown = render(made.small(), RenderOptions("en", width=80))
    assert not re.search(r"[ \t]+$", shown, flags=re.MULTILINE)
    assert shown.endswith("\n") and not shown.endswith("\n\n")


def test_nothing_is_wrapped_where_there_is_no_terminal(made):
    sentence = "No single assessment is enough for “Saw” to pass it out of “First”: the gap is 16.0 points, "
    assert f"{sentence}the most that one could bring is 15.0 (Use).  candidates/b.yaml:8\n" in render(
        made.small(), RenderOptions("en")
    )


def test_colour_changes_nothing_else(made):
    plain = render(made.small(), RenderOptions("en", width=80))
    coloured = render(made.small(), RenderOptions("en", width=80, colour=True))
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == plain


def test_columns_left_out_are_named(made):
    shown = render(made.said("a long name for a small terminal, longer than it"), RenderOptions("en", width=40))
    assert " No room for: Possible, Unknown\n" in shown


def test_columns_left_out_leave_no_empty_line_above_the_others(made):
    """The dates of the decisions take two lines, and have no room; the heading is followed by the names of columns."""
    long = replace(made.TIERS[0], title="A tier with a name too long for any table on so small a terminal")
    shown = render(replace(made.small(), tiers=(long, made.TIERS[1])), RenderOptions("en", width=60))
    lines = shown.splitlines()
    assert lines[lines.index("What was decided, beside the order") + 1].split() == ["Rank", "Candidate"]
    assert any(line.startswith(" No room for: The order, 5 December 2025") for line in lines)


def test_no_name_is_cut_without_a_terminal(made):
    name = "x" * 10_000
    shown = render(made.said(name), RenderOptions("en"))
    assert f"    1  {name}" in shown
    assert "\n   2=  Saw" in shown
    assert len(next(line for line in shown.splitlines() if line.startswith("   2=  Saw"))) < 200


COLUMNS = (
    Column("rank"),
    Column("name", "left", yields=True),
    Column("x"),
    Column("y", priority=1),
    Column("z", priority=2),
)


@pytest.mark.parametrize(
    ("room", "kept", "name"),
    [
        (72, [0, 1, 2, 3, 4], 40),  # 4 + 40 + 5 + 6 + 9 = 64 and four gaps of 2
        (62, [0, 1, 2, 3, 4], 30),  # ten columns less for the name
        (60, [0, 1, 2, 3, 4], 28),  # as narrow as a name gets before a column goes
        (59, [0, 1, 2, 3], 38),  # without z: 59 − 15 − 6
        (48, [0, 1, 2], 35),  # 49 are needed with y: 48 − 9 − 4
        (30, [0, 1, 2], 17),
        (10, [0, 1, 2], 8),
    ],
)
def test_fit(room, kept, name):
    found, widths = fit(COLUMNS, [4, 40, 5, 6, 9], room)
    assert found == kept
    assert widths == [4, name, 5, 6, 9]


def test_fit_without_a_column_that_yields():
    assert fit((Column("a"), Column("b", priority=1)), [5, 5], 8) == ([0], [5, 5])


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("saw", 3, "saw"),
        ("sawing", 4, "saw…"),
        ("saw mill", 5, "saw…"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("e\u0302\u0301x", 2, "e\u0302\u0301x"),
    ],
)
def test_cut(text, room, shown):
    assert cut(text, room) == shown


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two", None, ["one two"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a 10\u00a0% b", 4, ["a", "10\u00a0%", "b"]),
        ("", 5, [""]),
    ],
)
def test_wrap(text, room, lines):
    assert wrap(text, room) == lines


def test_wrap_with_less_room_later():
    assert wrap("aa bb cc dd", 8, 5) == ["aa bb cc", "dd"]
    assert wrap("aa bb cc dd ee", 8, 5) == ["aa bb cc", "dd ee"]
    assert wrap("aaaa bbbb cccccc", 9, 3) == ["aaaa bbbb", "ccc", "ccc"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [("Rank", ["Rank"]), ("Tối đa có thể", ["Tối đa", "có thể"]), ("Unknown share", ["Unknown", "share"])],
)
def test_halves(title, lines):
    assert halves(title) == lines

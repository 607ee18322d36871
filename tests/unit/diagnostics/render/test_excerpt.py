import unicodedata

import pytest

from stratsel.diagnostics.render.excerpt import WIDEST, excerpt
from stratsel.language.width import width


def under(shown):
    """What stands above the carets, column by column."""
    columns = [(column, character) for character in shown.text for column in [width(character)]]
    at, found = 0, ""
    for wide, character in columns:
        if shown.indent <= at < shown.indent + shown.carets or (not wide and found):
            found += character if shown.indent < at + wide or not wide else ""
        at += wide
    return found


def test_a_short_line_is_shown_whole():
    shown = excerpt("  level: 2  ", 2, 7)
    assert (shown.text, shown.indent, shown.carets) == ("  level: 2", 2, 5)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_carets_are_right_after_vietnamese(form):
    line = unicodedata.normalize(form, "vi: Thiết bị bay, en: drone")
    first = line.index("drone")
    shown = excerpt(line, first, first + 5)
    assert (shown.indent, shown.carets) == (22, 5)


def test_carets_are_right_after_wide_characters():
    shown = excerpt("雲計算: level", 5, 10)
    assert (shown.indent, shown.carets) == (8, 5)
    assert excerpt("雲計算: level", 0, 3).carets == 6


def test_a_mark_is_pointed_at_by_its_letter():
    shown = excerpt("Be\u0302\u0301p", 2, 3)
    assert (shown.indent, shown.carets) == (1, 1)


def test_a_tab_is_one_space():
    shown = excerpt("\tcook: x", 1, 5)
    assert (shown.text, shown.indent, shown.carets) == (" cook: x", 1, 4)


def test_control_characters_are_shown_harmlessly():
    shown = excerpt("a\x1b[2Jb\u202ec", 6, 7)
    assert shown.text == r"a\x1b[2Jb\u202ec"
    assert (shown.indent, shown.carets) == (9, 6)


@pytest.mark.parametrize(("first", "last"), [(3, 3), (3, 9), (9, 12), (50, 60)])
def test_at_the_end_of_a_line_there_is_one_caret(first, last):
    shown = excerpt("abc", first, last)
    assert (shown.text, shown.indent, shown.carets) == ("abc", 3, 1)


def test_an_empty_line():
    shown = excerpt("", 0, 0)
    assert (shown.text, shown.indent, shown.carets) == ("", 0, 1)


def test_a_span_that_ends_before_it_begins_has_one_caret():
    assert excerpt("abcdef", 4, 1).carets == 1


@pytest.mark.parametrize("first", [0, 1, 50, 91, 92, 93, 150, 5_000, 9_989, 9_995])
@pytest.mark.parametrize("letter", ["x", "ế", "e\u0302\u0301", "雲", "\x1b", "\u0301"])
def test_a_long_line_is_cut_around_the_span(first, letter):
    line = (letter * 10_000)[:first] + "NEEDLE" + letter * 2_000
    shown = excerpt(line, first, first + 6)
    assert width(shown.text) <= WIDEST
    assert shown.indent + shown.carets <= WIDEST
    assert shown.carets == 6
    assert "NEEDLE" in shown.text
    assert width(shown.text[: shown.text.index("NEEDLE")]) == shown.indent
    assert shown.text.endswith("…")


def test_a_line_cut_in_front_begins_with_an_ellipsis():
    shown = excerpt("x" * 500 + "NEEDLE", 500, 506)
    assert shown.text.startswith("…x")
    assert shown.text.endswith("NEEDLE")
    assert width(shown.text) == WIDEST - 1
    assert under(shown) == "NEEDLE"


def test_a_span_longer_than_the_window_is_cut_with_it():
    shown = excerpt("k: " + "x" * 1_000, 3, 1_003)
    assert shown.indent == 3
    assert shown.indent + shown.carets == width(shown.text) - 1


def test_a_line_that_just_fits_is_not_cut():
    assert "…" not in excerpt("x" * WIDEST, WIDEST - 1, WIDEST).text
    assert excerpt("x" * (WIDEST + 1), 0, 1).text.endswith("…")

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratsel.diagnostics.render.diff import diff


def test_a_change_is_shown_with_three_lines_around_it():
    before = "".join(f"{number}\n" for number in range(1, 21))
    after = before.replace("\n10\n", "\nten\n").replace("\n17\n", "\nseventeen\n")
    assert diff("a.yaml", before, after) == (
        "--- a.yaml\n+++ a.yaml\n"
        "@@ -7,14 +7,14 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n 14\n 15\n 16\n-17\n+seventeen\n 18\n 19\n 20\n"
    )


def test_nothing_is_said_of_the_same_text():
    assert diff("a.yaml", "a\n", "a\n") == ""


def test_changes_side_by_side_are_taken_out_before_they_are_put_in():
    assert diff("a", "x\ny\nz\n", "X\nY\nz\n") == "--- a\n+++ a\n@@ -1,3 +1,3 @@\n-x\n-y\n+X\n+Y\n z\n"


def test_a_last_line_without_an_end():
    assert diff("a", "x", "y") == (
        "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"
    )


def test_ends_of_lines_are_shown_only_where_they_differ():
    assert diff("a", "x\r\ny\r\n", "z\r\ny\r\n") == "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-x\n+z\n y\n"
    assert diff("a", "x\r\ny\n", "x\ny\n") == "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-x\\r\n+x\n y\n"


def test_nothing_reaches_the_terminal_but_text():
    shown = diff("a\x1b[2J\n.yaml", "x\x1b]0;\x07\u202e\tb\n", "y\n")
    assert re.fullmatch(r"[\x20-\x7e\n]+", shown)
    assert shown == "--- a\\x1b[2J\\n.yaml\n+++ a\\x1b[2J\\n.yaml\n@@ -1 +1 @@\n-x\\x1b]0;\\x07\\u202e\\tb\n+y\n"


def test_lines_may_not_come_or_go():
    with pytest.raises(ValueError, match="number of lines"):
        diff("a", "x\n", "x\ny\n")


lines = st.lists(st.sampled_from("abc"), max_size=40)


@given(lines, st.data())
def test_it_is_the_diff_of_the_standard_library_where_no_line_comes_twice(given_lines, data):
    """A second way to the same: where all lines differ, `difflib` finds the lines in their places, too."""
    before = [f"{at} {line}\n" for at, line in enumerate(given_lines)]
    after = [data.draw(st.sampled_from([line, line.replace(" ", "*")])) for line in before]
    expected = "".join(line.rstrip(" \n") + "\n" for line in difflib.unified_diff(before, after, "a", "a"))
    assert diff("a", "".join(before), "".join(after)) == expected

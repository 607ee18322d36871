"""One line for each way of wrong use."""

import pytest

from stratsel.cli.app import run
from stratsel.cli.refusal import usage_line
from stratsel.terms import Obstacle


def test_words_of_ours_are_spoken_in_the_language() -> None:
    """A fact that is a word of the vocabulary is translated, a name is not."""
    line = usage_line("vi", "cannot list {folder}: {obstacle}", {"folder": "a/b", "obstacle": Obstacle.NO_PERMISSION})
    assert "a/b" in line
    assert Obstacle.NO_PERMISSION.vietnamese in line


def test_a_name_moves_no_cursor() -> None:
    """A file of a submission may be called anything."""
    assert usage_line("en", "{path} is not there", {"path": "a\x1b[2J\udcff"}) == r"a\x1b[2J\udcff is not there"


@pytest.mark.parametrize(
    "arguments", [["check", "--x\x1b[2J"], ["--x\x1b[2J"], ["check", "-\x1b"], ["rank", "a", "b\x1b"]]
)
def test_an_option_moves_no_cursor(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What is no option of ours is shown as it was typed, and with nothing that a terminal obeys."""
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and "\x1b" not in shown.err
    assert shown.err.startswith("stratsel: ")


def test_a_name_with_braces_is_a_name() -> None:
    """Facts are text and never sentences."""
    assert usage_line("en", "{path} is not there", {"path": "{x}"}) == "{x} is not there"

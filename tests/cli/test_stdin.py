"""`-` in the place of a file."""

import io
import sys
from pathlib import Path

import pytest

from stratsel.cli.stdin import DASH, paths_and_input
from stratsel.errors import UsageError
from stratsel.files.read import MAX_BYTES


def hand_over(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))


def test_paths_alone_read_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input may be a terminal that never ends."""
    monkeypatch.setattr(sys, "stdin", None)
    assert paths_and_input([Path("a")], None) == ([Path("a")], None)
    assert paths_and_input([], None) == ([], None)


@pytest.mark.parametrize("content", [b"", b"id: x\n", b"\xff\xfe\x00", "tăng\r\n".encode()])
def test_the_bytes_come_as_they_are(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """No encoding, no line ends: the reader of files sees to that."""
    hand_over(content, monkeypatch)
    assert paths_and_input([DASH], Path("candidates/a.yaml")) == ([Path("candidates/a.yaml")], content)


def test_no_more_is_read_than_shows_that_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than a file may have."""
    hand_over(b"x" * (3 * MAX_BYTES), monkeypatch)
    assert len(paths_and_input([DASH], Path("a"))[1] or b"") == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("paths", "name"), [([DASH], None), ([Path("a")], Path("a")), ([], Path("a")), ([DASH, Path("b")], Path("a"))]
)
def test_what_does_not_go_together_is_wrong_use(paths: list[Path], name: Path | None) -> None:
    """The dash needs a name, the name a dash, and both stand alone."""
    with pytest.raises(UsageError):
        paths_and_input(paths, name)

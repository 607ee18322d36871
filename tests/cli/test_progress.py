"""The line that grows while a long check runs."""

import io
import sys
from contextlib import suppress

import pytest

from stratsel.cli import progress as module
from stratsel.cli.progress import PATIENCE, PERIOD, progress


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which a test sets."""
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    return now


def test_without_a_terminal_there_is_nothing_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log gets no line, and the job is not slowed down."""
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress("en") as tell:
        assert tell is None


def test_a_short_job_shows_nothing(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """Within the first second the screen stays as it is."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress("en") as tell:
        assert tell is not None
        tell(1, 10)
        clock[0] += PATIENCE * 0.99
        tell(2, 10)
    assert screen.getvalue() == ""


def test_a_long_job_shows_where_it_is_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """The line is rewritten now and then, and cleared at the end, also when the job fails."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with suppress(ZeroDivisionError), progress("en") as tell:
        assert tell is not None
        clock[0] += PATIENCE
        tell(500, 1000)
        tell(501, 1000)
        clock[0] += PERIOD * 1.01
        tell(600, 1000)
        raise ZeroDivisionError
    lines = screen.getvalue().split("\r\x1b[K")
    assert lines == ["", "500 of 1000 files", "600 of 1000 files", ""]
    assert "\n" not in screen.getvalue()

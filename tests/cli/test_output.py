"""Where results go."""

import io
import sys

import pytest

from stratsel.cli.output import terminal_width, use_utf8, wants_colour


def test_streams_become_utf8_with_plain_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Windows code page neither fails nor changes bytes."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n"))
    use_utf8()
    sys.stdout.write("Giống lúa\n")
    sys.stdout.flush()
    assert raw.getvalue() == "Giống lúa\n".encode()


def test_a_pipe_has_no_width_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is for terminals only, and can be declined there."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal_width() is None
    assert not wants_colour()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_declined(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """NO_COLOR and a dumb terminal are honoured."""
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert wants_colour()
    monkeypatch.setenv(name, value)
    assert not wants_colour()

"""How findings are shown by commands."""

import re
import sys
from pathlib import Path

import pytest

from stratsel import api
from stratsel.cli import findings
from stratsel.cli.findings import Showing, add_remarks, format_meant, show_findings
from stratsel.errors import UsageError


def test_colour_changes_nothing_but_colour(
    break_beta: Path, round_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the escapes taken out, the coloured text is the plain one; a file never gets them."""
    check = api.check([round_folder])
    screen, file = Showing("text", "en", to_terminal=True), Showing("text", "en")
    plain = show_findings(check, screen)
    monkeypatch.setattr(findings, "wants_colour", lambda: True)
    coloured = show_findings(check, screen)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert show_findings(check, file) == plain


@pytest.mark.parametrize(
    ("environment", "is_terminal", "to_file", "counts_only", "meant"),
    [
        ({}, True, False, False, "text"),
        ({}, False, False, False, "concise"),
        ({}, True, True, False, "concise"),
        ({"GITHUB_ACTIONS": "true"}, False, False, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, True, False, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, False, True, False, "concise"),
        ({"GITHUB_ACTIONS": "true"}, False, False, True, "concise"),
        ({"GITHUB_ACTIONS": "false"}, True, False, False, "text"),
    ],
)
def test_auto_goes_by_who_reads(
    environment: dict[str, str],
    is_terminal: bool,
    to_file: bool,
    counts_only: bool,
    meant: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Annotations for GitHub, text for a person, lines for a program or a file."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert format_meant("auto", environment, to_file=to_file, counts_only=counts_only) == meant
    assert format_meant("json", environment, to_file=to_file, counts_only=False) == "json"


def test_counts_are_for_people() -> None:
    """A report for a machine has no place for them."""
    assert format_meant("text", {}, to_file=False, counts_only=True) == "text"
    with pytest.raises(UsageError):
        format_meant("json", {}, to_file=False, counts_only=True)


def test_only_lines_need_a_closing_remark(
    break_beta: Path, round_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text closes with its count itself, and a report for a machine has it inside."""
    check = api.check([round_folder])
    for form, said in (("concise", 1), ("text", 0), ("json", 0), ("github", 0)):
        add_remarks(check, Showing(form, "en"))
        assert capsys.readouterr().err.count("\n") == said

"""How findings are shown by commands."""

from pathlib import Path

import pytest

from stratsel import api
from stratsel.cli import findings
from stratsel.cli.findings import show_findings


def test_colour_changes_nothing_but_colour(
    break_beta: Path, round_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the escapes taken out, the coloured text is the plain one; a file never gets them."""
    import re

    check = api.check([round_folder])
    plain = show_findings(check, "text", "en", to_terminal=True)
    monkeypatch.setattr(findings, "wants_colour", lambda: True)
    coloured = show_findings(check, "text", "en", to_terminal=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert show_findings(check, "text", "en", to_terminal=False) == plain

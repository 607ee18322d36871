"""What is said of a criteria file that cannot be used."""

from pathlib import Path

import pytest

from stratsel import api
from stratsel.cli.rules import refuse_rules
from stratsel.errors import Rejected


def test_the_findings_and_what_follows(round_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of it beside the result, since there is none."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\n", encoding="utf-8")
    refuse_rules(Rejected(api.check()), "en")
    said = capsys.readouterr()
    assert said.out == ""
    assert "ST201" in said.err
    assert said.err.endswith("nothing was written\n")

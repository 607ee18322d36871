from pathlib import Path

import pytest

from stratsel.intake.discover import select_round
from stratsel.intake.rulebook import read_rulebook

BASE = Path(__file__).parents[2] / "catalogue" / "base"


@pytest.fixture
def rules(tmp_path):
    """Return a function that reads the rules of the shared round, with a change to its criteria file."""

    def read(old="", new=""):
        text = (BASE / "criteria" / "round.yaml").read_text(encoding="utf-8")
        assert old in text
        folder = tmp_path / "criteria"
        folder.mkdir(exist_ok=True)
        (folder / "round.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_rulebook(select_round([tmp_path])).criteria

    return read

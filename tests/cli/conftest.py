"""A small round in a folder of its own, and the command line run in this process."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from stratsel.cli.app import run

LANGUAGE_VARIABLES = ("STRATSEL_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
FORMAT_VARIABLES = ("STRATSEL_FORMAT", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")
BASE = Path(__file__).parents[1] / "catalogue" / "base"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def round_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, holding a sound round of two candidates."""
    shutil.copytree(BASE, tmp_path / "round")
    monkeypatch.chdir(tmp_path / "round")
    for name in (*LANGUAGE_VARIABLES, *FORMAT_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return tmp_path / "round"


@pytest.fixture
def call(round_folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run one command in the round's folder."""

    def run_command(*arguments: str) -> Ended:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run_command


@pytest.fixture
def break_beta(round_folder: Path) -> Path:
    """One dossier with one error: a criterion that the round does not have."""
    file = round_folder / "candidates" / "beta.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n  menu:", "\n  menuu:"), encoding="utf-8")
    return file

"""The hook for pre-commit runs where a file of the round changed, and nowhere else."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from stratsel.cli.app import run
from stratsel.intake.discover import assessor_files, dossier_files, scenario_files, select_round

ROOT = Path(__file__).resolve().parents[2]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def is_meant(file):
    """As pre-commit decides: the pattern is searched for in the path from the top of the repository."""
    return re.search(HOOK["files"], file) is not None


def test_the_files_of_the_shipped_round_are_meant():
    chosen = select_round([ROOT])
    files = [chosen.criteria_file, *dossier_files(chosen), *assessor_files(chosen), *scenario_files(chosen)]
    files += ["sources.yaml", "decision.yaml"]
    assert [file for file in files if not is_meant(file)] == []


def test_no_other_file_of_the_repository_is_meant():
    others = [*ROOT.glob("*.*"), *ROOT.glob(".*.yaml"), *ROOT.glob(".ci/*"), *ROOT.glob(".github/**/*.yml")]
    others += [
        file for folder in ("benchmarks", "docs", "schemas", "src", "tests") for file in (ROOT / folder).rglob("*.*")
    ]
    meant = {file.relative_to(ROOT).as_posix() for file in others if is_meant(file.relative_to(ROOT).as_posix())}
    assert meant == {"sources.yaml", "decision.yaml"}


@pytest.mark.parametrize(
    ("file", "expected"),
    [("candidates/uav.yml", True), ("candidates/UAV.YAML", True), ("panel.yaml", True), ("portfolio.yaml", True),
     ("sources/visit.txt", True), ("scenarios/uav-flies.yaml", True),
     ("candidates/.uav.yaml.swp", False), ("candidates/.uav.yaml", False),
     ("candidates/notes.md", False), ("candidates/old/uav.yaml", False), ("old/candidates/uav.yaml", False),
     ("mycriteria/x.yaml", False), ("sources.yaml.bak", False)],
)  # fmt: skip
def test_names_that_belong_to_a_round(file, expected):
    assert is_meant(file) is expected


def test_the_whole_round_is_checked_once():
    """No file names: a changed criteria file must show the dossiers that it rejects."""
    assert HOOK["pass_filenames"] is False
    assert HOOK["require_serial"] is True


@pytest.mark.parametrize(("level", "code"), [("1", 0), ("9", 1)])
def test_the_entry_is_a_command_that_rejects(level, code, small_round, monkeypatch):
    small_round.edit("candidates/beta.yaml", "level: 1", f"level: {level}")
    monkeypatch.chdir(small_round.folder)
    program, *arguments = shlex.split(HOOK["entry"])
    assert program == "stratsel"
    assert run(arguments) == code

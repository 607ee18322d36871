"""`stratsel check`: what it prints where, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


def test_a_sound_round_is_fine(call: Callable) -> None:
    """Exit 0, one line on standard output, nothing beside it."""
    ended = call("check")
    assert (ended.code, ended.err) == (0, "")
    assert "4" in ended.out
    assert ended.out.count("\n") == 1


def test_an_error_rejects(call: Callable, break_beta: Path) -> None:
    """Exit 1, and the finding with file, line and column."""
    ended = call("check")
    line = (
        break_beta.read_text(encoding="utf-8")
        .splitlines()
        .index(
            next(line for line in break_beta.read_text(encoding="utf-8").splitlines() if line.startswith("  menuu:"))
        )
    )
    assert ended.code == 1
    assert f"candidates/beta.yaml:{line + 1}:3" in ended.out


def test_json_is_whole_and_unescaped(call: Callable, break_beta: Path) -> None:
    """The JSON names the kind of file, and each finding has its place, message and cure."""
    ended = call("check", "--format", "json", "--lang", "vi")
    data = json.loads(ended.out)
    assert data["stratsel"] == "findings/1"
    (finding,) = [each for each in data["findings"] if each["severity"] == "error"]
    assert finding["file"] == "candidates/beta.yaml"
    assert finding["key"] == "assessments.menuu"
    assert all(finding[name] for name in ("code", "message", "help", "line", "column", "end_line", "end_column"))
    assert "\\u" not in ended.out


def test_only_the_files_asked_about(call: Callable, break_beta: Path) -> None:
    """Findings in other files are not reported, and do not reject."""
    assert call("check", "candidates/alpha.yaml").code == 0
    assert call("check", "candidates/beta.yaml").code == 1


def test_a_folder_is_shown_as_it_was_typed(
    call: Callable, break_beta: Path, round_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are named so that the line can be clicked from where one stands."""
    monkeypatch.chdir(round_folder.parent)
    assert "round/candidates/beta.yaml:" in call("check", "round").out


def test_output_goes_to_a_file(call: Callable, round_folder: Path) -> None:
    """With -o nothing is printed."""
    ended = call("check", "--format", "json", "-o", "findings.json")
    assert (ended.code, ended.out) == (0, "")
    assert json.loads((round_folder / "findings.json").read_text(encoding="utf-8"))["findings"] == []


def test_dossiers_are_still_read_when_the_criteria_cannot_be(
    call: Callable, break_beta: Path, round_folder: Path
) -> None:
    """A broken criteria file is a finding; that dossiers were checked for shape only is said beside it."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\nid: [\n", encoding="utf-8")
    ended = call("check")
    assert ended.code == 1
    assert "criteria/round.yaml:2:5" in ended.out
    assert "shape" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nowhere"),
        ("check", ".."),
        ("check", "--criteria", "nowhere.yaml"),
        ("check", "--criteria", "candidates"),
    ],
)
def test_wrong_use_is_two(call: Callable, arguments: tuple[str, ...]) -> None:
    """What is not there, or is no round, is wrong use and no finding; one line, on standard error."""
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("stratsel: ")
    assert ended.err.count("\n") == 1


def test_nothing_to_check_is_two(call: Callable, round_folder: Path) -> None:
    """A missing folder of dossiers, an empty one, and a file in its place."""
    for file in (round_folder / "candidates").iterdir():
        file.unlink()
    assert call("check").code == 2
    (round_folder / "candidates").rmdir()
    assert call("check").code == 2
    (round_folder / "candidates").write_text("", encoding="utf-8")
    assert call("check").code == 2


def test_several_criteria_files_are_named(call: Callable, round_folder: Path) -> None:
    """Which one is meant is never guessed."""
    text = (round_folder / "criteria" / "round.yaml").read_text(encoding="utf-8")
    (round_folder / "criteria" / "other.yaml").write_text(text.replace("id: round", "id: other"), encoding="utf-8")
    ended = call("check")
    assert ended.code == 2
    assert "criteria/other.yaml" in ended.err
    assert "criteria/round.yaml" in ended.err
    assert call("check", "--criteria", "criteria/other.yaml").code == 0


def test_vietnamese(call: Callable, break_beta: Path) -> None:
    """The same finding, at the same place, in Vietnamese."""
    english, vietnamese = call("check").out, call("check", "--lang", "vi").out
    assert english != vietnamese
    assert "tiêu chí" in vietnamese

"""`stratsel check --diff` and `--fix`."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

CHANGE = "-  menuu: {level: 3, why: Thực đơn đổi mỗi ngày.}\n+  menu: {level: 3, why: Thực đơn đổi mỗi ngày.}\n"


def test_a_diff_shows_what_would_change_and_changes_nothing(call: Callable, break_beta: Path) -> None:
    """The exit code is that of the findings, and nothing else is on standard output."""
    before = break_beta.read_bytes()
    ended = call("check", "--diff")
    assert ended.code == 1
    assert ended.out.startswith("--- candidates/beta.yaml\n+++ candidates/beta.yaml\n@@ -")
    assert CHANGE in ended.out
    assert ended.err == "stratsel: 1 repair in 1 file\n"
    assert break_beta.read_bytes() == before


def test_a_fix_is_made_and_what_remains_is_reported(call: Callable, break_beta: Path) -> None:
    """The exit code is that of the findings that remain."""
    text = break_beta.read_text(encoding="utf-8")
    break_beta.write_text(text.replace("form: caterer", "form: cateror"), encoding="utf-8")
    ended = call("check", "--fix", "--format", "json")
    assert ended.code == 1
    assert [each["code"] for each in json.loads(ended.out)["findings"]] == ["ST204"]
    assert ended.err == "stratsel: 1 repair in 1 file\n"
    break_beta.write_text(text, encoding="utf-8")
    assert call("check", "--fix").code == 0
    assert break_beta.read_text(encoding="utf-8") == text.replace("menuu", "menu")


@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_with_nothing_to_repair_it_is_said(call: Callable, option: str) -> None:
    """On standard error, since it is no result."""
    ended = call("check", option)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("stratsel: there is nothing to repair\n")


@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_quiet_says_nothing_of_repairs(call: Callable, break_beta: Path, option: str) -> None:
    """Only the result remains."""
    assert call("check", option, "--quiet").err == ""


def test_repairs_are_counted(call: Callable, break_beta: Path, round_folder: Path) -> None:
    """In all, and the files that they are in; in the reader's language."""
    text = break_beta.read_text(encoding="utf-8")
    break_beta.write_text(text.replace("proposer", "propser"), encoding="utf-8")
    assert call("check", "--diff").err == "stratsel: 2 repairs in 1 file\n"
    alpha = round_folder / "candidates" / "alpha.yaml"
    alpha.write_text(alpha.read_text(encoding="utf-8").replace("proposer", "propser"), encoding="utf-8")
    assert call("check", "--diff").err == "stratsel: 3 repairs in 2 files\n"


def test_a_folder_is_shown_as_it_was_typed(
    call: Callable, break_beta: Path, round_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The diff fits the folder in which it is read."""
    monkeypatch.chdir(round_folder.parent)
    assert call("check", "round", "--diff").out.startswith("--- round/candidates/beta.yaml\n")


def test_a_diff_goes_into_a_file(call: Callable, break_beta: Path, round_folder: Path) -> None:
    """As any result."""
    assert call("check", "--diff", "-o", "repairs.diff", "--exit-zero").code == 0
    assert CHANGE in (round_folder / "repairs.diff").read_text(encoding="utf-8")


def test_nothing_of_a_file_reaches_the_terminal(call: Callable, break_beta: Path) -> None:
    """What moves the cursor is refused in a file; what only cannot be seen is shown as an escape."""
    text = break_beta.read_text(encoding="utf-8")
    break_beta.write_text(text.replace("\n  menuu", " # a\u00ad\tb\u200bc\n  menuu"), encoding="utf-8")
    assert " # a\\xad\\tb\\u200bc\n" in call("check", "--diff").out


def test_standard_input_is_shown_repaired_and_never_written(
    call: Callable, break_beta: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may show what it could put in place of what is not saved yet."""
    content = break_beta.read_bytes()
    break_beta.unlink()
    for option, code in (("--diff", 1), ("--fix", 2)):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
        ended = call("check", "-", "--stdin-filename", "candidates/beta.yaml", option)
        assert ended.code == code
        assert (CHANGE in ended.out) is (option == "--diff")
    assert not break_beta.exists()


def test_one_of_the_two_is_meant(call: Callable, break_beta: Path) -> None:
    """Both together are wrong use, and nothing is written."""
    before = break_beta.read_bytes()
    ended = call("check", "--diff", "--fix")
    assert (ended.code, ended.out) == (2, "")
    assert break_beta.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_that_may_not_be_written_is_named(call: Callable, break_beta: Path) -> None:
    """Wrong use, in one line."""
    break_beta.chmod(0o444)
    ended = call("check", "--fix")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "candidates/beta.yaml" in ended.err

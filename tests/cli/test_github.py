"""The page that GitHub shows of a run."""

from pathlib import Path

import pytest

from stratsel import api
from stratsel.cli.github import LIMIT, VARIABLE, add_step_summary


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file whose name GitHub gives."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "page.md"))
    return tmp_path / "page.md"


def test_the_table_is_added_to_what_is_there(break_beta: Path, round_folder: Path, page: Path) -> None:
    """Other commands of the step may have written before."""
    page.write_text("before\n", encoding="utf-8")
    add_step_summary(api.check([round_folder]), "en")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n### stratsel check\n")
    assert "ST401 unknown-criterion" in text


def test_the_page_never_grows_past_the_limit(break_beta: Path, round_folder: Path, page: Path) -> None:
    """GitHub drops one that is larger than 1 MiB."""
    page.write_bytes(b"x" * (LIMIT - 50))
    add_step_summary(api.check([round_folder]), "en")
    assert page.stat().st_size <= LIMIT < 1 << 20


def test_without_a_page_nothing_is_said(
    round_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside GitHub there is none."""
    monkeypatch.delenv(VARIABLE, raising=False)
    add_step_summary(api.check([round_folder]), "en")
    assert capsys.readouterr() == ("", "")


def test_a_page_that_cannot_be_written_is_a_remark(
    round_folder: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check goes on."""
    page.mkdir()
    add_step_summary(api.check([round_folder]), "en")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("stratsel: ")
    assert said.err.count("\n") == 1

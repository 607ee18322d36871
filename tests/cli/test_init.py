"""`stratsel init`: a round that passes and ranks, and never in the place of another."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_round_passes_and_ranks(call: Callable, tmp_path: Path, language: str) -> None:
    """The names of the files on standard output, what to do next beside it; then no finding, and an order."""
    folder = tmp_path / "new" / "round"
    ended = call("init", str(folder), "--lang", language)
    assert ended.code == 0
    assert [Path(line).is_file() for line in ended.out.splitlines()] == [True] * 7
    assert "stratsel rank" in ended.err
    checked = call("check", str(folder), "--format", "concise")
    assert (checked.code, checked.out) == (0, "")
    ranked = call("rank", str(folder), "--lang", language)
    assert (ranked.code, ranked.err) == (0, "")
    assert "TRAINING" in ranked.out or "TẬP HUẤN" in ranked.out


def test_here_is_the_default(call: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder, which may hold other things."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert "sources.yaml" in call("init").out.splitlines()
    assert (tmp_path / "empty" / "sources.yaml").is_file()


def test_a_round_that_is_there_is_left_alone(call: Callable, round_folder: Path) -> None:
    """Exit 2, the file named, nothing written."""
    before = {path: path.read_bytes() for path in round_folder.rglob("*") if path.is_file()}
    ended = call("init")
    assert (ended.code, ended.out) == (2, "")
    assert "criteria/round.yaml" in ended.err
    assert {path: path.read_bytes() for path in round_folder.rglob("*") if path.is_file()} == before

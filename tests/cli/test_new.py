"""`stratsel new`: a dossier that passes as it is, and never in the place of another."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_dossier_passes(call: Callable, round_folder: Path, language: str) -> None:
    """The file's name on standard output, no finding; it is ranked with everything open."""
    ended = call("new", "gamma", "--title", "Gamma: fresh, hot", "--lang", language)
    assert (ended.code, ended.out, ended.err) == (0, "candidates/gamma.yaml\n", "")
    checked = call("check", "--format", "concise")
    assert (checked.code, checked.out) == (0, "")
    assert "gamma,Gamma: fresh" in call("rank", "--format", "csv").out.replace('"', "")


@pytest.mark.parametrize("folder", ["candidates", ".", "../round/candidates"])
def test_the_folder_may_be_the_round_or_its_dossiers(call: Callable, round_folder: Path, folder: str) -> None:
    """As `rank` takes them."""
    assert call("new", "gamma", folder).code == 0
    assert (round_folder / "candidates" / "gamma.yaml").is_file()


def test_a_folder_is_made_where_there_is_a_round_without_dossiers(call: Callable, round_folder: Path) -> None:
    """A round begins with its criteria."""
    for file in (round_folder / "candidates").iterdir():
        file.unlink()
    (round_folder / "candidates").rmdir()
    assert call("new", "gamma").code == 0
    assert (round_folder / "candidates" / "gamma.yaml").is_file()


def test_nothing_is_written_over(call: Callable, round_folder: Path) -> None:
    """Exit 2, and the file stays."""
    before = (round_folder / "candidates" / "alpha.yaml").read_bytes()
    ended = call("new", "alpha")
    assert (ended.code, ended.out) == (2, "")
    assert "candidates/alpha.yaml" in ended.err
    assert (round_folder / "candidates" / "alpha.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Bếp Gamma",), "bep-gamma"),
        (("../../etc",), "etc"),
        (("con",), "device"),
        (("gamma", "nowhere/at/all"), "nowhere/at"),
        (("gamma", "sources.yaml"), "sources.yaml"),
        (("gamma", "--title", " "), "title"),
    ],
)
def test_wrong_use(call: Callable, round_folder: Path, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2 with the cure, and nothing written."""
    ended = call("new", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert len(list((round_folder / "candidates").iterdir())) == 2


def test_several_criteria_files_are_told_apart(call: Callable, round_folder: Path) -> None:
    """One must be named."""
    text = (round_folder / "criteria" / "round.yaml").read_text(encoding="utf-8")
    (round_folder / "criteria" / "other.yaml").write_text(text.replace("id: round", "id: other"), encoding="utf-8")
    assert call("new", "gamma").code == 2
    assert call("new", "gamma", "--criteria", "criteria/other.yaml").code == 0


def test_rejected_criteria_ask_nothing(call: Callable, round_folder: Path) -> None:
    """Exit 1 with the findings, and nothing written."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\n", encoding="utf-8")
    ended = call("new", "gamma")
    assert (ended.code, ended.out) == (1, "")
    assert "criteria/round.yaml:" in ended.err
    assert not (round_folder / "candidates" / "gamma.yaml").exists()

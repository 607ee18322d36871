"""`stratsel check --feedback`: the sheet for the proposer of one dossier."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ALPHA = "candidates/alpha.yaml"


def test_a_sound_dossier_has_its_sheet(call: Callable) -> None:
    """Exit 0; nothing is said beside it."""
    ended = call("check", ALPHA, "--feedback")
    assert (ended.code, ended.err) == (0, "")
    assert "\n## Alpha Kitchen\n\n### stratsel check\n\nno findings in 1 file\n" in ended.out
    assert ended.out.startswith("> **ILLUSTRATION by District council: ")


def test_nobody_else_is_named(call: Callable) -> None:
    """Neither a rival nor a tier of the shortlist."""
    out = call("check", ALPHA, "--feedback").out
    assert not any(word in out for word in ("Beta", "beta", "First contract", "Reserve", "rank"))


def test_the_words_are_in_the_language_asked_for(call: Callable) -> None:
    """Those of the criteria file and ours."""
    out = call("check", ALPHA, "--feedback", "--lang", "vi").out
    assert out.startswith("> **MINH HỌA của Hội đồng huyện: ")
    assert "## Bếp Alpha\n\n### stratsel check\n\nkhông có phát hiện nào trong 1 tệp\n" in out
    assert "Độ tươi" in out


def test_errors_reject_and_come_first(call: Callable, break_beta: Path) -> None:
    """The rest follows once they are mended; the errors of others are theirs."""
    ended = call("check", "candidates/beta.yaml", "--feedback")
    assert ended.code == 1
    assert "ST401 unknown-criterion" in ended.out
    assert "once its errors are mended" in ended.out
    assert "Criterion by criterion" not in ended.out
    assert call("check", "candidates/beta.yaml", "--feedback", "--exit-zero").code == 0
    ended = call("check", ALPHA, "--feedback")
    assert (ended.code, "Criterion by criterion" in ended.out) == (0, True)


def test_strict_makes_errors_of_warnings(call: Callable, round_folder: Path) -> None:
    """What the dossier shows is said all the same."""
    file = round_folder / ALPHA
    file.write_text(file.read_text(encoding="utf-8").replace("delivery: {choice: own, why: The van stood in the yard.}",
                    "delivery: own"), encoding="utf-8")  # fmt: skip
    assert call("check", ALPHA, "--feedback").code == 0
    ended = call("check", ALPHA, "--feedback", "--strict")
    assert ended.code == 1
    assert "**error** ST" in ended.out
    assert "Criterion by criterion" in ended.out


def test_a_round_that_cannot_be_used(call: Callable, round_folder: Path) -> None:
    """The dossier has no error, but there is nothing to judge it by."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\nid: [\n", encoding="utf-8")
    ended = call("check", ALPHA, "--feedback")
    assert ended.code == 0
    assert "## candidates/alpha.yaml\n" in ended.out
    assert "errors in the other files of the round" in ended.out


def test_a_sheet_goes_to_a_file(call: Callable, round_folder: Path) -> None:
    """With -o nothing is printed."""
    shown = call("check", ALPHA, "--feedback").out
    ended = call("check", ALPHA, "--feedback", "-o", "sheet.md")
    assert (ended.code, ended.out) == (0, "")
    assert (round_folder / "sheet.md").read_text(encoding="utf-8") == shown


def test_standard_input_may_stand_for_the_dossier(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an editor has it."""
    content = Path(ALPHA).read_bytes().replace(b"Alpha Kitchen, vi", b"Alpha and Sons, vi")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
    assert "\n## Alpha and Sons\n" in call("check", "-", "--stdin-filename", ALPHA, "--feedback").out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (".",),
        ("candidates",),
        ("criteria/round.yaml",),
        ("sources.yaml",),
        (ALPHA, "candidates/beta.yaml"),
        (ALPHA, "--format", "json"),
        (ALPHA, "--all"),
        (ALPHA, "--statistics"),
        (ALPHA, "--advice"),
        (ALPHA, "--diff"),
    ],
)
def test_one_dossier_and_no_other_form(call: Callable, arguments: tuple[str, ...]) -> None:
    """Else it is wrong use, with one line that says what to do."""
    ended = call("check", "--feedback", *arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_a_format_in_the_environment_is_no_other_form(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how findings are shown by themselves; nor is anything added to the page of a run."""
    shown = call("check", ALPHA, "--feedback").out
    monkeypatch.setenv("STRATSEL_FORMAT", "json")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "page.md")
    assert call("check", ALPHA, "--feedback").out == shown
    assert not Path("page.md").exists()

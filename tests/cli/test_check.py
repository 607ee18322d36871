"""`stratsel check`: what it prints where, and how it ends."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest


def test_a_sound_round_is_fine(call: Callable) -> None:
    """Exit 0 and no finding; one line says how many files were looked at."""
    ended = call("check")
    assert (ended.code, ended.out) == (0, "")
    assert (ended.err.count("\n"), "4" in ended.err) == (1, True)
    ended = call("check", "--format", "text")
    assert (ended.code, ended.err) == (0, "")
    assert (ended.out.count("\n"), "4" in ended.out) == (1, True)


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


@pytest.fixture
def warn(round_folder: Path) -> Path:
    """One dossier with a warning and no error: two leaves are left out."""
    file = round_folder / "candidates" / "beta.yaml"
    text = file.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("  menu:", "  price:"))]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return file


def test_a_program_gets_a_line_for_each_finding(call: Callable, break_beta: Path) -> None:
    """Through a pipe, a finding is what editors parse, and the count stands beside it."""
    ended = call("check")
    assert re.fullmatch(r"candidates/beta\.yaml:\d+:3: ST401 .*\n(candidates/beta\.yaml:.*\n)*", ended.out)
    assert ended.err.startswith("4 files, 1 error")


def test_a_person_gets_text(call: Callable, break_beta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each finding has its line and its cure."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert call("check").out == call("check", "--format", "text").out
    assert "error[ST401]" in call("check").out
    assert call("check", "-o", "findings.txt").code == 1
    assert Path("findings.txt").read_text(encoding="utf-8").startswith("candidates/beta.yaml:")


def test_github_gets_annotations_and_a_page(
    call: Callable, break_beta: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under GitHub Actions nothing has to be said; what is said counts."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "page.md"))
    ended = call("check")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("::error title=ST401 unknown-criterion,file=candidates/beta.yaml,line=")
    assert "ST401" in (tmp_path / "page.md").read_text(encoding="utf-8")
    assert call("check", "--format", "concise").out.startswith("candidates/beta.yaml:")
    assert call("check", "--statistics").out.startswith("     1  error[ST401]")


def test_a_page_that_cannot_be_written_rejects_nothing(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdict is that of the round."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/folder/page.md")
    ended = call("check", "--format", "github")
    assert (ended.code, ended.out, ended.err.count("\n")) == (0, "", 1)


def test_the_format_may_stand_in_the_environment(
    call: Callable, break_beta: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--format` overrides it, and a word that is no format is wrong use."""
    monkeypatch.setenv("STRATSEL_FORMAT", "gitlab")
    assert json.loads(call("check").out)[0]["check_name"] == "ST401 unknown-criterion"
    assert call("check", "--format", "text").out.startswith("error[ST401]")
    monkeypatch.setenv("STRATSEL_FORMAT", "yaml")
    assert call("check").code == 2


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_each_format_names_the_finding(call: Callable, break_beta: Path, form: str) -> None:
    """All are made of one list, with one verdict."""
    ended = call("check", "--format", form)
    assert (ended.code, "ST401" in ended.out, "candidates/beta.yaml" in ended.out) == (1, True, True)


def test_exit_zero(call: Callable, break_beta: Path) -> None:
    """Findings are shown and reject nothing; wrong use is still wrong use."""
    ended = call("check", "--exit-zero")
    assert (ended.code, "ST401" in ended.out) == (0, True)
    assert call("check", "nowhere", "--exit-zero").code == 2


def test_strict(call: Callable, warn: Path) -> None:
    """Warnings reject, and are called errors, so that the output agrees with the verdict."""
    assert call("check").code == 0
    ended = call("check", "--strict", "--format", "json")
    data = json.loads(ended.out)
    assert (ended.code, data["summary"]["errors"], data["summary"]["warnings"]) == (1, 2, 0)
    assert {finding["severity"] for finding in data["findings"]} == {"error"}
    assert call("check", "--strict", "--exit-zero").code == 0
    assert call("check", "candidates/alpha.yaml", "--strict").code == 0


def test_quiet(call: Callable, break_beta: Path, round_folder: Path) -> None:
    """Findings and nothing else: no count, no remark."""
    for form in ("text", "concise"):
        ended = call("check", "--quiet", "--format", form)
        assert (ended.code, "ST401" in ended.out, "files" in ended.out, ended.err) == (1, True, False, "")
    ended = call("check", "-q", "--format", "text", "candidates/alpha.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\nid: [\n", encoding="utf-8")
    assert call("check", "-q").err == ""


def test_statistics(call: Callable, warn: Path, break_beta: Path) -> None:
    """How often each code was found, worst first, instead of the findings."""
    ended = call("check", "--statistics")
    assert [line.split()[:2] for line in ended.out.splitlines()] == [["2", "warning[ST407]"]]
    assert ended.err.startswith("4 files, 2 warnings")
    ended = call("check", "--statistics", "--format", "text")
    assert ended.out.splitlines()[-1].startswith("4 files, ")
    ended = call("check", "--statistics", "--format", "sarif")
    assert (ended.code, ended.out) == (2, "")


def test_one_cause_is_shown_once_or_with_all_each_time(call: Callable, warn: Path) -> None:
    """Two leaves that one dossier leaves out are one block; JSON and lines have each finding anyway."""
    assert call("check", "--format", "text").out.count("warning[ST407]") == 1
    assert call("check", "--format", "text", "--all").out.count("warning[ST407]") == 2
    assert call("check").out.count("ST407") == 2
    assert len(json.loads(call("check", "--format", "json").out)["findings"]) == 2


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))

    return put


def test_standard_input_stands_for_a_file(call: Callable, break_beta: Path, type_in: Callable) -> None:
    """What an editor has not saved yet is checked in the place of what is on disk, and nothing else is reported."""
    alpha = Path("candidates/alpha.yaml").read_bytes()
    type_in(alpha.replace(b"id: alpha", b"id: alfa"))
    ended = call("check", "-", "--stdin-filename", "candidates/alpha.yaml")
    assert (ended.code, ended.out.count("\n")) == (1, 1)
    assert ended.out.startswith("candidates/alpha.yaml:2:5: ST402 ")
    type_in(alpha)
    assert call("check", "-", "--stdin-filename", "candidates/alpha.yaml").code == 0
    type_in(break_beta.read_bytes().replace(b"menuu", b"menu"))
    assert call("check", "-", "--stdin-filename", str(break_beta)).code == 0
    assert call("check", "candidates/beta.yaml").code == 1


def test_standard_input_may_be_a_file_that_is_not_saved_yet(call: Callable, type_in: Callable) -> None:
    """It is judged beside the others."""
    type_in(Path("candidates/alpha.yaml").read_bytes())
    ended = call("check", "-", "--stdin-filename", "candidates/gamma.yaml")
    assert (ended.code, ended.out.split()[1]) == (1, "ST403")
    assert not Path("candidates/gamma.yaml").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "ST124"), (b"\xff\xfeid", "ST117"), (b"\x7fELF\x00\x01", "ST119"), (b"x" * 2_000_000, "ST120")],
)
def test_odd_input_gives_a_finding(call: Callable, type_in: Callable, content: bytes, code: str) -> None:
    """Nothing, another encoding, no text at all, too much."""
    type_in(content)
    ended = call("check", "-", "--stdin-filename", "candidates/alpha.yaml")
    assert (ended.code, ended.out.split()[1]) == (1, code)


@pytest.mark.parametrize(
    "arguments",
    [
        ("-",),
        ("-", "candidates", "--stdin-filename", "candidates/alpha.yaml"),
        ("--stdin-filename", "candidates/alpha.yaml"),
        ("-", "--stdin-filename", "candidates"),
        ("-", "--stdin-filename", "notes.txt"),
        ("-", "--stdin-filename", "elsewhere/alpha.yaml"),
    ],
)
def test_standard_input_needs_a_place_in_the_round(
    call: Callable, type_in: Callable, arguments: tuple[str, ...]
) -> None:
    """One line, on standard error."""
    type_in(b"")
    ended = call("check", *arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_junit_has_a_case_for_each_clean_file(call: Callable, break_beta: Path) -> None:
    """So that it shows what was looked at."""
    suites = ElementTree.fromstring(call("check", "--format", "junit").out)
    names = {suite.get("name"): suite.get("failures") for suite in suites}
    assert names == {
        "candidates/alpha.yaml": "0",
        "candidates/beta.yaml": "1",
        "criteria/round.yaml": "0",
        "sources.yaml": "0",
    }


def test_advice_is_given_on_request_and_rejects_nothing(call: Callable) -> None:
    """Alpha's best level rests on the inspection alone; that is no error, however strict one is."""
    assert call("check").out == ""
    ended = call("check", "--advice", "--strict", "--format", "json")
    data = json.loads(ended.out)
    assert ended.code == 0
    assert [(each["code"], each["severity"], each["key"]) for each in data["findings"]] == [
        ("ST806", "advice", "assessments.freshness")
    ]
    assert data["summary"]["advice"] == 1


def test_other_programs_take_advice_for_a_note(call: Callable) -> None:
    """None of them shows it as a failure."""
    shown = {form: call("check", "--advice", "--format", form) for form in ("github", "gitlab", "sarif", "junit")}
    assert {ended.code for ended in shown.values()} == {0}
    assert shown["github"].out.startswith("::notice ")
    assert [each["severity"] for each in json.loads(shown["gitlab"].out)] == ["info"]
    assert [each["level"] for each in json.loads(shown["sarif"].out)["runs"][0]["results"]] == ["note"]
    assert ElementTree.fromstring(shown["junit"].out).get("failures") == "0"

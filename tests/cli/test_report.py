"""`stratsel report`: what it writes, and what it refuses before and after the analysis."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel import api
from stratsel.report.formats.papers import ENDINGS

BANNER = "ILLUSTRATION by District council"


@pytest.fixture(autouse=True)
def _fewer_draws(round_folder: Path) -> None:
    criteria = round_folder / "criteria" / "round.yaml"
    text = criteria.read_text(encoding="utf-8")
    criteria.write_text(text.replace("missing: worst\n", "uncertainty: {samples: 300}\nmissing: worst\n"), "utf-8")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each analysis that is made."""
    made: list[str] = []
    found = api.paper

    def counted(*args: object, **kwargs: object) -> object:
        made.append("paper")
        return found(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(api, "paper", counted)
    return made


def read(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")


def test_markdown_with_its_figures(call: Callable) -> None:
    ended = call("report", "-o", "out/paper.md")
    assert (ended.code, ended.out, ended.err) == (0, "", "written: out/paper.md\n")
    text = read("out/paper.md")
    assert text.startswith(f"> **{BANNER}")
    figures = {file.name for file in Path("out/paper-figures").iterdir()}
    assert {"contributions.svg", "acceptability.svg"} <= figures
    assert all(f"paper-figures/{name}" in text for name in figures)


def test_several_files_from_one_analysis(call: Callable, calls: list[str]) -> None:
    ended = call("report", "-o", "a.md", "-o", "b.md", "-o", "a.md", "--embed")
    assert ended.code == 0
    assert ended.err == "written: a.md\nwritten: b.md\n"
    assert calls == ["paper"]
    assert read("a.md") == read("b.md")
    assert "data:image/svg+xml;base64," in read("a.md")
    assert not Path("a-figures").exists()


@pytest.mark.slow
def test_every_format_from_one_analysis(call: Callable, calls: list[str]) -> None:
    for package in ("docx", "typst", "xlsxwriter"):
        pytest.importorskip(package)
    files = [f"paper{ending}" for ending in ENDINGS]
    ended = call("report", *(word for file in files for word in ("-o", file)), "--lang", "vi,en")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.count("\n") == len(files)
    assert calls == ["paper"]
    begins = {file: Path(file).read_bytes()[:4] for file in files}
    assert begins["paper.docx"] == begins["paper.xlsx"] == b"PK\x03\x04"
    assert begins["paper.pdf"] == b"%PDF"
    assert b"<!do" in begins["paper.html"].lower()


def test_two_languages_in_one_file_the_first_in_front(call: Callable) -> None:
    assert call("report", "-o", "paper.md", "--lang", "vi,en").code == 0
    text = read("paper.md")
    assert text.index("# Bữa ăn học đường") < text.index("# School meals")
    assert Path("paper-figures/contributions.en.svg").is_file()


def test_only_some_sections_and_candidates(call: Callable) -> None:
    assert call("report", "-o", "paper.md", "--sections", "sources, reasons", "--candidates", "beta").code == 0
    heads = [line for line in read("paper.md").splitlines() if line.startswith("#")]
    assert heads == [
        "# School meals",
        "## Justifications",
        "### Why “Beta Catering” is ranked 2",
        "## Sources",
        "## What this paper was made from",
    ]


def test_a_format_whatever_the_ending(call: Callable) -> None:
    assert call("report", "-o", "paper.txt", "--format", "markdown", "--sections", "summary").code == 0
    assert "# School meals" in read("paper.txt")


def test_a_scenario_beside_it(call: Callable, round_folder: Path) -> None:
    (round_folder / "scenarios").mkdir()
    text = "stratsel: scenario/1\nid: cheap\ntitle: Price first\nweights: {supply: 90, food: 10}\n"
    (round_folder / "scenarios" / "cheap.yaml").write_text(text, encoding="utf-8")
    assert call("report", "-o", "paper.md", "--scenario", "scenarios/cheap.yaml").code == 0
    assert "## What if\n" in read("paper.md")


def test_the_same_bytes_twice(call: Callable) -> None:
    contents = set()
    for _ in range(2):
        call("report", "-o", "paper.md")
        files = [Path("paper.md"), *sorted(Path("paper-figures").iterdir())]
        contents.add(b"".join(file.read_bytes() for file in files))
    assert len(contents) == 1


@pytest.mark.parametrize(
    ("wrong", "known"),
    [
        (("-o", "paper.odt"), ".md, .html, .docx, .pdf, .xlsx"),
        (("-o", "paper.md", "--sections", "summary,weather"), "summary, method, matrix"),
        (("-o", "paper.md", "--lang", "en,fr"), "en, vi"),
        (("-o", "paper.md", "--candidates", "gamma"), "alpha, beta"),
        (("-o", "paper.md", "--format", "odt"), "markdown"),
        (("-o", "paper.docx", "--template", "nowhere.docx"), "nowhere.docx"),
        ((), "--output"),
    ],
)
def test_wrong_use_names_what_there_is(wrong: tuple[str, ...], known: str, call: Callable) -> None:
    ended = call("report", *wrong)
    assert (ended.code, ended.out) == (2, "")
    assert known in ended.err
    assert not list(Path().glob("paper.*"))


@pytest.mark.parametrize("wrong", ["paper.odt", "paper.md"])
def test_wrong_use_is_seen_before_the_analysis(wrong: str, call: Callable, calls: list[str]) -> None:
    assert call("report", "-o", wrong, "--sections", "weather").code == 2
    assert calls == []


def test_a_withheld_letterhead_is_said(call: Callable) -> None:
    docx = pytest.importorskip("docx", reason="documents of Word need python-docx")
    letterhead = docx.Document()
    letterhead.add_paragraph("MINISTRY OF KITCHENS")
    letterhead.save("head.docx")
    ended = call("report", "-o", "paper.docx", "--template", "head.docx", "--sections", "limits")
    assert ended.code == 0
    assert "the letterhead is withheld, since the round is not official\n" in ended.err
    assert "MINISTRY" not in "".join(each.text for each in docx.Document("paper.docx").paragraphs)


def test_a_missing_extra_prints_the_line_that_installs_it(
    call: Callable, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stratsel.report.formats.papers.find_spec", lambda _: None)
    ended = call("report", "-o", "paper.docx")
    assert ended.code == 2
    assert "pip install 'stratsel[reports]'" in ended.err
    assert calls == []


def test_a_rejected_round_is_refused_and_nothing_written(call: Callable, break_beta: Path) -> None:
    ended = call("report", "-o", "paper.md")
    assert (ended.code, ended.out) == (1, "")
    assert "menuu" in ended.err
    assert not Path("paper.md").exists()
    assert call("report", "-o", "paper.md", "--partial").code == 0
    assert "Left out because they are rejected" in read("paper.md")


def test_an_older_file_is_replaced_as_a_whole_or_not_at_all(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("paper.md").write_text("older", encoding="utf-8")

    def breaks(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", breaks)
    ended = call("report", "-o", "paper.md", "--embed")
    assert ended.code == 2
    assert read("paper.md") == "older"
    assert not list(Path().glob("*.tmp"))


def test_a_folder_that_cannot_be_made(call: Callable) -> None:
    Path("file").write_text("", encoding="utf-8")
    ended = call("report", "-o", "file/paper.md", "--sections", "limits")
    assert ended.code == 2
    assert "file" in ended.err


def test_in_vietnamese(call: Callable) -> None:
    ended = call("report", "-o", "paper.md", "--lang", "vi", "--sections", "limits")
    assert ended.code == 0
    assert "Giới hạn của phân tích này" in read("paper.md")

"""What `stratsel report` is asked for, as a wish; files in the order in which they are written."""

import os
from pathlib import Path

import pytest

from stratsel.cli import papers
from stratsel.cli.papers import Wish
from stratsel.errors import UsageError
from stratsel.report.paper.section import Section


def wish(*outputs: str, **more: object) -> Wish:
    given = {"form": None, "languages": None, "sections": None, "candidates": None, "template": None} | more
    return Wish.of(
        [Path(output) for output in outputs],
        given["form"],  # type: ignore[arg-type]
        "en",
        given["languages"],  # type: ignore[arg-type]
        given["sections"],  # type: ignore[arg-type]
        given["candidates"],  # type: ignore[arg-type]
        given["template"],  # type: ignore[arg-type]
        embed=bool(given.get("embed")),
    )


def test_what_is_not_said_is_all_sections_in_the_language_of_the_program() -> None:
    made = wish("a.md")
    assert made.forms == {Path("a.md"): "markdown"}
    assert (made.languages, made.options.sections, made.options.candidates) == (("en",), tuple(Section), ())


def test_lists_are_read_once_each_without_spaces() -> None:
    made = wish("a.md", languages=" vi ,en,vi", sections="sources,,summary", candidates="b, a")
    assert made.languages == ("vi", "en")
    assert made.options.sections == (Section.SOURCES, Section.SUMMARY)
    assert made.options.candidates == ("b", "a")


def test_a_format_stands_above_the_ending() -> None:
    assert wish("a.pdf", "b", form="markdown").forms == {Path("a.pdf"): "markdown", Path("b"): "markdown"}


@pytest.mark.parametrize("wrong", [{"languages": "fr"}, {"sections": "weather"}])
def test_what_is_not_known_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        wish("a.md", **wrong)


def test_a_template_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "head.docx").write_bytes(b"PK")
    assert wish("a.docx", template=tmp_path / "head.docx").options.template == b"PK"


@pytest.mark.parametrize(("file", "option"), [("a.md", {"template": Path("head.docx")}), ("a.docx", {"embed": True})])
def test_an_option_that_nothing_asked_for_can_follow_is_refused(file: str, option: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=f"--{next(iter(option))} is for"):
        wish(file, **option)


def test_figures_are_written_before_the_file_that_speaks_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(papers, "write_atomically", lambda file, _: written.append(file.name))
    monkeypatch.setattr(papers, "write_paper", lambda *_: {"": b"", "f/b.svg": b"", "f/a.svg": b""})
    monkeypatch.setattr(papers.api, "paper", lambda *_, **__: None)
    monkeypatch.setattr(papers, "compose_paper", lambda *_: None)
    papers.write_papers(wish(str(tmp_path / "paper.md")), Path(), None, (), partial=False)
    assert written == ["b.svg", "a.svg", "paper.md"]


def test_nothing_is_written_where_one_of_them_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(form: str, *_: object) -> dict[str, bytes]:
        if form == "docx":
            raise UsageError("no letterhead")
        return {"": b"made"}

    monkeypatch.setattr(papers, "check_packages", lambda _: None)
    monkeypatch.setattr(papers, "write_paper", refused)
    monkeypatch.setattr(papers.api, "paper", lambda *_, **__: None)
    monkeypatch.setattr(papers, "compose_paper", lambda *_: None)
    asked = wish(str(tmp_path / "a.md"), str(tmp_path / "b.docx"))
    with pytest.raises(UsageError):
        papers.write_papers(asked, Path(), None, (), partial=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_template_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe gives nothing until somebody writes into it, and a device has no end."""
    os.mkfifo(tmp_path / "head.docx")
    with pytest.raises(UsageError, match="is no file"):
        wish("a.docx", template=tmp_path / "head.docx")

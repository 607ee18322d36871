from pathlib import PurePath

import pytest

from stratsel.errors import UsageError
from stratsel.report.document import Document, Heading
from stratsel.report.formats import papers
from stratsel.report.options import PaperOptions


@pytest.mark.parametrize(("file", "form"), [("a.md", "markdown"), ("b/a.HTML", "html"), ("r.v2.pdf", "pdf")])
def test_the_ending_names_the_format(file, form):
    assert papers.format_of(PurePath(file)) == form


@pytest.mark.parametrize("file", ["paper", "paper.odt", ".md"])
def test_an_unknown_ending_names_those_there_are(file):
    with pytest.raises(UsageError) as error:
        papers.format_of(PurePath(file))
    assert error.value.facts["endings"] == ".md, .html, .docx, .pdf, .xlsx"


def test_every_ending_has_its_packages_and_its_module():
    assert set(papers.ENDINGS.values()) == set(papers.NEEDS)
    folder = PurePath(papers.__file__).parent
    names = {path.name.removesuffix(".py") for path in __import__("pathlib").Path(folder).iterdir()}
    assert set(papers.NEEDS) <= names


@pytest.mark.parametrize("form", papers.NEEDS)
def test_a_missing_package_is_told_with_the_line_that_installs_it(form, monkeypatch):
    last = papers.NEEDS[form][-1]
    monkeypatch.setattr(papers, "find_spec", lambda name: None if name == last else object())
    with pytest.raises(UsageError) as error:
        papers.check_packages(form)
    assert error.value.facts == {"format": form, "line": "pip install 'stratsel[reports]'"}


def test_nothing_is_missed_that_is_not_needed(monkeypatch):
    monkeypatch.setattr(papers, "find_spec", lambda name: object() if name in papers.NEEDS["xlsx"] else None)
    papers.check_packages("xlsx")


def test_markdown_goes_with_its_figures_folder():
    document = Document("en", "", (Heading(1, "Tools"),))
    made = papers.write_paper("markdown", None, [document], PaperOptions(), "r")
    assert made == {"": b"# Tools\n"}


def test_any_other_format_is_its_modules_write(monkeypatch):
    given = []
    monkeypatch.setattr(papers, "check_packages", lambda form: None)
    module = type("Module", (), {"write": staticmethod(lambda *all_of: given.append(all_of) or b"made")})
    monkeypatch.setattr(papers, "import_module", lambda name: given.append(name) or module)
    assert papers.write_paper("pdf", "paper", ["document"], "options", "r") == {"": b"made"}
    assert given == ["stratsel.report.formats.pdf", ("paper", ["document"], "options")]

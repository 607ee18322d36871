"""The paper of the small result as Markdown; `pytest --update-golden` writes the files, read them as a diff."""

import runpy
from pathlib import Path

import pytest

from stratsel.report.formats import markdown
from stratsel.report.paper.compose import compose_paper


@pytest.fixture(scope="module")
def papers():
    return runpy.run_path(str(Path(__file__).with_name("made_paper.py")))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_whole_paper(language, papers, golden):
    golden(f"paper.{language}.md", markdown.write(compose_paper(papers["paper"](), language)))


@pytest.mark.parametrize("name", ["nobody", "alone", "geometric"])
def test_with_nothing_beside_it(name, papers, golden):
    golden(f"paper.{name}.en.md", markdown.write(compose_paper(papers["bare"](papers["MADE"][name]()), "en")))

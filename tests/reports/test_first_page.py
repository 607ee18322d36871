"""The summary of the shipped round is one page, and the first: in PDF, and in Word as LibreOffice sets it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from stratsel import api
from stratsel.report.document import Bullets, Heading
from stratsel.report.formats.papers import write_paper
from stratsel.report.options import PaperOptions
from stratsel.report.paper.compose import compose_paper
from stratsel.report.paper.section import Section

ROUND = Path(__file__).parents[2] / "candidates"
SECTIONS = (Section.SUMMARY, Section.LIMITS)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed"),
]


@pytest.fixture(scope="module")
def paper():
    return api.paper(ROUND)


@pytest.fixture
def pages(paper, tmp_path):
    """The words of each page, in one language and one format."""

    def read(form, document):
        (content,) = write_paper(form, paper, [document], PaperOptions(SECTIONS), "paper").values()
        file = tmp_path / f"paper.{form}"
        file.write_bytes(content)
        if form == "docx":
            profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
            line = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
            subprocess.run(line, check=True, capture_output=True, timeout=120)
        line = ["pdftotext", str(file.with_suffix(".pdf")), "-"]
        return subprocess.run(line, check=True, capture_output=True, encoding="utf-8").stdout.split("\f")

    return read


def words(text):
    return " ".join(re.findall(r"\w+", text))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_summary_fills_the_first_page_alone(form, language, paper, pages):
    if form == "docx" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    document = compose_paper(paper, language, SECTIONS)
    summary, limits, *_ = (at for at, block in enumerate(document.blocks) if getattr(block, "level", 0) == 2)
    last = [block for block in document.blocks[summary:limits] if isinstance(block, Bullets)][-1].items[-1]
    following = document.blocks[limits]
    assert isinstance(following, Heading)
    first, second, *_ = map(words, pages(form, document))
    assert words(last) in first
    assert words(following.text) not in first
    assert words(following.text) in second

"""The PDF read back by poppler, where that is installed."""

import json
import re
import shutil
import subprocess

import pytest
import typst

from stratsel.report.document import Document, Heading
from stratsel.report.fonts.letters import RANGES
from stratsel.report.formats.pdf import write
from stratsel.report.options import PaperOptions

PLAIN = PaperOptions()
POPPLER = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("pdftotext", "pdfinfo", "pdffonts")), reason="poppler is not installed"
)


@pytest.fixture
def read(tmp_path):
    """What a tool of poppler says of a PDF."""

    def said(tool, content, *options):
        file = tmp_path / "paper.pdf"
        file.write_bytes(content)
        command = [tool, *options, str(file), *(["-"] if tool == "pdftotext" else [])]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    return said


def leaves(text):
    return text.removesuffix("\f").split("\f")


def sent(monkeypatch, paper, document):
    """The data that the template is given."""
    found = {}
    monkeypatch.setattr(typst, "compile", lambda *template, **how: found.update(how) or b"")
    write(paper, [document], PLAIN)
    return json.loads(found["sys_inputs"]["data"])


def test_it_is_tagged_in_its_language_and_says_what_its_figures_show(pages):
    content = write(pages.small, [pages.every_block()], PLAIN)
    assert content.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in content
    assert b"/Lang (vi-VN)" in content or b"/Lang(vi-VN)" in content
    assert b"/Alt" in content


@POPPLER
def test_poppler_finds_the_tags_the_title_and_the_fonts_inside(pages, read):
    content = write(pages.small, [pages.every_block("Giống lúa")], PLAIN)
    facts = read("pdfinfo", content)
    assert re.search(r"^Tagged: +yes$", facts, flags=re.MULTILINE)
    assert re.search(r"^Title: +Giống lúa$", facts, flags=re.MULTILINE)
    assert re.search(r"^JavaScript: +no$", facts, flags=re.MULTILINE)
    assert "CreationDate" not in facts
    fonts = read("pdffonts", content).splitlines()[2:]
    assert fonts and all("NotoSans" in font and re.search(r" yes yes yes ", font) for font in fonts)


@POPPLER
def test_the_banner_is_on_every_page_in_its_language(pages, read):
    both = [pages.every_block(banner="BẢN NHÁP", rows=80), pages.every_block(language="en", banner="DRAFT", rows=80)]
    found = leaves(read("pdftotext", write(pages.small, both, PLAIN), "-layout"))
    drafts = [("BẢN NHÁP" in leaf, "DRAFT" in leaf) for leaf in found]
    assert len(found) >= 4
    assert set(drafts) == {(True, False), (False, True)}
    assert drafts == sorted(drafts, reverse=True)


@POPPLER
def test_pages_but_the_first_are_numbered_and_heads_of_tables_repeated(pages, read):
    content = write(pages.small, [pages.every_block(rows=80, banner="")], PLAIN)
    found = leaves(read("pdftotext", content, "-layout"))
    tops = [leaf.strip().splitlines()[0].strip() for leaf in found]
    assert tops[1:] == [str(number) for number in range(2, len(found) + 1)]
    assert tops[0] != "1"
    heads = [bool(re.search(r"^\s*Hạng\s+Điểm <cao>\s+Điểm\s*$", leaf, flags=re.MULTILINE)) for leaf in found]
    assert sum(heads) >= 2


@POPPLER
def test_texts_stand_as_they_are(pages, read):
    text = read("pdftotext", write(pages.small, [pages.every_block("a*b_c #d `e` $f$ \\g <h> @i")], PLAIN))
    assert text.count("a*b_c #d `e` $f$ \\g <h> @i") >= 6
    assert "1.234,5" in text and "candidates/a.yaml:5" in text and "Caption of it" in text


def test_hostile_texts_are_set_and_nothing_of_them_runs(pages):
    for text in pages.hostile:
        assert write(pages.small, [pages.every_block(text, banner=text)], PLAIN).startswith(b"%PDF")


@POPPLER
def test_what_is_long_is_not_cut(pages, read):
    document = Document("en", "", (Heading(1, "W" * 10_000),))
    shown = read("pdftotext", write(pages.small, [document], PLAIN))
    assert shown.count("W") == 10_000


def test_characters_that_the_fonts_lack_are_escapes(monkeypatch, pages):
    data = sent(monkeypatch, pages.small, pages.every_block("a中"))
    assert data["title"] == "a\\u4e2d"
    assert data["documents"][0]["blocks"][3]["text"] == "a\\u4e2d"


def test_every_character_of_the_fonts_can_be_set(pages):
    """The standard refuses what a font has not."""
    letters = "".join(chr(code) for each in RANGES for code in each)
    assert write(pages.small, [Document("en", "", (Heading(1, letters),))], PLAIN).startswith(b"%PDF")


def test_headings_never_skip_a_level_and_are_never_empty(monkeypatch, pages):
    document = Document("en", "", (Heading(1, "One"), Heading(3, "Deep"), Heading(2, " "), Heading(2, "Two")))
    blocks = sent(monkeypatch, pages.small, document)["documents"][0]["blocks"]
    assert [(each["level"], each["text"]) for each in blocks] == [(1, "One"), (2, "Deep"), (2, "Two")]


def test_no_text_is_in_the_template(monkeypatch, pages):
    """The template is the same whatever is written: texts come as data."""
    templates = []
    monkeypatch.setattr(typst, "compile", lambda template, **how: templates.append(template) or b"")
    for text in ("one", "#two"):
        write(pages.small, [pages.every_block(text)], PLAIN)
    assert templates[0] == templates[1]
    assert b"eval" not in templates[0]


def test_identical_documents_give_identical_bytes(pages):
    first, second = (write(pages.small, [pages.every_block()], PLAIN) for _ in range(2))
    assert first == second


def test_one_candidate_and_nobody(pages):
    for ranking in (pages.made.alone(), pages.made.nobody()):
        paper, document = pages.composed(ranking)
        assert write(paper, [document], PLAIN).startswith(b"%PDF")

"""The document of Word read back by python-docx, and opened by LibreOffice."""

import io
import re
import shutil
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from stratsel.language.visible import visible
from stratsel.report.formats.docx import write
from stratsel.report.options import PaperOptions

PLAIN = PaperOptions()


def opened(content):
    return docx.Document(io.BytesIO(content))


def texts(word):
    """All texts of the body, in order."""
    return [each.text or "" for each in word.element.body.iter(qn("w:t"))]


def of_style(word, style):
    return [each.text for each in word.paragraphs if each.style.name == style]


@pytest.fixture(scope="module")
def word(pages):
    return opened(write(pages.small, [pages.every_block()], PLAIN))


def test_headings_lists_and_captions_are_those_of_word(word):
    assert of_style(word, "Title") == ["Điểm <cao>"]
    assert of_style(word, "Subtitle") == ["Quiet"]
    assert of_style(word, "Heading 1") == ["Second"]
    assert of_style(word, "Heading 2") == ["Third"]
    assert of_style(word, "Body Text") == ["Điểm <cao>"]
    assert of_style(word, "Caption") == ["Caption of it"]
    assert of_style(word, "List Bullet") == [
        "Điểm <cao>", "another", "One: Điểm <cao> (candidates/a.yaml:5)", "Many:",
    ]  # fmt: skip
    assert of_style(word, "List Bullet 2") == ["first", "https://example.org/a?b=1&c=2"]
    assert of_style(word, "List Bullet 3") == ["under"]


def test_a_table_has_the_cells_in_their_language(word):
    table = word.tables[0]
    assert table.style.name == "Meeting Table"
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Hạng", "Điểm <cao>", "Điểm"]
    assert rows[2] == ["1", "Điểm <cao>", "1.234,5"]
    assert set(rows[1]) == {"Nhất"} and set(rows[-1]) == {"vạch: 3,0 điểm"}


def test_a_figure_says_in_words_what_it_shows(word):
    (shown,) = word.element.body.iter(qn("wp:docPr"))
    assert shown.get("descr") == "What it shows: Điểm <cao>"
    assert len(word.inline_shapes) == 1


def test_a_web_address_is_a_link_and_no_other_text_is(pages, word):
    def targets(document):
        return [each.target_ref for each in document.part.rels.values() if each.is_external]

    assert targets(word) == ["https://example.org/a?b=1&c=2"]
    hostile = opened(write(pages.small, [pages.every_block("javascript:alert(1)")], PLAIN))
    assert targets(hostile) == ["https://example.org/a?b=1&c=2"]


def test_every_run_says_its_language(pages):
    both = [pages.every_block(language="en"), pages.every_block(language="vi")]
    word = opened(write(pages.small, both, PLAIN))
    languages = [each.get(qn("w:val")) for each in word.element.body.iter(qn("w:lang"))]
    half = len(languages) // 2
    assert languages == ["en-GB"] * half + ["vi-VN"] * half


def test_the_banner_is_at_the_head_of_every_page_in_the_language_of_the_page(pages):
    both = [pages.every_block(language="en", banner="DRAFT"), pages.every_block(language="vi", banner="BẢN NHÁP")]
    first, second = opened(write(pages.small, both, PLAIN)).sections
    assert first.different_first_page_header_footer and not second.different_first_page_header_footer
    assert [each.text for each in first.first_page_header.paragraphs] == ["DRAFT"]
    assert "DRAFT" in [each.text for each in first.header.paragraphs]
    assert "BẢN NHÁP" in [each.text for each in second.header.paragraphs]
    assert "DRAFT" not in [each.text for each in second.header.paragraphs]


def test_a_banner_too_long_for_pages_stands_whole_before_the_text(pages):
    long_banner = "DRAFT by " + "x" * 1_000
    word = opened(write(pages.small, [pages.every_block(banner=long_banner)], PLAIN))
    assert word.paragraphs[0].text == long_banner
    assert word.sections[0].header.paragraphs[-1].text.endswith("x…")


def test_the_national_name_motto_number_and_signature_stand_on_what_is_official_alone(pages):
    form = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:", "Nơi nhận:", "NGƯỜI KÝ")
    official = "\n".join(texts(opened(write(pages.official, [pages.every_block(banner="")], PLAIN))))
    illustration = "\n".join(texts(opened(write(pages.small, [pages.every_block()], PLAIN))))
    english = "\n".join(texts(opened(write(pages.official, [pages.every_block(language="en", banner="")], PLAIN))))
    assert all(each in official for each in form) and "VĂN PHÒNG" in official
    assert not any(each in illustration + english for each in form)


def test_identical_documents_give_identical_bytes_without_a_date_of_today(pages):
    first, second = (write(pages.small, [pages.every_block()], PLAIN) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core and "modified>" not in core
    assert pages.small.ranking.round.digest in core
    assert "<dc:creator>văn phòng</dc:creator>" in core


def test_hostile_texts_stand_as_they_are(pages):
    for text in pages.hostile:
        word = opened(write(pages.small, [pages.every_block(text, banner=f"BẢN NHÁP {text}")], PLAIN))
        assert of_style(word, "Title") == [visible(text)]
        assert word.tables[0].rows[2].cells[1].text == visible(text)


def test_one_candidate_and_nobody(pages):
    for ranking in (pages.made.alone(), pages.made.nobody()):
        paper, document = pages.composed(ranking)
        word = opened(write(paper, [document], PLAIN))
        assert of_style(word, "Title") == ["Tools of the year"]
        assert "illustration" in word.sections[0].header.paragraphs[-1].text.lower()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed")
def test_libre_office_shows_the_banner_on_each_page_and_every_text(pages, tmp_path):
    both = [pages.every_block(rows=60, banner="BẢN NHÁP"), pages.every_block(language="en", rows=60, banner="DRAFT")]
    (tmp_path / "paper.docx").write_bytes(write(pages.small, both, PLAIN))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "paper.docx")], check=True, capture_output=True, timeout=180)
    shown = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "paper.pdf"), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    leaves = shown.removesuffix("\f").split("\f")
    assert len(leaves) >= 4
    assert all("BẢN NHÁP" in leaf or "DRAFT" in leaf for leaf in leaves)
    heads = [re.search(r"^\s*Hạng\s+Điểm <cao>\s+Điểm\s*$", leaf, flags=re.MULTILINE) for leaf in leaves]
    assert sum(map(bool, heads)) >= 4, "the head of a table is repeated on each of its pages"
    assert "1.234,5" in shown and "1,234.5" in shown

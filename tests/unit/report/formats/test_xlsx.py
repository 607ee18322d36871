"""The workbook read back by openpyxl; what its formulas come to is tested in `workbook/test_matrix.py`."""

import io
import re
import runpy
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from stratsel.report.document import Document
from stratsel.report.formats.xlsx import write
from stratsel.report.options import PaperOptions
from stratsel.report.paper.section import Section
from stratsel.report.sentences import Sentences
from stratsel.results.paper import SourceFacts

openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks back needs openpyxl")
REPORTS = Path(__file__).resolve().parents[3] / "reports"
HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "https://example.org",
           "javascript:alert(1)", "\x1b[31mred", "{=1}", "&P &A", "<b>&amp;", "a" * 40_000, "'quoted'!A1")  # fmt: skip


@pytest.fixture(scope="module")
def made_paper():
    return runpy.run_path(str(REPORTS / "made_paper.py"))


@pytest.fixture(scope="module")
def made_what_if():
    return runpy.run_path(str(REPORTS / "made_what_if.py"))


@pytest.fixture(scope="module")
def paper(made_paper, made_what_if):
    whole = made_paper["paper"]()
    return replace(whole, what_if=made_what_if["payload"](whole.ranking))


def documents(paper, *languages):
    banners = {language: Sentences(language).banner(paper.ranking.round) for language in languages}
    return [Document(language, banner) for language, banner in banners.items()]


def written(paper, *languages, **options):
    return write(paper, documents(paper, *languages or ("en",)), PaperOptions(**options))


def opened(content, **how):
    return openpyxl.load_workbook(io.BytesIO(content), **how)


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def below(sheet, label, row=1):
    """The values right of a label in the first column."""
    found = next(each for each in sheet.iter_rows(min_row=row) if each[0].value == label)
    return [cell.value for cell in found[1:] if cell.value is not None]


def test_a_set_of_sheets_for_each_language(paper):
    assert opened(written(paper)).sheetnames == ["Summary", "Matrix", "Charts", "Robustness", "Evidence", "Sources"]
    both = opened(written(paper, "en", "vi"))
    assert len(both.sheetnames) == 12
    assert both.sheetnames[5] == "Sources"
    assert both.sheetnames[11] == "Nguồn"


@pytest.mark.parametrize(
    ("sections", "sheets"),
    [
        ([Section.SUMMARY], ["Summary"]),
        ([Section.SOURCES], ["Summary", "Sources"]),
        ([Section.REASONS, Section.ROBUSTNESS], ["Summary", "Robustness", "Evidence"]),
        ([Section.MATRIX], ["Summary", "Matrix"]),
        ([Section.RANKING], ["Summary", "Charts"]),
    ],
)
def test_sheets_follow_the_sections(paper, sections, sheets):
    assert opened(written(paper, sections=tuple(sections))).sheetnames == sheets


def test_charts_without_the_matrix_draw_values(paper):
    sheet = opened(written(paper, sections=(Section.RANKING,)))["Charts"]
    assert not any(text.startswith("=") for text in texts(sheet))
    assert below(sheet, "Hammer")[:2] == [45, 25]


def test_names_that_two_languages_share_are_told_apart(paper):
    names = opened(written(paper, "en", "xx")).sheetnames
    assert names[6:8] == ["Summary (xx)", "Matrix (xx)"]


def test_the_summary_has_the_order_as_numbers(paper):
    sheet = opened(written(paper))["Summary"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first = next(row for row in rows if row[1] == "Hammer")
    assert first[:6] == [1, "Hammer", "First", 70, 70, 0.75]
    assert next(row for row in rows if row[1] == "Saw")[:6] == [2, "Saw", "Second (tied)", 54, 79, 0.5]
    assert next(row for row in rows if row[1] == "Axe")[1:5] == ["Axe", "Its maker is named", 54, 54]
    shown = {cell.value: cell.number_format for row in sheet.iter_rows() for cell in row}
    assert shown[2] == '#,##0"="'
    assert shown[0.75] == '0"\u00a0"%", close"'


def test_the_matrix_has_formulas_with_what_they_come_to(paper):
    """Contributions of a: use 45, cost 25 = price 15 + speed 10."""
    content = written(paper)
    formulas, values = opened(content)["Matrix"], opened(content, data_only=True)["Matrix"]
    assert below(values, "Points with these weights") == [70, 54, 54, 0]
    assert below(values, "Rank with these weights") == [1, 2, 2, 4]
    assert below(values, "Tier with these weights") == ["First", "–", "–", "–"]
    assert below(values, "Points in the round") == [70, 54, 54, 0]
    assert below(values, "Rank in the round") == [1, 2, 2, 4]
    assert below(values, "Use")[:1] + below(values, "Use")[2:3] == [60, 60]
    for label, brought in {"Use": 45, "Cost": 25, "Price": 15, "Speed": 10}.items():
        assert below(values, label)[-4] == brought
    assert all(str(found).startswith("=") for found in below(formulas, "Points with these weights"))
    assert not str(below(formulas, "Use")[0]).startswith("=")


def test_only_weights_are_for_input(paper):
    sheet = opened(written(paper))["Matrix"]
    checked = sheet.data_validations.dataValidation
    assert [(each.type, each.operator, each.formula1) for each in checked] == [("decimal", "greaterThanOrEqual", "0")]
    (area,) = checked[0].cells.ranges
    labels = [sheet.cell(row, 1).value for row in range(area.min_row, area.max_row + 1)]
    assert labels == ["Use", "Cost", "Price", "Speed"]


def test_without_a_payload_there_are_values_and_why(paper):
    sheet = opened(written(replace(paper, what_if=None)))["Matrix"]
    assert any(text.startswith("Values only:") for text in texts(sheet))
    assert not any(text.startswith("=") for text in texts(sheet))
    assert below(sheet, "Value") == [70, 54, 54, 0]
    assert below(sheet, "Cost") == [40, 25, 24, 24, 0]


def test_the_evidence_has_its_file_and_line(paper):
    rows = list(opened(written(paper))["Evidence"].iter_rows(values_only=True))
    against = next(row for row in rows if row[2] == "against")
    assert against == (
        "Saw", "Use", "against", "hardly used", "A visit", "The Paper", "November 2025", "candidates/b.yaml:11", "",
        "Older than the second place.",
    )  # fmt: skip


def test_the_evidence_of_those_who_are_justified(paper):
    whole, chosen = (
        {row[0] for row in opened(written(paper, candidates=ids))["Evidence"].iter_rows(min_row=4, values_only=True)}
        for ids in ((), ("b",))
    )
    assert {"Hammer", "Saw"} <= whole
    assert "Saw" in chosen
    assert "Hammer" not in chosen


def test_the_sources_have_who_is_cited_for_them(paper):
    rows = list(opened(written(paper))["Sources"].iter_rows(values_only=True))
    assert rows[-1][:6] == ("Leaflet", "Hammers & Co", "undated", "the company’s own word", "", "Hammer")
    assert rows[-2][4:] == ("https://example.org/visit", "Hammer · Saw")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_banner_is_on_every_sheet_chart_and_printed_page(paper, language):
    (document,) = documents(paper, language)
    content = written(paper, language)
    for sheet in opened(content).worksheets:
        assert document.banner in texts(sheet)[:2]
        assert document.banner[:60] in sheet.oddHeader.center.text
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert all(document.banner in chart for chart in charts)


def test_many_candidates_are_not_left_out_of_charts_silently(made, made_paper):
    ranking = made.many(21)
    assert "The first 20 candidates are drawn; the other sheets have all." in texts(
        opened(written(made_paper["bare"](ranking)))["Charts"]
    )


def test_an_official_paper_has_none(made, made_paper):
    content = written(made_paper["bare"](made.official()))
    for sheet in opened(content).worksheets:
        assert not sheet.oddHeader.center.text
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"ILLUSTRATION" in parts.read(name) for name in parts.namelist())


def test_charts_have_titles_axes_and_words_for_those_who_do_not_see_them(paper):
    with zipfile.ZipFile(io.BytesIO(written(paper))) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        chart = parts.read("xl/charts/chart1.xml").decode()
    assert len(re.findall(r'descr="[^"]{40,}"', drawing)) == 2
    for text in ("Where the points come from", "points", "Candidate"):
        assert f"<a:t>{text}" in chart


def test_charts_draw_what_the_weights_make(paper):
    rows = list(opened(written(paper))["Charts"].iter_rows(values_only=True))
    hammer = next(row for row in rows if row[0] == "Hammer")
    assert all(str(cell).startswith("='Matrix'!") for cell in hammer[1:3])


def test_identical_papers_give_identical_bytes(paper):
    first = written(paper, "en", "vi")
    assert first == written(paper, "en", "vi")
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-12-01" in parts.read("docProps/core.xml")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_someone_else_stays_text(text, made, made_paper, made_what_if):
    ranking = made.said(text)
    bare = made_paper["bare"](ranking)
    source = SourceFacts("paper", text, text, None, "press", text, ("a",))
    content = written(replace(bare, what_if=made_what_if["payload"](ranking), sources=(source,)))
    book = opened(content)
    ours = ("=ROUND(", "=SUMIF(", "=SUMPRODUCT(", "=IF(", "=100*", "=$", "=F", "=1+SUMPRODUCT(", "='Matrix'!")
    for sheet in book.worksheets:
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert all(cell.value.startswith(ours) for cell in cells)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"hyperlink" in parts.read(name) for name in parts.namelist() if name.endswith(".rels"))
    shown = [value for value in texts(book["Sources"]) if value.startswith(text[:4].replace("\x1b", "\\x1b")[:4])]
    assert shown
    assert len(text) < 40_000 or all(value.endswith("…") or len(value) < 32_767 for value in shown)


@pytest.mark.parametrize("name", ["alone", "nobody", "silent", "geometric", "available", "official"])
def test_every_kind_of_result_can_be_opened(name, made, made_paper):
    book = opened(written(made_paper["bare"](getattr(made, name)()), "en", "vi"))
    assert len(book.sheetnames) == 12


def test_nobody_with_a_payload(made, made_paper, made_what_if):
    ranking = made.nobody()
    book = opened(written(replace(made_paper["bare"](ranking), what_if=made_what_if["payload"](ranking))))
    assert "Use" in texts(book["Matrix"])


@pytest.mark.slow
def test_five_hundred_candidates(made, made_paper, made_what_if):
    ranking = made.many(500)
    book = opened(written(replace(made_paper["bare"](ranking), what_if=made_what_if["payload"](ranking))))
    assert len(below(book["Matrix"], "Rank in the round")) == 500
    assert book["Matrix"].page_setup.fitToWidth == 0
    assert sum(text.startswith("Tool ") for text in texts(book["Charts"])) == 20

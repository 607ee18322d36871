"""What the formulas are, what is kept of them, and what LibreOffice makes of them when weights change."""

import io
import json
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from stratsel.language.numbers import format_number
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.report.workbook.book import Book
from stratsel.report.workbook.matrix import FIRST, MAX_FITTED, WEIGHT, WIDTHS, Matrix


@pytest.fixture
def written(book, read_back, made_what_if):
    def write(ranking, payload=None, **how):
        sheet = book.sheet("Matrix", "en", WIDTHS)
        grid = Matrix(sheet, payload or made_what_if["payload"](ranking), Words(ranking, Sentences("en"))).write()
        return grid, read_back(book, **how)["Matrix"]

    return write


def found(sheet, label):
    return next(row for row in sheet.iter_rows() if row[0].value == label)


def test_the_grid_is_where_things_are(written, made):
    grid, sheet = written(made.plain(), data_only=True)
    assert grid.sheet == "Matrix"
    assert sheet.cell(grid.nodes["cost"] + 1, 1).value == "Cost"
    assert sheet.cell(grid.nodes["cost"] + 1, grid.candidates["b"] + 1).value == 24
    assert list(grid.candidates.values()) == [FIRST, FIRST + 1, FIRST + 2, FIRST + 3]


def test_shares_are_of_siblings_and_weights_of_the_whole(written, made):
    """Price has three quarters of cost's 40."""
    _, sheet = written(made.plain(), data_only=True)
    assert [cell.value for cell in found(sheet, "Price")[1:4]] == [75, 0.75, 30]
    assert [cell.value for cell in found(sheet, "Cost")[1:4]] == [40, 0.4, 40]


def test_titles_are_never_part_of_a_formula(written, made):
    _, sheet = written(made.said('"),HYPERLINK("x'))
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert not any("HYPERLINK" in formula for formula in formulas)


def test_deeper_criteria_stand_further_in(written, made):
    _, sheet = written(made.plain())
    assert [found(sheet, title)[0].alignment.indent for title in ("Use", "Cost", "Price")] == [0, 0, 1]


def test_headings_and_results_stay_in_sight(written, made):
    _, sheet = written(made.plain())
    row = found(sheet, "Tier in the round")[0].row
    assert sheet.freeze_panes == f"G{row + 1}"
    assert sheet.column_dimensions["E"].hidden


def test_a_page_is_as_wide_as_can_be_read(written, made):
    _, sheet = written(made.plain())
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page wide and one high is what is meant where nothing is said.
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, None)


def test_many_candidates_go_over_several_pages(written, made):
    _, sheet = written(made.many(MAX_FITTED + 1))
    assert sheet.page_setup.fitToWidth == 0


# --- recomputed -------------------------------------------------------------------------------------

CASES = Path(__file__).resolve().parents[3] / "what_if"
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="recomputing needs LibreOffice (soffice)")


def below(sheet, label):
    """The values of the candidates right of a label."""
    return [cell.value for cell in found(sheet, label)[FIRST:] if cell.value is not None]


def with_weights(sheet, payload, grid, weights):
    for node in payload.nodes:
        cell = sheet.cell(grid.nodes[node.criterion] + 1, WEIGHT + 1)
        assert cell.data_type == "n"
        cell.value = weights.get(node.criterion, node.share)


@pytest.fixture(scope="module")
def moves(made, made_what_if):
    """The shared cases, a payload with weights and places each; before them the small result as it is."""
    made_cases = runpy.run_path(str(CASES / "test_cases.py"))
    small = (made_what_if["payload"](made.plain()), {}, None)
    cases = json.loads((CASES / "cases.json").read_text(encoding="utf-8"))
    shared = (
        (made_cases["payload"](case), move["weights"], move["places"]) for case in cases for move in case["moves"]
    )
    return [small, *shared]


@pytest.fixture(scope="module")
def recomputed(moves, made, made_what_if, tmp_path_factory):
    """Each case with the sheet that LibreOffice makes of it, all from one workbook."""
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks back needs openpyxl")
    book, grids = Book("Cases", "nobody", "2025-12-01"), []
    for at, (payload, _, _) in enumerate(moves):
        words = Words(made_what_if["ranking"](made.plain(), payload), Sentences("en"))
        grids.append(Matrix(book.sheet(f"Case {at}", "en", WIDTHS), payload, words).write())
    changed = openpyxl.load_workbook(io.BytesIO(book.content()))
    for grid, (payload, weights, _) in zip(grids, moves, strict=True):
        with_weights(changed[grid.sheet], payload, grid, weights)
    folder = tmp_path_factory.mktemp("office")
    changed.save(folder / "cases.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    line = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", "made", "cases.xlsx"]
    subprocess.run(line, cwd=folder, check=True, capture_output=True, timeout=300)
    sheets = openpyxl.load_workbook(folder / "made" / "cases.xlsx", data_only=True)
    return [(*move, sheets[grid.sheet]) for move, grid in zip(moves, grids, strict=True)]


@needs_office
@pytest.mark.slow
def test_formulas_do_what_reordered_does(recomputed):
    assert len(recomputed) > 50
    for payload, weights, places, sheet in recomputed[1:]:
        titles = {tier.tier: tier.title for tier in payload.tiers} | {None: "–"}
        expected = {place["candidate"]: place for place in places}
        placed = [expected[each.candidate] for each in payload.candidates]
        assert below(sheet, "Points with these weights") == pytest.approx([each["points"] for each in placed]), weights
        assert below(sheet, "Rank with these weights") == [each["rank"] for each in placed], weights
        assert below(sheet, "Tier with these weights") == [titles[each["tier"]] for each in placed], weights


@needs_office
@pytest.mark.slow
def test_formulas_give_exactly_the_printed_values(recomputed):
    """Of a: use 45, cost 25 = price 15 + speed 10. b and c share the second place, which is no tier for either."""
    payload, _, _, sheet = recomputed[0]
    printed = [format_number(each.points, "en") for each in payload.candidates]
    assert [format_number(value, "en") for value in below(sheet, "Points with these weights")] == printed
    assert [below(sheet, label)[0] for label in ("Use", "Cost", "Price", "Speed")] == [45, 25, 15, 10]
    assert below(sheet, "Tier with these weights") == ["First", "–", "–", "–"]

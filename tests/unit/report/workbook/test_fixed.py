from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.report.workbook.fixed import write_fixed
from stratsel.report.workbook.matrix import WIDTHS


def test_values_and_why_there_are_no_formulas(book, read_back, made, made_paper):
    """Under a geometric whole nothing is a part of the sum: leaves bring what the whole would lack without them."""
    paper = made_paper["bare"](made.geometric())
    write_fixed(book.sheet("Matrix", "en", WIDTHS), paper, Words(paper.ranking, Sentences("en")))
    sheet = read_back(book)["Matrix"]
    rows = {row[0].value: [cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()}
    assert next(label for label in rows if label).startswith("Values only:")
    assert rows["Use"][2] == 69.7
    assert rows["Cost"][2] == "–"
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)

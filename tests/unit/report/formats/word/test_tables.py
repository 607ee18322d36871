from docx.oxml.ns import qn

from stratsel.report.formats.grid import Grid, GridRow, RowKind
from stratsel.report.formats.word.tables import bare_table, column_widths, empty_table, grid_table, sheet_table

STYLES = {"meeting table": "MeetingTable", "table text": "TableText"}
ROWS = (
    GridRow(RowKind.SECTION, ("First",)),
    GridRow(RowKind.CELLS, ("a", "1")),
    GridRow(RowKind.CELLS, ("b", "2"), is_tall=True),
)


def grid(**more):
    return Grid(GridRow(RowKind.HEAD, ("Name", "Points"), **more), ("left", "right"), (0.75, 0.25), ROWS)


def rows_of(table):
    return table.findall(qn("w:tr"))


def has(row, tag):
    return row.find(f"{qn('w:trPr')}/{qn(tag)}") is not None


def test_the_head_is_repeated_and_rows_stay_whole_unless_they_are_tall():
    rows = rows_of(grid_table(grid(), "en", 1000, STYLES))
    assert [has(row, "w:tblHeader") for row in rows] == [True, False, False, False]
    assert [has(row, "w:cantSplit") for row in rows] == [True, True, True, False]


def test_a_head_taller_than_a_page_is_not_repeated():
    (head, *_) = rows_of(grid_table(grid(is_tall=True), "en", 1000, STYLES))
    assert not has(head, "w:tblHeader") and not has(head, "w:cantSplit")


def test_every_cell_has_its_width_and_a_section_that_of_all():
    rows = rows_of(grid_table(grid(), "en", 1000, STYLES))
    widths = [[int(each.get(qn("w:w"))) for each in row.iter(qn("w:tcW"))] for row in rows]
    assert widths == [[750, 250], [1000], [750, 250], [750, 250]]
    assert [each.get(qn("w:val")) for each in rows[1].iter(qn("w:gridSpan"))] == ["2"]


def test_numbers_stand_at_the_right():
    cells = rows_of(grid_table(grid(), "en", 1000, STYLES))[2].findall(qn("w:tc"))
    assert [[each.get(qn("w:val")) for each in cell.iter(qn("w:jc"))] for cell in cells] == [[], ["right"]]


def test_widths_are_whole_and_sum_to_the_table():
    """Thirds of 100 end at 33, 67 and 100."""
    assert column_widths((1 / 3, 1 / 3, 1 / 3), 100) == [33, 34, 33]


def test_a_sheet_has_room_beside_each_label():
    table = sheet_table((("Person", ""), ("Product", "b")), "en", 1000, STYLES)
    assert [[each.text for each in row.iter(qn("w:t"))] for row in rows_of(table)] == [["Person", ""], ["Product", "b"]]
    assert all(has(row, "w:trHeight") for row in rows_of(table))


def test_a_sheet_stays_together():
    """Every row keeps to the next, the last to nothing."""
    table = sheet_table((("Person", ""), ("Task", ""), ("Product", "b")), "en", 1000, STYLES)
    kept = [len(list(row.iter(qn("w:keepNext")))) for row in rows_of(table)]
    assert kept == [2, 2, 0]


def test_a_table_begins_without_rows():
    table = empty_table([1, 2], "MeetingTable")
    assert [each.get(qn("w:w")) for each in table.iter(qn("w:gridCol"))] == ["1", "2"]
    assert not rows_of(table)


def test_a_bare_table_has_no_style():
    table = bare_table([10, 20], [[[], []]])
    assert table.find(f".//{qn('w:tblStyle')}") is None
    assert [each.get(qn("w:w")) for each in table.iter(qn("w:tcW"))] == ["10", "20"]

from stratsel.report.charts.canvas import WIDTH, Canvas, drawing
from stratsel.report.charts.letters import ELLIPSIS, width
from stratsel.report.charts.rows import draw_keys, rows_of


def test_rows_are_as_wide_as_their_widest_line_and_as_high_as_the_most_lines():
    one, two = rows_of(["Saw", "Hammer"]), rows_of(["Saw", "a long name " * 4])
    assert one.wide == 4 + max(width("Saw", 8.5), width("Hammer", 8.5))
    assert len(two.names[1]) == 2
    assert two.high - one.high == 8.5 * 1.25
    assert rows_of([]).names == ()


def test_what_is_cut_says_so():
    assert rows_of(["a long name " * 40]).names[0][-1].endswith(ELLIPSIS)


def test_the_middle_of_a_row():
    rows = rows_of(["a", "b"], least=30)
    assert [rows.middle(10, row) for row in (0, 1)] == [25, 55]


def test_every_key_is_there(recorded, charts):
    chart = charts["stacked, twenty"]
    found = recorded(chart)
    texts = [each.text for each in found.texts]
    assert all(series.label[:20] in " ".join(texts) for series in chart.series)


def test_keys_take_another_line_where_there_is_no_room():
    with drawing():
        canvas = Canvas()
        before = canvas.down
        draw_keys(canvas, [("a key", "#000000", "")])
        one = canvas.down - before
        draw_keys(canvas, [("a rather long key", "#000000", "")] * 12)
    assert canvas.down - before > 2 * one
    assert WIDTH == 518

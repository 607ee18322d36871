import xml.etree.ElementTree as ElementTree

from stratsel.report.charts.canvas import WIDTH, Canvas, drawing


def drawn(draw):
    with drawing():
        canvas = Canvas()
        draw(canvas)
        return canvas.written("svg")


def test_the_sheet_ends_where_the_drawing_does():
    def draw(canvas):
        canvas.down = 96.0

    root = ElementTree.fromstring(drawn(draw))
    assert (root.get("width"), root.get("height")) == ("518pt", "100pt")


def test_places_are_points_from_the_top_left():
    content = drawn(lambda canvas: canvas.box(10, 2, 30, 4, "#123456"))
    assert b"#123456" in content
    path = content[: content.index(b"#123456")].rsplit(b'd="', 1)[1]
    assert path.startswith(b"M 10 2")
    assert b"L 40 6" in path


def test_what_is_drawn_later_lies_above():
    def draw(canvas):
        canvas.rule([0, 9], [1, 1], "#aa0000")
        canvas.box(0, 0, 9, 9, "#00aa00")
        canvas.mark(3, 3, "o", 4, "#0000aa")

    content = drawn(draw)
    assert content.index(b"#aa0000") < content.index(b"#00aa00") < content.index(b"#0000aa")


def test_a_foot_has_all_of_a_long_text():
    before, canvas = None, None
    with drawing():
        canvas = Canvas()
        before = canvas.down
        canvas.foot("a banner with a lot to say " * 20)
    assert canvas.down - before > 3 * 6.5 * 1.25
    assert WIDTH == 518.0

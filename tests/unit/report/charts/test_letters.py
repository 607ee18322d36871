import pytest

from stratsel.report.charts.letters import ELLIPSIS, drawable, fitted, font_file, width


@pytest.mark.parametrize(
    ("text", "units"),
    [("A", 639), ("i", 258), ("AA", 2 * 639), ("", 0)],
)
def test_width_is_that_of_the_font(text, units):
    """Noto Sans, advances in thousandths of its size, from its table `hmtx`."""
    assert width(text, 10) == pytest.approx(units / 100, abs=0.01)


def test_width_of_vietnamese_and_bold():
    from fontTools.ttLib import TTFont

    for is_bold in (False, True):
        font = TTFont(font_file(is_bold))
        units = sum(font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "Kiến trúc sư trưởng")
        found = width("Kiến trúc sư trưởng", 8.5, is_bold)
        assert found == pytest.approx(8.5 * units / font["head"].unitsPerEm, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tổng công trình sư", "Tổng công trình sư"),
        ("two\nlines\tand  more", "two lines and more"),
        ("\x1b[1m", "\\x1b[1m"),
        ("日", "\\u65e5"),
        ("\u202e", "\\u202e"),
        ("$x_1$", "$x_1$"),
    ],
)
def test_drawable(text, shown):
    assert drawable(text) == shown


def test_what_fits_is_one_line():
    assert fitted("Hammer", 100, 2, 10) == ["Hammer"]
    assert fitted("", 100, 2, 10) == [""]


def test_lines_break_at_spaces():
    """At 10 points an A takes 6.39: two of them fit in 13 points, three words of one letter do not."""
    assert fitted("AA AA", 13, 2, 10) == ["AA", "AA"]


def test_what_is_left_out_is_said():
    """An ellipsis takes 7.91: beside it one A of two has room."""
    assert fitted("AA AA AA", 15, 2, 10) == ["AA", f"A{ELLIPSIS}"]


def test_a_word_without_spaces_is_broken():
    assert fitted("AAAA", 13, 2, 10) == ["AA", "AA"]


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2_000, "W", "a b c d e f"])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_line_is_wider_than_its_room(text, most):
    lines = fitted(text, 60, most, 8.5, is_bold=True)
    assert 1 <= len(lines) <= most
    assert all(width(line, 8.5, is_bold=True) <= 60 for line in lines)
    assert lines[-1].endswith(ELLIPSIS) == ("".join(lines).replace(" ", "") != text.replace(" ", ""))

import pytest

from stratsel.report.document import Cell, Column, Divider, Face, Kind, Section, Table
from stratsel.report.formats.grid import LETTERS, RowKind, column_shares, grids

NAME = Column("Candidate", "left", is_key=True)


def table(*columns, rows=()):
    return Table(columns, tuple(tuple(Cell(Kind.TEXT, text) for text in row) for row in rows))


def test_cells_are_texts_in_the_language_and_sections_are_rows():
    shown = Table(
        (NAME, Column("Points"), Column("Tier", only=Face.COMPACT)),
        (
            Section("First · place 1"),
            (Cell(Kind.TEXT, "a"), Cell(Kind.POINTS, 12.25, until=80.0), Cell(Kind.TEXT, "First")),
            Divider("line", "3.0 points"),
        ),
    )
    (grid,) = grids(shown, "vi")
    assert grid.head.texts == ("Candidate", "Points")
    assert [(row.kind, row.texts) for row in grid.rows] == [
        (RowKind.SECTION, ("First · place 1",)),
        (RowKind.CELLS, ("a", "12,3–80,0")),
        (RowKind.DIVIDER, ("line: 3.0 points",)),
    ]
    assert grid.aligns == ("left", "right")


def test_what_fits_is_not_split_however_many_columns_it_has():
    """Ten columns of four letters and 3 of padding, and the name: 10 × 7 + 14 of 92."""
    many = table(NAME, *(Column(str(at)) for at in range(10)), rows=[("a", *["10 %"] * 10)])
    (grid,) = grids(many, "en")
    assert len(grid.head.texts) == 11


def test_what_does_not_is_split_evenly_and_each_piece_says_whose_rows_they_are():
    """A bold word of 12 letters takes 12 × 1.25 and 3, so four of them and the name, 9 × 1.25 + 3, fit: 86 of 92."""
    wide = table(NAME, *(Column(f"{at}" + "x" * 11) for at in range(7)), rows=[("a", *"1234567")])
    pieces = list(grids(wide, "en"))
    assert [len(piece.head.texts) for piece in pieces] == [5, 4]
    assert {piece.head.texts[0] for piece in pieces} == {"Candidate"}
    assert [piece.rows[0].texts for piece in pieces] == [("a", "1", "2", "3", "4"), ("a", "5", "6", "7")]


def test_where_not_even_one_column_fits_beside_the_keys_it_is_one_at_a_time():
    """A column of long texts takes 22 letters and 3 at least: three keys and one more are 100."""
    keys = [Column(letter * 90, is_key=True) for letter in "klm"]
    hopeless = table(*keys, Column("a" * 90), Column("b" * 90))
    assert [piece.head.texts[3][0] for piece in grids(hopeless, "en")] == ["a", "b"]


def test_shares_sum_to_one_and_short_columns_get_what_they_need():
    """Padding is 4: rank has 1 + 4 and its title of 5 bold letters; 200 letters are far more than is left."""
    rank, why = column_shares([("Place", "1"), ("Why", "word " * 40)])
    assert rank + why == pytest.approx(1)
    assert rank * LETTERS == pytest.approx(5 * 1.25 + 4, abs=0.3)


def test_equal_columns_are_equally_wide():
    assert column_shares([("a", "x"), ("b", "y")]) == (0.5, 0.5)


def test_columns_without_rows_have_a_width():
    assert column_shares([("Title",)]) == (1.0,)


def test_only_what_is_taller_than_a_page_may_break():
    (grid,) = grids(table(NAME, Column("Why"), rows=[("a", "x"), ("a", "word " * 2000)]), "en")
    assert [row.is_tall for row in grid.rows] == [False, True]
    assert not grid.head.is_tall
    (long_head,) = grids(table(Column("t" * 10_000), rows=[("a",)]), "en")
    assert long_head.head.is_tall

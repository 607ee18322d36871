import pytest

from stratsel.report.document import Cell, Column, Divider, Face, Kind, Section, Table, faced, split, written


@pytest.mark.parametrize(
    ("cell", "english", "vietnamese"),
    [
        (Cell(Kind.TEXT, "a|b"), "a|b", "a|b"),
        (Cell(Kind.COUNT, 2, mark="="), "2=", "2="),
        (Cell(Kind.COUNT, 1234), "1,234", "1.234"),
        (Cell(Kind.POINTS, 24.25), "24.3", "24,3"),
        (Cell(Kind.POINTS, 5.0), "5.0", "5,0"),
        (Cell(Kind.POINTS, 5.0, until=7.55), "5.0–7.6", "5,0–7,6"),
        (Cell(Kind.SHARE, 0.125), "13\u00a0%", "13\u00a0%"),
    ],
)
def test_written(cell, english, vietnamese):
    assert written(cell, "en") == english
    assert written(cell, "vi") == vietnamese


def cells(*values):
    return tuple(Cell(Kind.TEXT, value) for value in values)


TABLE = Table(
    (Column("k", is_key=True), Column("wide", only=Face.SECTIONED), Column("few", only=Face.COMPACT), Column("z")),
    (Section("first"), cells("k1", "w1", "f1", "z1"), Divider("line", "2"), cells("k2", "w2", "f2", "z2")),
)


def test_a_face_keeps_its_columns_and_rows():
    sectioned = faced(TABLE, Face.SECTIONED)
    assert [column.title for column in sectioned.columns] == ["k", "wide", "z"]
    assert sectioned.rows == (Section("first"), cells("k1", "w1", "z1"), Divider("line", "2"), cells("k2", "w2", "z2"))
    compact = faced(TABLE, Face.COMPACT)
    assert [column.title for column in compact.columns] == ["k", "few", "z"]
    assert compact.rows == (cells("k1", "f1", "z1"), Divider("line", "2"), cells("k2", "f2", "z2"))


def test_a_table_that_fits_is_not_split():
    assert list(split(TABLE, 4)) == [TABLE]


def test_each_piece_has_the_key_columns():
    pieces = list(split(TABLE, 3))
    assert [[column.title for column in piece.columns] for piece in pieces] == [["k", "wide", "few"], ["k", "z"]]
    assert pieces[1].rows[1] == cells("k1", "z1")
    assert pieces[1].rows[2] == Divider("line", "2")

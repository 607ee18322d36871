from stratsel.report.document import Cell, Kind
from stratsel.report.robustness.words import share
from stratsel.results.robustness.names import Move


def test_ids_by_their_titles(words):
    assert (words.candidate("a"), words.quoted("a"), words.rank("c")) == ("Hammer", "“Hammer”", 2)
    assert (words.criterion("use"), words.criterion(None), words.tier("first"), words.tier(None)) == (
        "Use", "The whole", "First", "no place",
    )  # fmt: skip
    assert words.title("b") == Cell(Kind.TEXT, "Saw")


def test_each_move_has_a_line(words):
    moves = (
        Move("a", "first", "second", False),
        Move("b", "first", None, False),
        Move("c", "first", None, True),
        Move("d", "first", "second", True),
    )
    assert [line.text for line in words.moves(moves)] == [
        "“Hammer”: Second",
        "“Saw”: no place",
        "“File”: tied for a place",
        "“Drill”: Second, tied for a place above",
    ]


def test_next_to_nothing_is_shown_as_nothing():
    assert share(0.0004) == Cell(Kind.TEXT, "")
    assert share(0.0005) == Cell(Kind.SHARE, 0.0005)

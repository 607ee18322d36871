import csv
import io

import pytest

from stratsel.report.formats.csv import inert, render
from stratsel.report.options import RenderOptions


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_by_hand(made):
    assert rows(render(made.small(), RenderOptions("en")))[1] == {
        "rank": "2",
        "id": "b",
        "title": "Saw",
        "tier": "",
        "value": "54",
        "shown": "54",
        "possible": "79",
        "unknown": "0.1",
        "contribution.use": "30",
        "contribution.cost": "24",
        "contribution.price": "24",
        "contribution.speed": "0",
        "standing": "illustration",
        "round": "tools",
    }


def test_lines_end_as_the_standard_wants(made):
    shown = render(made.small(), RenderOptions("vi"))
    assert shown.count("\r\n") == shown.count("\n") == 5


def test_titles_are_in_the_language(made):
    assert [row["title"] for row in rows(render(made.small(), RenderOptions("vi")))] == ["Búa", "Cưa", "Giũa", "Khoan"]


def test_top(made):
    assert [row["id"] for row in rows(render(made.small(), RenderOptions("en", top=2)))] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\\tx"),
        ("\rx", "'\\rx"),
        ("a=1", "a=1"),
        ("\x1b[1m", "\\x1b[1m"),
        ("", ""),
    ],
)
def test_inert(text, cell):
    assert inert(text) == cell

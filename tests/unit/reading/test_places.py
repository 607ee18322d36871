"""Spans of keys and values. Every test of a text runs with both parsers."""

import pytest

from stratsel.diagnostics.span import START_OF_FILE, TextSpan, Where
from stratsel.reading.places import FilePlaces, TextPlaces

TEXT = """\
a: one
b:
  c: [1, "two", {d: x}]
  e:
    - first
    - f: >-
        folded
        text

      g: 'q''s'
h: {i: 1, k: [2]}   # remark
"""


@pytest.fixture
def places(parser):
    return TextPlaces(TEXT)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("a",), (1, 1, 1, 2), (1, 4, 1, 7)),
        (("b",), (2, 1, 2, 2), (3, 3, 10, 16)),
        (("b", "c"), (3, 3, 3, 4), (3, 6, 3, 24)),
        (("b", "c", 0), (3, 7, 3, 8), (3, 7, 3, 8)),
        (("b", "c", 1), (3, 10, 3, 15), (3, 10, 3, 15)),
        (("b", "c", 2), (3, 17, 3, 18), (3, 17, 3, 23)),
        (("b", "c", 2, "d"), (3, 18, 3, 19), (3, 21, 3, 22)),
        (("b", "e", 0), (5, 7, 5, 12), (5, 7, 5, 12)),
        (("b", "e", 1, "f"), (6, 7, 6, 8), (6, 10, 8, 13)),
        (("b", "e", 1, "g"), (10, 7, 10, 8), (10, 10, 10, 16)),
        (("h",), (11, 1, 11, 2), (11, 4, 11, 18)),
        (("h", "k", 0), (11, 15, 11, 16), (11, 15, 11, 16)),
    ],
)
def test_spans(places, path, key, value):
    """By hand: columns from 1, ends exclusive, spaces and empty lines behind a value left out."""
    assert places.span(path, "key") == TextSpan(*key)
    assert places.span(path) == TextSpan(*value)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("a", "x"), (1, 1, 1, 2)),  # below a text
        (("b", "x"), (2, 1, 2, 2)),
        (("b", "c", 7), (3, 3, 3, 4)),
        (("b", "c", 2, "x", "y"), (3, 17, 3, 18)),
    ],
)
def test_what_is_missing_is_shown_at_the_key_of_what_should_hold_it(places, path, expected):
    assert places.span(path) == TextSpan(*expected)


@pytest.mark.parametrize("path", [(), ("x",), ("x", "y"), (0,)])
def test_what_is_missing_at_the_top_is_shown_at_the_start(places, path):
    assert places.span(path) == START_OF_FILE


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a:\nb: 1", ("a",), (1, 3, 1, 4)),  # nothing: the place behind the colon
        ("a: ''", ("a",), (1, 4, 1, 6)),
        ("a: 1\r\nb: 2\r\n", ("b",), (2, 4, 2, 5)),
        ("a: |\r\n  x\r\n  y\r\nb: 2", ("a",), (1, 4, 3, 4)),
        ("a: 1\rb: 2", ("b",), (2, 4, 2, 5)),
        ("é: Thiết bị\n😀: {ế: 1}", ("😀", "ế"), (2, 8, 2, 9)),
        ("- 1\n- 2", (1,), (2, 3, 2, 4)),
        ("a: 1\na: 2", ("a",), (1, 4, 1, 5)),  # of a key that stands twice, the first
        ("a: *x\nb: 1", ("a",), (1, 4, 1, 6)),
        ("a: b\n", ("a",), (1, 4, 1, 5)),
    ],
)
def test_odd_places(text, path, expected):
    assert TextPlaces(text).span(path) == TextSpan(*expected)


def test_a_text_that_cannot_be_read_has_no_places(parser):
    assert TextPlaces("a: [").span(("a",)) == START_OF_FILE


class Reader:
    def __init__(self, **texts):
        self.texts = texts
        self.asked = []

    def __call__(self, file):
        self.asked.append(file)
        return self.texts.get(file)


def test_a_file_is_read_when_it_is_first_asked_about_and_not_again():
    reader = Reader(f="a: 1\nb: 2")
    places = FilePlaces(reader, lambda file: f"round/{file}")
    assert reader.asked == []
    assert places.locate(Where("f", ("b",))) == Where("round/f", ("b",), "value", TextSpan(2, 4, 2, 5))
    assert places.locate(Where("f", ("b",), "key")) == Where("round/f", ("b",), "key", TextSpan(2, 1, 2, 2))
    assert reader.asked == ["f"]
    assert places.lost == set()


def test_lines_go_by_the_name_that_is_shown():
    places = FilePlaces(Reader(f="one\r\ntwo\n"), lambda file: f"round/{file}")
    places.locate(Where("f", ("a",)))
    assert [places.line("round/f", number) for number in (0, 1, 2, 3, 4)] == [None, "one", "two", "", None]


def test_a_place_that_is_known_is_kept():
    reader = Reader()
    span = TextSpan(3, 1, 3, 2)
    places = FilePlaces(reader, str.upper)
    assert places.locate(Where("f", ("a",), span=span)) == Where("F", ("a",), "value", span)
    assert places.locate(Where("f")) == Where("F", (), "value", START_OF_FILE)
    assert reader.asked == []


def test_a_file_that_is_gone_is_noted():
    places = FilePlaces(Reader(), str)
    assert places.locate(Where("f", ("a",))).span == START_OF_FILE
    assert places.lost == {"f"}
    assert places.line("f", 1) is None

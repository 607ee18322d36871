import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratsel.reading import comma
from stratsel.reading.comma import cut_texts
from stratsel.reading.events import read_yaml
from stratsel.reading.pure import PureParser
from stratsel.reading.splice import splice


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def parser(request, monkeypatch):
    """Whichever parser there is."""
    if request.param == "pure":
        monkeypatch.setattr(comma, "event_parser", PureParser)


def mended(text):
    return splice(text, (found.edit for found in cut_texts(text)))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("{en: Drones, multi-purpose, vi: x}", '{en: "Drones, multi-purpose", vi: x}'),
        ("{vi: x, en: Drones, multi-purpose}", '{vi: x, en: "Drones, multi-purpose"}'),
        ("{en: a ,b, c d,e, vi: x}", '{en: "a ,b, c d,e", vi: x}'),
        ("{en: a,   b}", '{en: "a,   b"}'),
        ("{en: a,\n  b, vi: x}", '{en: "a,\n  b", vi: x}'),
        ("{en: a\n  b,\n  c\n  d, vi: x}", '{en: "a\n  b,\n  c\n  d", vi: x}'),
        ("{en: a, b, a, b}", '{en: "a, b, a, b"}'),
        ('{en: say "a", b}', '{en: "say \\"a\\", b"}'),
        ("{en: a\\b, c}", '{en: "a\\\\b, c"}'),
        ("{en: Costs 1,000 tons}", '{en: "Costs 1,000 tons"}'),
        ("[{a: b, c}, {d: {e: f, g}}]", '[{a: "b, c"}, {d: {e: "f, g"}}]'),
        ("{a: b, c, d: e, f}", '{a: "b, c", d: "e, f"}'),
        ("{en: Bếp, ngon, vi: x} # a, b", '{en: "Bếp, ngon", vi: x} # a, b'),
    ],
)
def test_a_text_is_put_in_quotation_marks_as_it_stands(text, whole):
    assert mended(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "{level: 3, multi}",  # a figure is no text
        "{amount: 1,000}",
        "{a: true, b}",
        "{a: null, b}",
        "{a: , b}",
        '{en: "Drones", multi-purpose}',  # was meant to end there
        "{en: Drones, 'multi-purpose'}",
        "{en: Drones, # remark\n multi-purpose}",
        "{en: Drones, ? multi-purpose}",
        "{en: Drones, multi-purpose: }",
        "{en: Drones, multi-purpose: small}",
        "{a: [b], c}",
        "{a: {b: c}, d}",
        "{[a]: b, [c]: d}",
        "{a, b}",
        "[a, b]",
        "[a: b, c]",
        "{a: &x b, c}",
        "{a: !t b, c}",
        "{a: *b, c}",
        "a: b, c\nd: e",
        "? a\n? b\n",
        "{en: a, b",
        "",
    ],
)
def test_anything_else_is_left_alone(text):
    assert list(cut_texts(text)) == []


def test_the_text_says_where_it_was_cut_and_what_it_is():
    (found,) = cut_texts("x: 1\ntitle: {en: Drones, multi-purpose, and more, vi: x}\n")
    assert (found.key, found.text) == ("en", "Drones, multi-purpose, and more")
    assert found.cuts == ((2, 21), (2, 36))


words = st.text(st.sampled_from("ab1-ế \"'\\."), min_size=1, max_size=6).map(lambda word: f"x{word.strip()}")
gaps = st.sampled_from([", ", ",", ",\n ", ",\n\n  ", ",\r\n ", ",  "])
first_gaps = gaps | st.sampled_from([" ,", "\n ,\n\n  ", " , "])


@settings(deadline=None)
@given(st.lists(words, min_size=2, max_size=4), st.data())
def test_the_text_is_what_the_reader_then_reads(pieces, data):
    drawn = (data.draw(gaps if at else first_gaps) + piece for at, piece in enumerate(pieces[1:]))
    text = pieces[0] + "".join(drawn)
    text = f"{{en: {text}, vi: y}}\n"
    (found,) = cut_texts(text)
    reading = read_yaml(mended(text))
    assert (reading.value, reading.defects) == ({"en": found.text, "vi": "y"}, ())

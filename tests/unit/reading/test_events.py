"""Values and defects of whole texts. Every test runs with both parsers."""

from decimal import Decimal

import pytest
import yaml

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import TextSpan
from stratsel.reading.events import MAX_DEFECTS, MAX_DEPTH, MAX_VALUES, Builder, event_parser, read_yaml
from stratsel.reading.pure import PureParser
from stratsel.terms import Shape

pytestmark = pytest.mark.usefixtures("parser")


def value(text):
    reading = read_yaml(text)
    assert reading.defects == ()
    return reading.value


def found(text):
    return [(each.code.value, each.span.line, each.span.column, each.path) for each in read_yaml(text).defects]


def test_the_parser_is_the_one_that_is_installed(parser):
    assert isinstance(event_parser("a: b"), PureParser) is (parser == "pure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: x", {"a": 1, "b": "x"}),
        ("- 1\n- - 2\n  - 3\n- {a: [4]}", [1, [2, 3], {"a": [4]}]),
        ("a:\n- 1\n- 2", {"a": [1, 2]}),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("[a: 1, b]", [{"a": 1}, "b"]),
        ("? a\n: b", {"a": "b"}),
        ("a: 1.50", {"a": Decimal("1.50")}),
        ("a: '1'\nb: \"1\"\nc: |\n  1\nd: >\n  1\n", {"a": "1", "b": "1", "c": "1\n", "d": "1\n"}),
        ("a: true\nb: 'true'", {"a": True, "b": "true"}),
        ("a: yes", {"a": "yes"}),
        ("3: x\n1.5: y\n'4': z", {"3": "x", "1.5": "y", "4": "z"}),  # a key is a text
        ("a: one\n  two\n\n  three", {"a": "one two\nthree"}),
        ("a: >-\n  one\n  two\n\n  three\n", {"a": "one two\nthree"}),
        ("a: |+\n  one\n\nb: 1", {"a": "one\n\n", "b": 1}),
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "\\u00e9\\n\\x41\\\n  b"', {"a": "é\nAb"}),
        ("a: b#c # remark", {"a": "b#c"}),
        ("a: b:c\nd: ::x", {"a": "b:c", "d": "::x"}),
        ("{a: What is it?, b: x?y}", {"a": "What is it?", "b": "x?y"}),  # a question mark ends no text
        ("a:\tb\t# remark", {"a": "b"}),  # a tab separates; only indenting is for spaces
        ("[a\tb,\tc]", ["a\tb", "c"]),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("a: 1\rb: 2\r", {"a": 1, "b": 2}),
        ("---\na: 1\n...\n", {"a": 1}),
        ("%YAML 1.2\n---\na: 1", {"a": 1}),
        ("title: Thiết bị bay", {"title": "Thiết bị bay"}),
        ("😀: 😀", {"😀": "😀"}),
        ("text", "text"),
        ("3", 3),
        ("-1e2", Decimal("-1E+2")),
    ],
)
def test_values(text, expected):
    found = value(text)
    assert found == expected
    assert repr(found) == repr(expected)


# --- what is refused ------------------------------------------------------------------------------


def test_a_key_stands_once():
    reading = read_yaml("a: 1\nb: {c: 2, c: 3}\na: {d: [4]}\n")
    assert reading.value == {"a": 1, "b": {"c": 2}}
    assert [(each.code.value, each.span, each.path, each.first) for each in reading.defects] == [
        ("ST110", TextSpan(2, 11, 2, 12), ("b", "c"), ("b", "c")),
        ("ST110", TextSpan(3, 1, 3, 2), ("a",), ("a",)),
    ]


def test_a_key_in_quotes_is_the_same_key():
    assert found("a: 1\n'a': 2") == [("ST110", 2, 1, ("a",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", [("ST111", 1, 4, ("a",))]),
        ("a: &x [1]", [("ST111", 1, 4, ("a",))]),
        ("- &x 1\n- *x", [("ST111", 1, 3, (0,)), ("ST111", 2, 3, (1,))]),
        ("a: *x", [("ST111", 1, 4, ("a",))]),
        ("&x a: 1", [("ST111", 1, 1, ())]),
        ("*x : 1\nb: 2", [("ST111", 1, 1, ())]),
        ("&x\na: 1", [("ST111", 1, 1, ())]),
        ("a: !!str 1", [("ST113", 1, 4, ("a",))]),
        ("a: !!python/object:os.system {b: 1}", [("ST113", 1, 4, ("a",))]),
        ("!!map {a: 1}", [("ST113", 1, 1, ())]),
        ("a: ! b", [("ST113", 1, 4, ("a",))]),
        ("a: !x &y b", [("ST111", 1, 4, ("a",)), ("ST113", 1, 4, ("a",))]),
    ],
)
def test_anchors_aliases_and_tags(text, expected):
    """No value refers to another, and none chooses its own type."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "path"),
    [("{ ?foo: 1}", 4, ("foo",)), ("a: [?b: 1]", 6, ("a", 0, "b")), ('a: {b: 1, ?"c": 2}', 12, ("a", "c"))],
)
def test_a_question_mark_that_would_vanish_from_a_key(text, column, path):
    """In YAML 1.2 it belongs to the key unless a space follows; the parsers take it for a sign of their own."""
    assert found(text) == [("ST101", 1, column, path)]


@pytest.mark.parametrize("text", ['{a: "b, ?c"}', "a: b, ?c", "# {?b}\na: 1", "{? a: 1}"])
def test_a_question_mark_anywhere_else(text):
    assert found(text) == []


def test_what_stands_beside_an_alias_is_read():
    assert read_yaml("*x : {c: 1}\nb: [*y, 2]").value == {"b": [None, 2]}


def test_an_emphasis_with_asterisks_is_one_finding():
    """What follows the alias on its line is no second mistake."""
    assert found("why: *very good*\nx: 1") == [("ST111", 1, 6, ("why",))]
    assert found("why: *very* good\nx: 1") == [("ST111", 1, 6, ())]
    assert found("why: !important thing: x") == [("ST113", 1, 6, ("why",))]


def test_a_later_fault_of_syntax_is_a_finding_of_its_own():
    assert [each[0] for each in found("a: *x\nb: [1\n")] == ["ST111", "ST104"]


@pytest.mark.parametrize("text", ["<<: {a: 1}\nb: 2", "<<: [1]\nb: 2"])
def test_merging_is_refused(text):
    reading = read_yaml(text)
    assert reading.value == {"b": 2}
    assert [(each.code.value, each.span, each.path) for each in reading.defects] == [
        ("ST114", TextSpan(1, 1, 1, 3), ("<<",))
    ]


def test_the_sign_for_merging_in_quotes_is_a_key():
    assert value("'<<': 1") == {"<<": 1}


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2", "a: 1\n...\n---\nb: 2", "--- a\n--- b"])
def test_a_second_document(text):
    reading = read_yaml(text)
    assert reading.value is None
    (defect,) = reading.defects
    assert (defect.code, defect.span.line) == (Code.SECOND_DOCUMENT, text[: text.rindex("---")].count("\n") + 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "shown"),
    [
        ("null: 1\nb: 2", 1, 1, "null"),
        ("b: 2\ntrue: 1", 2, 1, "true"),
        ("~: 1\nb: 2", 1, 1, "~"),
        ("b: 2\n?\n: 1", 2, 2, Shape.NOTHING),
        ("? [x, y]\n: 1\nb: 2", 1, 3, Shape.LIST),
        ("b: 2\n? {x: 1}\n: {c: 1}", 2, 3, Shape.MAPPING),
    ],
)
def test_keys_are_texts(text, line, column, shown):
    reading = read_yaml(text)
    assert reading.value == {"b": 2}
    (defect,) = reading.defects
    assert (defect.code, defect.span.line, defect.span.column) == (Code.NON_TEXT_KEY, line, column)
    assert defect.facts == {"found": shown}


def test_keys_in_quotes_may_be_anything():
    assert value("'null': 1\n'true': 2\n'': 3") == {"null": 1, "true": 2, "": 3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\nb: 1", [("ST129", 1, 1, ("a",))]),
        ("a: null", [("ST129", 1, 1, ("a",))]),
        ("a: ~", [("ST129", 1, 1, ("a",))]),
        ("a: {b: }", [("ST129", 1, 5, ("a", "b"))]),
        ("a:\n  - 1\n  -\n  - null", [("ST129", 3, 4, ("a", 1)), ("ST129", 4, 5, ("a", 2))]),
        ("{0, 1}", [("ST129", 1, 2, ("0",)), ("ST129", 1, 5, ("1",))]),
        ("a: {b: [1], c}", [("ST129", 1, 13, ("a", "c"))]),
    ],
)
def test_a_value_is_never_left_empty(text, expected):
    """Neither null nor nothing: `unknown` is a word."""
    assert found(text) == expected


def test_an_empty_value_leaves_a_hole():
    assert read_yaml("a:\nb: [~, 1]").value == {"a": None, "b": [None, 1]}


def test_the_trap_of_the_comma():
    """{en: Drones, multi-purpose, vi: …} makes a key of the rest of the sentence."""
    reading = read_yaml("title: {en: Drones, multi-purpose, vi: Bay}")
    assert reading.value == {"title": {"en": "Drones", "vi": "Bay"}}
    (defect,) = reading.defects
    assert (defect.code, defect.span) == (Code.COMMA_IN_TEXT, TextSpan(1, 21, 1, 34))
    assert defect.path == ("title", "multi-purpose")
    assert defect.facts == {"before": "Drones", "key": "multi-purpose"}
    assert defect.spoilt == ()


def test_the_trap_of_the_comma_in_a_number():
    """What stands before the comma is not the number that was meant."""
    reading = read_yaml("{amount: 1.234,56, why: x}")
    assert reading.value == {"amount": None, "why": "x"}
    (defect,) = reading.defects
    assert (defect.code, defect.span, defect.path) == (Code.COMMA_IN_TEXT, TextSpan(1, 16, 1, 18), ("56",))
    assert defect.facts == {"before": "1.234", "key": "56"}
    assert defect.spoilt == (("amount",),)


def test_a_text_with_several_commas_is_one_mistake():
    assert found("{en: One, two, three, vi: Một, hai}") == [("ST112", 1, 11, ("two",)), ("ST112", 1, 32, ("hai",))]


def test_a_key_in_quotes_is_no_rest_of_a_sentence():
    assert found("{en: One, 'two'}") == [("ST129", 1, 11, ("two",))]


def test_numbers_that_no_decision_needs():
    reading = read_yaml("a: 1e999999\nb: [.inf, 2]")
    assert reading.value == {"a": None, "b": [None, 2]}
    assert [(each.code.value, each.span.line, each.path, dict(each.facts)) for each in reading.defects] == [
        ("ST123", 1, ("a",), {"number": "1e999999"}),
        ("ST123", 2, ("b", 0), {"number": ".inf"}),
    ]


@pytest.mark.parametrize("text", ["", "\n", "# remark\n", "---\n", "--- ~", "null", "---\n...\n"])
def test_a_file_that_says_nothing(text):
    reading = read_yaml(text)
    assert reading.value is None
    assert [(each.code.value, each.span.line, each.span.column) for each in reading.defects] == [("ST124", 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a: "x\\x1b[2J"\n', [("ST119", 1, 4, ("a",))]),
        ('a: [1, "\\u202e"]\n', [("ST119", 1, 8, ("a", 1))]),
        ('"\\0": 1\n', [("ST119", 1, 1, ("\0",))]),
        ('a: "e' + "\\u0301" * 31 + '"\n', [("ST131", 1, 4, ("a",))]),
    ],
)
def test_an_escape_lets_no_forbidden_character_in(text, expected):
    assert found(text) == expected


def test_other_escapes_are_welcome():
    assert value('a: "\\t\\n\\\\ \\u1ebf"\nb: C:\\x1b') == {"a": "\t\n\\ ế", "b": "C:\\x1b"}


def test_a_forbidden_character_ends_the_reading():
    reading = read_yaml("a: [\x00\x01\n")
    assert reading.value is None
    assert [each.code.value for each in reading.defects] == ["ST119", "ST119"]


def test_a_letter_in_two_pieces_does_not_end_the_reading():
    reading = read_yaml("a: e\u0301\nb:\n")
    assert reading.value == {"a": "e\u0301", "b": None}
    assert [each.code.value for each in reading.defects] == ["ST118", "ST129"]


# --- limits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_depth(opening, closing):
    read = read_yaml(opening * MAX_DEPTH + "1" + closing * MAX_DEPTH)
    assert read.defects == ()
    (defect,) = read_yaml(opening * (MAX_DEPTH + 1) + "1" + closing * (MAX_DEPTH + 1)).defects
    assert (defect.code, defect.span.column) == (Code.TOO_DEEP, len(opening) * MAX_DEPTH + 1)


def test_count(monkeypatch):
    """Beginnings of the stream, the document and the list count too."""
    monkeypatch.setattr("stratsel.reading.events.MAX_VALUES", 12)
    assert value("[" + "1," * 6 + "]") == [1] * 6
    (defect,) = read_yaml("[" + "1," * 12 + "]").defects
    assert (defect.code, defect.facts) == (Code.TOO_MANY_VALUES, {"limit": "12"})
    assert MAX_VALUES == 200_000


def test_there_is_an_end_to_the_findings():
    reading = read_yaml("-\n" * (MAX_DEFECTS + 5))
    assert reading.value is None
    assert [each.code.value for each in reading.defects] == ["ST129"] * MAX_DEFECTS + ["ST130"]
    assert reading.defects[-1].facts == {"count": str(MAX_DEFECTS)}


def test_marks_do_not_change_the_values():
    text = "a: {b: [1, {c: x}], b: 2}\n*x : [1]\nd: *y\ne: {en: One, two}\n[1]: 2\n"
    plain, marked = Builder(text), Builder(text, {})
    assert plain.build() == marked.build()
    assert plain.defects == marked.defects


def test_paths_hold_keys_and_positions_only():
    """A place inside something that has no key of its own is named as far as it can be."""
    for _, _, _, path in found("? [1e999]\n: 1\n? {a: 1e999}\n: 2\na: 3\na: [1e999]\n"):
        assert all(isinstance(step, str | int) for step in path)


def test_a_text_that_the_parser_will_not_even_begin(monkeypatch):
    """The parser in pure Python refuses some characters when it is made."""

    def refuse(text):
        raise yaml.reader.ReaderError("x", 0, 0, "utf-8", "no")

    monkeypatch.setattr("stratsel.reading.events.event_parser", refuse)
    assert [each.code.value for each in read_yaml("a: 1").defects] == ["ST101"]

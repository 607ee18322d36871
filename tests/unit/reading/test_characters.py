import pytest

from stratsel.diagnostics.codes import Code
from stratsel.reading.characters import MAX_MARKS, character_defects, pile_of_marks
from stratsel.reading.defect import MAX_DEFECTS


def found(text):
    return [(each.code, each.span.line, each.span.column) for each in character_defects(text)]


@pytest.mark.parametrize(
    "text", ["", "a: b\n", "a:\tb\r\n", "a\rb", "Thiết bị bay: UAV\n", "đ ư ơ 😀 中 “…”\n", "a\u200bb"]
)
def test_ordinary_texts_have_no_defect(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",  # begins what a terminal obeys
        "\x7f",
        "\x85",
        "\x9b",  # the same in one character
        "\u2028",  # ends of lines for some editors
        "\u2029",
        "\u200e",  # directions
        "\u200f",
        "\u202e",
        "\u2066",
        "\u061c",
        "\ud800",
        "\ufeff",
        "\ufffe",
        "\uffff",
    ],
)
def test_what_is_not_seen_and_does_something_is_refused(character):
    (defect,) = character_defects(f"a: b\nlonger: {character}c")
    assert defect.code is Code.FORBIDDEN_CHARACTER
    assert (defect.span.line, defect.span.column, defect.span.end_column) == (2, 9, 10)
    assert defect.facts == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_in_three_ways(end):
    assert found(f"a{end}b{end}c\x00") == [("ST119", 3, 2)]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_letter_in_two_pieces_is_pointed_at(end):
    """ế is one character in NFC; here it is e, a circumflex and an acute."""
    assert found(f"a: b{end}c: ie\u0302\u0301u") == [("ST118", 2, 5)]


def test_marks_in_the_wrong_order_are_not_nfc():
    """A dot below comes before a dot above in canonical order."""
    assert found("s\u0307\u0323") == [("ST118", 1, 1)]


def test_only_the_first_letter_in_two_pieces_is_named():
    assert found("e\u0301\ne\u0301") == [("ST118", 1, 1)]


def test_both_kinds_are_named():
    assert found("e\u0301\x00") == [("ST118", 1, 1), ("ST119", 1, 3)]


@pytest.mark.parametrize(
    ("marks", "place"),
    [
        ("\u0301" * MAX_MARKS, None),
        ("\u0301" * (MAX_MARKS + 1), 1 + MAX_MARKS),
        ("\u0301\u0323" * MAX_MARKS, 1 + MAX_MARKS),
        ("\u0f73" * (MAX_MARKS + 1), 1 + MAX_MARKS),  # of combining class 0, but two marks apart
        (("\u0301" * MAX_MARKS + "—") * 3, None),
        ("—" * 3 * MAX_MARKS + "\u0301", None),
    ],
)
def test_marks_are_counted_letter_by_letter(marks, place):
    assert pile_of_marks(f"e{marks}") == place


def test_a_pile_of_marks_is_all_that_is_said_of_a_text():
    (defect,) = character_defects("a\r\nbe" + "\u0301" * (MAX_MARKS + 3) + "\x00")
    assert (defect.code, defect.span.line, defect.span.column) == (Code.TOO_MANY_MARKS, 2, 3 + MAX_MARKS)
    assert defect.facts == {"limit": "30"}


def test_there_is_an_end_to_the_findings():
    defects = character_defects("\x00" * (MAX_DEFECTS + 5))
    assert [each.code for each in defects[-2:]] == [Code.FORBIDDEN_CHARACTER, Code.TOO_MANY_FINDINGS]
    assert len(defects) == MAX_DEFECTS + 1

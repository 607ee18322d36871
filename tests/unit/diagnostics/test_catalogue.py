import pytest

from stratsel.diagnostics.catalogue import (
    LONGEST_FACT,
    help_text,
    message,
    placeholders,
    related_note,
    rule,
    rules,
    severity_of,
)
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where
from stratsel.terms import Severity, Shape

HERE = Where("candidates/uav.yaml")
HOSTILE = [
    "{0.__class__}",
    "{criterion.__class__.__mro__}",
    "{criteria}",
    "{near}",
    "%s%n%(x)d",
    "$HOME `id`",
    "\\g<0> \\1",
    "{",
    "}}{{",
]


def unknown_criterion(criterion, **others):
    return Diagnostic(Code.UNKNOWN_CRITERION, HERE, {"criterion": criterion, "criteria": "c.yaml"}, **others)


def wrong_type(expected, found):
    return Diagnostic(Code.WRONG_TYPE, HERE, {"expected": expected, "found": found})


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_fact_is_inserted_as_it_is(text, language):
    plain = message(unknown_criterion("x"), language)
    assert message(unknown_criterion(text), language) == plain.replace("`x`", f"`{text}`")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("a\nb\r\nc\td", r"a\nb\r\nc\td"),
        ("a\u2028b\x85c", r"a\u2028b\x85c"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text, shown):
    assert f"`{shown}`" in message(unknown_criterion(text), "en")
    near = unknown_criterion("x", near=text)
    assert f"`{shown}`" in help_text(near, "vi")


def test_a_long_fact_is_shortened():
    shown = message(unknown_criterion("ă" * 10_000), "en").split("`")[1]
    assert shown == "ă" * (LONGEST_FACT - 1) + "…"
    shown = message(unknown_criterion("ă" * LONGEST_FACT), "en").split("`")[1]
    assert shown == "ă" * LONGEST_FACT


def test_a_long_fact_of_escapes_is_shortened_between_two_of_them():
    shown = message(unknown_criterion("\x1b" * 10_000), "en").split("`")[1]
    assert len(shown) <= LONGEST_FACT
    assert shown.replace(r"\x1b", "") == "…"


def test_words_of_ours_are_in_the_language_and_without_backticks():
    diagnostic = wrong_type(Shape.NUMBER, Shape.LIST)
    assert message(diagnostic, "en") == "expected a number, found a list"
    assert message(diagnostic, "vi") == "cần một số, nhưng ở đây là một danh sách"
    assert message(wrong_type(Shape.NUMBER, "ba"), "en") == "expected a number, found `ba`"


def test_an_unknown_language_is_english():
    assert message(wrong_type(Shape.NUMBER, "x"), "fr") == message(wrong_type(Shape.NUMBER, "x"), "en")


def test_a_count_is_a_number():
    diagnostic = Diagnostic(Code.FOREIGN_DOSSIER, HERE, {"count": 3, "criteria": "c.yaml"})
    assert "the 3 criteria" in message(diagnostic, "en")


def test_a_forgotten_fact_leaves_its_place_as_written():
    assert message(Diagnostic(Code.UNKNOWN_CRITERION, HERE), "en").startswith("`{criterion}`")


def test_help_names_what_was_probably_meant():
    assert "`growth`" in help_text(unknown_criterion("grwth", near="growth"), "en")
    assert "`growth`" not in help_text(unknown_criterion("grwth"), "en")


def test_what_was_probably_meant_is_left_out_where_the_page_has_no_words_for_it():
    diagnostic = Diagnostic(Code.EMPTY_FILE, HERE, near="x")
    assert help_text(diagnostic, "en") == rule(Code.EMPTY_FILE).help["en"]


def test_a_related_place_has_a_note_even_where_the_page_has_none():
    assert related_note(unknown_criterion("x"), "en") == rule(Code.UNKNOWN_CRITERION).related["en"]
    diagnostic = Diagnostic(Code.EMPTY_FILE, HERE)
    assert related_note(diagnostic, "en") == "see here"
    assert related_note(diagnostic, "vi") == "xem tại đây"


def test_a_check_may_be_stricter_than_the_page():
    leaf = Diagnostic(Code.UNASSESSED_LEAF, HERE, {"leaf": "growth"})
    frozen = Diagnostic(Code.UNASSESSED_LEAF, HERE, {"leaf": "growth"}, severity=Severity.ERROR)
    assert severity_of(leaf) is Severity.WARNING
    assert severity_of(frozen) is Severity.ERROR


def test_placeholders():
    assert placeholders("`{leaf}` as {en: …, vi: …} {expected} {0} {a.b}") == {"leaf", "expected"}


def test_rules_come_in_order_and_are_all_there():
    assert [each.code for each in rules()] == list(Code)

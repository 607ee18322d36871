import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import Where
from stratsel.intake.doubts import doubts_of, is_tree_doubtful


def finding(code, *path, near=None, **facts):
    return Diagnostic(code, Where("f", path), facts, near)


@pytest.mark.parametrize(
    ("given", "is_doubtful"),
    [
        (finding(Code.WRONG_TYPE, "criteria", 0), True),
        (finding(Code.MISSING_KEY, "criteria", 0, key="id"), True),
        (finding(Code.MALFORMED_ID, "criteria", 0, "criteria", 1, "id"), True),
        (finding(Code.DUPLICATE_CRITERION, "criteria", 1, "id", criterion="x"), True),
        (finding(Code.UNKNOWN_KEY, "criteria", 0, "kids", key="kids"), True),
        (finding(Code.UNKNOWN_KEY, "criteria", 0, "criterea", near="criteria", key="criterea"), False),
        (finding(Code.UNREAD_WORD, "criteria", 0, "evidence_required_from", word="evidence_required_from"), False),
        (finding(Code.EMPTY_VALUE, "criteria", 0, "title", key="title"), False),
        (finding(Code.MISSING_WEIGHT, "criteria", 0, "id", criterion="x"), False),
        (finding(Code.CRITERION_WITHOUT_SCALE, "criteria", 0, "id", criterion="x"), False),
        (finding(Code.ZERO_WEIGHTS, "criteria", criterion="x"), False),
        (finding(Code.SINGLE_CHILD, "criteria", 0, "criteria", criterion="x", child="y"), False),
        (finding(Code.CONFLICTING_KEYS, "criteria", 0, "evidence_required_from", key="a", others="b"), False),
        (finding(Code.WRONG_TYPE, "criteria", 0, "scale", "worst"), False),
        (finding(Code.WRONG_TYPE, "scales", "criteria"), False),
    ],
)
def test_whether_it_is_certain_which_criteria_there_are(given, is_doubtful):
    assert is_tree_doubtful(doubts_of([given])) is is_doubtful


@pytest.mark.parametrize(
    ("given", "place", "is_doubtful"),
    [
        (finding(Code.WRONG_TYPE, "scales", "effect", "worst"), ("scales", "effect"), True),
        (finding(Code.FLAT_SCALE, "scales", "effect", "best", value="1"), ("scales", "effect"), True),
        (finding(Code.VALUES_UNLIKE_LEVELS, "scales", "effect", "values"), ("scales", "effect"), False),
        (finding(Code.LOG_OF_ZERO, "scales", "effect", "worst"), ("scales", "effect"), True),
        (finding(Code.MISSING_LANGUAGE, "scales", "effect", "levels", "0", language="vi"), ("scales", "effect"), False),
        (finding(Code.INCOMPLETE_FIELD, "fields", "form", type="option", key="options"), ("fields", "form"), True),
        (finding(Code.WRONG_TYPE, "title"), ("scales", "effect"), False),
        (finding(Code.YAML_SYNTAX), ("scales", "effect"), False),
    ],
)
def test_whether_a_dossier_can_be_held_against_a_place(given, place, is_doubtful):
    assert doubts_of([given]).touches(place) is is_doubtful

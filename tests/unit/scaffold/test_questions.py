import pytest

from stratsel.model.base import in_language
from stratsel.model.criteria import Criterion, FieldDefinition
from stratsel.scaffold.questions import above, choices, field_lines, leaf_lines, number_text, one_line, scale_lines

T = "A title"


def leaf(scale, **more):
    return Criterion.model_validate({"id": "leaf", "title": T, "scale": scale, **more})


def lines(scale, **more):
    made = leaf(scale, **more)
    return leaf_lines(made, made.scale, (), "en")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\nlines", "two lines"),
        ("  much \t space\u2028here ", "much space here"),
        ("bell \x07", "bell \\x07"),
        ("turned \u202eback", "turned \\u202eback"),
        ("e\u0301", "é"),
    ],
)
def test_a_text_is_one_line_in_which_everything_is_seen(text, line):
    assert one_line(text, "en") == line


def test_a_leaf_names_what_stands_above_it(rules):
    paths = above(rules())
    assert {name: [each.id for each in path] for name, path in paths.items()} == {
        "freshness": ["food"], "menu": ["food"], "price": ["supply"], "delivery": ["supply"],
    }  # fmt: skip
    criteria = rules()
    menu = next(each for each in criteria.leaves() if each.id == "menu")
    asked = leaf_lines(menu, criteria.scale_of(menu), paths["menu"], "vi")
    assert asked[0] == "Thực phẩm / Thực đơn"
    assert asked[-1] == "  3: Ngày nào cũng đạt"


def test_a_question_stands_below_the_title():
    scale = {"kind": "date", "worst": "2026-01-01", "best": "2025-01-01"}
    assert lines(scale, question="When?")[:2] == [T, "When?"]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ({"kind": "rubric", "levels": {"10": "b", "9.5": "a"}}, ["`level`", "  9.5: a", "  10: b"]),
        ({"kind": "rubric", "step": 0.5, "levels": {"0": "a", "1": "b"}}, ["steps of 0.5", "  0: a", "  1: b"]),
        ({"kind": "choice", "options": {"a": {"value": 0, "title": "A"}}}, ["`choice`", "  a: A"]),
        ({"kind": "checklist", "items": {"a": {"title": "A"}}}, ["`met`", "  a: A"]),
        ({"kind": "quantity", "unit": "km", "worst": 0.1, "best": 1000000}, ["in km, from 0.1 (worth 0) to 1000000"]),
        ({"kind": "quantity", "unit": "%", "points": {"0": 0, "40": 50}}, ["in %, worth 0 → 0, 40 → 50"]),
        ({"kind": "date", "worst": "2026-01-01", "best": "2025-01-01"}, ["from 2026-01-01 (worth 0) to 2025-01-01"]),
    ],
)
def test_each_kind_of_scale_says_what_to_write(scale, expected):
    made = leaf(exact(scale)).scale
    said = scale_lines(made, "en")
    assert len(said) == len(expected)
    assert all(part in line for part, line in zip(expected, said, strict=True))


def exact(scale):
    """Numbers as the reader gives them."""
    from decimal import Decimal

    return {key: Decimal(str(value)) if isinstance(value, float) else value for key, value in scale.items()}


@pytest.mark.parametrize(
    ("threshold", "said"),
    [("any", "every judgement"), (2, "from 2 on"), ("one-van", "from one-van on"), (("a", "b"), "from a, b on")],
)
def test_where_evidence_is_needed_is_said(threshold, said):
    scale = {"kind": "rubric", "levels": {"0": "a", "2": "b"}}
    assert said in lines(scale, evidence_required_from=threshold)[-1]


def test_a_field_says_what_may_be_given(rules):
    criteria = rules()
    assert field_lines(criteria.fields["cook"], criteria, "en") == ["Who cooks?", "a text"]
    assert field_lines(criteria.fields["meals"], criteria, "vi")[1] == "một số"
    assert field_lines(criteria.fields["form"], criteria, "en")[2:] == ["  kitchen", "  caterer"]
    assert field_lines(criteria.fields["district"], criteria, "vi")[2:] == ["  north: Khu Bắc", "  south: Khu Nam"]
    assert choices(criteria.fields["form"], criteria, "en") == {"kitchen": "", "caterer": ""}


def test_a_field_without_choices_is_a_text():
    made = FieldDefinition.model_validate({"type": "text", "question": {"en": "Who?"}})
    assert in_language(made.question, "vi") == "Who?"


@pytest.mark.parametrize(("number", "text"), [(3, "3"), (10**20, "1" + "0" * 20)])
def test_numbers_are_written_out(number, text):
    assert number_text(number) == text

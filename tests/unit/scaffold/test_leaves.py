import pytest
from jsonschema import Draft7Validator

from stratsel.scaffold.leaves import assessments_shape, cite, fields_shape

TEXTS = {"definitions": {"Text": {"type": "string"}, "Evidence": {"type": "object"}}}
SCALE = "scale: {kind: quantity, unit: {en: thousand VND, vi: nghìn đồng}, worst: 50, best: 25}"
LEVELS = "    kind: rubric\n    levels:\n"


def validator(shape):
    Draft7Validator.check_schema(shape)
    return Draft7Validator({**shape, **TEXTS})


def accepts(shape, leaf, entry):
    return validator(shape).is_valid({leaf: entry})


@pytest.mark.parametrize(
    ("leaf", "entry", "is_fine"),
    [
        ("freshness", "unknown", True),
        ("freshness", 3, True),
        ("freshness", [1, 2], True),
        ("freshness", {"level": 3, "why": "w", "likely": 2.5, "x-note": 1}, True),
        ("freshness", {"level": [1, "unknown"]}, False),
        ("freshness", 4, False),
        ("freshness", 1.5, False),
        ("freshness", {"amount": 3}, False),
        ("freshness", {"level": 3, "amount": 3}, False),
        ("freshness", {"why": "w"}, False),
        ("price", 10000, True),
        ("price", {"amount": "30"}, False),
        ("delivery", "own", True),
        ("delivery", {"choice": ["fetched", "own"], "likely": "hired"}, True),
        ("delivery", {"choice": "ship"}, False),
        ("food", "unknown", False),
        ("x-anything", {"level": []}, True),
    ],
)
def test_entries_are_as_their_leaf_asks(rules, leaf, entry, is_fine):
    assert accepts(assessments_shape(rules(), "en"), leaf, entry) is is_fine


@pytest.mark.parametrize(
    ("entry", "is_fine"),
    [
        ({"met": ["a"], "unknown": ["b"]}, True),
        ({"unknown": []}, True),
        ("unknown", True),
        ({"met": ["a", "a"]}, False),
        ({"met": ["c"]}, False),
        ({"met": ["a"], "likely": 1}, False),
        (["a"], False),
    ],
)
def test_a_checklist_takes_its_items(rules, entry, is_fine):
    checklist = "scale: {kind: checklist, items: {a: {title: {en: A, vi: A}}, b: {title: {en: B, vi: B}}}}"
    assert accepts(assessments_shape(rules(SCALE, checklist), "en"), "price", entry) is is_fine


@pytest.mark.parametrize(
    ("entry", "is_fine"),
    [("2025-Q4", True), ({"date": ["2025", 2026]}, True), ({"date": "2025-11", "likely": 2025}, True), (3, False)],
)
def test_a_date_takes_dates(rules, entry, is_fine):
    calendar = "scale: {kind: date, worst: 2026-01-01, best: 2025-01-01}"
    assert accepts(assessments_shape(rules(SCALE, calendar), "en"), "price", entry) is is_fine


def test_an_amount_beyond_its_ends_is_refused_where_the_scale_refuses_it(rules):
    refusing = assessments_shape(rules(SCALE, SCALE.replace("best: 25", "best: 25, outside: refuse")), "en")
    assert [amount for amount in (24, 25, 50, 51) if accepts(refusing, "price", amount)] == [25, 50]


def test_steps_between_levels_can_be_given(rules):
    """With steps of 0.5 from 0 to 3 there are seven figures; with steps of 0.01 they are not listed one by one."""
    half = assessments_shape(rules(LEVELS, LEVELS.replace("levels", "step: 0.5\n    levels")), "en")
    assert [figure for figure in (0, 0.5, 2.5, 3, 0.25, 3.5) if accepts(half, "freshness", figure)] == [0, 0.5, 2.5, 3]
    fine = assessments_shape(rules(LEVELS, LEVELS.replace("levels", "step: 0.01\n    levels")), "en")
    assert [figure for figure in (0, 0.01, 2.99, 3.5) if accepts(fine, "freshness", figure)] == [0, 0.01, 2.99]


def test_anchors_stand_beside_their_levels(rules):
    leaf = assessments_shape(rules(), "vi")["properties"]["freshness"]
    assert leaf["description"].splitlines()[0] == "Thực phẩm / Độ tươi"
    figure = next(part for part in leaf["anyOf"] if "enum" in part)
    assert dict(zip(figure["enum"], figure["enumDescriptions"], strict=True))[3] == "Ngày nào cũng đạt"


@pytest.mark.parametrize(
    ("old", "new", "is_due", "may_be_unknown"),
    [("draft", "draft", False, True), ("draft", "frozen", True, True), ("worst\n", "refuse\n", True, False)],
)
def test_every_leaf_is_due_once_the_rules_say_so(rules, old, new, is_due, may_be_unknown):
    shape = assessments_shape(rules(old, new), "en")
    assert validator(shape).is_valid({}) is not is_due
    assert ({"const": "unknown"} in shape["properties"]["price"]["anyOf"]) is may_be_unknown


@pytest.mark.parametrize(
    ("field", "value", "is_fine"),
    [
        ("cook", "Mrs Lan", True),
        ("cook", "", True),
        ("cook", 3, False),
        ("form", "caterer", True),
        ("form", "unknown", True),
        ("form", "shop", False),
        ("district", "north", True),
        ("district", "east", False),
        ("meals", 400, True),
        ("meals", "unknown", True),
        ("meals", "400", False),
        ("opened", 2019, True),
        ("opened", "2019-13", False),
        ("owner", "A", False),
        ("x-owner", [], True),
    ],
)
def test_fields_are_as_the_round_asks(rules, field, value, is_fine):
    assert accepts(fields_shape(rules(), "en"), field, value) is is_fine


def test_sources_and_agencies_are_examples_and_refuse_nothing(rules):
    part = {"properties": {"source": {"type": "string"}, "who": {"type": "string"}}}
    shape = {
        "definitions": {name: {"properties": {**part["properties"]}} for name in ("Evidence", "AssessedBy")},
        "properties": {"proposer": {"type": "string"}},
    }
    shape["definitions"]["HistoryEntry"] = {"properties": {"source": {"type": "string"}}}
    cite(shape, {"b", "a"}, ["z", "y"])
    assert shape["definitions"]["HistoryEntry"]["properties"]["source"] == {"type": "string", "examples": ["a", "b"]}
    assert shape["properties"]["proposer"] == {"type": "string", "examples": ["y", "z"]}

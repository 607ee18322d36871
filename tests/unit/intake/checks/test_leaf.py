"""What all rules share, on one leaf for each kind of scale."""

import pytest
from pydantic import TypeAdapter

from stratsel.intake.checks.figures import leaf_rule
from stratsel.model.candidate import Assessment
from stratsel.model.scale import AnyScale, Scale

TITLES = {"title": "T"}
SCALES = {
    "level": {"kind": "rubric", "levels": {"0": "a", "1": "b"}},
    "amount": {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0},
    "choice": {"kind": "choice", "options": {"none": {**TITLES, "value": 0}, "plan": {**TITLES, "value": 9}}},
    "date": {"kind": "date", "worst": "2027-12-31", "best": "2025-06-01"},
    "met": {"kind": "checklist", "items": {"design": TITLES, "trial": TITLES}},
}
FIGURES = {"level": 1, "amount": 3, "choice": "plan", "date": 2026, "met": ["design"]}
every_kind = pytest.mark.parametrize("key", SCALES)


def rule(key, **options):
    return leaf_rule("leaf", TypeAdapter(Scale).validate_python(SCALES[key]), **options)


def read(key, _options=(), **written):
    assessed, findings = rule(key, **dict(_options)).read(Assessment.model_validate(written), "f")
    return assessed, [(each.code.value, each.where.path[2:], each.where.part) for each in findings]


def test_every_kind_of_scale_has_a_rule():
    assert {type(rule(key).scale) for key in SCALES} == set(AnyScale.__args__)


@every_kind
def test_a_figure_stands_under_the_key_of_the_scale(key):
    assessed, findings = read(key, **{key: FIGURES[key]})
    assert assessed is not None and findings == []
    assert rule(key).key == key


@every_kind
@pytest.mark.parametrize("other", SCALES)
def test_under_another_key_it_is_refused(key, other):
    if other == key:
        assert read(key, **{key: FIGURES[key]})[1] == []
        return
    assert read(key, **{other: FIGURES[other]}) == (None, [("ST207", (other,), "key")])
    both = {key: FIGURES[key], other: FIGURES[other]}
    assert read(key, **both) == (None, [("ST209", (), "key")])


@every_kind
def test_open_items_belong_to_a_checklist(key):
    """`unknown` is no figure beside `met`, and one of another kind elsewhere."""
    expected = [] if key == "met" else [("ST207", ("unknown",), "key")]
    assert read(key, unknown=["trial"])[1] == expected
    assert read(key, unknown=["trial"], met=["design"])[1] == [("ST207", ("met",), "key") for _ in expected]


def test_the_keys_are_named_as_they_stand_in_the_file():
    _, (finding,) = rule("met").read(Assessment.model_validate({"level": 3, "unknown": ["trial"]}), "f")
    assert finding.facts == {"leaf": "leaf", "keys": "level, unknown", "expected": "met"}
    _, (finding,) = rule("level").read(Assessment.model_validate({"date": 2026, "choice": "x"}), "f")
    assert finding.facts == {"leaf": "leaf", "keys": "choice, date", "expected": "level"}


@every_kind
def test_reasons_alone_are_no_figure(key):
    assert read(key, why="x") == (None, [("ST208", (), "key")])


@every_kind
def test_unknown_is_said_unless_the_round_refuses_it(key):
    assert rule(key).read("unknown", "f") == (None, ())
    assessed, (finding,) = rule(key, refuses_unknown=True).read("unknown", "f")
    assert assessed is None
    assert (finding.code.value, finding.where.path, finding.facts) == (
        "ST420", ("assessments", "leaf"), {"leaf": "leaf"},
    )  # fmt: skip


@pytest.mark.parametrize("key", ["level", "amount", "choice", "date"])
def test_unknown_under_the_key_is_the_same(key):
    assert read(key, **{key: "unknown"}) == (None, [])
    assert read(key, {"refuses_unknown": True}, **{key: "unknown"}) == (None, [("ST420", (key,), "value")])


def test_ranges_and_open_items_are_not_unknown():
    refusing = {"refuses_unknown": True}
    assert read("level", refusing, level=[0, 1])[1] == []
    assert read("met", refusing, unknown=["design", "trial"])[1] == []

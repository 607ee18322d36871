import pytest
from pydantic import TypeAdapter

from stratsel.intake.checks.threshold import off_scale
from stratsel.model.scale import Scale
from stratsel.terms import Shape

PATH = ("criteria", 0, "evidence_required_from")
TITLES = {"title": "T"}
SCALES = {
    "rubric": {"kind": "rubric", "levels": {"0": "a", "1": "b"}},
    "steps": {"kind": "rubric", "levels": {"0": "a", "4": "b"}, "step": 2},
    "quantity": {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0},
    "date": {"kind": "date", "worst": "2027-12-31", "best": "2025-06-01"},
    "checklist": {"kind": "checklist", "items": {"design": TITLES, "trial": TITLES}},
    "choice": {"kind": "choice", "options": {"none": {**TITLES, "value": 0}, "plan": {**TITLES, "value": 9}}},
}


def findings(scale, written):
    return list(off_scale("f", PATH, "leaf", TypeAdapter(Scale).validate_python(scale), written))


@pytest.mark.parametrize(
    ("kind", "written"),
    [("rubric", 1), ("steps", 2), ("quantity", 99), ("date", 2026), ("checklist", ("trial",)), ("choice", "none")],
)
def test_what_is_on_the_scale(kind, written):
    assert findings(SCALES[kind], written) == []


@pytest.mark.parametrize(
    ("kind", "written", "found", "expected", "near"),
    [
        ("rubric", 3, "3", "0, 1", None),
        ("steps", 3, "3", "0, 2, 4", None),
        ("quantity", "many", "many", Shape.NUMBER, None),
        ("date", "soon", "soon", Shape.DATE, None),
        ("checklist", "desing", "desing", "design, trial", "design"),
        ("checklist", ("design", "x"), "design, x", "design, trial", None),
        ("checklist", (), "[]", "design, trial", None),
        ("choice", "plna", "plna", "none, plan", "plan"),
    ],
)
def test_what_is_not(kind, written, found, expected, near):
    (finding,) = findings(SCALES[kind], written)
    assert (finding.code.value, finding.where.path, finding.near) == ("ST327", PATH, near)
    assert finding.facts == {"found": found, "leaf": "leaf", "expected": expected}


@pytest.mark.parametrize("scale", [{"kind": "rubric", "levels": {}}, {**SCALES["quantity"], "best": 10}])
def test_a_scale_that_cannot_measure_has_no_threshold_to_miss(scale):
    assert findings(scale, "x") == []

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from stratsel.intake.checks.scales import scale_findings
from stratsel.model.scale import Scale

PATH = ("scales", "effect")


def findings(scale):
    return list(scale_findings("f", PATH, TypeAdapter(Scale).validate_python(scale)))


def found(scale):
    return [(each.code.value, each.where.path[2:], each.where.part) for each in findings(scale)]


def rubric(**keys):
    return {"kind": "rubric", "levels": {"0": "a", "1": "b", "3": "c"}, **keys}


def quantity(**keys):
    return {"kind": "quantity", "unit": "EUR", **keys}


def choice(**values):
    return {"kind": "choice", "options": {name: {"value": value, "title": "T"} for name, value in values.items()}}


def checklist(**weights):
    return {"kind": "checklist", "items": {name: {"weight": weight, "title": "T"} for name, weight in weights.items()}}


def date(worst, best):
    return {"kind": "date", "worst": worst, "best": best}


@pytest.mark.parametrize(
    "scale",
    [
        rubric(),
        rubric(step=Decimal("0.5"), values=[0, 0, 100]),
        rubric(step=Decimal("2.999")),
        quantity(worst=0, best=-5),
        quantity(worst=1, best=Decimal("0.001"), shape="log"),
        quantity(worst=-1, best=1, outside="silent"),
        quantity(points={"0": 0, "40": 50, "60": 100}),
        quantity(points={"60": 0, "-1.5": 100, "1000000": 0}),
        quantity(points={"0": 3, "1": 3, "2": 1, "3": 1}),
        date("2027-01-01", "2026-01-01"),
        checklist(design=0, trial=1),
        {"kind": "checklist", "items": {"design": {"title": "T"}}},
        choice(none=0, plan=0, contract=40),
    ],
)
def test_what_can_measure(scale):
    assert found(scale) == []


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        (rubric(levels={}), [("ST309", ("levels",), "key")]),
        (rubric(levels={"3": "x"}, step=9, values=[1, 2, 3]), [("ST309", ("levels",), "key")]),
        (rubric(step=3), [("ST214", ("step",), "value")]),
        (rubric(values=[0, 100]), [("ST324", ("values",), "value")]),
        (rubric(values=[]), [("ST324", ("values",), "value")]),
        (rubric(values=[0, 50, 40]), [("ST323", ("values", 2), "value")]),
        (rubric(values=[100, 50, 0]), [("ST323", ("values", 1), "value")]),
        (rubric(values=[7, 7, 7]), [("ST308", ("values",), "key")]),
        (quantity(), [("ST201", (), "key"), ("ST201", (), "key")]),
        (quantity(worst=3), [("ST201", (), "key")]),
        (quantity(worst=3, best=3), [("ST308", ("best",), "value")]),
        (quantity(worst=0, best=9, shape="log"), [("ST325", ("worst",), "value")]),
        (quantity(worst=-1, best=-9, shape="log"), [("ST325", ("worst",), "value"), ("ST325", ("best",), "value")]),
        (quantity(points={}), [("ST309", ("points",), "key")]),
        (quantity(points={"3": 5}), [("ST309", ("points",), "key")]),
        (quantity(points={"0": 5, "1": 5}), [("ST308", ("points",), "key")]),
        (quantity(points={"0": 0, "1": 5, "2": 4, "3": 3}), [("ST323", ("points", "2"), "value")]),
        (quantity(points={"0": 5, "1": 5, "2": 4, "0.5": 6}), [("ST323", ("points", "1"), "value")]),
        (quantity(points={"0": 5, "0.0000001": 4, "1": 6}), [("ST323", ("points", "1"), "value")]),
        (quantity(points={"0": 5, "0.0000001": 6, "-1": 9}), [("ST323", ("points", "0.0000001"), "value")]),
        (quantity(points={"0": 5, "1": 6}, worst=0), [("ST322", ("points",), "key")]),
        (quantity(points={}, shape="linear"), [("ST322", ("points",), "key")]),
        (date("2027-01-01", "2027-01-01"), [("ST308", ("best",), "value")]),
        (checklist(), [("ST326", ("items",), "key")]),
        (checklist(design=0, trial=0), [("ST326", ("items",), "key")]),
        (checklist(design=1, unknown=1), [("ST205", ("items", "unknown"), "key")]),
        (choice(none=0), [("ST309", ("options",), "key")]),
        (choice(none=3, plan=2, contract=9), [("ST310", ("options", "plan", "value"), "value")]),
        (choice(none=0, unknown=9), [("ST205", ("options", "unknown"), "key")]),
        (choice(none=3, plan=3), [("ST308", ("options",), "key")]),
    ],
)
def test_what_cannot_measure(scale, expected):
    """Amounts are compared as numbers, in whatever order they stand."""
    assert found(scale) == expected


@pytest.mark.parametrize(
    ("scale", "facts"),
    [
        (rubric(step=5), {"found": "5", "bound": "< 3"}),
        (rubric(values=[0, 100]), {"values": 2, "levels": 3}),
        (rubric(values=[0, 60, 40]), {"value": "40", "of": "3", "before": "60"}),
        (quantity(best=3), {"key": "worst"}),
        (quantity(worst=0, best=9, shape="log"), {"key": "worst", "amount": "0"}),
        (quantity(points={"0": 5, "1": 6}, worst=0, shape="log"), {"key": "points", "others": "worst, shape"}),
        (quantity(points={"0": 9, "1": 5, "2": 6}), {"value": "6", "of": "2", "before": "5"}),
        (date("2027-01-01", "2027-01-01"), {"value": "2027-01-01"}),
    ],
)
def test_facts(scale, facts):
    (finding,) = findings(scale)
    assert finding.facts == facts

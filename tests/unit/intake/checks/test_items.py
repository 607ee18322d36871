import pytest

from stratsel.intake.checks.items import ItemRule
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment
from stratsel.model.scale import Checklist

SCALE = {"kind": "checklist", "items": {name: {"title": "T"} for name in ("design", "trial", "use")}}
RULE = ItemRule("stage", Checklist.model_validate(SCALE))


def read(**written):
    assessed, findings = RULE.read(Assessment.model_validate(written), "f")
    return assessed, [(each.code.value, each.where.path[2:], each.where.part) for each in findings]


@pytest.mark.parametrize(
    ("written", "met", "perhaps_met"),
    [
        ({"met": ["design"]}, ("design",), ("design",)),
        ({"met": ["use", "design"]}, ("design", "use"), ("design", "use")),
        ({"met": ["use"], "unknown": ["design"]}, ("use",), ("design", "use")),
        ({"unknown": ["trial"]}, (), ("trial",)),
        ({"met": []}, (), ()),
        ({"met": [], "unknown": ["design", "trial", "use"]}, (), ("design", "trial", "use")),
    ],
)
def test_items_stand_in_the_order_of_the_scale(written, met, perhaps_met):
    assert read(**written) == (Assessed(met, perhaps_met), [])


def test_unknown_establishes_nothing():
    assert RULE.read("unknown", "f") == (None, ())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"met": ["desing"]}, [("ST417", ("met", 0), "value")]),
        ({"met": ["design"], "unknown": ["sale", "x"]}, [
            ("ST417", ("unknown", 0), "value"), ("ST417", ("unknown", 1), "value"),
        ]),
        ({"met": ["design", "design"]}, [("ST418", ("met", 1), "value")]),
        ({"met": ["design"], "unknown": ["design"]}, [("ST418", ("unknown", 0), "value")]),
        ({"met": ["design"], "likely": "trial"}, [("ST207", ("likely",), "key")]),
        ({"why": "x"}, [("ST208", (), "key")]),
        ({"level": 3}, [("ST207", ("level",), "key")]),
        ({"level": 3, "unknown": ["use"]}, [("ST209", (), "key")]),
    ],
)  # fmt: skip
def test_what_is_refused(written, expected):
    assert read(**written) == (None, expected)


@pytest.mark.parametrize(
    ("written", "found"), [(["design", "trial"], "design, trial"), ("design", "design"), (3, "3"), ([0, 3], "0, 3")]
)
def test_a_bare_figure_does_not_say_what_is_met(written, found):
    assessed, (finding,) = RULE.read(written, "f")
    assert assessed is None
    assert (finding.code.value, finding.where.path, finding.where.part) == ("ST207", ("assessments", "stage"), "value")
    assert finding.facts == {"leaf": "stage", "expected": "met", "found": found}


def test_facts():
    _, (finding,) = RULE.read(Assessment.model_validate({"met": ["desing"]}), "f")
    assert (finding.facts, finding.near) == (
        {"item": "desing", "leaf": "stage", "items": "design, trial, use"},
        "design",
    )
    _, (finding,) = RULE.read(Assessment.model_validate({"unknown": ["use", "use"]}), "f")
    assert finding.facts == {"item": "use", "leaf": "stage"}

from decimal import Decimal

import pytest

from stratsel.intake.checks.fields import FieldRules
from stratsel.intake.record import Said
from stratsel.model.criteria import Criteria
from stratsel.terms import Shape


@pytest.fixture
def rules(criteria):
    def of(*doubts):
        said = Said()
        for path in doubts:
            said.add(path)
        return FieldRules(Criteria.model_validate(criteria()), said)

    return of


def found(rules, **fields):
    return [(each.code.value, each.where.path, each.where.part) for each in rules.findings("f", fields)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cook", "Ann"),
        ("cook", {"en": "Ann", "vi": "An"}),
        ("cook", ""),
        ("cook", "  "),
        ("form", "kitchen"),
        ("part", "north"),
        ("served", 300),
        ("served", Decimal("1.5")),
        ("opened", "2025-11-30"),
        ("opened", "2025-Q4"),
        ("opened", 2025),
        *((name, "unknown") for name in ("cook", "form", "part", "served", "opened")),
        ("x-note", "a remark"),
    ],
)
def test_what_a_field_may_hold(rules, name, value):
    assert found(rules(), **{name: value}) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("cook", 12, "ST413"),
        ("form", "kitchn", "ST204"),
        ("form", 3, "ST413"),
        ("form", {"en": "kitchen"}, "ST413"),
        ("part", "nord", "ST414"),
        ("part", 1, "ST413"),
        ("part", {"en": "north"}, "ST413"),
        ("served", "300", "ST413"),
        ("served", {"en": "300"}, "ST413"),
        ("opened", "2025-02-30", "ST213"),
        ("opened", "May 2020", "ST413"),
        ("opened", Decimal("2020.5"), "ST413"),
        ("opened", {"en": "2020"}, "ST413"),
        *((name, "", "ST206") for name in ("form", "part", "served", "opened")),
        ("form", " \t", "ST206"),
    ],
)
def test_what_it_may_not(rules, name, value, code):
    assert found(rules(), **{name: value}) == [(code, ("fields", name), "value")]


def test_a_field_that_is_not_asked_for(rules):
    (finding,) = rules().findings("f", {"cok": "Ann"})
    assert (finding.code.value, finding.where.path, finding.where.part) == ("ST411", ("fields", "cok"), "key")
    assert finding.near == "cook"
    (finding,) = rules().findings("f", {"cok": "Ann", "cook": "Bo"})
    assert finding.near is None


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("form", "kitchen", None),
        ("form", "unknown", "ST204"),
        ("part", "unknown", "ST414"),
        ("served", ("a", "b"), "ST413"),
        ("served", "unknown", "ST413"),
    ],
)
def test_a_value_that_a_rule_of_the_file_names(rules, field, value, code):
    """There `unknown` is no answer: a rule cannot ask for what is not known."""
    path = ("screens", 0, "require", "in", 0)
    finding = rules().finding(field, value, "f", path)
    assert (finding and (finding.code.value, finding.where.path)) == (code and (code, path))


def test_the_field_is_named_wherever_its_value_stands(rules):
    finding = rules().finding("served", ("a",), "f", ("screens", 0, "require", "at_least"))
    assert finding.facts == {"field": "served", "expected": Shape.NUMBER, "found": Shape.LIST}


def test_facts(rules):
    (finding,) = rules().findings("f", {"served": {"en": "300"}})
    assert finding.facts == {"field": "served", "expected": Shape.NUMBER, "found": Shape.MAPPING}
    (finding,) = rules().findings("f", {"form": "kitchn"})
    assert (finding.facts, finding.near) == (
        {"found": "kitchn", "options": "kitchen, caterer", "field": "form"},
        "kitchen",
    )
    (finding,) = rules().findings("f", {"part": "Sout"})
    assert (finding.facts, finding.near) == ({"entry": "Sout", "list": "parts"}, "south")


@pytest.mark.parametrize(
    ("doubt", "name", "value"),
    [
        (("fields", "form", "options"), "form", "x"),
        (("fields", "form"), "form", 5),
        (("lists", "parts", "valid"), "part", "x"),
        (("lists",), "part", "x"),
        (("fields",), "other", "x"),
    ],
)
def test_nothing_is_held_against_a_definition_that_is_wrong_itself(rules, doubt, name, value):
    assert found(rules(), **{name: value}) != []
    assert found(rules(doubt), **{name: value}) == []


def test_a_list_that_is_not_there_admits_everything(criteria):
    """That it is not there is a finding of the criteria file."""
    data = criteria((("fields", "part", "list"), "none"), (("fields", "cook"), {"type": "entry", "question": "Q"}))
    rules = FieldRules(Criteria.model_validate(data), Said())
    assert found(rules, part="x", cook="y") == []

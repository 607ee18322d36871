from decimal import Decimal

import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.screens import OF_CRITERION, OF_FIELD, screen_findings
from stratsel.model.criteria import Criteria
from stratsel.model.screen import Requirement

REQUIRE = ("screens", 0, "require")
WRITTEN = {
    "present": ["cook"],
    "field": "cook",
    "criterion": "growth",
    "in": ["Ann"],
    "in_list": "parts",
    "at_least": 1,
    "at_most": 1,
    "before": "2025-01-01",
    "after": "2025-01-01",
    "value_at_least": 50,
    "any_of": [{"present": ["cook"]}],
    "all_of": [{"present": ["cook"]}],
    "not": {"present": ["cook"]},
}


def screen(require, name="s"):
    return {"id": name, "title": "S", "require": require, "on_fail": "flag", "on_unknown": "flag"}


@pytest.fixture
def findings(criteria):
    def of(require, *changes):
        data = criteria((("screens",), [screen(require)]), *changes)
        return list(screen_findings("f", Criteria.model_validate(data)))

    return of


def places(found):
    return [(each.code.value, each.where.path, each.where.part) for each in found]


@pytest.mark.parametrize(
    "require",
    [
        {"present": ["cook", "form"]},
        {"field": "cook", "in": ["Ann", "Bo"]},
        {"field": "cook", "in_list": "parts"},
        {"field": "form", "in": ["kitchen"]},
        {"field": "part", "in": ["north", "south"]},
        {"field": "part", "in_list": "parts"},
        {"field": "served", "in": [1, Decimal("2.5")]},
        {"field": "served", "at_least": Decimal("0.5")},
        {"field": "served", "at_most": 10**30},
        {"field": "opened", "before": "2025-01-01"},
        {"field": "opened", "after": "2025-01-01"},
        {"criterion": "growth", "at_least": 2},
        {"criterion": "price", "at_least": 100},
        {"criterion": "export", "at_least": "plan"},
        {"criterion": "use", "value_at_least": 50},
        {"criterion": "growth", "value_at_least": 0},
        {"not": {"any_of": [{"all_of": [{"present": ["cook"]}]}, {"criterion": "use", "value_at_least": 100}]}},
    ],
)
def test_tests_in_order(findings, require):
    assert findings(require) == []


def test_every_key_of_a_test_is_tried_here():
    assert set(WRITTEN) == {field.alias or name for name, field in Requirement.model_fields.items()}


def allowed():
    """The combinations of the manual, written out: what stands alone, and what goes with `field` or `criterion`."""
    alone = [{"present"}, {"any_of"}, {"all_of"}, {"not"}]
    of_field = [{"field", key} for key in ("in", "in_list", "at_least", "at_most", "before", "after")]
    return [*alone, *of_field, {"criterion", "at_least"}, {"criterion", "value_at_least"}]


@pytest.mark.parametrize("first", WRITTEN)
@pytest.mark.parametrize("second", WRITTEN)
def test_a_test_asks_one_thing(findings, first, second):
    found = findings({key: WRITTEN[key] for key in (first, second)})
    unclear = [each for each in found if each.code.value == "ST330"]
    assert bool(unclear) is ({first, second} not in allowed())
    assert all(each.where == Where("f", REQUIRE) for each in unclear)
    if unclear:
        assert set(unclear[0].facts["keys"].split(", ")) == {first, second}


def test_a_test_asks_something(findings):
    (finding,) = findings({})
    assert (finding.code.value, finding.where.path) == ("ST330", REQUIRE)
    assert str(finding.facts["keys"]) == "nothing"


def test_a_test_inside_another_has_its_own_place(findings):
    found = findings(
        {"any_of": [{"present": ["cook"]}, {"not": {"field": "cook"}}, {"all_of": [{"present": ["cok"]}]}]}
    )
    assert places(found) == [
        ("ST330", (*REQUIRE, "any_of", 1, "not"), "value"),
        ("ST331", (*REQUIRE, "any_of", 2, "all_of", 0, "present", 0), "value"),
    ]


@pytest.mark.parametrize(
    ("require", "code", "path", "near"),
    [
        ({"present": ["cook", "fom"]}, "ST331", ("present", 1), "form"),
        ({"field": "servd", "at_least": 3}, "ST331", ("field",), "served"),
        ({"criterion": "grwth", "at_least": 3}, "ST313", ("criterion",), "growth"),
        ({"criterion": "zzz", "value_at_least": 3}, "ST313", ("criterion",), None),
        ({"field": "part", "in_list": "partz"}, "ST314", ("in_list",), "parts"),
    ],
)
def test_what_is_named_is_there(findings, require, code, path, near):
    (finding,) = findings(require)
    assert (finding.code.value, finding.where.path, finding.near) == (code, (*REQUIRE, *path), near)


FIT = {
    "cook": {"in", "in_list"},
    "form": {"in"},
    "part": {"in", "in_list"},
    "served": {"in", "at_least", "at_most"},
    "opened": {"before", "after"},
}
"""By field, each of another type: what can be asked of it."""


@pytest.mark.parametrize("field", FIT)
@pytest.mark.parametrize("asked", OF_FIELD)
def test_what_is_asked_suits_the_type_of_the_field(findings, field, asked):
    values = {"cook": "Ann", "form": "kitchen", "part": "north", "served": 1, "opened": "2025"}
    found = findings({"field": field, asked: [values[field]] if asked == "in" else WRITTEN[asked]})
    if asked in FIT[field]:
        assert found == []
    else:
        (finding,) = found
        assert (finding.code.value, finding.where) == ("ST332", Where("f", (*REQUIRE, asked), "key"))
        types = {"cook": "text", "form": "option", "part": "entry", "served": "number", "opened": "date"}
        assert finding.facts == {"key": asked, "name": field, "what": f"type: {types[field]}"}


@pytest.mark.parametrize("asked", OF_CRITERION)
def test_only_a_leaf_has_a_figure(findings, asked):
    found = findings({"criterion": "use", asked: 1})
    expected = [("ST332", (*REQUIRE, "at_least"), "key")] if asked == "at_least" else []
    assert places(found) == expected


@pytest.mark.parametrize(
    ("require", "code", "path"),
    [
        ({"field": "form", "in": ["kitchen", "kitchn"]}, "ST204", ("in", 1)),
        ({"field": "form", "in": [3]}, "ST413", ("in", 0)),
        ({"field": "part", "in": ["nort"]}, "ST414", ("in", 0)),
        ({"field": "cook", "in": [3]}, "ST413", ("in", 0)),
        ({"field": "served", "in": [3, "three"]}, "ST413", ("in", 1)),
        ({"field": "served", "at_least": "many"}, "ST413", ("at_least",)),
        ({"field": "served", "at_most": ["a", "b"]}, "ST413", ("at_most",)),
        ({"criterion": "growth", "at_least": 9}, "ST327", ("at_least",)),
        ({"criterion": "export", "at_least": "plann"}, "ST327", ("at_least",)),
        ({"criterion": "price", "at_least": "plan"}, "ST327", ("at_least",)),
    ],
)
def test_what_is_compared_can_be_there(findings, require, code, path):
    assert places(findings(require)) == [(code, (*REQUIRE, *path), "value")]


@pytest.mark.parametrize(
    ("valid", "is_in_force"),
    [
        (["2025-12-12", "2026-01-01"], True),
        (["2025-01-01", "2025-12-12"], True),
        (["2025-12-13", "2026-01-01"], False),
        (["2025-01-01", "2025-12-11"], False),
        (["2026-01-01", "2025-01-01"], True),
    ],
)
def test_a_list_is_in_force_on_the_reference_date(findings, valid, is_in_force):
    """The round is judged as of 2025-12-12. The last case is reversed, which is a finding of its own elsewhere."""
    found = findings({"field": "part", "in_list": "parts"}, (("lists", "parts", "valid"), valid))
    assert places(found) == ([] if is_in_force else [("ST334", (*REQUIRE, "in_list"), "value")])
    for finding in found:
        assert finding.facts == {"list": "parts", "date": "2025-12-12", "first": valid[0], "last": valid[1]}
        assert finding.related == (Where("f", ("lists", "parts", "valid")),)


def test_a_screen_has_a_name_of_its_own(criteria):
    same = [screen({"present": ["cook"]}, name) for name in ("a", "b", "a")]
    (finding,) = screen_findings("f", Criteria.model_validate(criteria((("screens",), same))))
    assert (finding.code.value, finding.where.path) == ("ST333", ("screens", 2, "id"))
    assert finding.related == (Where("f", ("screens", 0, "id")),)


def test_a_deep_test_is_read_to_its_end(findings):
    require = {"present": ["cok"]}
    for _ in range(60):
        require = {"not": require}
    assert places(findings(require)) == [("ST331", (*REQUIRE, *["not"] * 60, "present", 0), "value")]

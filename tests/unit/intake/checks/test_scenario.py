import pytest

from stratsel.intake.checks.figures import leaf_rules
from stratsel.intake.checks.scenario import ScenarioRules, shape_findings
from stratsel.model.assessments import Assessed
from stratsel.model.criteria import Criteria
from stratsel.model.scenario import Scenario

FILE, RULES = "scenarios/what-if.yaml", "criteria/round.yaml"
SCENARIO = {"stratsel": "scenario/1", "id": "what-if", "title": "T"}
EQUAL = {"method": "equal", "by": "B", "why": "W"}


def supposed(**keys):
    return Scenario.model_validate({**SCENARIO, **keys})


@pytest.fixture
def rules(criteria):
    def of(*changes, refuses_unknown=False):
        made = Criteria.model_validate(criteria(*changes))
        scales = {leaf.id: made.scale_of(leaf) for leaf in made.leaves()}
        leaves = leaf_rules(scales, refuses_unknown=refuses_unknown)
        return ScenarioRules(made, RULES, ("alpha", "beta"), leaves)

    return of


def read(rules, **keys):
    """What a scenario establishes, and what is found: code, path and part of each."""
    cells = {}
    scenario = supposed(**keys)
    found = [*rules.findings(FILE, scenario), *rules.read(FILE, scenario, cells)]
    return cells, [(each.code.value, each.where.path, each.where.part) for each in found]


def test_a_scenario_in_order(rules):
    figures = {"growth": {"level": 3}, "price": [1, 2], "export": "unknown"}
    cells, found = read(rules(), weights={"use": 3, "growth": 0}, assessments={"alpha": figures, "beta": {"growth": 2}})
    assert found == []
    assert cells == {
        "alpha": {"growth": Assessed(3, 3), "price": Assessed(1, 2), "export": None},
        "beta": {"growth": Assessed(2, 2)},
    }


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"weights": {"grwth": 1}}, ("ST401", ("weights", "grwth"), "key")),
        ({"weights": {"use": 0, "export": 0}}, ("ST304", ("weights", "use"), "key")),
        ({"assessments": {"alfa": {"growth": 3}}}, ("ST421", ("assessments", "alfa"), "key")),
        ({"assessments": {"alpha": {"grwth": 3}}}, ("ST401", ("assessments", "alpha", "grwth"), "key")),
        ({"assessments": {"alpha": {"use": 3}}}, ("ST416", ("assessments", "alpha", "use"), "key")),
        ({"assessments": {"alpha": {"growth": 9}}}, ("ST408", ("assessments", "alpha", "growth"), "value")),
        (
            {"assessments": {"alpha": {"growth": {"level": [3, 1]}}}},
            ("ST210", ("assessments", "alpha", "growth", "level"), "value"),
        ),
        (
            {"assessments": {"alpha": {"growth": {"amount": 3}}}},
            ("ST207", ("assessments", "alpha", "growth", "amount"), "key"),
        ),
        ({"assessments": {"alpha": {"growth": {"why": "W"}}}}, ("ST208", ("assessments", "alpha", "growth"), "key")),
        ({"assessments": {"alpha": {"price": 11}}}, ("ST409", ("assessments", "alpha", "price"), "value")),
        ({"assessments": {"alpha": {"export": "pln"}}}, ("ST410", ("assessments", "alpha", "export"), "value")),
    ],
)
def test_each_defect_at_its_place(rules, keys, expected):
    assert read(rules(), **keys)[1] == [expected]


def test_what_is_meant_is_said(rules):
    found = list(rules().findings(FILE, supposed(weights={"grwth": 1}, assessments={"alhpa": {"pric": 1}})))
    assert [each.near for each in found] == ["growth", "alpha", "price"]
    assert [related.path for related in found[0].related] == [("criteria", 0, "criteria", 0, "id")]


def test_nothing_is_unknown_where_that_is_refused(rules):
    _, found = read(rules(refuses_unknown=True), assessments={"alpha": {"growth": "unknown"}})
    assert found == [("ST420", ("assessments", "alpha", "growth"), "value")]


@pytest.mark.parametrize("weights", [{"growth": 2}, {"growth": 2, "price": 0}])
def test_children_of_which_one_alone_counts_have_no_weight(rules, weights):
    changes = (("criteria", 0, "combine"), "minimum"), (("criteria", 0, "criteria", 0, "weight"),)
    extreme = rules(*changes, (("criteria", 0, "criteria", 1, "weight"),))
    found = list(extreme.findings(FILE, supposed(weights=weights)))
    assert [(each.code.value, each.where.path) for each in found] == [("ST342", ("weights", name)) for name in weights]
    assert {related for each in found for related in [each.related[0].path]} == {("criteria", 0, "combine")}


@pytest.mark.parametrize(
    ("weights", "others"),
    [
        ({"use": 3}, "export"),
        ({"use": 0, "export": 1, "growth": 2}, "price"),
        ({"use": 3, "exprt": 1}, None),
        ({"use": 3, "export": 1, "growth": 1, "price": 0}, None),
        ({}, None),
    ],
)
def test_where_all_weigh_the_same_all_of_a_group_are_named(rules, weights, others):
    plain = [(("weighting",), EQUAL), (("criteria", 0, "weight"),), (("criteria", 1, "weight"),)]
    plain += [(("criteria", 0, "criteria", at, "weight"),) for at in (0, 1)]
    found = [each for each in rules(*plain).findings(FILE, supposed(weights=weights)) if each.code.value != "ST401"]
    assert [(each.code.value, each.facts["others"]) for each in found] == ([("ST432", others)] if others else [])


def test_remarks_are_passed_over(rules):
    made = rules()
    keys = {"weights": {"x-note": 1}, "assessments": {"x-who": {"growth": 1}, "alpha": {"x-why": "W", "growth": 1}}}
    cells, found = read(made, **keys)
    assert found == []
    assert cells["alpha"] == {"growth": Assessed(1, 1)}
    assert made.is_remark(("assessments", "alpha", "x-why")) and made.is_remark(("weights", "x-note"))
    assert not any(map(made.is_remark, [(), ("x-note",), ("weights", "use"), ("assessments", "alpha", "why")]))


@pytest.mark.parametrize(
    "keys", [{}, {"weights": {}}, {"assessments": {}}, {"assessments": {"alpha": {}}, "weights": {}}]
)
def test_a_scenario_that_changes_nothing(keys):
    found = list(shape_findings(FILE, supposed(**keys)))
    assert [(each.code.value, each.where.path) for each in found] == [("ST431", ("id",))]


def test_a_scenario_is_called_by_its_id():
    found = list(shape_findings("scenarios/other.yaml", supposed(weights={"use": 1})))
    assert [each.code.value for each in found] == ["ST402"]

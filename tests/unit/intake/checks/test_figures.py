"""Figures against scales: rubric 0 to 3, 10 to 0 EUR (less is better), options none, plan, contract."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from stratsel.intake.checks.figures import FigureRule, leaf_rule, leaf_rules
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment
from stratsel.model.scale import Scale
from stratsel.terms import Shape


@pytest.fixture(scope="module")
def rules():
    scales = {
        "level": {"kind": "rubric", "levels": {"0": "a", "1": "b", "2": "c", "3": "d"}},
        "amount": {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0},
        "choice": {
            "kind": "choice",
            "options": {name: {"value": 0, "title": "T"} for name in ("none", "plan", "contract")},
        },
    }
    return {key: FigureRule("leaf", TypeAdapter(Scale).validate_python(scale)) for key, scale in scales.items()}


def read(rules, key, name=None, **written):
    """What an entry says on the leaf whose key is given; `short` is an entry without keys."""
    entry = written["short"] if "short" in written else Assessment.model_validate(written)
    assessed, findings = rules[key].read(entry, "f", name)
    return assessed, [(each.code.value, each.where.path[2:], each.where.part) for each in findings]


@pytest.mark.parametrize(
    ("key", "written", "assessed"),
    [
        ("level", {"level": 3}, Assessed(3, 3)),
        ("level", {"level": 0}, Assessed(0, 0)),
        ("level", {"level": [1, 3]}, Assessed(1, 3)),
        ("level", {"level": [2, 2]}, Assessed(2, 2)),
        ("level", {"level": [1, 3], "likely": 2}, Assessed(1, 3, 2)),
        ("level", {"level": [1, 2], "likely": Decimal("1.5")}, Assessed(1, 2, Decimal("1.5"))),
        ("level", {"level": "unknown"}, None),
        ("level", {"short": 3}, Assessed(3, 3)),
        ("level", {"short": [0, 1]}, Assessed(0, 1)),
        ("level", {"short": "unknown"}, None),
        ("amount", {"amount": 0}, Assessed(0, 0)),
        ("amount", {"amount": Decimal("9.99")}, Assessed(Decimal("9.99"), Decimal("9.99"))),
        ("amount", {"amount": [1, 10], "likely": 2}, Assessed(1, 10, 2)),
        ("amount", {"amount": "unknown"}, None),
        ("amount", {"short": 4}, Assessed(4, 4)),
        ("choice", {"choice": "plan"}, Assessed("plan", "plan")),
        ("choice", {"choice": ["none", "contract"], "likely": "plan"}, Assessed("none", "contract", "plan")),
        ("choice", {"choice": "unknown"}, None),
        ("choice", {"short": "contract"}, Assessed("contract", "contract")),
    ],
)
def test_what_an_entry_establishes(rules, key, written, assessed):
    """A range may be written both of its ends the same; where options are ordered, so are ranges of them."""
    assert read(rules, key, **written) == (assessed, [])


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [
        ("level", {"why": "x"}, ("ST208", (), "key")),
        ("level", {"level": 3, "amount": 3}, ("ST209", (), "key")),
        ("level", {"amount": 3, "choice": "x"}, ("ST209", (), "key")),
        ("level", {"amount": 3}, ("ST207", ("amount",), "key")),
        ("choice", {"level": 3}, ("ST207", ("level",), "key")),
        ("level", {"level": 4}, ("ST408", ("level",), "value")),
        ("level", {"level": Decimal("1.5")}, ("ST408", ("level",), "value")),
        ("level", {"level": [-1, 2]}, ("ST408", ("level", 0), "value")),
        ("level", {"level": [3, 1]}, ("ST210", ("level",), "value")),
        ("level", {"level": [1, 2], "likely": 3}, ("ST211", ("likely",), "value")),
        ("level", {"level": 1, "likely": 2}, ("ST211", ("likely",), "value")),
        ("level", {"level": [1, 2], "likely": "two"}, ("ST203", ("likely",), "value")),
        ("level", {"short": "good"}, ("ST203", (), "value")),
        ("level", {"short": 9}, ("ST408", (), "value")),
        ("level", {"short": [0, 9]}, ("ST408", (1,), "value")),
        ("level", {"short": [2, 0]}, ("ST210", (), "value")),
        ("amount", {"amount": [3, 2]}, ("ST210", ("amount",), "value")),
        ("amount", {"short": "12 EUR"}, ("ST203", (), "value")),
        ("choice", {"choice": "plna"}, ("ST410", ("choice",), "value")),
        ("choice", {"choice": ["contract", "none"]}, ("ST210", ("choice",), "value")),
        ("choice", {"choice": ["none", "plan"], "likely": "contract"}, ("ST211", ("likely",), "value")),
        ("choice", {"choice": ["none", "plan"], "likely": "x"}, ("ST410", ("likely",), "value")),
        ("choice", {"short": 3}, ("ST410", (), "value")),
    ],
)
def test_what_is_refused(rules, key, written, expected):
    assert read(rules, key, **written) == (None, [expected])


def test_both_ends_of_a_range_may_be_wrong(rules):
    assert read(rules, "level", level=[7, 9]) == (
        None,
        [("ST408", ("level", 0), "value"), ("ST408", ("level", 1), "value")],
    )


@pytest.mark.parametrize(
    ("amount", "bounds"),
    [(11, ["10"]), (-1, ["0"]), ([-5, 20], ["0", "10"]), ([5, 20], ["10"]), (Decimal("10.1"), ["10"])],
)
def test_beyond_the_ends_of_a_scale_a_figure_counts_with_a_warning(rules, amount, bounds):
    assessed, findings = rules["amount"].read(Assessment(amount=amount), "f")
    low, high = amount if isinstance(amount, list) else (amount, amount)
    assert assessed == Assessed(low, high)
    assert [(each.code.value, each.facts["bound"]) for each in findings] == [("ST409", bound) for bound in bounds]


@pytest.mark.parametrize(("outside", "codes"), [("silent", []), ("refuse", ["ST419", "ST419"])])
def test_the_scale_says_what_becomes_of_figures_beyond_it(outside, codes):
    scale = {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0, "outside": outside}
    rule = leaf_rule("leaf", TypeAdapter(Scale).validate_python(scale))
    assessed, findings = rule.read(Assessment(amount=[-5, 20]), "f")
    assert [each.code.value for each in findings] == codes
    assert assessed == (Assessed(-5, 20) if outside == "silent" else None)
    assert [each.where.path[3:] for each in findings] == [(at,) for at in range(len(codes))]


def test_the_ends_of_points_are_the_first_and_the_last_amount():
    scale = {"kind": "quantity", "unit": "EUR", "points": {"40": 50, "-2": 0, "60": 100}}
    rule = leaf_rule("leaf", TypeAdapter(Scale).validate_python(scale))
    assert rule.read([-2, 60], "f") == (Assessed(-2, 60), ())
    _, findings = rule.read([-3, 61], "f")
    assert [(each.code.value, each.facts["bound"]) for each in findings] == [("ST409", "-2"), ("ST409", "60")]


# levels 0, 1 and 5 with steps of a half

HALVES = {"kind": "rubric", "levels": {"0": "a", "1": "b", "5": "c"}, "step": Decimal("0.5")}


@pytest.mark.parametrize("figure", [0, 5, 3, Decimal("0.5"), Decimal("4.50")])
def test_steps_between_levels(figure):
    rule = leaf_rule("leaf", TypeAdapter(Scale).validate_python(HALVES))
    assert rule.read(figure, "f") == (Assessed(figure, figure), ())
    assert rule.read([0, figure], "f")[0] == Assessed(0, figure)
    assert rule.read(Assessment(level=[0, figure], likely=figure), "f")[0] == Assessed(0, figure, figure)


@pytest.mark.parametrize(
    "figure", [Decimal("0.25"), Decimal("5.5"), -1, Decimal("-0.5"), Decimal("0.5" + "0" * 30 + "1")]
)
def test_what_lies_between_two_steps(figure):
    rule = leaf_rule("leaf", TypeAdapter(Scale).validate_python(HALVES))
    _, (finding,) = rule.read(figure, "f")
    assert finding.code.value == "ST408"
    assert finding.facts["levels"] == "0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5"


def test_what_the_reader_found_empty_is_not_counted(rules):
    """`{level: 3, amount: }` is one mistake, and the reader has named it."""
    assert read(rules, "level", level=3, amount=None) == (Assessed(3, 3), [])


def test_a_misspelt_leaf_is_read_under_its_own_name(rules):
    _, findings = rules["level"].read(9, "f", "laef")
    assert findings[0].where.path == ("assessments", "laef")


def test_facts(rules):
    _, (finding,) = rules["level"].read(Assessment(amount=3), "f")
    assert finding.facts == {"leaf": "leaf", "expected": "level", "found": "amount"}
    _, (finding,) = rules["level"].read(9, "f")
    assert finding.facts == {"level": "9", "leaf": "leaf", "levels": "0, 1, 2, 3"}
    _, (finding,) = rules["choice"].read("contrat", "f")
    assert (finding.facts["options"], finding.near) == ("none, plan, contract", "contract")
    _, (finding,) = rules["level"].read("3,5", "f")
    assert (finding.facts, finding.near) == ({"expected": Shape.FIGURE, "found": "3,5"}, "3.5")


def test_leaves_on_one_scale_are_told_apart():
    """And a figure that was fine on one of them is fine on the other, under its own name."""
    scale = TypeAdapter(Scale).validate_python({"kind": "rubric", "levels": {"0": "a", "1": "b"}})
    rules = leaf_rules({"one": scale, "two": scale})
    assert rules["one"].read(1, "f") == rules["two"].read(1, "f") == (Assessed(1, 1), ())
    found = {leaf: rule.read(7, "f")[1][0] for leaf, rule in rules.items()}
    assert {leaf: (each.facts["leaf"], each.where.path) for leaf, each in found.items()} == {
        "one": ("one", ("assessments", "one")),
        "two": ("two", ("assessments", "two")),
    }

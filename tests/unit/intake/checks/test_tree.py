import pytest

from stratsel.diagnostics.span import Where
from stratsel.intake.checks.tree import tree_findings, walk
from stratsel.model.criteria import Criteria

PRICE = ("criteria", 0, "criteria", 1)
EXPORT = ("criteria", 1)


@pytest.fixture
def found(criteria):
    def of(*changes):
        return [
            (each.code.value, each.where.path, each.where.part)
            for each in tree_findings("f", Criteria.model_validate(criteria(*changes)))
        ]

    return of


def test_the_tree_is_walked_parents_first(criteria):
    tree = Criteria.model_validate(criteria())
    assert [(path, criterion.id) for path, criterion in walk(tree.criteria)] == [
        (("criteria", 0), "use"),
        (("criteria", 0, "criteria", 0), "growth"),
        (PRICE, "price"),
        (EXPORT, "export"),
    ]


def test_a_tree_in_order(found):
    assert found() == []


@pytest.mark.parametrize("at", [("criteria", 1), ("criteria", 0, "criteria", 1)])
def test_an_id_stands_once_in_the_whole_tree(criteria, at):
    tree = Criteria.model_validate(criteria(((*at, "id"), "growth")))
    (finding,) = tree_findings("f", tree)
    assert (finding.code.value, finding.where.path) == ("ST301", (*at, "id"))
    assert finding.related == (Where("f", ("criteria", 0, "criteria", 0, "id")),)


# --- weights --------------------------------------------------------------------------------------


def test_all_siblings_carry_a_weight(found):
    assert found(((*PRICE, "weight"),)) == [("ST302", (*PRICE, "id"), "value")]


def test_under_equal_weights_none_does(found):
    equal = (("weighting", "method"), "equal")
    assert found(equal, ((*PRICE, "weight"),)) == [
        ("ST303", ("criteria", 0, "weight"), "key"),
        ("ST303", ("criteria", 1, "weight"), "key"),
        ("ST303", ("criteria", 0, "criteria", 0, "weight"), "key"),
    ]
    none = [((*path, "weight"),) for path in (("criteria", 0), EXPORT, ("criteria", 0, "criteria", 0), PRICE)]
    assert found(equal, *none) == []


def test_some_weight_is_more_than_nothing(found):
    assert found(((*PRICE, "weight"), 0)) == []
    assert found(((*PRICE, "weight"), 0), (("criteria", 0, "criteria", 0, "weight"), 0)) == [
        ("ST304", ("criteria", 0, "criteria"), "key")
    ]
    assert found((("criteria", 0, "weight"), 0), (("criteria", 1, "weight"), 0)) == [("ST304", ("criteria",), "key")]


# --- scales ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(("criteria", 0, "scale"), "effect")], ("ST305", ("criteria", 0, "scale"), "key")),
        ([((*EXPORT, "scale"),)], ("ST306", (*EXPORT, "id"), "value")),
        ([((*EXPORT, "scale"), "efect")], ("ST307", (*EXPORT, "scale"), "value")),
        ([((*PRICE, "scale", "best"), 10)], ("ST308", (*PRICE, "scale", "best"), "value")),
        ([(("scales", "effect", "levels"), {"0": "a"})], ("ST309", ("scales", "effect", "levels"), "key")),
        ([(("scales", "effect", "levels"), {})], ("ST309", ("scales", "effect", "levels"), "key")),
        (
            [((*EXPORT, "scale", "options"), {"a": {"value": 0, "title": "A"}})],
            ("ST309", (*EXPORT, "scale", "options"), "key"),
        ),
        (
            [((*EXPORT, "scale", "options", "none", "value"), 30)],
            ("ST310", (*EXPORT, "scale", "options", "plan", "value"), "value"),
        ),
        (
            [((*EXPORT, "scale", "options", "unknown"), {"value": 100, "title": "U"})],
            ("ST205", (*EXPORT, "scale", "options", "unknown"), "key"),
        ),
    ],
)
def test_what_cannot_measure(found, changes, expected):
    assert found(*changes) == [expected]


def test_options_of_one_value_only(found):
    same = [((*EXPORT, "scale", "options", name, "value"), 50) for name in ("none", "plan", "contract")]
    assert found(*same) == [("ST308", (*EXPORT, "scale", "options"), "key")]
    assert found(*same[:2]) == []  # two of three may be worth the same


def test_the_scale_that_was_meant(criteria):
    (finding,) = tree_findings("f", Criteria.model_validate(criteria(((*EXPORT, "scale"), "efect"))))
    assert (finding.near, finding.facts) == ("effect", {"scale": "efect"})

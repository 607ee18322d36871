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


def test_the_worst_or_the_best_child_counts_without_weights(found):
    """There none is missing and none may stand, whatever `weighting` says."""
    for word in ("minimum", "maximum"):
        of_use = (("criteria", 0, "combine"), word)
        assert found(of_use) == [
            ("ST303", ("criteria", 0, "criteria", 0, "weight"), "key"),
            ("ST303", ("criteria", 0, "criteria", 1, "weight"), "key"),
        ]
        assert found(of_use, (("criteria", 0, "criteria", 0, "weight"),), ((*PRICE, "weight"),)) == []
        assert found((("combine",), word)) == [
            ("ST303", ("criteria", 0, "weight"), "key"),
            ("ST303", ("criteria", 1, "weight"), "key"),
        ]
    zero = [((*path, "weight"), 0) for path in (("criteria", 0), EXPORT)]
    assert [code for code, _, _ in found((("combine",), "minimum"), *zero)] == ["ST303", "ST303"]


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ([(("weighting", "method"), "equal")], "method: equal"),
        ([(("combine",), "maximum")], "combine: maximum"),
        ([(("combine",), "minimum"), (("weighting", "method"), "equal")], "combine: minimum"),
    ],
)
def test_what_a_weight_stands_against(criteria, changes, cause):
    finding, *_ = tree_findings("f", Criteria.model_validate(criteria(*changes)))
    assert finding.facts == {"criterion": "use", "cause": cause}


def test_a_child_alone(criteria, found):
    assert found((("criteria", 0, "criteria"), [criteria.data["criteria"][0]["criteria"][0]])) == [
        ("ST321", ("criteria", 0, "criteria"), "key")
    ]
    (finding,) = tree_findings("f", Criteria.model_validate(criteria((("criteria",), [criteria.data["criteria"][1]]))))
    assert (finding.code.value, finding.where.path) == ("ST321", ("criteria",))
    assert finding.facts == {"criterion": "round", "child": "export"}


# --- evidence -------------------------------------------------------------------------------------

DEMAND = "evidence_required_from"


@pytest.mark.parametrize("written", ["any", "plan"])
def test_evidence_is_demanded_from_a_figure_on(found, written):
    assert found(((*EXPORT, DEMAND), written)) == []


def test_not_from_what_is_not_on_the_scale(found):
    assert found(((*EXPORT, DEMAND), "sold")) == [("ST327", (*EXPORT, DEMAND), "value")]
    assert found((("criteria", 0, "criteria", 0, DEMAND), 9)) == [
        ("ST327", ("criteria", 0, "criteria", 0, DEMAND), "value")
    ]


@pytest.mark.parametrize("written", ["any", 3])
def test_not_of_a_branch(criteria, found, written):
    assert found((("criteria", 0, DEMAND), written)) == [("ST322", ("criteria", 0, DEMAND), "key")]


def test_a_criterion_without_a_scale_is_told_so_only(found):
    assert found(((*EXPORT, DEMAND), 3), ((*EXPORT, "scale"),)) == [("ST306", (*EXPORT, "id"), "value")]
    assert found(((*EXPORT, DEMAND), 3), ((*EXPORT, "scale"), "efect")) == [("ST307", (*EXPORT, "scale"), "value")]
    both = (("criteria", 0, "scale"), "effect"), (("criteria", 0, DEMAND), 3)
    assert found(*both) == [("ST305", ("criteria", 0, "scale"), "key")]


# --- scales ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(("criteria", 0, "scale"), "effect")], ("ST305", ("criteria", 0, "scale"), "key")),
        ([((*EXPORT, "scale"),)], ("ST306", (*EXPORT, "id"), "value")),
        ([((*EXPORT, "scale"), "efect")], ("ST307", (*EXPORT, "scale"), "value")),
        ([((*PRICE, "scale", "best"), 10)], ("ST308", (*PRICE, "scale", "best"), "value")),
        ([(("scales", "effect", "levels"), {"0": "a"})], ("ST309", ("scales", "effect", "levels"), "key")),
    ],
)
def test_what_cannot_measure(found, changes, expected):
    assert found(*changes) == [expected]


def test_the_scale_that_was_meant(criteria):
    (finding,) = tree_findings("f", Criteria.model_validate(criteria(((*EXPORT, "scale"), "efect"))))
    assert (finding.near, finding.facts) == ("effect", {"scale": "efect"})

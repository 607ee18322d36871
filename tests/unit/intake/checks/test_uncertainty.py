"""The tree of the shared file: use (growth, price) and export."""

from itertools import product

import pytest

from stratsel.analysis.space import misplaced
from stratsel.assemble.problem import hierarchy_of
from stratsel.assemble.uncertainty import admissible_weights
from stratsel.diagnostics.span import Where
from stratsel.intake.checks.uncertainty import uncertainty_findings
from stratsel.model.criteria import Criteria

WEIGHTS = ("uncertainty", "weights")
GROWTH, PRICE, EXPORT = ("criteria", 0, "criteria", 0), ("criteria", 0, "criteria", 1), ("criteria", 1)


@pytest.fixture
def findings(criteria):
    def of(*changes, space="local", **said):
        asked = {"weights": {"kind": "within", **said}, "space": space}
        return list(uncertainty_findings("f", Criteria.model_validate(criteria((("uncertainty",), asked), *changes))))

    return of


def places(found):
    return [(each.code.value, each.where.path, each.where.part) for each in found]


@pytest.mark.parametrize("kind", ["around", "order", "anywhere", "fixed"])
def test_other_kinds_say_nothing_of_single_criteria(criteria, kind):
    weights = {"kind": kind, **({"percent": 10} if kind == "around" else {})}
    data = criteria((("uncertainty",), {"weights": weights}))
    assert list(uncertainty_findings("f", Criteria.model_validate(data))) == []


def test_bounds_and_statements_in_order(findings):
    said = ["use >= export", "growth <= 2 price", "growth = 40"]
    assert findings(shares={"use": [20, 80], "price": [50, 50]}, statements=said) == []


@pytest.mark.parametrize("said", [{}, {"shares": {}}, {"statements": []}])
def test_something_is_said(findings, said):
    (finding,) = findings(**said)
    assert (finding.code.value, finding.where.path) == ("ST201", WEIGHTS)
    assert finding.facts["key"] == "shares"


def test_bounds_rise(findings):
    (finding,) = findings(shares={"use": [80, 20]})
    assert (finding.code.value, finding.where) == ("ST210", Where("f", (*WEIGHTS, "shares", "use")))
    assert finding.facts == {"low": "80", "high": "20"}


def test_criteria_are_there(findings):
    share, statement = findings(shares={"uses": [20, 80]}, statements=["use >= exprt"])
    assert places([share]) == [("ST313", (*WEIGHTS, "shares", "uses"), "key")]
    assert places([statement]) == [("ST313", (*WEIGHTS, "statements", 0), "value")]
    assert (share.near, statement.near) == ("use", "export")


def test_every_criterion_that_is_not_there_is_named(findings):
    assert [each.facts["node"] for each in findings(statements=["a + use >= b"])] == ["a", "b"]


# --- what weights are shares of -------------------------------------------------------------------


def test_only_siblings_share_one_whole(findings):
    (finding,) = findings(statements=["use >= export", "growth >= export"])
    assert places([finding]) == [("ST341", (*WEIGHTS, "statements", 1), "value")]
    assert finding.facts == {"criterion": "growth", "other": "export"}
    assert finding.related == (Where("f", (*GROWTH, "id")), Where("f", (*EXPORT, "id")))


def test_in_a_global_space_all_share_one_whole(findings):
    assert findings(statements=["growth >= export", "growth + price = use"], space="global") == []


@pytest.mark.parametrize("space", ["local", "global"])
def test_what_weighs_nothing_cannot_vary(findings, space):
    (finding,) = findings(((*PRICE, "weight"), 0), shares={"price": [0, 40]}, space=space)
    assert places([finding]) == [("ST342", (*WEIGHTS, "shares", "price"), "key")]
    assert finding.facts == {"criterion": "price", "cause": "weight: 0"}
    assert finding.related == (Where("f", (*PRICE, "weight"), "key"),)


@pytest.mark.parametrize("space", ["local", "global"])
def test_nor_can_what_stands_below_it(findings, space):
    (finding,) = findings((("criteria", 0, "weight"), 0), statements=["growth >= price"], space=space)[:1]
    assert finding.facts == {"criterion": "growth", "cause": "weight: 0"}
    assert finding.related == (Where("f", ("criteria", 0, "weight"), "key"),)


@pytest.mark.parametrize("space", ["local", "global"])
@pytest.mark.parametrize("combine", ["minimum", "maximum"])
def test_children_of_the_worst_and_of_the_best_take_no_weights(findings, space, combine):
    changes = [((*path, "weight"),) for path in (GROWTH, PRICE)]
    (finding,) = findings((("criteria", 0, "combine"), combine), *changes, shares={"price": [0, 40]}, space=space)
    assert finding.facts == {"criterion": "price", "cause": f"combine: {combine}"}
    assert finding.related == (Where("f", ("criteria", 0, "combine"), "key"),)


def test_nor_do_those_at_the_top(findings):
    changes = [(("criteria", 0, "weight"),), ((*EXPORT, "weight"),), (("combine",), "minimum")]
    (finding,) = findings(*changes, statements=["use >= 30"], space="global")
    assert finding.related == (Where("f", ("combine",), "key"),)


def test_a_global_space_ends_below_the_worst(findings):
    """Each child of a minimum is a whole of its own: what is below use is no share of what is below the rest."""
    below = [{"id": name, "title": "T", "weight": 1, "scale": "effect"} for name in ("a", "b")]
    changes = [(("criteria", 0, "weight"),), ((*EXPORT, "weight"),), ((*EXPORT, "scale"),), (("combine",), "minimum")]
    changes.append(((*EXPORT, "criteria"), below))
    (finding,) = findings(*changes, statements=["a >= b", "growth >= price", "growth >= a"], space="global")
    assert places([finding]) == [("ST341", (*WEIGHTS, "statements", 2), "value")]


def test_where_all_siblings_weigh_nothing_that_is_the_finding(findings):
    assert findings(((*GROWTH, "weight"), 0), ((*PRICE, "weight"), 0), shares={"price": [0, 40]}) == []


def test_an_id_that_stands_twice_is_not_asked_where(findings):
    assert findings(((*EXPORT, "id"), "growth"), statements=["use >= growth"]) == []


NODES = ("use", "growth", "price", "export")
TREES = {
    "as it is": [],
    "a weight of zero": [((*PRICE, "weight"), 0)],
    "a branch of weight zero": [(("criteria", 0, "weight"), 0)],
    "the worst of a branch": [(("criteria", 0, "combine"), "minimum")],
    "the best of all": [(("combine",), "maximum")],
    "means that are not sums": [(("combine",), "geometric"), (("criteria", 0, "combine"), "harmonic")],
}


@pytest.mark.parametrize("space", ["local", "global"])
@pytest.mark.parametrize("changes", TREES.values(), ids=TREES)
def test_what_is_found_is_what_the_analysis_cannot_place(criteria, changes, space):
    """Every pair of criteria, beside what the analysis says by the groups of shares that it draws."""
    pairs = [f"{one} >= 2 {other} + 5" for one, other in product(NODES, NODES) if one != other]
    asked = {"weights": {"kind": "within", "statements": pairs}, "space": space}
    given = Criteria.model_validate(criteria((("uncertainty",), asked), *changes))
    found = {each.where.path[-1] for each in uncertainty_findings("f", given)}
    assert found == set(misplaced(hierarchy_of(given), admissible_weights(given)))

from decimal import Decimal
from fractions import Fraction

import pytest

from stratsel.assemble.problem import assemble, classes_of, hierarchy_of
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, UNKNOWN_CLASS, End, Line, Quota
from stratsel.engine.weight import leaf_weights
from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round
from stratsel.terms import Combine, Members, Missing

RUBRIC = {"kind": "rubric", "levels": {"1": "little", "2": "some", "5": "much"}}
PRICE = {"kind": "quantity", "unit": "VND", "worst": 50, "best": 25}
SPEED = {"kind": "quantity", "unit": "km/h", "worst": Decimal("0.1"), "best": Decimal("0.7")}
DELIVERY = {
    "kind": "choice",
    "options": {
        "fetched": {"value": 0, "title": "Fetched"},
        "hired": {"value": Decimal("33.3"), "title": "Hired"},
        "own": {"value": 100, "title": "Own"},
    },
}


def criteria_of(tree: list[dict], **changes: object) -> Criteria:
    return Criteria.model_validate(
        {
            "stratsel": "criteria/1",
            "id": "round",
            "title": "A round",
            "standing": "draft",
            "decision": {"question": "Which?", "owner": "us", "reference_date": "2025-12-12"},
            "weighting": {"method": "direct", "by": "us", "why": "Agreed."},
            "scales": {"named": RUBRIC},
            "criteria": tree,
            "shortlist": {"tiers": [{"id": "first", "places": 3, "title": "First"}]},
        }
        | changes
    )


def leaf(name: str, weight: object, scale: object) -> dict:
    return {"id": name, "title": name, "scale": scale} | ({} if weight is None else {"weight": weight})


def round_of(criteria: Criteria, columns: dict[str, list[Assessed | None]], **fields: list) -> Round:
    candidates = [f"c{row}" for row in range(max(map(len, columns.values())))]
    return Round(
        criteria=criteria,
        criteria_file="criteria/round.yaml",
        table=AssessmentTable(candidates, columns, fields),
        titles={},
        files={},
        sources={},
        digest="",
        read_dossier=lambda candidate: pytest.fail(f"{candidate} is read for its figures"),
    )


def same(figure: object) -> Assessed:
    return Assessed(figure, figure)


TREE = [
    {"id": "food", "title": "Food", "weight": 60, "criteria": [leaf("fresh", 2, "named"), leaf("price", 1, PRICE)]},
    leaf("delivery", Decimal("0.4"), DELIVERY),
]


def test_the_tree_in_the_order_of_the_file():
    problem = assemble(round_of(criteria_of(TREE), {"fresh": [], "price": [], "delivery": []}))
    assert problem.hierarchy.nodes == ("food", "fresh", "price", "delivery")
    assert problem.hierarchy.parents == (TOP, 0, 0, TOP)
    assert problem.hierarchy.weights == (60, 2, 1, Fraction(2, 5))
    assert problem.alternatives == ()
    assert problem.worst_performances.shape == (0, 3)


def test_siblings_without_weights_weigh_the_same():
    weighting = {"method": "equal", "by": "us", "why": "Agreed."}
    criteria = criteria_of([leaf(name, None, RUBRIC) for name in "abc"], weighting=weighting)
    problem = assemble(round_of(criteria, {name: [same(1)] for name in "abc"}))
    assert leaf_weights(problem.hierarchy) == (Fraction(1, 3),) * 3


def test_performances_known_open_and_unknown():
    problem = assemble(
        round_of(
            criteria_of(TREE),
            {
                "fresh": [same(2), Assessed(1, 5), None],
                "price": [same(Decimal("30.5")), Assessed(30, 40), None],
                "delivery": [same("hired"), Assessed("hired", "own"), None],
            },
        )
    )
    # the price falls: the worst end of a range is the higher amount
    assert problem.worst_performances.tolist() == [[2, 30.5, 1], [1, 40, 1], [1, 50, 0]]
    assert problem.best_performances.tolist() == [[2, 30.5, 1], [5, 30, 2], [5, 25, 2]]
    assert problem.is_unknown.tolist() == [[False] * 3, [False] * 3, [True] * 3]
    assert problem.exact_performance(0, 1, End.WORST) == Fraction("30.5")
    assert problem.exact_performance(1, 1, End.BEST) == 30
    assert problem.exact_performance(1, 1, End.WORST) == 40
    assert problem.exact_performance(1, 1, End.LIKELY) == 35
    assert problem.likely_performances is None, "the order is by the worst"
    assert problem.alternatives == ("c0", "c1", "c2")


def test_lines_and_ties():
    tiers = [{"id": "a", "places": 3, "title": "A"}, {"id": "b", "places": 6, "title": "B"}]
    criteria = criteria_of(TREE, shortlist={"tiers": tiers, "ties": ["delivery", "food"]})
    problem = assemble(round_of(criteria, {"fresh": [None], "price": [None], "delivery": [None]}))
    assert problem.lines == (Line("a", 3), Line("b", 6))
    assert problem.ties == (3, 0)


def test_a_whole_round_by_hand():
    criteria = criteria_of(TREE)
    columns = {"fresh": [same(5), None], "price": [same(30), same(25)], "delivery": [same("hired"), same("own")]}
    found = evaluate(assemble(round_of(criteria, columns)))
    # global weights: 60/60.4 x 2/3, 60/60.4 x 1/3, 0.4/60.4
    first = Fraction(60) / Fraction("60.4") * (Fraction(2, 3) + Fraction(4, 5) / 3) + Fraction("0.4") / Fraction(
        "60.4"
    ) * Fraction("0.333")
    second = Fraction(60) / Fraction("60.4") / 3 + Fraction("0.4") / Fraction("60.4")
    assert found.shown == pytest.approx([float(first), float(second)], abs=1e-15)
    assert found.possible == pytest.approx([float(first), 1], abs=1e-15)


def test_figures_written_differently_are_the_same_number():
    columns = {
        "fresh": [same(2), same(Decimal("2.0"))],
        "price": [same(30), same(Decimal("3e1"))],
        "delivery": [None] * 2,
    }
    assert evaluate(assemble(round_of(criteria_of(TREE), columns))).order.ranks.tolist() == [1, 1]


# --- what the file says of the order ----------------------------------------------------------------

UNKNOWNS = {"fresh": [None], "price": [None], "delivery": [None]}


def test_how_nodes_are_combined():
    """Siblings under a minimum or maximum take no weights; those elsewhere keep theirs."""
    food = TREE[0] | {"combine": "geometric"}
    cost = {"id": "cost", "title": "Cost", "weight": 4, "combine": "minimum"}
    cost["criteria"] = [leaf("rent", None, RUBRIC), leaf("wages", None, RUBRIC)]
    hierarchy = hierarchy_of(criteria_of([food, cost], combine="harmonic"))
    assert hierarchy.nodes == ("food", "fresh", "price", "cost", "rent", "wages")
    assert hierarchy.top is Combine.HARMONIC
    assert hierarchy.combines == {0: Combine.GEOMETRIC, 3: Combine.MINIMUM}
    assert hierarchy.weights == (60, 2, 1, 4, 1, 1)


def test_the_arithmetic_mean_unless_said():
    hierarchy = hierarchy_of(criteria_of(TREE))
    assert (hierarchy.top, hierarchy.combines) == (Combine.ARITHMETIC, {})


def test_a_weight_of_zero_stays_zero():
    assert hierarchy_of(criteria_of([leaf("a", 0, RUBRIC), leaf("b", 2, RUBRIC)])).weights == (0, 2)


def test_resolution_and_minimum_are_shares_of_one():
    shortlist = {"tiers": [{"id": "a", "places": 3, "title": "A"}], "resolution": Decimal("0.1"), "minimum": 40}
    problem = assemble(round_of(criteria_of(TREE, shortlist=shortlist), UNKNOWNS))
    assert (problem.resolution, problem.minimum) == (Fraction(1, 1000), Fraction(2, 5))


def test_neither_resolution_nor_minimum():
    problem = assemble(round_of(criteria_of(TREE), UNKNOWNS))
    assert (problem.resolution, problem.minimum, problem.least_assessed, problem.screens) == (None, 0, 0, ())


def test_an_order_by_what_is_available():
    missing = {"kind": "available", "at_least": Decimal("0.6")}
    columns = {"fresh": [Assessed(1, 5)], "price": [Assessed(30, 40, 32)], "delivery": [None]}
    problem = assemble(round_of(criteria_of(TREE, missing=missing), columns))
    assert (problem.missing, problem.least_assessed) == (Missing.AVAILABLE, Fraction(3, 5))
    # the middle of 1 and 5, what is likely, and the middle of a scale that does not count
    assert problem.likely_performances.tolist() == [[3, 32, 1]]
    assert problem.is_unknown.tolist() == [[False, False, True]]


def test_nothing_open_is_one_array():
    problem = assemble(
        round_of(criteria_of(TREE), {"fresh": [same(2)], "price": [same(30)], "delivery": [same("own")]})
    )
    assert problem.is_settled
    assert problem.worst_performances is problem.best_performances


FIELDS = {"group": {"type": "text", "question": "Which group?"}}
THREE = {"fresh": [None] * 5, "price": [None] * 5, "delivery": [None] * 5}


def lines_of(tiers: list[dict], quotas: list[dict] = [], **fields: list) -> tuple[Line, ...]:  # noqa: B006
    written = [{"title": tier["id"], **tier} for tier in tiers]
    criteria = criteria_of(TREE, shortlist={"tiers": written, "quotas": quotas}, fields=FIELDS)
    return assemble(round_of(criteria, THREE, **fields)).lines


def test_places_counted_by_a_field():
    """Two of one group, one of another, one of whom nothing is known, one that leaves the field out."""
    tiers = [{"id": "a", "places": 2, "count": "group", "members": "in-order"}, {"id": "b", "places": 4}]
    counted, plain = lines_of(tiers, group=["x", "y", "x", "unknown", None])
    assert counted == Line("a", 2, Members.IN_ORDER, (0, 1, 0, UNKNOWN_CLASS, UNKNOWN_CLASS))
    assert plain == Line("b", 4)


def test_quotas_for_every_tier_and_for_one():
    """`z` is nobody's group: it has a class of its own."""
    quotas = [
        {"field": "group", "value": "x", "at_most": 1},
        {"field": "group", "value": "z", "at_least": 1, "tier": "b"},
    ]
    first, second = lines_of(
        [{"id": "a", "places": 2}, {"id": "b", "places": 4}], quotas, group=["x", "y", "x", "y", None]
    )
    assert first == Line("a", 2, None, (0, 1, 0, 1, UNKNOWN_CLASS), (Quota(0, 0, 1),))
    assert second.classes == (0, 1, 0, 1, UNKNOWN_CLASS)
    assert second.quotas == (Quota(0, 0, 1), Quota(2, 1, None))


def test_equal_facts_are_one_class():
    assert classes_of([2, Decimal("2.0"), "2", Decimal("2.5"), "unknown", None]) == [0, 0, 0, 1, -1, -1]
    assert classes_of([{"en": "a", "vi": "b"}, {"vi": "b", "en": "a"}, "a"]) == [0, 0, 1]


def test_screens_come_with_the_problem():
    screen = {"id": "named", "title": "Named", "require": {"present": ["group"]}, "on_fail": "exclude"}
    criteria = criteria_of(TREE, screens=[screen | {"on_unknown": "flag"}], fields=FIELDS)
    [found] = assemble(round_of(criteria, THREE, group=["x", "", "unknown", None, "y"])).screens
    assert (found.screen, found.outcomes.tolist()) == ("named", [1, -1, 0, 0, 1])

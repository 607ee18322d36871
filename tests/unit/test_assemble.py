from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.assemble import assemble, value_function
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line
from stratsel.engine.weight import leaf_weights
from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round
from stratsel.model.scale import Choice, Quantity, Rubric

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


def round_of(criteria: Criteria, columns: dict[str, list[Assessed | None]]) -> Round:
    candidates = [f"c{row}" for row in range(max(map(len, columns.values())))]
    return Round(
        criteria=criteria,
        criteria_file="criteria/round.yaml",
        table=AssessmentTable(candidates, columns),
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
    assert problem.exact_performance(0, 1, False) == Fraction("30.5")
    assert problem.exact_performance(1, 1, True) == 30
    assert problem.exact_performance(1, 1, False) == 40
    assert problem.alternatives == ("c0", "c1", "c2")


def test_lines_and_ties():
    tiers = [{"id": "a", "places": 3, "title": "A"}, {"id": "b", "places": 6, "title": "B"}]
    criteria = criteria_of(TREE, shortlist={"tiers": tiers, "ties": ["delivery", "food"]})
    problem = assemble(round_of(criteria, {"fresh": [None], "price": [None], "delivery": [None]}))
    assert problem.lines == (Line("a", 3), Line("b", 6))
    assert problem.ties == (3, 0)


@pytest.mark.parametrize(
    ("scale", "values"),
    [
        # level 2 lies a quarter of the way from 1 to 5
        (Rubric.model_validate(RUBRIC), {1: "0", 2: "1/4", 5: "1"}),
        (Quantity.model_validate(PRICE), {25: "1", 30: "4/5", 50: "0", 60: "0", 20: "1"}),
        (Quantity.model_validate(SPEED), {Decimal("0.4"): "1/2", Decimal("0.3"): "1/3"}),
        (Choice.model_validate(DELIVERY), {"fetched": "0", "hired": "333/1000", "own": "1"}),
    ],
)
def test_every_scale_is_a_value_function(scale, values):
    function = value_function(scale)
    for figure, value in values.items():
        performance = Fraction(scale.performance(figure))
        assert function.exact_partial_value(performance) == Fraction(value)
        assert function.partial_values(np.array([float(performance)])) == pytest.approx([float(Fraction(value))])


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

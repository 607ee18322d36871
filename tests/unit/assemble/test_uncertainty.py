from fractions import Fraction

import pytest

from stratsel.analysis.space import Statement
from stratsel.assemble.uncertainty import admissible_weights, spread_of_judgements
from stratsel.model.criteria import Criteria
from stratsel.terms import Admissible, WeightSpace

LEVELS = {"kind": "rubric", "levels": {"0": "none", "1": "some", "2": "much"}}
AMOUNT = {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0}
TREE = [
    {"id": "use", "title": "U", "weight": 1, "criteria": [
        {"id": "growth", "title": "G", "weight": 1, "scale": "effect"},
        {"id": "price", "title": "P", "weight": 1, "scale": AMOUNT},
    ]},
    {"id": "export", "title": "E", "weight": 1, "scale": LEVELS},
]  # fmt: skip


@pytest.fixture
def asked():
    def of(**uncertainty):
        return Criteria.model_validate({
            "stratsel": "criteria/1", "id": "round", "title": "T", "standing": "draft",
            "decision": {"question": "Q", "owner": "O", "reference_date": "2025-12-12"},
            "weighting": {"method": "direct", "by": "B", "why": "W"},
            "scales": {"effect": LEVELS}, "criteria": TREE,
            "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "F"}]},
            "uncertainty": uncertainty,
        })  # fmt: skip

    return of


def test_what_holds_where_nothing_is_said(asked):
    """Each weight up to 30 % of itself higher or lower, each group of siblings by itself: the contract's default."""
    found = admissible_weights(asked())
    assert (found.kind, found.percent, found.space) == (Admissible.AROUND, Fraction(3, 10), WeightSpace.LOCAL)
    assert found.statements == ()
    spread = spread_of_judgements(asked())
    assert (spread.is_fixed, spread.beyond) == (False, ())


@pytest.mark.parametrize("kind", ["order", "anywhere", "fixed"])
def test_other_weights(asked, kind):
    found = admissible_weights(asked(weights={"kind": kind}, space="global"))
    assert (found.kind, found.percent, found.space) == (Admissible(kind), 0, WeightSpace.GLOBAL)


def test_bounds_and_statements_are_about_nodes_and_shares_of_one(asked):
    """The nodes are use 0, growth 1, price 2, export 3; 20 to 35 % is at least 0.2, and minus it at least -0.35.

    Each is divided by its largest factor.
    """
    weights = {"kind": "within", "shares": {"export": [20, 35]}, "statements": ["growth >= 2 price", "4 use = 280"]}
    found = admissible_weights(asked(weights=weights))
    assert found.kind is Admissible.WITHIN
    assert found.statements == (
        Statement({3: Fraction(1)}, Fraction(1, 5)),
        Statement({3: Fraction(-1)}, Fraction(-7, 20)),
        Statement({1: Fraction(1, 2), 2: Fraction(-1)}, Fraction(0)),
        Statement({0: Fraction(1)}, Fraction(7, 10), is_equal=True),
    )


def test_levels_beyond_are_those_of_rubrics(asked):
    """Growth and export are rubrics, the price is an amount; a scale that is named once counts as well."""
    assert spread_of_judgements(asked(assessments={"levels": 2})).beyond == (2.0, 0.0, 2.0)


def test_judgements_may_be_fixed(asked):
    spread = spread_of_judgements(asked(assessments="fixed"))
    assert (spread.is_fixed, spread.beyond) == (True, ())

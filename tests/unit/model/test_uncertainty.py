from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError

from stratsel.model.uncertainty import MAX_STATEMENTS, Around, InOrder, Levels, Uncertainty, Within
from stratsel.terms import Admissible, WeightSpace


def test_what_stands_where_nothing_is_said():
    """The defaults of the format: 30 % around, siblings apart, ranges as given, 20,000 draws from seed 1."""
    given = Uncertainty.model_validate({})
    assert given.weights == Around(kind="around", percent=30)
    assert (given.space, given.assessments, given.samples, given.seed) == ("local", "ranges", 20_000, 1)
    assert (given.admissible, given.weight_space) == (Admissible.AROUND, WeightSpace.LOCAL)


def test_weights_by_their_kind():
    written = {"kind": "within", "shares": {"mastery": [20, Decimal("35.5")]}, "statements": ["mastery >= readiness"]}
    within = Uncertainty.model_validate({"weights": written, "space": "global"})
    assert isinstance(within.weights, Within)
    assert within.weights.shares == {"mastery": (20, Decimal("35.5"))}
    assert within.weights.statements[0].text == "mastery >= readiness"
    assert (within.admissible, within.weight_space) == (Admissible.WITHIN, WeightSpace.GLOBAL)
    assert isinstance(Uncertainty.model_validate({"weights": {"kind": "order"}}).weights, InOrder)


@pytest.mark.parametrize("kind", list(Admissible))
def test_each_kind_is_a_word_of_the_vocabulary(kind):
    keys = {"percent": 10} if kind is Admissible.AROUND else {}
    assert Uncertainty.model_validate({"weights": {"kind": kind.value, **keys}}).admissible is kind


def test_judgements_some_levels_beyond():
    given = Uncertainty.model_validate({"assessments": {"levels": 1}})
    assert given.assessments == Levels(levels=1)


@pytest.mark.parametrize(
    "keys",
    [
        {"weights": {"kind": "about"}},
        {"weights": {"percent": 30}},
        {"weights": {"kind": "around"}},
        {"weights": {"kind": "around", "percent": 0}},
        {"weights": {"kind": "around", "percent": 101}},
        {"weights": {"kind": "order", "percent": 30}},
        {"weights": {"kind": "within", "shares": {"mastery": [20]}}},
        {"weights": {"kind": "within", "shares": {"mastery": [20, 101]}}},
        {"weights": {"kind": "within", "statements": ["mastery"]}},
        {"weights": {"kind": "within", "statements": [3]}},
        {"space": "whole"},
        {"assessments": "levels"},
        {"assessments": {"levels": 0}},
        {"samples": 99},
        {"samples": 1_000_001},
        {"seed": -1},
        {"draws": 5},
    ],
)
def test_what_may_not_be_said(keys):
    with pytest.raises(ValidationError):
        Uncertainty.model_validate(keys)


def test_what_is_said_of_weights_one_by_one():
    """30 to 40.5 % is at least 30 %, and no more than 40.5 %: minus the share is at least minus that."""
    written = {"kind": "within", "shares": {"use": [30, Decimal("40.5")]}, "statements": ["use >= 2 cost"]}
    weights = Uncertainty.model_validate({"weights": written}).weights
    assert isinstance(weights, Within)
    assert [(place, each.text, each.factors, each.least, each.is_equal) for place, each in weights.spelt_out()] == [
        (("shares", "use"), "use: [30, 40.5]", {"use": 1}, 30, False),
        (("shares", "use"), "use: [30, 40.5]", {"use": -1}, Fraction(-81, 2), False),
        (("statements", 0), "use >= 2 cost", {"use": 1, "cost": -2}, 0, False),
    ]


@pytest.mark.parametrize("keys", [{"statements": ["a >= b"]}, {"shares": {"a": [1, 2]}}], ids=["statements", "shares"])
def test_there_is_an_end_to_what_can_be_said(keys):
    """Fifty may stand, and no more."""
    key, value = next(iter(keys.items()))

    def given(count):
        many = value * count if isinstance(value, list) else {f"a{at}": [1, 2] for at in range(count)}
        return Uncertainty.model_validate({"weights": {"kind": "within", key: many}})

    assert len(getattr(given(MAX_STATEMENTS).weights, key)) == 50
    with pytest.raises(ValidationError, match="50"):
        given(MAX_STATEMENTS + 1)

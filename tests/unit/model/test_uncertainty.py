import pytest
from pydantic import ValidationError

from stratsel.model.uncertainty import Around, InOrder, Levels, Uncertainty
from stratsel.terms import Admissible, WeightSpace


def test_what_stands_where_nothing_is_said():
    """The defaults of the format: 30 % around, siblings apart, ranges as given, 20,000 draws from seed 1."""
    given = Uncertainty.model_validate({})
    assert given.weights == Around(kind="around", percent=30)
    assert (given.space, given.assessments, given.samples, given.seed) == ("local", "ranges", 20_000, 1)
    assert (given.admissible, given.weight_space) == (Admissible.AROUND, WeightSpace.LOCAL)


def test_weights_by_their_kind():
    given = Uncertainty.model_validate({"weights": {"kind": "order"}, "space": "global"})
    assert isinstance(given.weights, InOrder)
    assert (given.admissible, given.weight_space) == (Admissible.ORDER, WeightSpace.GLOBAL)


@pytest.mark.parametrize("kind", [kind for kind in Admissible if kind is not Admissible.WITHIN])
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

from decimal import Decimal

import pytest

from stratsel.model.assessments import Assessed
from stratsel.model.scale import Choice, Quantity, Rubric
from stratsel.results.leaf import LeafStanding, WrittenFigure, written, written_ends
from stratsel.terms import ValueKey

RUBRIC = Rubric.model_validate({"kind": "rubric", "levels": {"0": "nothing", "2.5": {"en": "some", "vi": "một ít"}}})
QUANTITY = Quantity.model_validate({"kind": "quantity", "unit": "kg", "worst": 0, "best": Decimal("12.5")})
CHOICE = Choice.model_validate(
    {"kind": "choice", "options": {"no": {"value": 0, "title": "No"}, "yes": {"value": 100, "title": "Yes"}}}
)


@pytest.mark.parametrize(
    ("scale", "figure", "key", "meaning"),
    [
        (RUBRIC, 0, ValueKey.LEVEL, "nothing"),
        (RUBRIC, Decimal("2.50"), ValueKey.LEVEL, {"en": "some", "vi": "một ít"}),
        (QUANTITY, Decimal("3.1"), ValueKey.AMOUNT, "kg"),
        (CHOICE, "yes", ValueKey.CHOICE, "Yes"),
    ],
)
def test_a_figure_with_its_meaning(scale, figure, key, meaning):
    assert written(scale, figure) == WrittenFigure(key, figure, meaning)


def test_both_ends():
    low, high = written_ends(QUANTITY, Assessed(2, 5))
    assert (low.figure, high.figure) == (2, 5)
    assert written_ends(QUANTITY, None) == (None, None)


def test_open_and_unknown():
    known = written(QUANTITY, 2)
    assert not LeafStanding("a", 10, 2, 2, known, known).is_open
    assert LeafStanding("a", 10, 2, 3, known, written(QUANTITY, 3)).is_open
    unknown = LeafStanding("a", 10, 0, 10, None, None)
    assert unknown.is_open
    assert unknown.is_unknown
    assert not LeafStanding("a", 10, 2, 2, known, known).is_unknown
    assert not LeafStanding("a", 0, 0, 0, None, None).is_open, "a leaf without weight brings nothing"

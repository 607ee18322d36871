from fractions import Fraction

import pytest

from stratsel.assemble.uncertainty import admissible_weights
from stratsel.model.uncertainty import Uncertainty
from stratsel.terms import Admissible, WeightSpace


def test_what_holds_where_nothing_is_said():
    """Each weight up to 30 % of itself higher or lower, each group of siblings by itself: the contract's default."""
    found = admissible_weights(Uncertainty())
    assert (found.kind, found.percent, found.space) == (Admissible.AROUND, Fraction(3, 10), WeightSpace.LOCAL)
    assert found.statements == ()


@pytest.mark.parametrize("kind", ["order", "anywhere", "fixed"])
def test_other_weights(kind):
    found = admissible_weights(Uncertainty.model_validate({"weights": {"kind": kind}, "space": "global"}))
    assert (found.kind, found.percent, found.space) == (Admissible(kind), 0, WeightSpace.GLOBAL)

import pytest

from stratsel.results.robustness.preference import preference
from stratsel.terms import Admissible


@pytest.fixture
def four(make_setting):
    """By weights 60 and 40: a0 60, a2 48, a1 40, a3 20 points.

    a2 has 48 whatever the weights, while a0 or a1 has 50 or more: it is never best, yet nobody is above it for all
    weights. a3 has 20, and a2 is above it for all.
    """
    return make_setting([(5, 0), (0, 5), ("12/5", "12/5"), (1, 1)])


def test_what_holds_for_all_weights(four):
    rows = {row.candidate: row for row in preference(four).rows}
    assert list(rows) == ["a0", "a2", "a1", "a3"]
    assert {name: (row.can_be_best, row.is_undominated) for name, row in rows.items()} == {
        "a0": (True, True),
        "a2": (False, True),
        "a1": (True, True),
        "a3": (False, False),
    }
    assert rows["a2"].always_above == ("a3",)
    assert rows["a2"].ever_above == ("a0", "a1", "a3")
    assert (rows["a0"].always_above, rows["a0"].ever_above) == ((), ("a2", "a1", "a3"))
    assert rows["a3"].ever_above == ("a0", "a1")


def test_what_holds_whatever_is_open(make_setting):
    """a0 has 3 to 5 on n0, a1 1 to 4, a2 1: a0 is above a2 for sure, and above a1 as the order counts them."""
    setting = make_setting([((3, 5),), ((1, 4),), (1,), (0,)], (1,), Admissible.FIXED)
    rows = {row.candidate: row for row in preference(setting).rows}
    assert rows["a0"].always_above == ("a1", "a2", "a3")
    assert rows["a0"].surely_above == ("a2", "a3")
    # a1 and a2 are level as they count; whatever a1 turns out to have, it is as good as a2, and may be better.
    assert (rows["a1"].always_above, rows["a1"].surely_above) == (("a3",), ("a2", "a3"))


def test_values_that_are_no_sums(make_setting):
    from stratsel.engine.problem import TOP
    from stratsel.terms import Combine

    assert preference(make_setting([(5, 1), (1, 5)], combines={TOP: Combine.GEOMETRIC})) is None

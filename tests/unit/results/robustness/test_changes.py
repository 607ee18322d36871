import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP
from stratsel.engine.selection import select
from stratsel.model.scale import Quantity
from stratsel.results.robustness.changes import level_changes, nearest_weights, needed_assessments
from stratsel.terms import Combine

AMOUNTS = Quantity.model_validate({"kind": "quantity", "unit": "t", "worst": 0, "best": 5})


def test_the_nearest_weights(opposites):
    """60 and 40 are level at 50 and 50: 10 points given, 10 taken."""
    rows = nearest_weights(opposites).rows
    assert [(row.tier, row.candidate, row.enters) for row in rows] == [("tier-1", "a0", False), ("tier-1", "a1", True)]
    for row in rows:
        assert row.is_exact
        assert row.points_moved == pytest.approx(20)
        assert row.weight_shifts == pytest.approx({"n0": -10, "n1": 10})


def test_the_single_assessments(opposites, rubric):
    """a1 has 40 and comes to 60 with a third of n0, 5/3 of 5; a0 falls to 40 at two thirds of it, 10/3 of 5."""
    named = needed_assessments(opposites, [rubric(), rubric()]).rows
    assert [(row.candidate, row.enters, row.leaf, row.figure.figure) for row in named] == [
        ("a0", False, "n0", 3),
        ("a1", True, "n0", 2),
    ]
    assert [row.performance for row in named] == pytest.approx([10 / 3, 5 / 3])
    amounts = needed_assessments(opposites, [AMOUNTS, AMOUNTS]).rows
    assert [str(row.figure.figure) for row in amounts] == ["3.33", "1.67"]


def test_they_are_enough(make_setting, rubric):
    """Put into the problem, each figure changes who is first."""
    rows = [(4, 1, 2), (3, 3, 1), (1, 2, 5), (0, 4, 3)]
    setting = make_setting(rows, (5, 3, 2))
    found = needed_assessments(setting, [rubric()] * 3).rows
    assert {row.enters for row in found} == {True, False}
    for row in found:
        changed = [list(cells) for cells in rows]
        changed[int(row.candidate[1])][int(row.leaf[1])] = int(row.figure.figure)
        problem = make_setting(changed, (5, 3, 2)).problem
        landing = select(problem, evaluate(problem)).landings[int(row.candidate[1])]
        assert (landing.tier == "tier-1") is row.enters, row


def test_the_value_of_a_level(make_setting, rubric):
    """a0 has 60 times what level 4 is worth, 80 of 100, and a1 40 points: level where it is worth two thirds."""
    (found,) = level_changes(make_setting([(4, 0), (0, 5)]), [rubric(), rubric()]).rows
    assert (found.tier, found.inside, found.outside, found.leaves, found.level) == ("tier-1", "a0", "a1", ("n0",), 4)
    assert (found.value, found.value_needed) == pytest.approx((80, 200 / 3))


def test_a_rubric_that_leaves_share_moves_on_all(make_setting, rubric):
    """a0 (4, 4) has 80, a1 (5, 1) 60 and 8: level where level 4 is worth 68, on both leaves; level 1 would be at 50."""
    shared = rubric()
    rows = level_changes(make_setting([(4, 4), (5, 1)]), [shared, shared]).rows
    four = next(row for row in rows if row.level == 4)
    assert (four.leaves, four.value_needed) == (("n0", "n1"), pytest.approx(68))


def test_amounts_have_no_levels(make_setting):
    assert level_changes(make_setting([(4, 0), (0, 5)]), [AMOUNTS, AMOUNTS]).rows == ()


def test_where_values_are_no_sums(make_setting, rubric):
    setting = make_setting([(4, 1), (1, 4)], combines={TOP: Combine.GEOMETRIC})
    assert nearest_weights(setting).rows == ()
    assert level_changes(setting, [rubric(), rubric()]).rows == ()


def test_nobody_changes_sides_without_tiers(make_setting, rubric):
    setting = make_setting([(4, 1), (1, 4)], places=())
    assert nearest_weights(setting).rows == ()
    assert needed_assessments(setting, [rubric(), rubric()]).rows == ()

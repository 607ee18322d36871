from stratsel.engine.problem import TOP
from stratsel.results.robustness.ordinal import ordinal
from stratsel.terms import Combine


def test_what_hangs_on_the_values_of_levels(make_setting, rubric):
    """n0 weighs 60, n1 40; the lowest level is worth 0 and the highest 100 in any case.

    a0 (5, 0) has 60; a1 (4, 0) less than that; a2 (0, 4) at most 40. So a0 is above both for any values; a1 above a2
    only by the values given: level 4 of n0 could be worth next to nothing, and level 4 of n1 nearly all.
    """
    setting = make_setting([(5, 0), (4, 0), (0, 4)])
    found = ordinal(setting, [rubric(), rubric()])
    assert [(row.candidate, row.always_above, row.by_values_alone) for row in found.rows] == [
        ("a0", ("a1", "a2"), ()),
        ("a1", (), ("a2",)),
        ("a2", (), ()),
    ]
    assert (found.pairs, found.always) == (3, 2)


def test_a_rubric_that_leaves_share_has_one_assignment(make_setting, rubric):
    """Level 4 is worth the same on both: 60 % of it is more than 40 % of it."""
    shared = rubric()
    found = ordinal(make_setting([(4, 0), (0, 4)]), [shared, shared])
    assert (found.pairs, found.always) == (1, 1)


def test_values_that_are_no_sums(make_setting, rubric):
    setting = make_setting([(5, 1), (1, 5)], combines={TOP: Combine.GEOMETRIC})
    assert ordinal(setting, [rubric(), rubric()]) is None

from fractions import Fraction

import pytest

from stratsel.analysis.space import (
    AdmissibleWeights,
    Statement,
    conflict,
    groups,
    misplaced,
    polytope,
    statements_about,
)
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.terms import Admissible, Combine, WeightSpace

LOCAL, GLOBAL = WeightSpace
HALF = Fraction(1, 2)


def tree(parents: list[int], weights: list[int], combines: dict[int, Combine] | None = None) -> Hierarchy:
    return Hierarchy(
        tuple(f"n{node}" for node in range(len(parents))), tuple(parents), tuple(map(Fraction, weights)), combines or {}
    )


# 0 weighs 3 of 4 and holds 1 and 2, one to two; 3 weighs 1 of 4
NESTED = tree([TOP, 0, 0, TOP], [3, 1, 2, 1])


def within(*statements: Statement, space: WeightSpace = LOCAL) -> AdmissibleWeights:
    return AdmissibleWeights(Admissible.WITHIN, statements=statements, space=space)


def at_least(least: Fraction | int, **factors: int) -> Statement:
    return Statement({int(name[1:]): Fraction(factor) for name, factor in factors.items()}, Fraction(least))


def test_siblings_are_drawn_together():
    whole, nested = groups(NESTED, LOCAL)
    assert (whole.root, whole.members, whole.shares) == (TOP, (0, 3), (Fraction(3, 4), Fraction(1, 4)))
    assert (nested.root, nested.members, nested.shares) == (0, (1, 2), (Fraction(1, 3), Fraction(2, 3)))
    assert nested.masses == {1: (0,), 2: (1,)}


def test_all_leaves_are_drawn_together_where_the_space_is_global():
    (whole,) = groups(NESTED, GLOBAL)
    assert (whole.root, whole.members) == (TOP, (1, 2, 3))
    assert whole.shares == (Fraction(1, 4), HALF, Fraction(1, 4))
    assert whole.masses == {0: (0, 1), 1: (0,), 2: (1,), 3: (2,)}


def test_what_weighs_nothing_is_in_no_group():
    assert [group.members for group in groups(tree([TOP, TOP, TOP], [1, 0, 2]), LOCAL)] == [(0, 2)]
    nothing_below = tree([TOP, TOP, 1, 1], [1, 0, 1, 1])
    assert [group.members for group in groups(nothing_below, LOCAL)] == [(0,)]


@pytest.mark.parametrize("space", WeightSpace)
def test_under_a_minimum_each_child_is_a_whole_of_its_own(space):
    # 0 is the smallest of 1, which holds 2 and 3, and of 4
    hierarchy = tree([TOP, 0, 1, 1, 0, TOP], [1, 1, 1, 1, 1, 1], {0: Combine.MINIMUM})
    found = [(group.root, group.members) for group in groups(hierarchy, space)]
    assert found == [(TOP, (0, 5)), (1, (2, 3))]


def test_statements_that_are_about_no_shares_of_one_whole():
    across = at_least(0, n0=1, n1=-1)
    assert misplaced(NESTED, within(at_least(0, n0=1, n3=-1), across)) == (1,)
    assert misplaced(NESTED, within(across, space=GLOBAL)) == ()
    assert misplaced(tree([TOP, TOP, TOP], [1, 0, 2]), within(at_least(0, n1=1))) == (0,)
    lowest = tree([TOP, 0, 0, TOP], [1, 1, 1, 1], {0: Combine.MINIMUM})
    assert misplaced(lowest, within(at_least(0, n1=1, n2=-1))) == (0,)


def test_a_smallest_set_of_statements_that_leave_nothing():
    # n0 >= 0.6, n3 <= 0.9, n3 >= 0.5: the first and the last need 1.1
    three = within(at_least(Fraction(6, 10), n0=1), at_least(Fraction(-9, 10), n3=-1), at_least(HALF, n3=1))
    assert conflict(NESTED, three) == (0, 2)
    assert conflict(NESTED, within(*three.statements[:2])) == ()
    assert conflict(NESTED, within()) == ()


def test_a_circle_of_statements_that_contradict_each_other():
    flat = tree([TOP] * 4, [1] * 4)
    # a > b > c > a by a tenth each; what is said of d is beside the point
    circle = [
        at_least(Fraction(1, 10), n0=1, n1=-1),
        at_least(0, n3=1),
        at_least(Fraction(1, 10), n1=1, n2=-1),
        at_least(Fraction(1, 10), n2=1, n0=-1),
    ]
    assert conflict(flat, within(*circle)) == (0, 2, 3)


def test_a_statement_about_a_node_is_about_all_that_stands_below_it():
    admissible = within(at_least(HALF, n0=1), space=GLOBAL)
    (group,) = groups(NESTED, GLOBAL)
    assert statements_about(group, admissible) == [0]
    region = polytope(group, admissible, [0])
    assert region.least.tolist() == [[1, 1, 0]] and region.at_least.tolist() == [0.5]


def test_an_equality():
    (group, _) = groups(NESTED, LOCAL)
    admissible = within(Statement({0: Fraction(1), 3: Fraction(-1)}, Fraction(0), is_equal=True))
    region = polytope(group, admissible, [0])
    assert region.equal.tolist() == [[1, 1], [1, -1]] and region.equal_to.tolist() == [1, 0]
    assert [each.tolist() for each in region.ranges()] == [[0.5, 0.5], [0.5, 0.5]]

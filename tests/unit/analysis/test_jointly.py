from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from stratsel.analysis.jointly import Jointly, jointly
from stratsel.engine.certainty import bounds, certainties
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Line, Quota, Screen
from stratsel.terms import Certainty, Combine, Consequence

IN, OPEN, OUT = Certainty.IN, Certainty.OPEN, Certainty.OUT


def found_in(problem, most=1000):
    evaluation = evaluate(problem)
    return jointly(problem, evaluation, bounds(problem, evaluation), most)


def in_first(problem):
    """The certainty of the place in the only tier, by row."""
    return [each[problem.lines[0].tier] for each in certainties(problem, evaluate(problem))]


def test_by_hand(make_problem):
    """Two leaves of equal weight, 0 to 5, one place. The first shows 3 + 3, the second may have anything.

    It is above 6 for sure with both at 5, and below 6 for sure with one at 0: then it has 5 at most. By that the
    first is out or in, but by no assessment of its own.
    """
    problem = make_problem([[3, 3], [None, None]], [1, 1], places=[1])
    tier = problem.lines[0].tier
    assert found_in(problem) == (Jointly(1, tier, OUT, (0,)), Jointly(1, tier, IN, (0, 1)))


def test_the_larger_move_first(make_problem):
    """Weights 1 and 3: the second leaf moves more, and does it alone either way: 15 of 20 against 8, 5 at most."""
    found = found_in(make_problem([[2, 2], [None, None]], [1, 3], places=[1]))
    assert [(each.certainty, each.leaves) for each in found] == [(OUT, (1,)), (IN, (1,))]


def test_level_is_not_sure(make_problem):
    """At its best it would only be level with the 5 of the other."""
    assert [each.certainty for each in found_in(make_problem([[5], [None]], [1], places=[1]))] == [OUT]


def test_tiers_with_quotas_are_left_out(make_problem):
    line = Line("tier", 1, classes=(0, 1), quotas=(Quota(0, at_most=1),))
    assert found_in(replace(make_problem([[3], [None]], [1]), lines=(line,))) == ()


def test_an_undecided_screen_is_taken_to_be_met(make_problem):
    undecided = np.zeros(2, dtype=np.int8)
    screen = Screen("s", undecided, Consequence.EXCLUDE, Consequence.ADMIT, np.zeros(2, dtype=bool))
    found = found_in(make_problem([[3], [None]], [1], places=[1], screens=(screen,)))
    assert [(each.row, each.certainty) for each in found] == [(1, OUT), (1, IN)]


def fewest(make, rows, row, certainty):
    """Try every set of the row's open leaves, small ones first."""
    open_leaves = [leaf for leaf, (low, high) in enumerate(rows[row]) if low != high]
    for size in range(len(open_leaves) + 1):
        for leaves in combinations(open_leaves, size):
            changed = [list(each) for each in rows]
            for leaf in leaves:
                changed[row][leaf] = (rows[row][leaf][certainty is IN],) * 2
            problem = make(changed)
            if in_first(problem)[row] is certainty:
                return size
    return None


@pytest.mark.parametrize("combine", [Combine.ARITHMETIC, Combine.MINIMUM])
@pytest.mark.parametrize("seed", range(15))
def test_as_few_as_any_set(make_problem, seed, combine):
    """Against trying all sets; under a minimum the largest moves first is a search, and may only need more."""
    rng = np.random.default_rng(seed)
    rows = [[tuple(sorted(map(int, rng.integers(0, 6, 2)))) for _ in range(3)] for _ in range(4)]

    def make(cells):
        return make_problem(cells, [1, 2, 3], places=[2], combines={-1: combine})

    problem = make(rows)
    open_rows = [row for row, each in enumerate(in_first(problem)) if each is OPEN]
    expected = {(row, end): fewest(make, rows, row, end) for row in open_rows for end in (IN, OUT)}
    found = {(each.row, each.certainty): len(each.leaves) for each in found_in(problem)}
    assert found.keys() == {key for key, size in expected.items() if size is not None}
    for key, size in found.items():
        assert size == expected[key] if combine is Combine.ARITHMETIC else size >= expected[key]

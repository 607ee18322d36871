from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.settling import Ends, Settling, by_count, by_trial, moves_of, settling
from stratsel.engine.certainty import bounds, standings_within
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Line, Problem, Quota, Screen
from stratsel.terms import Combine, Consequence, Members


def table_of(problem: Problem) -> np.ndarray:
    return standings_within(problem.lines, bounds(problem, evaluate(problem)))


def found_in(problem: Problem, most: int = 1000) -> dict[tuple[int, int], tuple[int, int]]:
    found = settling(problem, evaluate(problem), most=most)
    return {(each.row, each.leaf): (each.if_worst, each.if_best) for each in found}


# --- by hand --------------------------------------------------------------------------------------


def test_the_one_unknown_that_decides_a_place(make_problem):
    # 3 against 0 to 5 for one place: at 0 the known one is in and the other out, at 5 the reverse
    problem = make_problem([[3], [None]], [1], places=[1])
    assert settling(problem, evaluate(problem)) == (Settling(row=1, leaf=0, if_worst=2, if_best=2),)


def test_what_decides_most_comes_first(make_problem):
    # weights 3 and 1 of 4, in twentieths: 9 + 3 = 12 is shown by the first; the second may have from 0 to 20
    problem = make_problem([[3, 3], [None, None]], [3, 1], places=[1])
    # the first leaf at worst leaves 5 at most: settled; at best it leaves 15 at least: settled.
    # the second leaf leaves 0 to 15, or 5 to 20: nothing
    assert settling(problem, evaluate(problem)) == (Settling(1, 0, 2, 2),)


def test_equal_ones_stand_in_the_order_of_the_tree(make_problem):
    # each of three unknowns, alone, puts its own candidate below 4 or leaves everything open
    problem = make_problem([[4, 4], [None, 3], [3, None]], [1, 1], places=[1])
    # 8 against 3 to 8 twice, in tenths: at worst the candidate is out; at best it is level with the first
    found = settling(problem, evaluate(problem))
    assert [(each.row, each.leaf) for each in found] == [(2, 1), (1, 0)][::-1]
    assert {(each.if_worst, each.if_best) for each in found} == {(1, 0)}


def test_the_larger_move_comes_first_among_equals(make_problem):
    problem = make_problem([[4, 4], [(0, 5), 3], [3, (1, 5)]], [1, 1], places=[1])
    assert [each.row for each in settling(problem, evaluate(problem))] == [1, 2]
    wider = make_problem([[4, 4], [(1, 5), 3], [3, (0, 5)]], [1, 1], places=[1])
    assert [each.row for each in settling(wider, evaluate(wider))] == [2, 1]


def test_no_more_than_asked_for(make_problem):
    problem = make_problem([[3], *[[None]] * 4], [1], places=[1])
    assert len(settling(problem, evaluate(problem), most=2)) == 2


def test_nothing_open_and_nobody(make_problem):
    for problem in (make_problem([[3], [2]], [1], places=[1]), make_problem([], [1], places=[1])):
        assert settling(problem, evaluate(problem)) == ()
    without_tiers = make_problem([[None]], [1])
    assert settling(without_tiers, evaluate(without_tiers)) == ()


def test_bounds_that_are_known_need_not_be_found_again(make_problem):
    problem = make_problem([[3], [None]], [1], places=[1])
    evaluation = evaluate(problem)
    assert settling(problem, evaluation, bounds(problem, evaluation)) == settling(problem, evaluation)


# --- against settling each for itself -------------------------------------------------------------


def one_by_one(make, rows, table: np.ndarray) -> dict[tuple[int, int], tuple[int, int]]:
    """Settle each range at both its ends, value everything again and count what is sure that was open."""
    found = {}
    for row, cells in enumerate(rows):
        for leaf, (worst, best) in enumerate(cells):
            ends = []
            for end in (worst, best) if worst != best else ():
                settled = [list(each) for each in rows]
                settled[row][leaf] = (end, end)
                ends.append(int(((table == 0) & (table_of(make(settled)) != 0)).sum()))
            if any(ends):
                found[row, leaf] = tuple(ends)
    return found


def random_rows(rng: np.random.Generator, size: int, leaves: int) -> list[list[tuple[int, int]]]:
    rows = [[(int(level),) * 2 for level in row] for row in rng.integers(0, 4, (size, leaves))]
    for _ in range(6):
        cell = tuple(sorted(int(level) for level in rng.integers(0, 4, 2)))
        rows[int(rng.integers(size))][int(rng.integers(leaves))] = cell
    return rows


def random_makers(rng: np.random.Generator, make_problem, ramp, size: int, **others):
    """Return how to make a problem of rows: with a screen, a minimum or a resolution now and then."""
    outcomes = rng.choice([-1, 0, 1], size, p=[0.1, 0.1, 0.8]).astype(np.int8)
    nobody = np.zeros(size, dtype=bool)
    weights = [int(weight) for weight in rng.integers(1, 3, 3)]
    more = {
        "screens": (Screen("s", outcomes, Consequence.EXCLUDE, Consequence.FLAG, nobody),),
        "minimum": Fraction(int(rng.choice([0, 0, 3, 4])), 9),
        "resolution": (None, None, Fraction(1, 4))[int(rng.integers(3))],
    } | others
    lines = more.pop("lines")
    return lambda rows: replace(make_problem(rows, weights, functions=[ramp(0, 3)] * 3, **more), lines=lines)


def plain_lines(rng: np.random.Generator, size: int) -> tuple[Line, ...]:
    places = sorted({int(count) for count in rng.integers(1, size + 1, 2)})
    return tuple(Line(f"tier-{count}", count) for count in places)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("problems", [20, pytest.param(120, marks=pytest.mark.slow)])
def test_plain_tiers(make_problem, ramp, problems, exact):
    rng = np.random.default_rng(47)
    decisive = 0
    for _ in range(problems):
        size = int(rng.integers(2, 6))
        rows = random_rows(rng, size, 3)
        make = random_makers(rng, make_problem, ramp, size, lines=plain_lines(rng, size), exact=exact)
        expected = one_by_one(make, rows, table_of(make(rows)))
        assert found_in(make(rows)) == expected, rows
        decisive += len(expected)
    assert decisive > problems


@pytest.mark.slow
def test_trees_that_are_no_sums(make_problem, ramp):
    """Geometric, harmonic, smallest, largest: what one leaf moves depends on the others."""
    rng = np.random.default_rng(53)
    ways = [how for how in Combine if how is not Combine.ARITHMETIC]
    for at in range(80):
        size = int(rng.integers(2, 5))
        rows = random_rows(rng, size, 3)
        combines = {-1: ways[at % 4]}
        make = random_makers(rng, make_problem, ramp, size, lines=plain_lines(rng, size), combines=combines)
        assert found_in(make(rows)) == one_by_one(make, rows, table_of(make(rows))), rows


@pytest.mark.parametrize("rule", ["quotas", "all", "in-order"])
@pytest.mark.parametrize("problems", [10, pytest.param(60, marks=pytest.mark.slow)])
def test_other_rules(make_problem, ramp, problems, rule):
    rng = np.random.default_rng(59)
    for _ in range(problems):
        size = int(rng.integers(2, 6))
        rows = random_rows(rng, size, 3)
        classes = tuple(int(of) for of in rng.integers(0, 3, size))
        quotas = (Quota(0, at_least=1), Quota(1, at_most=1)) if rule == "quotas" else ()
        members = None if rule == "quotas" else Members(rule)
        lines = (Line("tier", int(rng.integers(1, 4)), members, classes, quotas),)
        make = random_makers(rng, make_problem, ramp, size, lines=lines)
        assert found_in(make(rows)) == one_by_one(make, rows, table_of(make(rows))), (rows, lines)


@pytest.mark.slow
def test_a_tie_node_never_makes_more_of_it(make_problem, ramp):
    rng = np.random.default_rng(61)
    for _ in range(80):
        size = int(rng.integers(2, 6))
        rows = random_rows(rng, size, 3)
        make = random_makers(rng, make_problem, ramp, size, lines=plain_lines(rng, size), ties=(0, 2))
        expected = one_by_one(make, rows, table_of(make(rows)))
        for at, (if_worst, if_best) in found_in(make(rows)).items():
            worst, best = expected[at]
            assert (if_worst, if_best) <= (worst, best) and if_best <= best, rows


def test_what_decides_most_is_among_the_first(make_problem, ramp):
    """The few that are asked for are those that all would begin with."""
    rng = np.random.default_rng(67)
    for _ in range(60):
        size = int(rng.integers(3, 6))
        make = random_makers(rng, make_problem, ramp, size, lines=plain_lines(rng, size))
        problem = make(random_rows(rng, size, 3))
        every = settling(problem, evaluate(problem), most=1000)
        assert settling(problem, evaluate(problem), most=2) == every[:2]
        assert [-each.if_worst - each.if_best for each in every] == sorted(
            -each.if_worst - each.if_best for each in every
        )


def test_counting_agrees_with_trying(make_problem, ramp):
    """Two ways to the same figures where both apply: plain tiers of a larger round."""
    rng = np.random.default_rng(71)
    rows = random_rows(rng, 40, 6)
    for row in range(40):
        rows[row][int(rng.integers(6))] = (int(rng.integers(0, 2)), int(rng.integers(2, 4)))
    problem = make_problem(rows, [5, 4, 3, 3, 2, 1], functions=[ramp(0, 3)] * 6, places=[3, 6])
    evaluation = evaluate(problem)
    found = bounds(problem, evaluation)
    open_places = standings_within(problem.lines, found) == 0
    moves = moves_of(problem, evaluation, np.flatnonzero(open_places.any(axis=1)))
    ends = Ends(evaluation.shown, evaluation.possible)
    counted = by_count(problem.lines, open_places, found, ends, moves)
    tried = by_trial(problem.lines, open_places, found, ends, moves)
    assert sum(each.sum() for each in counted) > 0
    assert [each.tolist() for each in counted] == [each.tolist() for each in tried]

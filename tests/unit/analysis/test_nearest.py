"""Nearest weights by hand, against every set of rivals that may change sides, and against the engine."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from stratsel.analysis import nearest
from stratsel.analysis.nearest import NearestWeights, is_plain_sum, nearest_across, nearest_over
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.terms import Combine, Missing

FINE = 1e-6


def over(problem: Problem, row: int, rival: int) -> NearestWeights | None:
    return nearest_over(problem, evaluate(problem), row, rival)


def across(problem: Problem, row: int, tier: int = 0) -> NearestWeights | None:
    evaluation = evaluate(problem)
    return nearest_across(problem, evaluation, select(problem, evaluation), row, tier)


# --- a pair ---------------------------------------------------------------------------------------


def test_two_criteria(make_problem):
    # 60 points against 40: level at a half each, so that 10 points go from the first to the second
    problem = make_problem([[5, 0], [0, 5]], [3, 2])
    found = over(problem, 1, 0)
    assert found.now == pytest.approx([60, 40]) and found.then == pytest.approx([50, 50])
    assert found.points == pytest.approx(20) and found.is_exact
    assert over(problem, 0, 1).points == 0


def test_weight_comes_from_where_the_row_is_furthest_behind(make_problem):
    # ahead by 3, behind by 1 and 4 of 5, with weights of 2, 5 and 3 tenths: behind by (5 + 12 - 6) / 50 = 11/50. A
    # tenth from the third to the first gains 7/50: all of 11/70 comes from there.
    problem = make_problem([[3, 0, 0], [0, 1, 4]], [2, 5, 3])
    found = over(problem, 0, 1)
    assert found.then == pytest.approx([20 + 1100 / 70, 50, 30 - 1100 / 70])
    assert found.points == pytest.approx(2200 / 70)


def test_what_is_not_enough_there_comes_from_the_next(make_problem):
    # As before with weights of 1, 8 and 1 tenths: behind by (8 + 4 - 3) / 50 = 9/50. All of the third gains 7/50; what
    # is left, 2/50, comes from the second, which gains 4/5 for each: a twentieth.
    found = over(make_problem([[3, 0, 0], [0, 1, 4]], [1, 8, 1]), 0, 1)
    assert found.then == pytest.approx([25, 75, 0])
    assert found.points == pytest.approx(30)


def test_who_is_dominated_never_catches_up(make_problem):
    problem = make_problem([[5, 5], [4, 3], [5, 3]], [1, 1])
    assert over(problem, 1, 0) is None
    # as good on the first: with all weight there they are level
    assert over(problem, 2, 0).then == pytest.approx([100, 0])


def test_a_leaf_of_no_weight_stays_out(make_problem):
    assert over(make_problem([[1, 5], [2, 0]], [1, 0]), 0, 1) is None


def test_below_a_node_the_weights_are_of_the_whole(make_problem):
    # leaves of 30, 20 and 50 points; level when the first two weigh alike
    problem = make_problem([[0, 5, 1], [5, 0, 1]], [1, 3, 2, 1], parents=[TOP, 0, 0, TOP])
    assert over(problem, 0, 1).then == pytest.approx([25, 25, 50])


def test_only_where_values_are_sums_compared_as_they_are(make_problem):
    rows = [[5, 0], [0, 5]]
    plain = make_problem(rows, [3, 2], places=[1])
    gap = make_problem([[5, None], [0, 5]], [3, 2], missing=Missing.AVAILABLE, places=[1])
    others = [
        make_problem(rows, [3, 2], combines={TOP: Combine.GEOMETRIC}, places=[1]),
        make_problem(rows, [3, 2], resolution=Fraction(1, 100), places=[1]),
        replace(plain, lines=(Line("first", 1, None, (0, 1), (Quota(0, 0, 1),)),)),
        gap,
    ]
    assert is_plain_sum(plain, evaluate(plain))
    for problem in others:
        assert not is_plain_sum(problem, evaluate(problem))
        assert over(problem, 1, 0) is None and across(problem, 0) is None


numbers = st.integers(0, 10)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(numbers, numbers, st.integers(1, 9)), min_size=1, max_size=6))
def test_a_pair_against_the_linear_program(leaves):
    mine, other, weights = (np.array(column, dtype=float) for column in zip(*leaves, strict=True))
    gains, now = mine / 10 - other / 10, weights / weights.sum()
    best = by_program(now, gains[None])
    found = nearest._cheapest(now, gains)
    if best is None:
        assert found is None
    else:
        assert np.abs(found - now).sum() == pytest.approx(best, abs=1e-7)
        assert found.sum() == pytest.approx(1) and found.min() >= 0 and gains @ found >= -1e-9


def by_program(now: np.ndarray, rows: np.ndarray) -> float | None:
    """The least distance with `rows` @ shares >= 0: what each leaf gains and what it loses are the unknowns."""
    size = len(now)
    found = linprog(
        np.ones(2 * size),
        A_ub=np.vstack([np.hstack([-rows, rows]), np.hstack([-np.eye(size), np.eye(size)])]),
        b_ub=np.concatenate([rows @ now, now]),
        A_eq=[[1.0] * size + [-1.0] * size],
        b_eq=[0.0],
    )
    return float(found.fun) if found.status == 0 else None


# --- a line ---------------------------------------------------------------------------------------


def test_one_rival_is_a_pair(make_problem):
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[1])
    for row in (0, 1):
        assert across(problem, row).then == pytest.approx([50, 50])


def test_out_of_two_places_two_must_pass(make_problem):
    # 3.5, 3, 2.5 and 2.5 of 5 for two places. With w on the first the first is 3 + w, the second 3, the others 5w.
    # The third passes the second at w = 0.6, and is in; the first is out as both pass it at 0.75.
    problem = make_problem([[4, 3], [3, 3], [5, 0], ["4.9", 0]], [1, 1], places=[2])
    assert across(problem, 2).then == pytest.approx([60, 40])
    # 4.9 w = 3 + w
    assert across(problem, 0).then == pytest.approx([300 / 3.9, 100 - 300 / 3.9])
    # the second: 5w > 3 for the third, beside the first
    assert across(problem, 1).then == pytest.approx([60, 40])


def test_who_is_tied_stands_at_the_line_already(make_problem):
    problem = make_problem([[5, 0], [0, 5], [0, 0]], [1, 1], places=[1])
    assert across(problem, 0).points == 0 and across(problem, 2) is None


def test_the_minimum_is_a_line_too(make_problem):
    # 60 and 40 points, 50 are needed: each reaches it, or falls to it, at a half
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[2], minimum=Fraction(1, 2))
    assert across(problem, 0).then == pytest.approx([50, 50])
    assert across(problem, 1).then == pytest.approx([50, 50])
    # the rival would have to pass, and the line is nearer: 4.4 and 1 of 5 come down to 3 from 3.7 at w = 10/17
    nearer = make_problem([["4.4", 1], [0, 5]], [8, 2], places=[1], minimum=Fraction(3, 5))
    assert across(nearer, 0).then == pytest.approx([1000 / 17, 700 / 17])


def test_a_place_that_nobody_can_take_or_reach(make_problem):
    problem = make_problem([[5, 5], [4, 4], [1, 2]], [1, 1], places=[1, 3])
    assert across(problem, 0) is None and across(problem, 2) is None
    assert across(problem, 1, 1) is None
    assert across(make_problem([[3]], [1], places=[1]), 0) is None
    short = make_problem([[1, 3]], [1, 1], places=[1], minimum=Fraction(1, 2))
    assert across(short, 0).then == pytest.approx([25, 75])


def by_sets(problem: Problem, row: int, tier: int, is_inside: bool) -> float | None:
    """The least distance over all sets of rivals that could stand on the other side: one linear program for each."""
    evaluation = evaluate(problem)
    values, now = evaluation.basis.partial_values, evaluation.weights
    others = [other for other in range(len(values)) if other != row]
    places, least = problem.lines[tier].places, float(problem.minimum)
    if is_inside:
        kept = [np.array([values[other] - values[row] for other in some]) for some in combinations(others, places)]
        kept.append((least - values[row])[None])
    else:
        count = max(0, len(others) - places + 1)
        sets = combinations(others, count)
        kept = [np.array([*(values[row] - values[other] for other in some), values[row] - least]) for some in sets]
    found = [distance for rows in kept if (distance := by_program(now, rows)) is not None]
    return 100 * min(found) if found else None


@pytest.mark.parametrize("seed", range(5))
def test_a_line_against_all_sets_of_rivals(make_problem, seed):
    rng = np.random.default_rng(seed)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (6, 4))]
    weights = [int(weight) for weight in rng.integers(1, 6, 4)]
    problem = make_problem(cells, weights, places=[1, 3], minimum=Fraction(int(rng.integers(1, 3)), 5))
    landings = select(problem, evaluate(problem)).landings
    for row in range(6):
        for tier, names in enumerate([("tier-1",), ("tier-1", "tier-3")]):
            found, best = across(problem, row, tier), by_sets(problem, row, tier, landings[row].tier in names)
            if best is None:
                assert found is None
            else:
                assert found.is_exact and found.points == pytest.approx(best, abs=1e-5)
                assert_stands_at_the_line(problem, row, tier, found, landings[row].tier in names)


def assert_stands_at_the_line(problem, row, tier, found, is_inside):
    """With the weights found so many stand above the row, or level, that any further it would be across."""
    values = evaluate(problem).basis.partial_values @ (found.then / 100)
    places, others = problem.lines[tier].places, np.delete(values, row)
    assert found.then.sum() == pytest.approx(100) and found.then.min() >= 0
    if is_inside:
        falls_short = values[row] <= float(problem.minimum) + FINE
        assert falls_short or (others >= values[row] - FINE).sum() >= places
    else:
        assert (others > values[row] + FINE).sum() < places and values[row] >= float(problem.minimum) - FINE


@pytest.mark.parametrize("seed", range(2))
def test_nothing_nearer_changes_the_tier_by_the_engine(make_problem, seed):
    rng = np.random.default_rng(seed)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (8, 4))]
    problem = make_problem(cells, [4, 3, 2, 1], places=[3])
    evaluation = evaluate(problem)
    landings, now = select(problem, evaluation).landings, evaluation.weights
    for row in range(8):
        found = across(problem, row)
        for _ in range(15) if found is not None and not landings[row].ties else ():
            way = rng.dirichlet(np.ones(4)) - now
            reach = min(1.0, 0.999 * found.points / (100 * np.abs(way).sum()))
            weights = [Fraction(share) for share in (now + reach * way).tolist()]
            moved = replace(problem, hierarchy=replace(problem.hierarchy, weights=tuple(weights)))
            assert select(moved, evaluate(moved)).landings[row].tier == landings[row].tier


def test_among_many_rivals_it_is_one_way_and_not_the_nearest(make_problem, ramp, monkeypatch):
    rng = np.random.default_rng(3)
    cells = [[int(level) for level in row] for row in rng.integers(0, 11, (12, 5))]
    problem = make_problem(cells, [1] * 5, functions=[ramp(0, 10)] * 5, places=[4])
    exact = [across(problem, row) for row in range(12)]
    monkeypatch.setattr(nearest, "MOST_RIVALS", 0)
    rough = [across(problem, row) for row in range(12)]
    landings = select(problem, evaluate(problem)).landings
    searched = [at for at, each in enumerate(rough) if each is not None and not each.is_exact]
    assert searched
    for row in searched:
        assert rough[row].points >= exact[row].points - 1e-6 and exact[row].is_exact
        assert_stands_at_the_line(problem, row, 0, rough[row], landings[row].tier is not None)


@pytest.mark.parametrize("least", [-1, -4])
@pytest.mark.parametrize("seed", range(3))
def test_very_many_rows_are_taken_in_a_few_at_a_time(monkeypatch, seed, least):
    rng = np.random.default_rng(seed)
    rows, now = rng.integers(least, 9, (400, 6)) / 10, rng.dirichlet(np.ones(6))
    monkeypatch.setattr(nearest, "TAKEN", 2)
    found, best = nearest._nearest(now, rows), by_program(now, rows)
    assert (found is None) == (best is None) == (least == -4)
    if found is not None:
        assert np.abs(found - now).sum() == pytest.approx(best, abs=1e-7)
        assert (rows @ found).min() >= -2e-9 and found.sum() == pytest.approx(1)

"""Steps by hand, and all of them against the engine, one by one."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis import one_step
from stratsel.analysis.one_step import OneStep, OneSteps, one_steps
from stratsel.analysis.placing import TierMove
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.engine.value import LogValueFunction
from stratsel.terms import Combine, Members, Missing

ONE = Fraction(1)


def found_in(problem: Problem, steps: list[int | Fraction]) -> OneSteps:
    evaluation = evaluate(problem)
    return one_steps(problem, evaluation, select(problem, evaluation), [Fraction(step) for step in steps])


# --- by hand --------------------------------------------------------------------------------------


def test_a_step_across_the_line(make_problem):
    # 60 and 50 points of two equal criteria: a level is worth 10. One less of the first, or one more of the second,
    # and they are tied; all others lie too far away or are at an end.
    found = found_in(make_problem([[5, 1], [0, 5], [0, 0]], [1, 1], places=[1]), [1, 1])
    assert [(each.row, each.leaf, each.by) for each in found.found] == [(0, 0, -1), (0, 1, -1), (1, 0, 1)]
    assert [each.gain for each in found.found] == pytest.approx([-10, -10, 10])
    assert {each.moves for each in found.found} == {(TierMove(0, 0, 1, is_tied=True),)}
    # the ends of the scale leave 1 + 2, 1 + 1 and 1 + 1 steps
    assert (found.tried, found.examined) == (7, found.within_reach)


def test_past_the_line(make_problem):
    found = found_in(make_problem([[3], [2]], [1], places=[1]), [2])
    both = (TierMove(0, 0, 1, is_tied=False), TierMove(1, 1, 0, is_tied=False))
    # by two levels, and no further than the end of the scale
    assert found.found == (
        OneStep(0, 0, Fraction(-2), pytest.approx(-40), both), OneStep(1, 0, Fraction(2), pytest.approx(40), both),
    )  # fmt: skip
    assert found.tried == 4


def test_what_takes_no_steps(make_problem):
    assert found_in(make_problem([[3, 3], [2, 2]], [1, 1], places=[1]), [0, 0]) == OneSteps((), 0, 0, 0)
    assert found_in(make_problem([], [1], places=[1]), [1]) == OneSteps((), 0, 0, 0)
    assert found_in(make_problem([[3], [2]], [1]), [1]).found == ()


def test_the_unknown_stays_unknown_and_a_range_moves_as_a_whole(make_problem):
    # by the worst: 2 to 4 becomes 3 to 5, which is more than 2.5
    problem = make_problem([["2.5", 5], [(2, 4), 5], [None, 1]], [1, 1], places=[1])
    found = found_in(problem, [1, 0])
    assert found.tried == 2 + 2
    assert [(each.row, each.by) for each in found.found] == [(0, -1), (1, 1)]


# --- against the engine ---------------------------------------------------------------------------


def by_engine(problem: Problem, steps: list[Fraction]) -> dict[tuple[int, int, Fraction], set[int]]:
    """Every step of every ranked row, each in a problem of its own: who lands elsewhere."""
    before, found = landed(problem), {}
    for row in evaluate(problem).order.rows.tolist():
        for leaf, size in enumerate(steps):
            function = problem.value_functions[leaf]
            for by in (size, -size):
                if not size or problem.is_unknown[row, leaf]:
                    continue
                ends = float(function.performances[0]), float(function.performances[-1])
                names = ["worst_performances", "best_performances"]
                names += ["likely_performances"] if problem.likely_performances is not None else []
                moved = {name: getattr(problem, name).copy() for name in names}
                for performances in moved.values():
                    performances[row, leaf] = np.clip(performances[row, leaf] + float(by), *ends)
                after = landed(replace(problem, **moved))
                if elsewhere := {other for other in before if before[other] != after[other]}:
                    found[row, leaf, by] = elsewhere
    return found


def landed(problem: Problem) -> dict[int, str | None]:
    landings = select(problem, evaluate(problem)).landings
    return {row: landings[row].tier if row in landings else None for row in range(len(problem.alternatives))}


CLASSES = (0, 0, 1, 1, 2, 2, 0)
CASES = {
    "places": {},
    "minimum": {"minimum": Fraction(1, 2)},
    "resolution": {"resolution": Fraction(1, 20)},
    "resolution and minimum": {"resolution": Fraction(1, 10), "minimum": Fraction(11, 20)},
    "ties": {"ties": (1, 0)},
    "quota": {"lines": (Line("first", 2, None, CLASSES, (Quota(0, 0, 1),)), Line("second", 4))},
    "classes": {"lines": (Line("first", 2, Members.ALL, CLASSES),)},
    "geometric": {"top": Combine.GEOMETRIC},
    "minimum of all": {"top": Combine.MINIMUM},
    "available": {"missing": Missing.AVAILABLE},
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("case", CASES)
def test_every_step_that_changes_a_tier_is_found(make_problem, case, seed):
    rng = np.random.default_rng(seed)
    others = dict(CASES[case])
    lines, top = others.pop("lines", (Line("first", 2), Line("second", 4))), others.pop("top", Combine.ARITHMETIC)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (7, 3))]
    if case in ("available", "places"):
        cells[2][1], cells[4][0] = None, (1, 3)
    # Without exact numbers, so that both sides tell ties apart alike.
    problem = make_problem(cells, [3, 2, 0 if case == "ties" else 2], combines={TOP: top}, exact=False, **others)
    problem = replace(problem, lines=lines)
    found = found_in(problem, [ONE, ONE, Fraction(1, 2)])
    assert {(each.row, each.leaf, each.by): {move.row for move in each.moves} for each in found.found} == by_engine(
        problem, [ONE, ONE, Fraction(1, 2)]
    )
    assert found.examined == found.within_reach <= found.tried


def test_less_is_better_and_logarithms(make_problem, ramp):
    functions = [ramp(100, 0), LogValueFunction(Fraction(1), Fraction(100))]
    problem = make_problem([[40, 10], [50, 20], [60, 15]], [1, 1], functions=functions, places=[1], exact=False)
    steps = [Fraction(10), Fraction(5)]
    found = found_in(problem, steps)
    assert {(each.row, each.leaf, each.by): {move.row for move in each.moves} for each in found.found} == by_engine(
        problem, steps
    )
    assert found.found


# --- many alternatives ----------------------------------------------------------------------------


@pytest.mark.parametrize(("limit", "most"), [("MOST", 2), ("CELLS", 20)])
def test_of_very_many_those_nearest_to_a_line_are_examined(make_problem, ramp, monkeypatch, limit, most):
    problem = make_problem([[level] for level in range(10)], [1], functions=[ramp(0, 9)], places=[5])
    assert found_in(problem, [9]).examined == found_in(problem, [9]).within_reach == 10
    monkeypatch.setattr(one_step, limit, most)
    found = found_in(problem, [9])
    assert (found.within_reach, found.examined) == (10, 2)
    assert {each.row for each in found.found} == {4, 5}

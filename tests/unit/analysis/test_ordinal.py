from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratsel.analysis.ordinal import MOST, OrdinalMargins, climbed_steps, ordinal_margins
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.value import ValueFunction
from stratsel.terms import Combine, Missing

RUBRIC = ValueFunction(tuple(map(Fraction, range(6))), tuple(Fraction(level, 5) for level in range(6)))


def rubrics(make_problem, rows, weights, **others) -> Problem:
    return make_problem(rows, weights, functions=[RUBRIC] * len(rows[0]), **others)


def found_in(problem: Problem, *scales: int | None) -> OrdinalMargins:
    found = ordinal_margins(problem, evaluate(problem), scales)
    assert found is not None
    return found


# --- by hand --------------------------------------------------------------------------------------


def test_a_scale_of_its_own_for_each_leaf(make_problem):
    # By the numbers 3 + 2 is above 1 + 3. What if 3 is worth hardly more than 1 on the first, and on the second 3 is
    # worth all and 2 nothing? Then 0 against half of everything.
    problem = rubrics(make_problem, [[3, 2], [1, 3]], [1, 1])
    own = found_in(problem, 0, 1)
    assert own.least[0, 1] == pytest.approx(-1 / 2)
    assert not own.always[0, 1]
    # with one scale for both: steps 2 and 3 are climbed by the first on one leaf; the second climbs 1 on both, 2 and 3
    # on one. Net weights of the steps, for row 0: 0 (1 and 1 against 1 and 1), 0, 1/2 - 1/2 = 0
    shared = found_in(problem, 7, 7)
    # steps: to 1: (1/2 + 1/2) - (1/2 + 1/2) = 0; to 2: 1 - 1/2 = 1/2; to 3: 1/2 - 1/2 = 0; further: 0
    assert shared.least[0, 1] == pytest.approx(0)
    assert shared.always[0, 1]
    # the other way the least is at the second step
    assert shared.least[1, 0] == pytest.approx(-1 / 2)


def test_whoever_is_nowhere_lower_always_holds(make_problem):
    found = found_in(rubrics(make_problem, [[3, 2], [2, 2], [5, 0]], [1, 1]), 0, 1)
    assert found.rows.tolist() == [0, 1, 2]
    assert found.always.tolist() == [[True, True, False], [False, True, False], [False, False, True]]
    # up to level 3 on the first: nothing is lost at any step, gained at most at the third
    assert found.least[0, 1] == pytest.approx(0)
    assert found.least[1, 0] == pytest.approx(-1 / 2)


def test_leaves_without_a_rubric_keep_their_values(make_problem):
    # the amount is worth 4/5 against 1/5, the rubric at the worst everything against nothing: 3 * 3/5 - 1 of 4
    problem = rubrics(make_problem, [[4, 1], [1, 2]], [3, 1])
    assert found_in(problem, None, 0).least[0, 1] == pytest.approx((3 * 3 / 5 - 1) / 4)
    # with all values kept it is the difference of the totals
    assert found_in(problem, None, None).least[0, 1] == pytest.approx((3 * 3 / 5 - 1 / 5) / 4)


def test_between_two_levels_the_step_is_climbed_in_proportion(make_problem):
    # 2.5 against 2: half of the third step more, or nothing
    found = found_in(rubrics(make_problem, [["2.5"], [2]], [1]), 0)
    assert (found.least[0, 1], found.least[1, 0]) == (0, pytest.approx(-1 / 2))
    assert climbed_steps(np.array([2.5]), np.arange(6.0), RUBRIC).tolist() == [[1, 1, 0.5, 0, 0]]


def test_a_falling_scale_is_climbed_from_its_worst(make_problem):
    falling = ValueFunction((Fraction(1), Fraction(2), Fraction(4)), (Fraction(1), Fraction(1, 2), Fraction(0)))
    assert climbed_steps(np.array([4.0, 3.0, 2.0, 1.0]), np.array([1.0, 2.0, 4.0]), falling).tolist() == [
        [0, 0], [0.5, 0], [1, 0], [1, 1],
    ]  # fmt: skip
    problem = make_problem([[1], [2]], [1], functions=[falling])
    assert found_in(problem, 0).always.tolist() == [[True, True], [False, True]]


def test_levels_may_be_told(make_problem):
    # a straight scale from 0 to 5 has two joints: all its steps are one, and only totals matter
    problem = make_problem([[3, 1], [2, 2]], [1, 1])
    assert found_in(problem, 0, 0).least[0, 1] == pytest.approx(0)
    # with levels, the third step on the first against the second on the second
    found = ordinal_margins(problem, evaluate(problem), (0, 0), {0: range(6)})
    assert found.least[0, 1] == pytest.approx(-1 / 2)


def test_what_the_order_is_by_counts(make_problem):
    cells = [[(1, 5, 4)], [3]]
    worst = rubrics(make_problem, cells, [1])
    assert not found_in(worst, 0).always[0, 1]
    likely = rubrics(make_problem, cells, [1], missing=Missing.REFUSE)
    assert found_in(likely, 0).always[0, 1]


def test_where_it_does_not_apply(make_problem):
    rows = [[5, 0], [0, 5]]
    for others in ({"combines": {TOP: Combine.GEOMETRIC}}, {"resolution": Fraction(1, 10)}):
        problem = make_problem(rows, [1, 1], **others)
        assert ordinal_margins(problem, evaluate(problem), (0, 1)) is None
    absent = make_problem([[5, None], [0, 5]], [1, 1], missing=Missing.AVAILABLE)
    assert ordinal_margins(absent, evaluate(absent), (0, 1)) is None
    many = make_problem([[1]] * (MOST + 1), [1], exact=False)
    assert ordinal_margins(many, evaluate(many), (0,)) is None


def test_one_candidate_and_none(make_problem):
    assert found_in(rubrics(make_problem, [[3]], [1]), 0).always.tolist() == [[True]]
    nobody = make_problem([], [1])
    assert found_in(nobody, 0).always.shape == (0, 0)


# --- against assignments --------------------------------------------------------------------------


def revalued(problem: Problem, assignments: dict[int, list[Fraction]], scales: tuple[int | None, ...]) -> Problem:
    """The same problem with other values for the levels of each scale."""
    functions = [
        function if scale is None else ValueFunction(function.performances, tuple(assignments[scale]))
        for function, scale in zip(problem.value_functions, scales, strict=True)
    ]
    return replace(problem, value_functions=tuple(functions))


STEPS = st.lists(st.integers(0, 4), min_size=5, max_size=5).filter(any)


@settings(max_examples=60, deadline=None)
@given(
    cells=st.lists(st.lists(st.integers(0, 5), min_size=4, max_size=4), min_size=2, max_size=5),
    weights=st.lists(st.integers(1, 5), min_size=4, max_size=4),
    first=STEPS,
    second=STEPS,
)
def test_no_assignment_goes_below_the_least(make_problem, cells, weights, first, second):
    scales = (0, 0, 1, None)
    problem = rubrics(make_problem, cells, weights)
    found = found_in(problem, *scales)
    assigned = {
        scale: [Fraction(sum(steps[:level]), sum(steps)) for level in range(6)]
        for scale, steps in enumerate((first, second))
    }
    values = evaluate(revalued(problem, assigned, scales)).shown
    assert (values[:, None] - values >= found.least - 1e-12).all()


def test_the_least_is_reached_by_one_step_alone(make_problem):
    rng = np.random.default_rng(3)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (6, 4))]
    scales = (0, 0, 1, None)
    problem = rubrics(make_problem, cells, [2, 1, 3, 1])
    reached = np.full((6, 6), np.inf)
    alone = [[Fraction(int(level > step)) for level in range(6)] for step in range(5)]
    for first in alone:
        for second in alone:
            values = evaluate(revalued(problem, {0: first, 1: second}, scales)).shown
            reached = np.minimum(reached, values[:, None] - values)
    assert found_in(problem, *scales).least == pytest.approx(reached, abs=1e-12)

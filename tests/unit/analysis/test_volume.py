from fractions import Fraction
from math import factorial, sqrt

import numpy as np
import pytest

from stratsel.analysis.sampling import draw_weights
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.analysis.streams import Streams
from stratsel.analysis.volume import first_rank_volumes, volume
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.terms import Admissible, Combine, Missing, WeightSpace

ANYWHERE, ORDER, FIXED = (AdmissibleWeights(kind) for kind in (Admissible.ANYWHERE, Admissible.ORDER, Admissible.FIXED))
GLOBAL = WeightSpace.GLOBAL
HALF = Fraction(1, 2)


def shares(problem: Problem, admissible: AdmissibleWeights = ANYWHERE) -> list[float]:
    found = first_rank_volumes(problem, evaluate(problem), admissible)
    assert found is not None
    return found.tolist()


# --- by hand --------------------------------------------------------------------------------------


def test_two_criteria_are_lengths(make_problem):
    # 5w, 5 (1 - w) and 3: first above 3/5, below 2/5, and between them
    assert shares(make_problem([[5, 0], [0, 5], [3, 3]], [1, 1])) == pytest.approx([2 / 5, 2 / 5, 1 / 5])
    # around 60 to 40 by a third: 0.4 to 0.8 and 4/15 to 8/15 leave 7/15 to 11/15 for the first; level at a half
    around = AdmissibleWeights(Admissible.AROUND, Fraction(1, 3))
    assert shares(make_problem([[5, 0], [0, 5]], [3, 2]), around) == pytest.approx([7 / 8, 1 / 8])
    # in that order it is above a half
    assert shares(make_problem([[5, 0], [0, 5]], [3, 2]), ORDER) == pytest.approx([1, 0])


def test_three_criteria_are_areas(make_problem):
    # The middle of the triangle beats a corner, worth 5, where its weight is below 2/5: what is left are triangles of
    # (3/5)² each, two of which overlap by (1/5)²
    problem = make_problem([[5, 0, 0], [0, 5, 0], [0, 0, 5], [2, 2, 2]], [1, 1, 1])
    # the corner's own part: its weight above 2/5, and above that of the others: 9/25 less two halves of 1/25
    corner, middle = 9 / 25 - 1 / 25, 1 - 3 * (9 / 25 - 1 / 25)
    assert shares(problem) == pytest.approx([corner] * 3 + [middle])


@pytest.mark.parametrize("size", range(2, 7))
def test_symmetrical_candidates_share_alike(make_problem, size):
    cells = [[5 if row == leaf else 0 for leaf in range(size)] for row in range(size)]
    found = shares(make_problem(cells, [1] * size))
    assert found == pytest.approx([1 / size] * size, abs=1e-12)
    # the first weighs most, which is the first candidate's only criterion
    assert shares(make_problem(cells, range(size, 0, -1)), ORDER) == pytest.approx([1] + [0] * (size - 1), abs=1e-9)


def test_twins_have_the_whole_share_each(make_problem):
    assert shares(make_problem([[5, 0], [5, 0], [0, 5]], [1, 1])) == pytest.approx([1 / 2] * 3)
    # equal wherever they are weighed: the last leaf does not count
    assert shares(make_problem([[5, 0, 1], [5, 0, 3], [0, 5, 2]], [1, 1, 0])) == pytest.approx([1 / 2] * 3)


def test_what_is_first_at_a_point_only_has_no_volume(make_problem):
    assert shares(make_problem([[5, 0], [0, 5], ["2.5", "2.5"]], [1, 1])) == pytest.approx([1 / 2, 1 / 2, 0])


def test_a_point_is_the_order_itself(make_problem):
    assert shares(make_problem([[5, 0], [0, 5], [4, 3]], [3, 2]), FIXED) == [0, 0, 1]
    assert shares(make_problem([[3], [4], [4]], [1])) == [0, 1, 1]


def test_an_equality_leaves_a_line(make_problem):
    # the first weighs a quarter; along what is left, from 0 to 3/4, the others' weights are level at 3/8
    quarter = Statement({0: Fraction(1)}, Fraction(1, 4), is_equal=True)
    within = AdmissibleWeights(Admissible.WITHIN, statements=(quarter,))
    problem = make_problem([[0, 5, 0], [0, 0, 5], [5, 1, 1]], [1, 1, 1])
    # the last has 5/4 + 3/4 = 2 of 5: the second is above that where its weight is above 2/5, and below 7/20
    assert shares(problem, within) == pytest.approx([7 / 15, 7 / 15, 1 / 15])


def test_bounds_that_touch_leave_a_line(make_problem):
    # The first weighs at least and at most a half, so that it never comes down to a quarter, another bound. It is worth
    # 5/2 to the first candidate, and what is left no more than that to the second; the last has 2.
    bounds = (
        Statement({0: Fraction(1)}, HALF),
        Statement({0: Fraction(-1)}, -HALF),
        Statement({0: Fraction(1)}, HALF / 2),
    )
    within = AdmissibleWeights(Admissible.WITHIN, statements=bounds)
    problem = make_problem([[5, 0, 0], [0, 5, 0], [2, 2, 2]], [1, 1, 1])
    assert shares(problem, within) == pytest.approx([1, 0, 0])
    # 5w against 5 (1/2 - w): half of the line each
    assert shares(make_problem([[1, 5, 0], [1, 0, 5]], [1, 1, 1]), within) == pytest.approx([HALF, HALF])


def test_statements(make_problem):
    # Of the weights of the first from 1/2 to 1, 5w is above 2 + 2w beyond 2/3: a third of 1/2 is below.
    within = AdmissibleWeights(Admissible.WITHIN, statements=(Statement({0: Fraction(1)}, HALF),))
    assert shares(make_problem([[5, 0], [0, 5], [4, 2]], [3, 1]), within) == pytest.approx([2 / 3, 0, 1 / 3])


def test_all_leaves_of_a_tree_where_they_are_drawn_together(make_problem):
    problem = make_problem([[5, 0, 0], [0, 5, 0], [0, 0, 5]], [3, 1, 2, 1], parents=[TOP, 0, 0, TOP])
    assert first_rank_volumes(problem, evaluate(problem), ANYWHERE) is None
    assert shares(problem, AdmissibleWeights(Admissible.ANYWHERE, space=GLOBAL)) == pytest.approx([1 / 3] * 3)


def test_where_it_does_not_apply(make_problem):
    rows = [[5, 0], [0, 5]]
    for others in ({"combines": {TOP: Combine.GEOMETRIC}}, {"resolution": Fraction(1, 10)}):
        problem = make_problem(rows, [1, 1], **others)
        assert first_rank_volumes(problem, evaluate(problem), ANYWHERE) is None
    absent = make_problem([[5, None], [0, 5]], [1, 1], missing=Missing.AVAILABLE)
    assert first_rank_volumes(absent, evaluate(absent), ANYWHERE) is None
    wide = make_problem([[1] * 7], [1] * 7)
    assert first_rank_volumes(wide, evaluate(wide), ANYWHERE) is None
    many = make_problem([[1, 2]] * 301, [1, 1], exact=False)
    assert first_rank_volumes(many, evaluate(many), ANYWHERE) is None


def test_one_candidate_and_none(make_problem):
    assert shares(make_problem([[3, 3]], [1, 1])) == pytest.approx([1])
    assert shares(make_problem([], [1, 1])) == []


def test_statements_that_leave_nothing_are_refused(make_problem):
    nothing = AdmissibleWeights(Admissible.WITHIN, statements=(Statement({0: Fraction(1)}, Fraction(2)),))
    problem = make_problem([[5, 0], [0, 5]], [1, 1])
    with pytest.raises(ValueError, match="leave no weights"):
        first_rank_volumes(problem, evaluate(problem), nothing)


# --- volumes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("dimension", range(1, 6))
def test_simplices_and_boxes(dimension):
    positive, box = np.eye(dimension), np.vstack([np.eye(dimension), -np.eye(dimension)])
    simplex = volume(np.append(np.zeros(dimension), 1.0), np.vstack([positive, -np.ones(dimension)]))
    assert simplex == pytest.approx(1 / factorial(dimension))
    assert volume(np.append(np.zeros(dimension), np.full(dimension, 0.5)), box) == pytest.approx(0.5**dimension)
    assert volume(np.append(np.zeros(dimension), np.zeros(dimension)), box) == 0
    assert volume(np.append(np.zeros(dimension), np.full(dimension, -1.0)), box) == 0


# --- against draws --------------------------------------------------------------------------------

STATEMENTS = (
    Statement({0: Fraction(1), 1: Fraction(-1)}, Fraction(0)),
    Statement({2: Fraction(-1)}, Fraction(-2, 5)),
)
CASES = [
    AdmissibleWeights(kind, Fraction(2, 5), STATEMENTS if kind is Admissible.WITHIN else ())
    for kind in Admissible
    if kind is not Admissible.FIXED
]
SAMPLES = 40_000


@pytest.mark.parametrize("size", [3, 6])
@pytest.mark.parametrize("admissible", CASES, ids=lambda case: str(case.kind))
def test_draws_come_within_four_standard_errors(make_problem, admissible, size):
    rng = np.random.default_rng(size)
    cells = [[Fraction(int(part), 20) for part in row] for row in rng.integers(0, 101, (20, size))]
    problem = make_problem(cells, [3, 2, 2, 1, 1, 1][:size])
    evaluation = evaluate(problem)
    exact = np.array(shares(problem, admissible))
    assert exact.sum() == pytest.approx(1, abs=1e-9)
    drawn = draw_weights(problem.hierarchy, admissible, SAMPLES, Streams(5))
    values = Worlds(problem.hierarchy, drawn, evaluation.partial_values).values()
    counted = np.bincount(values.argmax(axis=0), minlength=20) / SAMPLES
    for share, seen in zip(exact, counted, strict=True):
        assert abs(share - seen) <= 4 * sqrt(max(share * (1 - share), 1 / SAMPLES) / SAMPLES)

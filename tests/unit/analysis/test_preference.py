from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.preference import MOST, Preferences, preferences
from stratsel.analysis.sampling import Spread, draw_weights
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.analysis.streams import Streams
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.terms import Admissible, Combine, Missing, WeightSpace

ANYWHERE, ORDER = (AdmissibleWeights(kind) for kind in (Admissible.ANYWHERE, Admissible.ORDER))
FIXED = AdmissibleWeights(Admissible.FIXED)


def found_in(problem: Problem, admissible: AdmissibleWeights = ANYWHERE, spread: Spread = Spread()) -> Preferences:  # noqa: B008
    found = preferences(problem, evaluate(problem), admissible, spread)
    assert found is not None
    return found


# --- by hand --------------------------------------------------------------------------------------


def test_in_the_middle_one_is_undominated_and_never_best(make_problem):
    # 2 and 2 of 5: at no weight above both 5w and 5 (1 - w), though neither of them is always above it
    problem = make_problem([[5, 0], [0, 5], [2, 2], [2, 1]], [1, 1])
    found = found_in(problem)
    assert found.rows.tolist() == [0, 1, 2, 3]
    assert found.can_be_best.tolist() == found.can_be_alone.tolist() == [True, True, False, False]
    assert found.is_undominated.tolist() == [True, True, True, False]
    # at (1, 0) the first has 5 and the next 2; nearest to being best the third is at half the weight each
    assert found.leads == pytest.approx([3 / 5, 3 / 5, (2 - 2.5) / 5, (1.5 - 2.5) / 5])
    above = {(at, other) for at, other in np.argwhere(found.necessary).tolist() if at != other}
    assert above == {(2, 3)}
    # 2, 2 is nowhere below 2, 1; elsewhere each is above the other somewhere
    assert found.possible[3].tolist() == [True, True, True, True]
    assert found.least[0] == pytest.approx([0, -1, -2 / 5, -1 / 5])
    assert found.most[2] == pytest.approx([2 / 5, 2 / 5, 0, 1 / 5])


def test_just_level_with_the_best_is_enough(make_problem):
    # at half the weight each all three have 2.5
    found = found_in(make_problem([[5, 0], [0, 5], ["2.5", "2.5"]], [1, 1]))
    assert found.can_be_best.tolist() == [True, True, True]
    assert found.can_be_alone.tolist() == [True, True, False]


def test_an_order_of_weights_decides_more(make_problem):
    # the first weighs more: at its corners (1, 0) and (1/2, 1/2) the rows are worth 5, 2.5; 0, 2.5; 3, 2.5
    found = found_in(make_problem([[5, 0], [0, 5], [3, 2]], [2, 1]), ORDER)
    assert found.necessary[0].tolist() == [True, True, True]
    assert found.necessary[2].tolist() == [False, True, True]
    # level at one corner they are each as good as the others there
    assert found.can_be_best.tolist() == [True, True, True]
    assert found.can_be_alone.tolist() == [True, False, False]
    assert found.is_undominated.tolist() == [True, False, False]


def test_twins_are_as_good_as_each_other_and_dominate_nobody(make_problem):
    found = found_in(make_problem([[3, 3], [3, 3]], [1, 1]))
    assert found.necessary.all()
    assert found.is_undominated.all()
    assert found.can_be_best.all()
    assert not found.can_be_alone.any()


def test_open_judgements_stand_at_their_worst_for_what_is_necessary(make_problem):
    # at fixed weights, 2 to 3 against 2.5: possible both ways, necessary neither; nothing is settled by the middle
    problem = make_problem([[(2, 3)], ["2.5"]], [1])
    found = found_in(problem, FIXED)
    assert not found.necessary[~np.eye(2, dtype=bool)].any()
    assert found.possible.all()
    assert found.can_be_best.all()
    # as things are, by the worst, 2 is below 2.5
    fixed = found_in(problem, FIXED, Spread(is_fixed=True))
    assert fixed.necessary.tolist() == [[True, False], [True, True]]
    assert fixed.can_be_best.tolist() == [False, True]


def test_a_level_more_may_be_added(make_problem):
    problem = make_problem([[3], [4]], [1])
    assert not found_in(problem, FIXED).possible[0, 1]
    found = found_in(problem, FIXED, Spread(beyond=(1.0,)))
    # 2 to 4 against 3 to 5, the end of the scale
    assert found.most[0, 1] == pytest.approx((4 - 3) / 5)
    assert found.least[0, 1] == pytest.approx((2 - 5) / 5)


def test_the_unknown_may_be_anything(make_problem):
    found = found_in(make_problem([[None, 5], [3, 3]], [1, 1]), FIXED)
    # 0 to 5 and 5 against 6 of 10
    assert found.least[0, 1] == pytest.approx((5 - 6) / 10)
    assert found.most[0, 1] == pytest.approx((10 - 6) / 10)


def test_statements(make_problem):
    # the first weighs at least three times the second
    thrice = Statement({0: Fraction(1), 1: Fraction(-3)}, Fraction(0))
    within = AdmissibleWeights(Admissible.WITHIN, statements=(thrice,))
    found = found_in(make_problem([[5, 0], [0, 5], [4, 2]], [3, 1]), within)
    # (1, 0) and (3/4, 1/4): 5, 3.75; 0, 1.25; 4, 3.5
    assert found.least[0] == pytest.approx([0, 2.5 / 5, 0.25 / 5])
    assert found.can_be_best.tolist() == [True, False, False]


def test_statements_that_leave_nothing_are_refused(make_problem):
    nothing = AdmissibleWeights(Admissible.WITHIN, statements=(Statement({0: Fraction(1)}, Fraction(2)),))
    problem = make_problem([[5, 0], [0, 5]], [1, 1])
    with pytest.raises(ValueError, match="leave no weights"):
        preferences(problem, evaluate(problem), nothing)


def test_where_it_does_not_apply(make_problem):
    rows = [[5, 0], [0, 5]]
    for others in ({"combines": {TOP: Combine.GEOMETRIC}}, {"resolution": Fraction(1, 10)}):
        problem = make_problem(rows, [1, 1], **others)
        assert preferences(problem, evaluate(problem), ANYWHERE) is None
    absent = make_problem([[5, None], [0, 5]], [1, 1], missing=Missing.AVAILABLE)
    assert preferences(absent, evaluate(absent), ANYWHERE) is None
    many = make_problem([[1, 2]] * (MOST + 1), [1, 1], exact=False)
    assert preferences(many, evaluate(many), ANYWHERE) is None


def test_one_candidate_and_none(make_problem):
    alone = found_in(make_problem([[3, 3]], [1, 1]))
    assert alone.can_be_best.tolist() == alone.is_undominated.tolist() == [True]
    assert alone.leads.tolist() == [1]
    nobody = found_in(make_problem([], [1, 1]))
    assert nobody.rows.shape == nobody.can_be_best.shape == (0,)
    assert nobody.necessary.shape == (0, 0)


# --- against draws --------------------------------------------------------------------------------

STATED = Statement({0: Fraction(1), 3: Fraction(-1)}, Fraction(0))
CASES = [
    AdmissibleWeights(kind, Fraction(3, 10), (STATED,) if kind is Admissible.WITHIN else (), space)
    for kind in Admissible
    for space in WeightSpace
]


@pytest.mark.parametrize("admissible", CASES, ids=lambda case: f"{case.kind}-{case.space}")
def test_no_draw_contradicts_it(make_problem, admissible):
    rng = np.random.default_rng(7)
    cells = [[int(level) for level in row] for row in rng.integers(0, 6, (9, 4))]
    problem = make_problem(cells, [2, 1, 2, 1, 1, 1], parents=[TOP, 0, 0, TOP, 3, 3])
    found = found_in(problem, admissible)
    evaluation = evaluate(problem)
    shares = draw_weights(problem.hierarchy, admissible, 2_000, Streams(2))
    values = Worlds(problem.hierarchy, shares, evaluation.partial_values).values()
    leads = values[:, None] - values[None, :]
    assert (leads.min(axis=2) >= found.least - 1e-9).all()
    assert (leads.max(axis=2) <= found.most + 1e-9).all()
    been_best = (values >= values.max(axis=0) - 1e-12).any(axis=1)
    assert (found.can_be_best >= been_best).all()
    second = np.sort(values, axis=0)[-2]
    ahead = np.where(values == values.max(axis=0), values - second, values - values.max(axis=0)).max(axis=1)
    assert (found.leads >= ahead - 1e-9).all()

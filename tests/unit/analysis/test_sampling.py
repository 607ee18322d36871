from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from stratsel.analysis.sampling import Judgements, Spread, Weights, draw_weights, open_judgements
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.analysis.streams import Streams
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.terms import Admissible, Combine, Missing, WeightSpace

SAMPLES = 20_000
STREAMS = Streams(1)


def tree(parents, weights, combines=None) -> Hierarchy:
    return Hierarchy(
        tuple(f"n{node}" for node in range(len(parents))), tuple(parents), tuple(map(Fraction, weights)), combines or {}
    )


# 0 holds 1 and 2; 3, 4 and 5 stand beside it
NESTED = tree([TOP, 0, 0, TOP, TOP, TOP], [4, 1, 1, 3, 2, 1])


def drawn(kind: Admissible, hierarchy: Hierarchy = NESTED, samples: int = SAMPLES, **others) -> np.ndarray:
    if kind is Admissible.AROUND:
        others.setdefault("percent", Fraction(3, 10))
    return draw_weights(hierarchy, AdmissibleWeights(kind, **others), samples, STREAMS)


def assert_share(found: np.ndarray, expected: float) -> None:
    assert abs(found.mean() - expected) < 4 * sqrt(expected * (1 - expected) / len(found))


# --- weights --------------------------------------------------------------------------------------


@pytest.mark.parametrize("space", WeightSpace)
@pytest.mark.parametrize("kind", Admissible)
def test_siblings_sum_to_one_in_every_draw(kind, space):
    shares = drawn(kind, samples=500, space=space)
    assert (shares >= 0).all()
    assert shares[[0, 3, 4, 5]].sum(axis=0) == pytest.approx(np.ones(500))
    assert shares[[1, 2]].sum(axis=0) == pytest.approx(np.ones(500))


def test_fixed_weights_are_those_of_the_file():
    assert drawn(Admissible.FIXED, samples=2).T.tolist() == [[0.4, 0.5, 0.5, 0.3, 0.2, 0.1]] * 2


def test_anywhere_each_group_is_a_simplex():
    shares = drawn(Admissible.ANYWHERE)
    assert_share(shares[0] > 0.4, 0.6**3)
    assert_share(shares[1] > 0.7, 0.3)


def test_globally_the_leaves_are_one_simplex():
    # five leaves: the mass of node 0 is that of two of them, Beta(2, 3): beyond a half in 5/16
    shares = drawn(Admissible.ANYWHERE, space=WeightSpace.GLOBAL)
    assert_share(shares[0] > 0.5, 5 / 16)
    assert_share(shares[1] > 0.7, 0.3)
    assert_share(shares[0] * shares[1] > 0.4, 0.6**4)


def test_around_keeps_to_the_percentage():
    shares = drawn(Admissible.AROUND, percent=Fraction(1, 10))
    own = np.array([0.4, 0.5, 0.5, 0.3, 0.2, 0.1])[:, None]
    assert (np.abs(shares / own - 1) <= 0.1 + 1e-9).all()
    assert_share(shares[1] > 0.5, 0.5)


def test_globally_around_is_of_the_leaves():
    shares = drawn(Admissible.AROUND, space=WeightSpace.GLOBAL)
    leaf = shares[0] * shares[1]
    assert leaf.min() >= 0.14 - 1e-9 and leaf.max() <= 0.26 + 1e-9


def test_in_order_the_order_of_the_file_stands():
    shares = drawn(Admissible.ORDER)
    assert (np.diff(shares[[0, 3, 4, 5]], axis=0) <= 0).all()
    assert_share(shares[0] > 0.5, 4 / 8)  # of four, 4 / 2^3
    assert_share(shares[1] > 0.7, 0.3)  # nothing is said of two that weigh the same


def test_within_bounds_and_what_nothing_is_said_of():
    between = (
        Statement({0: Fraction(1)}, Fraction(1, 5)),
        Statement({0: Fraction(-1)}, Fraction(-7, 20)),
    )
    shares = drawn(Admissible.WITHIN, statements=between)
    assert shares[0].min() >= 0.2 and shares[0].max() <= 0.35
    assert_share(shares[0] > 0.3, (0.7**3 - 0.65**3) / (0.8**3 - 0.65**3))
    assert_share(shares[1] > 0.7, 0.3)


def test_statements_that_leave_nothing_are_refused():
    with pytest.raises(ValueError, match="leave no weights"):
        drawn(Admissible.WITHIN, statements=(Statement({0: Fraction(1)}, Fraction(2)),))


def test_what_weighs_nothing_stays_so_and_what_takes_no_weight_shares_alike():
    hierarchy = tree([TOP, TOP, TOP, 2, 2], [1, 0, 1, 1, 1], {2: Combine.MINIMUM})
    shares = drawn(Admissible.ANYWHERE, hierarchy, samples=50)
    assert (shares[1] == 0).all() and (shares[[3, 4]] == 0.5).all()


def test_a_share_of_nothing_is_that_of_the_file():
    nothing = Statement({0: Fraction(1)}, Fraction(0), is_equal=True)
    shares = drawn(Admissible.WITHIN, samples=5, statements=(nothing,), space=WeightSpace.GLOBAL)
    assert np.abs(shares[0]).max() < 1e-9
    assert np.isfinite(shares).all()


def test_a_criterion_more_elsewhere_leaves_the_draws_of_a_group_alone():
    more = tree([TOP, 0, 0, TOP, TOP, TOP, 5, 5], [4, 1, 1, 3, 2, 1, 1, 1])
    one, other = (drawn(Admissible.ANYWHERE, hierarchy, samples=9) for hierarchy in (NESTED, more))
    assert one.tolist() == other[:6].tolist()


@pytest.mark.parametrize("kind", [kind for kind in Admissible if kind is not Admissible.FIXED])
def test_blocks_are_drawn_by_themselves_in_any_order(kind):
    statement = Statement({0: Fraction(1)}, Fraction(1, 5))
    admissible = AdmissibleWeights(kind, Fraction(3, 10), (statement,) if kind is Admissible.WITHIN else ())
    one, other = (Weights(NESTED, admissible, STREAMS) for _ in range(2))
    later, first = one.draw(1), one.draw(0)
    assert other.draw(0).tolist() == first.tolist() and other.draw(1).tolist() == later.tolist()
    assert later.tolist() != first.tolist()
    both = draw_weights(NESTED, admissible, one.block + 3, STREAMS)
    assert both.tolist() == np.hstack([first, later[:, :3]]).tolist()


def test_blocks_of_very_many_criteria_are_smaller():
    wide = tree([TOP] * 5_000, [1] * 5_000)
    weights = Weights(wide, AdmissibleWeights(Admissible.ANYWHERE), STREAMS)
    assert weights.block == 400
    assert weights.draw(0).shape == (5_000, 400)
    assert Weights(NESTED, AdmissibleWeights(Admissible.ANYWHERE), STREAMS).block == 4_096


# --- judgements -----------------------------------------------------------------------------------


def all_open(problem, spread=None) -> list[tuple[int, int, float, float, bool]]:
    found = open_judgements(problem, spread or Spread(), np.ones(len(problem.alternatives), dtype=bool))
    return [
        (int(row), each.leaf, float(low), float(high), each.is_unknown)
        for each in found
        for row, low, high in zip(each.rows, each.low, each.high, strict=True)
    ]


def test_what_is_drawn(make_problem, ramp):
    problem = make_problem([[(1, 2), None], [3, (4, 2)]], [1, 1], functions=(ramp(0, 5), ramp(10, 0)))
    expected = [(0, 0, 1, 2, False), (1, 1, 2, 4, False), (0, 1, 0, 10, True)]
    assert all_open(problem) == expected
    assert all_open(problem, Spread(is_fixed=True)) == []


def test_what_is_left_out_is_not_drawn(make_problem):
    problem = make_problem([[None, (1, 2)]], [1, 1], missing=Missing.AVAILABLE)
    assert all_open(problem) == [(0, 1, 1, 2, False)]


def test_some_levels_beyond_but_not_beyond_the_scale(make_problem):
    problem = make_problem([[3, 3], [5, None], [(0, 1), 2]], [1, 1])
    assert all_open(problem, Spread(beyond=(1.0, 0.0))) == [
        (0, 0, 2, 4, False),
        (1, 0, 4, 5, False),
        (2, 0, 0, 2, False),
        (1, 1, 0, 5, True),
    ]


def test_they_are_drawn_evenly_in_their_own_unit(make_problem):
    steps = ValueFunction((Fraction(0), Fraction(1), Fraction(10)), (Fraction(0), Fraction(9, 10), Fraction(1)))
    log = LogValueFunction(Fraction(1), Fraction(100))
    problem = make_problem(
        [[None, None, (1, 3)]],
        [1, 1, 1],
        functions=(steps, log, ValueFunction((Fraction(2), Fraction(4)), (Fraction(0), Fraction(1)))),
    )
    (bent,), (logarithmic,), (clamped,) = Judgements(problem, Spread(), np.array([True]), STREAMS).draw(0, SAMPLES)
    assert_share(bent > 0.9, 0.9)  # an amount beyond 1 of 10
    assert_share(logarithmic > 0.5, 90 / 99)  # an amount beyond 10 of 1 to 100
    assert_share(clamped == 0, 0.5)  # from 1 to 2 all counts as 2
    assert_share(clamped > 0.25, 0.25)


def test_only_those_counted_are_drawn_and_none_hangs_on_the_others(make_problem):
    problem = make_problem([[None, (1, 2)], [None, 3], [(2, 4), None]], [1, 1])
    few = Judgements(problem, Spread(), np.array([True, False, True]), STREAMS)
    assert [(each.rows.tolist(), each.leaf) for each in few.found] == [([2], 0), ([0], 0), ([0], 1), ([2], 1)]
    every = Judgements(problem, Spread(), np.ones(3, dtype=bool), STREAMS)
    assert [(each.rows.tolist(), each.leaf) for each in every.found] == [([2], 0), ([0, 1], 0), ([0], 1), ([2], 1)]
    drawn_of = {
        (row, each.leaf): values.tolist()
        for each, block in zip(every.found, every.draw(0, 7), strict=True)
        for row, values in zip(each.rows.tolist(), block, strict=True)
    }
    for each, block in zip(few.found, few.draw(0, 7), strict=True):
        for row, values in zip(each.rows.tolist(), block, strict=True):
            assert values.tolist() == drawn_of[row, each.leaf]


def test_any_part_can_be_drawn_by_itself(make_problem):
    judgements = Judgements(make_problem([[None]], [1]), Spread(), np.array([True]), STREAMS)
    later, sooner = (judgements.draw(*part)[0] for part in ((3, 7), (0, 3)))
    assert np.concatenate([sooner, later], axis=1).tolist() == judgements.draw(0, 7)[0].tolist()


def test_two_that_are_assessed_alike_are_drawn_apart(make_problem):
    problem = make_problem([[None], [None]], [1])
    ((one, other),) = Judgements(problem, Spread(), np.ones(2, dtype=bool), STREAMS).draw(0, 3)
    assert one.tolist() != other.tolist()

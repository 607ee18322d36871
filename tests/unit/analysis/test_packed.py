"""The order by packed numbers against plain sorting of the values."""

from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.draws import Draws
from stratsel.analysis.packed import Packed, are_packable
from stratsel.analysis.sampling import AS_GIVEN
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Quota
from stratsel.terms import Admissible, Combine, Missing

SAMPLES = 300


def drawn(problem, kind=Admissible.ANYWHERE) -> Draws:
    rows = np.arange(len(problem.alternatives))
    return Draws(problem, evaluate(problem), rows, AdmissibleWeights(kind), AS_GIVEN, 1)


def table(make_problem, size: int, leaves: int = 3, *, spread: int = 5_000):
    """Amounts on a fine scale, a few of which are ranges."""
    rng = np.random.default_rng(size)
    rows = [[Fraction(int(each), spread // 5) for each in row] for row in rng.integers(0, spread + 1, (size, leaves))]
    rows[0][0], rows[size // 2][1] = None, (1, 3)
    return make_problem(rows, [1] * leaves, exact=False)


@pytest.mark.parametrize("size", [2, 35, 64, 65, 300, 2049])
def test_everybody_is_where_plain_sorting_puts_them(make_problem, size):
    draws = drawn(table(make_problem, size))
    packed, samples = Packed(draws), max(20, SAMPLES * 35 // max(35, size))
    (worlds,) = draws.worlds(0, samples, samples)
    order, is_level = packed.order(worlds, draws.leaf_weights(worlds.shares))
    clear = ~is_level
    assert clear.mean() > 0.9
    # by row again: one kind may be several rows
    above = packed.levels(order).above
    values = worlds.values()
    for row in range(size):
        assert (above[row, clear] == (values > values[row] + 1e-12).sum(axis=0)[clear]).all()


@pytest.mark.parametrize("size", [3, 64, 65, 200])
def test_counts_by_place_and_leaders(make_problem, size):
    draws = drawn(table(make_problem, size))
    packed = Packed(draws)
    (worlds,) = draws.worlds(0, SAMPLES, SAMPLES)
    counted = packed.count(worlds, draws.leaf_weights(worlds.shares))
    clear = ~counted.is_level
    values = worlds.values()[:, clear]
    above = np.array([(values > own + 1e-12).sum(axis=0) for own in values])
    expected = np.array([np.bincount(row, minlength=size) for row in above])
    assert (counted.places.T[packed.of] == expected).all()
    assert (above[np.argmax(packed.of[:, None] == counted.leaders[clear], axis=0), np.arange(clear.sum())] == 0).all()


def test_too_near_for_the_digits_left_but_not_level(make_problem):
    # one leaf of weight 1: 100 a billionth of a scale of 5 apart, far below the 24 or so bits of a key, out of order
    rng = np.random.default_rng(1)
    steps = rng.permutation(100)
    rows = [[Fraction(int(step), 10**9)] for step in steps] + [[5]]
    draws = drawn(make_problem(rows, [1], exact=False))
    packed = Packed(draws)
    (worlds,) = draws.worlds(0, 5, 5)
    order, is_level = packed.order(worlds, draws.leaf_weights(worlds.shares))
    assert not is_level.any()
    assert packed.levels(order).above.T.tolist() == [[*(100 - steps), 0]] * 5


def test_a_chain_of_those_level_marks_the_draw_and_no_other(make_problem):
    # level only where the first weight is 1, as under fixed weights 1 and 0
    problem = make_problem([[2, 1], [2, 4], [1, 1], [3, 0]], [1, 0])
    draws = drawn(problem, Admissible.FIXED)
    packed = Packed(draws)
    (worlds,) = draws.worlds(0, 4, 4)
    weights = draws.leaf_weights(worlds.shares)
    assert packed.order(worlds, weights)[1].all()
    weights[:, 2] = 0.5, 0.25
    assert packed.order(worlds, weights)[1].tolist() == [True, True, False, True]


def test_twins_are_one_kind_and_those_that_are_open_are_not(make_problem):
    packed = Packed(drawn(make_problem([[1, 2], [3, 3], [1, 2], [None, 2], [None, 2], [1, 2]], [1, 1])))
    assert packed.of.tolist() == [0, 1, 0, 2, 3, 0]
    assert packed.counts.tolist() == [3, 1, 1, 1]
    assert packed.has_twins


def test_levels_of_twins(make_problem):
    draws = drawn(make_problem([[1], [3], [1], [2]], [1]))
    packed = Packed(draws)
    (worlds,) = draws.worlds(0, 2, 2)
    order, is_level = packed.order(worlds, draws.leaf_weights(worlds.shares))
    assert not is_level.any()
    levels = packed.levels(order)
    assert levels.above.T.tolist() == [[2, 0, 2, 1]] * 2
    assert levels.up_to.T.tolist() == [[4, 1, 4, 2]] * 2


def test_what_is_packable(make_problem):
    rows = [[1, None], [3, 2]]
    for others in (
        {"combines": {TOP: Combine.GEOMETRIC}},
        {"resolution": Fraction(1, 10)},
        {"minimum": Fraction(1, 2)},
        {"missing": Missing.AVAILABLE},
        {"lines": (Line("one", 1, None, (0, 1), (Quota(0, 0, 1),)),)},
    ):
        lines = others.pop("lines", None)
        problem = make_problem(rows, [1, 1], **others)
        if lines:
            from dataclasses import replace

            problem = replace(problem, lines=lines)
        assert not are_packable(problem, drawn(problem))
    assert are_packable(make_problem(rows, [1, 1], places=[1], ties=(0,)), drawn(make_problem(rows, [1, 1])))

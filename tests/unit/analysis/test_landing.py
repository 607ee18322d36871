"""Ranks and tiers of drawn worlds, against the engine's evaluation of each world as a problem of its own."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.landing import Rivals, first_of, is_plain, landings_of, levels_of, standing
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.terms import Combine, Members, Missing


def test_levels_by_hand():
    values = np.array([[0.5, 0.1], [0.7, 0.1], [0.5, 0.1], [0.2, 0.1 + 1e-13]])
    levels = levels_of(values, 1e-12)
    assert levels.above.T.tolist() == [[1, 0, 1, 3], [0, 0, 0, 0]]
    assert levels.up_to.T.tolist() == [[3, 1, 3, 4], [4, 4, 4, 4]]
    assert levels.ranks.T.tolist() == [[2, 1, 2, 4], [1, 1, 1, 1]]
    assert levels.has_ties.tolist() == [True, True]
    assert levels_of(values[:2, :1], 1e-12).has_ties.tolist() == [False]


def test_what_a_row_must_pass_leaves_out_its_own_part():
    values = np.array([[5.0], [4.0], [3.0], [3.0]])
    assert Rivals(values).line(1).T.tolist() == [[4, 5, 5, 5]]
    assert Rivals(values).line(2).T.tolist() == [[3, 3, 4, 4]]
    assert Rivals(values).line(3).T.tolist() == [[3, 3, 3, 3]]
    assert Rivals(values).line(4).T.tolist() == [[-np.inf] * 4]


def test_the_first_tier_that_holds_each():
    inside = [np.array([[True], [False], [False]]), np.array([[True], [True], [False]])]
    assert first_of(inside, (3, 1)).T.tolist() == [[0, 1, 2]]
    assert first_of([], (1, 1)).tolist() == [[0]]


def test_which_tiers_only_count_places():
    assert is_plain([Line("t", 1)])
    assert not is_plain([Line("t", 1), Line("u", 2, Members.ALL, (0,))])
    assert not is_plain([Line("t", 1, None, (0,), (Quota(0, 1),))])


QUOTAS = (Quota(0, 0, 1), Quota(1, 1))
CLASSES = (0, 1, 0, 2, 1, 0)
TIERS = {
    "plain": (Line("first", 2), Line("second", 4)),
    "quotas": (Line("first", 2, None, CLASSES, QUOTAS), Line("second", 4, None, CLASSES, QUOTAS)),
    "classes": (Line("first", 1, Members.ALL, CLASSES), Line("second", 4)),
}


def with_weights(problem: Problem, shares: np.ndarray) -> Problem:
    weights = tuple(Fraction(round(share * 120), 120) for share in shares)
    return replace(problem, hierarchy=replace(problem.hierarchy, weights=weights))


@pytest.mark.parametrize("tiers", TIERS)
@pytest.mark.parametrize("resolution", [None, Fraction(1, 10)], ids=["as they are", "rounded"])
@pytest.mark.parametrize("missing", Missing)
@pytest.mark.parametrize("top", [Combine.ARITHMETIC, Combine.MINIMUM])
@pytest.mark.parametrize("seed", range(3))
def test_each_world_as_the_engine_has_it(make_problem, tiers, resolution, missing, top, seed):
    """Weights in fortieths and whole levels: ties are frequent; a node parts them, or they are shared.

    With a resolution nothing is unknown: a node may be open by less than a step, which the engine then does not see.
    """
    rng = np.random.default_rng(seed)
    cells = [
        [int(level) if level < 6 else None for level in rng.integers(0, 6 if resolution else 7, 4)] for _ in range(6)
    ]
    problem = replace(
        make_problem(
            cells,
            [1, 1, 1, 1, 1],
            parents=[TOP, 0, 0, TOP, TOP],
            combines={TOP: top},
            missing=missing,
            ties=(0,),
            minimum=Fraction(3, 10),
            resolution=resolution,
        ),
        lines=TIERS[tiers],
    )
    first = rng.integers(1, 39, 20) / 40
    second = np.array([rng.integers(1, 40 * (1 - share)) / 40 for share in first])
    inner = rng.integers(1, 40, 20) / 40
    shares = np.array([first, inner, 1 - inner, second, 1 - first - second])
    if top is Combine.MINIMUM:
        shares[[0, 3, 4]] = 1 / 3
    evaluation = evaluate(problem)
    rows = np.sort(evaluation.order.rows)
    basis = evaluation.basis.only(rows)
    is_open = (evaluation.best_partial_values != evaluation.partial_values) | problem.is_unknown
    worlds = Worlds(problem.hierarchy, shares, basis.partial_values, (), basis.is_absent, is_open[rows])
    values = worlds.values()
    levels = standing(problem, worlds, values)
    landings = landings_of(problem, evaluation, rows, values, levels)
    for draw in range(20):
        own = with_weights(problem, shares[:, draw])
        expected = evaluate(own)
        ranked = np.isin(expected.order.rows, rows)
        assert ranked.all()
        assert levels.ranks[:, draw].tolist() == expected.order.ranks[rows].tolist()
        numbers = {line.tier: at for at, line in enumerate(problem.lines)}
        found = select(own, expected).landings
        assert landings[:, draw].tolist() == [numbers.get(found[row].tier, 2) for row in rows.tolist()]


@pytest.mark.parametrize("least", [0, 1])
def test_quotas_of_classes_that_nobody_is_of_move_nobody(make_problem, least):
    """Two places and at most one of class 0: the first and the third, whatever is said of classes 2 to 9."""
    idle = tuple(Quota(of, at_least=least, at_most=1) for of in range(2, 10))
    line = Line("t", 2, None, (0, 0, 1), (Quota(0, at_most=1), *idle))
    problem = replace(make_problem([[5], [4], [3]], [1]), lines=(line,))
    values = np.array([[1.0, 1.0], [0.8, 0.6], [0.6, 0.8]])
    found = landings_of(problem, evaluate(problem), np.arange(3), values, levels_of(values, 1e-12))
    assert found.T.tolist() == [[0, 1, 0], [0, 1, 0]]


def test_draws_that_tie_alike_land_alike(make_problem):
    """Two places, one of each class: of the two of class 0 that lead together neither is sure, whatever they weigh."""
    line = Line("t", 2, None, (0, 0, 1, 1), (Quota(0, at_most=1), Quota(1, at_most=1)))
    problem = replace(make_problem([[5], [5], [4], [3]], [1]), lines=(line,))
    values = np.array([[1.0, 0.9, 0.5], [1.0, 0.9, 0.6], [0.8, 0.8, 0.4], [0.6, 0.6, 0.4]])
    found = landings_of(problem, evaluate(problem), np.arange(4), values, levels_of(values, 1e-12))
    # in the third draw row 1 leads, and rows 2 and 3 are tied for the other place
    assert found.T.tolist() == [[1, 1, 0, 1], [1, 1, 0, 1], [1, 0, 1, 1]]

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.levels import levels
from stratsel.engine.problem import TOP, Screen
from stratsel.terms import Combine, Consequence, Missing


def found(problem) -> tuple[list[int], list[int]]:
    worst, best = levels(problem, evaluate(problem))
    return worst.tolist(), best.tolist()


def test_by_hand(make_problem):
    # worsts 5, 2, 3, 0 and the bests of what is open, 4 and 5
    assert found(make_problem([[5], [(2, 4)], [3], [None]], [1])) == ([1, 5, 4, 6], [1, 3, 4, 1])


def test_settled_figures_have_one_level_each(make_problem):
    assert found(make_problem([[5], [4], [4], [1]], [1])) == ([1, 2, 2, 4], [1, 2, 2, 4])


def test_nobody(make_problem):
    assert found(make_problem([], [1])) == ([], [])


@pytest.mark.parametrize("exact", [True, False])
def test_tie_nodes_separate_the_ends(make_problem, exact):
    rows = [[4, 1], [1, 4], [None, 2]]  # totals 5, 5, 2 to 7
    assert found(make_problem(rows, [1, 1], exact=exact)) == ([2, 2, 4], [2, 2, 1])
    assert found(make_problem(rows, [1, 1], ties=(0,), exact=exact)) == ([2, 3, 4], [2, 3, 1])
    rows[2] = [(3, 4), 1]  # totals 4 to 5; at its best 4 on the first leaf, as the first row
    assert found(make_problem(rows, [1, 1], ties=(0,), exact=exact)) == ([1, 3, 4], [1, 3, 1])


@pytest.mark.parametrize("exact", [True, False])
def test_the_ends_are_rounded(make_problem, ramp, exact):
    rows = [[("0.26", "0.44")], ["0.3"], ["0.35"]]  # to tenths 0.3 to 0.4, 0.3, 0.4
    problem = make_problem(rows, [1], functions=[ramp(0, 1)], resolution=Fraction(1, 10), exact=exact)
    assert found(problem) == ([3, 3, 1], [1, 3, 1])


def test_those_who_are_not_ranked_have_levels_too(make_problem):
    out = Screen(
        "able", np.array([-1, 1], dtype=np.int8), Consequence.EXCLUDE, Consequence.FLAG, np.zeros(2, dtype=bool)
    )
    assert found(make_problem([[5], [4]], [1], screens=(out,))) == ([1, 2], [1, 2])
    rows = [[None, 5], [4, None]]  # 0.5 to 1, 0.4 to 0.9
    problem = make_problem(rows, [1, 1], missing=Missing.AVAILABLE, least_assessed=Fraction(1))
    assert found(problem) == ([3, 4], [1, 2])


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("missing", list(Missing))
def test_ends_are_the_same_under_every_policy(make_problem, missing, exact):
    rows = [[(1, 3, 2), 5], [None, 4], [2, 2], [3, (0, 5, 1)]]
    problem = make_problem(rows, [1, 2], missing=missing, exact=exact)
    # thirds of fifths: 11 to 13, 8 to 13, 6, 3 to 13
    assert found(problem) == ([4, 5, 6, 7], [1, 1, 6, 1])


def test_random_trees_against_the_definition(make_problem, random_hierarchy, by_definition):
    """The rank of each end among all ends, counted in 20 digits; tie nodes are drawn as well."""
    rng = np.random.default_rng(21)
    for number in range(120):
        hierarchy = random_hierarchy(rng, *Combine)
        cells = np.sort(rng.integers(0, 4, (6, len(hierarchy.leaf_nodes), 2)), axis=2)
        is_open = rng.random((6, len(hierarchy.leaf_nodes), 1)) < 0.4
        cells = np.where(is_open, cells, cells[:, :, :1]).tolist()
        ties = (int(rng.integers(len(hierarchy.nodes))),)
        problem = make_problem(
            [[tuple(cell) for cell in row] for row in cells],
            hierarchy.weights,
            parents=hierarchy.parents,
            combines=dict(hierarchy.combines) | {TOP: hierarchy.top},
            ties=ties,
            exact=number % 2 == 0,
        )

        def key(row, end, cells=cells, hierarchy=hierarchy, ties=ties):
            values = [Decimal(cell[end]) / 5 for cell in cells[row]]
            return tuple(round(by_definition(hierarchy, node, values), 20) for node in (TOP, *ties))

        worst, best = [key(row, 0) for row in range(6)], [key(row, 1) for row in range(6)]
        has_end = [any(cell[0] != cell[1] for cell in row) for row in cells]
        ends = worst + [end for end, is_own in zip(best, has_end, strict=True) if is_own]
        expected = [[1 + sum(other > end for other in ends) for end in each] for each in (worst, best)]
        assert found(problem) == tuple(expected)

from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.leave_out import LeftOut, leave_out
from stratsel.analysis.placing import TierMove
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.selection import select
from stratsel.terms import Combine, Missing


def found_in(problem: Problem) -> tuple[LeftOut, ...]:
    evaluation = evaluate(problem)
    return leave_out(problem, evaluation, select(problem, evaluation))


def test_two_criteria(make_problem):
    # 60 points against 40; without the first the second has all, and the other way round nothing changes
    first, second = found_in(make_problem([[5, 0], [0, 5]], [3, 2], places=[1]))
    assert (first.node, second.node) == (0, 1)
    assert first.placing.ranks.tolist() == [2, 1] and second.placing.ranks.tolist() == [1, 2]
    assert first.moves == (TierMove(0, 0, 1, is_tied=False), TierMove(1, 1, 0, is_tied=False))
    assert second.moves == ()


def test_a_tie_that_comes_of_it(make_problem):
    # level on the second
    first, second = found_in(make_problem([[5, 3], [4, 3]], [1, 1], places=[1]))
    assert first.placing.ranks.tolist() == [1, 1] and first.placing.is_tied.all()
    assert first.moves == (TierMove(0, 0, 1, is_tied=True),) and second.moves == ()


def test_which_nodes_are_left_out(make_problem):
    # Nothing under a minimum; not what weighs nothing, nor an only child.
    problem = make_problem(
        [[1, 2, 3, 4, 5, 1]],
        [1, 1, 1, 1, 0, 1, 1, 2],
        parents=[TOP, 0, 0, TOP, TOP, TOP, 5, 5],
        combines={0: Combine.MINIMUM},
    )
    assert [each.node for each in found_in(problem)] == [0, 3, 5, 6, 7]
    assert found_in(make_problem([[1], [2]], [1], places=[1])) == ()
    assert [each.placing.ranks.tolist() for each in found_in(make_problem([], [1, 1], places=[1]))] == [[], []]


@pytest.mark.parametrize("seed", range(10))
def test_a_column_less_by_a_second_formula(make_problem, seed):
    # node 0 is half of what the others are together: its leaves 1 and 2, and 3 and 4 beside it
    rng = np.random.default_rng(seed)
    table = rng.integers(0, 6, (7, 4)).tolist()
    local = [int(weight) for weight in rng.integers(1, 6, 5)]
    problem = make_problem(table, local, parents=[TOP, 0, 0, TOP, TOP], places=[2])
    for found in found_in(problem):
        weights = [0 if node == found.node else weight for node, weight in enumerate(local)]
        whole, below = weights[0] + weights[3] + weights[4], weights[1] + weights[2]
        shares = [
            Fraction(weights[0] * weights[1], whole * below), Fraction(weights[0] * weights[2], whole * below),
            Fraction(weights[3], whole), Fraction(weights[4], whole),
        ]  # fmt: skip
        totals = [sum(share * level for share, level in zip(shares, row, strict=True)) for row in table]
        ranks = [1 + sum(other > total for other in totals) for total in totals]
        inside = [sum(other >= total for other in totals) <= 2 for total in totals]
        assert found.placing.ranks.tolist() == ranks
        assert (found.placing.tiers == 0).tolist() == inside


def test_who_is_no_longer_assessed_enough(make_problem):
    # Without the first the second has nothing: it is not ranked.
    rows = [[5, 1], [4, None]]
    problem = make_problem(rows, [1, 1], places=[1], missing=Missing.AVAILABLE, exact=False)
    first, _ = found_in(problem)
    assert first.placing.ranks.tolist() == [1, 0]

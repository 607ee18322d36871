import pytest

from stratsel.analysis.other_means import OtherMean, other_means
from stratsel.analysis.placing import TierMove
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.selection import select
from stratsel.terms import Combine

ARITHMETIC, GEOMETRIC = Combine.ARITHMETIC, Combine.GEOMETRIC


def found_in(problem: Problem) -> tuple[OtherMean, ...]:
    evaluation = evaluate(problem)
    return other_means(problem, evaluation, select(problem, evaluation))


@pytest.mark.parametrize("now", [ARITHMETIC, GEOMETRIC])
def test_one_mean_and_back(make_problem, now):
    # 4.5 and 0.5 against twice 2: means of 2.5 and 2, geometric ones of 1.5 and 2
    problem = make_problem([["4.5", "0.5"], [2, 2]], [1, 1], combines={TOP: now}, places=[1])
    other = GEOMETRIC if now is ARITHMETIC else ARITHMETIC
    (found,) = found_in(problem)
    assert (found.nodes, found.combine) == ((TOP,), other)
    winner = 1 if other is GEOMETRIC else 0
    assert found.placing.ranks.tolist() == [1 + winner, 2 - winner]
    assert found.moves == (
        TierMove(0, 1 - winner, winner, is_tied=False), TierMove(1, winner, 1 - winner, is_tied=False),
    )  # fmt: skip


def test_a_level_pair_is_a_tie(make_problem):
    # the root of 4 x 1 is 2
    (found,) = found_in(make_problem([[4, 1], [2, 2]], [1, 1], places=[1]))
    assert found.placing.ranks.tolist() == [1, 1]


def test_which_nodes_are_tried(make_problem):
    # 0 is geometric and 3 harmonic; 6 a maximum, 9 an only child's parent
    problem = make_problem(
        [[1, 2, 3, 4, 5, 1, 2]],
        [1] * 11,
        parents=[TOP, 0, 0, TOP, 3, 3, TOP, 6, 6, TOP, 9],
        combines={0: GEOMETRIC, 3: Combine.HARMONIC, 6: Combine.MAXIMUM},
    )
    assert [(each.nodes, each.combine) for each in found_in(problem)] == [
        ((TOP,), GEOMETRIC),
        ((0,), ARITHMETIC),
        ((3,), ARITHMETIC),
        ((3,), GEOMETRIC),
        ((0, 3), ARITHMETIC),
        ((TOP, 3), GEOMETRIC),
    ]


def test_all_together_make_what_none_makes_alone(make_problem):
    # Two nodes of two leaves. All geometric: the root of (root of 5 x 1.25) x 0 is 0.
    problem = make_problem([[5, "1.25", 5, 0], [2, 2, 2, 2]], [1] * 6, parents=[TOP, 0, 0, TOP, 3, 3], places=[1])
    by_nodes = {each.nodes: each.placing.ranks.tolist() for each in found_in(problem)}
    # 3.125 and 2.5 have a mean of 2.8 and a root of 2.8; 2.5 and 2.5 one of 2.5; 3.125 and 0 one of 1.56
    assert by_nodes == {(TOP,): [1, 2], (0,): [1, 2], (3,): [2, 1], (TOP, 0, 3): [2, 1]}


def test_nothing_to_try(make_problem):
    assert found_in(make_problem([[1], [2]], [1], places=[1])) == ()
    assert found_in(make_problem([[1, 1]], [1, 1], combines={TOP: Combine.MINIMUM})) == ()

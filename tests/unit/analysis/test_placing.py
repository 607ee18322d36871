from fractions import Fraction

from stratsel.analysis.placing import Placing, TierMove, moves_between, placing_of
from stratsel.terms import Missing


def listed(placing: Placing) -> list[list]:
    return [placing.ranks.tolist(), placing.tiers.tolist(), placing.is_tied.tolist()]


def test_ranks_and_tiers(make_problem):
    problem = make_problem([[1], [5], [3], [4]], [1], places=[1, 3], minimum=Fraction(2, 5))
    assert listed(placing_of(problem)) == [[4, 1, 3, 2], [2, 0, 1, 1], [False] * 4]


def test_a_tie_across_a_line(make_problem):
    # the second and third are tied for the first tier's second place, and both have one in the next
    problem = make_problem([[5], [4], [4], [1]], [1], places=[2, 3])
    assert listed(placing_of(problem)) == [[1, 2, 2, 4], [0, 1, 1, 2], [False, True, True, False]]


def test_who_is_not_ranked(make_problem):
    rows = [[5, 5], [4, None], [1, 1]]
    problem = make_problem(
        rows, [1, 1], places=[1, 2], missing=Missing.AVAILABLE, least_assessed=Fraction(3, 4), exact=False
    )
    assert listed(placing_of(problem)) == [[1, 0, 2], [0, 2, 1], [False] * 3]


def test_without_tiers_or_candidates(make_problem):
    assert listed(placing_of(make_problem([[1], [2]], [1]))) == [[2, 1], [0, 0], [False, False]]
    assert listed(placing_of(make_problem([], [1], places=[1]))) == [[], [], []]


def test_who_moves(make_problem):
    before = placing_of(make_problem([[5], [4], [3], [1]], [1], places=[1, 2]))
    after = placing_of(make_problem([[1], [4], [4], [5]], [1], places=[1, 2]))
    assert moves_between(before, before) == ()
    assert moves_between(before, after) == (
        TierMove(0, 0, 2, is_tied=False),
        TierMove(1, 1, 2, is_tied=True),
        TierMove(3, 2, 0, is_tied=False),
    )

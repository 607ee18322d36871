"""Flips by hand, and each of them against the engine just before and just after it."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.flip import Flip, flips, is_closed
from stratsel.analysis.search import search_flips
from stratsel.analysis.shift import landing_numbers
from stratsel.analysis.world import movable
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import Landing, select
from stratsel.engine.weight import global_weights, local_weights
from stratsel.terms import Combine, Members, Missing


def found_in(problem: Problem) -> dict[int, Flip]:
    evaluation = evaluate(problem)
    return dict(flips(problem, evaluation, select(problem, evaluation)))


def with_share(problem: Problem, node: int, share: Fraction) -> Problem:
    """The same problem with one global weight, its siblings rescaled to what is left of their parent's."""
    hierarchy = problem.hierarchy
    local, parent = list(local_weights(hierarchy)), hierarchy.parents[node]
    whole = Fraction(1) if parent == TOP else global_weights(hierarchy)[parent]
    before, after = local[node], share / whole
    for sibling in hierarchy.children[parent]:
        local[sibling] *= (1 - after) / (1 - before)
    local[node] = after
    return replace(problem, hierarchy=replace(hierarchy, weights=tuple(local)))


def landing(problem: Problem, row: int) -> Landing:
    return select(problem, evaluate(problem)).landings[row]


# --- by hand --------------------------------------------------------------------------------------


def test_two_criteria_and_one_place(make_problem):
    # 60 points against 40; level at weights of a half each. Both weights move as far: the first in the tree is named.
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[1])
    expected = {
        0: Flip(0, pytest.approx(60), pytest.approx(50), pytest.approx(10), None, is_exact=True),
        1: Flip(0, pytest.approx(60), pytest.approx(50), pytest.approx(10), "tier-1", is_exact=True),
    }
    assert found_in(problem) == expected


def test_siblings_keep_their_proportions(make_problem):
    # 5, 1, 0 against 0, 4, 5 under 5, 3, 2 of 10: 28 against 22 fiftieths. With t on the first and the rest as 3 to 2:
    # 5t + (1 - t) 3/5 = (1 - t) (12 + 10) / 5, so 5t = 19/5 (1 - t), t = 19/44
    problem = make_problem([[5, 1, 0], [0, 4, 5]], [5, 3, 2], places=[1])
    flip = found_in(problem)[0]
    # the third: 25/8 + 3/8 = 28/8 of the first and 12/8 of the second, so 28/8 (1 - t) = 12/8 (1 - t) + 5t, t = 2/7
    assert (flip.node, flip.to, flip.points) == (0, pytest.approx(1900 / 44), pytest.approx(50 - 1900 / 44))
    assert flip.points < 100 * (2 / 7 - 1 / 5)


def test_points_are_of_the_whole_below_a_node_too(make_problem):
    # half the whole is node 0, in which a 1 holds 3 of 4 and b 1 of 4; c is the other half and equal
    problem = make_problem([[5, 0, 2], [0, 5, 2]], [1, 3, 1, 1], parents=[TOP, 0, 0, TOP], places=[1])
    # level where both weigh a half of node 0: from 37.5 points to 25
    assert found_in(problem)[1] == Flip(
        1, pytest.approx(37.5), pytest.approx(25), pytest.approx(12.5), "tier-1", is_exact=True
    )


def test_who_is_never_moved_and_who_is_tied_have_none(make_problem):
    dominating = make_problem([[5, 5], [1, 0], [0, 1]], [1, 1], places=[1])
    assert found_in(dominating) == {}
    tied = make_problem([[5, 0], [0, 5]], [1, 1], places=[1])
    assert found_in(tied) == {}


def test_without_tiers_or_candidates(make_problem):
    assert found_in(make_problem([[5, 0], [0, 5]], [3, 2])) == {}
    assert found_in(make_problem([], [3, 2], places=[1])) == {}
    assert found_in(make_problem([[5], [1]], [1], places=[1])) == {}


def test_the_minimum_is_a_line_too(make_problem):
    # both have a place while they reach 50: the first does from half the weight on, the second up to half
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[2], minimum=Fraction(1, 2))
    found = found_in(problem)
    assert [(found[row].to, found[row].tier) for row in (0, 1)] == [
        (pytest.approx(50), None),
        (pytest.approx(50), "tier-2"),
    ]


def test_twins_move_together_and_need_two_places(make_problem):
    # 3.5, 3 and twice 2.5 of 5, for two places. With w on the first, the twins' 5w passes 3 at 0.6: they are tied for
    # the place that is left. It passes 3 + w at 0.75: both are in.
    found = found_in(make_problem([[4, 3], [3, 3], [5, 0], [5, 0]], [1, 1], places=[2]))
    assert {row: (flip.node, flip.tier) for row, flip in found.items()} == {
        0: (0, None), 1: (0, None), 2: (0, "tier-2"), 3: (0, "tier-2"),
    }  # fmt: skip
    assert [found[row].to for row in range(4)] == pytest.approx([75, 60, 75, 75])


def test_what_a_tie_node_parts_stays_parted_where_values_stay_level(make_problem):
    # level by 4 + 2 and 2 + 4; the first criterion separates. Its weight parts them at once, and so does the other.
    problem = make_problem([[4, 2, 1], [2, 4, 1], [0, 0, 5]], [1, 1, 1], places=[1], ties=(0,))
    found = found_in(problem)
    assert found[0].points == pytest.approx(0, abs=1e-6)
    assert found[1].points == pytest.approx(0, abs=1e-6)
    # Below one node, which counts half: moving that against the fourth leaves them level, and parted as before, until
    # both are level with the third, 3w + (1 - w) = 2 (1 - w) at a quarter
    below = make_problem(
        [[4, 2, 1], [2, 4, 1], [0, 0, 2]], [1, 1, 1, 1], parents=[TOP, 0, 0, TOP], places=[1], ties=(1,)
    )
    found = found_in(below)
    assert (found[2].node, found[2].to) == (0, pytest.approx(25))
    assert {(found[row].node, round(found[row].points, 6)) for row in (0, 1)} == {(1, 0)}


# --- against the engine ---------------------------------------------------------------------------

JUST = Fraction(1, 10**7)


def assert_is_smallest(problem: Problem, row: int, flip: Flip | None) -> None:
    """Everything up to the flip leaves the tier as it is, for every weight; just beyond it the tier is another."""
    now = landing(problem, row).tier
    shares = global_weights(problem.hierarchy)
    reach = Fraction(1) if flip is None else Fraction(flip.points) / 100 - JUST
    for node in movable(problem.hierarchy):
        parent = problem.hierarchy.parents[node]
        most = Fraction(1) if parent == TOP else shares[parent]
        for sign in (-1, 1):
            for part in (Fraction(1, 50), Fraction(1, 3), Fraction(4, 5), Fraction(1)):
                moved = min(max(shares[node] + sign * part * reach, JUST), most - JUST)
                assert landing(with_share(problem, node, moved), row).tier == now
    if flip is not None:
        sign = 1 if flip.to > flip.weight else -1
        parent = problem.hierarchy.parents[flip.node]
        end = (Fraction(1) if parent == TOP else shares[parent]) if sign > 0 else Fraction(0)
        to = Fraction(flip.to) / 100
        beyond = to + sign * min(JUST, abs(end - to) / 2)
        after = landing(with_share(problem, flip.node, beyond), row)
        assert after.tier == flip.tier != now
        assert flip.weight == pytest.approx(100 * float(shares[flip.node]))
        assert flip.points == pytest.approx(abs(flip.to - flip.weight))


@pytest.mark.parametrize("seed", range(20))
def test_each_flip_is_the_smallest(make_problem, seed):
    rng = np.random.default_rng(seed)
    cells = [[Fraction(int(tenth), 10) for tenth in rng.integers(0, 51, 4)] for _ in range(6)]
    weights = [Fraction(int(weight)) for weight in rng.integers(1, 9, 6)]
    problem = make_problem(
        cells, weights, parents=[TOP, 0, 0, TOP, 3, 3], places=[1, 3], minimum=Fraction(int(rng.integers(0, 3)), 5)
    )
    evaluation = evaluate(problem)
    assert is_closed(problem, evaluation.basis)
    found = found_in(problem)
    for row in range(6):
        if not landing(problem, row).ties:
            assert_is_smallest(problem, row, found.get(row))


@pytest.mark.parametrize("seed", range(10))
def test_the_search_finds_what_the_closed_form_says(make_problem, seed):
    rng = np.random.default_rng(seed)
    cells = [[Fraction(int(tenth), 10) for tenth in rng.integers(0, 51, 3)] for _ in range(7)]
    problem = make_problem(cells, [1, 2, 3], places=[2, 4])
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    closed = flips(problem, evaluation, shortlist)
    searched = search_flips(problem, evaluation, landing_numbers(problem, shortlist))
    assert {row: round(flip.points, 6) for row, flip in searched.items()} == {
        row: round(flip.points, 6) for row, flip in closed.items()
    }
    assert all(flip.is_exact for flip in closed.values()) and not any(flip.is_exact for flip in searched.values())


CLASSES = (0, 0, 1, 1, 2)
ELSEWHERE = {
    "quotas": {"lines": (Line("first", 2, None, CLASSES, (Quota(0, 0, 1),)),)},
    "classes": {"lines": (Line("first", 2, Members.ALL, CLASSES),)},
    "resolution": {"resolution": Fraction(1, 20)},
    "minimum of all": {"top": Combine.GEOMETRIC},
    "available": {"missing": Missing.AVAILABLE},
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_elsewhere_it_is_searched_and_lands_where_it_says(make_problem, case):
    others = dict(ELSEWHERE[case])
    lines, top = others.pop("lines", (Line("first", 2),)), others.pop("top", Combine.ARITHMETIC)
    gap = None if case == "available" else 3
    cells = [[5, 1, 2], [4, 2, 2], [1, 5, 3], [2, 3, gap], [1, 1, 5]]
    problem = replace(make_problem(cells, [3, 2, 1], combines={TOP: top}, **others), lines=lines)
    assert not is_closed(problem, evaluate(problem).basis)
    found = found_in(problem)
    assert found
    for row, flip in found.items():
        assert not flip.is_exact
        now, sign = landing(problem, row).tier, 1 if flip.to > flip.weight else -1
        before, beyond = (Fraction(flip.to) / 100 + sign * by for by in (-Fraction(1, 10**5), Fraction(1, 10**5)))
        assert landing(with_share(problem, flip.node, before), row).tier == now
        assert landing(with_share(problem, flip.node, beyond), row).tier == flip.tier != now


def test_of_very_many_criteria_only_the_heaviest_are_moved(make_problem, monkeypatch):
    """As by hand above; 40 points would also do from the second criterion, which is no longer asked."""
    monkeypatch.setattr("stratsel.analysis.flip.MOST", 1)
    found = found_in(make_problem([[0, 5], [5, 0]], [2, 3], places=[1]))
    expected = Flip(1, pytest.approx(60), pytest.approx(50), pytest.approx(10), None, is_exact=False)
    assert found[0] == expected

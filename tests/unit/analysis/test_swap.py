from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.swap import swaps
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy
from stratsel.engine.weight import global_weights
from stratsel.terms import Combine, Missing


def found(problem, first=0, second=1):
    swapped = swaps(problem, evaluate(problem), first, second)
    return None if swapped is None else {each.node: (each.weight, each.to, each.points) for each in swapped}


def nearly(ways):
    return {node: pytest.approx(numbers, abs=1e-9) for node, numbers in ways.items()}


def test_two_criteria_by_hand(make_problem):
    # 0.75 x 1 + 0.25 x 0.2 = 0.8 and 0.75 x 0.6 + 0.25 x 1 = 0.7: with a weight of w for the first criterion the
    # first is ahead by 0.4 w - 0.8 (1 - w) = 1.2 w - 0.8, which is nothing at w = 2/3
    problem = make_problem([[5, 1], [3, 5]], [3, 1])
    expected = nearly({0: (75, 200 / 3, 25 / 3), 1: (25, 100 / 3, 25 / 3)})
    assert found(problem) == expected
    assert found(problem, 1, 0) == expected


def test_a_tree_by_hand(make_problem):
    # n0 weighs 60 = n1 40 + n2 20, n3 weighs 40. Values 1, 0, 0.5 and 0, 1, 0.6: the first has 40 + 0 + 20 = 60, the
    # second 0 + 20 + 24 = 44 points, ahead by 16.
    # n0: within it ahead by 1/3, on n3 behind by 0.1: x/3 - 0.1 (1 - x) = 0 at x = 3/13 of the whole
    # n1 of the 60: x - (60 - x) - 4 = 0 at x = 32;  n2 the rest of it, 28;  n3 the rest of the whole, 10/13
    problem = make_problem([[5, 0, "2.5"], [0, 5, 3]], [6, 2, 1, 4], parents=[TOP, 0, 0, TOP])
    assert found(problem) == nearly(
        {
            1: (40, 32, 8),
            2: (20, 28, 8),
            0: (60, 300 / 13, 60 - 300 / 13),
            3: (40, 1000 / 13, 1000 / 13 - 40),
        }
    )


def test_who_is_nowhere_behind_stays_ahead(make_problem):
    assert found(make_problem([[5, 2], [4, 1]], [1, 1])) == {}
    # level where they differ in nothing that still weighs something, and never further
    assert found(make_problem([[5, 2], [4, 2]], [1, 1])) == {}


def test_level_rows_and_a_single_leaf_have_none(make_problem):
    assert found(make_problem([[5, 1], [1, 5]], [1, 1])) == {}
    assert found(make_problem([[5], [1]], [1])) == {}


@pytest.mark.parametrize("combines", [{TOP: Combine.GEOMETRIC}, {0: Combine.GEOMETRIC}])
def test_no_closed_form_where_a_weight_acts_on_no_sum(combines, make_problem):
    problem = make_problem([[5, 1, 1], [1, 3, 3]], [1, 1, 1, 1], parents=[TOP, 0, 0, TOP], combines=combines)
    assert found(problem) is None


def test_what_takes_no_weights_is_moved_as_a_whole(make_problem):
    # n0, the minimum of its children, is 0.2 and 0.4; n3 is 0.8 and 0.2. The first has 50 points, the second 30; level
    # where 0.2 w = 0.6 (1 - w), at w = 0.75
    problem = make_problem(
        [[5, 1, 4], [3, 2, 1]], [1, 1, 1, 1], parents=[TOP, 0, 0, TOP], combines={0: Combine.MINIMUM}
    )
    assert found(problem) == nearly({0: (50, 75, 25), 3: (50, 25, 25)})


def test_what_is_left_out_counts_for_the_two_alone(make_problem):
    """A third candidate of which something is unknown changes nothing between the first two."""
    rows = [[5, 1], [3, 5], [None, 5]]
    problem = make_problem(rows, [3, 1], missing=Missing.AVAILABLE)
    assert found(problem) == nearly(found(make_problem(rows[:2], [3, 1])))
    assert found(problem, 0, 2) is None


@pytest.mark.parametrize("seed", range(40))
def test_the_shift_makes_them_level_and_no_other_does(seed, make_problem, random_hierarchy):
    """By brute force: weights are set anew and all is valued again; the lead is a line, so its ends show its signs."""
    rng = np.random.default_rng(seed)
    hierarchy = random_hierarchy(rng, Combine.ARITHMETIC)
    rows = rng.integers(0, 6, (2, len(hierarchy.leaf_nodes))).tolist()

    def lead(weights):
        problem = make_problem(rows, weights, parents=hierarchy.parents)
        first, second = evaluate(problem).shown
        return 100 * float(first - second)

    now = lead(hierarchy.weights)
    problem = make_problem(rows, hierarchy.weights, parents=hierarchy.parents)
    swapped = {each.node: each for each in swaps(problem, evaluate(problem), 0, 1) or ()}
    if abs(now) < 1e-9:
        assert not swapped
        return
    for node in range(len(hierarchy.nodes)):
        way = swapped.get(node)
        if way is not None:
            assert abs(lead(moved(hierarchy, node, way.to))) < 1e-9
            assert way.points == pytest.approx(abs(way.to - way.weight))
            end = 0 if way.to < way.weight else room_of(hierarchy, node)
            assert now * lead(moved(hierarchy, node, end)) < 0
        elif can_move(hierarchy, node):
            ends = [lead(moved(hierarchy, node, end)) for end in (0, room_of(hierarchy, node))]
            assert all(now * end > -1e-9 for end in ends)
    assert [each.points for each in swapped.values()] == sorted(each.points for each in swapped.values())


def siblings(hierarchy: Hierarchy, node: int) -> list[int]:
    parent = hierarchy.parents[node]
    return [each for each in range(len(hierarchy.nodes)) if hierarchy.parents[each] == parent and each != node]


def can_move(hierarchy: Hierarchy, node: int) -> bool:
    """Whether the whole changes as the node's weight does: it and siblings weigh something, and so do all above it."""
    others = sum(hierarchy.weights[each] for each in siblings(hierarchy, node))
    return bool(others) and hierarchy.weights[node] > 0 and global_weights(hierarchy)[node] > 0


def room_of(hierarchy: Hierarchy, node: int) -> Fraction:
    parent = hierarchy.parents[node]
    return 100 * (Fraction(1) if parent == TOP else Fraction(global_weights(hierarchy)[parent]))


def moved(hierarchy: Hierarchy, node: int, to: float) -> list[Fraction]:
    """Weights with which a node has `to` points of the whole; siblings share the rest of their parent as before."""
    weights = list(hierarchy.weights)
    local = Fraction(to) / room_of(hierarchy, node)
    others = siblings(hierarchy, node)
    rest = sum(weights[each] for each in others)
    for each in others:
        weights[each] *= (1 - local) / rest
    weights[node] = local
    return weights

from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.terms import Combine, Missing

# total: a (leaf), b (c (leaf), d (e (leaf), f (leaf))), g (leaf)
DEEP = Hierarchy(tuple("abcdefg"), (TOP, TOP, 1, 1, 3, 3, TOP), (Fraction(1),) * 7)


def test_leaves_stand_in_tree_order():
    assert [DEEP.nodes[node] for node in DEEP.leaf_nodes] == ["a", "c", "e", "f", "g"]


@pytest.mark.parametrize(
    ("node", "leaves"), [("a", "a"), ("b", "cef"), ("c", "c"), ("d", "ef"), ("f", "f"), ("g", "g")]
)
def test_leaves_under_a_node(node, leaves):
    found = DEEP.leaves_under(DEEP.nodes.index(node))
    assert "".join(DEEP.nodes[DEEP.leaf_nodes[at]] for at in found) == leaves


def test_path_runs_from_the_top():
    assert [DEEP.nodes[node] for node in DEEP.path(4)] == ["b", "d", "e"]
    assert DEEP.path(0) == (0,)


def test_children_of_every_node_and_of_the_whole():
    assert DEEP.children == {TOP: [0, 1, 6], 1: [2, 3], 3: [4, 5]}


def test_what_a_node_has_its_value_from():
    ways = {1: Combine.MINIMUM}
    mixed = Hierarchy(
        tuple("abcdefg"), DEEP.parents, tuple(map(Fraction, (0, 1, 0, 1, 0, 1, 1))), ways, Combine.GEOMETRIC
    )
    assert (mixed.combine(TOP), mixed.combine(1), mixed.combine(3)) == (
        Combine.GEOMETRIC,
        Combine.MINIMUM,
        Combine.ARITHMETIC,
    )
    # a and e weigh nothing; so does c, but no weight matters under a minimum
    assert [node for node in range(7) if mixed.counts(node)] == [1, 2, 3, 5, 6]
    assert mixed.counted(TOP) == [TOP, 1, 6, 2, 3, 5]
    assert mixed.counted(0) == [0]


def test_deep_trees_need_no_stack():
    depth = 5_000
    chain = Hierarchy(tuple(map(str, range(depth))), tuple(range(-1, depth - 1)), (Fraction(1),) * depth)
    assert chain.leaf_nodes == (depth - 1,)
    assert len(chain.path(depth - 1)) == depth
    assert len(chain.counted(TOP)) == depth + 1


@pytest.mark.parametrize(
    ("parents", "weights", "message"),
    [
        ((TOP,), (1, 1), "one parent and one weight"),
        ((TOP, TOP), (1,), "one parent and one weight"),
        ((1, TOP), (1, 1), "parents come before"),
        ((TOP, -2), (1, 1), "parents come before"),
        ((0, 0), (1, 1), "parents come before"),
        ((TOP, TOP), (1, -1), "negative"),
        ((TOP, TOP), (0, 0), "weigh nothing"),
        ((TOP, 0, 0), (1, 0, 0), "weigh nothing"),
    ],
)
def test_what_is_no_tree_is_refused(parents, weights, message):
    with pytest.raises(ValueError, match=message):
        Hierarchy(("a", "b", "c")[: max(len(weights), 2)], parents, tuple(Fraction(weight) for weight in weights))


def replaced(problem: Problem, **changes: object) -> Problem:
    return Problem(**{name: getattr(problem, name) for name in Problem.__slots__} | changes)


def test_shapes_must_fit(make_problem, ramp):
    problem = make_problem([[1, 2], [3, 4]], [1, 1])
    with pytest.raises(ValueError, match="2 leaves need as many value functions, not 1"):
        replaced(problem, value_functions=(ramp(0, 5),))
    for name in ("worst_performances", "best_performances", "is_unknown"):
        with pytest.raises(ValueError, match=rf"{name} must have the shape \(2, 2\), not \(2, 3\)"):
            replaced(problem, **{name: np.zeros((2, 3))})


@pytest.mark.parametrize("missing", [Missing.AVAILABLE, Missing.REFUSE])
def test_an_order_by_what_is_likely_needs_likely_performances(make_problem, missing):
    problem = make_problem([[1, (2, 3)], [3, 4]], [1, 1], missing=missing)
    with pytest.raises(ValueError, match="likely"):
        replaced(problem, likely_performances=None)
    with pytest.raises(ValueError, match=r"likely_performances must have the shape \(2, 2\)"):
        replaced(problem, likely_performances=np.zeros((2, 3)))
    with pytest.raises(ValueError, match="finite"):
        replaced(problem, likely_performances=np.full((2, 2), np.nan))


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_performances_must_be_finite(make_problem, number):
    problem = make_problem([[1, 2], [3, 4]], [1, 1])
    broken = problem.best_performances.copy()
    broken[1, 0] = number
    with pytest.raises(ValueError, match="finite"):
        replaced(problem, best_performances=broken)


@pytest.mark.parametrize("places", [(3, 3), (6, 3), (0,), (-1, 2)])
def test_lines_are_counted_from_the_top(make_problem, places):
    problem = make_problem([[1]], [1])
    with pytest.raises(ValueError, match="lines"):
        replaced(problem, lines=tuple(Line(str(count), count) for count in places))


def test_a_problem_without_anything_open_is_settled(make_problem):
    assert make_problem([[1, 2], [3, 4]], [1, 1]).is_settled
    assert not make_problem([[1, 2], [3, None]], [1, 1]).is_settled
    problem = make_problem([[1, 2]], [1, 1])
    assert replaced(problem, best_performances=problem.worst_performances).is_settled

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line
from stratsel.engine.rank import Order
from stratsel.engine.selection import Landing, Tie, certainties, land
from stratsel.engine.value import ValueFunction
from stratsel.terms import Certainty

IN, OPEN, OUT = Certainty.IN, Certainty.OPEN, Certainty.OUT


def landings(is_level: str, *places: int) -> list[Landing]:
    """Land rows that stand in order; `=` marks one that stands level with the one before."""
    order = Order(np.arange(len(is_level)), np.array([sign == "=" for sign in is_level], dtype=bool))
    found = land(order, [Line(f"tier-{count}", count) for count in places])
    return [found[row] for row in range(len(is_level))]


# --- where each lands -----------------------------------------------------------------------------


def test_tiers_are_cumulative():
    tiers = [landing.tier for landing in landings(".......", 3, 6)]
    assert tiers == ["tier-3"] * 3 + ["tier-6"] * 3 + [None]


def test_a_tie_within_a_tier_is_no_matter():
    assert landings(".==.", 3) == [Landing("tier-3")] * 3 + [Landing(None)]
    assert landings("..=.", 3)[2] == Landing("tier-3")


def test_a_tie_across_a_line_is_tied_for_the_places_left():
    # second to fourth stand level: two places of three are left
    first, *tied, last = landings("..==.", 3)
    assert first == Landing("tier-3")
    assert tied == [Landing(None, (Tie("tier-3", 2),))] * 3
    assert last == Landing(None)
    assert (tied[0].tied_for, tied[0].places_left) == ("tier-3", 2)
    assert (first.tied_for, first.places_left) == (None, 0)


def test_a_tie_across_the_upper_line_keeps_the_lower_tier():
    assert landings("...=..", 3, 6)[3] == Landing("tier-6", (Tie("tier-3", 1),))


def test_a_tie_across_two_lines_is_tied_for_both():
    found = landings("..======", 3, 6)
    assert found[1] == Landing(None, (Tie("tier-3", 2), Tie("tier-6", 5)))
    assert found[1].tied_for == "tier-3"


def test_more_places_than_candidates():
    assert landings(".=", 3, 6) == [Landing("tier-3")] * 2


def test_no_lines_and_nobody():
    assert landings("..") == [Landing(None)] * 2
    assert land(Order(np.array([], dtype=np.int64), np.array([], dtype=bool)), [Line("tier-1", 1)]) == {}


# --- sure in, open, sure out ----------------------------------------------------------------------


def sure(problem) -> list[str]:
    found = certainties(problem, evaluate(problem))
    return [" ".join(each.values()) for each in found]


def test_settled_figures_leave_nothing_open(make_problem):
    assert sure(make_problem([[5], [4], [3]], [1], places=[1, 2])) == ["in in", "out in", "out out"]


def test_a_tie_across_a_line_is_open(make_problem):
    assert sure(make_problem([[5], [4], [4], [3]], [1], places=[1, 2, 3])) == [
        "in in in",
        "out open in",
        "out open in",
        "out out out",
    ]


def test_bounds_by_hand(make_problem):
    # 5; 2 to 4; 3; 0 to 5; 1: for two places
    rows = [[5], [(2, 4)], [3], [None], [1]]
    # 5 is in: only the unknown can draw level. 4 may be second or, below 3 and 5, third. 3 may lose to both.
    # The unknown may be first or last. 1 has 5, 2 and 3 above it at their worst.
    assert sure(make_problem(rows, [1], places=[2])) == ["in", "open", "open", "open", "out"]


def test_no_lines(make_problem):
    assert sure(make_problem([[1], [None]], [1])) == ["", ""]


def test_a_tie_node_settles_what_would_be_open(make_problem):
    rows = [[4, 1], [1, 4]]
    assert sure(make_problem(rows, [1, 1], places=[1])) == ["open", "open"]
    assert sure(make_problem(rows, [1, 1], places=[1], ties=[0])) == ["in", "out"]


@pytest.mark.parametrize("exact", [True, False])
def test_an_unknown_of_weight_zero_matters_only_at_its_tie_node(make_problem, exact):
    rows = [[3, 2], [3, None]]
    assert sure(make_problem(rows, [1, 0], places=[1], exact=exact)) == ["open", "open"]
    assert sure(make_problem(rows, [1, 0], places=[1], ties=[1], exact=exact)) == ["open", "open"]
    rows = [[3, 2], [3, (3, 4)]]
    assert sure(make_problem(rows, [1, 0], places=[1], ties=[1], exact=exact)) == ["out", "in"]


# --- against every completion ---------------------------------------------------------------------


def completions(rows: list[list[tuple[int, int]]]) -> Iterator[list[list[int]]]:
    """Every way in which the open cells can turn out, each at one of its ends."""
    cells = [cell for row in rows for cell in row]
    choices = [(worst,) if worst == best else (worst, best) for worst, best in cells]
    width = len(rows[0])
    for figures in product(*choices):
        yield [list(figures[at : at + width]) for at in range(0, len(figures), width)]


def by_brute_force(rows, keys, places: list[int]) -> list[list[Certainty]]:
    """In: within the tier in every completion. Out: in none within it, nor tied across its line. Else open."""
    always = [[True] * len(places) for _ in rows]
    ever = [[False] * len(places) for _ in rows]
    for figures in completions(rows):
        standing = [tuple(sum(w * x for w, x in zip(key, row, strict=True)) for key in keys) for row in figures]
        for at, own in enumerate(standing):
            above = sum(other > own for other in standing)
            level = sum(other == own for other in standing)
            for line, count in enumerate(places):
                always[at][line] &= above + level <= count
                ever[at][line] |= above < count
    return [
        [IN if always[at][line] else OPEN if ever[at][line] else OUT for line in range(len(places))]
        for at in range(len(rows))
    ]


def random_rows(rng: np.random.Generator, size: int, leaves: int, most_open: int) -> list[list[tuple[int, int]]]:
    rows = [[(int(level),) * 2 for level in row] for row in rng.integers(0, 4, (size, leaves))]
    for _ in range(most_open):
        row, leaf = int(rng.integers(size)), int(rng.integers(leaves))
        rows[row][leaf] = tuple(sorted(int(level) for level in rng.integers(0, 4, 2)))
    return rows


@pytest.mark.parametrize("exact", [True, False])
def test_certainties_against_brute_force(make_problem, ramp, exact):
    """Few levels and small weights, so that ties are frequent; tie nodes in half of the problems."""
    rng = np.random.default_rng(17)
    functions = [ramp(0, 3)] * 3
    for _ in range(1_500):
        size = int(rng.integers(1, 6))
        rows = random_rows(rng, size, 3, int(rng.integers(0, 6)))
        weights = [1, *(int(weight) for weight in rng.integers(0, 3, 2))]
        ties = rng.permutation(3)[: int(rng.integers(0, 3))].tolist()
        places = sorted({int(count) for count in rng.integers(1, size + 1, 2)})
        problem = make_problem(rows, weights, functions=functions, places=places, ties=ties, exact=exact)
        keys = [weights, *([int(leaf == node) for leaf in range(3)] for node in ties)]
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(rows, keys, places), (rows, weights, ties, places)


def test_certainties_of_a_tree_against_brute_force(make_problem, ramp):
    """Local weights 1 : 2 over (3 : 1) and (1); as global weights 3, 1 and 8 of 12; the group as tie node."""
    rng = np.random.default_rng(19)
    for _ in range(500):
        rows = random_rows(rng, 4, 3, 5)
        problem = make_problem(
            rows,
            [1, 3, 1, 2],
            parents=[TOP, 0, 0, TOP],
            functions=[ramp(0, 3)] * 3,
            places=[1, 3],
            ties=[0],
        )
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(rows, [[3, 1, 8], [3, 1, 0]], [1, 3]), rows


def test_certainties_on_falling_and_flat_scales_against_brute_force(make_problem, ramp):
    rng = np.random.default_rng(23)
    steps = ValueFunction(tuple(map(Fraction, range(4))), tuple(map(Fraction, ("0", "0.5", "0.5", "1"))))
    points = [0, 1, 1, 2]  # of `steps`, doubled
    for _ in range(500):
        levels = random_rows(rng, 4, 2, 4)
        # the first leaf falls from 3 to 0, the second has two levels that are worth the same
        rows = [[(high, low), second] for (low, high), second in levels]
        problem = make_problem(rows, [2, 3], functions=[ramp(3, 0), steps], places=[1, 2], ties=[1])
        worth = [[(3 - high, 3 - low), (points[second[0]], points[second[1]])] for (low, high), second in levels]
        # 2 x (3 - x)/3 + 3 x p/2, times 6
        found = [list(each.values()) for each in certainties(problem, evaluate(problem))]
        assert found == by_brute_force(worth, [[4, 9], [0, 1]], [1, 2]), rows


def test_who_is_sure_in_is_never_merely_tied(make_problem, ramp):
    """The order shown is one of the completions, so that both answers must agree where every tie node is known."""
    rng = np.random.default_rng(29)
    for _ in range(300):
        rows = random_rows(rng, 5, 2, 3)
        problem = make_problem(rows, [1, 2], functions=[ramp(0, 3)] * 2, places=[2])
        found = evaluate(problem)
        landed = land(found.order, problem.lines)
        for row, places in enumerate(certainties(problem, found)):
            if places["tier-2"] is IN:
                assert landed[row] == Landing("tier-2")
            if places["tier-2"] is OUT:
                assert landed[row] == Landing(None)

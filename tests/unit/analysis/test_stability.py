"""Stability by hand, and each interval against the engine just within and just beyond its ends."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.stability import (
    StabilityInterval,
    StabilityIntervals,
    caught_up,
    first_parted,
    is_closed,
    let_in,
    line_crossed,
    next_swap,
    stability_intervals,
)
from stratsel.analysis.stability_search import FIRST, ORDER, Change
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.engine.weight import global_weights, local_weights
from stratsel.terms import Combine, Members, Missing


def intervals(problem: Problem) -> StabilityIntervals:
    evaluation = evaluate(problem)
    return stability_intervals(problem, evaluation, select(problem, evaluation))


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


def ends(interval: StabilityInterval) -> tuple[object, ...]:
    return interval.weight, interval.low, interval.high


# --- by hand --------------------------------------------------------------------------------------


def test_two_criteria(make_problem):
    # 60 points against 40; level at weights of a half each
    found = intervals(make_problem([[5, 0], [0, 5]], [3, 2], places=[1]))
    one = StabilityInterval(
        0, pytest.approx(60), pytest.approx(50), 100, Change(pytest.approx(0.1), 1, 0), None, is_exact=True
    )
    two = StabilityInterval(
        1, pytest.approx(40), 0, pytest.approx(50), None, Change(pytest.approx(0.1), 1, 0), is_exact=True
    )
    assert found == StabilityIntervals((one, two), {"tier-1": (one, two)}, (one, two))


def test_first_place_tier_and_order_end_at_different_weights(make_problem):
    # With w on the first: 5w, 2 + w, 4 - 2w, 3 - 3w. Now, at 0.8: 4, 2.8, 2.4, 0.6. Downwards the second and the third
    # meet at 2/3, the first and the second at 1/2, the first and the third at 4/7: first is caught up at 4/7. Upwards
    # nobody meets.
    problem = make_problem([[5, 0], [3, 2], [2, 4], [0, 3]], [4, 1], places=[2])
    found = intervals(problem)
    assert ends(found.first[0]) == pytest.approx((80, 400 / 7, 100))
    assert found.first[0].at_low == Change(pytest.approx(0.8 - 4 / 7), 2, 0)
    # the first two are those on rows 0 and 1 until the third passes the second
    assert ends(found.tiers["tier-2"][0]) == pytest.approx((80, 200 / 3, 100))
    assert found.tiers["tier-2"][0].at_low == Change(pytest.approx(0.8 - 2 / 3), 2, 1)
    assert ends(found.order[0]) == pytest.approx((80, 200 / 3, 100))
    # the other weight is what the first leaves over
    assert ends(found.order[1]) == pytest.approx((20, 0, 100 / 3))


def test_points_are_of_the_whole_below_a_node_too(make_problem):
    # half the whole is node 0, in which a 1 holds 3 of 4 and b 1 of 4; c is the other half and equal: level where both
    # weigh a quarter of the whole
    found = intervals(make_problem([[5, 0, 2], [0, 5, 2]], [1, 3, 1, 1], parents=[TOP, 0, 0, TOP]))
    assert [(each.node, *ends(each)) for each in found.first] == [
        (0, pytest.approx(50), 0, 100),
        (1, pytest.approx(37.5), pytest.approx(25), 50),
        (2, pytest.approx(12.5), 0, pytest.approx(25)),
        (3, pytest.approx(50), 0, 100),
    ]


def test_siblings_keep_their_proportions(make_problem):
    # as in the test of flips: level at 19/44 of the first, and at 2/7 of the third
    found = intervals(make_problem([[5, 1, 0], [0, 4, 5]], [5, 3, 2]))
    assert ends(found.first[0]) == pytest.approx((50, 1900 / 44, 100))
    assert ends(found.first[2]) == pytest.approx((20, 0, 200 / 7))


def test_those_level_part_at_once_unless_they_move_alike(make_problem):
    found = intervals(make_problem([[5, 0], [0, 5]], [1, 1]))
    assert found.first[0].is_point
    assert (found.first[0].at_low, found.first[0].at_high) == (Change(0, 1, 0), Change(0, 0, 1))
    assert found.order[0].is_point
    twins = intervals(make_problem([[5, 0], [5, 0], [0, 5]], [3, 2]))
    assert ends(twins.first[0]) == ends(twins.order[0]) == pytest.approx((60, 50, 100))
    assert not twins.first[0].is_point


def test_those_a_tie_node_separates_part_one_way(make_problem):
    # level at half the weight each, and the first criterion puts row 0 ahead: any more for the second undoes that
    found = intervals(make_problem([[4, 2], [2, 4]], [1, 1], ties=(0,)))
    assert ends(found.first[0]) == pytest.approx((50, 50, 100))
    assert found.first[0].at_low == Change(pytest.approx(0, abs=1e-9), 1, 0)


def test_one_that_is_no_longer_tied_comes_in(make_problem):
    # rows 1 and 2 are tied for the second place; both ways one of them is left behind
    found = intervals(make_problem([[5, 5], [4, 2], [2, 4]], [1, 1], places=[2]))
    (interval, _) = found.tiers["tier-2"]
    assert (interval.at_low, interval.at_high) == (Change(0, 2, 1), Change(0, 1, 2))
    # three tied, two of them alike: these stay tied upwards, 5w against 4 - 3w, and downwards the third comes in alone
    problem = make_problem([[5, 5], [4, 2], [4, 2], [2, 4]], [1, 1], places=[2])
    (interval, _) = intervals(problem).tiers["tier-2"]
    assert ends(interval) == pytest.approx((50, 50, 100))
    assert interval.at_low == Change(0, 3, 1)


def test_the_minimum_is_a_line_too(make_problem):
    # all reach 50 of 100 while they may: the first from half the weight on, the second up to half
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[2], minimum=Fraction(1, 2))
    (interval, _) = intervals(problem).tiers["tier-2"]
    # downwards the second reaches the minimum at a half; upwards nothing more can fall
    assert ends(interval) == pytest.approx((60, 50, 100))
    assert interval.at_low == Change(pytest.approx(0.1), 1, None)
    falling = make_problem([[0, 5], [0, 5]], [2, 3], places=[2], minimum=Fraction(1, 2))
    (interval, _) = intervals(falling).tiers["tier-2"]
    assert ends(interval) == pytest.approx((40, 0, 50))
    assert interval.at_high is not None
    assert interval.at_high.ahead is None


def test_nothing_to_move_and_nobody_to_be_ranked(make_problem):
    assert intervals(make_problem([[5], [1]], [1], places=[1])) == StabilityIntervals((), {"tier-1": ()}, ())
    assert intervals(make_problem([], [3, 2], places=[1])) == StabilityIntervals((), {"tier-1": ()}, ())
    alone = intervals(make_problem([[5, 0]], [3, 2], places=[1]))
    everywhere = [(60, 0, 100), (40, 0, 100)]
    for each in (alone.first, alone.tiers["tier-1"], alone.order):
        assert [ends(interval) for interval in each] == [pytest.approx(way) for way in everywhere]


def test_all_alike(make_problem):
    found = intervals(make_problem([[2, 2]] * 3, [3, 2], places=[1]))
    assert [ends(each) for each in found.order] == [pytest.approx((60, 0, 100)), pytest.approx((40, 0, 100))]


# --- lines ----------------------------------------------------------------------------------------


def lines(*pairs: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    values, slopes = zip(*pairs, strict=True)
    return np.array(values), np.array(slopes)


def test_the_first_of_all_meetings_is_found():
    # from 1 down at -1; outside 0 + 2x meets at 1/3, 0.5 + 0x at 1/2, 0.9 - x never
    assert caught_up(*lines((1, -1), (0.9, -1), (0.5, 0), (0, 2)), 1, 1.0) == (pytest.approx(1 / 3), 3, 0)
    assert caught_up(*lines((1, -1), (0.5, 0)), 1, 0.5) is None  # they meet just at the end
    assert caught_up(*lines((1, 0), (0, 0)), 1, 1.0) is None
    assert caught_up(*lines((1, 0), (0, 5)), 2, 1.0) is None


def test_neighbours_swap_first():
    assert next_swap(*lines((1, 0), (0.5, 1), (0, 1.25)), np.array([False] * 3), 1.0) == (pytest.approx(0.5), 1, 0)
    assert next_swap(*lines((1, 0), (1, 0)), np.array([False, True]), 1.0) is None
    assert next_swap(*lines((1, 1), (1, 0)), np.array([False, True]), 1.0) == (0, 0, 1)
    assert next_swap(*lines((1, 1), (0.5, 0)), np.array([False, False]), 1.0) is None


def test_level_lines_part():
    assert first_parted(np.array([0.5, -0.5, 1]), 1.0) == (0, 2, 1)
    assert first_parted(np.array([0.5, 0.5]), 1.0) is None


def test_two_alike_wait_until_they_are_passed():
    # one place; the twins lead, blocked, until 0.2 + 2x passes 0.5 at 0.15
    assert let_in(*lines((0.5, 0), (0.5, 0), (0.2, 2)), 1, 0.0, 1.0) == (pytest.approx(0.15), 2, 0)
    assert let_in(*lines((0.5, 0), (0.5, 0), (0.2, 2)), 2, 0.0, 1.0) == (0, 0, None)
    assert let_in(*lines((0.5, 0), (0.5, 0)), 1, 0.0, 1.0) is None


def test_the_minimum_is_reached_by_whoever_leads_then():
    # 0.3 + x reaches 0.6 at 0.3, but 0.1 + 2x leads from 0.2 on and reaches it at 0.25
    assert let_in(*lines((0.3, 1), (0.1, 2)), 1, 0.6, 1.0) == (pytest.approx(0.25), 1, None)
    assert let_in(*lines((0.3, 1), (0.1, 2)), 1, 0.6, 0.2) is None
    assert let_in(*lines((0.3, 0)), 1, 0.6, 1.0) is None


def test_a_place_lost_before_one_is_gained():
    # 0.7 - x falls below 0.6 at 0.1; 0.3 + x reaches it at 0.3 only
    values, slopes = lines((0.7, -1), (0.3, 1))
    assert line_crossed(values, slopes, 1, 1, 0.6, 1.0) == (pytest.approx(0.1), None, 0)
    assert line_crossed(values, slopes, 0, 1, 0.8, 1.0) == (pytest.approx(0.5), 1, None)


# --- against the engine ---------------------------------------------------------------------------

JUST = Fraction(1, 10**7)


def kept(problem: Problem, aspect: int) -> object:
    """What stays, from the engine itself."""
    evaluation = evaluate(problem)
    ranks = evaluation.order.ranks.tolist()
    if aspect == ORDER:
        return ranks
    if aspect == FIRST:
        return {row for row, rank in enumerate(ranks) if rank == 1}
    names = [line.tier for line in problem.lines[: aspect + 1]]
    return {row for row, landing in select(problem, evaluation).landings.items() if landing.tier in names}


def assert_is_widest(problem: Problem, aspect: int, interval: StabilityInterval) -> None:
    """Everything between the ends keeps it, for weights drawn between them; just beyond either it is another."""
    now = kept(problem, aspect)
    parent = problem.hierarchy.parents[interval.node]
    shares = global_weights(problem.hierarchy)
    most, weight = (Fraction(1) if parent == TOP else shares[parent]), shares[interval.node]
    for end, change, sign in ((interval.low, interval.at_low, -1), (interval.high, interval.at_high, 1)):
        to = Fraction(end) / 100
        for part in (Fraction(2, 5), Fraction(1)):
            within = weight + part * (to - weight) - (sign * JUST if part == 1 else 0)
            if (within - weight) * sign > JUST and JUST <= within <= most - JUST:
                assert kept(with_share(problem, interval.node, within), aspect) == now
        if change is None:
            assert float(to) == pytest.approx(0 if sign < 0 else float(most))
        else:
            assert abs(float(to - weight)) == pytest.approx(change.shift)
            beyond = to + sign * min(JUST, abs((most if sign > 0 else 0) - to) / 2)
            assert kept(with_share(problem, interval.node, beyond), aspect) != now


def all_intervals(problem: Problem) -> list[tuple[int, StabilityInterval]]:
    found = intervals(problem)
    tiers = [found.tiers[line.tier] for line in problem.lines]
    return [
        (aspect, each)
        for aspect, some in ((FIRST, found.first), (ORDER, found.order), *enumerate(tiers))
        for each in some
    ]


@pytest.mark.parametrize("seed", range(6))
def test_each_interval_is_the_widest(make_problem, seed):
    rng = np.random.default_rng(seed)
    levels = [6, 51][seed % 2]  # whole levels stand level often, tenths seldom
    cells = [[Fraction(int(part) * 5, levels - 1) for part in rng.integers(0, levels, 4)] for _ in range(7)]
    weights = [Fraction(int(weight)) for weight in rng.integers(1, 4, 6)]
    problem = make_problem(
        cells, weights, parents=[TOP, 0, 0, TOP, 3, 3], places=[1, 3], minimum=Fraction(int(rng.integers(0, 4)), 6)
    )
    found = all_intervals(problem)
    assert len(found) == 4 * 6
    for aspect, interval in found:
        assert interval.is_exact
        assert_is_widest(problem, aspect, interval)


ELSEWHERE = {
    "quotas": ({"lines": (Line("first", 2, None, (0, 0, 1, 1, 2), (Quota(0, 0, 1),)),)}, {FIRST, ORDER}),
    "classes": ({"lines": (Line("first", 2, Members.ALL, (0, 0, 1, 1, 2)),)}, {FIRST, ORDER}),
    "resolution": ({"resolution": Fraction(1, 20)}, set()),
    "geometric": ({"top": Combine.GEOMETRIC}, set()),
    "available": ({"missing": Missing.AVAILABLE}, set()),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_elsewhere_it_is_searched(make_problem, case):
    others, closed = dict(ELSEWHERE[case][0]), ELSEWHERE[case][1]
    lines, top = others.pop("lines", (Line("first", 2),)), others.pop("top", Combine.ARITHMETIC)
    gap = None if case == "available" else 3
    cells = [[5, 1, 2], [4, 2, 2], [1, 5, 3], [2, 3, gap], [1, 1, 5]]
    problem = replace(make_problem(cells, [3, 2, 1], combines={TOP: top}, **others), lines=lines)
    evaluation = evaluate(problem)
    found = all_intervals(problem)
    assert len(found) == 3 * 3
    for aspect, interval in found:
        assert interval.is_exact == (aspect in closed) == is_closed(problem, evaluation, interval.node, aspect)
        if interval.at_low or interval.at_high:
            assert_is_widest(problem, aspect, interval)
    assert any(each.at_low or each.at_high for aspect, each in found if aspect not in closed)


def test_only_some_criteria_are_asked_about(make_problem):
    problem = make_problem([[5, 0, 1], [0, 5, 2]], [3, 2, 1], places=[1])
    evaluation = evaluate(problem)
    every = stability_intervals(problem, evaluation, select(problem, evaluation))
    some = stability_intervals(problem, evaluation, select(problem, evaluation), [2, 1])
    assert some == StabilityIntervals(every.first[1:], {"tier-1": every.tiers["tier-1"][1:]}, every.order[1:])

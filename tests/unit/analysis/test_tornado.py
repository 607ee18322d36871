"""Bars by hand; intervals of shares against draws."""

from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.sampling import AS_GIVEN, Spread, draw_weights
from stratsel.analysis.space import AdmissibleWeights, Statement, groups
from stratsel.analysis.streams import Streams
from stratsel.analysis.tornado import Bar, Tornado, share_ranges, tornado
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select
from stratsel.terms import Admissible, Combine, Missing, WeightSpace

FIXED = AdmissibleWeights(Admissible.FIXED)
ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
ORDER = AdmissibleWeights(Admissible.ORDER)


def around(percent: int, space: WeightSpace = WeightSpace.LOCAL) -> AdmissibleWeights:
    return AdmissibleWeights(Admissible.AROUND, Fraction(percent, 100), space=space)


def within(*statements: Statement) -> AdmissibleWeights:
    return AdmissibleWeights(Admissible.WITHIN, statements=statements)


def drawn(problem: Problem, admissible: AdmissibleWeights, spread: Spread = AS_GIVEN) -> Tornado | None:
    evaluation = evaluate(problem)
    return tornado(problem, evaluation, select(problem, evaluation), 0, admissible, spread)


def numbers(bar: Bar) -> tuple[float, ...]:
    return tuple(round(number, 6) for number in (bar.low, bar.high, bar.at_low, bar.at_high))


# --- weights --------------------------------------------------------------------------------------


def test_two_criteria(make_problem):
    # 60 against 40. By 30 % of the smaller: 48 to 72 and 28 to 52, which is the same the other way round.
    found = drawn(make_problem([[5, 0], [0, 5]], [3, 2], places=[1]), around(30))
    assert (found.pair, found.margin) == ((0, 1), pytest.approx(20))
    assert [(bar.node, bar.row, numbers(bar)) for bar in found.bars] == [
        (0, None, (48, 72, -4, 44)), (1, None, (28, 52, 44, -4)),
    ]  # fmt: skip
    assert [bar.swing for bar in found.bars] == pytest.approx([48, 48])


def test_siblings_keep_their_proportions(make_problem):
    # Fifths: ahead by 5, behind by 2 and 1, with weights of 5, 3 and 2 tenths. The first alone: 100 (t - (1 - t) 8/25)
    problem = make_problem([[5, 0, 0], [0, 2, 1]], [5, 3, 2], places=[1])
    found = {bar.node: numbers(bar) for bar in drawn(problem, ANYWHERE).bars}
    # without the second 5/7 and 2/7 are left: 500/7 - 40/7; without the third 5/8 and 3/8: 500/8 - 120/8
    assert found == {
        0: (0, 100, -32, 100), 1: (0, 100, round(460 / 7, 6), -40), 2: (0, 100, 47.5, -20),
    }  # fmt: skip


def test_below_a_node_in_points_of_the_whole_and_the_widest_first(make_problem):
    # half the whole is node 0, of which leaf 1 is 3/4; the other half is level
    problem = make_problem([[5, 0, 2], [0, 5, 2]], [1, 3, 1, 1], parents=[TOP, 0, 0, TOP], places=[1])
    found = drawn(problem, around(20))
    # its leaf: 75 - 5 to 75 + 5 of 100, of half the whole: a margin of 2 x (70 - 50) / 2
    assert [(bar.node, numbers(bar)) for bar in found.bars] == [
        (0, (40, 60, 20, 30)), (1, (35, 40, 20, 30)), (2, (10, 15, 30, 20)), (3, (40, 60, 30, 20)),
    ]  # fmt: skip


def test_all_leaves_together_where_the_space_is_global(make_problem):
    # leaves of 37.5, 12.5 and 50 points, all other leaves rescaled: the last to 40 leaves 45 and 15, a margin of 30
    problem = make_problem([[5, 0, 2], [0, 5, 2]], [1, 3, 1, 1], parents=[TOP, 0, 0, TOP], places=[1])
    found = {bar.node: numbers(bar) for bar in drawn(problem, around(20, WeightSpace.GLOBAL)).bars}
    assert found[3] == (40, 60, 30, 20)
    # the first by a fifth of itself: 30 leaves 14 and 56, 45 leaves 11 and 44
    assert found[1] == (30, 45, 16, 34)
    anywhere = AdmissibleWeights(Admissible.ANYWHERE, space=WeightSpace.GLOBAL)
    # with all weight on the last, its siblings' parent weighs nothing
    assert {bar.node: numbers(bar) for bar in drawn(problem, anywhere).bars}[3] == (0, 100, 50, 0)


def test_a_geometric_mean(make_problem):
    # 0.8^w 0.2^(1-w) against 0.4, at a half, three quarters and one
    problem = make_problem([[4, 1], [2, 2]], [3, 1], combines={TOP: Combine.GEOMETRIC}, places=[1])
    first = drawn(problem, ORDER).bars[0]
    assert first.node == 0 and numbers(first) == (50, 100, 0, 40)


def test_bars_without_swing_are_left_out(make_problem):
    problem = make_problem([[5, 5], [1, 1]], [1, 1], places=[1])
    assert drawn(problem, ANYWHERE).bars == ()
    assert drawn(make_problem([[5, 0], [0, 2]], [1, 1], places=[1]), FIXED).bars == ()


def test_an_only_child_has_no_weight_to_move(make_problem):
    problem = make_problem([[5, 0], [0, 5]], [3, 1, 2], parents=[TOP, 0, TOP], places=[1])
    assert [bar.node for bar in drawn(problem, ANYWHERE).bars] == [0, 2]


def test_without_a_pair(make_problem):
    assert drawn(make_problem([[5, 0]], [1, 1], places=[1]), ANYWHERE) is None


def test_statements_that_leave_no_weights(make_problem):
    problem = make_problem([[5, 0], [0, 5]], [3, 2], places=[1])
    none = within(Statement({0: Fraction(1)}, Fraction(2, 3)), Statement({1: Fraction(1)}, Fraction(2, 3)))
    with pytest.raises(ValueError, match="leave no weights"):
        drawn(problem, none)


# --- intervals of shares --------------------------------------------------------------------------

KINDS = {
    "around": around(30),
    "around more than all": around(150),
    "order": ORDER,
    "anywhere": ANYWHERE,
    "fixed": FIXED,
    "within": within(
        Statement({0: Fraction(1)}, Fraction(1, 5)), Statement({0: Fraction(-1)}, Fraction(-2, 5)),
        Statement({1: Fraction(1), 2: Fraction(-1)}, Fraction(1, 10)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("weights", [(8, 2), (3, 2, 2), (4, 3, 2, 1), (1, 1, 1)], ids=str)
def test_draws_fill_the_intervals(kind, weights):
    if kind == "within" and len(weights) == 2:
        return
    size = len(weights)
    hierarchy = Hierarchy(tuple(f"n{at}" for at in range(size)), (TOP,) * size, tuple(map(Fraction, weights)))
    (group,) = groups(hierarchy, WeightSpace.LOCAL)
    low, high = (np.array(list(map(float, ends))) for ends in share_ranges(group, KINDS[kind]))
    shares = draw_weights(hierarchy, KINDS[kind], 40_000, Streams(1))
    assert (shares >= low[:, None] - 1e-9).all() and (shares <= high[:, None] + 1e-9).all()
    # Corners of four shares are rarely come near; 40 000 draws come within an eighth of each interval.
    assert (shares.min(axis=1) <= low + (high - low) / 8 + 1e-9).all()
    assert (shares.max(axis=1) >= high - (high - low) / 8 - 1e-9).all()


# --- assessments ----------------------------------------------------------------------------------


def test_each_open_assessment_of_the_two(make_problem, ramp):
    # By the worst, in equal thirds: 4, 50 (less is better) and 0 against 2, 50 and 1; the third row does not count.
    functions = [ramp(0, 5), ramp(100, 0), ramp(0, 5)]
    rows = [[4, (50, 20), None], [(2, 3), 50, 1], [0, (100, 0), None]]
    found = drawn(make_problem(rows, [1, 1, 1], functions=functions, places=[1]), FIXED)
    assert found.margin == pytest.approx(20 / 3)
    assert [(bar.node, bar.row, numbers(bar)) for bar in found.bars] == [
        (2, 0, (0, 5, round(20 / 3, 6), 40)),
        (1, 0, (50, 20, round(20 / 3, 6), round(50 / 3, 6))),
        (0, 1, (2, 3, round(20 / 3, 6), 0)),
    ]


def test_a_level_beyond_and_fixed_judgements(make_problem):
    problem = make_problem([[4, 5], [2, (1, 2)]], [1, 1], places=[1])
    assert drawn(problem, FIXED, Spread(is_fixed=True)).bars == ()
    # A level either way on the first, as far as the scale goes; 9 against 3 of 10
    found = drawn(problem, FIXED, Spread(beyond=(2.0, 0.0)))
    assert [(bar.node, bar.row, numbers(bar)) for bar in found.bars] == [
        (0, 1, (0, 4, 80, 40)), (0, 0, (2, 5, 40, 70)), (1, 1, (1, 2, 60, 50)),
    ]  # fmt: skip


def test_what_is_left_out_stays_out(make_problem):
    problem = make_problem([[4, None], [2, 3]], [1, 1], missing=Missing.AVAILABLE, places=[1])
    found = drawn(problem, ANYWHERE)
    # 80 against 50; only the second moves as the weights do, from 60 to 40
    assert found.margin == pytest.approx(30)
    assert [(bar.node, bar.row, numbers(bar)) for bar in found.bars] == [
        (0, None, (0, 100, 20, 40)), (1, None, (0, 100, 40, 20)),
    ]  # fmt: skip

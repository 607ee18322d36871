"""Shares, intervals of ranks and verdicts: closed forms, and what must hold whatever is drawn."""

from dataclasses import replace
from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from stratsel.analysis import firmness as module
from stratsel.analysis.firmness import Firmness, firmness, lower_limit, verdict_of
from stratsel.analysis.sampling import AS_GIVEN, Spread
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.terms import Admissible, Combine, Missing, Verdict, WeightSpace

AROUND = AdmissibleWeights(Admissible.AROUND, Fraction(3, 10))
ANYWHERE, FIXED, ORDER = (AdmissibleWeights(kind) for kind in (Admissible.ANYWHERE, Admissible.FIXED, Admissible.ORDER))


def study(problem: Problem, admissible: AdmissibleWeights = ANYWHERE, spread: Spread = AS_GIVEN, **others) -> Firmness:
    evaluation = evaluate(problem)
    return firmness(problem, evaluation, select(problem, evaluation), admissible, spread, **others)


def assert_shares(found: Firmness, expected: list[float]) -> None:
    for row, share in enumerate(expected):
        error = sqrt(share * (1 - share) / found.samples)
        assert found.places[row].tier_share == pytest.approx(share, abs=4 * error + 1e-12)
        own = found.places[row].tier_share
        assert found.places[row].standard_error == pytest.approx(sqrt(own * (1 - own) / found.samples))


# --- closed forms ---------------------------------------------------------------------------------


def test_two_criteria_are_an_interval(make_problem):
    # 4w + (1 - w) against 1.5w + 3 (1 - w): 2.5w > 2 - 2w, w > 4/9
    problem = make_problem([[4, 1], ["1.5", 3]], [1, 1], places=[1])
    assert_shares(study(problem), [5 / 9, 5 / 9])
    # w from 0.35 to 0.65
    assert_shares(study(problem, AROUND), [(0.65 - 4 / 9) / 0.3] * 2)
    # 3 to 2: w from 0.42 to 0.78, and 1 - w from 0.28 to 0.52, so w from 0.48: always beyond 4/9
    sure = make_problem([[4, 1], ["1.5", 3]], [3, 2], places=[1])
    assert_shares(study(sure, AROUND), [1, 1])
    # the first weighs no less: from a half on
    assert_shares(study(sure, ORDER), [1, 1])


def test_statements_cut_the_interval(make_problem):
    problem = make_problem([[4, 1], ["1.5", 3]], [1, 1], places=[1])
    within = AdmissibleWeights(
        Admissible.WITHIN,
        statements=(Statement({0: Fraction(1)}, Fraction(1, 5)), Statement({0: Fraction(-1)}, Fraction(-1, 2))),
    )
    assert_shares(study(problem, within), [(1 / 2 - 4 / 9) / 0.3] * 2)
    nothing = replace(within, statements=(Statement({0: Fraction(1)}, Fraction(2)),))
    with pytest.raises(ValueError, match="leave no weights"):
        study(problem, nothing)


@pytest.mark.parametrize("size", [2, 3, 5])
def test_symmetrical_candidates_share_alike(make_problem, size):
    # each best on its own criterion; one who is slightly better now has the place and keeps it in a part 1/n
    rows = [[5 if leaf == row else 0 for leaf in range(size)] for row in range(size)]
    problem = make_problem(rows, [1] * size, places=[1])
    weighted = replace(
        problem, hierarchy=replace(problem.hierarchy, weights=(Fraction(2),) + (Fraction(1),) * (size - 1))
    )
    assert_shares(study(weighted), [1 / size] + [(size - 1) / size] * (size - 1))


def test_siblings_apart_or_all_leaves_together(make_problem):
    # leaves a, b under one node, and c: 5 on a against 5 on c. Apart: w u > 1 - w with w, u even on 0 to 1:
    # 1 - integral of min(1, (1-w)/w) = 1/2 - (ln 2 - 1/2) = 1 - ln 2. Together: a > c in half of the simplex.
    problem = make_problem([[5, 0, 0], [0, 0, 5]], [1, 3, 1, 2], parents=[TOP, 0, 0, TOP], places=[1])
    apart = 1 - np.log(2)
    assert_shares(study(problem), [apart, apart] if evaluate(problem).order.rows[0] == 0 else [1 - apart, 1 - apart])
    assert_shares(study(problem, replace(ANYWHERE, space=WeightSpace.GLOBAL)), [0.5, 0.5])


def test_judgements_within_their_ranges(make_problem):
    # 3 against 1 to 4, evenly: above in a third; by what is shown 3 has the place
    problem = make_problem([[3], [(1, 4)]], [1], places=[1])
    assert_shares(study(problem), [2 / 3, 2 / 3])
    assert_shares(study(problem, spread=Spread(is_fixed=True)), [1, 1])
    # with one level more on both sides, 2 to 4 against 0 to 5: symmetrical about 3 and 2.5. P(b > a) is the mean of
    # (5 - a) / 5 over 2 to 4: 2/5
    assert_shares(study(problem, spread=Spread(beyond=(1.0,))), [3 / 5, 3 / 5])


def test_the_unknown_is_drawn_evenly_or_left_out(make_problem):
    worst = make_problem([[3, 2], [None, 4]], [1, 1], places=[1])
    assert study(worst).assumes_uniform
    # equal weights: 5 against x + 4 with x from 0 to 5: beyond 1 in four fifths
    assert_shares(study(worst, FIXED), [1 / 5, 1 / 5])
    available = make_problem([[3, 2], [None, 4]], [1, 1], places=[1], missing=Missing.AVAILABLE)
    found = study(available)
    # what is absent is left out: 3w + 2 (1 - w) against 4, whatever the weights
    assert not found.assumes_uniform
    assert_shares(found, [1, 1])
    refused = make_problem([[3, 2], [(0, 5), 4]], [1, 1], places=[1], missing=Missing.REFUSE)
    assert_shares(study(refused, FIXED), [4 / 5, 4 / 5])
    assert not study(refused, FIXED).assumes_uniform


def test_other_means(make_problem):
    # 4^w 1^(1-w) against 2: w > 1/2
    problem = make_problem([[4, 1], [2, 2]], [3, 2], combines={TOP: Combine.GEOMETRIC}, places=[1])
    assert_shares(study(problem), [1 / 2, 1 / 2])
    # the smallest takes no weights: 1 against 2
    smallest = make_problem([[4, 1], [2, 2]], [3, 2], combines={TOP: Combine.MINIMUM}, places=[1])
    assert_shares(study(smallest), [1, 1])


def test_a_resolution_makes_ties_that_nobody_wins(make_problem):
    # 5w against 5 (1 - w), in halves of the scale: 1 and 0 from w = 3/4 on, else one of them 1/2 and …
    problem = make_problem([[5, 0], [0, 5]], [4, 1], places=[1], resolution=Fraction(1, 2))
    # … between 1/4 and 3/4 both round to 1/2, which is a tie: the first keeps its place in a quarter
    assert_shares(study(problem), [1 / 4, 3 / 4])


def test_the_minimum_is_part_of_the_rule(make_problem):
    # alone, and above half of the scale where w > 1/2
    problem = make_problem([[5, 0]], [3, 2], places=[1], minimum=Fraction(1, 2))
    assert_shares(study(problem), [1 / 2])


def test_quotas_and_classes(make_problem):
    # 5w and 4w of one class of which one may come in, 5 (1 - w) of another: the second has no place whatever is drawn
    rows, classes = [[5, 0], [4, 0], [0, 5]], (0, 0, 1)
    limited = replace(make_problem(rows, [1, 1]), lines=(Line("t", 2, None, classes, (Quota(0, 0, 1),)),))
    assert_shares(study(limited), [1, 1, 1])
    # one place, for either class: beyond w = 1/2 the first and the second, else the third
    by_class = replace(make_problem(rows, [3, 2]), lines=(Line("t", 1, None, (), ()),))
    assert_shares(study(by_class), [1 / 2, 1, 1 / 2])


# --- ranks and verdicts ---------------------------------------------------------------------------


def test_the_interval_leaves_out_five_in_a_hundred_on_each_side(make_problem):
    # rank 1 where w > 0.04, else 2: the interval is 1; with the line at 0.06 it is 1 to 2
    for line, expected in ((Fraction(4, 100), (1, 1)), (Fraction(6, 100), (1, 2))):
        problem = make_problem([[5, 0], [5 * line, 5 * line]], [1, 1], places=[1])
        # 5w > 5 line
        assert study(problem).places[0].rank_interval == expected


def test_ranks_that_are_shared(make_problem):
    problem = make_problem([[5, 0], [5, 0], [0, 5]], [2, 1], places=[2])
    found = study(problem).places
    assert found[0].rank_interval == found[1].rank_interval == (1, 2)
    assert found[2].rank_interval == (1, 3)


def test_the_lower_limit_is_where_the_share_would_be_just_too_high_to_be_chance():
    # Wilson: p such that share - p = z * sqrt(p (1 - p) / n), with z = 1.6449
    for share, samples in ((0.96, 500), (0.5, 20_000), (0.999, 100)):
        limit = lower_limit(share, samples)
        assert share - limit == pytest.approx(1.6448536269514722 * sqrt(limit * (1 - limit) / samples))
    assert lower_limit(1.0, 20_000) == pytest.approx(20_000 / (20_000 + 1.6448536269514722**2))
    assert lower_limit(0.0, 100) == pytest.approx(0)


def test_verdicts():
    assert verdict_of(0.96, 20_000, is_tied=False) is Verdict.FIRM
    assert verdict_of(0.951, 20_000, is_tied=False) is Verdict.CLOSE  # its lower limit is 0.9484
    assert verdict_of(0.96, 100, is_tied=False) is Verdict.CLOSE
    assert verdict_of(0.5, 100, is_tied=False) is Verdict.CLOSE
    assert verdict_of(0.4999, 100, is_tied=False) is Verdict.OPEN
    assert verdict_of(1.0, 100, is_tied=True) is Verdict.TIED


def test_who_is_tied_now(make_problem):
    found = study(make_problem([[5, 0], [0, 5], [0, 0]], [1, 1], places=[1])).places
    assert [found[row].verdict for row in range(3)] == [Verdict.TIED, Verdict.TIED, Verdict.FIRM]
    # neither has a place now; each has one in half of the draws
    assert found[0].tier_share == pytest.approx(0.5, abs=0.015)
    assert found[0].flip is None


# --- what must hold whatever is drawn -------------------------------------------------------------


def test_adding_a_candidate_changes_no_draw_of_another(make_problem):
    rows = [[(2, 4), 1], [3, (0, 3)], [1, None]]
    alone = study(make_problem(rows, [1, 2], places=[1]), samples=300)
    # one that is last in every draw, put first in the file; names would shift, so they are kept
    problem = make_problem([*rows, [0, 0]], [1, 2], places=[1])
    more = study(problem, samples=300)
    for row in range(3):
        assert more.places[row] == alone.places[row]


def test_identical_candidates_have_identical_places(make_problem):
    twin = [(2, 4), None]
    problem = make_problem([twin, [3, 2], twin, [4, 1]], [1, 2], places=[1, 2])
    found = study(problem, samples=501).places
    assert found[0] == found[2]


def test_settled_twins_are_level_in_every_draw_and_fit_together_or_not_at_all(make_problem):
    rows = [[5, 0], [5, 0], [0, 4]]
    one = study(make_problem(rows, [1, 1], places=[1])).places
    # beyond 5w = 4 (1 - w) they are tied for one place, so that nobody has it
    assert one[0].tier_share == one[1].tier_share == 1
    assert one[2].tier_share == pytest.approx(5 / 9, abs=0.015) or one[2].tier_share == pytest.approx(4 / 9, abs=0.015)
    two = study(make_problem(rows, [1, 1], places=[2])).places
    assert two[0].tier_share == two[1].tier_share == pytest.approx(5 / 9, abs=0.015)


def test_screens_are_decided_once(make_problem):
    from stratsel.engine.problem import Screen
    from stratsel.terms import Consequence

    outcomes = np.array([1, -1, 1], dtype=np.int8)
    screen = Screen("s", outcomes, Consequence.EXCLUDE, Consequence.FLAG, np.zeros(3, dtype=bool))
    problem = make_problem([[3, 1], [5, 5], [1, 4]], [1, 1], places=[1], screens=(screen,))
    found = study(problem)
    assert sorted(found.places) == [0, 2]
    # 3w + (1 - w) > w + 4 (1 - w): w > 3/5
    expected = 2 / 5 if evaluate(problem).order.rows[0] == 0 else 3 / 5
    assert found.places[0].tier_share == pytest.approx(expected, abs=0.015)


def test_the_same_seed_gives_the_same_and_another_does_not(make_problem):
    problem = make_problem([[(2, 4), 1], [3, 3]], [1, 2], places=[1])
    one, again, other = (study(problem, samples=300, seed=seed) for seed in (1, 1, 2))
    assert one == again
    assert one.places[0].tier_share != other.places[0].tier_share
    assert (one.samples, one.seed, one.admissible, one.spread) == (300, 1, ANYWHERE, AS_GIVEN)


def test_the_size_of_batches_changes_nothing(make_problem, monkeypatch):
    problem = make_problem([[(2, 4), 1], [3, None], [1, 4]], [1, 2], places=[1, 2])
    at_once = study(problem, samples=300)
    monkeypatch.setattr(module, "BATCH_CELLS", 21)
    assert study(problem, samples=300) == at_once


def test_very_many_candidates_take_fewer_draws_and_say_so(make_problem, monkeypatch):
    monkeypatch.setattr(module, "CELLS", 600)
    assert study(make_problem([[3, 1], [1, 3], [2, 2]], [1, 1], places=[1])).samples == 200


def test_twins_under_quotas_take_fewer_draws(make_problem, monkeypatch):
    monkeypatch.setattr(module, "TIED_DRAWS", 120)
    twins = make_problem([[5, 0], [5, 0], [0, 5]], [1, 1])
    limited = replace(twins, lines=(Line("t", 2, None, (0, 0, 1), (Quota(0, 0, 1),)),))
    found = study(limited)
    assert found.samples == 120
    # one place for two that are level: neither has it; the other class has the other place
    assert [found.places[row].tier_share for row in range(3)] == [1, 1, 1]
    assert found.places[0].verdict is Verdict.TIED


def test_little_to_study(make_problem):
    assert study(make_problem([], [1], places=[1])).places == {}
    one = study(make_problem([[3]], [1], places=[1])).places[0]
    assert (one.tier_share, one.rank_interval, one.verdict, one.flip) == (1, (1, 1), Verdict.FIRM, None)
    no_tiers = study(make_problem([[3, 1], [1, 3]], [1, 1])).places
    assert all(each.tier_share == 1 and each.flip is None for each in no_tiers.values())
    equal = study(make_problem([[2, 2]] * 3, [1, 1], places=[1])).places
    assert {each.verdict for each in equal.values()} == {Verdict.TIED}
    unknown = study(make_problem([[None, None]] * 3, [1, 1], places=[1])).places
    # three tied at nothing now, each first in a third of the draws
    assert all(each.tier_share == pytest.approx(2 / 3) for each in unknown.values())

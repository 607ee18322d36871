from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Line, Problem, Quota, Screen
from stratsel.engine.selection import Landing, PassedOver, Tie, Unmet, select, tiers_held
from stratsel.terms import Consequence, Members, Missing


def landings_of(problem: Problem) -> list[Landing | None]:
    found = select(problem, evaluate(problem)).landings
    return [found.get(row) for row in range(len(problem.alternatives))]


@pytest.fixture
def landings(make_problem):
    """Land rows that stand in order; `=` marks one that stands level with the one before."""

    def find(is_level: str, *places: int) -> list[Landing]:
        steps = np.cumsum([sign != "=" for sign in is_level]).tolist()
        return landings_of(make_problem([[Fraction(5, step)] for step in steps], [1], places=places))

    return find


# --- where each lands -----------------------------------------------------------------------------


def test_tiers_are_cumulative(landings):
    tiers = [landing.tier for landing in landings(".......", 3, 6)]
    assert tiers == ["tier-3"] * 3 + ["tier-6"] * 3 + [None]


def test_a_tie_within_a_tier_is_no_matter(landings):
    assert landings(".==.", 3) == [Landing("tier-3")] * 3 + [Landing(None)]
    assert landings("..=.", 3)[2] == Landing("tier-3")


def test_a_tie_across_a_line_is_tied_for_the_places_left(landings):
    # second to fourth stand level: two places of three are left
    first, *tied, last = landings("..==.", 3)
    assert first == Landing("tier-3")
    assert tied == [Landing(None, (Tie("tier-3", 2),))] * 3
    assert last == Landing(None)
    assert (tied[0].tied_for, tied[0].places_left) == ("tier-3", 2)
    assert (first.tied_for, first.places_left) == (None, 0)


def test_a_tie_across_the_upper_line_keeps_the_lower_tier(landings):
    assert landings("...=..", 3, 6)[3] == Landing("tier-6", (Tie("tier-3", 1),))


def test_a_tie_across_two_lines_is_tied_for_both(landings):
    found = landings("..======", 3, 6)
    assert found[1] == Landing(None, (Tie("tier-3", 2), Tie("tier-6", 5)))
    assert found[1].tied_for == "tier-3"


def test_more_places_than_candidates(landings):
    assert landings(".=", 3, 6) == [Landing("tier-3")] * 2


def test_no_lines_and_nobody(landings, make_problem):
    assert landings("..") == [Landing(None)] * 2
    nobody = make_problem([], [1], places=[1])
    found = select(nobody, evaluate(nobody))
    assert (found.landings, found.sizes, found.passed_over, found.unmet) == ({}, {"tier-1": 0}, (), ())


def test_sizes_leave_out_who_is_tied(make_problem):
    problem = make_problem([[5], [4], [4], [3]], [1], places=[2, 3])
    assert select(problem, evaluate(problem)).sizes == {"tier-2": 1, "tier-3": 3}


# --- who is not placed ----------------------------------------------------------------------------


def test_who_is_below_the_minimum_has_no_place(make_problem):
    # 4 of 5 is 0.8, 3 of 5 is 0.6
    problem = make_problem([[4], [3], [2]], [1], places=[3], minimum=Fraction("0.6"))
    assert landings_of(problem) == [Landing("tier-3")] * 2 + [Landing(None)]


def test_the_minimum_is_asked_of_rounded_values(make_problem):
    # 2.75 of 5 is 0.55, half up to 0.6; 2.7 is 0.54, down to 0.5
    problem = make_problem([["2.75"], ["2.7"]], [1], places=[2], minimum=Fraction("0.6"))
    assert landings_of(problem) == [Landing(None)] * 2
    rounded = make_problem([["2.75"], ["2.7"]], [1], places=[2], minimum=Fraction("0.6"), resolution=Fraction("0.1"))
    assert landings_of(rounded) == [Landing("tier-2"), Landing(None)]


def test_who_is_excluded_or_unranked_has_no_landing(make_problem):
    out = np.array([-1, 1, 1], dtype=np.int8)
    screen = Screen("s", out, Consequence.EXCLUDE, Consequence.FLAG, np.zeros(3, dtype=bool))
    problem = make_problem(
        [[5, 5], [4, None], [3, 3]],
        [1, 1],
        places=[1],
        screens=(screen,),
        missing=Missing.AVAILABLE,
        least_assessed=Fraction("0.6"),
    )
    assert landings_of(problem) == [None, None, Landing("tier-1")]


# --- quotas and what they cost --------------------------------------------------------------------


def with_line(make_problem, amounts: list[int | str], line: Line, *more: Line) -> Problem:
    return replace(make_problem([[amount] for amount in amounts], [1]), lines=(line, *more))


def test_a_departure_names_who_came_instead_and_what_it_costs(make_problem):
    # two of A are enough: the third, of 3, makes room for the first of B, of 1: (3 - 1)/5
    line = Line("tier", 3, classes=(0, 0, 0, 0, 1), quotas=(Quota(0, at_most=2),))
    problem = with_line(make_problem, [5, 4, 3, 2, 1], line)
    found = select(problem, evaluate(problem))
    (passed,) = found.passed_over
    assert (passed.tier, passed.row, passed.of, passed.instead) == ("tier", 2, 0, (4,))
    assert passed.cost == pytest.approx(0.4, abs=1e-12)
    assert [found.landings[row].tier for row in range(5)] == ["tier", "tier", None, None, "tier"]


def test_departures_are_paired_from_the_top(make_problem):
    # one of A of four: the second and the third go, for 2 and 1; the fourth had no place anyway
    line = Line("tier", 3, classes=(0, 0, 0, 0, 1, 2), quotas=(Quota(0, at_most=1),))
    found = with_line(make_problem, [5, "4.5", 4, 3, 2, 1], line)
    passed_over = select(found, evaluate(found)).passed_over
    assert [(each.row, each.instead) for each in passed_over] == [(1, (4,)), (2, (5,))]
    assert [each.cost for each in passed_over] == pytest.approx([0.5, 0.6], abs=1e-12)


def test_a_place_that_stays_empty_has_nobody_and_no_cost(make_problem):
    line = Line("tier", 3, classes=(0, 0, 1), quotas=(Quota(0, at_most=1),))
    problem = with_line(make_problem, [5, 4, 3], line)
    assert select(problem, evaluate(problem)).passed_over == (PassedOver("tier", 1, 0, (), None),)


def test_those_tied_for_the_place_stand_for_it_together(make_problem):
    line = Line("tier", 2, classes=(0, 0, 1, 1), quotas=(Quota(1, at_least=1),))
    problem = with_line(make_problem, [5, 4, 3, 3], line)
    found = select(problem, evaluate(problem))
    (passed,) = found.passed_over
    assert (passed.row, passed.instead) == (1, (2, 3))
    assert passed.cost == pytest.approx(0.2, abs=1e-12)
    assert found.landings[2] == found.landings[3] == Landing(None, (Tie("tier", 1),))


def test_those_who_would_be_tied_for_a_place_are_passed_over_together(make_problem):
    # 4 and 4 would contest one place; B has it
    line = Line("tier", 2, classes=(0, 0, 0, 1), quotas=(Quota(1, at_least=1),))
    problem = with_line(make_problem, [5, 4, 4, 3], line)
    passed_over = select(problem, evaluate(problem)).passed_over
    assert [(each.row, each.instead) for each in passed_over] == [(1, (3,)), (2, (3,))]


def test_no_departure_where_the_order_keeps_to_the_quotas(make_problem):
    line = Line("tier", 2, classes=(0, 1, 0), quotas=(Quota(0, at_most=1),))
    problem = with_line(make_problem, [5, 4, 3], line)
    assert select(problem, evaluate(problem)).passed_over == ()


def test_a_quota_that_cannot_be_met_is_said(make_problem):
    quota = Quota(1, at_least=2)
    line = Line("tier", 2, classes=(0, 0, 1), quotas=(quota,))
    problem = with_line(make_problem, [5, 4, 3], line)
    found = select(problem, evaluate(problem))
    assert found.unmet == (Unmet("tier", quota, 1),)
    assert [found.landings[row].tier for row in range(3)] == ["tier", None, "tier"]


# --- tiers of different rules ---------------------------------------------------------------------


def test_a_tier_counted_by_class_may_hold_more_than_its_places(make_problem):
    groups = Line("first", 2, Members.IN_ORDER, (0, 0, 1, 0, 2, 2))
    problem = with_line(make_problem, [5, 4, 3, 2, 1, 0], groups, Line("second", 5))
    found = select(problem, evaluate(problem))
    assert found.sizes == {"first": 4, "second": 5}
    assert [found.landings[row].tier for row in range(6)] == ["first"] * 4 + ["second", None]


def test_who_is_tied_above_is_not_out_below(make_problem):
    # one of 4 and 4 has a place in the first tier, and so in the second: of the two that B needs there, one is left
    first = Line("first", 2)
    quota = Quota(1, at_least=2)
    second = Line("second", 3, classes=(0, 0, 0, 1, 1), quotas=(quota,))
    problem = with_line(make_problem, [5, 4, 4, 3, 2], first, second)
    found = select(problem, evaluate(problem))
    tied = Landing(None, (Tie("first", 1), Tie("second", 1)))
    assert list(found.landings.values()) == [Landing("first"), tied, tied, Landing("second"), Landing(None)]
    assert found.unmet == (Unmet("second", quota, 1),)


def test_who_is_held_by_each_tier(make_problem):
    # the first by the order, and the first of class B below it: two of A are one too many
    quotas = (Quota(0, at_most=1),)
    lines = Line("first", 1), Line("second", 2, classes=(0, 0, 1, 1), quotas=quotas)
    problem = with_line(make_problem, [5, 4, 3, 3], *lines)
    assert tiers_held(problem, evaluate(problem)) == [{0}, {0}]  # rows 2 and 3 are tied for the other place
    problem = with_line(make_problem, [5, 4, 3, 2], *lines)
    assert tiers_held(problem, evaluate(problem)) == [{0}, {0, 2}]

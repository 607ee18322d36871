from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.engine.problem import Screen
from stratsel.engine.screening import (
    Verdict,
    admission,
    all_of,
    any_of,
    at_least,
    excluded_by,
    negated,
    reaches,
    reaches_minimum,
    value_at_least,
    verdicts,
)
from stratsel.terms import Consequence, Outcome

FAILED, UNDECIDED, MET = -1, 0, 1
EXCLUDE, FLAG, ADMIT = Consequence.EXCLUDE, Consequence.FLAG, Consequence.ADMIT


def outcomes(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int8)


def turns(value: int) -> list[bool]:
    """What a test may turn out to be."""
    return {FAILED: [False], UNDECIDED: [False, True], MET: [True]}[value]


def known(possible: set[bool]) -> int:
    return {(False,): FAILED, (True,): MET}.get(tuple(possible), UNDECIDED)


# --- logic ----------------------------------------------------------------------------------------


def test_the_strong_tables_of_kleene():
    """Against ordinary logic over everything that the undecided may turn out to be."""
    for one, other in product((FAILED, UNDECIDED, MET), repeat=2):
        pairs = list(product(turns(one), turns(other)))
        assert all_of(outcomes(one), outcomes(other)).tolist() == [known({a and b for a, b in pairs})]
        assert any_of(outcomes(one), outcomes(other)).tolist() == [known({a or b for a, b in pairs})]
        assert negated(outcomes(one)).tolist() == [known({not a for a in turns(one)})]


def test_logic_goes_by_alternative_and_takes_any_number_of_tests():
    first, second, third = outcomes(1, 1, 0), outcomes(1, 0, 0), outcomes(1, -1, 1)
    assert all_of(first, second, third).tolist() == [1, -1, 0]
    assert any_of(first, second, third).tolist() == [1, 1, 1]
    assert all_of(second).tolist() == second.tolist()
    assert all_of(first, second).dtype == negated(first).dtype == np.int8


# --- thresholds -----------------------------------------------------------------------------------


def test_a_range_across_the_threshold_is_undecided():
    worst, best = np.array([1.0, 3.0, 2.0, 1.0]), np.array([2.0, 5.0, 3.0, 5.0])
    assert at_least(worst, best, 3, is_rising=True).tolist() == [FAILED, MET, UNDECIDED, UNDECIDED]


def test_at_least_as_good_is_at_most_as_much_where_less_is_better():
    # months until delivery: 12 to 9, 24 to 20, 20 to 10, and 18 exactly; asked are 18 or better
    worst, best = np.array([12.0, 24.0, 20.0, 18.0]), np.array([9.0, 20.0, 10.0, 18.0])
    assert at_least(worst, best, 18, is_rising=False).tolist() == [MET, FAILED, UNDECIDED, MET]


def test_values_that_only_rounding_keeps_below_reach_the_threshold():
    third = sum([0.1] * 3) - 0.3  # 0.1 + 0.1 + 0.1 is 0.30000000000000004
    assert third != 0
    values = np.array([0.3 - third, 0.3, 0.299_999_999, 0.4])
    assert reaches(values, 0.3).tolist() == [True, True, False, True]
    found = value_at_least(values, np.array([0.3, 0.3, 0.3, 0.5]), 0.3)
    assert found.tolist() == [MET, MET, UNDECIDED, MET]
    assert value_at_least(np.array([0.1]), np.array([0.2]), 0.3).tolist() == [FAILED]


def test_the_minimum_is_reached_by_what_rounds_up_to_it(make_problem):
    values = np.array([0.54, 0.55, 0.6, 0.64])
    plain = make_problem([[1]], [1], minimum=Fraction("0.6"))
    assert reaches_minimum(plain, values).tolist() == [False, False, True, True]
    # to tenths, half up: 0.5, 0.6, 0.6, 0.6
    tenths = replace(plain, resolution=Fraction("0.1"))
    assert reaches_minimum(tenths, values).tolist() == [False, True, True, True]
    # 0.64 is no multiple of 0.1: 0.7 is the first that reaches it, and 0.65 the first that rounds to that
    between = replace(tenths, minimum=Fraction("0.64"))
    assert reaches_minimum(between, np.array([0.6, 0.64, 0.65, 0.7])).tolist() == [False, False, True, True]
    assert reaches_minimum(replace(tenths, minimum=Fraction(0)), np.array([0.0, 0.01])).all()


# --- who is admitted ------------------------------------------------------------------------------


def screen(values, on_fail=EXCLUDE, on_unknown=FLAG, waived=()) -> Screen:
    marks = np.zeros(len(values), dtype=bool)
    marks[list(waived)] = True
    return Screen("open-market", outcomes(*values), on_fail, on_unknown, marks)


def screened(make_problem, *screens: Screen):
    return replace(make_problem([[1]] * len(screens[0].outcomes), [1]), screens=screens)


def test_without_screens_everybody_is_admitted(make_problem):
    found = admission(make_problem([[1], [2]], [1]))
    assert [each.tolist() for each in (found.admitted, found.can_be, found.is_sure)] == [[True, True]] * 3


@pytest.mark.parametrize(
    ("on_fail", "on_unknown", "admitted", "can_be", "is_sure"),
    [
        # of failed, undecided, met
        (EXCLUDE, EXCLUDE, [0, 0, 1], [0, 1, 1], [0, 0, 1]),
        (EXCLUDE, FLAG, [0, 1, 1], [0, 1, 1], [0, 0, 1]),
        (EXCLUDE, ADMIT, [0, 1, 1], [0, 1, 1], [0, 0, 1]),
        # what only flags where it fails cannot keep anybody out once it is known
        (FLAG, EXCLUDE, [1, 0, 1], [1, 1, 1], [1, 1, 1]),
        (FLAG, FLAG, [1, 1, 1], [1, 1, 1], [1, 1, 1]),
    ],
)
def test_admission(make_problem, on_fail, on_unknown, admitted, can_be, is_sure):
    one = screen((FAILED, UNDECIDED, MET), on_fail, on_unknown)
    found = admission(screened(make_problem, one))
    assert [each.astype(int).tolist() for each in (found.admitted, found.can_be, found.is_sure)] == [
        admitted,
        can_be,
        is_sure,
    ]
    assert excluded_by(one).astype(int).tolist() == [1 - each for each in admitted]


def test_a_waived_screen_excludes_nobody(make_problem):
    one = screen((FAILED, UNDECIDED, FAILED), EXCLUDE, EXCLUDE, waived=(0, 1))
    found = admission(screened(make_problem, one))
    assert [each.tolist() for each in (found.admitted, found.can_be, found.is_sure)] == [[True, True, False]] * 3


def test_one_screen_is_enough(make_problem):
    found = admission(screened(make_problem, screen((MET, FAILED)), screen((UNDECIDED, MET))))
    assert (found.admitted.tolist(), found.can_be.tolist()) == ([True, False], [True, False])
    assert found.is_sure.tolist() == [False, False]


def test_verdicts(make_problem):
    one = screen((FAILED, MET, FAILED), EXCLUDE, FLAG, waived=(2,))
    other = screen((UNDECIDED, MET, FAILED), FLAG, EXCLUDE)
    problem = screened(make_problem, one, other)
    assert verdicts(problem, 0) == (
        Verdict("open-market", Outcome.FAILED, EXCLUDE, False),
        Verdict("open-market", Outcome.UNDECIDED, EXCLUDE, False),
    )
    assert verdicts(problem, 1) == (Verdict("open-market", Outcome.MET, ADMIT, False),) * 2
    assert verdicts(problem, 2) == (
        Verdict("open-market", Outcome.FAILED, ADMIT, True),
        Verdict("open-market", Outcome.FAILED, FLAG, False),
    )

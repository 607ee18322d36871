"""Screens: what is met, failed or undecided, and who is admitted to the order.

Three-valued logic after Kleene 1952, Introduction to Metamathematics, section 64 (the strong tables): undecided is what
may turn out either way. With -1 for failed, 0 for undecided and 1 for met, `and` is the minimum, `or` the maximum and
`not` the change of sign.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Outcomes, Problem, Screen
from stratsel.engine.rank import SAME
from stratsel.terms import Consequence, Outcome

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

OUTCOMES = {-1: Outcome.FAILED, 0: Outcome.UNDECIDED, 1: Outcome.MET}


def all_of(*outcomes: Outcomes) -> Outcomes:
    """Return whether all of one or more tests (A,) are met: failed as soon as one is."""
    joined: Outcomes = np.minimum.reduce(outcomes)
    return joined


def any_of(*outcomes: Outcomes) -> Outcomes:
    """Return whether any of one or more tests (A,) is met: met as soon as one is."""
    joined: Outcomes = np.maximum.reduce(outcomes)
    return joined


def negated(outcomes: Outcomes) -> Outcomes:
    """Return the opposite of a test (A,); what is undecided stays so."""
    return -outcomes


def at_least(worst: Floats, best: Floats, threshold: float, *, is_rising: bool) -> Outcomes:
    """Return whether performances are at least as good as `threshold`, in the unit of the leaf.

    `worst` and `best` (A,) are the ends of what is open in the sense of the scale: where less is better, `at least` is
    at most that much. A range across the threshold is undecided.
    """
    if is_rising:
        return _between(worst >= threshold, best >= threshold)
    return _between(worst <= threshold, best <= threshold)


def value_at_least(worst_values: Floats, best_values: Floats, threshold: float) -> Outcomes:
    """Return whether values (A,), 0 to 1, known between their worst and their best, reach `threshold`."""
    return _between(reaches(worst_values, threshold), reaches(best_values, threshold))


def reaches(values: Floats, threshold: float) -> Booleans:
    """Return which values (A,) are at least `threshold`; what rounding alone keeps below it reaches it."""
    return values >= threshold - SAME


def reaches_minimum(problem: Problem, values: Floats) -> Booleans:
    """Return which values (A,), before or after they are rounded to the resolution, are high enough for a place."""
    least, step = problem.minimum, problem.resolution
    if step is not None:
        # Half up, whatever lies half a step below the first multiple that is enough becomes that multiple.
        least = (ceil(least / step) - Fraction(1, 2)) * step
    return reaches(values, float(least))


def _between(is_sure: Booleans, can_be: Booleans) -> Outcomes:
    return is_sure.astype(np.int8) + can_be.astype(np.int8) - np.int8(1)


@dataclass(frozen=True, slots=True)
class Admission:
    """Who is ranked. All (A,).

    `admitted`: nobody excludes it now. `can_be`: it may be admitted once everything is known. `is_sure`: it is
    admitted whatever the unknown turns out to be.
    """

    admitted: Booleans
    can_be: Booleans
    is_sure: Booleans


def admission(problem: Problem) -> Admission:
    """Return who is admitted, who can be, and who surely is once everything is known."""
    size = len(problem.alternatives)
    admitted, can_be, is_sure = (np.ones(size, dtype=bool) for _ in range(3))
    for screen in problem.screens:
        admitted &= ~excluded_by(screen)
        if screen.on_fail is Consequence.EXCLUDE:
            can_be &= (screen.outcomes >= 0) | screen.waived
            is_sure &= (screen.outcomes > 0) | screen.waived
    return Admission(admitted, can_be, is_sure)


def excluded_by(screen: Screen) -> Booleans:
    """Return which alternatives (A,) a screen keeps out of the order as things stand."""
    out = np.zeros(len(screen.outcomes), dtype=bool)
    if screen.on_fail is Consequence.EXCLUDE:
        out |= screen.outcomes < 0
    if screen.on_unknown is Consequence.EXCLUDE:
        out |= screen.outcomes == 0
    return out & ~screen.waived


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one screen says of one alternative, and what follows: nothing does where it is met or has been waived."""

    screen: str
    outcome: Outcome
    consequence: Consequence
    is_waived: bool


def verdicts(problem: Problem, row: int) -> tuple[Verdict, ...]:
    """Return what each screen says of an alternative, in the order of the file."""
    return tuple(_verdict(screen, row) for screen in problem.screens)


def _verdict(screen: Screen, row: int) -> Verdict:
    outcome, is_waived = OUTCOMES[int(screen.outcomes[row])], bool(screen.waived[row])
    follows = {
        Outcome.MET: Consequence.ADMIT,
        Outcome.UNDECIDED: screen.on_unknown,
        Outcome.FAILED: screen.on_fail,
    }
    return Verdict(screen.screen, outcome, Consequence.ADMIT if is_waived else follows[outcome], is_waived)

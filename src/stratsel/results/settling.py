"""What would settle the open places: the assessments to look into first, as facts."""

from collections.abc import Callable
from dataclasses import dataclass

from stratsel.analysis.jointly import jointly
from stratsel.analysis.settling import settling
from stratsel.engine.certainty import Bounds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem, Screen
from stratsel.results.leaf import LeafStanding
from stratsel.terms import Certainty, Consequence

StandingAt = Callable[[int, int], LeafStanding]
"""How a row stands on a leaf."""


@dataclass(frozen=True, slots=True)
class Settles:
    """An open assessment, and how much of what is open would be sure if it turned out at its worst, and at its best."""

    candidate: str
    standing: LeafStanding
    if_worst: int
    if_best: int


@dataclass(frozen=True, slots=True)
class SettlesJointly:
    """Open assessments of one candidate that make its place in a tier sure if all of them turn out alike.

    Sure in if all turn out at their best, sure out if all turn out at their worst.
    """

    candidate: str
    tier: str
    certainty: Certainty
    standings: tuple[LeafStanding, ...]


@dataclass(frozen=True, slots=True)
class OpenPlaces:
    """How many places are open, and the few assessments that decide most of them.

    `screens` are those that are undecided for some and may exclude them, each with for how many. Where no single
    assessment decides a place, `jointly` are the places that the fewest decide together, if those screens are met.
    """

    count: int = 0
    screens: tuple[tuple[str, int], ...] = ()
    settles: tuple[Settles, ...] = ()
    jointly: tuple[SettlesJointly, ...] = ()


NOTHING_OPEN = OpenPlaces()


def open_places(
    problem: Problem, evaluation: Evaluation, found: Bounds, count: int, standing: StandingAt
) -> OpenPlaces:
    """Return what would settle the `count` places that are open."""
    if not count:
        return NOTHING_OPEN
    names = problem.alternatives
    settles = tuple(
        Settles(names[each.row], standing(each.row, each.leaf), each.if_worst, each.if_best)
        for each in settling(problem, evaluation, found)
    )
    screens = tuple((screen.screen, undecided) for screen in problem.screens if (undecided := _undecided(screen)))
    return OpenPlaces(count, screens, settles, () if settles else _jointly(problem, evaluation, found, standing))


def _undecided(screen: Screen) -> int:
    """Return for how many alternatives a screen is undecided that would exclude them if it were failed."""
    is_open = (screen.outcomes == 0) & ~screen.waived
    return int(is_open.sum()) if screen.on_fail is Consequence.EXCLUDE else 0


def _jointly(
    problem: Problem, evaluation: Evaluation, found: Bounds, standing: StandingAt
) -> tuple[SettlesJointly, ...]:
    return tuple(
        SettlesJointly(
            problem.alternatives[each.row],
            each.tier,
            each.certainty,
            tuple(standing(each.row, leaf) for leaf in each.leaves),
        )
        for each in jointly(problem, evaluation, found)
    )

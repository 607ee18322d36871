"""Who stands on the other side of a line, and what would change places."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import takewhile
from math import ceil
from typing import Protocol

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.results.crossing import EPSILON, Crossing, Direction, OpenLeaf, steps_over
from stratsel.results.leaf import HUNDRED, LeafStandings


class Ranked(Protocol):
    """What is needed to look across a line.

    `rows` are in order; `groups` gives the first and the last place of those who stand level with a row.
    """

    problem: Problem
    evaluation: Evaluation
    rows: list[int]
    groups: dict[int, tuple[int, int]]
    standings: LeafStandings


def crossings_of(ranked: Ranked, row: int) -> list[Crossing]:
    """Return how a row could rise over the next line above it, and how a rival could push it below its own.

    A row tied across a line has not passed it: it rises as soon as it leaves the others behind. Lines that hang on
    more than the order, by quotas or by classes, and those below them, are not looked across.
    """
    rows, (_, last) = ranked.rows, ranked.groups[row]
    lines = list(takewhile(lambda line: line.members is None and not line.quotas, ranked.problem.lines))
    found = []
    above = [line for line in lines if line.places < last]
    if above and above[-1].places < len(rows):
        places = above[-1].places
        passed = rows[places - 1] if rows[places - 1] != row else rows[places]
        found.append(_crossing(ranked, above[-1].tier, Direction.UP, row, passed))
    below = [line for line in lines if last <= line.places < len(rows)]
    if below and _has_place(ranked, row):
        threat = _threat(ranked, row, below[0].places)
        found.append(_crossing(ranked, below[0].tier, Direction.DOWN, threat, row, below[0].places - last + 1))
    return found


def _has_place(ranked: Ranked, row: int) -> bool:
    """Whether a row reaches the minimum, without which it has no place to lose."""
    return bool(ranked.evaluation.values[row] >= float(ranked.problem.minimum) - EPSILON / HUNDRED)


def _threat(ranked: Ranked, row: int, places: int) -> int:
    """Return the first of those below a line who could still pass a row above it; the very first where none could."""
    needed = ranked.evaluation.values[row] + EPSILON / HUNDRED
    could = (other for other in ranked.rows[places:] if ranked.evaluation.possible[other] > needed)
    return next(could, ranked.rows[places])


def _crossing(
    ranked: Ranked, tier: str, direction: Direction, mover: int, passed: int, passes_needed: int = 1
) -> Crossing:
    points = HUNDRED * float(ranked.standings.trial.values[mover])
    gap = _needed(ranked, passed) - points
    open_leaves = _open_leaves(ranked, mover)
    gains = [leaf.standing for leaf in open_leaves]
    largest = max(gains, key=lambda leaf: leaf.possible_points - leaf.points, default=None)
    names = ranked.problem.alternatives
    steps = steps_over(points, gap, open_leaves)
    return Crossing(tier, direction, names[mover], names[passed], max(gap, 0.0), steps, largest, passes_needed)


def _needed(ranked: Ranked, passed: int) -> float:
    """Return the points beyond which a row passes another: more than its own, or the minimum itself.

    Values are rounded half up where there is a resolution, so that half a step beyond the other is enough.
    """
    own, least, step = (
        HUNDRED * float(ranked.evaluation.values[passed]),
        ranked.problem.minimum,
        ranked.problem.resolution,
    )
    if step is not None:
        own += HUNDRED * float(step) / 2 - 2 * EPSILON
        least = (ceil(least / step) - Fraction(1, 2)) * step
    return max(own, HUNDRED * float(least) - 2 * EPSILON)


def _open_leaves(ranked: Ranked, row: int) -> list[OpenLeaf]:
    trial, found = ranked.standings.trial, []
    for at, function in enumerate(ranked.problem.value_functions):
        standing, scale = ranked.standings.at(row, at), ranked.standings.scales[at]
        if standing.is_open and scale is not None:
            best = float(ranked.evaluation.best_partial_values[row, at])

            def points_at(values: Sequence[float], at: int = at) -> list[float]:
                return [HUNDRED * value for value in trial.values_with(row, at, values)]

            def least_worth(points: float, at: int = at, best: float = best) -> float | None:
                return trial.least_worth(row, at, points / HUNDRED, best)

            found.append(OpenLeaf(standing, scale, function, best, points_at, least_worth))
    return found

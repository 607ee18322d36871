"""Who stands on the other side of a line, and what would change places."""

from typing import Protocol

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.model.scale import AnyScale
from stratsel.results.crossing import EPSILON, HUNDRED, Crossing, Direction, OpenLeaf, steps_over
from stratsel.results.leaf import LeafStanding


class Ranked(Protocol):
    """What is needed to look across a line.

    `rows` are in order; `groups` gives the first and the last place of those who stand level with a row.
    """

    problem: Problem
    evaluation: Evaluation
    rows: list[int]
    groups: dict[int, tuple[int, int]]
    scales: list[AnyScale | None]

    def leaves(self, row: int) -> tuple[LeafStanding, ...]:
        """Return how a row stands on every leaf."""
        ...


def crossings_of(ranked: Ranked, row: int) -> list[Crossing]:
    """Return how a row could rise over the next line above it, and how a rival could push it below its own.

    A row tied across a line has not passed it: it rises as soon as it leaves the others behind.
    """
    rows, (_, last) = ranked.rows, ranked.groups[row]
    found = []
    above = [line for line in ranked.problem.lines if line.places < last]
    if above:
        places = above[-1].places
        passed = rows[places - 1] if rows[places - 1] != row else rows[places]
        found.append(_crossing(ranked, above[-1].tier, Direction.UP, row, passed))
    below = [line for line in ranked.problem.lines if last <= line.places < len(rows)]
    if below:
        threat = _threat(ranked, row, below[0].places)
        found.append(_crossing(ranked, below[0].tier, Direction.DOWN, threat, row, below[0].places - last + 1))
    return found


def _threat(ranked: Ranked, row: int, places: int) -> int:
    """Return the first of those below a line who could still pass a row above it; the very first where none could."""
    needed = ranked.evaluation.shown[row] + EPSILON / HUNDRED
    could = (other for other in ranked.rows[places:] if ranked.evaluation.possible[other] > needed)
    return next(could, ranked.rows[places])


def _crossing(
    ranked: Ranked, tier: str, direction: Direction, mover: int, passed: int, passes_needed: int = 1
) -> Crossing:
    shown = ranked.evaluation.shown
    gap = HUNDRED * float(shown[passed] - shown[mover])
    standings = ranked.leaves(mover)
    open_leaves = [
        OpenLeaf(standing, scale, function)
        for standing, scale, function in zip(standings, ranked.scales, ranked.problem.value_functions, strict=True)
        if standing.is_open and scale is not None
    ]
    gains = [leaf.standing for leaf in open_leaves]
    largest = max(gains, key=lambda leaf: leaf.possible_points - leaf.points, default=None)
    names = ranked.problem.alternatives
    steps = steps_over(gap, open_leaves)
    return Crossing(tier, direction, names[mover], names[passed], gap, steps, largest, passes_needed)

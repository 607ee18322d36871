"""Who stands on the other side of a line, and what would change places."""

from typing import Protocol

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Landing
from stratsel.model.scale import Choice, Quantity, Rubric
from stratsel.results.crossing import HUNDRED, Crossing, Direction, OpenLeaf, steps_over
from stratsel.results.leaf import LeafStanding


class Ranked(Protocol):
    """What is needed to look across a line."""

    problem: Problem
    evaluation: Evaluation
    landings: dict[int, Landing]
    scales: list[Rubric | Quantity | Choice | None]

    def leaves(self, row: int) -> tuple[LeafStanding, ...]:
        """Return how a row stands on every leaf."""
        ...


def crossings_of(ranked: Ranked, row: int) -> list[Crossing]:
    """Return how a row could rise over the next line above it, and how a rival could push it below its own."""
    order = ranked.evaluation.order.rows.tolist()
    position = order.index(row)
    found = []
    lines = ranked.problem.lines
    above = [line for line in lines if line.places <= position]
    if above:
        line = above[-1]
        found.append(_crossing(ranked, line.tier, Direction.UP, row, order[line.places - 1]))
    below = [line for line in lines if position < line.places < len(order)]
    if below:
        line = below[0]
        found.append(_crossing(ranked, line.tier, Direction.DOWN, order[line.places], row))
    return found


def _crossing(ranked: Ranked, tier: str, direction: Direction, mover: int, passed: int) -> Crossing:
    shown = ranked.evaluation.shown
    gap = HUNDRED * float(shown[passed] - shown[mover])
    standings = ranked.leaves(mover)
    open_leaves = [
        OpenLeaf(standing, scale, function)
        for standing, scale, function in zip(
            standings, ranked.scales, ranked.problem.value_functions, strict=True
        )
        if standing.is_open and scale is not None
    ]
    gains = [leaf.standing for leaf in open_leaves]
    largest = max(gains, key=lambda leaf: leaf.possible_points - leaf.points, default=None)
    names = ranked.problem.alternatives
    return Crossing(tier, direction, names[mover], names[passed], gap, steps_over(gap, open_leaves), largest)

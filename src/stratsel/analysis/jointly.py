"""What would settle a place jointly: the fewest open assessments of one alternative that decide it together.

Where so much is open that no single assessment decides a place, this says how far off a decision is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.settling import TRIED, is_additive, rounded
from stratsel.engine.aggregate import node_values
from stratsel.engine.certainty import Bounds, standings_within
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Line, Problem
from stratsel.engine.rank import NEAR
from stratsel.engine.screening import reaches_minimum
from stratsel.terms import Certainty

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Jointly:
    """Open assessments of one alternative, by their leaves, that make its place in a tier sure together.

    It is `IN` if all of them turn out at their best, `OUT` if all turn out at their worst; those that move it most come
    first.
    """

    row: int
    tier: str
    certainty: Certainty
    leaves: tuple[int, ...]


def jointly(problem: Problem, evaluation: Evaluation, found: Bounds, most: int = 5) -> tuple[Jointly, ...]:
    """Return the places that the fewest assessments of one alternative decide, fewest first.

    The largest moves are taken first, which finds the fewest where the tree is a sum; elsewhere it is a search, which
    leaves out who has more than `TRIED` open assessments. Tiers that hang on quotas or classes are left out; of more
    than `TRIED` open places in a tier, the nearest are looked at.
    What is undecided by a screen is taken to be met: it says itself what would settle it.
    """
    found = replace(found, is_sure=found.can_be & reaches_minimum(problem, evaluation.shown))
    lines = [(at, line) for at, line in enumerate(problem.lines) if line.members is None and not line.quotas]
    open_places = standings_within(problem.lines, found) == 0
    search = _Search(problem, evaluation, found)
    settled = [
        each for at, line in lines for row in search.nearest(open_places[:, at], line) for each in search.of(row, line)
    ]
    return tuple(sorted(settled, key=lambda each: len(each.leaves))[:most])


class _Search:
    """Looks for what decides the places of one evaluation."""

    def __init__(self, problem: Problem, evaluation: Evaluation, found: Bounds) -> None:
        self.problem = problem
        self.found = found
        self.worst, self.best = evaluation.partial_values, evaluation.best_partial_values
        self.ends = evaluation.shown, evaluation.possible
        self.weights = evaluation.weights if is_additive(problem) else None
        self.shown, self.possible = rounded(problem, evaluation.shown), rounded(problem, evaluation.possible)
        self.sure = np.sort(self.shown[found.is_sure])[::-1]
        self.rivals = np.sort(self.possible[found.can_be])[::-1]

    def nearest(self, is_open: NDArray[np.bool_], line: Line) -> list[int]:
        """Return the rows with an open place for which least is missing, best shown first."""
        rows = np.flatnonzero(is_open & self.found.can_be)
        nearest: list[int] = rows[np.argsort(-self.shown[rows], kind="stable")][:TRIED].tolist()
        return nearest

    def of(self, row: int, line: Line) -> Iterator[Jointly]:
        """Yield what puts a row in a tier for sure, and what puts it out."""
        is_sure, can_be = bool(self.found.is_sure[row]), bool(self.found.can_be[row])
        floor = _nth_of_others(self.sure, line.places, self.shown[row] if is_sure else None)
        leaves, values = self._moved(self.best[row], self.worst[row], self.ends[1][row])
        for count in np.flatnonzero((values < floor - NEAR) | ~reaches_minimum(self.problem, values))[:1].tolist():
            yield Jointly(row, line.tier, Certainty.OUT, leaves[:count])
        ceiling = _nth_of_others(self.rivals, line.places, self.possible[row] if can_be else None)
        leaves, values = self._moved(self.worst[row], self.best[row], self.ends[0][row])
        is_in = (values > ceiling + NEAR) & reaches_minimum(self.problem, values)
        for count in np.flatnonzero(is_in)[:1].tolist() if is_sure else ():
            yield Jointly(row, line.tier, Certainty.IN, leaves[:count])

    def _moved(self, start: Floats, end: Floats, value: float) -> tuple[tuple[int, ...], Floats]:
        """Return the leaves by how far they move a row alone, and its value with none, one, two … of them moved.

        `start` and `end` (C,) are its partial values before and after, and `value` is what it comes to before.
        """
        open_leaves = np.flatnonzero(start != end)
        if self.weights is not None:
            return self._added(open_leaves, ((end - start) * self.weights)[open_leaves], value)
        if len(open_leaves) > TRIED:
            return (), rounded(self.problem, np.array([value]))
        alone = np.tile(start, (len(open_leaves) + 1, 1))
        alone[np.arange(len(open_leaves)), open_leaves] = end[open_leaves]
        values = node_values(self.problem.hierarchy, TOP, alone)
        order = np.argsort(-np.abs(values[:-1] - values[-1]).round(12), kind="stable")
        leaves = open_leaves[order]
        together = np.tile(start, (len(leaves) + 1, 1))
        for count, leaf in enumerate(leaves.tolist(), 1):
            together[count:, leaf] = end[leaf]
        return tuple(leaves.tolist()), rounded(self.problem, node_values(self.problem.hierarchy, TOP, together))

    def _added(self, open_leaves: Integers, moves: Floats, value: float) -> tuple[tuple[int, ...], Floats]:
        """Return the same where each leaf moves the value by so much, whatever the others are."""
        order = np.argsort(-np.abs(moves).round(12), kind="stable")
        values = value + np.cumsum([0.0, *moves[order]])
        return tuple(open_leaves[order].tolist()), rounded(self.problem, values)


def _nth_of_others(values: Floats, number: int, own: float | None) -> float:
    """Return the value that so many others reach, of some sorted from the top; -inf where there are not so many."""
    at = number if own is not None and own >= values[min(number, len(values)) - 1] else number - 1
    return float(values[at]) if at < len(values) else -np.inf

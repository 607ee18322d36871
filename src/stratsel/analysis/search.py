"""The flip where it has no closed form: each weight is moved step by step, and the first change found is narrowed down.

A search: between two steps it may pass over a change that is undone again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.moved import Moved
from stratsel.analysis.shift import HUNDRED, Flip, Landings
from stratsel.analysis.world import heaviest
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST_STEPS, FEWEST_STEPS = 40, 4
"""How many steps each way; fewer where there are very many alternatives."""

CELLS = 2_000_000
MOST, FEWEST, WEIGHED = 500, 20, 200_000
"""How many criteria are moved, the heaviest; fewer where moving each means to weigh very many, but no fewer than a few.
"""

HALVINGS = 27
"""A shift is then known to a ten-millionth of a point; still closer, values would count as level."""

SLIGHT = 1e-6
"""Shifts that differ by less, in points, are equal: the first in tree order is taken."""

APART = 4 * SLIGHT
"""A bracket that begins so much further on than another ends holds neither the smallest shift nor one equal to it."""

NARROWED = 20_000_000
"""Rows times nodes times brackets that are halved together, so that memory does not grow with them."""


def search_flips(problem: Problem, evaluation: Evaluation, landings: Landings) -> Mapping[int, Flip]:
    """Return the flip of each ranked alternative that is not tied, by row, where one was found."""
    search = Search(problem, evaluation, landings)
    brackets = search.nearest([bracket for node in search.nodes for bracket in search.brackets(node)])
    found: dict[int, Flip] = {}
    for bracket, share, number in search.narrowed(brackets):
        row, points = int(landings.rows[bracket.at]), HUNDRED * abs(share - bracket.share)
        if row not in found or points < found[row].points - SLIGHT:
            tier = problem.lines[number].tier if number < len(problem.lines) else None
            found[row] = Flip(bracket.node, HUNDRED * bracket.share, HUNDRED * share, points, tier, is_exact=False)
    return found


@dataclass(frozen=True, slots=True)
class Bracket:
    """Between the local weights `near` and `far` of a node, row number `at` leaves its tier; `share` is the node's."""

    at: int
    node: int
    share: float
    near: float
    far: float


class Search:
    """Looks for the shifts at which alternatives leave their tiers."""

    def __init__(self, problem: Problem, evaluation: Evaluation, landings: Landings) -> None:
        self.problem, self.landings = problem, landings
        self.moved = Moved(problem, evaluation, landings.rows)
        self.local, self.whole = self.moved.local, self.moved.whole.tolist()
        most = min(MOST, max(FEWEST, WEIGHED // len(problem.hierarchy.nodes)))
        self.nodes = heaviest(problem.hierarchy, most)
        cells = CELLS // (2 * max(1, len(landings.rows) * len(self.nodes)))
        self.steps = min(max(cells, FEWEST_STEPS), MOST_STEPS)
        self.now = self.landed(np.array([0]), self.local[[0]])[:, 0]

    def landed(self, nodes: Integers, weights: Floats) -> Integers:
        """Return where rows land (R, S) with the local weight (S,) of one node (S,) moved."""
        return self.moved.stand(nodes, weights)[1]

    def brackets(self, node: int) -> list[Bracket]:
        """Return between which steps each row first leaves its tier, up and down."""
        found = []
        parent = self.problem.hierarchy.parents[node]
        reach = 1.0 if parent == TOP else self.whole[parent]
        for end in (1.0, 0.0):
            weights = self.moved.way(node, end, self.steps)
            differs = self.landed(np.full(len(weights), node), weights) != self.now[:, None]
            first = np.argmax(differs, axis=1)
            for at in np.flatnonzero(differs.any(axis=1) & ~self.landings.is_tied).tolist() if reach else ():
                far = int(first[at])
                found.append(Bracket(at, node, self.whole[node], float(weights[far - 1]), float(weights[far])))
        return found

    def nearest(self, brackets: list[Bracket]) -> list[Bracket]:
        """Return the brackets, of each row only those that may hold its smallest shift."""
        least, most = (np.array([self.points(each, end) for each in brackets]) for end in ("near", "far"))
        smallest = np.full(len(self.landings.rows), np.inf)
        rows = np.array([each.at for each in brackets], dtype=np.int64)
        np.minimum.at(smallest, rows, most)
        is_near = least <= smallest[rows] + APART
        return [each for each, may_be in zip(brackets, is_near.tolist(), strict=True) if may_be]

    def points(self, bracket: Bracket, end: str) -> float:
        """Return how far one end of a bracket is from the weight as it is, in points."""
        weight: float = getattr(bracket, end)
        return HUNDRED * abs(weight * self.scale(bracket) - bracket.share)

    def scale(self, bracket: Bracket) -> float:
        """Return the share of its parent in the whole, which makes one of local weights."""
        local = float(self.local[bracket.node])
        return bracket.share / local if local else 0.0

    def narrowed(self, brackets: list[Bracket]) -> Iterator[tuple[Bracket, float, int]]:
        """Yield each bracket with the share of the whole at which the tier changes, and the tier it changes to."""
        size = max(1, NARROWED // len(self.local) // max(1, len(self.landings.rows)))
        for begin in range(0, len(brackets), size):
            yield from self.halved(brackets[begin : begin + size])

    def halved(self, brackets: list[Bracket]) -> list[tuple[Bracket, float, int]]:
        """Return the same of a few, which are halved together."""
        nodes = np.array([each.node for each in brackets])
        columns, rows = np.arange(len(brackets)), np.array([each.at for each in brackets])
        near, far = (np.array([getattr(each, end) for each in brackets]) for end in ("near", "far"))
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            is_same = self.landed(nodes, middle)[rows, columns] == self.now[rows]
            near, far = np.where(is_same, middle, near), np.where(is_same, far, middle)
        into = self.landed(nodes, far)[rows, columns].tolist()
        return [
            (each, weight * self.scale(each), number)
            for each, weight, number in zip(brackets, far.tolist(), into, strict=True)
        ]

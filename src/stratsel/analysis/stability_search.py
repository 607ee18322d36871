"""Stability where it has no closed form: a weight is moved step by step, and the first change found is narrowed down.

A search: between two steps it may pass over a change that is undone again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.moved import Moved
from stratsel.analysis.search import CELLS, FEWEST_STEPS, HALVINGS, MOST_STEPS
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

FIRST, ORDER = -1, -2
"""What is to stay, by number: who is first, the whole order, or, from 0, who has a place in a tier or above it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What moving a weight by `shift`, as a share of the whole, changes: row `ahead` passes row `behind`.

    They may be level just there. Nobody is `ahead` where one falls below the minimum, and nobody is `behind` where one
    reaches it.
    """

    shift: float
    ahead: int | None
    behind: int | None


@dataclass(frozen=True, slots=True)
class _Bracket:
    """Between the local weights `near` and `far` of a node an aspect changes; `side` is 0 downwards, 1 upwards."""

    node: int
    aspect: int
    side: int
    near: float
    far: float


def search_changes(
    problem: Problem, evaluation: Evaluation, rows: Integers, wanted: Sequence[tuple[int, int]]
) -> Mapping[tuple[int, int], tuple[Change | None, Change | None]]:
    """Return the first change found down and up for each (node, aspect), among some rows (R,) that are ranked."""
    found: dict[tuple[int, int], list[Change | None]] = {each: [None, None] for each in wanted}
    if wanted:
        search = _Search(problem, evaluation, rows, len({node for node, _ in wanted}))
        brackets = search.brackets(wanted)
        for bracket, change in zip(brackets, search.narrowed(brackets), strict=True):
            found[bracket.node, bracket.aspect][bracket.side] = change
    return {each: (low, high) for each, (low, high) in found.items()}


class _Search:
    """Looks for the shifts at which what is to stay changes."""

    def __init__(self, problem: Problem, evaluation: Evaluation, rows: Integers, nodes: int) -> None:
        self.rows, self.moved = rows, Moved(problem, evaluation, rows)
        self.steps = min(max(CELLS // (2 * len(rows) * nodes), FEWEST_STEPS), MOST_STEPS)

    def brackets(self, wanted: Sequence[tuple[int, int]]) -> list[_Bracket]:
        """Return between which steps each aspect first changes, down and up."""
        found = []
        for node, side in product(sorted({node for node, _ in wanted}), (0, 1)):
            weights = self.moved.way(node, side, self.steps)
            above, landings = self.moved.stand(np.full(len(weights), node), weights)
            for aspect in (aspect for each, aspect in wanted if each == node):
                states = _kept(np.full(len(weights), aspect), above, landings)
                differs = (states != states[:, :1]).any(axis=0)
                if differs.any():
                    far = int(np.argmax(differs))
                    found.append(_Bracket(node, aspect, side, float(weights[far - 1]), float(weights[far])))
        return found

    def narrowed(self, brackets: Sequence[_Bracket]) -> list[Change]:
        """Return the change within each bracket."""
        if not brackets:
            return []
        aspects, nodes = (np.array([getattr(each, name) for each in brackets]) for name in ("aspect", "node"))
        near, far = (np.array([getattr(each, end) for each in brackets]) for end in ("near", "far"))
        above, landings = self.moved.stand(nodes, self.moved.local[nodes])
        now = _kept(aspects, above, landings)
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            is_same = (_kept(aspects, *self.moved.stand(nodes, middle)) == now).all(axis=0)
            near, far = np.where(is_same, middle, near), np.where(is_same, far, middle)
        above_then, landings = self.moved.stand(nodes, far)
        then = _kept(aspects, above_then, landings)
        local, whole = self.moved.local[nodes], self.moved.whole[nodes]
        shifts = np.abs(far - local) * whole / local
        return [
            self._change(float(shifts[at]), now[:, at], then[:, at], above[:, at], above_then[:, at])
            for at in range(len(brackets))
        ]

    def _change(self, shift: float, now: Integers, then: Integers, above_now: Integers, above_then: Integers) -> Change:
        """Return a change: the first row for which it is one, and the first that it passes, or that passes it."""
        row = int(np.argmax(now != then))
        comes_ahead = bool(then[row] < now[row])
        gains = np.sign(above_then - above_then[row]) - np.sign(above_now - above_now[row])
        passes = gains > 0 if comes_ahead else gains < 0
        own = int(self.rows[row])
        other = int(self.rows[np.argmax(passes)]) if passes.any() else None
        return Change(shift, own, other) if comes_ahead else Change(shift, other, own)


def _kept(aspects: Integers, above: Integers, landings: Integers) -> Integers:
    """Return what each aspect (S,) asks to stay of the rows (R, S): smaller is better, and 0 best."""
    kept = above.copy()
    kept[:, aspects == FIRST] = above[:, aspects == FIRST] > 0
    tiers = aspects >= 0
    kept[:, tiers] = landings[:, tiers] > aspects[tiers]
    return kept

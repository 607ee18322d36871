"""What would settle it: the open assessments whose settling makes the most open places sure."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.certainty import Bounds, betters, bounds, rivals, standings_within
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.one_leaf import OneLeaf
from stratsel.engine.problem import TOP, Line, Problem
from stratsel.engine.rank import NEAR, SAME
from stratsel.engine.rule import without_idle_quotas
from stratsel.engine.screening import admission, reaches_minimum
from stratsel.engine.standing import standing_at
from stratsel.terms import Combine

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Marks = TypeVar("Marks", Booleans, Integers)

DIGITS = 12
TRIED = 300
"""How many assessments are tried one by one: of alternatives with an open place first, and whatever moves them most."""


@dataclass(frozen=True, slots=True)
class Settling:
    """An open assessment, and how many open places of alternatives in tiers would be sure once it is settled.

    `if_worst` counts the places that would be sure in or sure out if it turned out at its worst, everything else still
    open; `if_best` if at its best. `leaf` is its position among the leaves.
    """

    row: int
    leaf: int
    if_worst: int
    if_best: int


def settling(
    problem: Problem, evaluation: Evaluation, found: Bounds | None = None, most: int = 5
) -> tuple[Settling, ...]:
    """Return the few assessments whose settling decides the most open places, the most decisive first.

    First by the places settled at both ends together, then by the larger of the two, then by how far they move the
    value; those that are equal in all this stand in the order of the tree. What decides nothing by itself is left out.
    Where only a tie node would tell alternatives apart, nothing counts as settled. With quotas, and where places are
    counted by class, at most `TRIED` assessments are looked at. `found` are the bounds, if they are known already.
    """
    found = bounds(problem, evaluation) if found is None else found
    open_places = standings_within(problem.lines, found) == 0
    is_open = open_places.any(axis=1)
    ends = Ends(rounded(problem, evaluation.shown), rounded(problem, evaluation.possible))
    if any(line.members or line.quotas for line in problem.lines):
        moves = moves_of(problem, evaluation, np.flatnonzero(found.can_be & is_open.any()))
        moves = moves.only(np.lexsort((-moves.reach, ~is_open[moves.rows]))[:TRIED])
        lines = [without_idle_quotas(line) for line in problem.lines]
        if_worst, if_best = by_trial(lines, open_places, found, ends, moves)
    else:
        # Where tiers only count places, whoever is sure of its own stands out of the way of those who are not.
        rows = np.flatnonzero(is_open)
        if is_additive(problem):
            # Of one alternative, who moves it furthest decides most: only the first few by that can be among the first.
            furthest = furthest_moves(problem, evaluation, rows)
            counts = by_count(problem.lines, open_places, found, ends, furthest)
            rows = furthest.rows[most_decisive(furthest, *counts, most)]
        moves = moves_of(problem, evaluation, rows)
        if_worst, if_best = by_count(problem.lines, open_places, found, ends, moves)
    first = most_decisive(moves, if_worst, if_best, most).tolist()
    return tuple(
        Settling(int(moves.rows[at]), int(moves.leaves[at]), int(if_worst[at]), int(if_best[at])) for at in first
    )


def most_decisive(moves: "Moves", if_worst: Integers, if_best: Integers, most: int) -> Integers:
    """Return the positions of the first few moves that decide something."""
    total = if_worst + if_best
    enough = np.partition(total, -most)[-most] if len(total) > most else 0
    some = np.flatnonzero((total > 0) & (total >= enough))
    larger = np.maximum(if_worst, if_best)[some]
    keys = (moves.rows[some], moves.leaves[some], -moves.reach[some].round(DIGITS), -larger, -total[some])
    first: Integers = some[np.lexsort(keys)[:most]]
    return first


@dataclass(frozen=True, slots=True)
class Ends:
    """The values `shown` and `possible` (A,), rounded to the resolution where there is one."""

    shown: Floats
    possible: Floats


@dataclass(frozen=True, slots=True)
class Moves:
    """Open assessments (N,) and what becomes of the bounds of their alternatives once they are settled.

    `lowered` is the best value that is left where the assessment turns out worst, and `can_be` whether the alternative
    can then have a place at all; `raised` is the worst value that is left where it turns out best, and `is_sure`
    whether it is then sure to be admitted and to reach the minimum. `reach` is how far the value moves at most.
    """

    rows: Integers
    leaves: Integers
    lowered: Floats
    raised: Floats
    reach: Floats
    can_be: Booleans
    is_sure: Booleans

    def only(self, some: Integers) -> "Moves":
        """Return a few of them."""
        return Moves(*(getattr(self, each.name)[some] for each in fields(self)))


def moves_of(problem: Problem, evaluation: Evaluation, rows: Integers) -> Moves:
    """Return the open assessments of some alternatives (R,), leaf by leaf, and what they move."""
    worst, best = evaluation.partial_values[rows], evaluation.best_partial_values[rows]
    leaves, at = np.nonzero((best > worst).T)
    if is_additive(problem):
        gain = (best - worst)[at, leaves] * evaluation.weights[leaves]
        lowered, raised = evaluation.possible[rows[at]] - gain, evaluation.shown[rows[at]] + gain
    else:
        at_worst, at_best = (OneLeaf(problem.hierarchy, values) for values in (worst, best))
        lowered, raised = (np.empty(len(at)), np.empty(len(at)))
        for leaf in np.unique(leaves).tolist():
            here = leaves == leaf
            lowered[here] = at_best.values(leaf, worst[at[here], leaf], at[here])
            raised[here] = at_worst.values(leaf, best[at[here], leaf], at[here])
    return _moves(problem, evaluation, rows[at], leaves, lowered, raised)


def furthest_moves(problem: Problem, evaluation: Evaluation, rows: Integers) -> Moves:
    """Return of each of some alternatives (R,) the assessment that moves it furthest, where the tree is a sum."""
    worst, best = evaluation.partial_values, evaluation.best_partial_values
    gain, leaves = np.zeros(len(worst)), np.zeros(len(worst), dtype=np.int64)
    for leaf, weight in enumerate(evaluation.weights.tolist()):
        own = best[:, leaf] - worst[:, leaf]
        own *= weight
        leaves[own > gain + SAME] = leaf
        np.maximum(gain, own, out=gain)
    gain, leaves = gain[rows], leaves[rows]
    lowered, raised = evaluation.possible[rows] - gain, evaluation.shown[rows] + gain
    return _moves(problem, evaluation, rows, leaves, lowered, raised)


def _moves(
    problem: Problem, evaluation: Evaluation, rows: Integers, leaves: Integers, lowered: Floats, raised: Floats
) -> Moves:
    reach = np.maximum(evaluation.possible[rows] - lowered, raised - evaluation.shown[rows])
    lowered, raised = rounded(problem, lowered), rounded(problem, raised)
    admitted = admission(problem)
    return Moves(
        rows,
        leaves,
        lowered,
        raised,
        reach,
        admitted.can_be[rows] & reaches_minimum(problem, lowered),
        admitted.is_sure[rows] & reaches_minimum(problem, raised),
    )


def is_additive(problem: Problem) -> bool:
    """Whether the whole is a weighted sum of the leaves, all the way down."""
    hierarchy = problem.hierarchy
    return all(hierarchy.combine(node) is Combine.ARITHMETIC for node in hierarchy.children)


def rounded(problem: Problem, values: Floats) -> Floats:
    """Return overall values (A,) as they are compared: rounded to the resolution where there is one."""
    return standing_at(TOP, values, None, problem.resolution).values


# --- tiers that only count places -----------------------------------------------------------------


def by_count(
    lines: Sequence[Line], open_places: Booleans, found: Bounds, ends: Ends, moves: Moves
) -> tuple[Integers, Integers]:
    """Return how many open places are sure where each of the moves (N,) is made, down and up.

    An alternative that comes down drops out of the rivals of whoever then stands above it for sure; one who had just
    one too many is in. One that comes up is one more above whoever it then surely stands above; one who had room for
    just one more is out.
    """
    as_high, higher = rivals(found), betters(found)
    if_worst, if_best = (np.zeros(len(moves.rows), dtype=np.int64) for _ in range(2))
    for at, line in enumerate(lines):
        is_open = open_places[:, at]
        own = is_open[moves.rows]
        if_worst += own & (~moves.can_be | (moves.lowered + NEAR < _largest(ends.shown[found.is_sure], line.places)))
        if_best += own & moves.is_sure & (moves.raised - NEAR > _largest(ends.possible[found.can_be], line.places + 1))
        if_worst += _let_in(is_open & found.is_sure & (as_high == line.places), found, ends, moves)
        if_best += _put_out(is_open & (higher == line.places - 1), found, ends, moves)
    return if_worst, if_best


def _largest(values: Floats, number: int) -> float:
    """Return the value that so many reach, or what all do where there are not so many."""
    return float(np.partition(values, -number)[-number]) if len(values) >= number else -np.inf


def _let_in(waiting: Booleans, found: Bounds, ends: Ends, moves: Moves) -> Integers:
    """Return how many of those who wait for one rival less lose it by each move down (N,)."""
    fewer = np.zeros_like(moves.rows)
    values = np.sort(ends.shown[waiting])
    some = np.flatnonzero(moves.lowered + NEAR < values.max(initial=-np.inf))
    if not len(some):
        return fewer
    rows = moves.rows[some]
    below = len(values) - np.searchsorted(values, moves.lowered[some] + NEAR, side="right")
    no_rivals = found.count_above(found.worst[waiting], found.best)[rows]
    fewer[some] = np.maximum(0, below - no_rivals) * found.can_be[rows]
    return fewer


def _put_out(waiting: Booleans, found: Bounds, ends: Ends, moves: Moves) -> Integers:
    """Return how many of those who are out by one better more get it by each move up (N,)."""
    more = np.zeros_like(moves.rows)
    values = np.sort(ends.possible[waiting])
    some = np.flatnonzero(moves.is_sure & (moves.raised - NEAR > values.min(initial=np.inf)))
    if not len(some):
        return more
    rows = moves.rows[some]
    above = np.searchsorted(values, moves.raised[some] - NEAR, side="left")
    already = (len(values) - found.count_up_to(found.best[waiting], found.worst)[rows]) * found.is_sure[rows]
    more[some] = np.maximum(0, above - already)
    return more


# --- quotas, and places counted by class ----------------------------------------------------------


def by_trial(
    lines: Sequence[Line], open_places: Booleans, found: Bounds, ends: Ends, moves: Moves
) -> tuple[Integers, Integers]:
    """Return the same under any rule, by making each of the moves (N,) in turn."""
    ladder = _Ladder(found, ends)

    def settled(changed: Bounds) -> int:
        return int((open_places & (standings_within(lines, changed) != 0)).sum())

    @cache
    def if_worst(row: int, best: int, can_be: bool) -> int:
        if (best, can_be) == (found.best[row], found.can_be[row]):
            return 0
        return settled(replace(found, best=_with(found.best, row, best), can_be=_with(found.can_be, row, can_be)))

    @cache
    def if_best(row: int, worst: int, is_sure: bool) -> int:
        if (worst, is_sure) == (found.worst[row], found.is_sure[row]):
            return 0
        return settled(replace(found, worst=_with(found.worst, row, worst), is_sure=_with(found.is_sure, row, is_sure)))

    rows, lowered, raised = (each.tolist() for each in (moves.rows, moves.lowered, moves.raised))
    down = [
        if_worst(row, ladder.best(row, value), can_be)
        for row, value, can_be in zip(rows, lowered, moves.can_be.tolist(), strict=True)
    ]
    up = [
        if_best(row, ladder.worst(row, value), is_sure)
        for row, value, is_sure in zip(rows, raised, moves.is_sure.tolist(), strict=True)
    ]
    return np.array(down, dtype=np.int64), np.array(up, dtype=np.int64)


def _with(all_: Marks, row: int, own: int) -> Marks:
    changed = all_.copy()
    changed[row] = own
    return changed


class _Ladder:
    """Finds the level of a value among those of all worsts and bests; between two of them it has one of its own."""

    def __init__(self, found: Bounds, ends: Ends) -> None:
        levels = np.concatenate([found.worst, found.best])
        rungs = np.argsort(levels, kind="stable")
        self.found = found
        self.levels = levels[rungs]
        self.depths = -np.concatenate([ends.shown, ends.possible])[rungs]

    def best(self, row: int, value: float) -> int:
        """Return the level of an alternative's best at a value: above all others of that value, but no better."""
        at = int(np.searchsorted(self.depths, -value - NEAR, side="left"))
        is_there = abs(self.depths[at] + value) <= NEAR
        return int(max(self.levels[at] - (not is_there), self.found.best[row]))

    def worst(self, row: int, value: float) -> int:
        """Return the level of an alternative's worst at a value: below all others of that value, but no worse."""
        at = int(np.searchsorted(self.depths, -value + NEAR, side="right")) - 1
        is_there = abs(self.depths[at] + value) <= NEAR
        return int(min(self.levels[at] + (not is_there), self.found.worst[row]))

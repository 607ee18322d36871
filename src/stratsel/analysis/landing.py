"""Where alternatives land, draw by draw: their ranks, and the first tier that holds each for sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.places import fill_places
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Line, Problem
from stratsel.engine.rank import SAME, Order
from stratsel.engine.screening import reaches_minimum
from stratsel.engine.selection import tiers_held

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

HALF = 0.5
"""Whole numbers that differ by less are equal."""


@dataclass(frozen=True, slots=True)
class Levels:
    """How alternatives stand in each draw. Both (A, S).

    `above` counts those strictly better; `up_to` those as good or better, each itself among them.
    """

    above: Integers
    up_to: Integers

    @property
    def ranks(self) -> Integers:
        """The rank (A, S) of each: 1 is best, those that stand level share the smaller."""
        return self.above + 1

    @property
    def has_ties(self) -> Booleans:
        """The draws (S,) in which some stand level."""
        return np.asarray((self.up_to > self.above + 1).any(axis=0))


def levels_of(values: Floats, apart: float) -> Levels:
    """Return how values (A, S) stand, larger for better, those level that are no more than `apart`."""
    by_draw = np.ascontiguousarray(-values.T)
    order = np.argsort(by_draw, axis=1)
    ordered = np.take_along_axis(by_draw, order, axis=1)
    places = np.arange(values.shape[0])
    is_level = np.diff(ordered, axis=1) <= apart
    if not is_level.any():
        above = _by_row(order, places)
        return Levels(above, above + 1)
    above, up_to = (np.broadcast_to(each, order.shape).copy() for each in (places, places + 1))
    above[:, 1:][is_level] = 0
    up_to[:, :-1][is_level] = values.shape[0]
    np.maximum.accumulate(above, axis=1, out=above)
    np.minimum.accumulate(up_to[:, ::-1], axis=1, out=up_to[:, ::-1])
    return Levels(_by_row(order, above), _by_row(order, up_to))


def _by_row(order: Integers, counts: Integers) -> Integers:
    """Return counts (S, A), or (A,) for all draws, given by place in the order (S, A), by row instead (A, S)."""
    found = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(found, order, np.broadcast_to(counts, order.shape), axis=1)
    return found.T


def compared(problem: Problem, values: Floats) -> tuple[Floats, float]:
    """Return what values (A, S) are compared by, and how far apart they may lie to be level.

    Where there is a resolution that is the number of its steps, half up as the engine does without exact values.
    """
    if problem.resolution is None:
        return values, SAME
    step = float(problem.resolution)
    return np.floor(values / step + HALF + SAME / step), HALF


def standing(problem: Problem, worlds: Worlds, values: Floats) -> Levels:
    """Return how the alternatives of some worlds stand by overall values (A, S), ties separated by the tie nodes.

    What is drawn is known in its world; a node does not separate those of whom anything in it stays open.
    """
    levels = levels_of(*compared(problem, values))
    for node in problem.ties:
        draws = np.flatnonzero(levels.has_ties)
        if not len(draws):
            break
        some = worlds.only(draws)
        by_node = levels_of(*compared(problem, some.values(node))).above
        above = levels.above[:, draws]
        if worlds.is_open is not None:
            by_node = np.where(_is_held_together(worlds, node, above), 0, by_node)
        split = levels_of(-(above * len(values) + by_node).astype(float), HALF)
        for whole, part in ((levels.above, split.above), (levels.up_to, split.up_to)):
            whole[:, draws] = part
    return levels


def _is_held_together(worlds: Worlds, node: int, above: Integers) -> Booleans:
    """Return which rows (A, S) stand level with one, perhaps themselves, of which something in a node is open."""
    counted = set(worlds.hierarchy.counted(node))
    counts = [leaf in counted for leaf in worlds.hierarchy.leaf_nodes]
    assert worlds.is_open is not None
    is_open = worlds.is_open[:, counts].any(axis=1)
    held = np.zeros(above.shape, dtype=bool)
    columns = np.arange(above.shape[1])
    for row in np.flatnonzero(is_open).tolist():
        held[above[row], columns] = True
    return np.take_along_axis(held, above, axis=0)


# --- tiers ----------------------------------------------------------------------------------------


def is_plain(lines: Iterable[Line]) -> bool:
    """Whether tiers only count places: without quotas, and not by class."""
    return not any(line.members or line.quotas for line in lines)


def landings_of(problem: Problem, evaluation: Evaluation, rows: Integers, values: Floats, levels: Levels) -> Integers:
    """Return the tier (R, S) in which each of some rows (R,) lands, by its number from the top; T for none.

    By the rule of the engine: a tier holds whoever has a place however those level are put in order. `values` and
    `levels` (R, S) are theirs.
    """
    reaches = reaches_minimum(problem, values)
    if is_plain(problem.lines):
        inside = [(levels.up_to <= line.places) & reaches for line in problem.lines]
        return first_of(inside, reaches.shape)
    problem = _without_idle_quotas(problem, rows)
    order = np.argsort(levels.above, axis=0, kind="stable")
    inside = _filled(problem, rows, _by_row(order.T, np.arange(len(rows))), reaches)
    landings = first_of(inside, reaches.shape)
    known: dict[tuple[bytes, bytes], list[int]] = {}
    for draw in np.flatnonzero(_hangs_on_ties(inside, levels.above, order)).tolist():
        above = levels.above[:, draw]
        key = above.tobytes(), reaches[:, draw].tobytes()
        if key not in known:
            known[key] = _by_engine(problem, evaluation, rows, values[:, draw], above)
        landings[:, draw] = known[key]
    return landings


def _without_idle_quotas(problem: Problem, rows: Integers) -> Problem:
    """Return a problem without the quotas of classes to which none of the rows belongs: they move nobody.

    A criteria file may hold thousands, each of which would be counted in each draw.
    """
    lines = []
    for line in problem.lines:
        present = {line.classes[row] for row in rows.tolist()} if line.quotas else set()
        lines.append(replace(line, quotas=tuple(quota for quota in line.quotas if quota.of in present)))
    return replace(problem, lines=tuple(lines))


def _filled(problem: Problem, rows: Integers, above: Integers, reaches: Booleans) -> list[Booleans]:
    """Return who has a place (R, S) in each tier, whatever its rule, in draws in which all differ."""
    inside = [np.zeros_like(reaches)]
    for line in problem.lines:
        own = replace(line, classes=tuple(line.classes[row] for row in rows.tolist())) if line.classes else line
        inside.append(fill_places(own, above, reaches, inside[-1]))
    return inside[1:]


def _hangs_on_ties(inside: Sequence[Booleans], above: Integers, order: Integers) -> Booleans:
    """Return in which draws (S,) places may hang on how those who stand level were put in order.

    Where all of them have a place, or none has, in one order of theirs, so it is in any.
    """
    is_level = np.diff(np.take_along_axis(above, order, axis=0), axis=0) == 0
    found = np.zeros(above.shape[1], dtype=bool)
    for tier in inside if is_level.any() else ():
        found |= (np.diff(np.take_along_axis(tier, order, axis=0), axis=0) & is_level).any(axis=0)
    return found


def first_of(inside: Sequence[Booleans], shape: tuple[int, ...]) -> Integers:
    """Return the number of the first tier that holds each (R, S); as many as there are tiers where none does."""
    landings = np.full(shape, len(inside), dtype=np.int64)
    for at in reversed(range(len(inside))):
        landings[inside[at]] = at
    return landings


def _by_engine(problem: Problem, evaluation: Evaluation, rows: Integers, values: Floats, above: Integers) -> list[int]:
    """Return where rows land in one draw in which some stand level."""
    size = len(problem.alternatives)
    order = np.lexsort((rows, above))
    is_level = np.zeros(len(rows), dtype=bool)
    is_level[1:] = np.diff(above[order]) == 0
    placed = np.zeros(size)
    placed[rows] = values
    drawn = replace(evaluation, values=placed, order=Order(rows[order], is_level, size))
    held = tiers_held(problem, drawn)
    return [next((at for at, inside in enumerate(held) if row in inside), len(held)) for row in rows.tolist()]


# --- what the unknown could be --------------------------------------------------------------------


class Rivals:
    """What each row must pass to have a place, among the values (A, S) of all others."""

    def __init__(self, values: Floats) -> None:
        self._values = values
        self._ordered = np.sort(values.T, axis=1)

    def line(self, places: int) -> Floats:
        """Return for each row (A, S) the value that so many others reach; minus infinity where there are fewer."""
        draws, size = self._ordered.shape
        nobody = np.full(draws, -np.inf)
        last, following = (self._ordered[:, size - at] if at <= size else nobody for at in (places, places + 1))
        # Who is among the first itself leaves its place to the next.
        return np.where(self._values >= last, following, last)

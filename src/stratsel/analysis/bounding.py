"""What a share of draws could be, whatever the unknown turns out to be.

Of each alternative and each draw, one completion makes its own unknown as bad and that of its rivals as good as it can
be, and another the reverse; everything else is as drawn. Where it lands then are the ends of where it can land.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.alike import pooled
from stratsel.analysis.landing import Rivals, compared, first_of, is_plain, landings_of, levels_of
from stratsel.analysis.shift import Landings
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.screening import reaches_minimum

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CELLS = 4_000_000
"""Draws times alternatives twice over, where each alternative needs orders of its own."""

MOST, MOST_TIED, FEWEST = 2_000, 100, 100
"""Draws then: no more, no more where many stand level, and none at all where fewer could be made."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where rows land (R, S) at the lower and at the upper end; `is_sure` where a tie at a line blurs neither."""

    lower: Integers
    upper: Integers
    is_sure: Booleans


class Bounding:
    """Counts, batch by batch, how often each row surely lands in its tier, and how often it can."""

    def __init__(self, problem: Problem, evaluation: Evaluation, landings: Landings, is_tie_prone: bool) -> None:
        self.problem, self.evaluation, self.landings = problem, evaluation, landings
        rows = landings.rows
        unknown = problem.is_unknown[rows]
        self.is_needed = bool(unknown.any())
        self.worst = np.where(unknown, evaluation.partial_values[rows], 0)
        self.best = np.where(unknown, evaluation.best_partial_values[rows], 0)
        self.unknown = unknown
        self.most: float = np.inf
        if not is_plain(problem.lines):
            most = min(CELLS // max(1, len(rows)) ** 2, MOST_TIED if is_tie_prone else MOST)
            self.most = most if most >= FEWEST else 0
        self.samples = 0
        self.surely, self.possibly = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
        self.is_sharp = np.ones(len(rows), dtype=bool)

    def add(self, worlds: Worlds) -> None:
        """Take in more worlds, in which nothing is drawn for what is unknown."""
        size = int(min(worlds.shares.shape[1], self.most - self.samples)) if self.is_needed else 0
        if size <= 0:
            return
        some = worlds if size == worlds.shares.shape[1] else worlds.only(np.arange(size))
        low, high = self._ends(some)
        if not is_plain(self.problem.lines) and self._has_ties(low, high):
            self.most = min(self.most, MOST_TIED)
            size = int(min(size, max(0, self.most - self.samples)))
            low, high = low[:, :size], high[:, :size]
        ends = self._plain(low, high) if is_plain(self.problem.lines) else self._one_by_one(low, high)
        own = self.landings.numbers[:, None]
        self.surely += ((ends.lower == own) & (ends.upper == own)).sum(axis=1)
        self.possibly += ((ends.upper <= own) & (own <= ends.lower)).sum(axis=1)
        self.is_sharp &= ends.is_sure.all(axis=1)
        self.samples += size

    def shares(self, share: Floats, groups: Integers) -> tuple[Floats, Floats, Booleans]:
        """Return the lowest and the highest share (R,), and where they are attained, given the share that was drawn.

        They are at the first tier and outside all: there the same completion is the worst, or the best, in every draw.
        Elsewhere what helps in one draw may lift it too far in another.
        """
        if not self.is_needed:
            return share, share, np.ones(len(share), dtype=bool)
        if not self.samples:
            return np.zeros_like(share), np.ones_like(share), np.zeros(len(share), dtype=bool)
        lowest, highest = (pooled(counts, groups) / self.samples for counts in (self.surely, self.possibly))
        is_end = (self.landings.numbers == 0) | (self.landings.numbers == len(self.problem.lines))
        return np.minimum(lowest, share), np.maximum(highest, share), is_end & self.is_sharp

    def _ends(self, worlds: Worlds) -> tuple[Floats, Floats]:
        """Return all overall values (R, S) with the unknown at its worst, and at its best."""
        rows = len(self.unknown)
        both = [np.where(self.unknown, end, worlds.partial_values) for end in (self.worst, self.best)]
        drawn = [replace(each, rows=each.rows + rows) for each in worlds.drawn]
        values = replace(worlds, partial_values=np.vstack(both), drawn=[*worlds.drawn, *drawn]).values()
        return values[:rows], values[rows:]

    def _has_ties(self, *ends: Floats) -> bool:
        return any(levels_of(*compared(self.problem, values)).has_ties.any() for values in ends)

    def _plain(self, low: Floats, high: Floats) -> _Ends:
        """Where tiers only count places: a row is in if it passes the place that is the last among its rivals."""
        (own_low, apart), (own_high, _) = compared(self.problem, low), compared(self.problem, high)
        at_worst, at_best, is_sure = [], [], np.ones(low.shape, dtype=bool)
        reaches_low, reaches_high = reaches_minimum(self.problem, low), reaches_minimum(self.problem, high)
        above, below = Rivals(own_high), Rivals(own_low)
        for line in self.problem.lines:
            upper_line, lower_line = above.line(line.places), below.line(line.places)
            at_worst.append((own_low > upper_line + apart) & reaches_low)
            # Nodes that separate ties may give the place to whoever is level.
            slack = -apart if self.problem.ties else apart
            at_best.append((own_high > lower_line + slack) & reaches_high)
            if self.problem.ties:
                is_sure &= (np.abs(own_low - upper_line) > apart) & (np.abs(own_high - lower_line) > apart)
        return _Ends(first_of(at_worst, low.shape), first_of(at_best, low.shape), is_sure)

    def _one_by_one(self, low: Floats, high: Floats) -> _Ends:
        """Where tiers have quotas or count classes: an order for each row, in which it alone is at the other end."""
        lower, upper = (
            np.array(list(self._landed(own, others))).reshape(low.shape) for own, others in ((low, high), (high, low))
        )
        return _Ends(lower, upper, np.full(low.shape, not self.problem.ties))

    def _landed(self, own: Floats, others: Floats) -> Iterator[Integers]:
        for row in range(len(own)):
            values = others.copy()
            values[row] = own[row]
            levels = levels_of(*compared(self.problem, values))
            yield landings_of(self.problem, self.evaluation, self.landings.rows, values, levels)[row]

"""The flip: the smallest shift of one criterion's weight, its siblings rescaled, that changes an alternative's tier.

In closed form. Moving the share of a criterion in the whole from s to t moves each overall value along a line, to
v + (x - y)(t - s): x is the value of the criterion, y that of its siblings together. Who has a place changes only where
a value crosses the line of the tier, which is itself made of pieces of such lines (the k-level of an arrangement of
lines: Edelsbrunner 1987, Algorithms in Combinatorial Geometry, chapter 1).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import Rivals, is_plain
from stratsel.analysis.search import search_flips
from stratsel.analysis.shift import HUNDRED, Flip, Landings, landing_numbers
from stratsel.analysis.world import heaviest, is_linear_above, movable
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.rank import NEAR, SAME, Order
from stratsel.engine.selection import Shortlist
from stratsel.engine.weight import global_weights, local_weights

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

AFTER = 1e-9
"""Lines that cross are told apart by where they stand this much further on."""

MOST = 500
"""Of more criteria only the heaviest are moved: each shift is exact then, but another one may be smaller."""

TRIFLE = 4 * SAME
"""By so much values are told apart that differ by their tie nodes alone."""

APART = 1e-10
"""Crossings no further apart, in shares of the whole, are one."""


def flips(problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> Mapping[int, Flip]:
    """Return the flip of each ranked alternative, by row, where there is one.

    Who is tied across a line has none: any shift may part them. The closed form holds where tiers only count places,
    values are compared as they are, nothing is left out and weights act along arithmetic means; else it is a search. So
    it is where there are more than `MOST` criteria.
    """
    landings = landing_numbers(problem, shortlist)
    if not len(landings.rows) or not problem.lines:
        return {}
    if not is_closed(problem, evaluation.basis):
        return search_flips(problem, evaluation, landings)
    found: dict[int, Flip] = {}
    for flip in _along_all(problem, evaluation, landings):
        for at in np.flatnonzero(np.isfinite(flip.shift) & ~landings.is_tied).tolist():
            row = int(landings.rows[at])
            if row not in found or HUNDRED * flip.shift[at] < found[row].points - HUNDRED * SAME:
                found[row] = flip.of(at)
    return found


def is_closed(problem: Problem, basis: Profiles) -> bool:
    """Whether the smallest shifts follow from lines that cross."""
    hierarchy = problem.hierarchy
    if problem.resolution is not None or not is_plain(problem.lines) or basis.is_absent is not None:
        return False
    return all(is_linear_above(hierarchy, hierarchy.parents[node]) for node in movable(hierarchy))


def _parted(order: Order, values: Floats) -> Floats:
    """Return values (A,) that are a trifle apart where only tie nodes part those who stand level.

    Where two lines stay level, so does what the nodes make of them: their values move alike, or not at all.
    """
    rows, ranks = order.rows, order.ranks[order.rows]
    own = values[rows]
    is_near = np.concatenate([[False], own[:-1] - own[1:] <= NEAR])
    first = np.maximum.accumulate(np.where(is_near, 0, np.arange(len(rows))))
    parted = values.copy()
    parted[rows] -= TRIFLE * (ranks - ranks[first])
    return parted


@dataclass(frozen=True, slots=True)
class _Change:
    """What moving one weight one way changes: by what `shift` (R,) of its share each row leaves its tier, for which.

    `tiers` (R,) are numbers, the number of tiers for none; a shift is infinite where nothing changes. It `is_exact`
    where the weight of every criterion is moved.
    """

    problem: Problem
    node: int
    share: float
    sign: int
    shift: Floats
    tiers: Integers
    is_exact: bool

    def of(self, at: int) -> Flip:
        """Return the flip of one row."""
        names = [line.tier for line in self.problem.lines]
        tier = names[self.tiers[at]] if self.tiers[at] < len(names) else None
        points = HUNDRED * float(self.shift[at])
        weight = HUNDRED * self.share
        return Flip(self.node, weight, weight + self.sign * points, points, tier, self.is_exact)


def _along_all(problem: Problem, evaluation: Evaluation, landings: Landings) -> Iterator[_Change]:
    """Yield what each weight changes, up and down, in tree order."""
    hierarchy, basis = problem.hierarchy, evaluation.basis.only(landings.rows)
    local, whole, values = local_weights(hierarchy), global_weights(hierarchy), basis.values()
    parted = _parted(evaluation.order, evaluation.values)[landings.rows]
    nodes = heaviest(hierarchy, MOST)
    is_whole, by_node = len(nodes) == len(movable(hierarchy)), basis.values_by_node()
    for node in nodes:
        parent = hierarchy.parents[node]
        room, share = (1.0 if parent == TOP else float(whole[parent])), float(whole[node])
        own, together = by_node[node], values if parent == TOP else by_node[parent]
        slopes = (own - together) / float(1 - local[node])
        for sign, length in ((1, room - share), (-1, share)):
            if length > APART and room > 0:
                shift, tiers = _first_changes(problem, landings.numbers, parted, sign * slopes, length)
                yield _Change(problem, node, share, sign, shift, tiers, is_whole)


def _first_changes(
    problem: Problem, numbers: Integers, values: Floats, slopes: Floats, length: float
) -> tuple[Floats, Integers]:
    """Return how far along its line (R,) each row first leaves its tier, and for which."""
    shift, tiers = np.full(len(values), np.inf), numbers.copy()
    begins, ends = _reaching(float(problem.minimum), values, slopes)
    for at, line in enumerate(problem.lines):
        edges = np.array([0.0, *_crossings(values, slopes, line.places, length), length])
        middles = values[:, None] + slopes[:, None] * ((edges[1:] + edges[:-1]) / 2)
        passes = middles > Rivals(middles).line(line.places) + SAME
        has_place = numbers <= at
        starts = np.maximum(edges[:-1], begins[:, None])
        gained = _least(starts, passes & (starts < np.minimum(edges[1:], ends[:, None])))
        lost = _least(np.broadcast_to(edges[:-1], passes.shape), ~passes)
        falls_short = ends < np.minimum(lost, length - APART)
        change = np.where(has_place, np.where(falls_short, ends, lost), gained)
        into = np.where(has_place, np.where(falls_short, len(problem.lines), at + 1), at)
        is_first = change < shift
        shift[is_first], tiers[is_first] = change[is_first], into[is_first]
    return shift, tiers


def _least(positions: Floats, holds: Booleans) -> Floats:
    """Return the least of some positions (R, J) where something holds (R,), else infinity."""
    least: Floats = np.where(holds, positions, np.inf).min(axis=1)
    return least


def _reaching(minimum: float, values: Floats, slopes: Floats) -> tuple[Floats, Floats]:
    """Return from where to where (R,) each value reaches the minimum along its line; an empty stretch if nowhere."""
    above = values - minimum + SAME
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = -above / slopes
    begins = np.where(above >= 0, 0.0, np.where(slopes > 0, crossing, np.inf))
    ends = np.where((slopes < 0) & (above >= 0), crossing, np.where(np.isfinite(begins), np.inf, -np.inf))
    return begins, ends


def _crossings(values: Floats, slopes: Floats, places: int, length: float) -> list[float]:
    """Return where, up to a length, any value crosses that of the first who has no place.

    Between two of these nobody comes to have a place, and nobody loses one.
    """
    found: list[float] = []
    if len(values) <= places:
        return found
    at = 0.0
    while True:
        now = values + slopes * at
        first = np.argpartition(-(now + slopes * AFTER), places)[places]
        pace = slopes - slopes[first]
        with np.errstate(divide="ignore", invalid="ignore"):
            ahead = (now[first] - now) / pace
        ahead = ahead[(ahead > APART) & np.isfinite(ahead)]
        if not len(ahead) or at + ahead.min() >= length - APART:
            return found
        at += float(ahead.min())
        found.append(at)

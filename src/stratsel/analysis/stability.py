"""Weight-stability intervals: how far one weight can move, its siblings rescaled, before something changes.

Three things are asked about: who is first, who has a place in each tier, and the whole order (Mareschal 1988, Weight
stability intervals in multicriteria decision aid, European Journal of Operational Research 33). In closed form. Every
overall value moves along a line, as in `flip`. The best value of those outside a set less the worst of those inside is
convex along the way, so that Newton's steps from the far end come down on the first weight at which somebody catches
up; an order first changes between neighbours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import is_plain
from stratsel.analysis.shift import HUNDRED
from stratsel.analysis.stability_search import FIRST, ORDER, Change, search_changes
from stratsel.analysis.world import is_linear_above, movable
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.engine.selection import Shortlist
from stratsel.engine.weight import global_weights, local_weights

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

APART = 1e-10
"""Weights that differ by less, as shares of the whole, are the same: none is moved by less, or up to its very end."""


@dataclass(frozen=True, slots=True)
class StabilityInterval:
    """Between which weights of a criterion something stays as it is.

    `weight`, now, `low` and `high` are shares of the whole in points, 0 to 100. `at_low` and `at_high` tell what
    changes there; None where the weight can go down to nothing, or up to all that its parent has. Strictly between them
    nothing changes, at an end those concerned stand level. Where some stand level now whom the weight parts, an end is
    the weight itself. `is_exact` tells the closed form from a search, which may have passed over a change that is soon
    undone.
    """

    node: int
    weight: float
    low: float
    high: float
    at_low: Change | None
    at_high: Change | None
    is_exact: bool

    @property
    def is_point(self) -> bool:
        """Whether any other weight, up or down, changes something."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class StabilityIntervals:
    """One interval for each criterion whose weight can be moved, in tree order, for each thing that may stay.

    `first` keeps the set of those with rank 1; `tiers` keep who has a place in each tier, or in one above it; `order`
    keeps all ranks.
    """

    first: tuple[StabilityInterval, ...]
    tiers: Mapping[str, tuple[StabilityInterval, ...]]
    order: tuple[StabilityInterval, ...]


def stability_intervals(
    problem: Problem, evaluation: Evaluation, shortlist: Shortlist, nodes: Sequence[int] | None = None
) -> StabilityIntervals:
    """Return the interval of each movable weight, or of some; of rows, only those that are ranked take part.

    `nodes` are the criteria that are asked about; those whose weight cannot be moved are passed over. The closed form
    holds where values are compared as they are, nothing is left out, the weight acts along arithmetic means and, for a
    tier, all tiers only count places; elsewhere it is a search.
    """
    aspects = (FIRST, *range(len(problem.lines)), ORDER)
    moves = movable(problem.hierarchy)
    asked = moves if nodes is None else set(nodes).intersection(moves)
    wanted = [(node, aspect) for node in sorted(asked) for aspect in aspects]
    closed = {each: is_closed(problem, evaluation, *each) for each in wanted}
    found = {}
    if len(evaluation.order.rows):
        lines = _Lines(problem, evaluation, shortlist)
        found = {each: lines.interval(*each) for each in wanted if closed[each]}
        found |= _searched(problem, evaluation, [each for each in wanted if not closed[each]])
    first, *tiers, order = (
        tuple(found[each] for each in wanted if each[1] == aspect and each in found) for aspect in aspects
    )
    return StabilityIntervals(first, dict(zip((line.tier for line in problem.lines), tiers, strict=True)), order)


def is_closed(problem: Problem, evaluation: Evaluation, node: int, aspect: int) -> bool:
    """Whether the interval of a node follows from lines that cross; aspects are as in `stability_search`."""
    if problem.resolution is not None or evaluation.basis.is_absent is not None:
        return False
    counts_places = aspect < 0 or is_plain(problem.lines)
    return counts_places and is_linear_above(problem.hierarchy, problem.hierarchy.parents[node])


def _searched(
    problem: Problem, evaluation: Evaluation, wanted: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], StabilityInterval]:
    changes, ways = search_changes(problem, evaluation, np.sort(evaluation.order.rows), wanted), _ways(problem)
    return {each: _interval(each[0], ways[each[0]], changes[each], is_exact=False) for each in wanted}


def _ways(problem: Problem) -> list[tuple[float, float]]:
    """Return for each node (N) its share in the whole, and the most that it can have."""
    whole = [float(share) for share in global_weights(problem.hierarchy)]
    above = (1.0 if parent == TOP else whole[parent] for parent in problem.hierarchy.parents)
    return list(zip(whole, above, strict=True))


def _interval(
    node: int, way: tuple[float, float], changes: tuple[Change | None, Change | None], *, is_exact: bool
) -> StabilityInterval:
    share, most = way
    low, high = changes
    return StabilityInterval(
        node,
        HUNDRED * share,
        HUNDRED * (0.0 if low is None else share - low.shift),
        HUNDRED * (most if high is None else share + high.shift),
        low,
        high,
        is_exact,
    )


class _Lines:
    """The overall values of the ranked rows in their order, best first, and where they lead as one weight moves."""

    def __init__(self, problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> None:
        self.problem, self.order = problem, evaluation.order
        self.basis = evaluation.basis.only(self.order.rows)
        self.values = self.basis.values()
        self.is_level = self.order.is_level
        self.sizes = [shortlist.sizes[line.tier] for line in problem.lines]
        self.level_with_first = int(np.argmin(np.append(self.is_level[1:], False))) + 1
        self.by_node = self.basis.values_by_node()
        self.local, self.ways = local_weights(problem.hierarchy), _ways(problem)
        self._slopes: dict[int, Floats] = {}

    def interval(self, node: int, aspect: int) -> StabilityInterval:
        """Return one interval."""
        share, most = way = self.ways[node]
        slopes = self.slopes(node)
        ends = [(-slopes, share), (slopes, most - share)]
        low, high = (self.change(own, length, aspect) if length > APART and most > 0 else None for own, length in ends)
        return _interval(node, way, (low, high), is_exact=True)

    def slopes(self, node: int) -> Floats:
        """Return by how much each value (R,) rises with the share of a node in the whole, its siblings rescaled."""
        if node not in self._slopes:
            parent = self.problem.hierarchy.parents[node]
            together = self.values if parent == TOP else self.by_node[parent]
            self._slopes[node] = (self.by_node[node] - together) / float(1 - self.local[node])
        return self._slopes[node]

    def change(self, slopes: Floats, length: float, aspect: int) -> Change | None:
        """Return what changes first along lines of some slopes (R,), up to a length."""
        if aspect == ORDER:
            found = next_swap(self.values, slopes, self.is_level, length)
        elif aspect == FIRST:
            found = first_parted(slopes[: self.level_with_first], length)
            if found is None:
                found = caught_up(self.values, slopes, self.level_with_first, length)
        else:
            inside = self.sizes[aspect]
            free = self.problem.lines[aspect].places - inside
            found = line_crossed(self.values, slopes, inside, free, float(self.problem.minimum), length)
        if found is None:
            return None
        shift, *pair = found
        rows = self.order.rows
        ahead, behind = (None if at is None else int(rows[at]) for at in pair)
        return Change(shift, ahead, behind)


# --- lines that cross -----------------------------------------------------------------------------

Crossing = tuple[float, int | None, int | None]
"""How far along, and the positions of who comes ahead and who falls behind; None where it is the minimum."""


def next_swap(values: Floats, slopes: Floats, is_level: Booleans, length: float) -> Crossing | None:
    """Return where the order of lines (R,), best first, changes first: two neighbours meet, or level ones part."""
    gaps, pace = np.maximum(values[:-1] - values[1:], 0.0), np.diff(slopes)
    level = is_level[1:]
    gaps[level] = 0
    meets = np.where(level, np.abs(pace), pace) * length - gaps > SAME
    if not meets.any():
        return None
    shift = np.divide(gaps, pace, out=np.full(len(gaps), np.inf), where=meets)
    at = int(np.argmin(np.abs(shift)))
    ahead, behind = (at + 1, at) if pace[at] > 0 else (at, at + 1)
    return abs(float(shift[at])), ahead, behind


def first_parted(slopes: Floats, length: float) -> Crossing | None:
    """Return that lines which are level part at once, if they do."""
    ahead, behind = int(np.argmax(slopes)), int(np.argmin(slopes))
    return (0.0, ahead, behind) if (slopes[ahead] - slopes[behind]) * length > SAME else None


def caught_up(values: Floats, slopes: Floats, inside: int, length: float) -> Crossing | None:
    """Return where the best line of those outside meets the worst of those inside, who come first.

    From the far end, where it is past, Newton's steps on the convex difference fall on pairs of lines that meet, each
    earlier than the one before; the last is the first of all.
    """
    if not 0 < inside < len(values):
        return None
    found: Crossing | None = None
    at = length
    while True:
        now = values + slopes * at
        ahead, behind = inside + int(np.argmax(now[inside:])), int(np.argmin(now[:inside]))
        pace = float(slopes[ahead] - slopes[behind])
        if now[ahead] - now[behind] <= SAME or at == 0 or pace <= 0:
            return found
        at = max(float(values[behind] - values[ahead]), 0.0) / pace
        found = at, ahead, behind


def line_crossed(
    values: Floats, slopes: Floats, inside: int, free: int, minimum: float, length: float
) -> Crossing | None:
    """Return where lines (R,), best first, first change who has a place: the first `inside` do, `free` are left.

    The minimum is one more line, which nobody inside may fall below.
    """
    size = len(values)
    lines, paces = np.append(values, minimum), np.append(slopes, 0.0)
    lost = caught_up(lines, paces, inside, length)
    if lost is not None and lost[1] == size:
        lost = lost[0], None, lost[2]
    if free <= 0 or inside == size:
        return lost
    gained = let_in(values[inside:], slopes[inside:], free, minimum, length)
    # Where one reaches the minimum just as it meets another, it is the minimum that lets it in.
    if gained is None or (lost is not None and lost[0] < gained[0] - APART):
        return lost
    shift, ahead, behind = gained
    return shift, None if ahead is None else inside + ahead, None if behind is None else inside + behind


def let_in(values: Floats, slopes: Floats, free: int, minimum: float, length: float) -> Crossing | None:
    """Return where some lines (R,) first get one of the places that are free, nobody having any of them now.

    The best of them reach the minimum, or are no longer more than there are places: down the upper envelope of the
    lines, from one that leads to the next.
    """
    at, led = 0.0, None
    while True:
        now = values + slopes * at
        best = now >= now.max() - SAME
        pace = slopes[best].max()
        leads = best & (slopes >= pace - SAME)
        leader = int(np.argmax(leads))
        if leads.sum() <= free:
            reached = at + _way_up(float(now[leader]) - minimum, float(pace))
            level = np.flatnonzero(best & ~leads)
            if reached == at:
                led = int(level[0]) if len(level) else led
        else:
            reached = np.inf
        faster = np.flatnonzero((slopes > pace + SAME) & ~best)
        overtaken = (now[leader] - now[faster]) / (slopes[faster] - pace)
        ahead = at + float(overtaken.min(initial=np.inf))
        if reached <= ahead:
            return (reached, leader, led if reached == at else None) if reached < length - APART else None
        if ahead >= length - APART:
            return None
        at, led = ahead, leader


def _way_up(above: float, pace: float) -> float:
    """Return how far along a line reaches the minimum that it is so much above; infinity where it does not."""
    if above > SAME or (above >= -SAME and pace >= -SAME):
        return 0.0
    return -above / pace if pace > SAME and above < 0 else np.inf

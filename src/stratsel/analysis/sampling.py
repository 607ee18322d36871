"""Weights drawn uniformly from all that are admitted, and judgements drawn within what is open."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.polytope import Polytope
from stratsel.analysis.simplex import draw_around, draw_in_order, draw_shares
from stratsel.analysis.space import AdmissibleWeights, Group, groups, polytope, statements_about
from stratsel.analysis.streams import Numbers, Streams
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import AnyValueFunction
from stratsel.engine.weight import local_weights
from stratsel.terms import Admissible, Missing, WeightSpace

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


BLOCK = 4096
"""As many draws of weights are made together; of very many criteria fewer are."""

BLOCK_CELLS = 2_000_000
"""Draws times nodes that a block has at most, so that memory does not grow with them."""


# --- weights --------------------------------------------------------------------------------------


class Weights:
    """Local weights, each draw from the uniform distribution on what is admitted, made block by block.

    Each group of shares that are drawn together has its own streams, one for each block, named after the node that they
    are shares of: any block can be made by itself, in any order, and more draws change none of those before.

    Raises:
        ValueError: the statements leave no weights.
    """

    def __init__(self, hierarchy: Hierarchy, admissible: AdmissibleWeights, streams: Streams) -> None:
        self._hierarchy, self._admissible, self._streams = hierarchy, admissible, streams
        self._own = np.array([[float(share)] for share in local_weights(hierarchy)])
        is_drawn = admissible.kind is not Admissible.FIXED
        self._groups = [group for group in groups(hierarchy, admissible.space) if is_drawn and len(group.members) > 1]
        self._others = sorted(set(range(len(self._own))) - {node for group in self._groups for node in group.masses})
        self._regions = [_region(group, admissible) for group in self._groups]
        self.block = max(1, min(BLOCK, BLOCK_CELLS // len(hierarchy.nodes)))
        """How many draws a block has."""

    def draw(self, block: int) -> Floats:
        """Return the local weights (N, block) of one block, counted from 0."""
        hierarchy = self._hierarchy
        drawn = np.empty((len(self._own), self.block))
        drawn[self._others] = self._own[self._others]
        for group, region in zip(self._groups, self._regions, strict=True):
            node = "" if group.root == TOP else hierarchy.nodes[group.root]
            rng = self._streams.of("weights", node, str(block))
            shares = _draw_group(group, self._admissible, region, self.block, rng).T
            if self._admissible.space is WeightSpace.LOCAL:
                drawn[list(group.members)] = shares
            else:
                _share_out(hierarchy, group, shares, drawn)
        return drawn


def draw_weights(hierarchy: Hierarchy, admissible: AdmissibleWeights, samples: int, streams: Streams) -> Floats:
    """Return the first local weights (N, S) of all blocks, one after the other.

    Raises:
        ValueError: the statements leave no weights.
    """
    weights = Weights(hierarchy, admissible, streams)
    drawn = [weights.draw(block) for block in range(-(-samples // weights.block))]
    return np.concatenate(drawn, axis=1)[:, :samples]


def _region(group: Group, admissible: AdmissibleWeights) -> Polytope | None:
    """Return what statements leave of a group; None where nothing is said of it."""
    about = statements_about(group, admissible) if admissible.kind is Admissible.WITHIN else []
    if not about:
        return None
    region = polytope(group, admissible, about)
    if region.is_empty:
        raise ValueError("the statements leave no weights")
    # Threads share the region, so what it finds out about itself it finds out now.
    region.ranges()
    return region


def _draw_group(
    group: Group, admissible: AdmissibleWeights, region: Polytope | None, samples: int, rng: np.random.Generator
) -> Floats:
    """Return the shares (S, M) of one group."""
    if region is not None:
        return region.draw(samples, rng)
    shares = np.array([float(share) for share in group.shares])
    match admissible.kind:
        case Admissible.AROUND:
            percent = float(admissible.percent)
            return draw_around(np.maximum(shares * (1 - percent), 0.0), shares * (1 + percent), samples, rng)
        case Admissible.ORDER:
            return draw_in_order(shares, samples, rng)
        case _:
            return draw_shares(len(shares), samples, rng)


def _share_out(hierarchy: Hierarchy, group: Group, shares: Floats, drawn: Floats) -> None:
    """Turn shares (M, S) of the whole into local weights; where a node weighs nothing, its children keep theirs."""
    masses = {node: shares[list(parts)].sum(axis=0) for node, parts in group.masses.items()}
    for node, mass in masses.items():
        above = masses.get(hierarchy.parents[node])
        if above is None:
            drawn[node] = mass
        else:
            np.divide(mass, above, out=drawn[node], where=above > 0)


# --- judgements -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spread:
    """What judgements may be besides what the order is by.

    `is_fixed` leaves them as they are. Otherwise each lies anywhere in its range, and up to `beyond` (C,) past its
    ends, in the unit of the leaf; nothing is added where that is empty.
    """

    is_fixed: bool = False
    beyond: tuple[float, ...] = ()


AS_GIVEN = Spread()
"""Anywhere in what the files leave open, and nothing added."""


@dataclass(frozen=True, slots=True)
class OpenJudgements:
    """Assessments on one leaf that are drawn: their rows (K,), and the performances `low` and `high` (K,) between them.

    Either all are unknown, or none is.
    """

    leaf: int
    is_unknown: bool
    rows: Integers
    low: Floats
    high: Floats


def open_judgements(problem: Problem, spread: Spread, is_counted: Booleans) -> Iterator[OpenJudgements]:
    """Yield the assessments of some rows (A,) that are drawn, by leaf; none where they are fixed.

    What is unknown may be anything on its scale, evenly, unless the order is by what is available, which leaves it out.
    """
    if spread.is_fixed:
        return
    for leaf, function in enumerate(problem.value_functions):
        worst, best = problem.worst_performances[:, leaf], problem.best_performances[:, leaf]
        low, high = np.minimum(worst, best), np.maximum(worst, best)
        if spread.beyond and (more := spread.beyond[leaf]) > 0:
            ends = float(function.performances[0]), float(function.performances[-1])
            low, high = np.clip(low - more, *ends), np.clip(high + more, *ends)
        is_drawn, unknown = is_counted & (low < high), problem.is_unknown[:, leaf]
        for is_unknown in (False, True) if problem.missing is not Missing.AVAILABLE else (False,):
            rows = np.flatnonzero(is_drawn & (unknown == is_unknown))
            if len(rows):
                yield OpenJudgements(leaf, is_unknown, rows, low[rows], high[rows])


class Judgements:
    """The open assessments of some rows (A,) of a problem, each with its own stream, of which any part can be drawn.

    Two candidates that are assessed alike, and leave something open, are drawn apart: they may turn out different.
    """

    def __init__(self, problem: Problem, spread: Spread, is_counted: Booleans, streams: Streams) -> None:
        names, nodes = problem.alternatives, problem.hierarchy.nodes
        leaves = [nodes[leaf] for leaf in problem.hierarchy.leaf_nodes]
        self.found = tuple(open_judgements(problem, spread, is_counted))
        """Those that are drawn."""
        self._functions = problem.value_functions
        self._beginnings = [
            [streams.beginning("judgement", names[row], leaves[each.leaf]) for row in each.rows.tolist()]
            for each in self.found
        ]

    def draw(self, begin: int, end: int) -> list[Floats]:
        """Return the partial values (K, end - begin) of each leaf in the draws from `begin` to before `end`.

        They are those of performances drawn uniformly in the leaf's own unit.
        """
        numbers = Numbers()
        return [
            self._values(each, np.array([numbers.within(one, begin, end) for one in own]))
            for each, own in zip(self.found, self._beginnings, strict=True)
        ]

    def _values(self, found: OpenJudgements, drawn: Floats) -> Floats:
        """Return the partial values (K, S) at numbers drawn evenly between 0 and 1."""
        function = self._functions[found.leaf]
        low, high = found.low[:, None], found.high[:, None]
        if _is_straight(function, found):
            # Along one straight piece values are as even as performances.
            low, high = function.partial_values(low), function.partial_values(high)
            drawn *= high - low
            drawn += low
            return drawn
        drawn *= high - low
        drawn += low
        return function.partial_values(drawn)


def _is_straight(function: AnyValueFunction, found: OpenJudgements) -> bool:
    """Whether all performances that are drawn lie on one piece of a value function that is linear."""
    first, last = float(function.performances[0]), float(function.performances[-1])
    is_inside = bool((found.low >= first).all() and (found.high <= last).all())
    return is_inside and function.is_rational and len(function.values) == 2

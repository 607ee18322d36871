"""Weights drawn uniformly from all that are admitted, and judgements drawn within what is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.simplex import draw_around, draw_in_order, draw_shares
from stratsel.analysis.space import AdmissibleWeights, Group, groups, polytope, statements_about
from stratsel.analysis.streams import Streams
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import AnyValueFunction
from stratsel.engine.weight import local_weights
from stratsel.terms import Admissible, Missing, WeightSpace

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


# --- weights --------------------------------------------------------------------------------------


def draw_weights(hierarchy: Hierarchy, admissible: AdmissibleWeights, samples: int, streams: Streams) -> Floats:
    """Return local weights (N, S), each draw from the uniform distribution on what is admitted.

    Each group of shares that are drawn together has its own stream, named after the node that they are shares of.

    Raises:
        ValueError: the statements leave no weights.
    """
    own = local_weights(hierarchy)
    drawn = np.repeat(np.array([[float(share)] for share in own]), samples, axis=1)
    for group in groups(hierarchy, admissible.space):
        if admissible.kind is Admissible.FIXED or len(group.members) == 1:
            continue
        rng = streams.of("weights", "" if group.root == TOP else hierarchy.nodes[group.root])
        shares = _draw_group(group, admissible, samples, rng).T
        if admissible.space is WeightSpace.LOCAL:
            drawn[list(group.members)] = shares
        else:
            _share_out(hierarchy, group, shares, drawn)
    return drawn


def _draw_group(group: Group, admissible: AdmissibleWeights, samples: int, rng: np.random.Generator) -> Floats:
    """Return the shares (S, M) of one group."""
    shares = np.array([float(share) for share in group.shares])
    match admissible.kind:
        case Admissible.AROUND:
            percent = float(admissible.percent)
            return draw_around(np.maximum(shares * (1 - percent), 0.0), shares * (1 + percent), samples, rng)
        case Admissible.ORDER:
            return draw_in_order(shares, samples, rng)
        case Admissible.WITHIN if about := statements_about(group, admissible):
            region = polytope(group, admissible, about)
            if region.is_empty:
                raise ValueError("the statements leave no weights")
            return region.draw(samples, rng)
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
    """The open assessments of some rows (A,) of a problem, each with its own stream, drawn batch by batch.

    Two candidates that are assessed alike, and leave something open, are drawn apart: they may turn out different.
    """

    def __init__(self, problem: Problem, spread: Spread, is_counted: Booleans, streams: Streams) -> None:
        names, nodes = problem.alternatives, problem.hierarchy.nodes
        leaves = [nodes[leaf] for leaf in problem.hierarchy.leaf_nodes]
        self.found = tuple(open_judgements(problem, spread, is_counted))
        """Those that are drawn."""
        self._functions = problem.value_functions
        self._streams = [
            [streams.of("judgement", names[row], leaves[each.leaf]) for row in each.rows.tolist()]
            for each in self.found
        ]

    def draw(self, samples: int) -> list[Floats]:
        """Return the next partial values (K, S) of each leaf, of performances drawn uniformly in its own unit."""
        return [self._values(each, own, samples) for each, own in zip(self.found, self._streams, strict=True)]

    def _values(self, found: OpenJudgements, streams: Sequence[np.random.Generator], samples: int) -> Floats:
        drawn = np.empty((len(streams), samples))
        for stream, own in zip(streams, drawn, strict=True):
            stream.random(out=own)
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

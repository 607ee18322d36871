"""Confidence: whether what is known of the alternatives is enough to tell who is first, given weights that favour it.

The confidence factor of SMAA (Lahdelma, Hokkanen and Salminen 1998, SMAA: Stochastic multiobjective acceptability
analysis, European Journal of Operational Research 106, section 4).
"""

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.draws import Draws, in_order
from stratsel.analysis.landing import compared, standing
from stratsel.analysis.world import Worlds
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.weight import local_weights

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CELLS = 100_000_000
"""Draws times alternatives times those that are ever first: where there are more, fewer draws are made."""

BATCH_CELLS = 400_000
"""As much is valued at a time."""


def confidence_factors(
    problem: Problem, draws: Draws, weights: Floats, is_first: Booleans, samples: int, threads: int = 1
) -> tuple[Floats, int]:
    """Return the share of draws of judgements (A,) in which each is first under its own weights, and their number.

    `weights` (A, C) are shares of the leaves in the whole, and count for those marked (A,); others get 0. Judgements
    are those of the first draws; where none is drawn, one look is enough.
    """
    size = len(is_first)
    rows = np.flatnonzero(is_first).tolist()
    made = min(samples, max(1, CELLS // max(1, size * len(rows)))) if draws.judgements.found else 1
    shares = local_shares(problem.hierarchy, weights[rows].T)
    if not draws.judgements.found:
        found = np.zeros(size)
        found[rows] = _are_first(problem, draws.worlds_of(shares, ()), np.array(rows, dtype=np.int64))
        return found, made
    most = max(1, BATCH_CELLS // max(1, size))

    def of_batch(begin: int) -> Integers:
        end = min(begin + most, made)
        drawn = draws.judgements.draw(begin, end)
        counts = np.zeros(size, dtype=np.int64)
        for row, own in zip(rows, shares.T, strict=True):
            worlds = draws.worlds_of(np.repeat(own[:, None], end - begin, axis=1), drawn)
            counts[row] = _are_first(problem, worlds, np.full(end - begin, row)).sum()
        return counts

    total = np.zeros(size, dtype=np.int64)
    for counts in in_order(of_batch, range(0, made, most) if rows else (), threads):
        total += counts
    return total / made, made


def local_shares(hierarchy: Hierarchy, weights: Floats) -> Floats:
    """Return local weights (N, S) with which the leaves weigh so much (C, S) in the whole.

    Where nothing below a node weighs anything, its children keep the weights of the file.
    """
    masses = np.zeros((len(hierarchy.nodes), weights.shape[1]))
    for leaf, weight in zip(hierarchy.leaf_nodes, weights, strict=True):
        masses[list(hierarchy.path(leaf))] += weight
    shares = np.repeat([[float(share)] for share in local_weights(hierarchy)], weights.shape[1], axis=1)
    for node, parent in enumerate(hierarchy.parents):
        above = weights.sum(axis=0) if parent == TOP else masses[parent]
        np.divide(masses[node], above, out=shares[node], where=above > 0)
    return shares


def _are_first(problem: Problem, worlds: Worlds, rows: Integers) -> Booleans:
    """Return in which worlds (S,) nobody stands above a row (S,) of each."""
    if not len(rows):
        return np.zeros(0, dtype=bool)
    values, apart = compared(problem, worlds.values())
    own = values[rows, np.arange(len(rows))]
    is_first: Booleans = own >= values.max(axis=0) - apart
    if problem.ties:
        # Who is level with the best may be below them once ties are separated.
        tied = np.flatnonzero(is_first & ((values >= own - apart).sum(axis=0) > 1))
        some = worlds.only(tied)
        is_first[tied] = standing(problem, some, some.values()).above[rows[tied], np.arange(len(tied))] == 0
    return is_first

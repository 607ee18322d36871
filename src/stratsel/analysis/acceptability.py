"""Acceptability: how often each alternative stands at each rank and lands in each tier, and what weights favour it.

SMAA-2 (Lahdelma and Salminen 2001, SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
Operations Research 49), computed by simulation (Tervonen and Lahdelma 2007, Implementing stochastic multicriteria
acceptability analysis, European Journal of Operational Research 178). The draws are those of `firmness`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.alike import alike
from stratsel.analysis.confidence import confidence_factors
from stratsel.analysis.draws import Draws, in_order
from stratsel.analysis.firmness import TIED_DRAWS, is_tie_prone
from stratsel.analysis.landing import landings_of, standing
from stratsel.analysis.packed import Packed, are_packable
from stratsel.analysis.sampling import AS_GIVEN, Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.tally import Tally, landings_by_place, mean_by, summed_by
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CELLS = 100_000_000
"""Draws times alternatives: of very many alternatives fewer draws are made, and the result says how many."""

RANKS = 1_000
"""Shares are kept for as many ranks from the top, so that memory does not grow with the square of the alternatives."""

BATCH_CELLS, COUNTED_CELLS = 400_000, 5_000_000
"""As much is valued at a time, so that memory does not grow with the draws: more where it is only put in order."""


@dataclass(frozen=True, slots=True)
class Acceptabilities:
    """What the draws come to for the ranked alternatives (A,), `rows` of the problem, which rise. Shares are of 1.

    `rank_acceptability` (A, R) is the share of draws at each rank, 1 first; those that stand level share the smaller
    rank, so that the shares of one rank may sum to more or less than 1, but those of an alternative sum to 1: unless
    there are more than `RANKS` alternatives, of whom no further ranks are kept. `tier_acceptability` (A, T + 1) is the
    share of draws in each tier, and in none in the last column. `central_weights` (A, C) are the mean weights of the
    leaves in the whole over the draws in which it is first, `confidence_factor` (A,) the share of draws of judgements
    alone, `confidence_samples` of them, in which it is first under these: both all 0 where `rank_acceptability` says
    that it is never first. `expected_rank` (A,) is the mean rank.

    Alternatives that the files assess alike have the same of everything, the mean of theirs. `assumes_uniform` says
    that something unknown was drawn evenly over its scale.
    """

    rows: Integers
    rank_acceptability: Floats
    tier_acceptability: Floats
    central_weights: Floats
    expected_rank: Floats
    confidence_factor: Floats
    samples: int
    confidence_samples: int
    seed: int
    admissible: AdmissibleWeights
    spread: Spread
    assumes_uniform: bool


def acceptabilities(
    problem: Problem,
    evaluation: Evaluation,
    shortlist: Shortlist,
    admissible: AdmissibleWeights,
    spread: Spread = AS_GIVEN,
    samples: int = 20_000,
    seed: int = 1,
    threads: int = 1,
) -> Acceptabilities:
    """Return the acceptabilities of all ranked alternatives, the same to the bit on any number of threads.

    Raises:
        ValueError: the statements about weights leave none, or are not about shares of one whole.
    """
    rows = np.array(sorted(shortlist.landings), dtype=np.int64)
    draws = Draws(problem, evaluation, rows, admissible, spread, seed)
    groups = alike(problem, rows)
    most = max(1, CELLS // max(1, len(rows)))
    samples = max(1, min(samples, most, TIED_DRAWS if is_tie_prone(problem, admissible, groups) else samples))
    counting = _Counting(problem, evaluation, draws, samples)
    tally = counting.of_all(threads)
    ranks = tally.ranks @ np.arange(1, tally.ranks.shape[1] + 1) + tally.further
    shares, tiers, weights, mean_ranks = (
        mean_by(groups, each / samples) for each in (tally.ranks, tally.landings, tally.weights, ranks[:, None])
    )
    first = shares[:, :1]
    central = np.divide(weights, first, out=np.zeros_like(weights), where=first > 0)
    factors, confidence_samples = confidence_factors(problem, draws, central, first[:, 0] > 0, samples, threads)
    return Acceptabilities(
        rows,
        shares,
        tiers,
        central,
        mean_ranks[:, 0],
        mean_by(groups, factors[:, None])[:, 0],
        samples,
        confidence_samples,
        seed,
        admissible,
        spread,
        draws.assumes_uniform,
    )


def standard_errors(shares: Floats, samples: int) -> Floats:
    """Return the standard errors of shares of so many draws, in the same shape."""
    errors: Floats = np.sqrt(shares * (1 - shares) / samples)
    return errors


class _Counting:
    """Counts one block of draws at a time; threads share it."""

    def __init__(self, problem: Problem, evaluation: Evaluation, draws: Draws, samples: int) -> None:
        self.problem, self.evaluation, self.draws, self.samples = problem, evaluation, draws, samples
        self.packed = Packed(draws) if len(draws.rows) and are_packable(problem, draws) else None

    def none(self) -> Tally:
        """Return the tally of no draws."""
        size, kinds = len(self.draws.rows), len(self.packed.counts) if self.packed else 0
        leaves, tiers = len(self.problem.value_functions), len(self.problem.lines)
        return Tally.of_none(size, max(1, min(size, RANKS)), tiers, leaves, kinds if size <= RANKS else 0)

    def of_all(self, threads: int) -> Tally:
        """Return the tally of all draws, made by so many threads."""
        tally = self.none()
        for part in in_order(self.of_block, self.draws.blocks(self.samples) if len(self.draws.rows) else (), threads):
            tally.add(part)
        if self.packed is not None and tally.places.size:
            tally.spread_places(self.packed.of, self.packed.counts, self.problem.lines)
        return tally

    def of_block(self, block: int) -> Tally:
        """Return the tally of one block."""
        tally, size = self.none(), len(self.draws.rows)
        drawn = sum(len(each.rows) for each in self.draws.judgements.found)
        is_counted = self.packed is not None and size <= RANKS
        most = max(1, COUNTED_CELLS // (size + drawn) if is_counted else BATCH_CELLS // size)
        for worlds in self.draws.worlds(block, self.samples, most):
            if self.packed is None:
                self._add(tally, worlds)
            elif size > RANKS:
                self._add_ordered(tally, self.packed, worlds)
            else:
                self._add_counted(tally, self.packed, worlds)
        return tally

    def _add(self, tally: Tally, worlds: Worlds) -> None:
        """Add some worlds, by the rules of the engine."""
        values = worlds.values()
        levels = standing(self.problem, worlds, values)
        found = landings_of(self.problem, self.evaluation, self.draws.rows, values, levels)
        tally.add_draws(levels, found, self.draws.leaf_weights(worlds.shares))

    def _add_counted(self, tally: Tally, packed: Packed, worlds: Worlds) -> None:
        """Add some worlds in which values are sums: all draws at once."""
        weights = self.draws.leaf_weights(worlds.shares)
        counted = packed.count(worlds, weights)
        leaders = counted.leaders
        if counted.is_level.any():
            self._add(tally, worlds.only(np.flatnonzero(counted.is_level)))
            weights, leaders = weights[:, ~counted.is_level], leaders[~counted.is_level]
        tally.places[:] += counted.places
        tally.weights[:] += summed_by(leaders, weights, len(packed.counts))[packed.of]

    def _add_ordered(self, tally: Tally, packed: Packed, worlds: Worlds) -> None:
        """Add some worlds in which values are sums, of more alternatives than ranks are kept for."""
        weights = self.draws.leaf_weights(worlds.shares)
        order, is_level = packed.order(worlds, weights)
        if is_level.any():
            self._add(tally, worlds.only(np.flatnonzero(is_level)))
            order, weights = order[~is_level], weights[:, ~is_level]
        levels = packed.levels(order)
        tally.add_draws(levels, landings_by_place(self.problem.lines, levels.up_to), weights)

"""Counts over draws: at which rank each alternative stands, in which tier it lands, under which weights it is first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import Levels, first_of
from stratsel.engine.problem import Line

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tally:
    """What some draws come to for alternatives (A,).

    `ranks` (A, R) counts draws by rank, those beyond the last left out, which `further` (A,) adds up; `landings`
    (A, T + 1) counts them by tier, no tier last; `weights` (A, C) adds up the weights of the leaves where it is first.
    `places` (A, U) counts other draws, in which none but twins stand level, by how many are above each of `U` kinds.
    """

    ranks: Integers
    further: Integers
    landings: Integers
    weights: Floats
    places: Integers

    @staticmethod
    def of_none(size: int, ranks: int, tiers: int, leaves: int, kinds: int = 0) -> "Tally":
        """Return the tally of no draws."""
        return Tally(
            np.zeros((size, ranks), dtype=np.int64),
            np.zeros(size, dtype=np.int64),
            np.zeros((size, tiers + 1), dtype=np.int64),
            np.zeros((size, leaves)),
            np.zeros((size, kinds), dtype=np.int64),
        )

    def add(self, other: "Tally") -> None:
        """Add what other draws come to."""
        self.ranks[:] += other.ranks
        self.further[:] += other.further
        self.landings[:] += other.landings
        self.weights[:] += other.weights
        self.places[:] += other.places

    def add_draws(self, levels: Levels, landings: Integers, weights: Floats) -> None:
        """Add draws by how everybody stands, and in which tier each lands (A, S), under weights of leaves (C, S)."""
        size, ranks = self.ranks.shape
        places = levels.above + (np.arange(size) * ranks)[:, None]
        np.add.at(self.ranks.reshape(-1), places[levels.above < ranks], 1)
        self.further[:] += np.where(levels.above < ranks, 0, levels.ranks).sum(axis=1)
        for tier in range(self.landings.shape[1]):
            self.landings[:, tier] += (landings == tier).sum(axis=1)
        rows, draws = np.nonzero(levels.above == 0)
        self.weights[:] += summed_by(rows, weights[:, draws], size)

    def spread_places(self, of: Integers, counts: Integers, lines: Sequence[Line]) -> None:
        """Add the draws counted by places to those counted by rank and tier, where tiers count places.

        `of` (A,) is the kind of each, and `counts` (U,) how many are of a kind.
        """
        places, size, draws = self.places.T, len(self.places), int(self.places[:, 0].sum())
        # Those level with each other all have a place, or none: so many may be above at most.
        most = np.array([line.places for line in lines], dtype=np.int64).reshape(-1, 1) - counts
        up_to = np.cumsum(places[:, : max(1, min(size, int(most.max(initial=0)) + 1))], axis=1)
        inside = np.where(most < 0, 0, up_to[np.arange(len(places)), np.clip(most, 0, up_to.shape[1] - 1)])
        self.landings[:] += np.diff(inside.T, axis=1, prepend=0, append=draws)[of]
        self.ranks[:] += places[of]


def landings_by_place(lines: Sequence[Line], up_to: Integers) -> Integers:
    """Return the tier in which each lands by how many are as good or better, in the same shape; T for none."""
    return first_of([up_to <= line.places for line in lines], up_to.shape)


def summed_by(numbers: Integers, weights: Floats, size: int) -> Floats:
    """Return the sums (size, C) of weights (C, S) over all draws of one number (S,).

    One after the other, and not as a matrix product, of which the last digits hang on how many threads make it.
    """
    return np.array([np.bincount(numbers, weights=each, minlength=size) for each in weights]).T


def mean_by(groups: Integers, values: Floats) -> Floats:
    """Return the means (A, K) of values over those of one group, of which `groups` (A,) are the numbers from 0."""
    counts = np.bincount(groups)
    if (counts == 1).all():
        return values
    sums = np.zeros((len(counts), values.shape[1]))
    np.add.at(sums, groups, values)
    means: Floats = (sums / counts[:, None])[groups]
    return means

"""Firmness: how a place in the order holds when weights and judgements vary within what the files admit.

Weights and judgements are drawn, and alternatives ranked anew in each draw (SMAA-2: Lahdelma and Salminen 2001,
Operations Research 49; the computation after Tervonen and Lahdelma 2007, European Journal of Operational Research 178).
Screens are decided once and are not drawn again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.alike import alike, pooled
from stratsel.analysis.bounding import Bounding
from stratsel.analysis.draws import Draws
from stratsel.analysis.flip import flips
from stratsel.analysis.landing import is_plain, landings_of, standing
from stratsel.analysis.sampling import AS_GIVEN, Spread
from stratsel.analysis.shift import Flip, Landings, landing_numbers
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist
from stratsel.terms import Admissible, Verdict

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

CELLS = 5_000_000
"""Draws times alternatives, or nodes: of very many fewer draws are made, and the result says how many."""

BATCH_CELLS = 400_000
"""As much is valued at a time, so that memory does not grow with the draws."""

TIED_DRAWS = 2_000
"""Draws, where a tier has quotas or counts classes and many stand level: each of them is then filled by itself."""

OUTER = 0.05
"""What the interval of ranks leaves out at each end."""

FIRM, CLOSE = 0.95, 0.5
QUANTILE = 1.6448536269514722
"""Of the normal distribution, at 95 %."""


@dataclass(frozen=True, slots=True)
class PlaceFirmness:
    """How firm one place is. Shares are of 1.

    `tier_share` is the share of draws in which the alternative lands in the tier it is in now, neither higher nor
    lower; `lowest_share` and `highest_share` what that could be, whatever the unknown turns out to be: attained where
    `is_sharp`, else bounds from outside. `rank_interval` holds its rank in 90 % of the draws, 5 % at most on each side.
    """

    tier_share: float
    standard_error: float
    lowest_share: float
    highest_share: float
    is_sharp: bool
    rank_interval: tuple[int, int]
    verdict: Verdict
    flip: Flip | None


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm the places of all ranked alternatives are, by row, and by which draws.

    `samples` were drawn, `bounding_samples` of them for the lowest and highest shares: fewer where tiers have quotas or
    count classes, and 0 where it would take too long, which leaves them at 0 and 1. `assumes_uniform` says that the
    unknown was drawn evenly over its scale.
    """

    places: Mapping[int, PlaceFirmness]
    samples: int
    bounding_samples: int
    seed: int
    admissible: AdmissibleWeights
    spread: Spread
    assumes_uniform: bool


def firmness(
    problem: Problem,
    evaluation: Evaluation,
    shortlist: Shortlist,
    admissible: AdmissibleWeights,
    spread: Spread = AS_GIVEN,
    samples: int = 20_000,
    seed: int = 1,
) -> Firmness:
    """Return how firm each place is.

    Raises:
        ValueError: the statements about weights leave none, or are not about shares of one whole.
    """
    landings = landing_numbers(problem, shortlist)
    study = Study(problem, evaluation, landings, admissible, spread, samples, seed)
    drawn = study.draw()
    moved = flips(problem, evaluation, shortlist)
    places = {
        row: _place(drawn, at, bool(landings.is_tied[at]), moved.get(row))
        for at, row in enumerate(landings.rows.tolist())
    }
    return Firmness(
        places, study.samples, drawn.bounding_samples, seed, admissible, spread, study.draws.assumes_uniform
    )


@dataclass(frozen=True, slots=True)
class Shares:
    """What the draws come to for the ranked rows: shares and bounds (R,), intervals of ranks (R, 2)."""

    samples: int
    tier_share: Floats
    lowest: Floats
    highest: Floats
    is_sharp: NDArray[np.bool_]
    intervals: Integers
    bounding_samples: int


def is_tie_prone(problem: Problem, admissible: AdmissibleWeights, groups: Integers) -> bool:
    """Whether many may stand level in a draw where that takes long: where tiers have quotas or count classes.

    `groups` (R,) numbers those alike.
    """
    return not is_plain(problem.lines) and (
        problem.resolution is not None or admissible.kind is Admissible.FIXED or len(set(groups.tolist())) < len(groups)
    )


class Study:
    """The draws for one problem."""

    def __init__(
        self,
        problem: Problem,
        evaluation: Evaluation,
        landings: Landings,
        admissible: AdmissibleWeights,
        spread: Spread,
        samples: int,
        seed: int,
    ) -> None:
        self.problem, self.evaluation, self.landings = problem, evaluation, landings
        self.alike = alike(problem, landings.rows)
        self.is_tie_prone = is_tie_prone(problem, admissible, self.alike)
        most = CELLS // max(1, len(landings.rows), len(problem.hierarchy.nodes))
        self.samples = max(1, min(samples, most, TIED_DRAWS if self.is_tie_prone else samples))
        self.draws = Draws(problem, evaluation, landings.rows, admissible, spread, seed)

    def draw(self) -> Shares:
        """Make all draws."""
        rows = self.landings.rows
        bounding = Bounding(self.problem, self.evaluation, self.landings, self.is_tie_prone)
        ranks = np.empty((len(rows), self.samples), dtype=np.int32)
        kept = np.zeros((len(rows), self.samples), dtype=bool)
        size = max(1, BATCH_CELLS // max(1, len(rows)))
        made = 0
        for worlds in self.worlds(size):
            batch = slice(made, made + worlds.shares.shape[1])
            made = batch.stop
            values = worlds.values()
            levels = standing(self.problem, worlds, values)
            ranks[:, batch] = levels.ranks
            found = landings_of(self.problem, self.evaluation, rows, values, levels)
            kept[:, batch] = found == self.landings.numbers[:, None]
            bounding.add(self.known_only(worlds))
        share = pooled(kept.sum(axis=1), self.alike) / self.samples
        lowest, highest, is_sharp = bounding.shares(share, self.alike)
        return Shares(self.samples, share, lowest, highest, is_sharp, _intervals(ranks, self.alike), bounding.samples)

    def worlds(self, most: int) -> Iterator[Worlds]:
        """Yield all worlds, no more than so many at a time; none where nobody is ranked."""
        for block in self.draws.blocks(self.samples if len(self.landings.rows) else 0):
            yield from self.draws.worlds(block, self.samples, most)

    def known_only(self, worlds: Worlds) -> Worlds:
        """Return the same worlds with nothing drawn for what is unknown."""
        drawn = [
            each for each, found in zip(worlds.drawn, self.draws.judgements.found, strict=True) if not found.is_unknown
        ]
        return Worlds(worlds.hierarchy, worlds.shares, worlds.partial_values, drawn)


def _intervals(ranks: NDArray[np.int32], groups: Integers) -> Integers:
    """Return the interval of ranks (R, 2) that leaves out 5 % of the draws at most on each side."""
    found = np.zeros((len(ranks), 2), dtype=np.int64)
    for group in np.unique(groups).tolist():
        own = np.sort(ranks[groups == group], axis=None)
        outer = int(OUTER * len(own))
        found[groups == group] = own[outer], own[len(own) - 1 - outer]
    return found


def _place(drawn: Shares, at: int, is_tied: bool, flip: Flip | None) -> PlaceFirmness:
    share = float(drawn.tier_share[at])
    low, high = drawn.intervals[at].tolist()
    return PlaceFirmness(
        share,
        sqrt(share * (1 - share) / drawn.samples),
        float(drawn.lowest[at]),
        float(drawn.highest[at]),
        bool(drawn.is_sharp[at]),
        (low, high),
        verdict_of(share, drawn.samples, is_tied),
        flip,
    )


def verdict_of(share: float, samples: int, is_tied: bool) -> Verdict:
    """Return what a share of the draws says of a place that may be tied across its line now."""
    if is_tied:
        return Verdict.TIED
    if lower_limit(share, samples) >= FIRM:
        return Verdict.FIRM
    return Verdict.CLOSE if share >= CLOSE else Verdict.OPEN


def lower_limit(share: float, samples: int) -> float:
    """Return the lower limit of a share that so many draws have found, at a confidence of 95 %, one-sided.

    Wilson 1927, Probable inference, the law of succession, and statistical inference.
    """
    square = QUANTILE**2 / samples
    spread = QUANTILE * sqrt(share * (1 - share) / samples + square / (4 * samples))
    return (share + square / 2 - spread) / (1 + square)

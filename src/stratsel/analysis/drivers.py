"""What drives a result: how much of the variance of the margin at a tier's line each weight and judgement explains.

Variance-based indices (Sobol' 1993, Sensitivity estimates for nonlinear mathematical models). The first-order index of
a factor is the share of the variance that goes if the factor is known; the total index the share that is left if
everything else is. Weights that are drawn together are one factor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.line import pair_at
from stratsel.analysis.sampling import AS_GIVEN, Judgements, Spread, draw_weights
from stratsel.analysis.shift import HUNDRED
from stratsel.analysis.space import AdmissibleWeights, groups
from stratsel.analysis.streams import Streams
from stratsel.analysis.world import Drawn, Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist
from stratsel.terms import Admissible

Floats = NDArray[np.float64]

SAMPLES = 2**12
BATCHES = 16

SLIGHT = 1e-20
"""A variance that is no larger, of values around 1, is none."""


# --- the estimators -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Indices:
    """First-order and total indices (K,) with their standard errors, and the variance that they are shares of."""

    first: Floats
    total: Floats
    first_error: Floats
    total_error: Floats
    variance: float


def variance_indices(
    compute: Callable[[Sequence[Floats]], Floats], factors: Sequence[Floats], others: Sequence[Floats]
) -> Indices | None:
    """Return the indices of what is computed from some factors (K), drawn twice and independently.

    None if nothing varies. A factor is an array whose last axis are draws (S); `compute` returns as many results (S,).
    First-order indices by equation (b) of table 2 of Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010
    (Variance based sensitivity analysis of model output, Computer Physics Communications 181), of results less their
    mean; total ones by its equation (f), of Jansen 1999 (Analysis of variance designs for model output, Computer
    Physics Communications 117). Standard errors by leaving out each of `BATCHES` batches of draws in turn (the
    jackknife: Efron and Stein 1981, The Annals of Statistics 9).
    """
    first, second = compute(factors), compute(others)
    middle = float(np.concatenate([first, second]).mean())
    first, second = first - middle, second - middle
    if not float((first**2 + second**2).mean()) / 2 > SLIGHT:
        return None
    batches = np.arange(len(first)) * min(BATCHES, len(first)) // len(first)

    def summed(numbers: Floats) -> Floats:
        return np.bincount(batches, numbers).astype(float)

    spread = summed((first**2 + second**2) / 2)
    found = []
    for at in range(len(factors)):
        mixed = [others[at] if each == at else factor for each, factor in enumerate(factors)]
        swapped = compute(mixed) - middle
        for sums in (summed(second * (swapped - first)), summed((first - swapped) ** 2 / 2)):
            found.append((float(sums.sum() / spread.sum()), _error(sums, spread)))
    shares, errors = np.array(found).reshape(-1, 2, 2).T
    return Indices(shares[0], shares[1], errors[0], errors[1], float(spread.sum()) / len(first))


def _error(sums: Floats, spread: Floats) -> float:
    """Return the standard error of the ratio of two sums over batches (B,)."""
    batches = len(spread)
    if batches < 2:
        return 0.0
    without = (sums.sum() - sums) / (spread.sum() - spread)
    return sqrt((batches - 1) / batches * float(((without - without.mean()) ** 2).sum()))


# --- the margin at a line -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Driver:
    """How much of the variance one factor explains; shares of 1, each with its standard error.

    A factor are the weights of what stands below `node`, which may be `TOP`, and `row` is None; or it is the assessment
    of `row` on the leaf `node`.
    """

    node: int
    row: int | None
    first: float
    first_error: float
    total: float
    total_error: float


@dataclass(frozen=True, slots=True)
class Drivers:
    """What drives the margin between a `pair` at a line, by total index, the largest first; nothing if nothing varies.

    `mean` and `deviation` are those of the margin in points, by twice as many draws as `samples`.
    """

    pair: tuple[int, int]
    mean: float
    deviation: float
    drivers: tuple[Driver, ...]
    samples: int
    seed: int


def drivers(
    problem: Problem,
    evaluation: Evaluation,
    shortlist: Shortlist,
    tier: int,
    admissible: AdmissibleWeights,
    spread: Spread = AS_GIVEN,
    samples: int = SAMPLES,
    seed: int = 1,
) -> Drivers | None:
    """Return what drives the margin at the line of a tier, by its number; None where there is no pair.

    The margin is what the last that has a place is worth more than the first that has none, before any rounding.
    Weights and judgements are drawn as for firmness.

    Raises:
        ValueError: the statements about weights leave none.
    """
    pair = pair_at(problem, evaluation, shortlist, tier)
    if pair is None:
        return None
    study = _Study(problem, evaluation, pair, admissible, spread, 2 * samples, seed)
    halves = ([each[..., part] for each in study.factors] for part in (slice(samples), slice(samples, None)))
    found = variance_indices(study.margins, *halves)
    margins = HUNDRED * study.margins(study.factors)
    named = [] if found is None else _named(study.names, found)
    return Drivers(pair, float(margins.mean()), float(margins.std()) if named else 0.0, tuple(named), samples, seed)


def _named(names: Sequence[tuple[int, int | None]], found: Indices) -> list[Driver]:
    columns = (found.first, found.first_error, found.total, found.total_error)
    named = [
        Driver(*name, *numbers) for name, *numbers in zip(names, *(each.tolist() for each in columns), strict=True)
    ]
    return sorted(named, key=lambda driver: -driver.total)


class _Study:
    """All factors that vary, drawn, and the margin that follows from them."""

    def __init__(
        self,
        problem: Problem,
        evaluation: Evaluation,
        pair: tuple[int, int],
        admissible: AdmissibleWeights,
        spread: Spread,
        samples: int,
        seed: int,
    ) -> None:
        hierarchy, streams = problem.hierarchy, Streams(seed)
        self.shares = draw_weights(hierarchy, admissible, samples, streams)
        varied = [] if admissible.kind is Admissible.FIXED else groups(hierarchy, admissible.space)
        varied = [group for group in varied if len(group.members) > 1]
        self.nodes = [list(group.masses) for group in varied]
        is_counted = np.zeros(len(problem.alternatives), dtype=bool)
        is_counted[list(pair)] = True
        judgements = Judgements(problem, spread, is_counted, streams)
        self.judged = [(pair.index(row), each.leaf) for each in judgements.found for row in each.rows.tolist()]
        drawn = [own for each in judgements.draw(0, samples) for own in each]
        self.basis = evaluation.basis.only(pair)
        self.factors: list[Floats] = [*(self.shares[nodes] for nodes in self.nodes), *drawn]
        """Local weights (M, S), group by group, then partial values (S,)."""
        self.names: list[tuple[int, int | None]] = [
            *((group.root, None) for group in varied),
            *((hierarchy.leaf_nodes[leaf], pair[at]) for at, leaf in self.judged),
        ]

    def margins(self, factors: Sequence[Floats]) -> Floats:
        """Return the margin (S,) between the two, 0 to 1, draw by draw."""
        draws = factors[0].shape[-1] if factors else 1
        shares = self.shares[:, :draws].copy()
        for nodes, own in zip(self.nodes, factors, strict=False):
            shares[nodes] = own
        drawn = [
            Drawn(np.array([at]), leaf, values[None])
            for (at, leaf), values in zip(self.judged, factors[len(self.nodes) :], strict=True)
        ]
        basis = self.basis
        first, second = Worlds(basis.hierarchy, shares, basis.partial_values, drawn, basis.is_absent).values()
        return np.asarray(first - second)

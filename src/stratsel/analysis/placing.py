"""Who stands where in one version of a problem, and who moves from one version to another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.evaluate import Evaluation, evaluate
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist, select

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Placing:
    """Ranks and tiers of all alternatives. All (A,).

    `ranks` are 0 for who is not ranked. `tiers` are numbers from the top, as many as there are tiers for who has no
    place; `is_tied` marks who is tied across a line.
    """

    ranks: Integers
    tiers: Integers
    is_tied: Booleans


@dataclass(frozen=True, slots=True)
class TierMove:
    """A row that lands in another tier than before; tiers are numbers as in `Placing`.

    Tiers are cumulative: it enters all from `after` up to the one above `before`, or leaves all from `before` up to the
    one above `after`. `is_tied` says that it stands level with others across a line afterwards.
    """

    row: int
    before: int
    after: int
    is_tied: bool


def placing_of(problem: Problem) -> Placing:
    """Return who stands where, by the engine."""
    evaluation = evaluate(problem)
    return placed(problem, evaluation, select(problem, evaluation))


def placed(problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> Placing:
    """Return who stands where by what is known already."""
    numbers: dict[str | None, int] = {line.tier: at for at, line in enumerate(problem.lines)}
    tiers = np.full(len(problem.alternatives), len(problem.lines), dtype=np.int64)
    is_tied = np.zeros(len(problem.alternatives), dtype=bool)
    for row, landing in shortlist.landings.items():
        if landing.tier is not None or landing.ties:
            tiers[row], is_tied[row] = numbers.get(landing.tier, len(problem.lines)), bool(landing.ties)
    return Placing(evaluation.order.ranks, tiers, is_tied)


def moves_between(before: Placing, after: Placing) -> tuple[TierMove, ...]:
    """Return who lands in another tier, by row."""
    rows = np.flatnonzero(before.tiers != after.tiers).tolist()
    return tuple(TierMove(row, int(before.tiers[row]), int(after.tiers[row]), bool(after.is_tied[row])) for row in rows)

"""A shift of weight that changes a tier, and where alternatives land before it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Flip:
    """The weight of `node` goes from `weight` to `to`, and an alternative from its tier to `tier`, or into none.

    Weights are shares of the whole in points, 0 to 100, and `points` is by how much this one moves. `is_exact` tells a
    closed form from a search, which may have passed over a smaller shift.
    """

    node: int
    weight: float
    to: float
    points: float
    tier: str | None
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Landings:
    """Where each of the ranked rows (R,) lands: `numbers` (R,) of tiers from the top, as many as there are for none.

    `is_tied` (R,) marks those tied across a line. Rows rise.
    """

    rows: Integers
    numbers: Integers
    is_tied: Booleans


def landing_numbers(problem: Problem, shortlist: Shortlist) -> Landings:
    """Return where everybody lands, as numbers."""
    numbers: dict[str | None, int] = {line.tier: at for at, line in enumerate(problem.lines)}
    rows = sorted(shortlist.landings)
    landings = [shortlist.landings[row] for row in rows]
    return Landings(
        np.array(rows, dtype=np.int64),
        np.array([numbers.get(each.tier, len(problem.lines)) for each in landings], dtype=np.int64),
        np.array([bool(each.ties) for each in landings], dtype=bool),
    )

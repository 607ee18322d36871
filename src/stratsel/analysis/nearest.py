"""The nearest weights that change a result: as little weight as possible is taken from some leaves and given to others.

The distance between two weightings is the sum of what each leaf gains or loses, in points of the whole. (Wolters and
Mareschal 1995, Novel types of sensitivity analysis for additive MCDM methods, European Journal of Operational Research
81, ask so for the first place, by a linear program; Evans 1984, Sensitivity analysis in decision theory, Decision
Sciences 15, asks it of the region in which a choice stays best.)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import is_plain
from stratsel.analysis.shift import HUNDRED
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.engine.selection import Shortlist
from stratsel.terms import Combine

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST_RIVALS = 60
"""Among more rivals that may change sides it is not searched for the best to do so."""

MOST_BRANCHES = 20_000
"""A search that takes more is given up: counted in steps, not in seconds, so that all machines give up alike."""

SLIGHT = 1e-6
"""What is so little further, in shares of 1, counts as no further, so that no rounding cuts off what is nearest."""

MISSED, TOLERANCE = 1e-9, 1e-10
"""What counts as missing a bound, in values of 0 to 1, and what a linear program may: the least that HiGHS takes."""

TAKEN = 50
"""As many rows are taken into a linear program at a time."""


@dataclass(frozen=True, slots=True)
class NearestWeights:
    """Global weights of the leaves (C,), `now` and `then`, in points of the whole; `points` is the distance between.

    With those of `then` the two are level, or the row is level with the line, perhaps with others beside it. If not
    `is_exact`, nearer ones may do as well.
    """

    now: Floats
    then: Floats
    points: float
    is_exact: bool


def is_plain_sum(problem: Problem, evaluation: Evaluation) -> bool:
    """Whether values are weighted sums of the leaves, compared as they are, and tiers only count places."""
    hierarchy, basis = problem.hierarchy, evaluation.basis
    inner = [node for node in hierarchy.counted(TOP) if node in hierarchy.children]
    is_sum = all(hierarchy.combine(node) is Combine.ARITHMETIC for node in inner) and basis.is_absent is None
    return is_sum and problem.resolution is None and is_plain(problem.lines)


def nearest_over(problem: Problem, evaluation: Evaluation, row: int, rival: int) -> NearestWeights | None:
    """Return the nearest weights with which a row is worth at least as much as a rival.

    In closed form: what is given goes to the leaf on which the row is furthest ahead, and comes first from where it is
    furthest behind. A leaf of weight zero stays out. None where no weights do it, and where `is_plain_sum` is not so.
    """
    if not is_plain_sum(problem, evaluation):
        return None
    within = _Within(evaluation)
    values = evaluation.basis.partial_values
    return within.nearest(_cheapest(within.now, values[row, within.used] - values[rival, within.used]), is_exact=True)


def nearest_across(
    problem: Problem, evaluation: Evaluation, shortlist: Shortlist, row: int, tier: int
) -> NearestWeights | None:
    """Return the nearest weights with which a ranked row stands at the line of a tier, by its number, or beyond it.

    A mixed-integer linear program finds which rivals change sides: one binary for each that is neither always ahead of
    the row nor always behind on the way. Of more than `MOST_RIVALS` those change sides that are closest to it, which is
    one way and perhaps not the nearest. None as in `nearest_over`.
    """
    if not is_plain_sum(problem, evaluation):
        return None
    within = _Within(evaluation)
    values = evaluation.basis.partial_values[:, within.used]
    others = evaluation.order.rows[evaluation.order.rows != row]
    ahead, spare = values[row] - values[others], values[row] - float(problem.minimum)
    places = problem.lines[tier].places
    if not _has_place(problem, shortlist, row, tier):
        return _holding(within, ahead, len(others) - places + 1, spare[None])
    by_rivals = _holding(within, -ahead, places, np.empty((0, len(spare))))
    by_minimum = within.nearest(_cheapest(within.now, -spare), is_exact=True) if problem.minimum else None
    found = [each for each in (by_rivals, by_minimum) if each is not None]
    return min(found, key=lambda each: each.points, default=None)


def _has_place(problem: Problem, shortlist: Shortlist, row: int, tier: int) -> bool:
    return shortlist.landings[row].tier in {line.tier for line in problem.lines[: tier + 1]}


class _Within:
    """The weights (M,) of the leaves that weigh something, as shares of 1; `used` are their positions."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.weights = evaluation.weights
        self.used = np.flatnonzero(evaluation.weights > 0)
        self.now = evaluation.weights[self.used]

    def nearest(self, shares: Floats | None, *, is_exact: bool) -> NearestWeights | None:
        """Return some shares (M,) as weights of all leaves."""
        if shares is None:
            return None
        then = np.zeros_like(self.weights)
        then[self.used] = shares
        points = HUNDRED * float(np.abs(then - self.weights).sum())
        return NearestWeights(HUNDRED * self.weights, HUNDRED * then, points, is_exact)


def _cheapest(now: Floats, gains: Floats) -> Floats | None:
    """Return the nearest shares (M,) that sum to 1 with `gains` @ shares >= 0; None where there are none.

    A share moved from one place to another costs the same wherever, so that the widest step is the cheapest.
    """
    gap, to = -float(gains @ now), int(np.argmax(gains))
    if gap > SAME and gains[to] < -SAME:
        return None
    then = now.copy()
    for at in np.argsort(gains, kind="stable").tolist():
        rise = float(gains[to] - gains[at])
        if gap <= SAME or rise <= 0:
            break
        moved = min(float(now[at]), gap / rise)
        then[at] -= moved
        then[to] += moved
        gap -= moved * rise
    return then


# --- many rivals at once --------------------------------------------------------------------------


def _holding(within: _Within, rows: Floats, needed: int, always: Floats) -> NearestWeights | None:
    """Return the nearest weights for which `always` @ shares >= 0, and so for as many of `rows` (K, M) as needed.

    One way, with the rows that are closest to it each by itself, bounds how far the nearest can be. That settles most
    rows: up to there some hold wherever weight goes, and others nowhere.
    """
    now = within.now
    alone = _moved_for(now, rows)
    likely = np.argsort(alone, kind="stable")[: max(0, needed)]
    if needed > len(rows) or np.isinf(alone[likely]).any():
        return None
    first = _nearest(now, np.vstack([rows[likely], always]))
    moved = 1.0 if first is None else float(np.abs(first - now).sum()) / 2
    least = max(alone[likely].max(initial=0), _moved_for(now, always).max(initial=0))
    if first is not None and moved <= least + TOLERANCE:
        return within.nearest(first, is_exact=True)
    deepest = _deepest(now, rows, moved + SLIGHT)
    is_open = (deepest > 0) & (alone <= moved + SLIGHT)
    needed -= int((deepest <= 0).sum())
    kept = None
    if int(is_open.sum()) <= MOST_RIVALS:
        kept = _kept(now, rows[is_open], deepest[is_open], needed, always)
    if kept is None:
        return within.nearest(first, is_exact=False)
    return within.nearest(_nearest(now, np.vstack([rows[is_open][kept], always])), is_exact=True)


def _moved_for(now: Floats, rows: Floats) -> Floats:
    """Return the least weight to be moved (K,) for which each of some rows (K, M) holds by itself; infinity if none is.

    As in `_cheapest`, from where a row is least to where it is largest.
    """
    order = np.argsort(rows, axis=1, kind="stable")
    ordered, masses = np.take_along_axis(rows, order, axis=1), now[order]
    rises = ordered[:, -1:] - ordered
    gained, gaps = np.cumsum(masses * rises, axis=1), -(rows @ now)
    passed = gained < gaps[:, None]
    part = np.where(passed, masses, 0).sum(axis=1)
    last = np.minimum(passed.sum(axis=1), rows.shape[1] - 1)[:, None]
    rest = gaps - np.where(passed, masses * rises, 0).sum(axis=1)
    rise = np.take_along_axis(rises, last, axis=1)[:, 0]
    part += np.divide(np.maximum(rest, 0), rise, out=np.zeros_like(rest), where=rise > 0)
    return np.where(gaps <= SAME, 0.0, np.where(ordered[:, -1] >= -SAME, part, np.inf))


def _deepest(now: Floats, rows: Floats, moved: float) -> Floats:
    """Return how far below zero rows (K, M) @ shares can be (K,) once so much weight is moved."""
    order = np.argsort(-rows, axis=1, kind="stable")
    ordered, masses = np.take_along_axis(rows, order, axis=1), now[order]
    taken = np.clip(moved - (np.cumsum(masses, axis=1) - masses), 0, masses)
    lost: Floats = (taken * (ordered - ordered[:, -1:])).sum(axis=1) - rows @ now
    return lost


def _nearest(now: Floats, rows: Floats) -> Floats | None:
    """Return the nearest shares (M,) that sum to 1 with `rows` (K, M) @ shares >= 0; None where there are none.

    Of very many rows few matter: those that are missed most are taken in until none is missed.
    """
    if len(rows) < 2:
        return _cheapest(now, rows[0]) if len(rows) else now
    taken, then = np.zeros(len(rows), dtype=bool), now
    while True:
        missed = np.flatnonzero((rows @ then < -MISSED) & ~taken)
        if not len(missed):
            return then
        taken[missed[np.argsort(rows[missed] @ then, kind="stable")[:TAKEN]]] = True
        found = _program(now, rows[taken])
        if found is None:
            return None
        then = found


def _program(now: Floats, rows: Floats) -> Floats | None:
    """Return the same for a few rows.

    What each leaf gains, and behind that what each loses, are the unknowns of a linear program.
    """
    from scipy.optimize import linprog

    size = len(now)
    found = linprog(
        np.ones(2 * size),
        A_ub=np.hstack([-rows, rows]),
        b_ub=rows @ now,
        A_eq=np.repeat([[1.0, -1.0]], size, axis=1),
        b_eq=[0.0],
        bounds=[*((0.0, 1.0) for _ in now), *((0.0, share) for share in now.tolist())],
        options={"primal_feasibility_tolerance": TOLERANCE, "dual_feasibility_tolerance": TOLERANCE},
    )
    if found.x is None or found.status != 0:
        return None
    then: Floats = np.maximum(now + found.x[:size] - found.x[size:], 0.0)
    return then


def _kept(now: Floats, rows: Floats, deepest: Floats, needed: int, always: Floats) -> Integers | None:
    """Return which of some rows (K, M) hold at the nearest shares where only so many need to.

    None if it takes too long. `deepest` (K,) is by how much each can miss. Behind what is gained and what is lost stand
    binaries: 1 where a row may miss.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    size, count = len(now), len(rows)
    if not 0 < needed < count:
        return np.arange(count if needed > 0 else 0)
    sizes = [size, size, count]
    found = milp(
        np.repeat([1.0, 1.0, 0.0], sizes),
        integrality=np.repeat([0, 0, 1], sizes),
        bounds=Bounds(0.0, np.concatenate([np.ones(size), now, np.ones(count)])),
        constraints=[
            LinearConstraint(np.hstack([rows, -rows, np.diag(deepest)]), lb=-(rows @ now)),
            LinearConstraint(np.hstack([always, -always, np.zeros((len(always), count))]), lb=-(always @ now)),
            LinearConstraint(np.repeat([1.0, -1.0, 0.0], sizes), lb=0.0, ub=0.0),
            LinearConstraint(np.repeat([0.0, 0.0, 1.0], sizes), ub=float(count - needed)),
        ],
        options={"mip_rel_gap": 0.0, "node_limit": MOST_BRANCHES},
    )
    return None if found.x is None or found.status != 0 else np.flatnonzero(found.x[2 * size :] < 0.5)

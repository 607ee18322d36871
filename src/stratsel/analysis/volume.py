"""How much of the admissible weights puts each candidate first: exactly, as a volume, where few leaves leave it so.

First rank acceptability is the share of the weights under which nobody is better (Lahdelma, Hokkanen and Salminen 1998,
SMAA, European Journal of Operational Research 106). With fixed judgements these weights are a polytope, cut out of the
admissible ones by one half-space for each rival; its volume comes from the corners (Qhull: Barber, Dobkin and Huhdanpaa
1996, ACM Transactions on Mathematical Software 22).
"""

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.margins import CLOSELY
from stratsel.analysis.polytope import Polytope
from stratsel.analysis.region import region
from stratsel.analysis.space import AdmissibleWeights, groups
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.rank import SAME
from stratsel.terms import Admissible

Floats = NDArray[np.float64]

MOST_LEAVES, MOST_ROWS = 6, 300
"""Of more the corners are too many."""

SLIGHT = 1e-9
"""What is no larger is no direction: bounds and factors are written with a few digits."""

FLAT = 1e-11
"""Where no ball of this radius fits into a polytope, it has no volume."""


def first_rank_volumes(problem: Problem, evaluation: Evaluation, admissible: AdmissibleWeights) -> Floats | None:
    """Return the share of the admissible weights (R,) under which each ranked row is first, judgements as they are.

    Rows rise. Those that are equal everywhere are first together, and each has the whole share; else shares sum to 1.
    None where that is no volume of one polytope: the whole is no weighted sum of leaves, more groups than one are drawn
    (`space: global` draws all leaves together), something is left out, values are rounded to a resolution; and above
    `MOST_LEAVES` that count, or `MOST_ROWS` that are ranked.

    Raises:
        ValueError: the statements leave no weights.
    """
    rows = np.sort(evaluation.order.rows)
    weights = _drawn_from(problem, evaluation, admissible, len(rows))
    if weights is None:
        return None
    if weights.is_empty:
        raise ValueError("the statements leave no weights")
    values = evaluation.basis.partial_values[rows]
    flat = _Flat(weights)
    heights, slopes = values @ flat.middle, values @ flat.axes
    if not flat.axes.shape[1]:
        return np.asarray(heights >= heights.max(initial=-np.inf) - SAME, dtype=float)
    whole = volume(flat.room, flat.slopes)
    shares = np.zeros(len(rows))
    for at in range(len(rows)):
        room, leads = heights[at] - heights, slopes[at] - slopes
        differs = np.abs(leads).max(axis=1) > SAME
        if (room[~differs] >= -SAME).all():
            own = np.concatenate([flat.room, room[differs]]), np.vstack([flat.slopes, leads[differs]])
            shares[at] = volume(*own) / whole
    return shares


def _drawn_from(problem: Problem, evaluation: Evaluation, admissible: AdmissibleWeights, count: int) -> Polytope | None:
    """Return the weights that are drawn, where they are one polytope that is small enough and drawn uniformly."""
    if evaluation.basis.is_absent is not None or problem.resolution is not None or count > MOST_ROWS:
        return None
    weights = region(problem.hierarchy, admissible)
    if weights is None:
        return None
    sizes = [len(group.members) for group in groups(problem.hierarchy, admissible.space)]
    drawn = [] if admissible.kind is Admissible.FIXED else [size for size in sizes if size > 1]
    return weights if len(drawn) <= 1 and max(drawn, default=0) <= MOST_LEAVES else None


class _Flat:
    """A polytope in coordinates of its own: its points are `middle` + `axes` @ x where `room` + `slopes` @ x >= 0.

    `axes` (C, D) are orthonormal, as many as it has dimensions: what no corner exceeds is an equality too.
    """

    def __init__(self, weights: Polytope) -> None:
        corners = weights.corners
        self.middle = corners.mean(axis=0)
        size = weights.equal.shape[1]
        rows, bounds = np.vstack([np.eye(size), weights.least]), np.concatenate([np.zeros(size), weights.at_least])
        is_free = (corners @ rows.T - bounds > SLIGHT).any(axis=0)
        _, lengths, directions = np.linalg.svd(np.vstack([weights.equal, rows[~is_free]]))
        self.axes: Floats = directions[int((lengths > SLIGHT).sum()) :].T
        # Nor does a bound cut anything off that what is left runs alongside, however far away.
        is_free &= np.abs(rows @ self.axes).max(axis=1, initial=0.0) > SLIGHT
        self.room: Floats = rows[is_free] @ self.middle - bounds[is_free]
        self.slopes: Floats = rows[is_free] @ self.axes


def volume(room: Floats, slopes: Floats) -> float:
    """Return the volume of all x (D,) with `room` (K,) + `slopes` (K, D) @ x >= 0, 0 where they are flat or none.

    They must be bounded, and D at least 1.
    """
    lengths = np.linalg.norm(slopes, axis=1)
    room, slopes = room / lengths, slopes / lengths[:, None]
    if slopes.shape[1] == 1:
        ends, rises = -room / slopes[:, 0], slopes[:, 0] > 0
        return max(float(ends[~rises].min() - ends[rises].max()), 0.0)
    from scipy.spatial import ConvexHull, HalfspaceIntersection

    ball = _largest_ball(room, slopes)
    if ball is None:
        return 0.0
    # In units of that ball, and around its middle, a sliver is no harder than anything else.
    middle, radius = ball
    room = (room + slopes @ middle) / radius
    corners = HalfspaceIntersection(np.column_stack([-slopes, -room]), np.zeros(len(middle))).intersections
    return float(ConvexHull(corners).volume * radius ** len(middle))


def _largest_ball(room: Floats, slopes: Floats) -> tuple[Floats, float] | None:
    """Return the middle (D,) and the radius of the largest ball within a polytope whose rows have length 1, if any."""
    from scipy.optimize import linprog

    size = slopes.shape[1]
    found = linprog(
        np.append(np.zeros(size), -1.0),
        A_ub=np.column_stack([-slopes, np.ones(len(slopes))]),
        b_ub=room,
        bounds=[*((None, None),) * size, (0, None)],
        method="highs",
        options=CLOSELY,
    )
    if found.x is None or found.x[-1] <= FLAT:
        return None
    return np.asarray(found.x[:-1]), float(found.x[-1])

"""Shares cut by linear statements: whether any are left, and which; drawn uniformly by rejection or by a walk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.simplex import draw_in_box, draw_shares

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

SLIGHT = 1e-9
"""What is no larger counts as zero: bounds and factors are written with a few digits."""

TRIED = 2_000
RARE = 0.02
"""Rejection is given up where no more than this share of the first draws is accepted."""

TRIFLE = 1e-20
"""So small a spread in each direction keeps the fit from failing in a shape that is almost flat."""

STEPS_BY_DIMENSION, FITTED = 20, 5
"""Steps of the walk for each dimension, and after how many its directions are fitted again."""

DIGITS = 12
"""Corners that differ by less than that are one."""

PRECISE = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
"""How near a corner lies to its bounds."""

STRETCH = 2_048
"""As many walks are moved at a time, so that their figures stay near the processor."""


@dataclass(frozen=True)
class Polytope:
    """Shares (M,), none negative, with `equal` @ shares = `equal_to` (E,) and `least` @ shares >= `at_least` (K,).

    One of the equalities says that they sum to 1, so that it is bounded.
    """

    equal: Floats
    equal_to: Floats
    least: Floats
    at_least: Floats

    @property
    def is_empty(self) -> bool:
        """Whether no shares are left."""
        return self._corner(np.zeros(self.equal.shape[1])) is None

    @cached_property
    def corners(self) -> Floats:
        """Some corners (V, M): where each share, and what each inequality is exceeded by, is least and largest."""
        worths = [*np.eye(self.equal.shape[1]), *self.least]
        found = [self._corner(sign * worth) for worth in worths for sign in (-1, 1)]
        return np.unique(np.array([corner for corner in found if corner is not None]).round(DIGITS), axis=0)

    def _corner(self, worth: Floats) -> Floats | None:
        """Return a corner (M,) for which the sum of `worth` (M,) times the shares is largest; None where there is none.

        By the dual simplex method of HiGHS, which keeps its figures in order whatever the factors are (Huangfu and
        Hall 2018, Mathematical Programming Computation 10).
        """
        from scipy.optimize import linprog

        cuts = {"A_ub": -self.least, "b_ub": -self.at_least} if len(self.least) else {}
        found = linprog(-worth, **cuts, A_eq=self.equal, b_eq=self.equal_to, method="highs-ds", options=PRECISE)
        return np.maximum(found.x, 0.0) if found.x is not None else None

    def ranges(self) -> tuple[Floats, Floats]:
        """Return the least and the largest share (M,) that each may have."""
        return self.corners.min(axis=0), self.corners.max(axis=0)

    def holds(self, shares: Floats) -> Booleans:
        """Return which shares (S, M), that sum to 1, keep to all inequalities (S,)."""
        return np.asarray((shares >= 0).all(axis=1) & (shares @ self.least.T >= self.at_least).all(axis=1))

    def draw(self, samples: int, rng: np.random.Generator) -> Floats:
        """Return shares (S, M) drawn uniformly.

        By rejection, which is exact, from whatever of two simple shapes around it fits better; by a walk where neither
        does, or where equalities leave no volume. There must be some shares to draw.
        """
        low, high = self.ranges()
        if len(self.equal) == 1:
            spare = max(0.0, 1.0 - float(low.sum()))
            shapes: list[Callable[[int], Floats]] = [
                lambda count: low + spare * draw_shares(len(low), count, rng),
                lambda count: draw_in_box(low, high, count, rng),
            ]
            fits = [float(self.holds(shape(TRIED)).mean()) for shape in shapes]
            if max(fits) > RARE:
                return self._reject(shapes[int(np.argmax(fits))], max(fits), samples)
        return self._walk(samples, rng)

    def _reject(self, shape: Callable[[int], Floats], fit: float, samples: int) -> Floats:
        found: list[Floats] = []
        missing = samples
        while missing > 0:
            drawn = shape(int(1.1 * missing / fit) + 10)
            found.append(drawn[self.holds(drawn)][:missing])
            missing -= len(found[-1])
        return np.concatenate(found)

    def _walk(self, samples: int, rng: np.random.Generator) -> Floats:
        """Return where as many independent walks end: hit-and-run (Smith 1984, Operations Research 32).

        Each begins somewhere between the corners. Directions are normal in the space that equalities leave, and are
        fitted to the shape, so that a flat one takes no longer.
        """
        size, corners = self.equal.shape[1], self.corners
        middle = corners.mean(axis=0)
        rows, bounds = np.vstack([np.eye(size), self.least]), np.concatenate([np.zeros(size), self.at_least])
        # What no corner exceeds is an equality, though nobody wrote it so.
        is_free = (corners @ rows.T - bounds > SLIGHT).any(axis=0)
        axes = _null_space(np.vstack([self.equal, rows[~is_free]]))
        dimension = axes.shape[1]
        if not dimension:
            return np.tile(middle, (samples, 1))
        room, slopes = rows[is_free] @ middle - bounds[is_free], rows[is_free] @ axes
        walked = axes.T @ (draw_shares(len(corners), samples, rng) @ (corners - middle)).T
        for step in range(STEPS_BY_DIMENSION * dimension):
            if step % (FITTED * dimension) == 0:
                spread = np.cov(walked, ddof=0).reshape(dimension, dimension)
                fit = np.linalg.cholesky(spread + TRIFLE * np.eye(dimension))
            way, how_far = fit @ rng.standard_normal((dimension, samples)), rng.random(samples)
            for begin in range(0, samples, STRETCH):
                some = slice(begin, begin + STRETCH)
                _step(walked[:, some], way[:, some], how_far[some], room, slopes)
        return np.asarray(np.maximum(middle + (axes @ walked).T, 0.0))


def _step(walked: Floats, way: Floats, how_far: Floats, room: Floats, slopes: Floats) -> None:
    """Move each walk (dimension, S) along its way to a share `how_far` (S,) of the line through it that lies within."""
    left = np.maximum(room[:, None] + slopes @ walked, 0.0)
    pace = slopes @ way
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = -left / pace
    back = np.where(pace > 0, reach, -np.inf).max(axis=0)
    ahead = np.where(pace < 0, reach, np.inf).min(axis=0)
    walked += way * (back + (ahead - back) * how_far)


def _null_space(rows: Floats) -> Floats:
    """Return orthonormal directions (M, dimension) along which no row changes."""
    _, sizes, directions = np.linalg.svd(rows)
    rank = int((sizes > SLIGHT).sum())
    free: Floats = directions[rank:].T
    return free

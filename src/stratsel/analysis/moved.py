"""Where rows stand and land with the weight of one node moved, its siblings rescaled: by valuing them anew."""

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.landing import landings_of, standing
from stratsel.analysis.world import Worlds
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.weight import global_weights, local_weights

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

NEAR_END = 1 - 1e-9
"""A weight is moved nearly to nothing and nearly to all, where what never counts would be level."""


class Moved:
    """Values `rows` (R,) of a problem with other weights; `local` (N,) and `whole` (N,) are the weights as they are.

    Local weights are shares among siblings, those of the whole shares of it.
    """

    def __init__(self, problem: Problem, evaluation: Evaluation, rows: Integers) -> None:
        self.problem, self.evaluation, self.rows = problem, evaluation, rows
        self.local = np.array([float(share) for share in local_weights(problem.hierarchy)])
        self.whole = np.array([float(share) for share in global_weights(problem.hierarchy)])
        self._basis = evaluation.basis.only(rows)
        is_open = evaluation.best_partial_values != evaluation.partial_values
        self._is_open = (is_open | problem.is_unknown)[rows]

    def stand(self, nodes: Integers, weights: Floats) -> tuple[Integers, Integers]:
        """Return how many are above each row, and where it lands, (R, S), with one node's (S,) local weight moved."""
        hierarchy = self.problem.hierarchy
        shares = np.repeat(self.local[:, None], len(nodes), axis=1)
        for node in np.unique(nodes).tolist():
            draws = np.flatnonzero(nodes == node)
            siblings = np.array(hierarchy.children[hierarchy.parents[node]])
            if self.local[node] < 1:
                shares[np.ix_(siblings, draws)] *= (1 - weights[draws]) / (1 - self.local[node])
            shares[node, draws] = weights[draws]
        worlds = Worlds(hierarchy, shares, self._basis.partial_values, (), self._basis.is_absent, self._is_open)
        values = worlds.values()
        levels = standing(self.problem, worlds, values)
        return levels.above, landings_of(self.problem, self.evaluation, self.rows, values, levels)

    def way(self, node: int, end: float, steps: int) -> Floats:
        """Return local weights of a node from its own (S,) towards one end, 0 or 1: short steps first, as small shifts
        are what matters.
        """
        own = float(self.local[node])
        way: Floats = own + (end - own) * np.linspace(0, NEAR_END, steps + 1) ** 2
        return way

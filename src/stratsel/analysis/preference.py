"""What holds for all admissible weights, and what for some: who can be best, who is beaten, who is above whom.

Necessary and possible preference after Greco, Mousseau and Słowiński (2008, European Journal of Operational Research
191), potential optimality after Hazen (1986, Operations Research 34) and Athanassopoulos and Podinovski (1997, Journal
of the Operational Research Society 48); here with value functions as the file has them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.margins import CLOSELY, least_sums
from stratsel.analysis.polytope import Polytope
from stratsel.analysis.region import region
from stratsel.analysis.sampling import AS_GIVEN, Spread, open_judgements
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

MOST = 300
"""Of more ranked rows the pairs are too many."""

SLIGHT = 1e-9
"""Values, 0 to 1, that differ by no more count as equal: ten times what the solver may miss a bound by."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What holds among the ranked `rows` (R,), which rise.

    `least` and `most` (R, R) are by how much a row is above another at the least, and at the most, over all admissible
    weights and all that judgements leave open, as shares of 1; 0 on the diagonal. `leads` (R,) are by how much each can
    be above the best of all others at the most, itself at its best and they at their worst; 1 where there are none.
    """

    rows: Integers
    least: Floats
    most: Floats
    leads: Floats

    @property
    def can_be_best(self) -> Booleans:
        """Whether a row is at least as good as all others (R,) for some admissible weights: potentially optimal."""
        return np.asarray(self.leads >= -SLIGHT)

    @property
    def can_be_alone(self) -> Booleans:
        """Whether a row is better than all others (R,) for some admissible weights, and not just level somewhere."""
        return np.asarray(self.leads > SLIGHT)

    @property
    def necessary(self) -> Booleans:
        """Whether a row is at least as good as another (R, R) for all admissible weights, at its worst against best."""
        return np.asarray(self.least >= -SLIGHT)

    @property
    def possible(self) -> Booleans:
        """Whether a row is at least as good as another (R, R) for some admissible weights, at best against worst."""
        return np.asarray(self.most >= -SLIGHT)

    @property
    def is_undominated(self) -> Booleans:
        """Whether no other row (R,) is at least as good for all admissible weights and better for some."""
        return np.asarray(~(self.necessary & (self.most > SLIGHT)).any(axis=0))


def preferences(
    problem: Problem, evaluation: Evaluation, admissible: AdmissibleWeights, spread: Spread = AS_GIVEN
) -> Preferences | None:
    """Return what holds among those that are ranked, whatever the weights admitted and what judgements leave open.

    Judgements of different candidates vary apart. None where the whole is no weighted sum of the leaves, something is
    left out, values are compared by a resolution, or more than `MOST` rows are ranked.

    Raises:
        ValueError: the statements leave no weights.
    """
    rows = np.sort(evaluation.order.rows)
    weights = region(problem.hierarchy, admissible)
    if weights is None or evaluation.basis.is_absent is not None or problem.resolution is not None or len(rows) > MOST:
        return None
    worst, best = ends(problem, evaluation, spread)
    worst, best = worst[rows], best[rows]
    size = len(rows)
    differences = (worst[:, None] - best[None, :]).reshape(size * size, worst.shape[1])
    least = least_sums(problem.hierarchy, admissible, differences).reshape(size, size)
    np.fill_diagonal(least, 0.0)
    return Preferences(rows, least, -least.T, _leads(worst, best, weights))


def ends(problem: Problem, evaluation: Evaluation, spread: Spread) -> tuple[Floats, Floats]:
    """Return the partial values (A, C) of all judgements at their worst, and at their best."""
    worst, best = evaluation.basis.partial_values.copy(), evaluation.basis.partial_values.copy()
    for found in open_judgements(problem, spread, np.ones(len(worst), dtype=bool)):
        values = np.array([problem.value_functions[found.leaf].partial_values(end) for end in (found.low, found.high)])
        worst[found.rows, found.leaf], best[found.rows, found.leaf] = values.min(axis=0), values.max(axis=0)
    return worst, best


def _leads(worst: Floats, best: Floats, weights: Polytope) -> Floats:
    """Return by how much each row (R,) can be above the best of the others, for some admissible weights."""
    rivals = ~np.eye(len(worst), dtype=bool)
    return np.array([_widest_lead(best[at] - worst[rivals[at]], weights) for at in range(len(worst))])


def _widest_lead(differences: Floats, weights: Polytope) -> float:
    """Return by how much one can be above its nearest rival: the largest least weighted sum of differences (K, C)."""
    from scipy.optimize import linprog

    size = differences.shape[1]
    lead = np.zeros(size + 1)
    lead[-1] = -1
    ahead = np.hstack([-differences, np.ones((len(differences), 1))])
    stated = np.hstack([-weights.least, np.zeros((len(weights.least), 1))])
    found = linprog(
        lead,
        A_ub=np.vstack([ahead, stated]),
        b_ub=np.concatenate([np.zeros(len(differences)), -weights.at_least]),
        A_eq=np.hstack([weights.equal, np.zeros((len(weights.equal), 1))]),
        b_eq=weights.equal_to,
        bounds=[*((0, None),) * size, (None, 1)],
        method="highs",
        options=CLOSELY,
    )
    if found.x is None:
        raise ValueError("the statements leave no weights")
    return float((differences @ found.x[:-1]).min(initial=1.0))

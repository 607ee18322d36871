"""Ten thousand alternatives on twelve leaves, valued and ranked: the engine against the plain arrays of numpy."""

from fractions import Fraction

import numpy as np

from benchmarks.measure import Comparison, timed
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import ValueFunction

ALTERNATIVES, LEAVES = 10_000, 12


def comparisons() -> list[Comparison]:
    rng = np.random.default_rng(1)
    performances = np.asfortranarray(rng.uniform(0, 100, (ALTERNATIVES, LEAVES)))
    levels = np.asfortranarray(rng.integers(0, 6, (ALTERNATIVES, LEAVES)).astype(float))
    weights = rng.integers(1, 20, LEAVES).tolist()
    amounts = _comparison("value-rank", "amounts: hardly a near tie", performances, 100, weights, 1.5)
    # Not a goal: with levels most totals tie, which plain numpy does not see, and each tie is proved without rounding.
    ties = _comparison("value-rank-ties", "levels 0 to 5: every total tied with dozens", levels, 5, weights, 150)
    return [amounts, ties]


def _comparison(name: str, what: str, performances, best: int, weights: list[int], limit: float) -> Comparison:
    hierarchy = Hierarchy(tuple(f"leaf-{at}" for at in range(LEAVES)), (TOP,) * LEAVES, tuple(map(Fraction, weights)))
    function = ValueFunction((Fraction(0), Fraction(best)), (Fraction(0), Fraction(1)))
    names = tuple(f"c-{row}" for row in range(ALTERNATIVES))
    unknown = np.zeros(performances.shape, dtype=bool)
    exact = [[Fraction(cell) for cell in row] for row in performances.tolist()]

    def ours() -> object:
        problem = Problem(
            alternatives=names,
            hierarchy=hierarchy,
            value_functions=(function,) * LEAVES,
            worst_performances=performances,
            best_performances=performances,
            is_unknown=unknown,
            exact_performance=lambda row, leaf, end: exact[row][leaf],
        )
        return evaluate(problem).order.ranks

    shares = np.array(weights) / sum(weights)
    ends = ([0.0, float(best)], [0.0, 1.0])

    def peer() -> object:
        totals = np.zeros(ALTERNATIVES)
        for leaf in range(LEAVES):
            totals += shares[leaf] * np.interp(performances[:, leaf], *ends)
        ranks = np.empty(ALTERNATIVES, dtype=np.int64)
        ranks[np.argsort(-totals)] = np.arange(1, ALTERNATIVES + 1)
        return ranks

    peer_label = "np.interp by leaf, ordered sum, argsort"
    label = f"value and rank {ALTERNATIVES:,} x {LEAVES} ({what}), against {peer_label}"
    return Comparison(name, label, timed(ours), timed(peer), limit, 31)

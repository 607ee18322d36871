"""What doubt costs: ten thousand alternatives on 25 leaves with a third unknown, against the same with none."""

from fractions import Fraction

import numpy as np

from benchmarks.measure import Comparison, timed
from stratsel.analysis.settling import settling
from stratsel.engine.certainty import bounds, certainties
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, End, Hierarchy, Line, Problem
from stratsel.engine.value import ValueFunction

ALTERNATIVES, LEAVES = 10_000, 25
NAMES = tuple(f"c-{row}" for row in range(ALTERNATIVES))
LINES = (Line("first", 3), Line("second", 6))


def comparisons() -> list[Comparison]:
    rng = np.random.default_rng(1)
    amounts = np.asfortranarray(rng.uniform(0, 100, (ALTERNATIVES, LEAVES)))
    is_unknown = np.asfortranarray(rng.random((ALTERNATIVES, LEAVES)) < 1 / 3)
    worst, best = np.where(is_unknown, 0, amounts), np.where(is_unknown, 100, amounts)
    weights = tuple(map(Fraction, rng.integers(1, 20, LEAVES).tolist()))
    hierarchy = Hierarchy(tuple(f"leaf-{at}" for at in range(LEAVES)), (TOP,) * LEAVES, weights)

    def ours() -> object:
        problem = _problem(hierarchy, worst, best, is_unknown)
        evaluation = evaluate(problem)
        found = bounds(problem, evaluation)
        return certainties(problem, evaluation, found), settling(problem, evaluation, found)

    def peer() -> object:
        return evaluate(_problem(hierarchy, amounts, amounts, np.zeros_like(is_unknown))).order.ranks

    what = f"value, order, bounds, sure or open, what would settle it: {ALTERNATIVES:,} x {LEAVES}, a third unknown"
    return [
        Comparison(
            "doubt-10000", f"{what}, against value and order with nothing unknown", timed(ours), timed(peer), 6, 15
        )
    ]


def _problem(hierarchy: Hierarchy, worst, best, is_unknown) -> Problem:
    ends = {End.WORST: worst, End.BEST: best}
    return Problem(
        alternatives=NAMES,
        hierarchy=hierarchy,
        value_functions=(ValueFunction((Fraction(0), Fraction(100)), (Fraction(0), Fraction(1))),) * LEAVES,
        worst_performances=worst,
        best_performances=best,
        is_unknown=is_unknown,
        lines=LINES,
        exact_performance=lambda row, leaf, end: Fraction(ends[end][row, leaf]),
    )

"""What firmness costs: draws of weights and judgements, ranks, tiers, bounds and flips, against plain arrays."""

from fractions import Fraction

import numpy as np

from benchmarks.measure import Comparison, timed
from stratsel.analysis.firmness import firmness
from stratsel.analysis.flip import flips
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import Evaluation, evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Admissible

Integers = np.ndarray

SAMPLES = 20_000
LINES = (Line("first", 3), Line("second", 6))
AROUND = AdmissibleWeights(Admissible.AROUND, Fraction(3, 10))


def comparisons() -> list[Comparison]:
    problem = made(19, 18, unknown=0.3)
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)

    def ours() -> object:
        return firmness(problem, evaluation, shortlist, AROUND, samples=SAMPLES)

    rng = np.random.default_rng(1)
    is_unknown = problem.is_unknown

    def peer() -> object:
        """Ranks by the book: weights and judgements as one array, a product, two sorts; no tiers, no bounds."""
        weights = rng.dirichlet(np.ones(18), SAMPLES)
        judgements = np.where(is_unknown, rng.random((SAMPLES, *is_unknown.shape)), evaluation.partial_values)
        values = np.einsum("sac,sc->sa", judgements, weights)
        return np.argsort(np.argsort(-values, axis=1), axis=1)

    many = made(10_000, 25, unknown=0)
    valued = evaluate(many)
    chosen = select(many, valued)
    return [
        Comparison(
            "firmness",
            f"how firm 19 places are, on 18 leaves, a third unknown, in {SAMPLES:,} draws, against plain arrays",
            timed(ours),
            timed(peer),
            2,
            9,
        ),
        Comparison(
            "flips-10000",
            "flips of 10,000 alternatives on 25 leaves, in closed form, against their order at 40 steps of each weight",
            timed(lambda: flips(many, valued, chosen)),
            timed(lambda: steps(many, valued)),
            4,
            5,
        ),
    ]


def steps(problem: Problem, evaluation: Evaluation) -> list[Integers]:
    """Who is in a tier with each weight moved in 20 steps up and 20 down: a grid, which names no exact shift."""
    rng = np.random.default_rng(1)
    found = []
    for _ in problem.hierarchy.nodes:
        slopes = rng.uniform(-1, 1, len(evaluation.values))
        found += [np.argsort(-(evaluation.values + step * slopes))[:6] for step in np.linspace(-1, 1, 40)]
    return found


def made(alternatives: int, leaves: int, unknown: float) -> Problem:
    """A table of amounts from 0 to 100 under random weights, some of it unknown, in groups of about six leaves."""
    rng = np.random.default_rng(1)
    amounts = np.asfortranarray(rng.uniform(0, 100, (alternatives, leaves)))
    is_unknown = np.asfortranarray(rng.random((alternatives, leaves)) < unknown)
    groups = max(1, leaves // 6)
    parents = (*(TOP,) * groups, *(leaf * groups // leaves for leaf in range(leaves)))
    weights = tuple(map(Fraction, rng.integers(1, 9, len(parents)).tolist()))
    worst = np.where(is_unknown, 0, amounts)
    return Problem(
        alternatives=tuple(f"c-{row}" for row in range(alternatives)),
        hierarchy=Hierarchy(tuple(f"n-{node}" for node in range(len(parents))), parents, weights),
        value_functions=(ValueFunction((Fraction(0), Fraction(100)), (Fraction(0), Fraction(1))),) * leaves,
        worst_performances=worst,
        best_performances=np.where(is_unknown, 100, amounts) if unknown else worst,
        is_unknown=is_unknown,
        lines=LINES,
        exact_performance=None,
    )

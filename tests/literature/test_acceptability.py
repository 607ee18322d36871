"""A published case of SMAA-2 against acceptabilities: all of its figures, by draws of our own."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stratsel.analysis import acceptability, draws
from stratsel.analysis.acceptability import acceptabilities
from stratsel.analysis.sampling import OpenJudgements
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.reading.events import read_yaml
from stratsel.terms import Admissible

SAMPLES = 40_000
CASE = read_yaml((Path(__file__).parent / "smaa-antidepressants.yaml").read_text(encoding="utf-8")).value
NAMES = tuple(CASE["alternatives"])
MEASURED = np.array(list(CASE["alternatives"].values()), dtype=float)
"""Means and deviations (A, C, 2)."""


def measured(leaf: int, rng: np.random.Generator) -> np.ndarray:
    """Partial values (A, S) of normal draws, linear on the scale and beyond."""
    criterion = CASE["leaves"][leaf]
    mean, deviation = MEASURED[:, leaf].T
    drawn = mean[:, None] + deviation[:, None] * rng.standard_normal((len(mean), SAMPLES))
    ends = np.array([mean - 1.96 * deviation, mean + 1.96 * deviation])
    if criterion.get("is_logarithm"):
        drawn, ends = np.exp(drawn), np.exp(ends)
    values = (drawn - ends.min()) / (ends.max() - ends.min())
    return values if criterion["best"] == "highest" else 1 - values


class Measurements:
    """Judgements that are drawn from normal distributions, which no file can say."""

    def __init__(self, problem: Problem, *others: object) -> None:
        size, leaves = problem.worst_performances.shape
        rows, nothing = np.arange(size), np.zeros(size)
        self.found = tuple(OpenJudgements(leaf, False, rows, nothing, nothing + 1) for leaf in range(leaves))
        rng = np.random.default_rng(1)
        self.drawn = [measured(leaf, rng) for leaf in range(leaves)]

    def draw(self, begin: int, end: int) -> list[np.ndarray]:
        return [each[:, begin:end] for each in self.drawn]


def test_four_antidepressants(monkeypatch):
    size, leaves = MEASURED.shape[:2]
    problem = Problem(
        alternatives=NAMES,
        hierarchy=Hierarchy(tuple(each["id"] for each in CASE["leaves"]), (TOP,) * leaves, (Fraction(1),) * leaves),
        value_functions=(ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1))),) * leaves,
        # Those of whom the files say the same would have the same shares.
        worst_performances=np.repeat(np.arange(size)[:, None] / size, leaves, axis=1),
        best_performances=np.ones((size, leaves)),
        is_unknown=np.zeros((size, leaves), dtype=bool),
    )
    evaluation = evaluate(problem)
    monkeypatch.setattr(draws, "Judgements", Measurements)
    # Normal draws leave the scale now and then, which keys of the fast way have no room for.
    monkeypatch.setattr(acceptability, "are_packable", lambda problem, draws: False)
    shortlist = select(problem, evaluation)
    found = acceptabilities(problem, evaluation, shortlist, AdmissibleWeights(Admissible.ANYWHERE), samples=SAMPLES)
    expected = CASE["expected"]
    for name in ("rank_acceptability", "central_weights"):
        for row, alternative in enumerate(NAMES):
            printed = [float(each) for each in expected[name][alternative]]
            assert getattr(found, name)[row] == pytest.approx(printed, abs=float(expected["tolerance"])), name
    factors = [float(expected["confidence_factor"][name]) for name in NAMES]
    assert found.confidence_factor == pytest.approx(factors, abs=float(expected["confidence_tolerance"]))

"""Published cases of SMAA-2 against acceptabilities: all of their figures, by draws of our own."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stratsel.analysis import acceptability, draws
from stratsel.analysis.acceptability import Acceptabilities, acceptabilities
from stratsel.analysis.sampling import OpenJudgements
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.winning import pairwise_winning
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.reading.events import read_yaml
from stratsel.terms import Admissible

SAMPLES = 40_000
ANYWHERE, FIXED = AdmissibleWeights(Admissible.ANYWHERE), AdmissibleWeights(Admissible.FIXED)


def read(name: str) -> dict[str, Any]:
    return read_yaml((Path(__file__).parent / name).read_text(encoding="utf-8")).value


def numbers(figures: Any) -> np.ndarray:
    return np.array([[float(figure) for figure in each] for each in figures])


def measured(criterion: dict[str, Any], figures: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Partial values (A, S) of normal draws by means and deviations (A, 2), linear on the scale and beyond."""
    mean, deviation = figures.T
    drawn = mean[:, None] + deviation[:, None] * rng.standard_normal((len(mean), SAMPLES))
    ends = np.array([mean - 1.96 * deviation, mean + 1.96 * deviation])
    if criterion.get("is_logarithm"):
        drawn, ends = np.exp(drawn), np.exp(ends)
    values = (drawn - ends.min()) / (ends.max() - ends.min())
    return values if criterion["best"] == "highest" else 1 - values


def by_parts(criterion: dict[str, Any], figures: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Partial values (A, S) drawn from figures (A, P) that are equally likely."""
    return np.array([rng.choice(each, SAMPLES) for each in figures])


WAYS = {"smaa-antidepressants.yaml": measured, "smaa-thrombosis.yaml": by_parts}


def drawn_values(name: str) -> list[np.ndarray]:
    """Partial values (A, S) on each leaf."""
    case, rng = read(name), np.random.default_rng(1)
    tables = [numbers(each) for each in case["alternatives"].values()]
    return [
        WAYS[name](criterion, np.array([table[leaf] for table in tables]), rng)
        for leaf, criterion in enumerate(case["leaves"])
    ]


def problem_of(case: dict[str, Any], weights: list[Any]) -> Problem:
    size, leaves = len(case["alternatives"]), len(case["leaves"])
    return Problem(
        alternatives=tuple(case["alternatives"]),
        hierarchy=Hierarchy(
            tuple(each["id"] for each in case["leaves"]), (TOP,) * leaves, tuple(Fraction(each) for each in weights)
        ),
        value_functions=(ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1))),) * leaves,
        # Those of whom the files say the same would have the same shares.
        worst_performances=np.repeat(np.arange(size)[:, None] / size, leaves, axis=1),
        best_performances=np.ones((size, leaves)),
        is_unknown=np.zeros((size, leaves), dtype=bool),
    )


@pytest.fixture(params=list(WAYS))
def case(request, monkeypatch):
    """A case, with judgements drawn from its distributions, which no file can say."""
    values = drawn_values(request.param)

    class Measurements:
        def __init__(self, problem: Problem, *others: object) -> None:
            size, leaves = problem.worst_performances.shape
            rows, nothing = np.arange(size), np.zeros(size)
            self.found = tuple(OpenJudgements(leaf, False, rows, nothing, nothing + 1) for leaf in range(leaves))

        def draw(self, begin: int, end: int) -> list[np.ndarray]:
            return [each[:, begin:end] for each in values]

    monkeypatch.setattr(draws, "Judgements", Measurements)
    # These draws leave the scale now and then, which keys of the fast way have no room for.
    monkeypatch.setattr(acceptability, "are_packable", lambda problem, draws: False)
    return read(request.param)


def found_by(problem: Problem, admissible: AdmissibleWeights) -> Acceptabilities:
    evaluation = evaluate(problem)
    return acceptabilities(problem, evaluation, select(problem, evaluation), admissible, samples=SAMPLES)


def test_printed_figures(case):
    expected, names = case["expected"], list(case["alternatives"])
    tolerance = float(expected["tolerance"])
    problem = problem_of(case, [1] * len(case["leaves"]))
    found = found_by(problem, ANYWHERE)
    for name in ("rank_acceptability", "central_weights"):
        printed = numbers(expected[name][each] for each in names)
        assert getattr(found, name) == pytest.approx(printed, abs=tolerance), name
    factors = [float(expected["confidence_factor"][name]) for name in names]
    assert found.confidence_factor == pytest.approx(factors, abs=float(expected["confidence_tolerance"]))
    if "pairwise_winning" in expected:
        printed = numbers(expected["pairwise_winning"][each] for each in names)
        above = pairwise_winning(problem, evaluate(problem), ANYWHERE, samples=SAMPLES).shares
        assert above == pytest.approx(printed, abs=tolerance)
    if "fixed" in expected:
        printed = numbers(expected["fixed"]["rank_acceptability"][each] for each in names)
        found = found_by(problem_of(case, expected["fixed"]["weights"]), FIXED)
        assert found.rank_acceptability == pytest.approx(printed, abs=tolerance)

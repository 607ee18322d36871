"""Studies of the engine's small problems, whose scales run from 0 to 5."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel.analysis.sampling import Spread
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Problem
from stratsel.engine.selection import select
from stratsel.model.scale import Rubric
from stratsel.results.robustness.setting import Setting
from stratsel.terms import Admissible

make_problem: Callable[..., Problem] = runpy.run_path(
    str(Path(__file__).parents[2] / "engine" / "conftest.py"), run_name="engine"
)["make_problem"]


@pytest.fixture(scope="session")
def make_setting():
    def make(rows, weights=(3, 2), kind=Admissible.ANYWHERE, percent=0, spread=None, samples=2000, **others):
        problem = make_problem(rows, weights, **{"places": (1,)} | others)
        evaluation = evaluate(problem)
        admissible = AdmissibleWeights(kind, percent)
        return Setting(problem, evaluation, select(problem, evaluation), admissible, spread or Spread(), samples, 1)

    return make


@pytest.fixture
def opposites(make_setting):
    """a0 has all of n0, a1 all of n1: 60 points to 40, level where both weigh the same."""
    return make_setting([(5, 0), (0, 5)])


@pytest.fixture(scope="session")
def rubric():
    levels = {level: f"anchor {level}" for level in range(6)}
    return lambda: Rubric.model_validate({"kind": "rubric", "levels": levels})

"""The same small problems as those of the engine."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel.engine.problem import Problem
from stratsel.engine.value import ValueFunction

ENGINE = runpy.run_path(str(Path(__file__).parents[1] / "engine" / "conftest.py"))


@pytest.fixture(scope="session", name="make_problem")
def make_problem_fixture() -> Callable[..., Problem]:
    return ENGINE["make_problem"]


@pytest.fixture(scope="session", name="ramp")
def ramp_fixture() -> Callable[..., ValueFunction]:
    return ENGINE["ramp"]

"""The same small problems as those of the engine."""

import runpy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from stratsel.engine.problem import Hierarchy, Problem
from stratsel.engine.value import ValueFunction

ENGINE = runpy.run_path(str(Path(__file__).parents[1] / "engine" / "conftest.py"))


@pytest.fixture(scope="session", name="make_problem")
def make_problem_fixture() -> Callable[..., Problem]:
    return ENGINE["make_problem"]


@pytest.fixture(scope="session", name="ramp")
def ramp_fixture() -> Callable[..., ValueFunction]:
    return ENGINE["ramp"]


@pytest.fixture(scope="session", name="random_hierarchy")
def random_hierarchy_fixture() -> Callable[..., Hierarchy]:
    return ENGINE["random_hierarchy"]


@pytest.fixture(scope="session", name="by_definition")
def by_definition_fixture() -> Callable[..., Decimal | None]:
    return ENGINE["by_definition"]

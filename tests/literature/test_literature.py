"""Published worked examples, one YAML file each: tables, weights and results as printed."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter

from stratsel.assemble import value_function
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import ValueFunction
from stratsel.model.scale import Scale
from stratsel.reading.events import read_yaml

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yaml"))
SCALE = TypeAdapter(Scale)


def read(file: Path) -> dict[str, Any]:
    reading = read_yaml(file.read_text(encoding="utf-8"))
    assert not reading.defects
    return reading.value


def walk(criteria: list[dict[str, Any]], parent: int, found: list[tuple[dict[str, Any], int]]) -> None:
    for criterion in criteria:
        at = len(found)
        found.append((criterion, parent))
        walk(criterion.get("criteria", []), at, found)


def function_of(leaf: dict[str, Any]) -> ValueFunction:
    if "scale" in leaf:
        return value_function(SCALE.validate_python(leaf["scale"]))
    points = sorted(
        (Fraction(at), Fraction(value) / Fraction(leaf["weight"])) for at, value in leaf["weighted_points"].items()
    )
    return ValueFunction(tuple(at for at, _ in points), tuple(value for _, value in points))


def performance(leaf: dict[str, Any], figure: Any) -> Fraction:
    return Fraction(SCALE.validate_python(leaf["scale"]).performance(figure)) if "scale" in leaf else Fraction(figure)


def problem_of(case: dict[str, Any]) -> tuple[Problem, list[str]]:
    nodes: list[tuple[dict[str, Any], int]] = []
    walk(case["criteria"], TOP, nodes)
    leaves = [criterion for criterion, _ in nodes if "criteria" not in criterion]
    rows = [[performance(leaf, figures[leaf["id"]]) for leaf in leaves] for figures in case["alternatives"].values()]
    performances = np.array(rows, dtype=float)
    hierarchy = Hierarchy(
        tuple(criterion["id"] for criterion, _ in nodes),
        tuple(parent for _, parent in nodes),
        tuple(Fraction(criterion["weight"]) for criterion, _ in nodes),
    )
    problem = Problem(
        alternatives=tuple(case["alternatives"]),
        hierarchy=hierarchy,
        value_functions=tuple(function_of(leaf) for leaf in leaves),
        worst_performances=performances,
        best_performances=performances,
        is_unknown=np.zeros(performances.shape, dtype=bool),
        exact_performance=lambda row, leaf, best: rows[row][leaf],
    )
    return problem, [leaf["id"] for leaf in leaves]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_printed_numbers(file):
    case = read(file)
    problem, leaves = problem_of(case)
    found, expected, unit = evaluate(problem), case["expected"], case["one_is_printed_as"]
    tolerance = float(expected["tolerance"])
    for name, printed in expected.get("values", {}).items():
        value = unit * found.shown[problem.alternatives.index(name)]
        assert value == pytest.approx(float(printed), abs=tolerance), name
    for name, contributions in expected.get("contributions", {}).items():
        own = (unit * found.contributions[problem.alternatives.index(name)]).tolist()
        assert own == pytest.approx([float(contributions[leaf]) for leaf in leaves], abs=tolerance), name
    for leaf, printed in expected.get("weights", {}).items():
        weight = found.weights[leaves.index(leaf)]
        assert weight == pytest.approx(float(printed), abs=float(expected["weights_tolerance"])), leaf
    assert dict(zip(problem.alternatives, found.order.ranks.tolist(), strict=True)) == expected["ranks"]


def test_every_example_has_its_reference():
    keys = re.findall(r"^@\w+\{([\w-]+),", (FOLDER / "references.bib").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(read(file)["citation"] for file in FILES) == sorted(keys)
    assert all(read(file)["read"] for file in FILES)

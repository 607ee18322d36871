"""Published worked examples, one YAML file each: tables, weights and results as printed."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter

from stratsel.assemble.performances import value_function
from stratsel.engine.aggregate import node_values
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import AnyValueFunction, ValueFunction
from stratsel.model.scale import Scale
from stratsel.reading.events import read_yaml
from stratsel.terms import UNKNOWN, Combine, Missing

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


def function_of(leaf: dict[str, Any]) -> AnyValueFunction:
    if "scale" in leaf:
        return value_function(SCALE.validate_python(leaf["scale"]))
    points = sorted(
        (Fraction(at), Fraction(value) / Fraction(leaf["weight"])) for at, value in leaf["weighted_points"].items()
    )
    return ValueFunction(tuple(at for at, _ in points), tuple(value for _, value in points))


def performance(leaf: dict[str, Any], figure: Any) -> Fraction:
    return Fraction(SCALE.validate_python(leaf["scale"]).performance(figure)) if "scale" in leaf else Fraction(figure)


def ends_of(leaf: dict[str, Any], function: AnyValueFunction, figure: Any) -> tuple[Fraction, Fraction, Fraction]:
    """The worst, the best and the likely performance: of what is unknown, nobody reads the last."""
    if figure == UNKNOWN:
        return function.worst, function.best, function.worst
    known = performance(leaf, figure)
    return known, known, known


def combines_of(nodes: list[tuple[dict[str, Any], int]]) -> dict[int, Combine]:
    return {at: Combine(criterion["combine"]) for at, (criterion, _) in enumerate(nodes) if "combine" in criterion}


def problem_of(case: dict[str, Any]) -> Problem:
    nodes: list[tuple[dict[str, Any], int]] = []
    walk(case["criteria"], TOP, nodes)
    leaves = [criterion for criterion, _ in nodes if "criteria" not in criterion]
    functions = [function_of(leaf) for leaf in leaves]
    columns = list(zip(leaves, functions, strict=True))
    cells = [
        [ends_of(leaf, function, figures[leaf["id"]]) for leaf, function in columns]
        for figures in case["alternatives"].values()
    ]
    worst, best, likely = np.array(cells, dtype=float).transpose(2, 0, 1)
    is_unknown = [[figures[leaf["id"]] == UNKNOWN for leaf in leaves] for figures in case["alternatives"].values()]
    missing = Missing(case.get("missing", "worst"))
    return Problem(
        alternatives=tuple(case["alternatives"]),
        hierarchy=Hierarchy(
            tuple(criterion["id"] for criterion, _ in nodes),
            tuple(parent for _, parent in nodes),
            tuple(Fraction(criterion["weight"]) for criterion, _ in nodes),
            combines_of(nodes),
            Combine(case.get("combine", "arithmetic")),
        ),
        value_functions=tuple(functions),
        worst_performances=worst,
        best_performances=best,
        likely_performances=None if missing is Missing.WORST else likely,
        is_unknown=np.array(is_unknown),
        exact_performance=lambda row, leaf, end: cells[row][leaf][end],
        missing=missing,
        least_assessed=Fraction(case.get("least_assessed", 0)),
        resolution=Fraction(case["resolution"]) if "resolution" in case else None,
    )


@pytest.mark.parametrize("file", [file for file in FILES if "criteria" in read(file)], ids=lambda file: file.stem)
def test_printed_numbers(file):
    case = read(file)
    problem = problem_of(case)
    found, expected, unit = evaluate(problem), case["expected"], case["one_is_printed_as"]
    nodes, brought = problem.hierarchy.nodes, found.basis.contributions()
    tolerance = float(expected["tolerance"])
    for name, printed in expected.get("values", {}).items():
        value = unit * found.values[problem.alternatives.index(name)]
        assert value == pytest.approx(float(printed), abs=tolerance), name
    for name, contributions in expected.get("contributions", {}).items():
        row = problem.alternatives.index(name)
        own = {node: unit * float(brought[nodes.index(node)][row]) for node in contributions}
        assert own == pytest.approx({node: float(points) for node, points in contributions.items()}, abs=tolerance), (
            name
        )
    for name, printed in expected.get("assessed", {}).items():
        assert found.assessed[problem.alternatives.index(name)] == pytest.approx(float(printed), abs=tolerance), name
    leaves = [nodes[node] for node in problem.hierarchy.leaf_nodes]
    for leaf, printed in expected.get("weights", {}).items():
        weight = found.weights[leaves.index(leaf)]
        assert weight == pytest.approx(float(printed), abs=float(expected["weights_tolerance"])), leaf
    assert dict(zip(problem.alternatives, found.order.ranks.tolist(), strict=True)) == expected["ranks"]


# --- an index that is a ratio of two trees --------------------------------------------------------

GEOMETRIC, HARMONIC = Combine.GEOMETRIC, Combine.HARMONIC


def nested(*criteria: Any) -> list[dict[str, Any]]:
    """A tree of equal weights from names, for leaves, and from pairs of a way to combine and what is combined."""
    made = []
    for criterion in criteria:
        if isinstance(criterion, str):
            made.append({"id": criterion, "weight": 1})
        else:
            how, *below = criterion
            made.append({"id": str(below), "weight": 1, "combine": how, "criteria": nested(*below)})
    return made


def values_of(criteria: list[dict[str, Any]], top: Combine, rows: list[dict[str, float]]) -> np.ndarray:
    nodes: list[tuple[dict[str, Any], int]] = []
    walk(criteria, TOP, nodes)
    hierarchy = Hierarchy(
        tuple(criterion["id"] for criterion, _ in nodes),
        tuple(parent for _, parent in nodes),
        (Fraction(1),) * len(nodes),
        combines_of(nodes),
        top,
    )
    leaves = [hierarchy.nodes[leaf] for leaf in hierarchy.leaf_nodes]
    return node_values(hierarchy, TOP, np.array([[row[leaf] for leaf in leaves] for row in rows]))


def test_gender_inequality():
    case = read(FOLDER / "gender-inequality-2022.yaml")
    rows = []
    for figures in case["alternatives"].values():
        row = {name: float(figure) / 100 for name, figure in figures.items()}
        row["deaths"] = 10 / min(max(float(figures["maternal-deaths"]), 10), 1000)  # bounded so by the source
        row["births"] = 1 / float(figures["adolescent-births"])
        row["one"] = 1.0  # the health of men, and the standard beside the health of women
        rows.append(row)
    health, power_f, power_m = (
        (GEOMETRIC, "deaths", "births"), (GEOMETRIC, "schooling-f", "seats-f"), (GEOMETRIC, "schooling-m", "seats-m"),
    )  # fmt: skip
    women, men = (GEOMETRIC, health, power_f, "labour-f"), (GEOMETRIC, "one", power_m, "labour-m")
    mean = Combine.ARITHMETIC
    standard = nested((mean, health, "one"), (mean, power_f, power_m), (mean, "labour-f", "labour-m"))
    found = 1 - values_of(nested(women, men), HARMONIC, rows) / values_of(standard, GEOMETRIC, rows)
    printed = {name: float(value) for name, value in case["expected"].items()}
    assert list(printed) == list(case["alternatives"])
    assert found == pytest.approx(list(printed.values()), abs=float(case["tolerance"]))


def test_every_example_has_its_reference():
    keys = re.findall(r"^@\w+\{([\w-]+),", (FOLDER / "references.bib").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted({read(file)["citation"] for file in FILES}) == sorted(keys)
    assert all(read(file)["read"] for file in FILES)

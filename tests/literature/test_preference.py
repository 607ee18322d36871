"""Published cases of who dominates whom, which is what holds under all weights, and of who can be best."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from stratsel.analysis.preference import SLIGHT, Preferences, preferences
from stratsel.analysis.space import AdmissibleWeights, Statement
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.value import ValueFunction
from stratsel.reading.events import read_yaml
from stratsel.terms import Admissible


def ramp(worst: Fraction, best: Fraction) -> ValueFunction:
    (low, low_value), (high, high_value) = sorted([(worst, Fraction(0)), (best, Fraction(1))])
    return ValueFunction((low, high), (low_value, high_value))


def found_in(figures: np.ndarray, functions: list[ValueFunction], admissible: AdmissibleWeights) -> Preferences:
    rows, leaves = figures.shape
    problem = Problem(
        alternatives=tuple(f"a{row}" for row in range(rows)),
        hierarchy=Hierarchy(tuple(f"c{leaf}" for leaf in range(leaves)), (TOP,) * leaves, (Fraction(1),) * leaves),
        value_functions=tuple(functions),
        worst_performances=figures,
        best_performances=figures,
        is_unknown=np.zeros(figures.shape, dtype=bool),
    )
    found = preferences(problem, evaluate(problem), admissible)
    assert found is not None
    return found


def read(name: str) -> Any:
    return read_yaml((Path(__file__).parent / name).read_text(encoding="utf-8")).value


def test_dominance_of_bonds():
    case = read("dominance-scikit-criteria.yaml")
    names, expected = list(case["alternatives"]), case["expected"]
    figures = np.array([[float(figure) for figure in row] for row in case["alternatives"].values()])
    functions = [ramp(*(Fraction(end) for end in ends)) for ends in case["columns_worst_to_best"].values()]
    found = found_in(figures, functions, AdmissibleWeights(Admissible.ANYWHERE))
    for holds, printed in (
        (found.least > SLIGHT, expected["strictly_dominated"]),
        (found.necessary & ~np.eye(5, dtype=bool), expected["dominated"]),
    ):
        above = {names[other]: [names[row] for row in np.flatnonzero(holds[:, other])] for other in range(5)}
        assert {name: by for name, by in above.items() if by} == printed
    assert [name for name, holds in zip(names, found.is_undominated, strict=True) if not holds] == ["FX"]


def test_potential_optimality():
    file = read("potential-optimality-rpm.yaml")
    for case in file["cases"]:
        figures = np.array([[float(figure) for figure in row] for row in case["rows"]])
        statements = ()
        if "heavier" in case:
            heavy, light = (int(criterion) - 1 for criterion in case["heavier"])
            statements = (Statement({heavy: Fraction(1), light: Fraction(-1)}, Fraction(0)),)
        admissible = AdmissibleWeights(Admissible.WITHIN, statements=statements)
        found = found_in(figures, [ramp(Fraction(0), Fraction(file["largest"]))] * 3, admissible)
        assert (np.flatnonzero(found.can_be_alone) + 1).tolist() == [int(row) for row in case["can_be_alone"]]

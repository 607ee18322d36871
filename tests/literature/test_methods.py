"""Published worked examples of other methods: figures, weights and values as printed."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stratsel.analysis.methods import METHODS, method_values
from stratsel.analysis.reversal import ranks_by
from stratsel.analysis.vikor import vikor_compromise
from stratsel.reading.events import read_yaml

BY_ID = {method.id: method for method in METHODS}


def read(file: Path) -> dict[str, Any]:
    reading = read_yaml(file.read_text(encoding="utf-8"))
    assert not reading.defects
    return reading.value


FILES = [
    file
    for file in sorted(Path(__file__).parent.glob("*.yaml"))
    if re.search(r"^ *columns:", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
]


def partial_value(column: Any, figures: np.ndarray) -> np.ndarray:
    """A column of figures (A,) brought between 0 and 1, as the source or the bounds say.

    A cost becomes a value that keeps the differences to the best and the worst, or those to the average, as shares of
    the same length or average.
    """
    if isinstance(column, dict):
        worst, best = float(column["worst"]), float(column["best"])
        return (figures - worst) / (best - worst)
    match column:
        case "length":
            return figures / np.sqrt((figures**2).sum())
        case "length-of-cost":
            return 1 - figures / np.sqrt((figures**2).sum())
        case "average-of-cost":
            return 1 - figures / (2 * figures.mean())
        case "sum":
            return figures / figures.sum()
        case "most-seen":
            return figures / figures.max()
        case "least-seen":
            return figures.min() / figures
    raise AssertionError(column)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_printed_values(file):
    case = read(file)
    names = list(case["alternatives"])
    figures = np.array([[float(figure) for figure in row] for row in case["alternatives"].values()])
    for expected in case["expected"]:
        columns = zip(expected.get("columns", case.get("columns")), figures.T, strict=True)
        values = np.column_stack([partial_value(column, own) for column, own in columns])
        weights = np.array([float(weight) for weight in expected.get("weights", case.get("weights"))])
        method, weights = BY_ID[expected["method"]], weights / weights.sum()
        printed = [float(value) for value in expected["values"]]
        assert method_values(method, values, weights) == pytest.approx(printed, abs=float(expected["tolerance"]))
        assert ranks_by(method, values, weights).tolist() == expected["ranks"]
        if "compromise" in expected:
            assert [names[row] for row in vikor_compromise(values, weights)] == expected["compromise"]


def test_every_method_has_an_example():
    named = {expected["method"] for file in FILES for expected in read(file)["expected"]}
    assert named == set(BY_ID)

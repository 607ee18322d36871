"""A published table of the changes of one weight that make two alternatives change places."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stratsel.analysis.stability import StabilityInterval, stability_intervals
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.reading.events import read_yaml

CASE = read_yaml((Path(__file__).parent / "weight-changes-triantaphyllou.yaml").read_text(encoding="utf-8")).value
WEIGHTS = [float(weight) for weight in CASE["weights"]]
ROWS = {name: [float(figure) for figure in row] for name, row in CASE["rows"].items()}
NAMES = list(ROWS)
DOWN, UP = 1, -1


def problem() -> Problem:
    figures = np.array(list(ROWS.values()))
    unit = ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1)))
    return Problem(
        alternatives=tuple(NAMES),
        hierarchy=Hierarchy(
            tuple(f"C{at + 1}" for at in range(4)), (TOP,) * 4, tuple(Fraction(str(each)) for each in WEIGHTS)
        ),
        value_functions=(unit,) * 4,
        worst_performances=figures,
        best_performances=figures,
        is_unknown=np.zeros(figures.shape, dtype=bool),
    )


def printed(criterion: int, side: int, *, first_only: bool) -> tuple[float, tuple[str, str]] | None:
    """The smallest change of a weight one way, as its share of the whole after it in points, and whom it swaps."""
    changes = [
        (side * float(change["percent"][criterion]), tuple(change["pair"]))
        for change in CASE["expected"]["changes"]
        if change["percent"][criterion] != "none" and (not first_only or NAMES[0] in change["pair"])
    ]
    feasible = [each for each in changes if each[0] > 0]
    if not feasible:
        return None
    percent, pair = min(feasible)
    fall = side * percent / 100 * WEIGHTS[criterion]
    return 100 * (WEIGHTS[criterion] - fall) / (sum(WEIGHTS) - fall), pair


def assert_as_printed(interval: StabilityInterval, *, first_only: bool) -> None:
    for side, end, change in ((DOWN, interval.low, interval.at_low), (UP, interval.high, interval.at_high)):
        expected = printed(interval.node, side, first_only=first_only)
        if expected is None:
            assert (end, change) == (0 if side == DOWN else 100, None)
            continue
        share, (above, below) = expected
        difference = abs(ROWS[above][interval.node] - ROWS[below][interval.node])
        assert end == pytest.approx(share, abs=100 * float(CASE["expected"]["difference_tolerance"]) / difference)
        assert change is not None
        assert (change.ahead, change.behind) == (NAMES.index(below), NAMES.index(above))


def found() -> Any:
    ranked = evaluate(problem())
    expected = CASE["expected"]
    values = [float(each) for each in expected["values"]]
    assert ranked.values == pytest.approx(values, abs=float(expected["value_tolerance"]))
    return stability_intervals(problem(), ranked, select(problem(), ranked))


@pytest.mark.parametrize("criterion", range(4))
def test_who_is_first(criterion):
    assert_as_printed(found().first[criterion], first_only=True)


@pytest.mark.parametrize("criterion", range(4))
def test_the_whole_order(criterion):
    assert_as_printed(found().order[criterion], first_only=False)

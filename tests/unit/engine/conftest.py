"""Small problems written by hand, with exact numbers."""

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.value import ValueFunction

Cell = int | str | Fraction | tuple[int | str | Fraction, int | str | Fraction] | None
"""A performance, a range from worst to best, or None where nothing is known."""


def ramp(*points: int | str | Fraction) -> ValueFunction:
    """A straight line from the first point, worth 0, to the second, worth 1, whichever is larger."""
    worst, best = (Fraction(point) for point in points)
    ends = sorted([(worst, Fraction(0)), (best, Fraction(1))])
    return ValueFunction(tuple(at for at, _ in ends), tuple(value for _, value in ends))


def ends_of(cell: Cell, function: ValueFunction) -> tuple[Fraction, Fraction]:
    if cell is None:
        return function.worst, function.best
    worst, best = cell if isinstance(cell, tuple) else (cell, cell)
    return Fraction(worst), Fraction(best)


def make_problem(
    rows: Sequence[Sequence[Cell]],
    weights: Sequence[int | str | Fraction],
    *,
    parents: Sequence[int] | None = None,
    functions: Sequence[ValueFunction] | None = None,
    places: Sequence[int] = (),
    ties: Sequence[int] = (),
    exact: bool = True,
) -> Problem:
    """Rows of cells on scales from 0 to 5, if nothing else is said; weights as text where they are not whole."""
    hierarchy = Hierarchy(
        tuple(f"n{node}" for node in range(len(weights))),
        tuple(parents) if parents is not None else (TOP,) * len(weights),
        tuple(Fraction(weight) for weight in weights),
    )
    leaves = len(hierarchy.leaf_nodes)
    functions = tuple(functions) if functions is not None else (ramp(0, 5),) * leaves
    ends = [[ends_of(cell, function) for cell, function in zip(row, functions, strict=True)] for row in rows]
    shape = (len(rows), leaves)
    return Problem(
        alternatives=tuple(f"a{row}" for row in range(len(rows))),
        hierarchy=hierarchy,
        value_functions=functions,
        worst_performances=np.array([[float(cell[0]) for cell in row] for row in ends]).reshape(shape),
        best_performances=np.array([[float(cell[1]) for cell in row] for row in ends]).reshape(shape),
        is_unknown=np.array([[cell is None for cell in row] for row in rows], dtype=bool).reshape(shape),
        lines=tuple(Line(f"tier-{count}", count) for count in places),
        ties=tuple(ties),
        exact_performance=(lambda row, leaf, best: ends[row][leaf][best]) if exact else None,
    )


@pytest.fixture(scope="session", name="make_problem")
def make_problem_fixture() -> Callable[..., Problem]:
    return make_problem


@pytest.fixture(scope="session", name="ramp")
def ramp_fixture() -> Callable[..., ValueFunction]:
    return ramp

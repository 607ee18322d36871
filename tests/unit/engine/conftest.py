"""Small problems written by hand, with exact numbers."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.value import AnyValueFunction, ValueFunction
from stratsel.terms import Combine, Missing

Number = int | str | Fraction
Cell = Number | tuple[Number, ...] | None
"""A performance, a range from worst to best with perhaps its likely performance, or None where nothing is known."""


def ramp(*points: Number) -> ValueFunction:
    """A straight line from the first point, worth 0, to the second, worth 1, whichever is larger."""
    worst, best = (Fraction(point) for point in points)
    ends = sorted([(worst, Fraction(0)), (best, Fraction(1))])
    return ValueFunction(tuple(at for at, _ in ends), tuple(value for _, value in ends))


def ends_of(cell: Cell, function: AnyValueFunction) -> tuple[Fraction, Fraction, Fraction]:
    """The worst, the best and the likely performance; the middle where nothing else is said."""
    given = (function.worst, function.best) if cell is None else cell if isinstance(cell, tuple) else (cell, cell)
    worst, best, *likely = (Fraction(end) for end in given)
    return worst, best, likely[0] if likely else (worst + best) / 2


def make_problem(
    rows: Sequence[Sequence[Cell]],
    weights: Sequence[Number],
    *,
    parents: Sequence[int] | None = None,
    functions: Sequence[AnyValueFunction] | None = None,
    combines: Mapping[int, Combine] | None = None,
    places: Sequence[int] = (),
    exact: bool = True,
    **others: object,
) -> Problem:
    """Rows of cells on scales from 0 to 5, if nothing else is said; weights as text where they are not whole.

    `combines` has the whole under `TOP`. `others` go into the problem as they are.
    """
    combines = dict(combines or {})
    top = combines.pop(TOP, Combine.ARITHMETIC)
    hierarchy = Hierarchy(
        tuple(f"n{node}" for node in range(len(weights))),
        tuple(parents) if parents is not None else (TOP,) * len(weights),
        tuple(Fraction(weight) for weight in weights),
        combines,
        top,
    )
    leaves = len(hierarchy.leaf_nodes)
    functions = tuple(functions) if functions is not None else (ramp(0, 5),) * leaves
    ends = [[ends_of(cell, function) for cell, function in zip(row, functions, strict=True)] for row in rows]
    worst, best, likely = (
        np.array([[float(cell[end]) for cell in row] for row in ends]).reshape(len(rows), leaves) for end in range(3)
    )
    return Problem(
        alternatives=tuple(f"a{row}" for row in range(len(rows))),
        hierarchy=hierarchy,
        value_functions=functions,
        worst_performances=worst,
        best_performances=best,
        likely_performances=likely if others.get("missing", Missing.WORST) is not Missing.WORST else None,
        is_unknown=np.array([[cell is None for cell in row] for row in rows], dtype=bool).reshape(len(rows), leaves),
        lines=tuple(Line(f"tier-{count}", count) for count in places),
        exact_performance=(lambda row, leaf, end: ends[row][leaf][end]) if exact else None,
        **others,
    )


def by_definition(hierarchy: Hierarchy, node: int, values: Sequence[Decimal | None]) -> Decimal | None:
    """The value of a node from the words of its definition, in 40 digits: a second formula for random trees.

    `values` (C) are partial values, or None where a leaf is absent; so is a node none of whose children is present.
    """
    children = [child for child, parent in enumerate(hierarchy.parents) if parent == node]
    if not children:
        return values[hierarchy.leaf_nodes.index(node)]
    how = hierarchy.top if node == TOP else hierarchy.combines.get(node, Combine.ARITHMETIC)
    is_weighted = how not in (Combine.MINIMUM, Combine.MAXIMUM)
    own = []
    for child in children:
        value = by_definition(hierarchy, child, values)
        weight = Decimal(hierarchy.weights[child].numerator) / hierarchy.weights[child].denominator
        if value is not None and (weight or not is_weighted):
            own.append((weight, value))
    if not own:
        return None
    total, found = sum(weight for weight, _ in own), [value for _, value in own]
    with localcontext() as context:
        context.prec = 40
        match how:
            case Combine.ARITHMETIC:
                return sum(weight * value for weight, value in own) / total
            case Combine.GEOMETRIC:
                return Decimal(0) if 0 in found else (sum(weight * value.ln() for weight, value in own) / total).exp()
            case Combine.HARMONIC:
                return Decimal(0) if 0 in found else total / sum(weight / value for weight, value in own)
            case Combine.MINIMUM:
                return min(found)
            case Combine.MAXIMUM:
                return max(found)


def random_hierarchy(rng: np.random.Generator, *combines: Combine) -> Hierarchy:
    """A tree of about ten nodes in which every node that has children is combined in one of the ways named."""
    size = int(rng.integers(1, 11))
    parents = [TOP, *(int(rng.integers(TOP, node)) for node in range(1, size))]
    ways = {node: combines[int(rng.integers(len(combines)))] for node in set(parents)}
    weights = [Fraction(int(weight), 7) for weight in rng.integers(0, 5, size)]
    for parent in set(parents):  # somebody among siblings must weigh something
        weights[parents.index(parent)] += 1
    top = ways.pop(TOP)
    return Hierarchy(tuple(f"n{node}" for node in range(size)), tuple(parents), tuple(weights), ways, top)


@pytest.fixture(scope="session", name="by_definition")
def by_definition_fixture() -> Callable[..., Decimal | None]:
    return by_definition


@pytest.fixture(scope="session", name="random_hierarchy")
def random_hierarchy_fixture() -> Callable[..., Hierarchy]:
    return random_hierarchy


@pytest.fixture(scope="session", name="make_problem")
def make_problem_fixture() -> Callable[..., Problem]:
    return make_problem


@pytest.fixture(scope="session", name="ramp")
def ramp_fixture() -> Callable[..., ValueFunction]:
    return ramp

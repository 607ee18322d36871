"""From a round to a problem: the only place where a candidate becomes an alternative and text becomes arrays."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.value import ValueFunction
from stratsel.model.assessments import Assessed
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round
from stratsel.model.scale import AnyScale

Column = list[tuple[Fraction, Fraction]]
"""For each candidate the worst and the best performance that its dossier leaves open."""

HUNDRED = 100


def assemble(round_: Round) -> Problem:
    """Return the problem that a round poses: one alternative for each candidate, in the order of their ids."""
    criteria, table = round_.criteria, round_.table
    hierarchy = _hierarchy(criteria)
    functions, columns, unknown = [], [], []
    for leaf in criteria.leaves():
        scale = criteria.scale_of(leaf)
        assert scale is not None
        function = value_function(scale)
        functions.append(function)
        columns.append(_column(scale, function, table.columns[leaf.id]))
        unknown.append([assessed is None for assessed in table.columns[leaf.id]])
    shape = (len(table.candidates), len(functions))
    positions = {node: at for at, node in enumerate(hierarchy.nodes)}
    return Problem(
        alternatives=tuple(table.candidates),
        hierarchy=hierarchy,
        value_functions=tuple(functions),
        worst_performances=_array(columns, 0, shape),
        best_performances=_array(columns, 1, shape),
        is_unknown=np.array(unknown, dtype=bool).T.reshape(shape),
        lines=tuple(Line(tier.id, tier.places) for tier in criteria.shortlist.tiers),
        ties=tuple(positions[node] for node in criteria.shortlist.ties),
        exact_performance=lambda row, leaf, best: columns[leaf][row][best],
    )


def _hierarchy(criteria: Criteria) -> Hierarchy:
    nodes: list[str] = []
    parents: list[int] = []
    weights: list[Fraction] = []
    waiting = [(criterion, TOP) for criterion in reversed(criteria.criteria)]
    while waiting:
        criterion, parent = waiting.pop()
        waiting.extend((child, len(nodes)) for child in reversed(criterion.criteria))
        nodes.append(criterion.id)
        parents.append(parent)
        weights.append(Fraction(1 if criterion.weight is None else criterion.weight))
    return Hierarchy(tuple(nodes), tuple(parents), tuple(weights))


def value_function(scale: AnyScale) -> ValueFunction:
    """Return the value function that a scale of the file describes."""
    points = scale.points()
    return ValueFunction(
        tuple(Fraction(performance) for performance, _ in points),
        tuple(Fraction(value) / HUNDRED for _, value in points),
    )


def _column(scale: AnyScale, function: ValueFunction, assessments: Sequence[Assessed | None]) -> Column:
    unknown, is_rising = (function.worst, function.best), function.is_rising
    figures = {figure for each in assessments if each is not None for figure in (each.low, each.high)}
    performances = {figure: Fraction(scale.performance(figure)) for figure in figures}
    column = []
    for assessed in assessments:
        if assessed is None:
            column.append(unknown)
        else:
            low, high = performances[assessed.low], performances[assessed.high]
            column.append((low, high) if is_rising else (high, low))
    return column


def _array(columns: Sequence[Column], end: int, shape: tuple[int, int]) -> NDArray[np.float64]:
    array = np.empty(shape, order="F")
    for leaf, column in enumerate(columns):
        array[:, leaf] = [float(ends[end]) for ends in column]
    return array

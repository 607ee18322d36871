"""What a reader should know of a candidate's place before trusting it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Booleans, Floats, Problem
from stratsel.engine.weight import leaf_weights, weights_under
from stratsel.terms import Combine, FlagKind

_SPOILT_BY_ZERO = (Combine.GEOMETRIC, Combine.HARMONIC)


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on one candidate; `leaf` is the criterion it concerns, whether or not it has children."""

    kind: FlagKind
    leaf: str


def flags_by_row(problem: Problem, evaluation: Evaluation) -> dict[int, tuple[Flag, ...]]:
    """Return the flags of each row that has any."""
    flags: dict[int, tuple[Flag, ...]] = {}
    for found in (_zeros(problem, evaluation), _equal_by_clamping(problem, evaluation)):
        for row, flag in found:
            flags[row] = (*flags.get(row, ()), flag)
    return flags


def _zeros(problem: Problem, evaluation: Evaluation) -> Iterator[tuple[int, Flag]]:
    """Yield the rows where a criterion is worth nothing and so makes its parent worth nothing, with that criterion."""
    hierarchy, values = problem.hierarchy, evaluation.basis.values
    for node in (TOP, *hierarchy.combines):
        if hierarchy.combine(node) not in _SPOILT_BY_ZERO:
            continue
        own = {child: values(child) for child in hierarchy.children[node] if hierarchy.counts(child)}
        is_worth = np.any([found > 0 for found in own.values()], axis=0)
        for child, found in own.items():
            for row in np.flatnonzero((found == 0) & is_worth).tolist():
                yield row, Flag(FlagKind.ZERO_IN_MEAN, hierarchy.nodes[child])


def _equal_by_clamping(problem: Problem, evaluation: Evaluation) -> Iterator[tuple[int, Flag]]:
    """Yield the rows that stand level only because amounts beyond a scale count as its end, with the leaves."""
    clamped = [
        (at, performances, is_beyond) for at, performances, is_beyond in _leaves_that_count(problem) if is_beyond.any()
    ]
    for begin, end in evaluation.order.level_groups() if clamped else ():
        group = evaluation.order.rows[begin:end]
        for at, performances, is_beyond in clamped:
            if is_beyond[group].any() and (performances[group] != performances[group[0]]).any():
                leaf = problem.hierarchy.nodes[problem.hierarchy.leaf_nodes[at]]
                yield from ((row, Flag(FlagKind.EQUAL_BY_CLAMPING, leaf)) for row in group.tolist())


def _leaves_that_count(problem: Problem) -> Iterator[tuple[int, Floats, Booleans]]:
    """Yield each leaf that bears on the order, with the performances shown and which of them are beyond its scale."""
    weights = [leaf_weights(problem.hierarchy), *(weights_under(problem.hierarchy, node) for node in problem.ties)]
    for at, function in enumerate(problem.value_functions):
        if any(shares[at] for shares in weights):
            performances = problem.worst_performances[:, at]
            low, high = float(function.performances[0]), float(function.performances[-1])
            yield at, performances, (performances < low) | (performances > high)

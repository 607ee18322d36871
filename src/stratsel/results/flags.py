"""What a reader should know of a candidate's place before trusting it."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratsel.engine.problem import Problem
from stratsel.engine.rank import Order
from stratsel.terms import FlagKind


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on one candidate; `leaf` is the criterion it concerns."""

    kind: FlagKind
    leaf: str


def flags_by_row(problem: Problem, order: Order) -> dict[int, tuple[Flag, ...]]:
    """Return, for rows that stand level only because amounts beyond a scale count as its end, the leaves concerned."""
    flags: dict[int, tuple[Flag, ...]] = {}
    for group in order.groups():
        if len(group) > 1:
            flags.update(dict.fromkeys(group, tuple(_clamped(problem, group))))
    return flags


def _clamped(problem: Problem, group: list[int]) -> Iterator[Flag]:
    for at, (leaf, function) in enumerate(zip(problem.hierarchy.leaf_nodes, problem.value_functions, strict=True)):
        performances = problem.worst_performances[group, at]
        low, high = float(function.performances[0]), float(function.performances[-1])
        is_beyond = (performances < low) | (performances > high)
        if is_beyond.any() and (performances != performances[0]).any():
            yield Flag(FlagKind.EQUAL_BY_CLAMPING, problem.hierarchy.nodes[leaf])

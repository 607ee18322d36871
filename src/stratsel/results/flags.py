"""What a reader should know of a candidate's place before trusting it."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratsel.engine.problem import Booleans, Floats, Problem
from stratsel.engine.rank import Order
from stratsel.engine.weight import leaf_weights, weights_under
from stratsel.terms import FlagKind


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on one candidate; `leaf` is the criterion it concerns."""

    kind: FlagKind
    leaf: str


def flags_by_row(problem: Problem, order: Order) -> dict[int, tuple[Flag, ...]]:
    """Return, for rows that stand level only because amounts beyond a scale count as its end, the leaves concerned."""
    clamped = [
        (at, performances, is_beyond) for at, performances, is_beyond in _leaves_that_count(problem) if is_beyond.any()
    ]
    flags: dict[int, tuple[Flag, ...]] = {}
    for begin, end in order.level_groups() if clamped else ():
        group = order.rows[begin:end]
        found = tuple(
            Flag(FlagKind.EQUAL_BY_CLAMPING, problem.hierarchy.nodes[problem.hierarchy.leaf_nodes[at]])
            for at, performances, is_beyond in clamped
            if is_beyond[group].any() and (performances[group] != performances[group[0]]).any()
        )
        if found:
            flags.update(dict.fromkeys(group.tolist(), found))
    return flags


def _leaves_that_count(problem: Problem) -> Iterator[tuple[int, Floats, Booleans]]:
    """Yield each leaf that bears on the order, with the performances shown and which of them are beyond its scale."""
    weights = [leaf_weights(problem.hierarchy), *(weights_under(problem.hierarchy, node) for node in problem.ties)]
    for at, function in enumerate(problem.value_functions):
        if any(shares[at] for shares in weights):
            performances = problem.worst_performances[:, at]
            low, high = float(function.performances[0]), float(function.performances[-1])
            yield at, performances, (performances < low) | (performances > high)

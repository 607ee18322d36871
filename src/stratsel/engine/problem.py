"""What is to be ranked, as arrays: alternatives by leaves, a tree of weights, a value function for each leaf."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.value import ValueFunction

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

ExactPerformance = Callable[[int, int, bool], Fraction]
"""The performance of an alternative on a leaf as an exact number: (alternative, leaf, at its best) to fraction."""

TOP = -1
"""The parent of the criteria that have none."""


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The tree of criteria in the order of the file, parents before children.

    `nodes` (N) are ids, `parents` (N) indices into `nodes` or `TOP`, `weights` (N) non-negative and relative to
    siblings.

    Raises:
        ValueError: a child before its parent, a negative weight, siblings that all weigh nothing.
    """

    nodes: tuple[str, ...]
    parents: tuple[int, ...]
    weights: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        """Refuse what is no tree, and weights that share nothing out."""
        if not len(self.nodes) == len(self.parents) == len(self.weights):
            raise ValueError("every node needs one parent and one weight")
        if any(not TOP <= parent < node for node, parent in enumerate(self.parents)):
            raise ValueError("parents come before their children")
        if any(weight < 0 for weight in self.weights):
            raise ValueError("weights must not be negative")
        weighty = {parent for parent, weight in zip(self.parents, self.weights, strict=True) if weight}
        if weighty != set(self.parents):
            raise ValueError("siblings must not all weigh nothing")

    @property
    def leaf_nodes(self) -> tuple[int, ...]:
        """The nodes without children, in tree order (C)."""
        inner = set(self.parents)
        return tuple(node for node in range(len(self.nodes)) if node not in inner)

    def leaves_under(self, node: int) -> tuple[int, ...]:
        """The positions among the leaves (0 to C - 1) of those that stand under a node, or that are it."""
        return tuple(at for at, leaf in enumerate(self.leaf_nodes) if node in self.path(leaf))

    def path(self, node: int) -> tuple[int, ...]:
        """The nodes from the top down to a node, itself included."""
        path = [node]
        while self.parents[path[-1]] != TOP:
            path.append(self.parents[path[-1]])
        return tuple(reversed(path))


@dataclass(frozen=True, slots=True)
class Line:
    """A tier of the shortlist: how many places it has, counted from the top of the order."""

    tier: str
    places: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Alternatives (A), leaves (C) and how to value them.

    `worst_performances` and `best_performances` (A, C) are the ends of what is open, in the leaf's own unit and in the
    sense of the value function; equal where a figure is known. `is_unknown` (A, C) marks what is open over the whole
    scale. `ties` are nodes, by position, that separate equal totals, first to last.

    Raises:
        ValueError: shapes that do not fit, numbers that are not finite, lines without places of their own.
    """

    alternatives: tuple[str, ...]
    hierarchy: Hierarchy
    value_functions: tuple[ValueFunction, ...]
    worst_performances: Floats
    best_performances: Floats
    is_unknown: Booleans
    lines: tuple[Line, ...] = ()
    ties: tuple[int, ...] = ()
    exact_performance: ExactPerformance | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be valued."""
        shape = (len(self.alternatives), len(self.hierarchy.leaf_nodes))
        if len(self.value_functions) != shape[1]:
            raise ValueError(f"{shape[1]} leaves need as many value functions, not {len(self.value_functions)}")
        for name in ("worst_performances", "best_performances", "is_unknown"):
            if getattr(self, name).shape != shape:
                raise ValueError(f"{name} must have the shape {shape}, not {getattr(self, name).shape}")
        both = {id(performances): performances for performances in (self.worst_performances, self.best_performances)}
        if not all(np.isfinite(performances).all() for performances in both.values()):
            raise ValueError("performances must be finite")
        places = [line.places for line in self.lines]
        if places != sorted(set(places)) or any(count < 1 for count in places):
            raise ValueError("lines are counted from the top, and each holds more places than the one before")

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open."""
        same = self.worst_performances is self.best_performances
        return same or bool((self.worst_performances == self.best_performances).all())

"""What is to be ranked, as arrays: alternatives by leaves, a tree of weights, a value function for each leaf."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from stratsel.engine.value import AnyValueFunction
from stratsel.terms import Combine, Consequence, Members, Missing

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Outcomes = NDArray[np.int8]
"""Three-valued logic as numbers: -1 failed, 0 undecided, 1 met."""


class End(IntEnum):
    """Which performance is meant of an assessment that leaves something open."""

    WORST = 0
    BEST = 1
    LIKELY = 2


ExactPerformance = Callable[[int, int, End], Fraction]
"""The performance of an alternative on a leaf as an exact number: (alternative, leaf, which) to fraction."""

TOP = -1
"""The parent of the criteria that have none."""

UNWEIGHTED = frozenset({Combine.MINIMUM, Combine.MAXIMUM})
"""How nodes are combined whose children take no weights."""


@dataclass(frozen=True, slots=True, eq=False)
class Hierarchy:
    """The tree of criteria in the order of the file, parents before children; one is equal to itself alone.

    `nodes` (N) are ids, `parents` (N) indices into `nodes` or `TOP`, `weights` (N) non-negative and relative to
    siblings. `combines` (N) says how a node is made of its children, where it is not the arithmetic mean; `top` how the
    whole is made of the criteria without a parent.

    From these follow `children`, those of every node that has some, in tree order, under `TOP` the nodes without a
    parent; and `leaf_nodes` (C), the nodes without children, in tree order.

    Raises:
        ValueError: a child before its parent, a negative weight, siblings that all weigh nothing.
    """

    nodes: tuple[str, ...]
    parents: tuple[int, ...]
    weights: tuple[Fraction, ...]
    combines: Mapping[int, Combine] = field(default_factory=dict)
    top: Combine = Combine.ARITHMETIC
    children: Mapping[int, Sequence[int]] = field(init=False, repr=False)
    leaf_nodes: tuple[int, ...] = field(init=False, repr=False)

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
        children: dict[int, list[int]] = {}
        for node, parent in enumerate(self.parents):
            children.setdefault(parent, []).append(node)
        object.__setattr__(self, "children", children)
        object.__setattr__(self, "leaf_nodes", tuple(at for at in range(len(self.nodes)) if at not in children))

    def combine(self, node: int) -> Combine:
        """How a node is made of its children; for `TOP`, the whole."""
        return self.top if node == TOP else self.combines.get(node, Combine.ARITHMETIC)

    def counts(self, node: int) -> bool:
        """Whether a node has a part in its parent: one of weight zero is left out, save where no weight matters."""
        return bool(self.weights[node]) or self.combine(self.parents[node]) in UNWEIGHTED

    def counted(self, node: int) -> list[int]:
        """The nodes from which a node, or `TOP`, has its value: itself and all below it that count, parents first."""
        children, found = self.children, [node]
        for at in found:
            found.extend(child for child in children.get(at, ()) if self.counts(child))
        return found

    def leaves_under(self, node: int) -> tuple[int, ...]:
        """The positions among the leaves (0 to C - 1) of those that stand under a node, or that are it."""
        under = {node}
        for at in range(node + 1, len(self.nodes)):
            if self.parents[at] in under:
                under.add(at)
        return tuple(at for at, leaf in enumerate(self.leaf_nodes) if leaf in under)

    def path(self, node: int) -> tuple[int, ...]:
        """The nodes from the top down to a node, itself included."""
        path = [node]
        while self.parents[path[-1]] != TOP:
            path.append(self.parents[path[-1]])
        return tuple(reversed(path))


UNKNOWN_CLASS = -1
"""The class of an alternative of which it is not known."""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many alternatives of one class a tier may hold, and how many it must."""

    of: int
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A tier of the shortlist: how many places it has, counted from the top of the order.

    With `members`, places are counted by class and not by alternative. `classes` (A) are whole numbers from 0, or
    `UNKNOWN_CLASS`; they are empty where neither `members` nor `quotas` need them.
    """

    tier: str
    places: int
    members: Members | None = None
    classes: tuple[int, ...] = ()
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """A knock-out test, decided before values and apart from weights: its `outcomes` (A,) and what follows from them.

    `waived` (A,) marks the alternatives for which people have set it aside. `parts` are the outcomes (A,) of each test
    that it is made of, by the way to it from the whole.
    """

    screen: str
    outcomes: Outcomes
    on_fail: Consequence
    on_unknown: Consequence
    waived: Booleans
    parts: Mapping[tuple[str | int, ...], Outcomes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Alternatives (A), leaves (C) and how to value them.

    `worst_performances` and `best_performances` (A, C) are the ends of what is open, in the leaf's own unit and in the
    sense of the value function; equal where a figure is known. `likely_performances` (A, C) lie between them and are
    given unless the order is by the worst. `is_unknown` (A, C) marks what is open over the whole scale. `ties` are
    nodes, by position, that separate equal totals, first to last. `least_assessed` is the share of weight, 0 to 1,
    below which an alternative is not ranked where the order is by what is available. `resolution` is what values
    (0 to 1) are rounded to, half up, before anything compares them; `minimum` the value (0 to 1) below which there is
    no place.

    Raises:
        ValueError: shapes that do not fit, numbers that are not finite, lines without places of their own.
    """

    alternatives: tuple[str, ...]
    hierarchy: Hierarchy
    value_functions: tuple[AnyValueFunction, ...]
    worst_performances: Floats
    best_performances: Floats
    is_unknown: Booleans
    lines: tuple[Line, ...] = ()
    ties: tuple[int, ...] = ()
    exact_performance: ExactPerformance | None = None
    missing: Missing = Missing.WORST
    likely_performances: Floats | None = None
    least_assessed: Fraction = Fraction(0)
    resolution: Fraction | None = None
    minimum: Fraction = Fraction(0)
    screens: tuple[Screen, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be valued."""
        shape = (len(self.alternatives), len(self.hierarchy.leaf_nodes))
        if len(self.value_functions) != shape[1]:
            raise ValueError(f"{shape[1]} leaves need as many value functions, not {len(self.value_functions)}")
        for name in ("worst_performances", "best_performances", "is_unknown"):
            if getattr(self, name).shape != shape:
                raise ValueError(f"{name} must have the shape {shape}, not {getattr(self, name).shape}")
        given = [self.worst_performances, self.best_performances]
        if self.likely_performances is not None:
            given.append(self.likely_performances)
        elif self.missing is not Missing.WORST:
            raise ValueError("an order by what is likely needs likely performances")
        if any(performances.shape != shape for performances in given):
            raise ValueError(f"likely_performances must have the shape {shape}")
        once = {id(performances): performances for performances in given}
        if not all(np.isfinite(performances).all() for performances in once.values()):
            raise ValueError("performances must be finite")
        places = [line.places for line in self.lines]
        is_counted_alike = not any(line.members for line in self.lines)
        if any(count < 1 for count in places) or (is_counted_alike and places != sorted(set(places))):
            raise ValueError("lines are counted from the top, and each holds more places than the one before")

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open."""
        same = self.worst_performances is self.best_performances
        return same or bool((self.worst_performances == self.best_performances).all())

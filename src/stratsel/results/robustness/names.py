"""The ids of what the analysis numbers: alternatives, nodes, leaves and tiers."""

from dataclasses import dataclass

from stratsel.analysis.placing import TierMove
from stratsel.engine.problem import TOP, Problem


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate that lands in another tier than it does now; None is no place, `is_tied` that it is tied for one."""

    candidate: str
    before: str | None
    after: str | None
    is_tied: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Names for the numbers of one problem."""

    problem: Problem

    def candidate(self, row: int) -> str:
        """Return the id of an alternative."""
        return self.problem.alternatives[row]

    def pair(self, rows: tuple[int, int]) -> tuple[str, str]:
        """Return the ids of two alternatives."""
        return self.candidate(rows[0]), self.candidate(rows[1])

    def criterion(self, node: int) -> str | None:
        """Return the id of a node; the whole has none."""
        return None if node == TOP else self.problem.hierarchy.nodes[node]

    def leaf(self, leaf: int) -> str:
        """Return the id of a leaf by its position among the leaves."""
        return self.leaves[leaf]

    @property
    def leaves(self) -> tuple[str, ...]:
        """The ids of the leaves (C,)."""
        nodes = self.problem.hierarchy.nodes
        return tuple(nodes[leaf] for leaf in self.problem.hierarchy.leaf_nodes)

    @property
    def tiers(self) -> tuple[str, ...]:
        """The ids of the tiers, from the top."""
        return tuple(line.tier for line in self.problem.lines)

    def tier(self, number: int) -> str | None:
        """Return the id of a tier by its number from the top, None for no place."""
        return self.tiers[number] if number < len(self.tiers) else None

    def move(self, found: TierMove) -> Move:
        """Return a move by ids."""
        return Move(self.candidate(found.row), self.tier(found.before), self.tier(found.after), found.is_tied)

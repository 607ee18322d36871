"""Advice on criteria beside what the candidates have on them: which separate nobody, and which say the same."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from stratsel.analysis.coincidence import agreement
from stratsel.analysis.stability import is_closed, stability_intervals
from stratsel.analysis.world import movable
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import Where
from stratsel.engine.aggregate import values_by_node
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.rank import SAME
from stratsel.engine.selection import Shortlist
from stratsel.engine.weight import global_weights
from stratsel.model.round import Round
from stratsel.model.scale import Rubric
from stratsel.review.advice_rules import nodes_with_paths
from stratsel.terms import Missing

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]

FEWEST = 4
"""Of fewer candidates nothing is said: they may well be alike by chance."""

FEWEST_ON_BOTH = 8
"""Two leaves on which fewer candidates are known are not compared."""

COINCIDING = 0.9
"""From this rank correlation on, two leaves say nearly the same."""

HEAVY = 10
"""Points of the whole from which on a weight is expected to matter: nobody wonders that a small one does not."""

MOST_MOVES = 1_000_000
"""Criteria times candidates: where there are more, no weights are moved."""

PERCENT = HUNDRED = 100

AT_A_TIME = 500
"""Leaves that are compared with all others together: the table of all pairs would not fit into memory."""


class CriteriaAdvice:
    """What there is to say of the criteria of one round; only candidates that are ranked are looked at."""

    def __init__(self, round_: Round, problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> None:
        self.round, self.problem, self.evaluation, self.shortlist = round_, problem, evaluation, shortlist
        self.hierarchy = problem.hierarchy
        self.rows = np.sort(evaluation.order.rows)
        self.counted = set(self.hierarchy.counted(TOP))
        located = list(nodes_with_paths(round_.criteria))
        self.nodes = [criterion for _, criterion in located]
        self.places = [Where(round_.criteria_file, (*path, "id")) for path, _ in located]

    def all(self) -> Iterator[Diagnostic]:
        """Yield all of it."""
        if len(self.rows) < FEWEST:
            return
        best_only, level = self.best_only(), self.level()
        for node, count in best_only.items():
            yield self.said(Code.ONLY_BEST_LEVELS, node, count=count)
        for node in self.topmost(self.settled(level)):
            if node not in best_only and not self.is_remarked(node):
                yield self.said(Code.ALIKE_CANDIDATES, node, count=len(self.rows))
        yield from self.coinciding()
        # Where nobody differs as things are, no weight matters, and that is told already.
        for node in self.idle():
            if node not in level:
                yield self.said(Code.IDLE_WEIGHT, node)

    def said(self, code: Code, node: int, **facts: Fact) -> Diagnostic:
        """Return what is said of a criterion, at its id."""
        return Diagnostic(code, self.places[node], {"criterion": self.nodes[node].id, **facts})

    def best_only(self) -> dict[int, int]:
        """Return the rubrics on which every known level is the best, with how many are known."""
        found = {}
        for leaf, node in enumerate(self.hierarchy.leaf_nodes):
            is_rubric = isinstance(self.round.criteria.scale_of(self.nodes[node]), Rubric)
            known = self.rows[~self.problem.is_unknown[self.rows, leaf]]
            top = float(max(self.problem.value_functions[leaf].values))
            is_best = self.evaluation.partial_values[known, leaf] >= top - SAME
            if is_rubric and node in self.counted and len(known) >= FEWEST and is_best.all():
                found[node] = len(known)
        return found

    def level(self) -> list[int]:
        """Return the nodes on which all have the same value now, in tree order."""
        values = self.evaluation.basis.only(self.rows).values_by_node()
        return [node for node in sorted(self.counted - {TOP}) if np.ptp(values[node]) <= SAME]

    def settled(self, nodes: list[int]) -> list[int]:
        """Return those of some nodes on which nothing that is open could part anybody."""
        ends = (self.evaluation.partial_values, self.evaluation.best_partial_values)
        worst, best = (values_by_node(self.hierarchy, values[self.rows]) for values in ends)
        return [node for node in nodes if float(best[node].max() - worst[node].min()) <= SAME]

    def topmost(self, nodes: list[int]) -> list[int]:
        """Return those of some nodes that do not stand under another of them."""
        others = set(nodes)
        return [node for node in nodes if others.isdisjoint(self.hierarchy.path(node)[:-1])]

    def is_remarked(self, node: int) -> bool:
        """Whether a ranking remarks of a node on which all are alike that nobody has a point on it."""
        if self.problem.missing is Missing.AVAILABLE or self.evaluation.basis.values(node)[self.rows].any():
            return False
        return node in self.evaluation.basis.contributions()

    def coinciding(self) -> Iterator[Diagnostic]:
        """Yield each leaf that says nearly the same as one before it."""
        leaves = np.array([at for at, node in enumerate(self.hierarchy.leaf_nodes) if node in self.counted])
        if len(self.rows) < FEWEST_ON_BOTH or len(leaves) < 2:
            return
        values = self.evaluation.partial_values[np.ix_(self.rows, leaves)]
        is_known = ~self.problem.is_unknown[np.ix_(self.rows, leaves)]
        for begin in range(0, len(leaves), AT_A_TIME):
            found = agreement(values, is_known, slice(begin, begin + AT_A_TIME))
            # Each pair once: of those before it, a leaf is compared with the one that it agrees with most.
            is_before = np.triu(np.ones(found.tau.shape, dtype=bool), k=1 - begin)
            says_same = is_before & (found.tau >= COINCIDING) & (found.known >= FEWEST_ON_BOTH)
            for at in np.flatnonzero(says_same.any(axis=0)).tolist():
                first = int(np.argmax(np.where(says_same[:, at], found.tau[:, at], -1)))
                one, other = (self.hierarchy.leaf_nodes[leaves[each]] for each in (first, begin + at))
                facts: dict[str, Fact] = {
                    "criterion": self.nodes[other].id,
                    "other": self.nodes[one].id,
                    "tau": int(found.tau[first, at] * PERCENT + 0.5),
                    "count": int(found.known[first, at]),
                }
                yield Diagnostic(Code.COINCIDING_LEAVES, self.places[other], facts, related=(self.places[one],))

    def idle(self) -> list[int]:
        """Return the heavy nodes whose weight moves nobody into a tier or out of one, over its whole way.

        Nothing is said where that has no closed form, and where everybody has a place anyway.
        """
        moves, tiers = movable(self.hierarchy), range(len(self.problem.lines))
        is_open = any(size < len(self.rows) for size in self.shortlist.sizes.values())
        if not is_open or len(moves) * len(self.rows) > MOST_MOVES:
            return []
        if not all(is_closed(self.problem, self.evaluation, node, tier) for node in moves for tier in tiers):
            return []
        heavy = [node for node, share in enumerate(global_weights(self.hierarchy)) if HUNDRED * share >= HEAVY - SAME]
        found = stability_intervals(self.problem, self.evaluation, self.shortlist, heavy).tiers.values()
        ways = zip(*found, strict=True)
        return [way[0].node for way in ways if all(each.at_low is each.at_high is None for each in way)]

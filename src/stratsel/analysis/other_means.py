"""Arithmetic against geometric: what the order would be if a node let less, or more, of one value make up for another.

Under a geometric mean a low value is made up for by a high one only in part, and a value of zero not at all (OECD and
JRC 2008, Handbook on Constructing Composite Indicators, section 6).
"""

from dataclasses import dataclass

from stratsel.analysis.change import Change, changed
from stratsel.analysis.placing import Placing, TierMove, moves_between, placed, placing_of
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, UNWEIGHTED, Hierarchy, Problem
from stratsel.engine.selection import Shortlist
from stratsel.terms import Combine

TRIED = (Combine.ARITHMETIC, Combine.GEOMETRIC)


@dataclass(frozen=True, slots=True)
class OtherMean:
    """Who stands where if some nodes, or `TOP`, are combined in another way, and who lands in another tier than now."""

    nodes: tuple[int, ...]
    combine: Combine
    placing: Placing
    moves: tuple[TierMove, ...]


def other_means(problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> tuple[OtherMean, ...]:
    """Return what other means change: at each node in turn, the whole first, then at all nodes together.

    Every mean of two or more children that count is tried as an arithmetic and as a geometric one, unless it is that.
    """
    means = _means(problem.hierarchy)
    tried = [((node,), how) for node in means for how in TRIED if how is not problem.hierarchy.combine(node)]
    together = [
        (nodes, how)
        for how in TRIED
        if len(nodes := tuple(node for node in means if problem.hierarchy.combine(node) is not how)) > 1
    ]
    now = placed(problem, evaluation, shortlist)
    found = []
    for nodes, how in (*tried, *together):
        placing = placing_of(changed(problem, Change(combines=dict.fromkeys(nodes, how))))
        found.append(OtherMean(nodes, how, placing, moves_between(now, placing)))
    return tuple(found)


def _means(hierarchy: Hierarchy) -> list[int]:
    """Return the nodes that are a mean of two or more, `TOP` first."""
    children = hierarchy.children
    return [
        node
        for node in hierarchy.counted(TOP)
        if hierarchy.combine(node) not in UNWEIGHTED
        and sum(hierarchy.counts(child) for child in children.get(node, ())) > 1
    ]

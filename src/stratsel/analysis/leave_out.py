"""Leave one criterion out: what the order would be if it weighed nothing."""

from dataclasses import dataclass
from fractions import Fraction

from stratsel.analysis.change import Change, changed
from stratsel.analysis.placing import Placing, TierMove, moves_between, placed, placing_of
from stratsel.analysis.world import movable
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import Shortlist


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Who stands where without a criterion, `node`, and who lands in another tier than with it."""

    node: int
    placing: Placing
    moves: tuple[TierMove, ...]


def leave_out(problem: Problem, evaluation: Evaluation, shortlist: Shortlist) -> tuple[LeftOut, ...]:
    """Return what leaving out each criterion changes, in tree order, its weight shared out among its siblings.

    Every node is tried beside which others count, inner nodes with all that stands below them. Where no weights count,
    under a minimum or a maximum, nothing is left out. A criterion left out still separates ties if it is to do so.
    """
    now = placed(problem, evaluation, shortlist)
    found = []
    for node in sorted(movable(problem.hierarchy)):
        without = placing_of(changed(problem, Change(weights={node: Fraction(0)})))
        found.append(LeftOut(node, without, moves_between(now, without)))
    return tuple(found)

"""The pair at a tier's line: who has the last place, and who comes first without one."""

from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.screening import reaches_minimum
from stratsel.engine.selection import Shortlist


def pair_at(problem: Problem, evaluation: Evaluation, shortlist: Shortlist, tier: int) -> tuple[int, int] | None:
    """Return the last row that has a place in a tier, by its number, and the first behind it in the order without one.

    Of those tied across the line, the first two. None where nobody is on one of its sides, or where whoever comes next
    does not reach the minimum: it has no rival there.
    """
    name, rows = problem.lines[tier].tier, evaluation.order.rows.tolist()
    landings = shortlist.landings
    tied = [row for row in rows if any(tie.tier == name for tie in landings[row].ties)]
    if len(tied) > 1:
        return tied[0], tied[1]
    above = {line.tier for line in problem.lines[: tier + 1]}
    inside = [row for row in rows if landings[row].tier in above]
    if not inside:
        return None
    behind = rows[rows.index(inside[-1]) + 1 :]
    if not behind or not reaches_minimum(problem, evaluation.values[behind[:1]])[0]:
        return None
    return inside[-1], behind[0]

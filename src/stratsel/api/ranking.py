"""Ranking a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stratsel.api.opening import AnyPath, open_round

if TYPE_CHECKING:
    from stratsel.analysis.firmness import Firmness
    from stratsel.engine.evaluate import Evaluation
    from stratsel.engine.problem import Problem
    from stratsel.results.ranking import Ranking


def rank(
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
    firmness: bool = True,
) -> Ranking:
    """Rank the candidates of a round.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round; the result names them.
        firmness: study how firm each place is under other weights and judgements.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    opened = open_round(candidates, criteria, partial=partial)
    from stratsel.results.build import build_ranking

    studied = _studied(opened.problem, opened.evaluation) if firmness else None
    return build_ranking(opened.round, opened.problem, opened.evaluation, opened.places, opened.rejected, studied)


def _studied(problem: Problem, evaluation: Evaluation) -> Firmness:
    from stratsel.analysis.firmness import firmness
    from stratsel.assemble.uncertainty import admissible_weights
    from stratsel.engine.selection import select
    from stratsel.model.uncertainty import Uncertainty

    asked = Uncertainty()
    admissible = admissible_weights(asked)
    return firmness(
        problem, evaluation, select(problem, evaluation), admissible, samples=asked.samples, seed=asked.seed
    )

"""What the paper for the meeting is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stratsel.api.opening import AnyPath, Opened, advice_on, open_round
from stratsel.api.ranking import firmness_of, ranking_of
from stratsel.api.studying import setting_of
from stratsel.results.robustness.part import RobustnessPart

if TYPE_CHECKING:
    from stratsel.results.methods import OtherMethods
    from stratsel.results.paper import Paper
    from stratsel.results.ranking import Ranking

PARTS = (RobustnessPart.ACCEPTABILITY, RobustnessPart.STABILITY, RobustnessPart.TORNADO)
"""What of the study of robustness stands in the paper."""


def paper(
    candidates: AnyPath = "candidates",
    *,
    criteria: AnyPath | None = None,
    partial: bool = False,
    threads: int = 1,
    scenarios: Sequence[AnyPath] = (),
) -> Paper:
    """Return everything that the paper for the meeting is made of, from one analysis.

    Other methods are left out where their library is not installed or a candidate has no value on a leaf.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.
        threads: how many threads draw; the result is the same.
        scenarios: the files of scenarios to be set beside the order.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank.
    """
    opened = open_round(candidates, criteria, partial=partial, scenarios=scenarios)
    from stratsel.results.paper import paper_of
    from stratsel.results.robustness.study import study
    from stratsel.results.what_if import what_if

    advice = advice_on(opened)
    firmness = firmness_of(opened)
    ranking = replace(ranking_of(opened, firmness), advice=advice)
    setting = replace(setting_of(opened, threads), samples=firmness.samples)
    robustness = study(ranking, opened.round.criteria, setting, PARTS)
    methods = _methods(opened, ranking)
    payload = what_if(ranking, opened.problem, opened.evaluation)
    return paper_of(opened.round, opened.places, ranking, robustness, methods, payload)


def _methods(opened: Opened, ranking: Ranking) -> OtherMethods | None:
    from stratsel.analysis.library import has_pymcdm
    from stratsel.analysis.orders import has_gaps, order_by_methods
    from stratsel.results.methods import other_methods

    if not has_pymcdm() or has_gaps(opened.evaluation) or not ranking.candidates:
        return None
    return other_methods(ranking, opened.problem, order_by_methods(opened.problem, opened.evaluation))

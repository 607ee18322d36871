"""The same partial values under other methods of decision analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stratsel.api.opening import AnyPath, open_round
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_

if TYPE_CHECKING:
    from stratsel.results.methods import OtherMethods

INSTALL = "pip install 'stratsel[methods]'"
"""How to have the library of methods."""


def methods(
    candidates: AnyPath = "candidates", *, criteria: AnyPath | None = None, partial: bool = False
) -> OtherMethods:
    """Return what other methods make of the values by which a round is ordered; nothing of it enters the order.

    Args:
        candidates: the folder of dossiers, or the round's folder; the rest is taken from the folder around it.
        criteria: the criteria file, where the round has several.
        partial: leave rejected dossiers out instead of refusing the round.

    Raises:
        Rejected: a file of the round has an error; the exception holds the findings.
        UsageError: nothing is there to rank, the library of methods is not installed, or a ranked candidate has no
            value on a leaf, since what is unknown is left out.
    """
    from stratsel.analysis.library import has_pymcdm

    if not has_pymcdm():
        raise UsageError(
            N_("other methods need a package that is not installed; install it with: {line}"), line=INSTALL
        )
    opened = open_round(candidates, criteria, partial=partial)
    from stratsel.analysis.orders import has_gaps, order_by_methods
    from stratsel.results.build import build_ranking
    from stratsel.results.methods import other_methods

    if has_gaps(opened.evaluation):
        raise UsageError(
            N_(
                "other methods need a value on every leaf, and this round leaves out what is unknown "
                "(missing: available): there is nothing to compare"
            )
        )
    ranking = build_ranking(opened.round, opened.problem, opened.evaluation, opened.places, opened.rejected)
    return other_methods(ranking, opened.problem, order_by_methods(opened.problem, opened.evaluation))

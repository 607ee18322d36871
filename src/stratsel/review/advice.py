"""Advice on the quality of a decision: what a careful reader would ask before signing. None of it ever rejects."""

from collections.abc import Iterator

from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.selection import select
from stratsel.model.round import Round
from stratsel.review.advice_candidates import dominance_advice, evidence_advice
from stratsel.review.advice_criteria import CriteriaAdvice
from stratsel.review.advice_rules import advice_on_rules


def advice(round_: Round, problem: Problem, evaluation: Evaluation) -> Iterator[Diagnostic]:
    """Yield the advice on a round that is not rejected.

    Raises:
        Rejected: a dossier changed since the round was read.
    """
    shortlist = select(problem, evaluation)
    yield from advice_on_rules(round_.criteria_file, round_.criteria)
    yield from CriteriaAdvice(round_, problem, evaluation, shortlist).all()
    yield from dominance_advice(round_, problem, evaluation, shortlist)
    yield from evidence_advice(round_, problem, evaluation, shortlist)

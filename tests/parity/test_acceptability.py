"""Acceptabilities against those that the peer found by draws of its own, recorded by `record_smaa.py`."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from stratsel.analysis.acceptability import acceptabilities
from stratsel.analysis.space import AdmissibleWeights
from stratsel.analysis.winning import pairwise_winning
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Admissible

RECORD = json.loads(Path(__file__).with_name("smaa.json").read_text(encoding="utf-8"))
SAMPLES = 100_000
ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
ERRORS = 4.5
"""Standard errors of the difference of two samples: some two thousand figures are compared."""


def problem_of(case) -> Problem:
    low, high = np.array(case["low"]), np.array(case["high"])
    size, leaves = low.shape
    return Problem(
        alternatives=tuple(f"c{row}" for row in range(size)),
        hierarchy=Hierarchy(tuple(f"leaf{at}" for at in range(leaves)), (TOP,) * leaves, (Fraction(1),) * leaves),
        value_functions=(ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1))),) * leaves,
        worst_performances=low,
        best_performances=high,
        is_unknown=np.zeros(low.shape, dtype=bool),
    )


def assert_alike(found, theirs, samples: int, draws: int) -> None:
    """Both shares are of one chance, within the error of their difference."""
    theirs = np.array(theirs)
    chance = (found * samples + theirs * draws + 1) / (samples + draws + 2)
    error = np.sqrt(chance * (1 - chance) * (1 / samples + 1 / draws))
    assert (np.abs(found - theirs) <= ERRORS * error).all()


@pytest.mark.parametrize("case", RECORD["cases"], ids=lambda case: f"{len(case['low'])}x{len(case['low'][0])}")
def test_acceptabilities_are_those_of_the_peer(case):
    problem, draws = problem_of(case), RECORD["draws"]
    evaluation = evaluate(problem)
    found = acceptabilities(problem, evaluation, select(problem, evaluation), ANYWHERE, samples=SAMPLES, seed=3)
    assert_alike(found.rank_acceptability, case["ranks"], SAMPLES, draws)
    winning = pairwise_winning(problem, evaluation, ANYWHERE, samples=SAMPLES, seed=3)
    assert_alike(winning.shares, case["winning"], winning.samples, draws)
    for row, (first, central, (confidence,)) in enumerate(
        zip(found.rank_acceptability[:, 0], case["central"], case["confidence"], strict=True)
    ):
        # Where it is hardly ever first, its central weights are the mean of hardly any draws.
        if first > 0.01:
            # A share has a deviation of a half at most, and less by far among twelve.
            error = 0.25 * np.sqrt(1 / (first * SAMPLES) + 1 / (first * draws))
            assert np.abs(found.central_weights[row] - central).max() < ERRORS * error
            # Their weights are not quite ours.
            assert found.confidence_factor[row] == pytest.approx(confidence, abs=0.05)

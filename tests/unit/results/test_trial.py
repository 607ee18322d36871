"""Every answer against the whole method, run again on the problem with the one assessment changed."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Problem
from stratsel.results.trial import Trial

TREES = {
    "arithmetic": {},
    "geometric top": {"top": "geometric"},
    "harmonic node": {"food": "harmonic"},
    "minimum node": {"supply": "minimum"},
    "geometric over maximum": {"top": "geometric", "supply": "maximum"},
}
POLICIES = ("worst", "{kind: available, at_least: 0.2}")


def written(criteria: str, tree: dict[str, str], missing: str) -> str:
    if "top" in tree:
        criteria = criteria.replace("criteria:\n", f"combine: {tree['top']}\ncriteria:\n", 1)
    for node in ("food", "supply"):
        if node in tree:
            criteria = criteria.replace(f"  - id: {node}\n", f"  - id: {node}\n    combine: {tree[node]}\n")
    if tree.get("supply") in {"minimum", "maximum"}:
        criteria = criteria.replace("{id: price, weight: 1,", "{id: price,").replace(
            "- id: delivery\n        weight: 1", "- id: delivery"
        )
    return f"{criteria}missing: {missing}\n"


def changed(problem: Problem, row: int, leaf: int, value: float) -> Problem:
    """The problem with one leaf of one alternative known, at the performance that is worth `value`."""
    function = problem.value_functions[leaf]
    worth = function.performance_worth(value)
    ends = {}
    for name in ("worst_performances", "best_performances", "likely_performances"):
        performances = getattr(problem, name)
        if performances is not None:
            ends[name] = performances.copy()
            ends[name][row, leaf] = worth
    unknown = problem.is_unknown.copy()
    unknown[row, leaf] = False
    return replace(problem, is_unknown=unknown, exact_performance=None, **ends)


@pytest.fixture(params=[(tree, missing) for tree in TREES for missing in POLICIES], ids=str)
def joined(request, join, criteria):
    tree, missing = request.param
    return join(criteria=written(criteria, TREES[tree], missing))


def test_the_whole_with_one_assessment_changed(joined):
    trial = Trial(joined.evaluation)
    for row in range(len(joined.problem.alternatives)):
        for leaf in range(len(joined.problem.value_functions)):
            values = [0, Fraction(1, 4), 1]
            again = [evaluate(changed(joined.problem, row, leaf, float(value))).values[row] for value in values]
            assert trial.values_with(row, leaf, [float(value) for value in values]) == pytest.approx(again, abs=1e-12)


def test_what_all_would_gain(joined):
    trial = Trial(joined.evaluation)
    for leaf in range(len(joined.problem.value_functions)):
        gains = trial.gains(leaf, np.ones(len(joined.problem.alternatives)))
        for row, gain in enumerate(gains):
            one = evaluate(changed(joined.problem, row, leaf, 1)).values[row]
            assert gain == pytest.approx(one - joined.evaluation.values[row], abs=1e-12)


def test_the_least_that_is_enough(joined):
    """What is worth so much comes to the value asked for, what is worth a little less does not."""
    trial, tried = Trial(joined.evaluation), 0
    for row in range(len(joined.problem.alternatives)):
        for leaf in range(len(joined.problem.value_functions)):
            highest = trial.values_with(row, leaf, [1])[0]
            if highest <= trial.values[row] + 1e-6:
                continue
            wanted = (float(trial.values[row]) + highest) / 2
            found = trial.least_worth(row, leaf, wanted, 1)
            below, at = trial.values_with(row, leaf, [found - 1e-6, found + 1e-9])
            assert below < wanted <= at + 1e-12
            tried += 1
    assert tried > 4


def test_not_to_be_had(joined):
    """More than the whole of a scale brings, and more than the file leaves open."""
    trial = Trial(joined.evaluation)
    assert trial.least_worth(0, 0, 1.5, 1) is None
    assert trial.least_worth(3, 1, float(trial.values[3]) + 0.01, 0.0) is None


def test_nothing_changes_where_the_assessment_stays(joined):
    """Not by a last bit: a gain of 1e-17 would be an open assessment."""
    trial = Trial(joined.evaluation)
    basis = joined.evaluation.basis
    for leaf in range(len(joined.problem.value_functions)):
        gains = trial.gains(leaf, basis.partial_values[:, leaf])
        is_absent = basis.is_absent[:, leaf] if basis.is_absent is not None else np.zeros(len(gains), dtype=bool)
        assert not gains[~is_absent].any()

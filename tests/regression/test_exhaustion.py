"""Valid rounds of absurd size, on which ranking ran out of memory."""

import tracemalloc
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.jointly import jointly
from stratsel.analysis.landing import landings_of, levels_of
from stratsel.engine.certainty import bounds
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem, Quota
from stratsel.engine.value import ValueFunction
from stratsel.terms import Certainty

MEBIBYTE = 1 << 20


@pytest.fixture
def peak():
    """Return the most memory held since the test began, in MiB."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1] / MEBIBYTE
    tracemalloc.stop()


def wide(leaves, worst, best):
    """Alternatives that say the same on each of many leaves, from 0 to 1."""
    hierarchy = Hierarchy(tuple(f"l{at}" for at in range(leaves)), (TOP,) * leaves, (Fraction(1),) * leaves)
    function = ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1)))
    low, high = (np.repeat(np.array([ends], dtype=float).T, leaves, axis=1) for ends in (worst, best))
    names = tuple(f"a{row}" for row in range(len(worst)))
    return Problem(names, hierarchy, (function,) * leaves, low, high, low != high)


def test_thousands_of_quotas(peak):
    """Each class was counted in each draw, though nobody was of it: 800 MiB for the 20,000 draws of a study."""
    line = Line("t", 1, None, (0, 1, 2), tuple(Quota(of, at_most=1) for of in range(5_000)))
    problem = replace(wide(1, [0.1, 0.2, 0.3], [0.1, 0.2, 0.3]), lines=(line,))
    evaluation = evaluate(problem)
    values = np.tile([[0.1], [0.2], [0.3]], 20_000)
    found = landings_of(problem, evaluation, np.arange(3), values, levels_of(values, 1e-12))
    assert (found == [[1], [1], [0]]).all()
    assert peak() < 50


def test_thousands_of_open_assessments(peak):
    """A table of them by themselves was made for each end: 1.6 GiB for 10,000.

    One place, 1,000 leaves: the first has 300.3 for sure. The second may have anything, and is above with 301 leaves at
    their best and below with 700 at their worst.
    """
    problem = replace(wide(1_000, [0.3003, 0], [0.3003, 1]), lines=(Line("t", 1),))
    evaluation = evaluate(problem)
    found = {
        (each.row, each.certainty): len(each.leaves)
        for each in jointly(problem, evaluation, bounds(problem, evaluation))
    }
    assert found == {(1, Certainty.IN): 301, (1, Certainty.OUT): 700}
    assert peak() < 10

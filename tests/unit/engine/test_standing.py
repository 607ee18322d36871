from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.engine.evaluate import exact_profiles
from stratsel.engine.problem import TOP, End
from stratsel.engine.rank import SAME
from stratsel.engine.standing import Standing, rounded_half_up, standing_at
from stratsel.terms import Combine

THOUSANDTH = Fraction(1, 1000)


def rounded(values, resolution=THOUSANDTH, exact=None) -> list[float]:
    exact_values = None if exact is None else (lambda rows: [Fraction(exact[row]) for row in rows])
    return rounded_half_up(np.array(values), Fraction(resolution), exact_values).values.tolist()


def test_half_up():
    assert rounded([0.1234, 0.12349, 0.1236, 0.0, 1.0]) == [0.123, 0.123, 0.124, 0, 1]
    # 0.0005 and 0.1235 stand below the half as floats, 0.0025 above it
    assert rounded([0.0005, 0.1235, 0.0025]) == [0.001, 0.124, 0.003]


def test_a_half_is_decided_exactly():
    halves = [0.1235, 0.1235, 0.1235]
    tiny = Fraction(1, 10**20)
    exact = [Fraction("0.1235"), Fraction("0.1235") - tiny, Fraction("0.1235") + tiny]
    assert rounded(halves, exact=exact) == [0.124, 0.123, 0.124]


def test_every_half_is_rounded_up():
    """Against decimal arithmetic, for all halves and their neighbours in steps of a ten-thousandth."""
    texts = [f"0.{number:04d}" for number in range(10_000)]
    expected = [float(Decimal(text).quantize(Decimal("0.001"), ROUND_HALF_UP)) for text in texts]
    assert rounded([float(text) for text in texts]) == expected
    assert rounded([float(text) for text in texts], exact=texts) == expected


def test_without_exact_values_what_is_just_below_a_half_counts_as_half():
    root = np.power(0.125, 1 / 3) * np.ones(1)  # a half by its formula
    below = [0.5 - SAME / 2, 0.5 - 3 * SAME, *root]
    assert rounded(below, 1) == [1, 0, 1]


def test_a_resolution_that_is_no_decimal_fraction():
    # a third: 1/6 is half a step, 1/2 one and a half
    assert rounded([0.1, 1 / 6, 0.5, 0.9], "1/3", exact=["0.1", "1/6", "0.5", "0.9"]) == pytest.approx(
        [0, 1 / 3, 2 / 3, 1], abs=1e-15
    )


def test_keys_of_rounded_values_are_whole_steps():
    standing = rounded_half_up(np.array([0.1234, 0.1226, 0.9, np.nan]), THOUSANDTH)
    assert standing.keys([0, 1, 2]) == [123, 123, 900]
    assert np.isnan(standing.values[3])


def test_only_values_near_a_half_are_asked_for():
    asked = []
    values = np.array([0.1234, 0.1235, 0.5, 0.0015 + 1e-12, np.nan])
    rounded_half_up(values, THOUSANDTH, lambda rows: asked.append(list(rows)) or [Fraction(1)] * len(rows))
    assert asked == [[1, 3]]


def test_keys_without_exact_ones_are_equal_where_rounding_is_the_difference():
    keys = Standing(np.array([0.1 + 0.2, 0.5, 0.3])).keys([0, 1, 2])
    assert keys[0] == keys[2] < keys[1]


@pytest.mark.parametrize(("how", "is_exact"), [(Combine.HARMONIC, True), (Combine.GEOMETRIC, False)])
def test_exact_where_the_node_is_rational(make_problem, how, is_exact):
    problem = make_problem([[1, 2], [2, 1]], [1, 1], combines={TOP: how})
    values = np.array([0.25, 0.25])
    exact = exact_profiles(problem, End.WORST)
    assert (standing_at(TOP, values, exact, None).exact_keys is not None) is is_exact
    assert standing_at(TOP, values, None, None).exact_keys is None
    assert standing_at(0, values, exact, None).exact_keys is not None


def test_a_rational_node_is_rounded_exactly(make_problem):
    # 1/2 x 0.2 + 1/2 x 0.8 is half by exact arithmetic; the value given is what a careless float could have made of it
    problem = make_problem([[1, 4]], [1, 1])
    exact = exact_profiles(problem, End.WORST)
    assert standing_at(TOP, np.array([0.5 - 1e-11]), exact, Fraction(1)).values.tolist() == [1]

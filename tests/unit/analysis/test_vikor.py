import numpy as np
import pytest

from stratsel.analysis.vikor import vikor_compromise, vikor_values

HALVES = np.array([0.5, 0.5])


def test_the_mountain_climber():
    """Opricovic and Tzeng 2004 as quoted by pymcdm's tests: risk 1, 2, 5 (less is better), altitude 3000, 3750, 4500.

    S is 0.5, 0.375, 0.5 and R is 0.5, 0.25, 0.5.
    """
    values = np.array([[1, 0], [0.75, 0.5], [0, 1]])
    assert vikor_values(values, HALVES) == pytest.approx([1, 0, 1])
    assert vikor_compromise(values, HALVES).tolist() == [1]


def test_equal_regret_leaves_the_whole_to_decide():
    # R: everybody is worst somewhere with weight 0.5. S: 0.5, 0.5 + 0.25, 1. Only S tells them apart.
    values = np.array([[1, 0], [0.5, 0], [0, 0]])
    values = np.vstack([values, [0, 1]])
    # the fourth: S 0.5, R 0.5
    assert vikor_values(values, HALVES) == pytest.approx([0, 0.25, 0.5, 0])


def test_all_alike_in_both_halves():
    # S and R are 0.5 for both: nothing tells them apart, and nothing is divided by zero
    values = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert vikor_values(values, HALVES).tolist() == [0, 0]
    assert vikor_compromise(values, HALVES).tolist() == [0, 1]


def test_a_lead_without_being_first_in_any_part():
    # Weights 0.4, 0.3, 0.3; missing to the best: a (0.3, 0.3, 0.3) has S 0.3 and R 0.12; b (0.6, 0, 0) S 0.24, R 0.24;
    # c (0.2, 0.3333, 0.3667) S 0.29, R 0.11; d and e set the ranges: S 0.7, R 0.4 and S 0.6, R 0.3.
    missing = np.array([[0.3, 0.3, 0.3], [0.6, 0, 0], [0.2, 1 / 3, 11 / 30], [1, 1, 0], [0, 1, 1]])
    weights = np.array([0.4, 0.3, 0.3])
    values = vikor_values(1 - missing, weights)
    # Q: S runs from 0.24 to 0.7, R from 0.11 to 0.4
    by_hand = [
        (0.06 / 0.46 + 0.01 / 0.29) / 2,
        (0 + 0.13 / 0.29) / 2,
        (0.05 / 0.46 + 0) / 2,
        1,
        (0.36 / 0.46 + 0.19 / 0.29) / 2,
    ]
    assert values == pytest.approx(by_hand)
    # c leads by 0.028, less than 1 / 4: with it a, 0.028 behind, and b, 0.170 behind
    assert vikor_compromise(1 - missing, weights).tolist() == [2, 0, 1]


def test_a_lead_that_is_enough():
    # Nine alternatives need a lead of 1 / 8. One criterion of 0.5 and two of 0.25; missing to the best:
    # a (0.2, 0.4, 0.4): S 0.3, R 0.1. b (0.8, 0, 0): S 0.4, R 0.4. c (0.5, 0.9, 0.1): S 0.5, R 0.25. a leads in both.
    missing = np.array([[0.2, 0.4, 0.4], [0.8, 0, 0], [0.5, 0.9, 0.1], *[[1, 1, 1]] * 5, [0, 1, 1]])
    weights = np.array([0.5, 0.25, 0.25])
    # S runs from 0.3 to 1, R from 0.1 to 0.5
    expected = [0, (0.1 / 0.7 + 0.3 / 0.4) / 2, (0.2 / 0.7 + 0.15 / 0.4) / 2, *[1] * 5, (0.2 / 0.7 + 0.15 / 0.4) / 2]
    assert vikor_values(1 - missing, weights) == pytest.approx(expected)
    assert vikor_compromise(1 - missing, weights).tolist() == [0]


def test_the_second_joins_a_first_that_is_first_in_neither_part():
    # Four criteria of 0.25; what is missing to the best. b has the least on the whole, c the least regret.
    missing = np.array(
        [
            [0.84, 0.6, 0.56, 0.0],  # a: S 0.5, R 0.21
            [1.0, 0.0, 0.0, 0.8],  # b: S 0.45, R 0.25
            [0.8, 0.8, 0.8, 0.8],  # c: S 0.8, R 0.2
            [0.0, 1.0, 1.0, 0.0],  # S 0.5, R 0.25: somebody has the best of the first
            *[[1.0, 1.0, 1.0, 1.0]] * 30,
        ]
    )
    weights = np.full(4, 0.25)
    values = vikor_values(1 - missing, weights)
    # S runs from 0.45 to 1, R from 0.2 to 0.25
    assert values[:3] == pytest.approx([(0.05 / 0.55 + 0.01 / 0.05) / 2, 0.5, (0.35 / 0.55) / 2])
    # c is 0.173 behind, more than 1 / 33
    assert vikor_compromise(1 - missing, weights).tolist() == [0, 2]

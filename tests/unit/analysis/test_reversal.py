import numpy as np
import pytest

from stratsel.analysis import reversal
from stratsel.analysis.methods import METHODS
from stratsel.analysis.reversal import MOST_REMOVALS, Reversal, Reversals, ranks_by, reversals

BY_ID = {method.id: method for method in METHODS}
THIRDS = np.full(3, 1 / 3)


def test_places_by_count_turn():
    """PROMETHEE II with the usual criterion on three even leaves counts who is passed, as Borda did.

    a beats b on one leaf and b beats a on two; where a leads, others stand between them.
    """
    # leaf 1: a > c > b; leaf 2: b > a > c; leaf 3: b > a > c
    values = np.array([[1.0, 0.5, 0.5], [0.0, 1.0, 1.0], [0.5, 0.0, 0.0]])
    # leaf 1: a +2, c 0, b -2; leaves 2 and 3: b +2, a 0, c -2 each. Together b +2, a +2, c -4: a and b are level.
    method = BY_ID["promethee-usual"]
    assert ranks_by(method, values, THIRDS).tolist() == [1, 1, 3]
    # a second like c, d: leaf 1: a +3, c and d 0, b -3; leaves 2, 3: b +3, a +1, c and d -2. a +5, b +3.
    more = np.vstack([values, values[2] + [0.25, 0, 0]])
    # without c and d only the two leaves count against the one: b is first. Removing one of them leaves a tie: no turn.
    assert ranks_by(method, more, THIRDS).tolist()[:2] == [1, 2]
    assert ranks_by(method, more[:2], THIRDS).tolist() == [2, 1]
    assert reversals(method, more, THIRDS) == Reversals(4, 0, None)


def test_a_pair_turns():
    """The same, with weights 0.4, 0.3, 0.3: one third alternative is enough, and its going turns the pair."""
    values, weights = np.array([[1.0, 0.5, 0.5], [0.0, 1.0, 1.0], [0.5, 0.0, 0.0]]), np.array([0.4, 0.3, 0.3])
    # with c: a 0.8, b -0.8 + 1.2 = 0.4; without: a 0.4 - 0.6, b the opposite
    found = reversals(BY_ID["promethee-usual"], values, weights)
    assert found == Reversals(3, 1, Reversal(better=0, worse=1, removed=2))


def test_the_pair_shown_is_the_highest_in_truth():
    """Against all pairs and all removals, one by one."""
    rng = np.random.default_rng(11)
    found_any = 0
    for _ in range(15):
        values, weights = rng.integers(0, 5, (6, 3)) / 4, rng.dirichlet(np.ones(3))
        for method in METHODS:
            before = ranks_by(method, values, weights)
            turned = []
            for removed in range(6):
                left = [row for row in range(6) if row != removed]
                after = dict(zip(left, ranks_by(method, values[left], weights).tolist(), strict=True))
                turned += [
                    (before[one], removed)
                    for one in left
                    for other in left
                    if before[one] < before[other] and after[one] > after[other]
                ]
            found = reversals(method, values, weights)
            assert found.reversing == len({removed for _, removed in turned})
            assert (found.shown is None) == (not turned)
            if found.shown is not None:
                assert before[found.shown.better] == min(turned)[0]
                assert before[found.shown.better] < before[found.shown.worse]
                found_any += 1
    assert found_any > 10


@pytest.mark.parametrize("method", [each for each in METHODS if not each.is_relative], ids=lambda method: method.id)
def test_a_method_without_it_is_not_tried(method):
    values = np.random.default_rng(1).random((5, 2))
    assert reversals(method, values, np.array([0.5, 0.5])) == Reversals(0, 0, None)


def test_two_cannot_turn():
    assert reversals(BY_ID["topsis"], np.array([[1.0, 0.0], [0.0, 0.5]]), np.array([0.5, 0.5])).tried == 0


def test_very_many_are_not_all_removed(monkeypatch):
    values = np.random.default_rng(1).random((MOST_REMOVALS + 20, 2))
    assert reversals(BY_ID["promethee-usual"], values, np.array([0.5, 0.5])).tried == MOST_REMOVALS
    monkeypatch.setattr(reversal, "MOST_CELLS", 1000)  # of 240
    assert reversals(BY_ID["promethee-usual"], values, np.array([0.5, 0.5])).tried == 4
    monkeypatch.setattr(reversal, "MOST_CELLS", 100)
    assert reversals(BY_ID["promethee-usual"], values, np.array([0.5, 0.5])).tried == 1

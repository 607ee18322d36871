"""The lowest and the highest share: by hand, and against every completion of small problems."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from stratsel.analysis import bounding
from stratsel.analysis.firmness import firmness
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import Line, Problem, Quota
from stratsel.engine.selection import select
from stratsel.terms import Admissible

ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)


def places_of(problem: Problem, samples: int = 2000):
    evaluation = evaluate(problem)
    return firmness(problem, evaluation, select(problem, evaluation), ANYWHERE, samples=samples)


def test_one_unknown_decides_all(make_problem):
    # 3 of 5 is above an unknown at its worst, and below it at its best, whatever the weight
    found = places_of(make_problem([[3], [None]], [1], places=[1])).places
    assert {(each.lowest_share, each.highest_share, each.is_sharp) for each in found.values()} == {(0.0, 1.0, True)}


def test_by_hand_with_two_criteria(make_problem):
    # A has 4 and 1, B 2 and, unknown, 0 to 5. With w on the first A leads B at its worst where 4w + 1 - w > 2w, always;
    # at its best where 4w + 1 - w > 2w + 5 (1 - w): w > 2/3
    found = places_of(make_problem([[4, 1], [2, None]], [1, 1], places=[1]), samples=20_000).places
    for each in found.values():
        assert each.lowest_share == pytest.approx(1 / 3, abs=4 * 0.0034)
        assert each.highest_share == 1 and each.is_sharp


def test_where_nothing_is_unknown_the_share_is_all_there_is(make_problem):
    found = places_of(make_problem([[(1, 4), 1], [2, 3]], [1, 1], places=[1])).places
    assert all(each.lowest_share == each.tier_share == each.highest_share for each in found.values())
    assert all(each.is_sharp for each in found.values())


def test_a_tier_between_two_others_is_bounded_from_outside(make_problem):
    found = places_of(make_problem([[5], [3], [None], [1]], [1], places=[1, 2])).places
    # the second place is for 3 while the unknown stays below it
    assert (found[1].lowest_share, found[1].highest_share, found[1].is_sharp) == (0, 1, False)
    assert (found[0].lowest_share, found[0].highest_share) == (0, 1)
    # 1 has no place, and has one if the unknown is nothing … but for 5 and 3, which are ahead
    assert (found[3].lowest_share, found[3].highest_share, found[3].is_sharp) == (1, 1, True)


CLASSES = (0, 0, 1, 1)
TIERS = {
    "plain": (Line("first", 1), Line("second", 2)),
    "quotas": (Line("first", 2, None, CLASSES, (Quota(0, 0, 1),)),),
}


@pytest.mark.parametrize("tiers", TIERS)
@pytest.mark.parametrize("seed", range(5))
def test_no_completion_has_a_share_outside_and_sharp_ends_are_attained(make_problem, monkeypatch, tiers, seed):
    monkeypatch.setattr(bounding, "MOST_TIED", 500)
    rng = np.random.default_rng(seed)
    cells = [[Fraction(int(tenth), 10) for tenth in rng.integers(0, 51, 2)] for _ in range(4)]
    unknown = [tuple(int(at) for at in divmod(cell, 2)) for cell in rng.choice(8, 3, replace=False)]
    for row, leaf in unknown:
        cells[row][leaf] = None
    problem = replace(make_problem(cells, [1, 1]), lines=TIERS[tiers])
    study = places_of(problem, samples=500)
    now = select(problem, evaluate(problem)).landings
    shares: dict[int, list[float]] = {row: [] for row in range(4)}
    for ends in product((0, 5), repeat=3):
        completed = [list(row) for row in cells]
        for (row, leaf), end in zip(unknown, ends, strict=True):
            completed[row][leaf] = end
        settled = replace(make_problem(completed, [1, 1]), lines=TIERS[tiers])
        evaluation = evaluate(settled)
        # The same draws of weights, and the tier that the open problem puts it in.
        landed = replace(select(settled, evaluation), landings=now)
        for row, each in firmness(settled, evaluation, landed, ANYWHERE, samples=500).places.items():
            shares[row].append(each.tier_share)
    assert study.bounding_samples == study.samples == 500
    for row, each in study.places.items():
        assert each.lowest_share <= min(shares[row]) + 1e-9
        assert each.highest_share >= max(shares[row]) - 1e-9
        if each.is_sharp:
            assert (each.lowest_share, each.highest_share) == pytest.approx((min(shares[row]), max(shares[row])))


def test_fewer_draws_where_each_needs_an_order_of_its_own(make_problem, monkeypatch):
    problem = replace(make_problem([[4, 1], [2, None], [1, 1], [3, 0]], [1, 1]), lines=TIERS["quotas"])
    monkeypatch.setattr(bounding, "MOST", 150)
    assert places_of(problem).bounding_samples == 150
    monkeypatch.setattr(bounding, "CELLS", 100)
    skipped = places_of(problem)
    assert skipped.bounding_samples == 0
    assert {(each.lowest_share, each.highest_share, each.is_sharp) for each in skipped.places.values()} == {
        (0.0, 1.0, False)
    }


def test_ties_at_an_end_take_still_fewer(make_problem, monkeypatch):
    """Two of whom nothing is known are level at their best, and each such order is filled by itself."""
    problem = replace(make_problem([[4, 1], [None, None], [None, None], [3, 0]], [1, 1]), lines=TIERS["quotas"])
    monkeypatch.setattr(bounding, "MOST_TIED", 110)
    assert places_of(problem).bounding_samples == 110
    apart = replace(problem, lines=(Line("first", 2, None, (0, 2, 1, 1), (Quota(0, 0, 1),)),))
    assert places_of(apart).bounding_samples == 110

from dataclasses import replace

import pytest

from stratsel.analysis.firmness import firmness
from stratsel.results.robustness.acceptability import NO_PLACE, acceptability

FOUR_ERRORS = 4 * (0.25 / 2000) ** 0.5


def test_two_opposites_share_the_weights(opposites):
    """a0 is first where n0 weighs more than half: half of all weights, 75 of 100 in the mean of those."""
    found = acceptability(opposites)
    first, second = found.rows
    assert (first.candidate, second.candidate, found.samples) == ("a0", "a1", 2000)
    assert first.ranks[1] == pytest.approx(0.5, abs=FOUR_ERRORS)
    assert first.ranks[1] + first.ranks[2] == pytest.approx(1)
    assert first.expected_rank == pytest.approx(first.ranks[1] + 2 * first.ranks[2])
    assert first.first_exactly == pytest.approx(0.5)
    assert first.confidence_factor == 1
    # Of a uniform weight from 50 to 100, by about 1000 draws.
    assert first.central_weights["n0"] == pytest.approx(75, abs=4 * 50 / 12**0.5 / 1000**0.5)
    assert sum(second.central_weights.values()) == pytest.approx(100)
    assert found.largest_error == pytest.approx((0.25 / 2000) ** 0.5, rel=0.01)


def test_the_largest_error_is_that_of_the_fewest_draws(opposites):
    """Half of the draws, whichever way they are made; of a scenario there are only 500."""
    found = acceptability(replace(opposites, scenarios={"fewer": replace(opposites, samples=500)}))
    assert found.largest_error == pytest.approx((0.25 / 500) ** 0.5, rel=0.01)


def test_of_weights_and_judgements_one_alone(opposites):
    """Nothing is open: judgements alone change nothing, weights alone all that changes."""
    first = acceptability(opposites).rows[0]
    assert first.tiers_by_judgements == {"tier-1": 1, NO_PLACE: 0}
    assert first.tiers_by_weights == first.tiers
    assert first.tiers == {"tier-1": pytest.approx(first.ranks[1]), NO_PLACE: pytest.approx(first.ranks[2])}


def test_scenarios_beside_it(opposites, make_setting):
    """Where a1 has all of both it is first for sure; where a0 is alone in the order, a1 has no place in any draw."""
    overtaken = make_setting([(0, 0), (5, 5)])
    found = acceptability(replace(opposites, scenarios={"x": overtaken, "same": opposites}))
    first, second = found.rows
    assert first.tiers_by_scenario["x"] == {"tier-1": 0, NO_PLACE: 1}
    assert second.tiers_by_scenario["x"] == {"tier-1": 1, NO_PLACE: 0}
    assert [each.tiers_by_scenario["same"] for each in found.rows] == [first.tiers, second.tiers]
    alone = acceptability(replace(opposites, scenarios={"x": make_setting([(5, 0)])}))
    assert [each.tiers_by_scenario["x"]["tier-1"] for each in alone.rows] == [1, 0]
    assert alone.rows[1].tiers_by_scenario["x"] == {"tier-1": 0, NO_PLACE: 1}


def test_the_draws_are_those_of_firmness(make_setting):
    setting = make_setting([((2, 5), 0), ((0, 3), 5), (None, (1, 4)), (1, 1)], places=(1, 2))
    firm = firmness(
        setting.problem,
        setting.evaluation,
        setting.shortlist,
        setting.admissible,
        setting.spread,
        setting.samples,
        setting.seed,
    )
    found = acceptability(setting)
    assert found.assumes_uniform
    for row, place in firm.places.items():
        own = next(each for each in found.rows if each.candidate == f"a{row}")
        assert own.tiers[setting.shortlist.landings[row].tier or NO_PLACE] == pytest.approx(place.tier_share)


def test_who_is_never_first_has_no_central_weights(make_setting):
    """a1 is worse on both."""
    last = acceptability(make_setting([(5, 5), (1, 1)])).rows[1]
    assert (last.ranks, last.central_weights, last.confidence_factor) == ({2: 1}, {}, None)
    assert last.first_exactly == 0


def test_too_many_leaves_for_a_volume(make_setting):
    rows = [(5,) * 4 + (0,) * 4, (0,) * 4 + (5,) * 4]
    found = acceptability(make_setting(rows, (1,) * 8, samples=100))
    assert found.rows[0].first_exactly is None


def test_nobody_is_ranked(make_setting):
    assert acceptability(make_setting([], samples=100)).rows == ()

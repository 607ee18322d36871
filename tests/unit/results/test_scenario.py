"""Four kitchens under scenarios. What each brings as it is is worked out above `KITCHENS`."""

import pytest

from stratsel.assemble.problem import assemble
from stratsel.assemble.scenario import with_scenario
from stratsel.engine.evaluate import evaluate
from stratsel.model.assessments import Assessed
from stratsel.model.scenario import GivenScenario, Scenario
from stratsel.results.scenario import SupposedPlace, TierChange, Valued, scenario_outcome

SCREEN = """\
screens:
  - {id: varied, title: Varied, require: {criterion: menu, at_least: 1}, on_fail: exclude, on_unknown: flag}
shortlist:"""


def valued(round_):
    problem = assemble(round_)
    return Valued(round_, problem, evaluate(problem))


def outcome(joined, weights=None, **assessed):
    data = {"stratsel": "scenario/1", "id": "s", "lang": "vi", "title": "Nếu", "why": "W", "weights": weights or {}}
    given = GivenScenario(Scenario.model_validate(data), "s.yaml", "0", assessed)
    now = joined.loaded.round
    return scenario_outcome(given, valued(now), valued(with_scenario(now, given)))


def test_other_weights_by_hand(join):
    """Food, 60 of 150, is 40 points, supply 60.

    Alpha has 40 x 8/9 + 60 x 0.65, beta 40 x 7/9 + 60 x 0.45, delta 40/3 + 60.
    """
    found = outcome(join(), {"supply": 90})
    values = {candidate: place.value for candidate, place in found.places.items()}
    expected = {"alpha": 320 / 9 + 39, "beta": 280 / 9 + 27, "delta": 40 / 3 + 60, "gamma": 0}
    assert values == pytest.approx(expected)
    assert {candidate: (place.rank, place.tier) for candidate, place in found.places.items()} == {
        "alpha": (1, "first"), "delta": (2, "reserve"), "beta": (3, None), "gamma": (4, None),
    }  # fmt: skip
    assert found.tiers == (TierChange("reserve", ("delta",), ("beta",)),)


def test_weights_that_change_are_told_with_those_beside_them(join):
    joined = join()
    found = outcome(joined, {"supply": 90}).weights
    told = {each.criterion: (each.before, each.after) for each in found}
    assert told == {"food": pytest.approx((60, 40)), "supply": pytest.approx((40, 60))}
    # Of food's 60 points freshness has 2/3; with a weight of 1 half. Supply is not concerned.
    found = outcome(joined, {"freshness": 1, "supply": 40}).weights
    told = {each.criterion: (each.before, each.after) for each in found}
    assert told == {"freshness": pytest.approx((40, 30)), "menu": pytest.approx((20, 30))}


def test_figures_before_and_after(join):
    found = outcome(join(), gamma={"freshness": Assessed(3, 3), "menu": None})
    told = [(each.candidate, each.leaf) for each in found.figures]
    assert told == [("gamma", "freshness"), ("gamma", "menu")]
    freshness, menu = found.figures
    assert freshness.before == (None, None)
    assert [end.figure for end in freshness.after] == [3, 3]
    assert menu.before[0].meaning == "Nothing shown"
    assert menu.after == (None, None)
    assert found.places["gamma"].value == pytest.approx(40)
    assert found.weights == () and found.tiers == ()


def test_a_place_of_the_tier_above_is_none_of_the_tier_below_lost(join):
    """Delta, 60, gains 80/3 on freshness and passes all; alpha is still in reserve, which holds the tier above."""
    found = outcome(join(), delta={"freshness": Assessed(3, 3)})
    assert found.tiers == (
        TierChange("first", ("delta",), ("alpha",)),
        TierChange("reserve", ("delta",), ("beta",)),
    )


def test_who_stands_level_shares_the_rank_and_is_tied(join, kitchens):
    twins = dict.fromkeys(("alpha", "beta"), kitchens["alpha"])
    found = outcome(join(twins), {"supply": 90})
    assert {place.rank for place in found.places.values()} == {1}
    assert {place.tied_for for place in found.places.values()} == {("first",)}
    assert {place.tier for place in found.places.values()} == {"reserve"}


def test_screens_are_decided_anew(join, criteria):
    """Gamma fails for its menu and alpha does not; then it is the other way round."""
    found = outcome(
        join(criteria=criteria.replace("shortlist:", SCREEN)),
        alpha={"menu": Assessed(0, 0)},
        gamma={"menu": Assessed(1, 1)},
    )
    assert found.places["alpha"] == SupposedPlace("excluded")
    # 20/3 for the menu: the third of three
    assert (found.places["gamma"].state, found.places["gamma"].rank) == ("ranked", 3)
    assert found.places["gamma"].value == pytest.approx(20 / 3)


def test_of_whom_too_little_is_known_is_not_ranked(join, criteria):
    available = criteria.replace("shortlist:", "missing: {kind: available, at_least: 0.7}\nshortlist:")
    found = outcome(join(criteria=available), alpha={"freshness": None})
    assert found.places["alpha"] == SupposedPlace("unranked")


def test_texts_are_in_the_language_of_the_file(join):
    found = outcome(join(), {"supply": 90})
    assert (found.id, found.title, found.why, found.file, found.digest) == (
        "s",
        {"vi": "Nếu"},
        {"vi": "W"},
        "s.yaml",
        "0",
    )


def test_what_changes_nothing_leaves_all_as_it_is(join):
    joined = join()
    found = outcome(joined, {"supply": 40})
    ranked = {each.id: (each.rank, each.value, each.tier) for each in joined.ranking.candidates}
    assert {name: (place.rank, place.value, place.tier) for name, place in found.places.items()} == ranked
    assert found.weights == () and found.tiers == ()

import pytest

from stratsel.__about__ import __version__
from stratsel.engine.selection import Landing, Tie
from stratsel.errors import Rejected
from stratsel.results import ranking as module
from stratsel.terms import Certainty, Standing, Status

IN, OPEN, OUT = Certainty.IN, Certainty.OPEN, Certainty.OUT
LEAVES = ("freshness", "menu", "price", "delivery")


def test_order_values_and_bounds(join):
    ranking = join().ranking
    found = [(each.id, each.rank, each.title, each.file) for each in ranking.candidates]
    assert found == [
        ("alpha", 1, "Kitchen alpha", "candidates/alpha.yaml"),
        ("beta", 2, "Kitchen beta", "candidates/beta.yaml"),
        ("delta", 3, "Kitchen delta", "candidates/delta.yaml"),
        ("gamma", 4, "Kitchen gamma", "candidates/gamma.yaml"),
    ]
    assert [each.value for each in ranking.candidates] == pytest.approx([238 / 3, 194 / 3, 60, 0], abs=1e-9)
    assert [each.possible for each in ranking.candidates] == pytest.approx([238 / 3, 224 / 3, 260 / 3, 40], abs=1e-9)
    assert all(each.shown == each.value <= each.possible for each in ranking.candidates)


def test_places_are_sure_or_open(join):
    # only delta (at best 86 2/3) can pass alpha; beta (at best 74 2/3) cannot; gamma (at best 40) has three above
    ranking = join().ranking
    places = {each.id: tuple(each.places.values()) for each in ranking.candidates}
    assert places == {"alpha": (OPEN, IN), "beta": (OUT, OPEN), "delta": (OPEN, OPEN), "gamma": (OUT, OUT)}
    assert [each.tier for each in ranking.candidates] == ["first", "reserve", None, None]


def test_contributions_sum_up_the_tree(join):
    alpha = join().ranking.candidates[0]
    assert dict(alpha.contributions) == pytest.approx(
        {"food": 160 / 3, "freshness": 40, "menu": 40 / 3, "supply": 26, "price": 16, "delivery": 10}, abs=1e-9
    )
    assert sum(alpha.contributions[leaf] for leaf in LEAVES) == pytest.approx(alpha.value, abs=1e-9)


def test_share_of_weight_unknown(join):
    # a range is not unknown
    assert [each.unknown for each in join().ranking.candidates] == pytest.approx([0, 0, 0, 0.4], abs=1e-12)


def test_criteria_and_tiers(join):
    ranking = join().ranking
    found = [(each.id, each.parent, each.is_leaf) for each in ranking.criteria]
    assert found == [
        ("food", None, False),
        ("freshness", "food", True),
        ("menu", "food", True),
        ("supply", None, False),
        ("price", "supply", True),
        ("delivery", "supply", True),
    ]
    assert [each.weight for each in ranking.criteria] == pytest.approx([60, 40, 20, 40, 20, 20], abs=1e-12)
    assert [(each.id, each.title, each.places) for each in ranking.tiers] == [
        ("first", "First contract", 1),
        ("reserve", "Reserve", 2),
    ]


def test_facts_of_the_round(join):
    ranking = join().ranking
    facts = ranking.round
    assert (facts.id, facts.standing, facts.status) == ("round", Standing.ILLUSTRATION, Status.DRAFT)
    assert facts.owner == facts.weighting_by == "District council"
    assert (facts.reference_date, facts.missing) == ("2025-12-12", "worst")
    assert facts.criteria_file == "criteria/round.yaml"
    assert facts.digest.startswith("sha256:")
    assert (ranking.version, ranking.rejected) == (__version__, ())


def test_an_owner_who_is_no_agency_stands_as_written(join, criteria):
    ranking = join(criteria=criteria.replace("owner: council", "owner: {en: The people}")).ranking
    assert ranking.round.owner == {"en": "The people"}
    assert ranking.round.weighting_by == "District council"


def test_ties_across_two_lines(join, criteria):
    same = "{freshness: 3, menu: 2, price: 30, delivery: own}"
    kitchens = dict.fromkeys(("b", "a", "d", "c"), same)
    ranking = join(kitchens, criteria).ranking
    tied = Landing(None, (Tie("first", 1), Tie("reserve", 2)))
    assert [(each.id, each.rank, each.landing) for each in ranking.candidates] == [
        (name, 1, tied) for name in ("a", "b", "c", "d")
    ]
    assert all(set(each.places.values()) == {OPEN} for each in ranking.candidates)


def test_justifications_stop_below_the_shortlist(join, monkeypatch):
    monkeypatch.setattr(module, "MAX_JUSTIFIED", 1)
    justified = [each.id for each in join().ranking.candidates if each.reasons is not None]
    assert justified == ["alpha", "beta"], "beta has a place in a tier"


def test_those_who_stand_level_are_justified_together(join, monkeypatch):
    kitchens = dict.fromkeys(("b", "c", "d"), "{freshness: 1, menu: 1, price: 30, delivery: own}")
    kitchens["a"] = "{freshness: 3, menu: 3, price: 25, delivery: own}"
    monkeypatch.setattr(module, "MAX_JUSTIFIED", 3)
    ranking = join(kitchens).ranking
    assert [each.reasons is not None for each in ranking.candidates] == [True, False, False, False]


def test_a_frame_has_a_row_for_each_candidate(join):
    ranking = join().ranking
    frame = ranking.to_frame()
    assert list(frame.index) == ["alpha", "beta", "delta", "gamma"]
    assert list(frame.columns[:6]) == ["rank", "value", "shown", "possible", "unknown", "tier"]
    assert list(frame["value"]) == [each.value for each in ranking.candidates]
    assert frame.loc["alpha", "contribution.food"] == pytest.approx(160 / 3)
    assert frame["tier"].isna().tolist() == [False, False, True, True]


def test_results_do_not_change(join):
    with pytest.raises(AttributeError):
        join().ranking.candidates = ()


def test_a_dossier_that_changed_meanwhile_is_a_finding(join):
    joined = join()
    file = joined.folder / "candidates" / "beta.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    with pytest.raises(Rejected):
        _ = joined.ranking

import pytest

from stratsel.__about__ import __version__
from stratsel.engine.selection import Landing, Tie
from stratsel.errors import Rejected
from stratsel.results import build as module
from stratsel.results.ranking import UnmetQuota
from stratsel.results.settling import OpenPlaces
from stratsel.terms import Certainty, Combine, Members, Standing, Status

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
    assert (facts.combine, facts.at_least, facts.resolution, facts.minimum) == (Combine.ARITHMETIC, 0, None, 0)


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


def test_a_dossier_that_changed_meanwhile_is_a_finding(join):
    joined = join()
    file = joined.folder / "candidates" / "beta.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    with pytest.raises(Rejected):
        _ = joined.ranking


# --- who is not in the order ------------------------------------------------------------------------


def test_of_whom_too_little_is_known(join, criteria):
    """Gamma is known on 60 of 100 points. Ranges count by their middle: delta's freshness as 2, and beta's van half
    way from hired, worth 1/2, to own: 80/3 + 20 + 8 + 15 = 69 2/3; delta 80/3 + 20/3 + 40 = 73 1/3.
    """
    ranking = join(criteria=criteria + "missing: {kind: available, at_least: 0.7}\n").ranking
    assert [(each.id, each.rank) for each in ranking.candidates] == [("alpha", 1), ("delta", 2), ("beta", 3)]
    assert [each.value for each in ranking.candidates] == pytest.approx([238 / 3, 220 / 3, 209 / 3], abs=1e-9)
    assert ranking.candidates[1].shown == pytest.approx(60, abs=1e-9)
    [left] = ranking.unranked
    assert (left.id, left.title, left.file, left.screens) == ("gamma", "Kitchen gamma", "candidates/gamma.yaml", ())
    assert (left.assessed, left.shown, left.possible) == pytest.approx((0.6, 0, 40), abs=1e-9)
    assert (ranking.round.missing, ranking.round.at_least) == ("available", 0.7)


def test_what_nothing_is_known_of_has_no_value(join, criteria):
    """Gamma's food is all unknown, so its value is that of its supply: half of price 4/5 and delivery 0."""
    kitchens = {"gamma": "{freshness: unknown, menu: unknown, price: 30, delivery: fetched}"}
    ranking = join(kitchens, criteria + "missing: {kind: available, at_least: 0.1}\n").ranking
    [gamma] = ranking.candidates
    assert dict(gamma.node_values) == pytest.approx({"supply": 40, "price": 80, "delivery": 0}, abs=1e-9)
    assert dict(gamma.contributions) == pytest.approx(
        {"food": 0, "freshness": 0, "menu": 0, "supply": 40, "price": 40, "delivery": 0}, abs=1e-9
    )


def test_everybody_is_excluded(join, criteria):
    test = "require: {criterion: food, value_at_least: 100}, on_fail: exclude, on_unknown: flag"
    ranking = join(criteria=f"{criteria}screens: [{{id: perfect, title: Perfect, {test}}}]\n").ranking
    assert (ranking.candidates, ranking.open_places) == ((), OpenPlaces())
    assert [each.id for each in ranking.excluded] == ["alpha", "beta", "delta", "gamma"]


# --- other trees ------------------------------------------------------------------------------------


def test_a_geometric_whole_has_values_and_no_contributions(join, criteria):
    """Alpha: food 2/3 + 2/9 = 8/9, supply (4/5 + 1/2) / 2 = 13/20, the whole (8/9)^0.6 x (13/20)^0.4."""
    ranking = join(criteria=criteria.replace("criteria:\n", "combine: geometric\ncriteria:\n", 1)).ranking
    alpha = ranking.candidates[0]
    assert alpha.contributions == {}
    assert alpha.value == pytest.approx(100 * (8 / 9) ** 0.6 * 0.65**0.4, abs=1e-9)
    assert dict(alpha.node_values) == pytest.approx(
        {"food": 800 / 9, "freshness": 100, "menu": 200 / 3, "supply": 65, "price": 80, "delivery": 50}, abs=1e-9
    )
    assert ranking.round.combine is Combine.GEOMETRIC
    assert {each.combine for each in ranking.criteria} == {Combine.ARITHMETIC}


def test_what_is_no_sum_counts_as_a_whole(join, criteria):
    ranking = join(criteria=criteria.replace("- id: food\n", "- id: food\n    combine: harmonic\n")).ranking
    alpha = ranking.candidates[0]
    # 3 / (2 / 1 + 1 / (2/3)) = 6/7 of 60 points
    assert dict(alpha.contributions) == pytest.approx(
        {"food": 360 / 7, "supply": 26, "price": 16, "delivery": 10}, abs=1e-9
    )
    assert {each.id: each.combine for each in ranking.criteria if not each.is_leaf} == {
        "food": Combine.HARMONIC,
        "supply": Combine.ARITHMETIC,
    }


# --- rules of the shortlist -------------------------------------------------------------------------

FIELDS = "fields: {group: {type: text, question: Which group?}}\n"
GROUPS = {"alpha": "x", "beta": "x", "delta": "y", "gamma": "y"}


@pytest.fixture
def grouped(join, criteria, kitchens):
    """Rank the kitchens, alpha and beta of one group, delta and gamma of another, under a rule of the shortlist."""

    def of(rule: str, tiers: str = ""):
        written = criteria if not tiers else criteria[: criteria.index("  tiers:")] + tiers
        named = {name: f"fields: {{group: {GROUPS[name]}}}\nassessments: {text}" for name, text in kitchens.items()}
        return join(named, f"{written}{rule}{FIELDS}").ranking

    return of


def test_whom_a_quota_keeps_out(grouped):
    """Beta, at 64 2/3, makes room for delta, at 60; of the two of y that are asked only one comes in."""
    rule = "  quotas: [{field: group, value: x, at_most: 1}, {field: group, value: y, at_least: 2, tier: reserve}]\n"
    ranking = grouped(rule)
    assert {each.id: each.tier for each in ranking.candidates} == {
        "alpha": "first", "beta": None, "delta": "reserve", "gamma": None,
    }  # fmt: skip
    [passed] = ranking.passed_over
    assert (passed.tier, passed.candidate, passed.instead) == ("reserve", "beta", ("delta",))
    assert passed.cost == pytest.approx(14 / 3, abs=1e-9)
    assert ranking.unmet == (UnmetQuota("reserve", "y", 2, 1),)
    assert [(each.id, each.is_limited, each.held) for each in ranking.tiers] == [
        ("first", True, 1),
        ("reserve", True, 2),
    ]


@pytest.mark.parametrize(
    ("members", "inside"),
    [
        # x with alpha and beta; in order, down to delta, who is the first of another group
        (Members.ALL, {"alpha", "beta"}),
        (Members.IN_ORDER, {"alpha", "beta"}),
    ],
)
def test_places_counted_by_group(members, inside, grouped):
    tiers = f"  tiers: [{{id: first, places: 1, title: First, count: group, members: {members.value}}}]\n"
    ranking = grouped("", tiers)
    assert {each.id for each in ranking.candidates if each.tier == "first"} == inside
    [tier] = ranking.tiers
    assert (tier.places, tier.count, tier.members, tier.held) == (1, "group", members, 2)


def test_a_minimum_and_a_resolution(join, criteria):
    """To steps of 5: 80, 65, 60 and 0; with 65 beta is above the minimum, with 60 delta is below."""
    three = criteria.replace("places: 2", "places: 3")
    ranking = join(criteria=three + "  minimum: 62\n  resolution: 5\n").ranking
    assert [each.value for each in ranking.candidates] == [80, 65, 60, 0]
    assert [each.tier for each in ranking.candidates] == ["first", "reserve", None, None]
    assert (ranking.round.minimum, ranking.round.resolution) == (62, 5)
    assert ranking.candidates[0].shown == pytest.approx(238 / 3, abs=1e-9), "only values are rounded"

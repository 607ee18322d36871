"""One kitchen in full. What each brings is worked out above `KITCHENS`: food is 60 of 100 points, supply 40."""

import pytest

from stratsel.results.explanation import Neighbour, as_points, explain_candidate
from stratsel.results.ranking import ExcludedCandidate, RankedCandidate, UnrankedCandidate
from stratsel.terms import Outcome

AVAILABLE = "missing: {kind: available, at_least: 0.7}\nshortlist:"
SCREENED = """\
fields:
  cook: {type: text, question: Who cooks?}
screens:
  - {id: named, title: The cook is named, require: {present: [cook]}, on_fail: flag, on_unknown: UNKNOWN}
  - {id: cheap, title: Cheap enough, require: {criterion: price, at_least: 30}, on_fail: exclude, on_unknown: flag}
criteria:
  - id: food
"""
FULL = """\
summary: A kitchen.
assessments:
  freshness: {level: 2, why: "Seen twice.", for: [{source: visit, quote: "fresh on both days", note: "by us"}]}
  menu: {level: 3, against: [{source: visit, quote: "the same soup again", answer: "In winter only."}], why: Varied.}
  price: 40
sources:
  visit: {title: Visit, publisher: Council, date: 2025-11-02, grade: official}
"""


def explained(joined, candidate):
    return explain_candidate(
        joined.ranking, joined.loaded.round, joined.problem, joined.evaluation, joined.loaded.places, candidate
    )


def screened(criteria, on_unknown):
    return criteria.replace("criteria:\n  - id: food\n", SCREENED.replace("UNKNOWN", on_unknown))


def nodes(found):
    return {each.criterion.id: (each.depth, each.low, each.high, each.points, each.possible) for each in found.nodes}


def near(*numbers):
    return pytest.approx(numbers, abs=1e-9)


def test_points_from_the_total_down_by_hand(join):
    # beta: food 2/3 x 40 + 20 of 60, supply 8 of 20 and 10 to 20 of 20
    found = explained(join(), "beta")
    assert nodes(found) == {
        "food": near(0, 700 / 9, 700 / 9, 140 / 3, 140 / 3),
        "freshness": near(1, 200 / 3, 200 / 3, 80 / 3, 80 / 3),
        "menu": near(1, 100, 100, 20, 20),
        "supply": near(0, 45, 70, 18, 28),
        "price": near(1, 40, 40, 8, 8),
        "delivery": near(1, 50, 100, 10, 20),
    }
    assert found.value == pytest.approx(64 + 2 / 3)
    assert list(nodes(found)) == [each.id for each in found.ranking.criteria]
    assert {each.criterion.id for each in found.nodes if each.leaf is None} == {"food", "supply"}


def test_points_add_up_from_every_level(join):
    joined = join()
    for candidate in ("alpha", "beta", "delta", "gamma"):
        found = explained(joined, candidate)
        assert sum(each.points for each in found.nodes if each.depth == 0) == pytest.approx(found.value)
        assert sum(each.points for each in found.nodes if each.leaf is not None) == pytest.approx(found.value)
        assert sum(each.possible for each in found.nodes if each.depth == 0) == pytest.approx(found.candidate.possible)
        assert found.value == found.candidate.value


def test_neighbours_are_those_with_another_rank(join, kitchens):
    twin = kitchens["beta"]
    joined = join({**kitchens, "beth": twin})
    beta, beth = (explained(joined, name) for name in ("beta", "beth"))
    # alpha 79 1/3, both 64 2/3, delta 60
    for found in (beta, beth):
        assert found.above == Neighbour("alpha", 1, pytest.approx(14 + 2 / 3))
        assert found.below == Neighbour("delta", 4, pytest.approx(4 + 2 / 3))
    assert explained(joined, "alpha").above is None
    assert explained(joined, "gamma").below is None


def test_what_the_dossier_says_and_where(join, kitchens):
    joined = join({**kitchens, "beta": FULL})
    leaves = {each.criterion.id: each.leaf for each in explained(joined, "beta").nodes if each.leaf is not None}
    text = (joined.folder / "candidates" / "beta.yaml").read_text(encoding="utf-8").splitlines()
    for leaf in ("freshness", "menu", "price"):
        assert text[leaves[leaf].place.line - 1].startswith(f"  {leaf}:")
    assert text[leaves["delivery"].place.line - 1] == "assessments:"
    assert leaves["delivery"].standing.is_unknown
    assert [leaves[leaf].why for leaf in leaves] == [{"en": "Seen twice."}, {"en": "Varied."}, None, None]
    assert [(each.quote, each.note) for each in leaves["freshness"].evidence] == [
        ("fresh on both days", {"en": "by us"})
    ]
    assert [(each.quote, each.answer) for each in leaves["menu"].evidence] == [
        ("the same soup again", {"en": "In winter only."})
    ]
    assert leaves["price"].evidence == ()


@pytest.mark.parametrize(
    ("combine", "without"),
    [("combine: geometric\n", {"food", "freshness", "menu", "supply", "price", "delivery"}), ("", set())],
)
def test_parts_of_what_is_no_sum_have_no_points(combine, without, join, criteria):
    found = explained(join(criteria=criteria + combine), "beta")
    assert {each.criterion.id for each in found.nodes if each.points is None} == without
    assert {each.criterion.id for each in found.nodes if each.possible is None} == without
    if without:
        # (7/9)^0.6 x 0.45^0.4
        assert found.value == pytest.approx(100 * (7 / 9) ** 0.6 * 0.45**0.4)


def test_a_group_that_is_no_sum_counts_as_a_whole(join, criteria):
    text = criteria.replace("    title: Supply\n", "    title: Supply\n    combine: geometric\n")
    found = nodes(explained(join(criteria=text), "beta"))
    # the root of 0.4 x 0.5, at best of 0.4 x 1, of 40 points
    assert found["supply"] == near(0, 100 * 0.2**0.5, 100 * 0.4**0.5, 40 * 0.2**0.5, 40 * 0.4**0.5)
    assert found["price"][3:] == found["delivery"][3:] == (None, None)
    assert found["menu"][3] == pytest.approx(20)


def test_what_is_known_takes_over_the_weight_of_what_is_not(join, kitchens, criteria):
    """Nothing of supply is known: food is all, freshness 2/3 of it; at its best all weighs what the file says."""
    kitchens = {**kitchens, "phi": "{freshness: 3, menu: 2, price: unknown, delivery: unknown}"}
    found = explained(join(kitchens, criteria.replace("shortlist:", AVAILABLE)), "phi")
    assert isinstance(found.candidate, UnrankedCandidate)
    assert found.value == pytest.approx(800 / 9)
    assert nodes(found)["food"] == near(0, 800 / 9, 800 / 9, 800 / 9, 160 / 3)
    assert nodes(found)["freshness"] == near(1, 100, 100, 200 / 3, 40)
    assert nodes(found)["price"] == near(1, 0, 100, 0, 20)
    assert (found.above, found.below) == (None, None)


def test_of_whom_nothing_is_known(join, kitchens, criteria):
    kitchens = {**kitchens, "omega": "{freshness: unknown, menu: unknown, price: unknown, delivery: unknown}"}
    found = explained(join(kitchens, criteria.replace("shortlist:", AVAILABLE)), "omega")
    assert found.value is None
    assert {each.points for each in found.nodes} == {0}


def test_points_are_not_rounded_to_the_resolution(join, criteria):
    found = explained(join(criteria=criteria.replace("shortlist:", "shortlist:\n  resolution: 5")), "beta")
    assert found.value == pytest.approx(64 + 2 / 3)
    assert found.candidate.value == pytest.approx(65)
    assert found.above == Neighbour("alpha", 1, pytest.approx(15))


@pytest.mark.parametrize(
    ("consequence", "plain"),
    [("flag", [("cheap", Outcome.MET)]), ("admit", [("named", Outcome.UNDECIDED), ("cheap", Outcome.MET)])],
)
def test_screens_without_consequence(consequence, plain, join, criteria):
    """Nobody names a cook, which is left out of every dossier: undecided. alpha's price of 30 is enough."""
    text = screened(criteria, consequence)
    found = explained(join(criteria=text), "alpha")
    assert [(each.screen, each.outcome) for each in found.screens] == plain
    assert {each.screen for each in found.candidate.screens} | {each.screen for each in found.screens} == {
        "named",
        "cheap",
    }


def test_the_excluded_are_explained_as_if_they_were_in_the_order(join, criteria):
    text = screened(criteria, "admit")
    joined = join(criteria=text)
    found = explained(joined, "beta")
    assert isinstance(found.candidate, ExcludedCandidate)
    assert (found.above, found.below) == (None, None)
    assert found.value == pytest.approx(64 + 2 / 3)
    assert found.reasons.crossings == ()
    assert isinstance(explained(joined, "alpha").candidate, RankedCandidate)


def test_only_what_hangs_on_this_candidate_is_told_to_settle(join):
    joined = join()
    settles = joined.ranking.open_places.settles
    assert "delta" in {each.candidate for each in settles}
    for name in ("alpha", "beta", "delta", "gamma"):
        assert explained(joined, name).settles == tuple(each for each in settles if each.candidate == name)


def test_nobody_of_that_name(join):
    with pytest.raises(KeyError):
        explained(join(), "nobody")


def test_every_number_follows_from_the_ranking(join):
    """A second way to each number: what the ranking says of the candidate."""
    joined = join()
    for each in joined.ranking.candidates:
        found = explained(joined, each.id)
        assert {node.criterion.id: node.points for node in found.nodes} == pytest.approx(dict(each.contributions))
        assert {node.criterion.id: node.low for node in found.nodes} == pytest.approx(dict(each.node_values))
        assert [node.leaf.standing for node in found.nodes if node.leaf is not None] == list(each.leaves)
        assert found.candidate == each
        if each.reasons is not None:
            assert found.reasons.crossings == each.reasons.crossings


def test_a_missing_value_is_no_points():
    assert (as_points(0.25), as_points(float("nan"))) == (25, None)

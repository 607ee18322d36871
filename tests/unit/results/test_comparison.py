"""Two kitchens side by side. What each brings is worked out above `KITCHENS`."""

import pytest

from stratsel.results.comparison import compare_candidates

AVAILABLE = "missing: {kind: available, at_least: 0.7}\nshortlist:"


def compared(joined, first, second):
    facts = (joined.ranking, joined.loaded.round, joined.problem, joined.evaluation, joined.loaded.places)
    return compare_candidates(*facts, first, second)


def leads(found):
    return {each.criterion.id: each.lead for each in found.leaves}


def test_leads_by_hand(join):
    # alpha 40, 40/3, 16, 10; beta 80/3, 20, 8, 10 and 10 more at best
    found = compared(join(), "alpha", "beta")
    assert leads(found) == pytest.approx({"freshness": 40 / 3, "menu": -20 / 3, "price": 8, "delivery": 0})
    assert found.lead == pytest.approx(44 / 3)
    assert found.values == pytest.approx((238 / 3, 194 / 3))
    assert sum(leads(found).values()) == pytest.approx(found.lead)
    assert found.is_sum
    assert found.ahead.id == "alpha"


def test_the_other_way_round_all_is_the_opposite(join):
    joined = join()
    one, other = compared(joined, "alpha", "beta"), compared(joined, "beta", "alpha")
    assert leads(other) == pytest.approx({leaf: -lead for leaf, lead in leads(one).items()})
    assert other.lead == pytest.approx(-one.lead)
    assert other.ahead == one.ahead
    assert [each.criterion for each in other.decided_by] == [each.criterion for each in one.decided_by]
    assert one.swaps
    assert {each.criterion: each.to for each in other.swaps} == pytest.approx(
        {each.criterion: each.to for each in one.swaps}
    )


def test_the_fewest_leads_without_which_it_is_not_ahead(join):
    joined = join()
    # alpha is 14 2/3 ahead: its largest lead, 13 1/3, is not as much; with the next, 8, it is
    found = compared(joined, "alpha", "beta")
    assert [each.criterion.id for each in found.decided_by] == ["freshness", "price"]
    # beta is 4 2/3 ahead of delta, 13 1/3 on freshness and as much on menu: one is enough, the first of the tree
    found = compared(joined, "beta", "delta")
    assert leads(found) == pytest.approx({"freshness": 40 / 3, "menu": 40 / 3, "price": -12, "delivery": -10})
    assert [each.criterion.id for each in found.decided_by] == ["freshness"]


def test_weights_at_which_they_swap(join):
    """Beta is at 7/9 of food and 0.45 of supply, delta at 1/3 and 1: level at 4/9 f = 0.55 (1 - f)."""
    food = next(each for each in compared(join(), "beta", "delta").swaps if each.criterion == "food")
    to = 100 * 0.55 / (4 / 9 + 0.55)
    assert (food.weight, food.to, food.points) == pytest.approx((60, to, 60 - to))


def test_sure_is_only_who_is_ahead_at_worst_of_the_other_at_best(join):
    joined = join()
    # shown and possible: alpha 79 1/3; beta 64 2/3 to 74 2/3; delta 60 to 86 2/3; gamma 0 to 40
    sure = {pair: compared(joined, *pair).is_sure
            for pair in (("alpha", "beta"), ("alpha", "delta"), ("beta", "delta"), ("gamma", "delta"))}  # fmt: skip
    assert sure == {
        ("alpha", "beta"): True,
        ("alpha", "delta"): False,
        ("beta", "delta"): False,
        ("gamma", "delta"): True,
    }


def test_twins_are_level_and_nothing_decides(join, kitchens):
    found = compared(join({**kitchens, "beth": kitchens["beta"]}), "beta", "beth")
    assert (found.lead, found.ahead, found.decided_by, found.swaps) == (0, None, (), ())
    assert not found.is_sure


def test_where_each_dossier_says_so(join, kitchens):
    text = "assessments:\n  price: 40\n  menu: 3\n"
    joined = join({**kitchens, "beta": text})
    found = {each.criterion.id: each for each in compared(joined, "alpha", "beta").leaves}
    # four lines come before the assessments
    assert [
        (found[leaf].second_place.file, found[leaf].second_place.line) for leaf in ("price", "menu", "delivery")
    ] == [
        ("candidates/beta.yaml", 6),
        ("candidates/beta.yaml", 7),
        ("candidates/beta.yaml", 5),
    ]
    assert {each.first_place.line for each in found.values()} == {5}
    assert found["delivery"].second.is_unknown


def test_leads_do_not_add_up_where_the_whole_is_no_sum(join, criteria):
    found = compared(join(criteria=criteria + "combine: geometric\n"), "alpha", "beta")
    # alpha is at 8/9 of food and 0.65 of supply, beta at 7/9 and 0.45
    values = [100 * food**0.6 * supply**0.4 for food, supply in ((8 / 9, 0.65), (7 / 9, 0.45))]
    assert found.values == pytest.approx(values)
    assert found.lead == pytest.approx(values[0] - values[1])
    assert (found.is_sum, found.decided_by, found.swaps) == (False, (), None)


def test_a_criterion_without_weight_leaves_it_a_sum(join, criteria):
    text = criteria.replace("- {id: menu, weight: 1,", "- {id: menu, weight: 0,")
    found = compared(join(criteria=text), "alpha", "beta")
    assert found.is_sum
    assert leads(found)["menu"] == 0
    # 60 and 40 of freshness, else as above
    assert found.lead == pytest.approx(60 + 16 + 10 - (40 + 8 + 10))


def test_the_unranked_are_compared_by_what_the_order_would_be_by(join, kitchens, criteria):
    kitchens = {
        **kitchens,
        "phi": "{freshness: 3, menu: 2, price: unknown, delivery: unknown}",
        "omega": "{freshness: unknown, menu: unknown, price: unknown, delivery: unknown}",
    }
    joined = join(kitchens, criteria.replace("shortlist:", AVAILABLE))
    found = compared(joined, "phi", "alpha")
    # of phi food is all there is: 8/9
    assert found.values == pytest.approx((800 / 9, 238 / 3))
    assert found.ahead.id == "phi"
    assert sum(leads(found).values()) == pytest.approx(found.lead)
    assert (found.is_sum, found.swaps) == (True, None)
    # alpha and beta lack nothing, so that weights act on them as ever; beta's delivery counts by its middle, 15
    assert compared(joined, "alpha", "beta").swaps
    nothing = compared(joined, "omega", "alpha")
    assert (nothing.values[0], nothing.lead, nothing.ahead, nothing.decided_by) == (None, None, None, ())


def test_the_lead_is_not_rounded_to_the_resolution(join, criteria):
    found = compared(join(criteria=criteria.replace("shortlist:", "shortlist:\n  resolution: 5")), "alpha", "beta")
    assert found.lead == pytest.approx(44 / 3)


def test_nobody_of_that_name(join):
    joined = join()
    with pytest.raises((KeyError, ValueError)):
        compared(joined, "alpha", "nobody")

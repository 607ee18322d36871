import pytest

from stratsel.results.flags import Flag, flags_by_row
from stratsel.terms import FlagKind


def flagged(joined, kind: FlagKind = FlagKind.EQUAL_BY_CLAMPING) -> dict[str, list[str]]:
    flags = flags_by_row(joined.problem, joined.evaluation)
    assert all(flag == Flag(kind, flag.leaf) for found in flags.values() for flag in found)
    return {joined.problem.alternatives[row]: [flag.leaf for flag in found] for row, found in flags.items()}


def kitchens(**prices: str) -> dict[str, str]:
    return {name: f"{{freshness: 3, menu: 2, price: {price}, delivery: own}}" for name, price in prices.items()}


def test_equal_only_because_amounts_are_beyond_the_scale(join):
    # 20 and 10 are both better than 25, the best; e is in nobody's way
    assert flagged(join(kitchens(a="20", b="10", e="30"))) == {"a": ["price"], "b": ["price"]}


def test_equal_to_the_end_of_the_scale(join):
    assert flagged(join(kitchens(a="60", b="50"))) == {"a": ["price"], "b": ["price"]}


def test_the_same_amount_beyond_the_scale_is_a_true_tie(join):
    assert flagged(join(kitchens(a="60", b="60"))) == {}


def test_within_the_scale_there_is_nothing_to_say(join):
    assert flagged(join(kitchens(a="30", b="30", c="40", d="40"))) == {}


def test_beyond_the_scale_without_a_tie(join):
    assert flagged(join(kitchens(a="60", b="30"))) == {}


def test_a_leaf_without_weight_makes_no_tie(join, criteria):
    without = criteria.replace("{id: price, weight: 1,", "{id: price, weight: 0,")
    assert flagged(join(kitchens(a="60", b="55"), without)) == {}


def test_a_leaf_without_weight_that_would_separate_them_does(join, criteria):
    without = criteria.replace("{id: price, weight: 1,", "{id: price, weight: 0,") + "  ties: [price]\n"
    assert flagged(join(kitchens(a="60", b="55"), without)) == {"a": ["price"], "b": ["price"]}


def test_in_the_ranking(join):
    ranking = join(kitchens(a="20", b="10", c="30")).ranking
    flag = (Flag(FlagKind.EQUAL_BY_CLAMPING, "price"),)
    assert [(each.id, each.rank, each.flags) for each in ranking.candidates] == [
        ("a", 1, flag),
        ("b", 1, flag),
        ("c", 3, ()),
    ]


# --- zeros in geometric and harmonic means ----------------------------------------------------------

FOOD = {
    "a": "{freshness: 0, menu: 2, price: 30, delivery: own}",
    "b": "{freshness: 1, menu: 1, price: 30, delivery: own}",
    "c": "{freshness: 0, menu: 0, price: 30, delivery: own}",
    "d": "{freshness: unknown, menu: 1, price: 30, delivery: own}",
}


@pytest.mark.parametrize("combine", ["geometric", "harmonic"])
def test_a_part_worth_nothing_makes_the_mean_worth_nothing(combine, join, criteria):
    """Of c nothing is spoilt, as all of its food is worth nothing; d's freshness is unknown, and counts as worst."""
    means = criteria.replace("- id: food\n", f"- id: food\n    combine: {combine}\n")
    assert flagged(join(FOOD, means), FlagKind.ZERO_IN_MEAN) == {"a": ["freshness"], "d": ["freshness"]}


def test_a_criterion_with_children_can_spoil_the_whole(join, criteria):
    """Food of c is worth nothing, supply is; the food of the others is a sum, and is worth something."""
    geometric = criteria.replace("criteria:\n", "combine: geometric\ncriteria:\n", 1)
    assert flagged(join(FOOD, geometric), FlagKind.ZERO_IN_MEAN) == {"c": ["food"]}


@pytest.mark.parametrize("combine", ["arithmetic", "minimum"])
def test_a_sum_and_a_minimum_are_not_spoilt(combine, join, criteria):
    means = criteria.replace("- id: food\n", f"- id: food\n    combine: {combine}\n")
    if combine == "minimum":
        means = means.replace("{id: freshness, weight: 2,", "{id: freshness,").replace(
            "{id: menu, weight: 1,", "{id: menu,"
        )
    assert flagged(join(FOOD, means), FlagKind.ZERO_IN_MEAN) == {}


def test_what_weighs_nothing_spoils_nothing(join, criteria):
    means = criteria.replace("- id: food\n", "- id: food\n    combine: geometric\n").replace(
        "{id: freshness, weight: 2,", "{id: freshness, weight: 0,"
    )
    assert flagged(join(FOOD, means), FlagKind.ZERO_IN_MEAN) == {}


def test_what_is_left_out_spoils_nothing(join, criteria):
    """By what is available, d's food is its menu."""
    means = criteria.replace("- id: food\n", "- id: food\n    combine: geometric\n")
    found = flagged(join(FOOD, means + "missing: {kind: available, at_least: 0.1}\n"), FlagKind.ZERO_IN_MEAN)
    assert found == {"a": ["freshness"]}

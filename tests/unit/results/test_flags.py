from stratsel.results.flags import Flag, flags_by_row
from stratsel.terms import FlagKind


def flagged(joined) -> dict[str, list[str]]:
    flags = flags_by_row(joined.problem, joined.evaluation.order)
    assert all(flag == Flag(FlagKind.EQUAL_BY_CLAMPING, flag.leaf) for found in flags.values() for flag in found)
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

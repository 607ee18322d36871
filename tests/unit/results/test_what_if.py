"""The kitchens of the conftest. On freshness, menu, price and delivery, 0 to 1:

    alpha  1    2/3  0.8  0.5    food (2 × 1 + 2/3) / 3   = 8/9    supply 0.65
    beta   2/3  1    0.4  0.5    food (2 × 2/3 + 1) / 3   = 7/9    supply 0.45
    delta  1/3  1/3  1    1      food (2 × 1/3 + 1/3) / 3 = 1/3    supply 1
    gamma  0    0    0    0

Food weighs 60 and supply 40: alpha 79 1/3, beta 64 2/3, delta 60, gamma 0. One place in “first”, two in “reserve”.
"""

from dataclasses import replace

import pytest

from stratsel.results.what_if import (
    WhatIf,
    WhatIfCandidate,
    WhatIfNode,
    WhatIfTier,
    reordered,
    what_if,
)


def payload_of(joined):
    return what_if(joined.ranking, joined.problem, joined.evaluation)


@pytest.fixture
def payload(join):
    return payload_of(join())


def places(payload, weights):
    return [(each.candidate, each.rank, each.tier) for each in reordered(payload, weights)]


def points(payload, weights):
    return {each.candidate: each.points for each in reordered(payload, weights)}


def test_the_payload_is_the_tree_and_the_values(payload):
    assert [(node.criterion, node.parent, node.is_leaf) for node in payload.nodes] == [
        ("food", None, False),
        ("freshness", "food", True),
        ("menu", "food", True),
        ("supply", None, False),
        ("price", "supply", True),
        ("delivery", "supply", True),
    ]
    assert [node.share for node in payload.nodes] == pytest.approx([0.6, 2 / 3, 1 / 3, 0.4, 0.5, 0.5])
    assert payload.tiers == (WhatIfTier("first", "First contract", 1), WhatIfTier("reserve", "Reserve", 2))
    alpha = payload.candidates[0]
    assert (alpha.candidate, alpha.rank, alpha.tier) == ("alpha", 1, "first")
    assert alpha.points == pytest.approx(79 + 1 / 3)
    assert alpha.values == pytest.approx({"freshness": 1, "menu": 2 / 3, "price": 0.8, "delivery": 0.5})


def test_the_weights_of_the_round_give_its_order(payload):
    expected = [("alpha", 1, "first"), ("beta", 2, "reserve"), ("delta", 3, None), ("gamma", 4, None)]
    assert places(payload, {}) == expected
    assert [(each.candidate, each.rank, each.tier) for each in payload.candidates] == expected
    assert points(payload, {}) == pytest.approx({each.candidate: each.points for each in payload.candidates})


def test_a_weight_counts_by_its_share_of_its_siblings(payload):
    """Supply 1.2 beside food's 0.6: a third and two thirds. Alpha 8/27 + 1.3/3, beta 7/27 + 0.9/3, delta 1/9 + 2/3."""
    weights = {"supply": 1.2}
    assert places(payload, weights) == [
        ("delta", 1, "first"),
        ("alpha", 2, "reserve"),
        ("beta", 3, None),
        ("gamma", 4, None),
    ]
    assert points(payload, weights) == pytest.approx(
        {"alpha": 72.962963, "beta": 55.925926, "delta": 77.777778, "gamma": 0}
    )


def test_it_is_what_the_engine_gives_for_a_file_with_these_weights(payload, criteria, join, tmp_path):
    """Menu four times freshness, and supply three times food."""
    for folder in ("criteria", "candidates"):
        (tmp_path / folder).rename(tmp_path / f"{folder}-before")
    text = criteria.replace("weight: 60", "weight: 1").replace("weight: 40", "weight: 3")
    text = text.replace("id: menu, weight: 1", "id: menu, weight: 8")
    ranked = join(criteria=text).ranking.candidates
    weights = {"food": 1, "supply": 3, "freshness": 2, "menu": 8}
    assert places(payload, weights) == [(each.id, each.rank, each.tier) for each in ranked]
    assert points(payload, weights) == pytest.approx({each.id: each.value for each in ranked})


def test_siblings_that_weigh_nothing_share_nothing_out(payload):
    """Without food's leaves only supply's 40 are left to get; without both criteria nobody has anything to be in by."""
    supplied = {"alpha": 26, "beta": 18, "delta": 40, "gamma": 0}
    assert points(payload, {"freshness": 0, "menu": 0}) == pytest.approx(supplied)
    assert {place[1:] for place in places(payload, {"food": 0, "supply": 0})} == {(1, None)}


def test_nobody_below_the_minimum_has_a_place(payload):
    """Beta has 64 2/3."""
    assert places(replace(payload, minimum=64.7), {})[1] == ("beta", 2, None)
    assert places(replace(payload, minimum=64.6), {})[1] == ("beta", 2, "reserve")


def made(*values):
    nodes = (WhatIfNode("only", "Only", None, 1.0, True),)
    candidates = tuple(
        WhatIfCandidate(f"c{at}", "A candidate", at, 0.0, None, {"only": value}) for at, value in enumerate(values)
    )
    return WhatIf(nodes, candidates, (WhatIfTier("one", "One", 1), WhatIfTier("three", "Three", 3)), 0.0)


def test_those_who_are_level_across_a_line_are_in_the_tier_that_holds_both():
    assert places(made(0.5, 0.5, 0.2), {}) == [("c0", 1, "three"), ("c1", 1, "three"), ("c2", 3, "three")]
    assert places(made(0.9, 0.2, 0.2, 0.2), {}) == [("c0", 1, "one"), ("c1", 2, None), ("c2", 2, None), ("c3", 2, None)]


def test_points_are_compared_to_nine_places():
    """A difference of 1e-10 points is none, one of 1e-8 is one."""
    assert [each[1] for each in places(made(0.5, 0.5 + 1e-12), {})] == [1, 1]
    assert places(made(0.5, 0.5 + 1e-10), {}) == [("c1", 1, "one"), ("c0", 2, "three")]


def edited(text, old, new):
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    title: Food\n", "    title: Food\n    combine: geometric\n"),
        ("shortlist:\n", "shortlist:\n  quotas:\n    - {field: area, value: north, at_most: 1}\n"),
        ("shortlist:\n", "shortlist:\n  resolution: 0.1\n"),
        ("shortlist:\n", "missing: {kind: available, at_least: 0.1}\nshortlist:\n"),
    ],
    ids=["a mean that is not arithmetic", "a quota", "a resolution", "something is left out"],
)
def test_an_order_that_hangs_on_more_than_sums_has_no_payload(join, criteria, old, new):
    text = edited(criteria, old, new)
    if "field: area" in new:
        text = edited(
            text, "scales:\n", "fields:\n  area: {type: option, options: [north, south], question: Where?}\nscales:\n"
        )
    assert payload_of(join(criteria=text)) is None

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from stratsel.analysis.orders import order_by_methods
from stratsel.results.methods import TierDifference, other_methods


@pytest.fixture
def joined(join):
    return join()


@pytest.fixture
def found(joined):
    return other_methods(joined.ranking, joined.problem, order_by_methods(joined.problem, joined.evaluation))


def test_every_ranked_candidate_has_a_place(found):
    """alpha 79 1/3, beta 64 2/3, delta 60 and gamma 0 by what is shown; gamma has nothing on any leaf."""
    spotis = next(each for each in found.methods if each.id == "spotis")
    assert {name: place.rank for name, place in spotis.places.items()} == {
        "alpha": 1,
        "beta": 2,
        "delta": 3,
        "gamma": 4,
    }
    assert spotis.places["delta"].value == pytest.approx(0.4)
    assert spotis.differences == ()
    assert (spotis.spearman, spotis.kendall) == pytest.approx((1, 1))
    assert found.at_zero == ("gamma",)


def test_the_frame_has_ranks(found):
    frame = found.to_frame()
    assert frame.index.tolist() == ["alpha", "beta", "delta", "gamma"]
    assert frame["rank"].tolist() == [1, 2, 3, 4]
    assert frame.columns.tolist() == ["rank", *(each.id for each in found.methods)]


def test_the_order_of_the_round_stays(found, joined):
    assert found.ranking == joined.ranking


def test_rounding_is_no_value(joined):
    orders = order_by_methods(joined.problem, joined.evaluation)
    first = replace(orders.orders[0], values=np.array([1e-17, 1 / 3, 0.25, -1e-17]))
    found = other_methods(joined.ranking, joined.problem, replace(orders, orders=(first,)))
    assert [place.value for place in found.methods[0].places.values()] == [0, 0.333333333333, 0.25, 0]


def test_pairs_are_named(found):
    for method in found.methods:
        if method.reversed_pair is not None:
            pair = method.reversed_pair
            assert method.places[pair.better].rank < method.places[pair.worse].rank
            assert pair.removed not in (pair.better, pair.worse)


def test_tiers_that_a_method_fills_otherwise(join):
    """Two kitchens, even weights of four leaves; one leaf at nothing makes the product nothing.

    alpha 3, 3, best price, fetched: 1/3 + 1/3 ... by the sum first, by the product 0. beta half of everything.
    """
    kitchens = {
        "alpha": "{freshness: 3, menu: 3, price: 25, delivery: fetched}",
        "beta": "{freshness: 2, menu: 1, price: 37.5, delivery: hired}",
        "gamma": "{freshness: 0, menu: 0, price: 50, delivery: fetched}",
    }
    joined = join(kitchens)
    found = other_methods(joined.ranking, joined.problem, order_by_methods(joined.problem, joined.evaluation))
    product = next(each for each in found.methods if each.id == "weighted-product")
    # beta is first alone; for the second place of the reserve alpha and gamma are level with nothing
    assert product.differences == (
        TierDifference("first", ("beta",), ("alpha",), ()),
        TierDifference("reserve", (), ("alpha",), ("alpha", "gamma")),
    )
    expected = float(Fraction(2, 3)) ** 0.4 * float(Fraction(1, 3)) ** 0.2 * 0.5**0.4
    assert product.places["beta"].value == pytest.approx(expected)

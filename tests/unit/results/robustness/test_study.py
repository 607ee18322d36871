from decimal import Decimal
from fractions import Fraction

import pytest

from stratsel.assemble.uncertainty import admissible_weights, spread_of_judgements
from stratsel.engine.selection import select
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.setting import Setting
from stratsel.results.robustness.study import study


@pytest.fixture
def kitchens_study(join):
    """Alpha 79 1/3, beta 64 2/3, delta 60 and gamma 0 points, one place each in two tiers."""
    joined = join()
    rules = joined.loaded.round.criteria
    setting = Setting(
        joined.problem,
        joined.evaluation,
        select(joined.problem, joined.evaluation),
        admissible_weights(rules),
        spread_of_judgements(rules),
        200,
        7,
    )
    return lambda parts: study(joined.ranking, rules, setting, parts)


def test_every_part_is_made_in_the_order_of_the_vocabulary(kitchens_study):
    found = kitchens_study(set(RobustnessPart))
    assert list(found.parts) == list(RobustnessPart)
    assert all(made is not None for made in found.parts.values())
    assert (found.samples, found.seed) == (200, 7)


def test_only_what_is_asked_for_is_made(kitchens_study):
    assert list(kitchens_study({RobustnessPart.MEANS, RobustnessPart.WINNING}).parts) == [
        RobustnessPart.WINNING,
        RobustnessPart.MEANS,
    ]


def test_a_step_is_the_least_distance_between_levels(kitchens_study):
    """Only freshness and menu have levels, of which delta's and beta's can go both ways.

    Known on freshness: alpha 3 (down), beta 2 (both), delta 1 to 3 (neither end may leave the scale: down alone, or
    both); on menu: alpha 2 (both), beta 3 (down), delta 1 (both), gamma 0 (up).
    """
    steps = kitchens_study({RobustnessPart.STEPS}).parts[RobustnessPart.STEPS]
    assert {abs(row.by) for row in steps.rows} <= {1}
    assert {row.leaf for row in steps.rows} <= {"freshness", "menu"}


def test_prices_are_named_in_their_unit(kitchens_study):
    """Delta, with 60 points, is 4 2/3 short of beta; at its best price already, it has to gain elsewhere.

    Beta falls to 60 at a price that brings 4 2/3 of 20 points less than the 8 it has: 3 1/3 of 20 x 25 below 50, 45.83.
    """
    needed = kitchens_study({RobustnessPart.NEEDED}).parts[RobustnessPart.NEEDED]
    rows = {(row.tier, row.candidate, row.leaf): row for row in needed.rows}
    beta = rows["reserve", "beta", "price"]
    assert not beta.enters
    assert beta.performance == pytest.approx(float(50 - Fraction(10, 3) / 20 * 25))
    # A hundredth of a scale of 25 is 0.1 in round figures, and dearer is worse.
    assert beta.figure.figure == Decimal("45.9")
    assert ("reserve", "delta", "price") not in rows

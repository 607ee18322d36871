from datetime import date
from decimal import Decimal

import pytest

from stratsel.results.crossing import Crossing, Direction


def crossings(ranking, candidate: str) -> list[Crossing]:
    [found] = [each for each in ranking.candidates if each.id == candidate]
    return list(found.reasons.crossings)


def test_over_the_next_line_above(join):
    # delta (60) has to pass beta (64 2/3) for the reserve; freshness at 2 brings 40/3 more
    [up] = crossings(join().ranking, "delta")
    assert (up.tier, up.direction, up.mover, up.passed) == ("reserve", Direction.UP, "delta", "beta")
    assert up.gap == pytest.approx(14 / 3, abs=1e-9)
    [step] = up.steps
    assert (step.leaf, step.figure.figure, step.figure.meaning) == ("freshness", 2, "Seen on some days")
    assert step.gain == pytest.approx(40 / 3, abs=1e-9)
    assert up.largest.leaf == "freshness"


def test_where_no_single_assessment_is_enough(join):
    # beta's delivery can bring 10 more, and alpha is 14 2/3 ahead
    up, down = crossings(join().ranking, "beta")
    assert (up.tier, up.direction, up.mover, up.passed) == ("first", Direction.UP, "beta", "alpha")
    assert (up.steps, up.largest.leaf) == ((), "delivery")
    assert (down.tier, down.direction, down.mover, down.passed) == ("reserve", Direction.DOWN, "delta", "beta")
    assert [step.leaf for step in down.steps] == ["freshness"]


def test_the_rival_who_could_pass_is_named(join):
    """Beta is next, but cannot pass alpha at its best; delta can."""
    [down] = crossings(join().ranking, "alpha")
    assert (down.tier, down.mover, down.passed) == ("first", "delta", "alpha")
    assert down.gap == pytest.approx(58 / 3, abs=1e-9)
    [step] = down.steps
    assert (step.leaf, step.figure.figure) == ("freshness", 3)


def test_the_nearest_rival_where_none_could_pass(join):
    kitchens = {
        "alpha": "{freshness: 3, menu: 3, price: 25, delivery: own}",
        "beta": "{freshness: 2, menu: 3, price: 25, delivery: own}",
        "gamma": "{freshness: 1, menu: 3, price: 25, delivery: [hired, own]}",
    }
    [down] = crossings(join(kitchens).ranking, "alpha")
    assert (down.mover, down.steps, down.largest) == ("beta", (), None)


def test_nobody_is_below(join):
    ranking = join({"alpha": "{freshness: 3, menu: unknown, price: 30, delivery: own}"}).ranking
    assert crossings(ranking, "alpha") == []


def test_the_last_looks_at_the_lowest_line_only(join):
    [up] = crossings(join().ranking, "gamma")
    assert (up.tier, up.passed, up.steps, up.largest.leaf) == ("reserve", "beta", (), "freshness")


def test_a_tie_across_a_line_is_left_upwards_by_all_alike(join):
    """Whoever comes first by id has no place either."""
    kitchens = dict.fromkeys(("a", "b", "c"), "{freshness: 3, menu: [1, 2], price: 30, delivery: own}")
    ranking = join(kitchens).ranking
    for name in kitchens:
        [up] = crossings(ranking, name)
        assert (up.tier, up.direction, up.mover) == ("reserve", Direction.UP, name)
        assert up.passed != name
        assert up.gap == 0
        assert [(step.leaf, step.figure.figure) for step in up.steps] == [("menu", 2)]


def test_how_many_must_pass(join, criteria):
    """Beta stands between alpha and the only line, so that two must pass alpha before it has no place."""
    one_line = criteria.replace("    - {id: first, places: 1, title: First contract}\n", "")
    ranking = join(criteria=one_line).ranking
    assert [each.passes_needed for each in crossings(ranking, "alpha")] == [2]
    assert [each.passes_needed for each in crossings(ranking, "beta")] == [1]


# --- other trees and other rules --------------------------------------------------------------------


def test_under_a_geometric_mean(join, criteria):
    """The whole is food^0.6 x supply^0.4, and food is all there for both.

    Alpha's supply is 1/2; beta's is 1/4 from its van and as much again as the price is worth. To pass, the price must
    be worth more than 1/2: less than 37.5, in steps of a tenth 37.4.
    """
    geometric = criteria.replace("criteria:\n", "combine: geometric\ncriteria:\n", 1)
    kitchens = {
        "alpha": "{freshness: 3, menu: 3, price: 37.5, delivery: hired}",
        "beta": "{freshness: 3, menu: 3, price: unknown, delivery: hired}",
    }
    [up] = [each for each in crossings(join(kitchens, geometric).ranking, "beta") if each.direction is Direction.UP]
    assert up.gap == pytest.approx(100 * (0.5**0.4 - 0.25**0.4), abs=1e-9)
    [step] = up.steps
    assert (step.leaf, step.figure.figure) == ("price", Decimal("37.4"))
    price = (50 - 37.4) / 25
    assert step.gain == pytest.approx(100 * ((0.25 + price / 2) ** 0.4 - 0.25**0.4), abs=1e-9)


def test_a_part_that_is_not_the_worst_moves_nothing(join, criteria):
    """Supply is the worse of price and delivery: beta's price, 0 to 1, is held back by a van worth 1/2.

    Alpha has 60 + 40 x 3/5 = 84 points, beta at most 60 + 40 x 1/2 = 80.
    """
    worst_of = criteria.replace("- id: supply\n", "- id: supply\n    combine: minimum\n")
    worst_of = worst_of.replace("{id: price, weight: 1,", "{id: price,").replace(
        "- id: delivery\n        weight: 1\n", "- id: delivery\n"
    )
    kitchens = {
        "alpha": "{freshness: 3, menu: 3, price: 35, delivery: own}",
        "beta": "{freshness: 3, menu: 3, price: unknown, delivery: hired}",
    }
    up, *_ = crossings(join(kitchens, worst_of).ranking, "beta")
    assert (up.gap, up.steps) == (pytest.approx(24, abs=1e-9), ())
    assert (up.largest.leaf, up.largest.possible_points) == ("price", pytest.approx(20, abs=1e-9))


def test_days_and_items(join, criteria):
    """Price, 20 points, is a day of 2026 now, and menu, 20 points, four items alike.

    Beta is 6 points behind: 6/20 of 364 days are 109.2, so 110 days before the last of 2026. Two items are 10 points.
    """
    other = criteria.replace(
        "{kind: quantity, unit: thousand VND, worst: 50, best: 25}", "{kind: date, worst: 2026-12-31, best: 2026-01-01}"
    ).replace(
        "{id: menu, weight: 1, scale: quality, title: Menu}",
        "{id: menu, weight: 1, title: Menu, scale: {kind: checklist, items: "
        "{soup: {title: Soup}, fish: {title: Fish}, rice: {title: Rice, weight: 2}}}}",
    )
    kitchens = {
        "alpha": "{freshness: 3, menu: {met: [soup]}, price: 2026-12-31, delivery: {choice: own}}",
        "beta": "{freshness: 3, menu: {met: [], unknown: [soup, fish, rice]}, price: 2026, delivery: own}",
    }
    up, *_ = crossings(join(kitchens, other).ranking, "beta")
    assert up.gap == pytest.approx(5, abs=1e-9)
    # 5 points are 91 days, which would draw level; and soup or fish, of 5 points each, would too
    assert [(step.leaf, step.figure.figure) for step in up.steps] == [
        ("price", date(2026, 9, 30)),
        ("menu", ("rice",)),
    ]


BELOW = {
    "alpha": "{freshness: 3, menu: 2, price: 30, delivery: hired}",  # 79 1/3
    "beta": "{freshness: 3, menu: 0, price: 43.75, delivery: fetched}",  # 45
    "delta": "{freshness: 3, menu: 0, price: 50, delivery: unknown}",  # 40 to 60
}


def test_the_minimum_has_to_be_reached_too(join, criteria):
    """Delta is 5 points behind beta and 10 below the minimum: with a hired van it has 50, which is enough."""
    ranking = join(BELOW, criteria + "  minimum: 50\n").ranking
    up, *_ = crossings(ranking, "delta")
    assert (up.tier, up.passed, up.gap) == ("reserve", "beta", pytest.approx(10, abs=1e-8))
    assert [(step.leaf, step.figure.figure) for step in up.steps] == [("delivery", "hired")]
    assert Direction.DOWN not in {each.direction for each in crossings(ranking, "beta")}, "it has no place to lose"


def test_values_are_passed_once_they_are_rounded(join, criteria):
    """To steps of 5 points: beta has 65, so that delta, at 60, needs 67.5 to have 70."""
    up, *_ = crossings(join(criteria=criteria + "  resolution: 5\n").ranking, "delta")
    assert (up.passed, up.gap) == ("beta", pytest.approx(7.5, abs=1e-8))
    assert [(step.leaf, step.figure.figure) for step in up.steps] == [("freshness", 2)]


def test_half_a_step_beyond_the_rival_is_enough(join, criteria):
    """To steps of 20: beta's 45 is 40, as is delta's 40; with a hired van delta's 50 becomes 60."""
    up, *_ = crossings(join(BELOW, criteria + "  resolution: 20\n").ranking, "delta")
    assert (up.passed, up.gap) == ("beta", pytest.approx(10, abs=1e-8))
    assert [(step.leaf, step.figure.figure) for step in up.steps] == [("delivery", "hired")]


def test_the_minimum_counts_after_rounding(join, criteria):
    """To steps of 20 the minimum of 55 is reached with 60, and 60 with 50."""
    up, *_ = crossings(join(BELOW, criteria + "  minimum: 55\n  resolution: 20\n").ranking, "delta")
    assert (up.passed, up.gap) == ("beta", pytest.approx(10, abs=1e-8))


FIELDS = "fields: {group: {type: text, question: Which group?}}\n"
QUOTA = "  quotas: [{field: group, value: x, at_most: 1, tier: TIER}]\n"


@pytest.mark.parametrize(("tier", "looked_at"), [("first", set()), ("reserve", {"first"})])
def test_lines_that_hang_on_quotas_are_not_looked_across(tier, looked_at, join, criteria):
    """Nor those below them, as whoever came in by a quota stands above."""
    kitchens = {name: f"fields: {{group: x}}\nassessments: {text}" for name, text in BELOW.items()}
    ranking = join(kitchens, criteria + QUOTA.replace("TIER", tier) + FIELDS).ranking
    assert {each.tier for name in kitchens for each in crossings(ranking, name)} == looked_at

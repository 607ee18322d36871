from datetime import date
from decimal import Decimal
from math import log10

import pytest

from stratsel.assemble.performances import value_function
from stratsel.model.scale import Calendar, Checklist, Choice, Quantity, Rubric
from stratsel.results.crossing import Direction, OpenLeaf, steps_over
from stratsel.results.leaf import LeafStanding, written

RUBRIC = Rubric.model_validate({"kind": "rubric", "levels": {"0": "a", "1": "b", "2": "c", "4": "d"}})
CHOICE = Choice.model_validate(
    {
        "kind": "choice",
        "options": {
            "no": {"value": 0, "title": "No"},
            "half": {"value": 50, "title": "Half"},
            "also-half": {"value": 50, "title": "Also half"},
            "yes": {"value": 100, "title": "Yes"},
        },
    }
)


def quantity(worst, best) -> Quantity:
    return Quantity.model_validate({"kind": "quantity", "unit": "kg", "worst": worst, "best": best})


def opened(scale, weight, points, possible, low=None, high=None, leaf="leaf") -> OpenLeaf:
    """A leaf that brings all of the whole, so that its points are those of the whole."""
    ends = [None if figure is None else written(scale, figure) for figure in (low, high)]
    best = possible / weight
    return OpenLeaf(
        LeafStanding(leaf, weight, points, possible, *ends),
        scale,
        value_function(scale),
        best,
        points_at=lambda values: [weight * value for value in values],
        least_worth=lambda wanted: wanted / weight if wanted <= possible else None,
    )


def steps(gap, *leaves) -> list[tuple[str, object, float]]:
    points = leaves[0].standing.points
    return [(step.leaf, step.figure.figure, round(step.gain, 9)) for step in steps_over(points, gap, leaves)]


def test_the_lowest_level_that_is_enough():
    # a leaf of 20 points: level 1 brings 5, level 2 brings 10, level 4 brings 20
    leaf = opened(RUBRIC, 20, 0, 20)
    assert steps(4, leaf) == [("leaf", 1, 5)]
    assert steps(5, leaf) == [("leaf", 2, 10)], "drawing level is not passing"
    assert steps(0, leaf) == [("leaf", 1, 5)]
    assert steps(19, leaf) == [("leaf", 4, 20)]
    assert steps(20, leaf) == []


def test_a_range_allows_no_more_than_its_end():
    leaf = opened(RUBRIC, 20, 5, 10, 1, 2)  # level 1 or 2
    assert steps(4, leaf) == [("leaf", 2, 5)]
    assert steps(6, leaf) == []


def test_options_worth_the_same():
    assert steps(9, opened(CHOICE, 20, 0, 20)) == [("leaf", "half", 10)]
    assert steps(10, opened(CHOICE, 20, 0, 20)) == [("leaf", "yes", 20)]


@pytest.mark.parametrize(
    ("worst", "best", "gap", "amount", "gain"),
    [
        # a leaf of 40 points; amounts people would name lie a hundredth of the scale apart
        (0, 100, 10, 26, 10.4),  # 25 would draw level
        (100, 0, 10, 74, 10.4),
        (0, 1, 10, Decimal("0.26"), 10.4),
        (50, 25, 10, Decimal("43.7"), 10.08),  # 43.75 would draw level; steps of 0.1: (50 - 43.7)/25 x 40
        (0, 100, Decimal("9.9"), 25, 10),  # 24.75 would draw level
    ],
)
def test_the_next_round_amount(worst, best, gap, amount, gain):
    assert steps(float(gap), opened(quantity(worst, best), 40, 0, 40)) == [("leaf", amount, gain)]


def test_the_end_of_a_range_where_no_round_amount_lies_within():
    # 0 to 100 on 40 points, assessed as [20, 25.5]: at 25.5 it brings 10.2 - 8 = 2.2 more
    scale = quantity(0, 100)
    leaf = opened(scale, 40, 8, 10.2, 20, Decimal("25.5"))
    assert steps(2.1, leaf) == [("leaf", Decimal("25.5"), 2.2)]  # 25.25 would draw level, 26 is out of the range
    assert steps(2.2, leaf) == []


def test_the_end_of_a_falling_range():
    leaf = opened(quantity(100, 0), 40, 29.8, 32, Decimal("20"), Decimal("25.5"))
    assert steps(2.1, leaf) == [("leaf", Decimal("20"), 2.2)]  # 20.25 would draw level


def test_the_end_of_the_scale_where_nothing_is_known():
    # 39.99 of 40 points: the next hundredth is the end itself
    assert steps(39.99, opened(quantity(0, 100), 40, 0, 40)) == [("leaf", 100, 40)]


def test_the_smallest_sufficient_gain_first():
    small = opened(RUBRIC, 20, 0, 20, leaf="small")
    large = opened(CHOICE, 60, 0, 60, leaf="large")
    none = opened(RUBRIC, 2, 0, 2, leaf="none")
    assert steps(8, large, none, small) == [("small", 2, 10), ("large", "half", 30)]


def test_a_level_between_two():
    """Steps of a half from 0 to 4 on 20 points: 2.5 is worth 12.5."""
    halves = Rubric.model_validate({"kind": "rubric", "levels": {"0": "a", "4": "d"}, "step": Decimal("0.5")})
    assert steps(12, opened(halves, 20, 0, 20)) == [("leaf", Decimal("2.5"), 12.5)]


@pytest.mark.parametrize(
    ("worst", "best", "gap", "amount"),
    [
        (1, 100, 20, 11),  # 10 would draw level, and of amounts in tens the next one is named
        (100, 1, 20, 9),
        (1, 1000000, 5, Decimal("5.7")),  # 10^(3/4) = 5.62 would draw level
    ],
)
def test_amounts_of_which_equal_ratios_are_worth_the_same(worst, best, gap, amount):
    """The gain is 40 points times the share of the powers of ten gone through."""
    scale = Quantity.model_validate({"kind": "quantity", "unit": "kg", "worst": worst, "best": best, "shape": "log"})
    [(leaf, figure, found)] = steps(gap, opened(scale, 40, 0, 40))
    assert (leaf, figure) == ("leaf", amount)
    assert found == pytest.approx(40 * log10(amount / Decimal(worst)) / log10(best / worst), abs=1e-8)


@pytest.mark.parametrize(
    ("worst", "best", "gap", "day"),
    [
        # 40 points over ten days, 4 a day: 10 points are two days and a half
        ("2026-01-01", "2026-01-11", 10, "2026-01-04"),
        ("2026-01-11", "2026-01-01", 10, "2026-01-08"),
        ("2026-01-01", "2026-01-11", 12, "2026-01-05"),  # the fourth would draw level
        # over ten years the next day is named, not the next month
        ("2020-01-01", "2030-01-01", 20, "2025-01-01"),  # 3653 days, 1826.5 of them: noon on the last of 2024
    ],
)
def test_the_next_day(worst, best, gap, day):
    scale = Calendar.model_validate({"kind": "date", "worst": worst, "best": best})
    [(_, figure, _)] = steps(gap, opened(scale, 40, 0, 40))
    assert figure == date.fromisoformat(day)


def test_the_last_day_of_a_range():
    """From the first to the fourth, noon not to be had: the fourth is all that there is."""
    scale = Calendar.model_validate({"kind": "date", "worst": "2026-01-01", "best": "2026-01-11"})
    leaf = opened(scale, 40, 0, 12, date(2026, 1, 1), date(2026, 1, 4))
    assert steps(10, leaf) == [("leaf", date(2026, 1, 4), 12)]
    assert steps(12, leaf) == []


def test_items_of_a_checklist():
    """Plan 1, test 3, sale 4 of 8, on 40 points: 5, 15 and 20."""
    items = {name: {"title": name, "weight": weight} for name, weight in {"plan": 1, "test": 3, "sale": 4}.items()}
    scale = Checklist.model_validate({"kind": "checklist", "items": items})
    assert steps(4, opened(scale, 40, 0, 40)) == [("leaf", ("plan",), 5)]
    assert steps(14, opened(scale, 40, 0, 40)) == [("leaf", ("test",), 15)]
    assert steps(20, opened(scale, 40, 0, 40)) == [("leaf", ("plan", "test", "sale"), 40)]
    # the plan is met already, the sale is not to be had
    leaf = opened(scale, 40, 5, 20, ("plan",), ("plan", "test"))
    assert steps(4, leaf) == [("leaf", ("plan", "test"), 15)]
    assert steps(15, leaf) == []


def test_nothing_open():
    assert steps_over(0, 1, []) == ()


def test_directions_have_names():
    assert (Direction.UP.label("en"), Direction.DOWN.label("vi")) == ("up", "xuống")

from datetime import date
from decimal import Decimal

import pytest

from stratsel.model.assessments import Assessed
from stratsel.model.scale import Calendar, Checklist, Choice, Quantity, Rubric
from stratsel.results.leaf import LeafStanding, WrittenFigure, written, written_ends
from stratsel.terms import ValueKey

RUBRIC = Rubric.model_validate({"kind": "rubric", "levels": {"0": "nothing", "2.5": {"en": "some", "vi": "một ít"}}})
QUANTITY = Quantity.model_validate({"kind": "quantity", "unit": "kg", "worst": 0, "best": Decimal("12.5")})
CHOICE = Choice.model_validate(
    {"kind": "choice", "options": {"no": {"value": 0, "title": "No"}, "yes": {"value": 100, "title": "Yes"}}}
)

CALENDAR = Calendar.model_validate({"kind": "date", "worst": "2026-01-01", "best": "2026-12-31"})
CHECKLIST = Checklist.model_validate(
    {"kind": "checklist", "items": {"plan": {"title": {"en": "Plan", "vi": "Kế hoạch"}}, "test": {"title": "Test"}}}
)
STEPS = Rubric.model_validate({"kind": "rubric", "levels": {"0": "nothing", "2": "all"}, "step": 1})


@pytest.mark.parametrize(
    ("scale", "figure", "key", "meaning"),
    [
        (RUBRIC, 0, ValueKey.LEVEL, "nothing"),
        (RUBRIC, Decimal("2.50"), ValueKey.LEVEL, {"en": "some", "vi": "một ít"}),
        (QUANTITY, Decimal("3.1"), ValueKey.AMOUNT, "kg"),
        (CHOICE, "yes", ValueKey.CHOICE, "Yes"),
        (CALENDAR, date(2026, 5, 1), ValueKey.DATE, "2026-05-01"),
        (CHECKLIST, ("plan", "test"), ValueKey.MET, {"en": "Plan, Test", "vi": "Kế hoạch, Test"}),
    ],
)
def test_a_figure_with_its_meaning(scale, figure, key, meaning):
    assert written(scale, figure) == WrittenFigure(key, figure, meaning)


def test_both_ends():
    low, high = written_ends(QUANTITY, Assessed(2, 5))
    assert (low.figure, high.figure) == (2, 5)
    assert written_ends(QUANTITY, None) == (None, None)


def test_open_and_unknown():
    known = written(QUANTITY, 2)
    assert not LeafStanding("a", 10, 2, 2, known, known).is_open
    assert LeafStanding("a", 10, 2, 3, known, written(QUANTITY, 3)).is_open
    unknown = LeafStanding("a", 10, 0, 10, None, None)
    assert unknown.is_open
    assert unknown.is_unknown
    assert not LeafStanding("a", 10, 2, 2, known, known).is_unknown
    assert not LeafStanding("a", 0, 0, 0, None, None).is_open, "a leaf without weight brings nothing"


def test_a_level_between_two_says_so():
    assert written(STEPS, 1) == WrittenFigure(ValueKey.LEVEL, 1, "nothing", is_between=True)
    assert not written(STEPS, 2).is_between


# --- what leaves bring ------------------------------------------------------------------------------


def brought(ranking, candidate: str) -> dict[str, tuple[float, float, float]]:
    """Of each leaf what it can bring at most, what it brings, and what it could."""
    [found] = [each for each in ranking.candidates if each.id == candidate]
    return {leaf.leaf: (leaf.weight, leaf.points, leaf.possible_points) for leaf in found.leaves}


def near(*numbers: float):
    return pytest.approx(numbers, abs=1e-9)


def test_along_arithmetic_means_points_add_up(join):
    """Delta: freshness 1 to 3 of 3 on 40 points, menu 1 of 3 on 20, price and delivery at their best."""
    delta = brought(join().ranking, "delta")
    assert delta["freshness"] == near(40, 40 / 3, 40)
    assert delta["menu"] == near(20, 20 / 3, 20 / 3)
    assert delta["price"] == delta["delivery"] == near(20, 20, 20)


def test_below_a_geometric_mean_a_leaf_brings_what_the_whole_would_lack(join, criteria):
    """The whole is food^0.6 x supply^0.4. Delta: food 2/3 x 1/3 + 1/3 x 1/3 = 1/3, supply 1: (1/3)^0.6.

    Freshness at level 0 leaves food 1/9, at level 3 it makes it 7/9. Menu at 0 leaves 2/9, at 3 makes 5/9. Price at
    its worst leaves supply 1/2.
    """
    geometric = criteria.replace("criteria:\n", "combine: geometric\ncriteria:\n", 1)
    delta = brought(join(criteria=geometric).ranking, "delta")

    def whole(food: float, supply: float = 1) -> float:
        return 100 * food**0.6 * supply**0.4

    here = whole(1 / 3)
    lowest, highest = whole(1 / 9), whole(7 / 9)
    assert delta["freshness"] == near(highest - lowest, here - lowest, highest - lowest)
    assert delta["menu"] == near(whole(5 / 9) - whole(2 / 9), here - whole(2 / 9), here - whole(2 / 9))
    assert delta["price"] == near(here - whole(1 / 3, 0.5), here - whole(1 / 3, 0.5), here - whole(1 / 3, 0.5))


def test_below_a_minimum_only_the_worst_bears_on_the_whole(join, criteria):
    """Supply, 40 points, is the worse of price and delivery. Alpha: price 4/5, delivery 1/2: 20 points.

    Price at its worst takes them all, at its best brings no more. Delivery at its best makes supply 4/5: 12 more.
    """
    worst_of = criteria.replace("- id: supply\n", "- id: supply\n    combine: minimum\n")
    worst_of = worst_of.replace("{id: price, weight: 1,", "{id: price,").replace(
        "- id: delivery\n        weight: 1\n", "- id: delivery\n"
    )
    alpha = brought(join(criteria=worst_of).ranking, "alpha")
    assert alpha["price"] == near(20, 20, 20)
    assert alpha["delivery"] == near(32, 20, 20)
    assert alpha["freshness"] == near(40, 40, 40), "food is a sum still"


def test_what_is_left_out_brings_nothing_and_could_bring_something(join, criteria):
    """Gamma knows nothing of freshness: menu is all of food. It has menu 0, price beyond its worst, delivery 0.

    Freshness at its best would make food 2/3, 40 points.
    """
    available = criteria + "missing: {kind: available, at_least: 0.5}\n"
    gamma = brought(join(criteria=available).ranking, "gamma")
    assert gamma["freshness"] == near(0, 0, 40)
    assert gamma["menu"] == near(60, 0, 0)

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from stratsel.analysis.needed import Needed
from stratsel.engine.value import LogValueFunction, ValueFunction
from stratsel.model.scale import Calendar, Checklist, Choice, Quantity
from stratsel.results.robustness.figure import figure_at, figure_beyond, share_beyond


def between(worst, best):
    worst, best = Fraction(worst), Fraction(best)
    ends = sorted([(worst, Fraction(0)), (best, Fraction(1))])
    return ValueFunction(tuple(at for at, _ in ends), tuple(value for _, value in ends))


def at(function, performance):
    """What is needed where it lies at a performance."""
    performance = Fraction(performance)
    return Needed(0, float(performance), float(function.exact_partial_value(performance)))


PRICE = Quantity.model_validate({"kind": "quantity", "unit": "EUR", "worst": 400, "best": 0})
WAGE = Quantity.model_validate({"kind": "quantity", "unit": "EUR", "worst": 0, "best": 400})
DAYS = Calendar.model_validate({"kind": "date", "worst": "2026-12-31", "best": "2026-01-01"})
FROM, TO = date(2026, 12, 31).toordinal(), date(2026, 1, 1).toordinal()
VANS = Choice.model_validate(
    {
        "kind": "choice",
        "options": {name: {"value": value, "title": name} for name, value in (("no", 0), ("one", 50), ("two", 100))},
    }
)
LIST = Checklist.model_validate({"kind": "checklist", "items": {"a": {"title": "A", "weight": 3}, "b": {"title": "B"}}})


@pytest.mark.parametrize(
    ("scale", "ends", "enters", "figure"),
    [
        (WAGE, (0, 400), True, Decimal(124)),  # dearer is better: up to the next whole hundredth of the scale
        (WAGE, (0, 400), False, Decimal(123)),
        (PRICE, (400, 0), True, Decimal(123)),  # cheaper is better
        (PRICE, (400, 0), False, Decimal(124)),
    ],
)
def test_amounts_are_rounded_towards_enough(scale, ends, enters, figure):
    """A hundredth of a scale of 400 is 1 in round figures."""
    function = between(*ends)
    assert figure_beyond(scale, function, at(function, "123.4"), enters=enters).figure == figure


@pytest.mark.parametrize(("enters", "day"), [(True, date(2026, 6, 14)), (False, date(2026, 6, 15))])
def test_days_are_rounded_towards_enough(enters, day):
    """Earlier is better; level in the night from 14 to 15 June."""
    function = between(FROM, TO)
    midnight = Fraction(date(2026, 6, 14).toordinal()) + Fraction(1, 2)
    assert figure_beyond(DAYS, function, at(function, midnight), enters=enters).figure == day


def test_a_day_that_is_just_level_is_not_enough():
    function = between(FROM, TO)
    level = at(function, date(2026, 6, 14).toordinal())
    assert figure_beyond(DAYS, function, level, enters=True).figure == date(2026, 6, 13)
    assert figure_beyond(DAYS, function, level, enters=False).figure == date(2026, 6, 15)


def test_named_figures_are_the_next_beyond(rubric):
    """Level 3 is worth 60: what is level with it is not enough, what is needed between 2 and 3 is level 3."""
    function = between(0, 5)
    for performance, above, below in ((3, 4, 2), (Fraction(5, 2), 3, 2)):
        needed = at(function, performance)
        assert figure_beyond(rubric(), function, needed, enters=True).figure == above
        assert figure_beyond(rubric(), function, needed, enters=False).figure == below
    vans = ValueFunction((Fraction(0), Fraction(1), Fraction(2)), (Fraction(0), Fraction(1, 2), Fraction(1)))
    assert figure_beyond(VANS, vans, at(vans, Fraction(1, 2)), enters=True).figure == "one"
    assert figure_beyond(VANS, vans, at(vans, 1), enters=True).figure == "two"


def test_nothing_lies_beyond_the_end():
    function = between(400, 0)
    assert figure_beyond(PRICE, function, at(function, 0), enters=True) is None
    assert figure_beyond(PRICE, function, at(function, 400), enters=False) is None
    assert figure_beyond(PRICE, function, at(function, "0.4"), enters=True).figure == 0
    narrow = Quantity.model_validate(
        {"kind": "quantity", "unit": "m", "worst": Decimal("0.5"), "best": Decimal("2.505")}
    )
    function = between("1/2", "2.505")
    assert figure_beyond(narrow, function, at(function, "2.503"), enters=True).figure == Decimal("2.505")


def test_amounts_of_equal_ratios_are_rounded_by_themselves():
    """To two digits of the amount: 1234 to 1300."""
    scale = Quantity.model_validate({"kind": "quantity", "unit": "t", "worst": 1, "best": 10000, "shape": "log"})
    function = LogValueFunction(Fraction(1), Fraction(10000))
    needed = Needed(0, 1234.0, function.partial_value(Fraction(1234)))
    assert figure_beyond(scale, function, needed, enters=True).figure == 1300
    assert figure_beyond(scale, function, needed, enters=False).figure == 1200


def test_checklists_have_shares():
    """Items of weight 4 in all: what lies at 2.5 of them is met to 63 %, or to 62 % where that is too much."""
    function = between(0, 4)
    needed = at(function, "5/2")
    assert figure_beyond(LIST, function, needed, enters=True) is None
    assert (share_beyond(needed, enters=True), share_beyond(needed, enters=False)) == (0.63, 0.62)
    assert share_beyond(at(function, 4), enters=True) is None
    assert share_beyond(at(function, 0), enters=False) is None


def test_what_a_performance_is_called(rubric):
    assert figure_at(rubric(), 3.0).meaning == "anchor 3"
    between_levels = figure_at(rubric(), 2.5)
    assert (between_levels.figure, between_levels.meaning, between_levels.is_between) == (
        Decimal("2.5"),
        "anchor 2",
        True,
    )
    assert figure_at(VANS, 2.0).figure == "two"
    assert figure_at(DAYS, float(TO)).figure == date(2026, 1, 1)
    assert (figure_at(PRICE, 0.1 + 0.2).figure, figure_at(PRICE, 3.0).meaning) == (Decimal("0.3"), "EUR")
    assert figure_at(LIST, 3.0) is None

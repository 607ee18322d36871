from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from stratsel.assemble.performances import array, column, performance, value_function
from stratsel.engine.problem import End
from stratsel.model.assessments import Assessed
from stratsel.model.scale import Calendar, Checklist, Choice, Quantity, Rubric

ORDER = (End.WORST, End.BEST, End.LIKELY)

RUBRIC = {"kind": "rubric", "levels": {"1": "little", "2": "some", "5": "much"}}
VALUES = RUBRIC | {"levels": {"0": "no", "1": "partly", "2": "fully"}, "values": [0, 70, 100], "step": Decimal("0.5")}
FALLING = {"kind": "quantity", "unit": "VND", "worst": 50, "best": 25}
RISING = {"kind": "quantity", "unit": "km/h", "worst": Decimal("0.1"), "best": Decimal("0.7")}
POINTS = {"kind": "quantity", "unit": "km", "points": {"0": 0, "10": 80, "40": 100}}
DOWNWARDS = {"kind": "quantity", "unit": "km", "points": {"0": 100, "10": 20, "40": 0}}
LOG = {"kind": "quantity", "unit": "VND", "worst": 1, "best": 100, "shape": "log"}
CHOICE = {
    "kind": "choice",
    "options": {
        "fetched": {"value": 0, "title": "Fetched"},
        "hired": {"value": Decimal("33.3"), "title": "Hired"},
        "own": {"value": 100, "title": "Own"},
    },
}
LATER = {"kind": "date", "worst": "2026-01-01", "best": "2026-01-11"}
EARLIER = {"kind": "date", "worst": "2026-01-11", "best": "2026-01-01"}
ITEMS = {"kind": "checklist", "items": {"plan": {"title": "Plan", "weight": 1}, "test": {"title": "Test", "weight": 3}}}


@pytest.mark.parametrize(
    ("scale", "values"),
    [
        # level 2 lies a quarter of the way from 1 to 5
        (Rubric.model_validate(RUBRIC), {1: "0", 2: "1/4", 5: "1"}),
        # half way from 1, worth 70, to 2, worth 100
        (Rubric.model_validate(VALUES), {0: "0", 1: "7/10", Decimal("1.5"): "17/20", 2: "1"}),
        (Quantity.model_validate(FALLING), {25: "1", 30: "4/5", 50: "0", 60: "0", 20: "1"}),
        (Quantity.model_validate(RISING), {Decimal("0.4"): "1/2", Decimal("0.3"): "1/3"}),
        # 5 is half way to 80; 25 is half way from 80 to 100
        (Quantity.model_validate(POINTS), {0: "0", 5: "2/5", 10: "4/5", 25: "9/10", 99: "1"}),
        (Quantity.model_validate(DOWNWARDS), {0: "1", 5: "3/5", 10: "1/5", 25: "1/10", 99: "0"}),
        (Choice.model_validate(CHOICE), {"fetched": "0", "hired": "333/1000", "own": "1"}),
        # ten days, of which two have gone by
        (Calendar.model_validate(LATER), {date(2026, 1, 3): "1/5", date(2025, 1, 1): "0", date(2027, 1, 1): "1"}),
        (Calendar.model_validate(EARLIER), {date(2026, 1, 3): "4/5", date(2026, 1, 11): "0"}),
        (Checklist.model_validate(ITEMS), {(): "0", ("plan",): "1/4", ("test",): "3/4", ("plan", "test"): "1"}),
    ],
)
def test_every_scale_is_a_value_function(scale, values):
    function = value_function(scale)
    for figure, value in values.items():
        performance = Fraction(scale.performance(figure))
        assert function.exact_partial_value(performance) == Fraction(value)
        assert function.partial_values(np.array([float(performance)])) == pytest.approx([float(Fraction(value))])


@pytest.mark.parametrize(("worst", "best"), [(1, 100), (100, 1)])
def test_a_logarithmic_scale(worst, best):
    """ln 10 / ln 100 = 1/2 from either end, and what lies beyond the ends counts as the end."""
    function = value_function(Quantity.model_validate(LOG | {"worst": worst, "best": best}))
    found = function.partial_values(np.array([worst, 10, best, best * 1000 if best > worst else 0]))
    assert found == pytest.approx([0, 0.5, 1, 1], abs=1e-15)


@pytest.mark.parametrize(
    ("kind", "written", "assessed", "ends"),
    [
        # worst, best, and the one that a range counts by: what is likely, else the middle
        (Quantity, {"kind": "quantity", "unit": "km", "worst": 0, "best": 10}, Assessed(2, 5), (2, 5, "7/2")),
        (Quantity, {"kind": "quantity", "unit": "km", "worst": 0, "best": 10}, Assessed(2, 5, 4), (2, 5, 4)),
        (Quantity, FALLING, Assessed(30, 40), (40, 30, 35)),
        (Quantity, FALLING, Assessed(30, 40, Decimal("30.5")), (40, 30, "61/2")),
        (Quantity, FALLING, None, (50, 25, "75/2")),
        (Quantity, POINTS, None, (0, 40, 20)),
        (Quantity, DOWNWARDS, Assessed(3, 4), (4, 3, "7/2")),
        (Quantity, LOG, Assessed(0, 10), (0, 10, 5)),
        (Rubric, RUBRIC, Assessed(2, 5), (2, 5, "7/2")),
        (Rubric, RUBRIC, None, (1, 5, 3)),
        (Choice, CHOICE, Assessed("hired", "own"), (1, 2, "3/2")),
        (Checklist, ITEMS, Assessed(("plan",), ("plan", "test")), (1, 4, "5/2")),
        (Checklist, ITEMS, Assessed((), ()), (0, 0, 0)),
        (Checklist, ITEMS, None, (0, 4, 2)),
    ],
)
def test_what_an_assessment_leaves_open(kind, written, assessed, ends):
    scale = kind.model_validate(written)
    [found] = column(scale, value_function(scale), [assessed])
    assert [performance(found, end) for end in ORDER] == [Fraction(end) for end in ends]


@pytest.mark.parametrize(("written", "worst", "best"), [(LATER, 2, 5), (EARLIER, 5, 2)])
def test_a_range_of_days(written, worst, best):
    """From the second to the fifth of January; the middle is the noon between the third and the fourth."""
    scale = Calendar.model_validate(written)
    [found] = column(scale, value_function(scale), [Assessed(date(2026, 1, 2), date(2026, 1, 5))])
    new_year = date(2025, 12, 31).toordinal()
    assert [performance(found, end) - new_year for end in ORDER] == [worst, best, Fraction(7, 2)]


def test_one_end_of_all_columns():
    columns = [[(Fraction(1), Fraction(2), None)] * 2, [(Fraction(9), Fraction(5), Fraction(7))] * 2]
    assert array(columns, End.WORST, (2, 2)).tolist() == [[1, 9]] * 2
    assert array(columns, End.BEST, (2, 2)).tolist() == [[2, 5]] * 2
    assert array(columns, End.LIKELY, (2, 2)).tolist() == [[1.5, 7]] * 2
    assert array([], End.BEST, (0, 0)).shape == (0, 0)

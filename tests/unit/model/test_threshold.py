from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from stratsel.model.scale import Scale
from stratsel.model.threshold import threshold_of

TITLES = {"title": "T"}
SCALES = {
    "rubric": {"kind": "rubric", "levels": {"0": "a", "2": "b"}, "step": Decimal("0.5")},
    "quantity": {"kind": "quantity", "unit": "EUR", "worst": 10, "best": 0},
    "early": {"kind": "date", "worst": "2027-12-31", "best": "2025-06-01"},
    "late": {"kind": "date", "worst": "2025-06-01", "best": "2027-12-31"},
    "checklist": {"kind": "checklist", "items": {"design": TITLES, "trial": TITLES, "use": TITLES}},
    "choice": {"kind": "choice", "options": {"none": {**TITLES, "value": 0}, "plan": {**TITLES, "value": 9}}},
}


def threshold(kind, written):
    return threshold_of(TypeAdapter(Scale).validate_python(SCALES[kind]), written)


@pytest.mark.parametrize(
    ("kind", "written", "figure"),
    [
        ("rubric", 2, 2),
        ("rubric", Decimal("1.5"), Decimal("1.5")),
        ("quantity", 3, 3),
        ("quantity", Decimal("-99.5"), Decimal("-99.5")),
        ("early", "2026-03-05", date(2026, 3, 5)),
        ("checklist", "trial", ("trial",)),
        ("checklist", ("use", "design", "use"), ("design", "use")),
        ("choice", "plan", "plan"),
    ],
)
def test_a_threshold_is_a_figure_of_the_scale(kind, written, figure):
    """An amount may lie beyond the ends; items stand in the order of the scale."""
    assert threshold(kind, written) == figure


@pytest.mark.parametrize(
    ("written", "if_early_is_better", "if_late_is_better"),
    [
        (2026, date(2026, 12, 31), date(2026, 1, 1)),
        ("2026-Q1", date(2026, 3, 31), date(2026, 1, 1)),
        ("2026-02", date(2026, 2, 28), date(2026, 2, 1)),
    ],
)
def test_of_a_month_a_quarter_or_a_year_the_worse_end_counts(written, if_early_is_better, if_late_is_better):
    """So that every day in it is at least that good."""
    assert threshold("early", written) == if_early_is_better
    assert threshold("late", written) == if_late_is_better


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("rubric", 3),
        ("rubric", Decimal("0.3")),
        ("rubric", "2"),
        ("rubric", ("a",)),
        ("quantity", "many"),
        ("quantity", ("a",)),
        ("early", "soon"),
        ("early", "2026-02-30"),
        ("early", 26),
        ("early", Decimal("2026.5")),
        ("early", ("a",)),
        ("checklist", "foo"),
        ("checklist", ("design", "foo")),
        ("checklist", ()),
        ("checklist", 3),
        ("choice", "foo"),
        ("choice", 1),
        ("choice", ("plan",)),
    ],
)
def test_what_is_no_figure_of_the_scale(kind, written):
    assert threshold(kind, written) is None


def test_a_scale_without_levels_has_no_figures():
    scale = TypeAdapter(Scale).validate_python({"kind": "rubric", "levels": {}, "step": 1})
    assert threshold_of(scale, 0) is None

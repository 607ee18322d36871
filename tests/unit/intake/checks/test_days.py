"""Dates on a scale from 31 December 2027, the worst, to 1 June 2025."""

from datetime import date
from decimal import Decimal

import pytest

from stratsel.intake.checks.days import DayRule
from stratsel.model.assessments import Assessed
from stratsel.model.candidate import Assessment
from stratsel.model.scale import Calendar
from stratsel.terms import Shape


def rule(**changes):
    written = {"kind": "date", "worst": "2027-12-31", "best": "2025-06-01", **changes}
    return DayRule("first-sale", Calendar.model_validate(written))


def read(short=None, changes=(), **written):
    entry = Assessment.model_validate(written) if written else short
    assessed, findings = rule(**dict(changes)).read(entry, "f")
    return assessed, [(each.code.value, each.where.path[2:]) for each in findings]


DAYS = [
    ("2026-02-03", date(2026, 2, 3), date(2026, 2, 3)),
    (2026, date(2026, 1, 1), date(2026, 12, 31)),
    ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
    ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
    (["2025-10-31", "2026-06"], date(2025, 10, 31), date(2026, 6, 30)),
    ([2026, 2026], date(2026, 1, 1), date(2026, 12, 31)),
]


@pytest.mark.parametrize(("written", "first", "last"), DAYS)
def test_a_date_is_the_days_from_its_first_to_its_last(written, first, last):
    assert read(written) == (Assessed(first, last), [])
    assert read(date=written) == (Assessed(first, last), [])


@pytest.mark.parametrize(
    ("likely", "day"),
    [("2026-11-30", date(2026, 11, 30)), ("2026-05", date(2026, 5, 16)), (2026, date(2026, 7, 2))],
)
def test_the_likely_day_is_the_middle_of_a_month_or_a_year(likely, day):
    """Of 31 days the 16th; of 365 the 183rd, which is 181 days to the end of June and two more."""
    assert read(date=2026, likely=likely) == (Assessed(date(2026, 1, 1), date(2026, 12, 31), day), [])


def test_unknown_establishes_nothing():
    assert read("unknown") == (None, [])
    assert read(date="unknown") == (None, [])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"date": ["2026-06", "2026-01"]}, [("ST210", ("date",))]),
        ({"date": ["2026-06-02", "2026-06-01"]}, [("ST210", ("date",))]),
        ({"date": 2026, "likely": 2027}, [("ST211", ("likely",))]),
        ({"date": "2026-05", "likely": 2026}, [("ST211", ("likely",))]),
        ({"date": 2026, "likely": "soon"}, [("ST203", ("likely",))]),
        ({"date": 2026, "likely": Decimal("2026.5")}, [("ST203", ("likely",))]),
        ({"date": 2026, "likely": "2026-02-30"}, [("ST213", ("likely",))]),
        ({"short": "soon"}, [("ST203", ())]),
        ({"short": Decimal("2026.5")}, [("ST203", ())]),
        ({"short": "2026-02-30"}, [("ST213", ())]),
        ({"short": ["2026-02-30", "soon"]}, [("ST213", (0,)), ("ST203", (1,))]),
        ({"short": [2027, 2026]}, [("ST210", ())]),
    ],
)
def test_what_is_refused(written, expected):
    assert read(**written) == (None, expected)


def test_what_is_expected():
    (finding,) = rule().read("unkown", "f")[1]
    assert (finding.facts["expected"], finding.near) == (Shape.DATES, "unknown")
    (finding,) = rule().read(["12 May", "2026"], "f")[1]
    assert (finding.facts["expected"], finding.near) == (Shape.DATE, None)
    (finding,) = rule().read(Assessment.model_validate({"date": "2026-Q1", "likely": "2027"}), "f")[1]
    assert finding.facts == {"likely": "2027", "low": "2026-01-01", "high": "2026-03-31"}


BEYOND = [
    ({"date": 2030}, [("2030", "2027-12-31", ("date",))]),
    ({"date": "2025-05-31"}, [("2025-05-31", "2025-06-01", ("date",))]),
    ({"date": 2025}, [("2025-01-01", "2025-06-01", ("date",))]),
    ({"short": ["2027-06", 2028]}, [("2028-12-31", "2027-12-31", (1,))]),
    (
        {"date": [2020, 2030]},
        [("2020-01-01", "2025-06-01", ("date", 0)), ("2030-12-31", "2027-12-31", ("date", 1))],
    ),
]


@pytest.mark.parametrize(("written", "expected"), BEYOND)
@pytest.mark.parametrize(("outside", "code"), [("warn", "ST409"), ("refuse", "ST419")])
def test_each_end_is_held_against_the_scale(written, expected, outside, code):
    entry = written["short"] if "short" in written else Assessment.model_validate(written)
    assessed, findings = rule(outside=outside).read(entry, "f")
    found = [(each.facts["amount"], each.facts["bound"], each.where.path[2:]) for each in findings]
    assert found == expected
    assert {each.code.value for each in findings} == {code}
    assert (assessed is None) == (outside == "refuse")


def test_beyond_both_ends_of_a_short_scale():
    """One date, of which both ends lie outside."""
    narrow = {"worst": "2026-09-01", "best": "2026-03-01"}
    assert read(2026, narrow)[1] == [("ST409", ()), ("ST409", ())]


@pytest.mark.parametrize("written", [2030, 2025, [2020, 2030]])
def test_where_the_scale_says_so_nothing_is_said(written):
    assessed, findings = read(written, {"outside": "silent"})
    assert assessed is not None and findings == []

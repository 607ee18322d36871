"""Screens from the file to outcomes; two kitchens at most, and one test at a time."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from stratsel.assemble.problem import assemble
from stratsel.assemble.screens import waivers_in_force
from stratsel.engine.problem import Screen
from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.round import Round
from stratsel.terms import Consequence

FAILED, UNDECIDED, MET = -1, 0, 1
CRITERIA = {
    "stratsel": "criteria/1",
    "id": "round",
    "title": "A round",
    "standing": "draft",
    "decision": {"question": "Which?", "owner": "us", "reference_date": "2025-12-12"},
    "weighting": {"method": "direct", "by": "us", "why": "Agreed."},
    "lists": {
        "old": {"title": "Old", "valid": ["2020-01-01", "2025-12-11"], "entries": {"chips": "Chips"}},
        "now": {
            "title": "Now",
            "valid": ["2025-12-12", "2025-12-12"],
            "entries": {"chips": "Chips", "robots": "Robots"},
        },
        "next": {"title": "Next", "valid": ["2025-12-13", "2030-01-01"], "entries": {"chips": "Chips"}},
    },
    "fields": {
        "chief": {"type": "text", "question": "Who is chief engineer?"},
        "leader": {"type": "text", "question": "Who leads?"},
        "since": {"type": "date", "question": "Since when?"},
        "staff": {"type": "number", "question": "How many people?"},
        "kind": {"type": "option", "question": "What is it?", "options": ["product", "institution"]},
        "group": {"type": "entry", "question": "Which group?", "list": "now"},
    },
    "criteria": [
        {
            "id": "food",
            "title": "Food",
            "weight": 60,
            "criteria": [
                {"id": "fresh", "title": "Fresh", "weight": 2,
                 "scale": {"kind": "rubric", "levels": {"0": "a", "1": "b", "2": "c", "3": "d"}}},
                {"id": "price", "title": "Price", "weight": 1,
                 "scale": {"kind": "quantity", "unit": "VND", "worst": 50, "best": 25}},
            ],
        },
        {"id": "van", "title": "Van", "weight": 10, "scale": {"kind": "choice", "options": {
            "none": {"value": 0, "title": "None"}, "hired": {"value": 50, "title": "Hired"},
            "own": {"value": 100, "title": "Own"}}}},
        {"id": "start", "title": "Start", "weight": 10,
         "scale": {"kind": "date", "worst": "2027-12-31", "best": "2026-01-01"}},
        {"id": "stay", "title": "Stay", "weight": 10,
         "scale": {"kind": "date", "worst": "2026-01-01", "best": "2027-12-31"}},
        {"id": "parts", "title": "Parts", "weight": 10, "scale": {"kind": "checklist", "items": {
            "plan": {"title": "Plan"}, "test": {"title": "Test"}, "sale": {"title": "Sale"}}}},
    ],
    "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "First"}]},
}  # fmt: skip
LEAVES = ("fresh", "price", "van", "start", "stay", "parts")


def round_of(require: dict, given: dict[str, Sequence[Any]], waivers: Sequence[dict] = ()) -> Round:
    """A round with one screen; `given` are fields and columns, each as long as there are candidates."""
    screen = {"id": "only", "title": "Only", "require": require, "on_fail": "exclude", "on_unknown": "flag"}
    criteria = Criteria.model_validate(CRITERIA | {"screens": [screen]})
    count = max(map(len, given.values()))
    columns = {leaf: given.get(leaf, [None] * count) for leaf in LEAVES}
    fields = {field: given.get(field, [None] * count) for field in CRITERIA["fields"]}
    written = {"stratsel": "decision/1", "waivers": waivers}
    return Round(
        criteria=criteria,
        criteria_file="criteria/round.yaml",
        table=AssessmentTable([f"c{row}" for row in range(count)], columns, fields),
        titles={},
        files={},
        sources={},
        digest="",
        read_dossier=lambda candidate: pytest.fail(f"{candidate} is read for its screens"),
        decisions=Decisions.model_validate(written) if waivers else None,
    )


def screened(require: dict, **given: Sequence[Any]) -> Screen:
    [screen] = assemble(round_of(require, given)).screens
    return screen


def outcomes(require: dict, **given: Sequence[Any]) -> list[int]:
    return screened(require, **given).outcomes.tolist()


def same(*figures: object) -> list[Assessed]:
    return [Assessed(figure, figure) for figure in figures]


# --- fields -----------------------------------------------------------------------------------------


def test_what_is_present():
    """An empty text fails; what is left out or said to be unknown is undecided."""
    given = ["An", {"vi": "An"}, "", " \t", "unknown", None]
    assert outcomes({"present": ["chief"]}, chief=given) == [MET, MET, FAILED, FAILED, UNDECIDED, UNDECIDED]
    assert outcomes({"present": ["staff"]}, staff=[0, Decimal("1.5"), None]) == [MET, MET, UNDECIDED]


def test_all_of_the_fields_that_are_to_be_present():
    chief, leader = ["An", "An", "An", ""], ["Binh", "", None, None]
    found = screened({"present": ["chief", "leader"]}, chief=chief, leader=leader)
    assert found.outcomes.tolist() == [MET, FAILED, UNDECIDED, FAILED]
    assert found.parts["present", 0].tolist() == [MET, MET, MET, FAILED]
    assert found.parts["present", 1].tolist() == [MET, FAILED, UNDECIDED, UNDECIDED]


def test_one_of_some_values():
    require = {"field": "kind", "in": ["product", "service"]}
    assert outcomes(require, kind=["product", "institution", "unknown", None]) == [MET, FAILED, UNDECIDED, UNDECIDED]
    assert outcomes({"field": "staff", "in": [3, 5]}, staff=[Decimal("3.0"), 4]) == [MET, FAILED]
    assert outcomes({"field": "chief", "in": ["An"]}, chief=[{"en": "Ann", "vi": "An"}, {"vi": "Anh"}]) == [MET, FAILED]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("now", [MET, MET, FAILED, UNDECIDED, UNDECIDED]),
        # in force up to and with the day before, and from the day after: nobody is in it, whatever is unknown
        ("old", [FAILED] * 5),
        ("next", [FAILED] * 5),
    ],
)
def test_in_a_list_on_the_reference_date(name, expected):
    given = ["chips", "robots", "rockets", "unknown", None]
    assert outcomes({"field": "group", "in_list": name}, group=given) == expected


def test_numbers():
    given = [9, 10, Decimal("10.0"), Decimal("10.1"), None, "unknown"]
    most = [MET, MET, MET, FAILED, UNDECIDED, UNDECIDED]
    assert outcomes({"field": "staff", "at_least": 10}, staff=given) == [FAILED, MET, MET, MET, UNDECIDED, UNDECIDED]
    assert outcomes({"field": "staff", "at_most": Decimal("10")}, staff=given) == most


@pytest.mark.parametrize(
    ("test", "day", "expected"),
    [
        # the first of July is not before itself; the year and nothing more may lie on either side
        ("before", "2025-07-01", {"2025-06-30": MET, "2025-07-01": FAILED, "2025-Q2": MET, "2025-06": MET,
                                  "2025-07": FAILED, "2025": UNDECIDED, "2024": MET, "unknown": UNDECIDED}),
        ("after", "2025-06-30", {"2025-06-30": FAILED, "2025-07-01": MET, "2025-Q3": MET, "2025-06": FAILED,
                                 "2025-Q2": FAILED, "2025": UNDECIDED, "2026": MET, "unknown": UNDECIDED}),
    ],
)  # fmt: skip
def test_days(test, day, expected):
    assert outcomes({"field": "since", test: day}, since=list(expected)) == list(expected.values())


# --- leaves -----------------------------------------------------------------------------------------


def test_at_least_a_level():
    given = [*same(1, 2), Assessed(1, 2), Assessed(2, 3), Assessed(0, 1), None]
    assert outcomes({"criterion": "fresh", "at_least": 2}, fresh=given) == [
        FAILED, MET, UNDECIDED, MET, FAILED, UNDECIDED,
    ]  # fmt: skip


def test_at_least_that_good_where_less_is_better():
    """At least 40 thousand is at most that much; so is what lies beyond the scale."""
    given = [*same(40, 41, 10, 60), Assessed(35, 45), None]
    assert outcomes({"criterion": "price", "at_least": 40}, price=given) == [
        MET, FAILED, MET, FAILED, UNDECIDED, UNDECIDED,
    ]  # fmt: skip


def test_at_least_an_option():
    given = [*same("none", "hired", "own"), Assessed("none", "own"), None]
    assert outcomes({"criterion": "van", "at_least": "hired"}, van=given) == [FAILED, MET, MET, UNDECIDED, UNDECIDED]


@pytest.mark.parametrize(
    ("leaf", "threshold", "days", "expected"),
    [
        # earlier is better: the year is as late as its last day, the month as its thirtieth
        ("start", "2027", [("2027-01-01", "2027-12-31")], MET),
        ("start", "2026-06", [("2026-06-30", "2026-06-30")], MET),
        ("start", "2026-06", [("2026-07-01", "2026-07-01")], FAILED),
        ("start", "2026-06", [("2026-06-15", "2026-07-15")], UNDECIDED),
        # later is better: the month is as early as its first day
        ("stay", "2026-06", [("2026-06-01", "2026-06-30")], MET),
        ("stay", "2026-06", [("2026-05-31", "2026-05-31")], FAILED),
        ("stay", "2026-06-15", [("2026-06-01", "2026-06-30")], UNDECIDED),
        ("stay", "2026-06", [None], UNDECIDED),
    ],
)
def test_at_least_as_good_as_a_day(leaf, threshold, days, expected):
    given = [None if each is None else Assessed(*map(date.fromisoformat, each)) for each in days]
    assert outcomes({"criterion": leaf, "at_least": threshold}, **{leaf: given}) == [expected]


def test_all_items_that_are_asked():
    """Two other items make up for none of these."""
    given = [
        *same(("plan", "test"), ("plan", "test", "sale"), ("plan", "sale"), ()),
        Assessed(("plan",), ("plan", "test")),
        Assessed(("plan",), ("plan", "sale")),
        None,
    ]
    assert outcomes({"criterion": "parts", "at_least": ["plan", "test"]}, parts=given) == [
        MET, MET, FAILED, FAILED, UNDECIDED, FAILED, UNDECIDED,
    ]  # fmt: skip
    assert outcomes({"criterion": "parts", "at_least": "sale"}, parts=given[:3]) == [FAILED, MET, MET]


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        # food is 2/3 fresh + 1/3 price: level 2 and 30 thousand are 2/3 x 2/3 + 1/3 x 4/5 = 32/45 = 71.1 points;
        # fresh unknown and 30 thousand are 26.7 to 93.3; level 0 and 50 thousand are 0
        (71, [MET, UNDECIDED, FAILED]),
        (72, [FAILED, UNDECIDED, FAILED]),
        (26, [MET, MET, FAILED]),
        (94, [FAILED, FAILED, FAILED]),
        (0, [MET, MET, MET]),
    ],
)
def test_the_value_of_an_inner_node(points, expected):
    fresh, price = [*same(2), None, *same(0)], same(30, 30, 50)
    assert outcomes({"criterion": "food", "value_at_least": points}, fresh=fresh, price=price) == expected


def test_a_value_that_is_just_enough():
    """The half of the scale, and a third in three steps, whatever rounding makes of them."""
    assert outcomes({"criterion": "van", "value_at_least": 50}, van=same("hired")) == [MET]
    price = same(Decimal("41.65"))  # (50 - 41.65) / 25 = 0.334
    assert outcomes({"criterion": "price", "value_at_least": Decimal("33.4")}, price=price) == [MET]
    assert outcomes({"criterion": "price", "value_at_least": Decimal("33.41")}, price=price) == [FAILED]


# --- several tests ----------------------------------------------------------------------------------

CHIEF, STAFF = {"present": ["chief"]}, {"field": "staff", "at_least": 10}
GIVEN = {"chief": ["An"] * 3 + [None] * 3 + [""] * 3, "staff": [10, None, 9] * 3}
"""Nine candidates: chief met, undecided and failed, each with staff met, undecided and failed."""


@pytest.mark.parametrize(
    ("require", "expected"),
    [
        ({"all_of": [CHIEF, STAFF]}, [1, 0, -1, 0, 0, -1, -1, -1, -1]),
        ({"any_of": [CHIEF, STAFF]}, [1, 1, 1, 1, 0, 0, 1, 0, -1]),
        ({"not": CHIEF}, [-1, -1, -1, 0, 0, 0, 1, 1, 1]),
        ({"not": {"any_of": [CHIEF, STAFF]}}, [-1, -1, -1, -1, 0, 0, -1, 0, 1]),
        ({"any_of": [{"not": CHIEF}, STAFF]}, [1, 0, -1, 1, 0, 0, 1, 1, 1]),
    ],
)
def test_three_valued_logic(require, expected):
    """The strong tables of Kleene, cell by cell."""
    assert outcomes(require, **GIVEN) == expected


def test_every_part_has_its_outcomes():
    found = screened({"any_of": [{"not": CHIEF}, {"all_of": [STAFF]}]}, **GIVEN)
    assert set(found.parts) == {
        (), ("any_of", 0), ("any_of", 0, "not"), ("any_of", 0, "not", "present", 0),
        ("any_of", 1), ("any_of", 1, "all_of", 0),
    }  # fmt: skip
    assert found.parts["any_of", 1, "all_of", 0].tolist() == [1, 0, -1] * 3
    assert found.parts[()] is found.outcomes


# --- what follows, and for whom it is waived --------------------------------------------------------


def test_what_follows():
    found = screened(CHIEF, chief=["An"])
    assert (found.screen, found.on_fail, found.on_unknown) == ("only", Consequence.EXCLUDE, Consequence.FLAG)
    assert found.waived.tolist() == [False]


def waiver(candidate: str, until: str, screen: str = "only") -> dict:
    return {"candidate": candidate, "screen": screen, "by": "us", "why": "Named soon.", "until": until}


def test_waivers_hold_up_to_and_with_their_last_day():
    """The round is judged as of 2025-12-12."""
    waivers = [waiver("c0", "2025-12-11"), waiver("c1", "2025-12-12"), waiver("c2", "2030-01-01")]
    of = round_of(CHIEF, {"chief": [""] * 4}, waivers)
    assert [each.candidate for each in waivers_in_force(of)] == ["c1", "c2"]
    [found] = assemble(of).screens
    assert found.waived.tolist() == [False, True, True, False]
    assert found.outcomes.tolist() == [FAILED] * 4, "what is waived is failed all the same"


def test_a_waiver_is_of_one_screen():
    [found] = assemble(round_of(CHIEF, {"chief": [""]}, [waiver("c0", "2030-01-01", "another")])).screens
    assert found.waived.tolist() == [False]


def test_a_round_without_decisions_waives_nothing():
    assert list(waivers_in_force(round_of(CHIEF, {"chief": ["An"]}))) == []

"""Speed and care share the whole, and so do the three parts of speed."""

import pytest

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import Where
from stratsel.model.criteria import Criteria
from stratsel.review.uncertainty import conflict_findings

SCALE = {"kind": "quantity", "unit": "km/h", "worst": 0, "best": 10}
TREE = [
    {"id": "speed", "title": "S", "criteria": [{"id": each, "title": "T", "scale": SCALE} for each in ("a", "b", "c")]},
    {"id": "care", "title": "C", "scale": SCALE},
]


def found(space="local", **said):
    asked = {"weights": {"kind": "within", **said} if said else {"kind": "anywhere"}, "space": space}
    criteria = Criteria.model_validate({
        "stratsel": "criteria/1", "id": "round", "title": "T", "standing": "draft",
        "decision": {"question": "Q", "owner": "O", "reference_date": "2025-12-12"},
        "weighting": {"method": "equal", "by": "B", "why": "W"}, "criteria": TREE,
        "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "F"}]}, "uncertainty": asked,
    })  # fmt: skip
    return list(conflict_findings("f", criteria))


def where(*place):
    return Where("f", ("uncertainty", "weights", *place))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"shares": {"speed": [60, 100], "care": [0, 40]}},
        {"statements": ["a >= b", "b >= c", "c >= a"]},
        {"shares": {"a": [0, 40], "b": [0, 40], "c": [20, 20]}, "statements": ["speed >= 2 care"]},
        {"statements": ["a + b + c = 100"]},
    ],
)
def test_some_weights_are_left(said):
    assert found(**said) == []


def test_bounds_that_sum_to_more_than_the_whole():
    """60 and 45 is 105 at least."""
    (finding,) = found(shares={"speed": [60, 80], "care": [45, 90]}, statements=["a >= b"])
    assert (finding.code, finding.where) == (Code.CONFLICTING_STATEMENTS, where("shares", "speed"))
    assert finding.related == (where("shares", "care"),)
    assert finding.facts == {"statements": "speed: [60, 80]; care: [45, 90]"}


def test_bounds_that_do_not_reach_the_whole():
    """30, 30 and 30 is 90 at most; each of the three is needed for that."""
    (finding,) = found(shares={"a": [0, 30], "b": [10, 30], "c": [0, 30]})
    assert {finding.where, *finding.related} == {where("shares", each) for each in ("a", "b", "c")}


def test_a_smallest_set_of_statements():
    """Against a >= b >= c stands c >= a + 1; that a is at most 90 % has no part in it."""
    said = ["a <= 90", "a >= b", "b >= c", "c >= a + 1", "speed >= care"]
    (finding,) = found(statements=said)
    assert [finding.where, *finding.related] == [where("statements", at) for at in (1, 2, 3)]
    assert finding.facts == {"statements": "a >= b; b >= c; c >= a + 1"}


def test_one_that_nothing_keeps_to():
    (finding,) = found(statements=["speed >= care", "speed >= 120"])
    assert (finding.where, finding.related) == (where("statements", 1), ())


def test_shares_of_the_whole():
    """In a global space a, b and c make up speed, so that 20 each leave no more than 40 for care."""
    said = {"statements": ["a >= 20", "b >= 20", "c >= 20", "care >= 45"]}
    assert found(**said) == []
    (finding,) = found(space="global", **said)
    assert len(finding.related) == 3


def test_the_first_of_many_are_quoted():
    """Seven parts of at most 10 % do not make a whole: all seven are needed for that, and five are quoted."""
    many = [{"id": f"p{at}", "title": "T", "scale": SCALE} for at in range(7)]
    data = {
        "stratsel": "criteria/1", "id": "round", "title": "T", "standing": "draft", "criteria": many,
        "decision": {"question": "Q", "owner": "O", "reference_date": "2025-12-12"},
        "weighting": {"method": "equal", "by": "B", "why": "W"},
        "shortlist": {"tiers": [{"id": "first", "places": 1, "title": "F"}]},
        "uncertainty": {"weights": {"kind": "within", "statements": [f"p{at} <= 10" for at in range(7)]}},
    }  # fmt: skip
    (finding,) = conflict_findings("f", Criteria.model_validate(data))
    assert len(finding.related) == 6
    assert finding.facts == {"statements": "p0 <= 10; p1 <= 10; p2 <= 10; p3 <= 10; p4 <= 10; …"}

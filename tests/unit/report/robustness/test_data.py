import json

import pytest

from stratsel.errors import UsageError
from stratsel.report.robustness.data import inert_figure, one_part, robustness_data, robustness_rows
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness


@pytest.fixture
def found(made_study, made):
    return made_study.beside(made.small())


def test_the_contract(found):
    data = robustness_data(found)
    assert data["stratsel"] == "robustness/1"
    assert data["round"]["standing"] == "illustration"
    assert (data["settings"]["samples"], data["settings"]["seed"]) == (2500, 7)
    assert list(data["parts"]) == [part.value for part in RobustnessPart]
    assert [(each["id"], each["rank"], each["tier"]) for each in data["ranking"]][:2] == [
        ("a", 1, "first"),
        ("b", 2, None),
    ]
    json.dumps(data, allow_nan=False)


def test_keys_explain_themselves(found):
    parts = robustness_data(found)["parts"]
    assert parts["levels"]["rows"][0] == {
        "tier": "first", "inside": "a", "outside": "b", "leaves": ["use"], "level": 3.0, "value": 75.0,
        "value_needed": 48.3,
    }  # fmt: skip
    assert parts["nearest"]["rows"][0] == {
        "tier": "first", "candidate": "a", "enters": False, "points_moved": 29.0, "exact": True,
        "weight_shifts": {"use": -14.5, "price": 14.5},
    }  # fmt: skip
    assert parts["steps"]["rows"][0]["moves"][0] == {
        "candidate": "a", "before": "first", "after": "second", "tied": False,
    }  # fmt: skip


def test_a_part_that_the_round_does_not_admit_is_null(made_study, made):
    assert robustness_data(made_study.empty(made.small()))["parts"]["preference"] is None


@pytest.mark.parametrize("part", RobustnessPart)
def test_every_part_has_rows(part, found):
    header, *rows = robustness_rows(Robustness(found.ranking, 1, 1, {part: found.parts[part]}))
    assert header[-2:] == ["standing", "round"]
    assert len(rows) == len(found.parts[part].rows)
    assert all(len(row) == len(header) and row[-2:] == ["illustration", "tools"] for row in rows)


def test_a_part_without_rows_has_a_header(made_study, made):
    empty = made_study.empty(made.small())
    for part, made_part in empty.parts.items():
        assert list(robustness_rows(Robustness(empty.ranking, 1, 1, {part: made_part}))) == [["standing", "round"]]


@pytest.mark.parametrize("parts", [[], list(RobustnessPart)[:2]])
def test_rows_hold_one_part(parts):
    with pytest.raises(UsageError, match="--part"):
        one_part(parts)
    one_part([RobustnessPart.MEANS, RobustnessPart.MEANS])


def test_texts_are_inert_and_numbers_are_numbers():
    assert inert_figure("=1+1") == "'=1+1"
    assert [inert_figure(text) for text in ("-14.5", "", "a", "0.5")] == ["-14.5", "", "a", "0.5"]

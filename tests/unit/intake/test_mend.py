"""Of a defective file the rest remains, in its place."""

import pytest
from pydantic import ValidationError

from stratsel.intake.mend import NEUTRAL_ID, OUT, mended, replaced
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria


def remains(data, model):
    try:
        model.model_validate(data)
    except ValidationError as error:
        return mended(data, model, error.errors(include_url=False))
    raise AssertionError("nothing is wrong with it")


def test_what_is_not_wrong_stays(dossier):
    model = remains(dossier((("assessments", "growth", "level"), "3")), Candidate)
    assert model.assessments["growth"].level is None
    assert model.assessments["growth"].for_[0].source == "visit"
    assert model.assessments["export"] == "unknown"


def test_items_of_a_list_keep_their_places(dossier):
    """Findings name them by their number."""
    items = [{"source": "visit", "quote": ""}, "x", {"source": "other", "quote": "q"}]
    model = remains(dossier((("assessments", "growth", "for"), items)), Candidate)
    assert [item.source for item in model.assessments["growth"].for_] == ["visit", NEUTRAL_ID, "other"]


def test_a_leaf_whose_entry_is_wrong_is_unknown(dossier):
    model = remains(dossier((("assessments", "growth"), [1, 2, 3])), Candidate)
    assert model.assessments["growth"] == "unknown"


def test_criteria_keep_their_places(criteria):
    model = remains(criteria((("criteria", 0), "x")), Criteria)
    assert [criterion.id for criterion in model.criteria] == [NEUTRAL_ID, "export"]


@pytest.mark.parametrize(
    "path",
    [
        ("stratsel",),
        ("id",),
        ("title",),
        ("standing",),
        ("decision",),
        ("decision", "question"),
        ("decision", "owner"),
        ("decision", "reference_date"),
        ("weighting",),
        ("weighting", "method"),
        ("weighting", "why"),
        ("lists",),
        ("lists", "parts"),
        ("lists", "parts", "title"),
        ("lists", "parts", "valid"),
        ("lists", "parts", "valid", 0),
        ("lists", "parts", "entries"),
        ("lists", "parts", "entries", "north"),
        ("fields", "form"),
        ("fields", "form", "type"),
        ("fields", "form", "options", 0),
        ("scales",),
        ("scales", "effect"),
        ("scales", "effect", "kind"),
        ("scales", "effect", "levels"),
        ("scales", "effect", "levels", "0"),
        ("criteria", 0, "id"),
        ("criteria", 0, "title"),
        ("criteria", 0, "weight"),
        ("criteria", 0, "criteria"),
        ("criteria", 0, "criteria", 1, "scale", "worst"),
        ("criteria", 1, "scale"),
        ("criteria", 1, "scale", "options"),
        ("criteria", 1, "scale", "options", "plan"),
        ("criteria", 1, "scale", "options", "plan", "value"),
        ("shortlist",),
        ("shortlist", "tiers"),
        ("shortlist", "tiers", 0),
        ("shortlist", "tiers", 0, "places"),
    ],
)
@pytest.mark.parametrize("wrong", [{"a": {"b": []}}, [[1], {}], True, "", "No id", -5])
def test_a_criteria_file_survives_whatever_stands_anywhere(criteria, path, wrong):
    data = criteria((path, wrong))
    try:
        Criteria.model_validate(data)
    except ValidationError:
        assert remains(data, Criteria) is not None


@pytest.mark.parametrize("path", [("title",), ("decision",), ("weighting", "by"), ("scales", "effect", "levels")])
def test_a_criteria_file_survives_what_is_missing(criteria, path):
    model = remains(criteria((path,)), Criteria)
    assert [criterion.id for criterion in model.nodes()] == ["use", "growth", "price", "export"]


@pytest.mark.parametrize("wrong", ["x", {}, [], 5])
def test_without_a_tree_nothing_remains(criteria, wrong):
    assert remains(criteria((("criteria",), wrong)), Criteria) is None


def test_of_what_is_no_mapping_nothing_remains():
    assert remains(["x"], Candidate) is None


# --- replacing ------------------------------------------------------------------------------------

DATA = {"a": {"b": [1, 2, {"c": 3}]}, "d": 4}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, DATA),
        ({("d",): 5}, {"a": {"b": [1, 2, {"c": 3}]}, "d": 5}),
        ({("d",): OUT}, {"a": {"b": [1, 2, {"c": 3}]}}),
        ({("x",): OUT}, DATA),
        ({("x",): 1}, {**DATA, "x": 1}),
        ({("a", "b", 2, "c"): OUT, ("a", "b", 0): 9}, {"a": {"b": [9, 2, {}]}, "d": 4}),
        ({("a", "b", 0): OUT}, {"a": {"b": [None, 2, {"c": 3}]}, "d": 4}),
        ({("a",): 1, ("a", "b", 0): 9}, {"a": 1, "d": 4}),
        ({(): 1}, 1),
    ],
)
def test_values_are_replaced_in_a_copy(changes, expected):
    before = repr(DATA)
    assert replaced(DATA, changes) == expected
    assert repr(DATA) == before

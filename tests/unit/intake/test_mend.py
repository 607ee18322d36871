"""Of a defective file the rest remains, in its place."""

import pytest
from pydantic import ValidationError

from stratsel.intake.mend import NEUTRAL_ID, OUT, mended, replaced
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.scenario import Scenario


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


def test_a_wrong_date_is_no_date(dossier):
    """One in its place would be held against the scale, and the likely one against it."""
    model = remains(dossier((("assessments", "growth"), {"date": "soon", "likely": 2026})), Candidate)
    assert (model.assessments["growth"].date, model.assessments["growth"].likely) == (None, 2026)


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


# --- the files beside the dossiers ----------------------------------------------------------------

DECISIONS = {
    "stratsel": "decision/1",
    "decisions": [
        {"date": "2025-01-01", "by": "B", "tiers": {"first": ["uav", "amr"]}, "departures": {"uav": "W"}},
        {"date": "2025-02-01", "by": "B", "source": "s", "tiers": {"first": []}, "departures": {}},
    ],
    "waivers": [{"candidate": "uav", "screen": "named", "by": "B", "why": "W", "until": "2026-01-01"}],
}


def test_a_field_that_is_wrong_is_still_asked_for(criteria):
    model = remains(criteria((("fields", "form"), 5)), Criteria)
    assert list(model.fields) == list(criteria().get("fields"))


def test_who_is_wrong_in_a_tier_keeps_the_place(values):
    model = remains(values((("decisions", 0, "tiers", "first", 0), "No id")), Decisions)
    assert model.decisions[0].tiers["first"] == (NEUTRAL_ID, "amr")


@pytest.mark.parametrize("change", [(("decisions", 1, "tiers"),), (("decisions", 1, "tiers"), "x")])
def test_a_decision_without_tiers_keeps_the_rest(values, change):
    """Its date still stands in the order of dates, and its source is still looked for."""
    decision = remains(values(change), Decisions).decisions[1]
    assert (str(decision.date), decision.source) == ("2025-02-01", "s")
    assert all(tier.startswith("x-") for tier in decision.tiers)


@pytest.mark.parametrize(
    "path",
    [
        ("decisions", 0),
        ("decisions", 0, "tiers"),
        ("decisions", 0, "tiers", "first"),
        ("decisions", 0, "tiers", "first", 0),
        ("decisions", 0, "departures"),
        ("decisions", 0, "departures", "uav"),
        ("decisions", 1, "date"),
        ("waivers", 0),
        ("waivers", 0, "until"),
        ("waivers", 0, "candidate"),
    ],
)
@pytest.mark.parametrize("wrong", [{"a": {"b": []}}, [[1], {}], True, "", "No id", -5])
def test_a_decision_file_survives_whatever_stands_anywhere(values, path, wrong):
    data = values((path, wrong))
    try:
        Decisions.model_validate(data)
    except ValidationError:
        model = remains(data, Decisions)
        assert (len(model.decisions), len(model.waivers)) == (2, 1)


@pytest.mark.parametrize("wrong", [{"a": {"b": []}}, [[1], {}], True, "", -5])
@pytest.mark.parametrize("key", ["require", "on_fail", "title"])
def test_a_screen_keeps_its_name(criteria, key, wrong):
    screen = {"id": "s", "title": "S", "require": {"present": ["cook"]}, "on_fail": "flag", "on_unknown": "flag"}
    model = remains(criteria((("screens",), [{**screen, key: wrong}])), Criteria)
    assert [each.id for each in model.screens] == ["s"]


@pytest.mark.parametrize(
    "opinions", [{"uav": 5, "amr": {"opinion": "for"}}, {"uav": {"opinion": "maybe"}, "amr": {"opinion": "for"}}]
)
def test_an_opinion_that_is_wrong_takes_no_side(opinions):
    model = remains({"stratsel": "assessor/1", "id": "a", "opinions": opinions}, Assessor)
    assert {name: each.opinion for name, each in model.opinions.items()} == {"uav": "none", "amr": "for"}


def test_what_a_scenario_gets_wrong_is_supposed_of_nobody():
    supposed = {"uav": {"growth": {"level": True}, "price": 3}, "amr": 5}
    weights = {"use": "much", "export": 2}
    data = {"stratsel": "scenario/1", "id": "s", "title": "S", "weights": weights, "assessments": supposed}
    model = remains(data, Scenario)
    assert model.weights == {"use": 1, "export": 2}
    assert model.assessments["amr"] == {} and model.assessments["uav"]["price"] == 3


@pytest.fixture
def values(dossier):
    return type(dossier)(DECISIONS)


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

from decimal import Decimal

import pytest

from stratsel.intake.shape import file_path, keys_of, models_at, shape_of, value_at
from stratsel.model.candidate import Assessment, Candidate, Evidence
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scale import AnyScale, Item, Option, Quantity
from stratsel.model.source import Source
from stratsel.terms import Shape

DATA = {"criteria": [{"scale": {"kind": "rubric", "levels": {"0": "x"}}}], "assessments": {"growth": {"for": [{}]}}}


@pytest.mark.parametrize(
    ("trail", "path"),
    [
        ((), ()),
        (("criteria", 0, "scale", "tagged-union[...]", "rubric", "levels", "0", "[key]"),
         ("criteria", 0, "scale", "levels", "0")),
        (("assessments", "growth", "Assessment", "for", 0, "quote"), ("assessments", "growth", "for", 0)),
        (("assessments", "growth", "int"), ("assessments", "growth")),
        (("criteria", 5), ("criteria",)),
        (("criteria", "0"), ("criteria",)),
        (("title",), ()),
    ],
)  # fmt: skip
def test_of_a_trail_the_steps_that_are_in_the_file_remain(trail, path):
    """Pydantic's trails name unions, tags and missing keys too."""
    assert file_path(trail, DATA) == path


def test_a_key_that_is_empty_is_a_step_all_the_same():
    assert file_path(("a", "b"), {"a": None}) == ("a",)


def test_the_value_at_a_path():
    assert value_at(("criteria", 0, "scale", "kind"), DATA) == "rubric"
    assert value_at((), DATA) is DATA


@pytest.mark.parametrize(
    ("trail", "model", "models"),
    [
        ((), Candidate, {Candidate}),
        (("sources", "vns"), Candidate, {Source}),
        (("assessments", "growth", "Assessment"), Candidate, {Assessment}),
        (("assessments", "growth", "Assessment", "for", 0), Candidate, {Evidence}),
        (("criteria", 0, "criteria", 1), Criteria, {Criterion}),
        (("criteria", 0, "scale", "tagged-union[...]"), Criteria, set(AnyScale.__args__)),
        (("criteria", 0, "scale", "tagged-union[...]", "quantity"), Criteria, {Quantity}),
        (("scales", "effect", "choice", "options", "plan"), Criteria, {Option}),
        (("scales", "effect", "checklist", "items", "design"), Criteria, {Item}),
    ],
)
def test_the_models_that_a_mapping_may_be(trail, model, models):
    assert models_at(trail, model) == models


def test_keys_stand_as_in_the_file():
    """`for` is a word of Python, so the model calls it otherwise."""
    assert keys_of(frozenset({Assessment})) == [
        "against", "amount", "choice", "date", "for", "level", "likely", "met", "unknown", "why",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ({}, Shape.MAPPING),
        ([], Shape.LIST),
        ("x", Shape.TEXT),
        (True, Shape.BOOLEAN),
        (None, Shape.NOTHING),
        (1, Shape.NUMBER),
        (Decimal("1.5"), Shape.NUMBER),
    ],
)
def test_shapes(value, shape):
    assert shape_of(value) is shape

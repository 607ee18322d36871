"""Every complaint that the models can make has a code, and none speaks pydantic's language."""

import re
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.span import Where
from stratsel.intake.translate import EXPECTED_TYPES, TRANSLATED, Translator
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.scenario import Scenario
from stratsel.model.source import Sources
from stratsel.terms import Shape

OF_SCHEMA = {
    "int": {"int_type"},
    "str": {"string_type"},
    "list": {"list_type"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "literal": {"literal_error"},
    "model": {"model_type"},
    "model-fields": {"model_attributes_type", "missing", "extra_forbidden"},
    "tagged-union": {"union_tag_invalid", "union_tag_not_found", "model_attributes_type"},
    "is-instance": {"is_instance_of"},
    "decimal": {"is_instance_of"},
}
OF_CONSTRAINT = {
    "gt": "greater_than",
    "ge": "greater_than_equal",
    "le": "less_than_equal",
    "pattern": "string_pattern_mismatch",
}
SILENT = {"any", "date", "default", "nullable", "union", "definitions", "definition-ref", "function-before"}
SILENT |= {"function-after", "model-field", "no-info"}


def schemas(node: Any):
    """Every schema inside a core schema, dates and statements apart: a function before them gives nothing else."""
    if isinstance(node, dict):
        if node.get("type") == "dataclass":
            return
        if isinstance(node.get("type"), str):
            yield node
        for key, inner in node.items():
            if key not in ("metadata", "serialization"):
                yield from schemas(inner)
    elif isinstance(node, list | tuple):
        for inner in node:
            yield from schemas(inner)


@pytest.mark.parametrize("model", [Candidate, Criteria, Sources, Decisions, Assessor, Scenario])
def test_every_complaint_of_a_model_has_a_code(model: type[BaseModel]):
    found = set()
    for schema in schemas(model.__pydantic_core_schema__):
        kind = schema["type"]
        assert kind in OF_SCHEMA or kind in SILENT, kind
        found |= OF_SCHEMA.get(kind, set())
        found |= {error for constraint, error in OF_CONSTRAINT.items() if constraint in schema}
        if "min_length" in schema:
            found.add("string_too_short" if kind == "str" else "too_short")
        if "max_length" in schema:
            found.add("string_too_long" if kind == "str" else "too_long")
    assert found <= TRANSLATED


def test_our_own_complaints_have_codes():
    """Those that the functions of the models raise."""
    from pathlib import Path

    import stratsel.model

    folder = Path(stratsel.model.__file__).parent
    raised = {
        name
        for path in folder.glob("*.py")
        for name in re.findall(r'PydanticCustomError\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert raised and raised <= TRANSLATED


def complaint(kind, *trail, value="x", **context):
    return {"type": kind, "loc": trail, "msg": "Input should be …", "input": value, "ctx": context}


@pytest.mark.parametrize("kind", sorted(TRANSLATED - set(EXPECTED_TYPES)))
def test_no_known_complaint_falls_to_the_last_resort(kind):
    context = {
        "gt": 0,
        "ge": 0,
        "le": 1,
        "min_length": 2,
        "max_length": 2,
        "actual_length": 1,
        "expected": "'a' or 'b'",
        "expected_tags": "'a', 'b'",
        "tag": "c",
        "pattern": r"\S",
    }
    given = complaint(kind, "title", value=["x"], **context)
    (finding,) = Translator("f", {"title": ["x"]}, Candidate, "1.0").findings([given])
    assert finding.code is not Code.OTHER_DEFECT


def test_what_nobody_foresaw_is_a_finding_too():
    (finding,) = Translator("f", {"title": "x"}, Candidate, "1.0").findings([complaint("surprise", "title")])
    assert (finding.code, finding.where) == (Code.OTHER_DEFECT, Where("f", ("title",)))
    assert finding.facts == {"detail": "Input should be …"}


def test_there_is_an_end_to_the_findings():
    data = {"history": [1] * 3000}
    errors = [complaint("model_type", "history", at, value=1) for at in range(3000)]
    assert len(Translator("f", data, Candidate, "1.0").findings(errors)) == 1001


def test_a_shape_that_nobody_foresaw_is_still_named():
    """Of an unforeseen mixture of complaints, the widest word is taken."""
    errors = [complaint("dict_type", "title"), complaint("date_expected", "title")]
    (finding,) = Translator("f", {"title": "x"}, Candidate, "1.0").findings(errors)
    assert finding.facts["expected"] is Shape.FIGURE


def test_lists_are_not_miscounted():
    """Pydantic does not count the items that have a defect of their own; the file has them."""
    errors = [
        complaint("too_short", "criteria", value=[1], min_length=1, actual_length=0),
        complaint("model_type", "criteria", 0, value=1),
    ]
    findings = Translator("f", {"criteria": [1]}, Criteria, "1.0").findings(errors)
    assert [(each.code.value, each.where.path) for each in findings] == [("ST203", ("criteria", 0))]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((("screens", 0, "require", "in", 0), {"a": 1}), Shape.FACT),
        ((("screens", 0, "require", "in"), "x"), Shape.LIST),
        ((("screens", 0, "require", "field"), 5), Shape.TEXT),
        ((("shortlist", "quotas", 0, "value"), ["x"]), Shape.FACT),
        ((("shortlist", "minimum"), "x"), Shape.NUMBER),
    ],
)
def test_rules_name_what_they_ask_for(criteria, change, expected):
    require = {"field": "form", "in": ["kitchen"]}
    screen = {"id": "s", "title": "S", "require": require, "on_fail": "flag", "on_unknown": "flag"}
    quota = {"field": "form", "value": "kitchen", "at_most": 1}
    data = criteria((("screens",), [screen]), (("shortlist", "quotas"), [quota]), (("shortlist", "minimum"), 0), change)
    with pytest.raises(ValidationError) as refused:
        Criteria.model_validate(data)
    (finding,) = Translator("f", data, Criteria, "1.0").findings(refused.value.errors(include_url=False))
    assert (finding.where.path, finding.facts["expected"]) == (change[0], expected)


@pytest.mark.parametrize(
    ("weights", "path"),
    [
        ({"statements": ["growth >= 1"] * 51}, ("statements",)),
        ({"shares": {f"c{at}": [0, 1] for at in range(51)}}, ("shares",)),
    ],
)
def test_what_has_a_limit_and_no_fixed_length(criteria, weights, path):
    """Of a list that must have two items, the number is named that it needs; of these, how many there may be."""
    data = criteria((("uncertainty",), {"weights": {"kind": "within", **weights}}))
    with pytest.raises(ValidationError) as refused:
        Criteria.model_validate(data)
    (finding,) = Translator("f", data, Criteria, "1.0").findings(refused.value.errors())
    assert (finding.code, finding.where) == (
        Code.TOO_MANY_ENTRIES,
        Where("f", ("uncertainty", "weights", *path), "key"),
    )
    assert finding.facts == {"count": "51", "limit": "50"}


def test_what_else_judgements_may_be_is_named(criteria):
    data = criteria((("uncertainty",), {"assessments": "rangs"}))
    with pytest.raises(ValidationError) as refused:
        Criteria.model_validate(data)
    (finding,) = Translator("f", data, Criteria, "1.0").findings(refused.value.errors())
    assert (finding.code, finding.near) == (Code.UNKNOWN_OPTION, "ranges")
    assert finding.facts["options"] == "ranges, fixed, {levels: …}"

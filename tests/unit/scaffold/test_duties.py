import pytest
from jsonschema import Draft7Validator

from stratsel.scaffold.duties import duties_of


def holds(model, data):
    return Draft7Validator(duties_of(model)).is_valid(data)


@pytest.mark.parametrize(
    ("model", "data", "is_fine"),
    [
        ("Assessment", {"level": 1}, True),
        ("Assessment", {"met": [], "unknown": []}, True),
        ("Assessment", {}, False),
        ("Assessment", {"level": 1, "amount": 2}, False),
        ("Assessor", {"name": "A"}, True),
        ("Assessor", {}, False),
        ("Assessor", {"name": "A", "recused": ["b", "b"]}, False),
        ("Checklist", {"items": {"a": {"weight": 0}, "b": {}}}, True),
        ("Checklist", {"items": {"a": {"weight": 0}}}, False),
        ("Choice", {"options": {"a": {}}}, False),
        ("Criterion", {"scale": "s"}, True),
        ("Criterion", {"scale": "s", "criteria": []}, True),
        ("Criterion", {"scale": "s", "criteria": [{}]}, False),
        ("Criterion", {}, False),
        ("DatedDecision", {"tiers": {"first": ["a", "a"]}}, False),
        ("DatedDecision", {"tiers": {"x-first": ["a", "a"]}}, True),
        ("FieldDefinition", {"type": "text"}, True),
        ("Figures", {"level": 1}, True),
        ("Figures", {"level": 1, "amount": 2}, False),
        ("Scenario", {"weights": {"a": 1}}, True),
        ("Scenario", {"weights": {}, "assessments": {}}, False),
        ("FieldDefinition", {"type": "option", "options": []}, False),
        ("FieldDefinition", {"type": "entry"}, False),
        ("Quantity", {"worst": 1, "best": 2, "shape": "log"}, True),
        ("Quantity", {"worst": 0, "best": 2, "shape": "log"}, False),
        ("Quantity", {"worst": 0, "best": 2}, True),
        ("Quantity", {"worst": 0}, False),
        ("Quantity", {"points": {"1": 0, "2": 1}}, True),
        ("Quantity", {"points": {"1": 0}}, False),
        ("Quantity", {"points": {"1": 0, "2": 1}, "worst": 0}, False),
        ("Quota", {"at_most": 1}, True),
        ("Quota", {}, False),
        ("Requirement", {"field": "f", "in": ["a"]}, True),
        ("Requirement", {"criterion": "c", "at_least": 1}, True),
        ("Requirement", {"field": "f"}, False),
        ("Requirement", {"field": "f", "in": ["a"], "at_least": 1}, False),
        ("Requirement", {"present": ["f"], "not": {}}, False),
        ("Rubric", {"levels": {"0": "a"}}, False),
        ("Source", {"url": "https://a.example"}, True),
        ("Source", {"url": "ftp://a.example"}, False),
        ("Tier", {"count": "f", "members": "all"}, True),
        ("Tier", {"count": "f"}, False),
        ("Evidence", {"anything": 1}, True),
    ],
)
def test_what_is_asked_of_a_mapping(model, data, is_fine):
    assert holds(model, data) is is_fine

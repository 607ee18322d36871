"""What `check` asks of one mapping beyond its model, as far as a schema can say it."""

from typing import Any


def _has(*keys: str) -> dict[str, Any]:
    return {"required": list(keys)}


def _filled(key: str, counted: str = "minItems") -> dict[str, Any]:
    return {"required": [key], "properties": {key: {counted: 1}}}


def _when(key: str, word: str, wanted: str) -> dict[str, Any]:
    """Say that a key is wanted where another has a certain word; a schema sees a list that is empty."""
    return {"if": {"required": [key], "properties": {key: {"const": word}}}, "then": _filled(wanted)}


def _within(key: str, duty: dict[str, Any]) -> dict[str, Any]:
    """Say more of one key's value than its model does."""
    return {"allOf": [{"properties": {key: duty}}]}


_TWO = {"minProperties": 2}
_ONCE = {"uniqueItems": True}
_POSITIVE = {"exclusiveMinimum": 0}
_WEIGHTLESS = {"required": ["weight"], "properties": {"weight": {"const": 0}}}
_LOG = {
    "if": {"required": ["shape"], "properties": {"shape": {"const": "log"}}},
    "then": {"properties": {"worst": _POSITIVE, "best": _POSITIVE}},
}
_TESTS = [
    *(_has(alone) for alone in ("present", "any_of", "all_of", "not")),
    *(_has("field", asked) for asked in ("in", "in_list", "at_least", "at_most", "before", "after")),
    *(_has("criterion", asked) for asked in ("at_least", "value_at_least")),
]
_FIGURES = [*(_has(key) for key in ("level", "amount", "choice", "date")), {"anyOf": [_has("met"), _has("unknown")]}]

_DUTIES: dict[str, dict[str, Any]] = {
    "Assessment": {"oneOf": _FIGURES},
    "Assessor": {"anyOf": [_has("agency"), _has("name")], **_within("recused", _ONCE)},
    "Checklist": _within("items", {"not": {"additionalProperties": _WEIGHTLESS}}),
    "Choice": _within("options", _TWO),
    "Criterion": {
        "anyOf": [_has("criteria"), _has("scale")],
        "not": {**_filled("criteria"), **_has("criteria", "scale")},
    },
    "DatedDecision": _within("tiers", {"patternProperties": {"^(?!x-)": _ONCE}}),
    "FieldDefinition": {"allOf": [_when("type", "option", "options"), _when("type", "entry", "list")]},
    "Figures": {"oneOf": _FIGURES},
    "Quantity": {
        "oneOf": [_has("worst", "best"), _has("points")],
        "dependencies": {"points": {"not": {"anyOf": [_has(key) for key in ("worst", "best", "shape")]}}},
        "allOf": [*_within("points", _TWO)["allOf"], _LOG],
    },
    "Quota": {"anyOf": [_has("at_least"), _has("at_most")]},
    "Requirement": {"oneOf": _TESTS},
    "Rubric": _within("levels", _TWO),
    "Scenario": {"anyOf": [_filled("weights", "minProperties"), _filled("assessments", "minProperties")]},
    "Source": _within("url", {"pattern": r"^https?://\S+$"}),
    "Tier": {"dependencies": {"count": ["members"], "members": ["count"]}},
    "Within": {"anyOf": [_filled("shares", "minProperties"), _filled("statements")]},
}


def duties_of(model: str) -> dict[str, Any]:
    """Return the keywords to be added to a model's schema, none for most."""
    return _DUTIES.get(model, {})

"""What a round adds to the schema of a dossier: its leaves with their scales, and its fields."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from stratsel.model.criteria import Criteria, FieldDefinition
from stratsel.model.scale import AnyScale, Calendar, Checklist, Choice, Quantity, Rubric
from stratsel.scaffold.hover import hover
from stratsel.scaffold.questions import above, choices, field_lines, leaf_lines, one_line
from stratsel.scaffold.shapes import ANY_DATE, REMARKS, TEXT, JsonSchema
from stratsel.terms import UNKNOWN, FieldType, Missing, Outside, ValueKey

_MOST_STEPS = 50
"""Of more steps between levels, a schema says only between which ends they lie."""
_NOT_KNOWN: JsonSchema = {"const": UNKNOWN}
_LIST_OF_EVIDENCE: JsonSchema = {"type": "array", "items": {"$ref": "#/definitions/Evidence"}}


def assessments_shape(criteria: Criteria, language: str) -> JsonSchema:
    """Return what may stand under `assessments`: an entry for each leaf, as its scale asks for it."""
    paths, leaves = above(criteria), {}
    is_open = criteria.missing_policy is not Missing.REFUSE
    for leaf in criteria.leaves():
        scale = criteria.scale_of(leaf)
        if scale is not None:
            words = "\n".join(leaf_lines(leaf, scale, paths[leaf.id], language))
            leaves[leaf.id] = {"description": words, "anyOf": _entries(scale, words, language, is_open=is_open)}
    is_due = criteria.is_frozen or not is_open
    return {**_mapping(leaves), **({"required": list(leaves)} if is_due else {})}


def fields_shape(criteria: Criteria, language: str) -> JsonSchema:
    """Return what may stand under `fields`."""
    return _mapping(
        {
            name: {
                "description": "\n".join(field_lines(definition, criteria, language)),
                **_field(definition, criteria, language),
            }
            for name, definition in criteria.fields.items()
        }
    )


def _mapping(properties: JsonSchema) -> JsonSchema:
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {REMARKS: True},
        "additionalProperties": False,
    }


def _entries(scale: AnyScale, words: str, language: str, *, is_open: bool) -> list[JsonSchema]:
    """Return the forms that an entry may have: `unknown`, the short form, and the full one."""
    unknown = [_NOT_KNOWN] if is_open else []
    if isinstance(scale, Checklist):
        return [*unknown, _full(_items(scale, language), language, [["met"], ["unknown"]])]
    figure = _figure(scale, language)
    pair = {"type": "array", "items": figure, "minItems": 2, "maxItems": 2}
    forms = [figure, pair, *unknown]
    given = {"description": words, "anyOf": forms}
    likely = {"description": hover("Assessment", "likely", language), **_likely(scale, figure)}
    key = str(scale.value_key)
    return [*forms, _full({key: given, "likely": likely}, language, [[key]])]


def _full(figures: JsonSchema, language: str, needed: list[list[str]]) -> JsonSchema:
    """Return an entry with its figures, its reason and its evidence; one of the sets of keys is needed."""
    reasons = {"why": TEXT, "for": _LIST_OF_EVIDENCE, "against": _LIST_OF_EVIDENCE}
    explained = {key: {**part, "description": hover("Assessment", key, language)} for key, part in reasons.items()}
    required = [{"required": keys} for keys in needed]
    return {**_mapping({**figures, **explained}), **(required[0] if len(required) == 1 else {"anyOf": required})}


def _items(scale: Checklist, language: str) -> JsonSchema:
    titles = {name: one_line(item.title, language) for name, item in scale.items.items()}
    some = {"type": "array", "items": _one_of(titles), "uniqueItems": True}
    return {key: {**some, "description": hover("Assessment", key, language)} for key in (str(ValueKey.MET), UNKNOWN)}


def _figure(scale: Rubric | Quantity | Choice | Calendar, language: str) -> JsonSchema:
    if isinstance(scale, Choice):
        return _one_of({name: one_line(option.title, language) for name, option in scale.options.items()})
    if isinstance(scale, Calendar):
        return ANY_DATE
    if isinstance(scale, Quantity):
        return {"type": "number", **(_ends(scale) if scale.beyond is Outside.REFUSE else {})}
    figures = _figures(scale)
    if not figures:
        return {"type": "number", **_ends(scale)}
    return _one_of({_json(figure): one_line(scale.meaning(figure), language) for figure in figures})


def _likely(scale: Rubric | Quantity | Choice | Calendar, figure: JsonSchema) -> JsonSchema:
    """A likely level need not be one of the levels."""
    return {"type": "number", **_ends(scale)} if isinstance(scale, Rubric) else figure


def _figures(scale: Rubric) -> list[Decimal]:
    """Return what a dossier may give, lowest first; nothing where that is more than can be listed."""
    levels = sorted(scale.levels)
    if scale.step is None:
        return levels
    step, span = Decimal(scale.step), levels[-1] - levels[0]
    if span / step > _MOST_STEPS:
        return []
    steps = (levels[0] + at * step for at in range(_MOST_STEPS))
    return sorted({*levels, *(figure for figure in steps if figure < levels[-1])})


def _ends(scale: AnyScale) -> JsonSchema:
    performances = [performance for performance, _ in scale.course()]
    return {"minimum": _json(min(performances)), "maximum": _json(max(performances))}


def _field(definition: FieldDefinition, criteria: Criteria, language: str) -> JsonSchema:
    if definition.field_type is FieldType.TEXT:
        return {"anyOf": [{"type": "string"}, TEXT]}
    if definition.field_type is FieldType.NUMBER:
        return {"anyOf": [{"type": "number"}, _NOT_KNOWN]}
    if definition.field_type is FieldType.DATE:
        return {"anyOf": [ANY_DATE, _NOT_KNOWN]}
    return _one_of({**choices(definition, criteria, language), UNKNOWN: ""})


def _one_of(meanings: dict[Any, str]) -> JsonSchema:
    """Return words or numbers of which one may stand, each with its meaning."""
    return {"enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _json(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def cite(shape: JsonSchema, sources: Iterable[str], agencies: Iterable[str]) -> None:
    """Name in the schema of a dossier the sources and the agencies that it may refer to, as examples only."""
    ids, bodies = sorted(sources), sorted(agencies)
    for model in ("Evidence", "HistoryEntry"):
        _show(shape["definitions"][model]["properties"]["source"], ids)
    _show(shape["properties"]["proposer"], bodies)
    _show(shape["definitions"]["AssessedBy"]["properties"]["who"], bodies)


def _show(part: JsonSchema, examples: list[str]) -> None:
    if examples:
        part["examples"] = examples

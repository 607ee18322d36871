"""The models as JSON Schema for editors: draft 07, which the language server for YAML documents.

A schema sees one file and no names of other files, so it may let pass what `check` refuses, never the reverse.
"""

from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from stratsel import terms
from stratsel.model.base import Entity, Text, parse_partial_date
from stratsel.model.statement import FORM, LONGEST, parse_statement
from stratsel.scaffold.duties import duties_of
from stratsel.scaffold.hover import hover

JsonSchema = dict[str, Any]
"""A schema, or a part of one."""

DRAFT = "http://json-schema.org/draft-07/schema#"
REMARKS = "^x-"
"""Keys that are the round's own."""
DAY: JsonSchema = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}
ANY_DATE: JsonSchema = {
    "anyOf": [
        {
            "type": "string",
            "pattern": "^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?$",
        },
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ]
}
"""A bare year is a number to whoever reads YAML."""
TEXT: JsonSchema = {"$ref": "#/definitions/Text"}
"""A text, plain or by language."""
_NUMBER_AS_KEY = r"^(?!-0$)-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"
_IDS = r"[-_]"
_BOUNDS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}
_VOCABULARY = [
    kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, terms.Term) and len(kind) > 0
]


def shape_of(model: type[Entity], language: str) -> JsonSchema:
    """Return the schema of a whole file, with what editors show in `language`."""
    generator = _Shapes(ref_template="#/definitions/{model}")
    generator.language = language
    made = _plain(generator.generate(model.__pydantic_core_schema__))
    text = generator.generate_inner(TypeAdapter(Text).core_schema)
    definitions = {**_named(made.pop("$defs"), text), "Text": text}
    return {"$schema": DRAFT, "definitions": definitions, **_named(made, text)}


class _Shapes(GenerateJsonSchema):
    """Pydantic's own generator, where it knows less than this program of what files may hold."""

    language: str = "en"

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Titles made of keys are noise."""
        return False

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number; a text that reads as one is refused."""
        return self._bounded({"type": "number"}, schema)

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """A full day; what is read is text."""
        return dict(DAY)

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """A date or a statement, where that is what is read; anything else as what it becomes."""
        if schema["function"]["function"] is parse_partial_date:
            return dict(ANY_DATE)
        if schema["function"]["function"] is parse_statement:
            return {"type": "string", "pattern": FORM, "maxLength": LONGEST}
        return super().function_before_schema(schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A key that may be left out; nothing written behind it is refused."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """With a default that an editor can write."""
        inner, default = self.generate_inner(schema["schema"]), schema.get("default")
        return {**inner, "default": default} if isinstance(default, str | int) else inner

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Words, each with what it means."""
        made, words = super().literal_schema(schema), set(schema["expected"])
        for kind in _VOCABULARY:
            if len(words) > 1 and words <= {str(member) for member in kind}:
                meanings = {str(member): member for member in kind}
                made["enumDescriptions"] = [self._meaning(meanings[word]) for word in made["enum"]]
        return made

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        """One of several, each named once."""
        made = super().union_schema(schema)
        if "anyOf" not in made:
            return made
        parts = _distinct(made.pop("anyOf"))
        return {**made, **parts[0]} if len(parts) == 1 else {**made, "anyOf": parts}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """One of several by its `kind`, which each of them states."""
        return {"oneOf": super().tagged_union_schema(schema)["oneOf"]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Keys of one form; beside those that are no ids, remarks may stand."""
        keys, values = self.generate_inner(schema["keys_schema"]), self.generate_inner(schema["values_schema"])
        form = keys.get("pattern", _NUMBER_AS_KEY)
        made: JsonSchema = {"type": "object", "additionalProperties": False, "patternProperties": {form: values}}
        if _IDS not in form:
            made["patternProperties"][REMARKS] = True
        if "maxLength" in keys:
            made["propertyNames"] = {"maxLength": keys["maxLength"]}
        if "min_length" in schema:
            made["minProperties"] = schema["min_length"]
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A mapping with known keys, each explained, and remarks."""
        made, name = super().model_schema(schema), schema["cls"].__name__
        for key in ("title", "description"):
            made.pop(key, None)
        for key, part in made["properties"].items():
            part["description"] = hover(name, key, self.language)
        return {**made, "patternProperties": {REMARKS: True}, **duties_of(name)}

    def _bounded(self, made: JsonSchemaValue, schema: Any) -> JsonSchemaValue:
        self.update_with_validations(made, schema, self.ValidationsMapping.numeric)
        return {key: _number(part) for key, part in made.items()}

    def _meaning(self, term: terms.Term) -> str:
        return term.vietnamese if self.language == "vi" else term.english


def _distinct(parts: list[JsonSchema]) -> list[JsonSchema]:
    """Return the parts of a union without those that another one holds."""
    kept: list[JsonSchema] = []
    for part in parts:
        if part not in kept:
            kept.append(part)
    if any(part.get("type") == "number" for part in kept):
        kept = [part for part in kept if part.get("type") != "integer"]
    return kept


def _named(part: Any, text: JsonSchema) -> Any:
    """Return a schema that names the shape of texts wherever it stands in full."""
    if isinstance(part, list):
        return [_named(inner, text) for inner in part]
    if not isinstance(part, dict):
        return part
    if part.get("anyOf") == text["anyOf"]:
        return {**TEXT, **{key: inner for key, inner in part.items() if key != "anyOf"}}
    return {key: _named(inner, text) for key, inner in part.items()}


def _plain(part: Any) -> Any:
    """Return a schema with bounds under the names that JSON Schema has for them, and numbers as JSON has them."""
    if isinstance(part, dict):
        return {_BOUNDS.get(key, key): _plain(inner) for key, inner in part.items()}
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    return _number(part)


def _number(part: Any) -> Any:
    return float(part) if isinstance(part, Decimal) else part

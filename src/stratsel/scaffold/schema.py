"""The schema of each kind of file, as JSON for editors."""

import json
from collections.abc import Iterable

from stratsel.model.assessor import Assessor
from stratsel.model.base import Entity
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.scenario import Scenario
from stratsel.model.source import Sources
from stratsel.scaffold.leaves import assessments_shape, cite, fields_shape
from stratsel.scaffold.shapes import REMARKS, JsonSchema, shape_of

KINDS: dict[str, type[Entity]] = {
    "criteria": Criteria,
    "candidate": Candidate,
    "sources": Sources,
    "assessor": Assessor,
    "decision": Decisions,
    "scenario": Scenario,
}
"""The kinds of file that have a schema, each with the model of a whole file."""

_WITH_REMARKS = {"candidate": ("assessments", "fields")}
"""Keys below which ids of the round stand, and remarks beside them."""
_NO_REMARK = "^(?!x-)"


def schema(kind: str, language: str) -> JsonSchema:
    """Return the schema of a kind of file, whatever the round.

    Raises:
        KeyError: there is no such kind.
    """
    made = shape_of(KINDS[kind], language)
    for key in _WITH_REMARKS.get(kind, ()):
        part = made["properties"][key]
        forms = {form.replace("^", _NO_REMARK, 1): inner for form, inner in part["patternProperties"].items()}
        made["properties"][key] = {**part, "patternProperties": {**forms, REMARKS: True}}
    return {"title": f"stratsel {made['properties']['stratsel']['const']}", **made}


def candidate_schema(criteria: Criteria, sources: Iterable[str], language: str) -> JsonSchema:
    """Return the schema of the dossiers of one round: its leaves, its fields, and its sources as examples."""
    made = schema("candidate", language)
    known = {"assessments": assessments_shape(criteria, language), "fields": fields_shape(criteria, language)}
    for key, part in known.items():
        made["properties"][key] = {**part, "description": made["properties"][key]["description"]}
    del made["definitions"]["Assessment"]
    cite(made, sources, criteria.agencies)
    return {**made, "title": f"{made['title']}, {criteria.id}"}


def as_json(shape: JsonSchema) -> str:
    """Return a schema as the text of a file."""
    return f"{json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True)}\n"

"""The schemas for editors beside `check`: they refuse nothing that it accepts, and most of what it refuses."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from stratsel import api
from stratsel.diagnostics.catalogue import rule, rules
from stratsel.diagnostics.codes import Code
from stratsel.errors import Rejected
from stratsel.reading.events import read_yaml
from stratsel.terms import Severity

ROOT = Path(__file__).resolve().parents[2]
SHOWN = [each.code for each in rules() if each.is_shown]

FILES = {
    "criteria": "criteria/*.y*ml",
    "candidate": "candidates/*.y*ml",
    "sources": "sources.yaml",
    "assessor": "panel/*.yaml",
    "decision": "decision.yaml",
    "scenario": "scenarios/*.yaml",
}

ONLY_CHECK = {
    "the text is no YAML that is read, so that no schema comes to see it": """
        ST101 ST102 ST103 ST104 ST105 ST106 ST107 ST108 ST110 ST111 ST112 ST113 ST114 ST115 ST116 ST123 ST124 ST129
        """,
    "it is about bytes, names, links and sizes, and not about what stands in a file": """
        ST117 ST118 ST119 ST120 ST121 ST122 ST125 ST126 ST127 ST128 ST130 ST131 ST225 ST226 ST402 ST403
        ST404
        """,
    "it takes another file: a source, a saved text, the round, its dossiers": """
        ST212 ST405 ST406 ST421 ST422
        """,
    "it takes the order of the candidates, or which of them are in which tier": "ST425 ST427",
    "what one file names must stand elsewhere in it, or nowhere else": """
        ST301 ST307 ST313 ST314 ST318 ST319 ST331 ST333 ST335 ST338 ST339 ST341 ST342 ST418
        """,
    "two values are compared, which a schema cannot do": """
        ST210 ST211 ST308 ST310 ST312 ST315 ST323 ST324 ST327 ST336
        """,
    "a key at the top of the file, or of the criteria file, decides it for places far below": """
        ST218 ST302 ST303 ST304 ST311 ST332 ST432
        """,
    "it takes arithmetic: a calendar, steps of a path, versions, weights": "ST213 ST223 ST343 ST701",
    "nothing that is known yields it": "ST299",
}
"""What no schema refuses though `check` does, with the reason."""


@cache
def validator(kind):
    return made(api.schema(kind))


@cache
def made(text):
    schema = json.loads(text)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def of_round(folder):
    """The schema of the round's dossiers, or the one for any round where its criteria file is refused."""
    try:
        return made(api.schema("candidate", criteria=next((folder / "criteria").glob("*.yaml"))))
    except Rejected:
        return validator("candidate")


def only_check():
    return [Code(code) for codes in ONLY_CHECK.values() for code in codes.split()]


def refused(folder):
    """Every file of a round that its schema refuses, as editors read it, with the first place."""
    found = {}
    for kind, names in FILES.items():
        schema = of_round(folder) if kind == "candidate" else validator(kind)
        for path in sorted(folder.glob(names)):
            reading = read_yaml(path.read_text(encoding="utf-8"))
            errors = [] if reading.defects else sorted(schema.iter_errors(as_json(reading.value)), key=str)
            if errors:
                found[path.relative_to(folder).as_posix()] = errors[0].json_path
    return found


def as_json(value):
    """Values as editors hold them: numbers are binary."""
    return json.loads(json.dumps(value, default=float))


@pytest.mark.parametrize("code", SHOWN)
def test_a_schema_accepts_what_is_mended(code, lay):
    folder, _ = lay(rule(code).fixes)
    assert refused(folder) == {}


@pytest.mark.parametrize("code", SHOWN)
def test_a_schema_sees_what_it_can_and_no_more(code, lay):
    """A page that shows an error is refused, or its code is on the list; one that shows a warning is accepted."""
    folder, _ = lay(rule(code).examples)
    marks = [mark for block in rule(code).examples for mark in block.marks if mark.code is code]
    is_error = any(mark.severity is Severity.ERROR for mark in marks)
    assert bool(refused(folder)) is (is_error and code not in only_check())


def test_the_list_names_each_code_once_and_all_errors_that_no_page_shows():
    assert len(set(only_check())) == len(only_check())
    unshown = {each.code for each in rules() if not each.is_shown and each.severity is Severity.ERROR}
    assert unshown <= set(only_check())


@pytest.mark.parametrize("folder", [".", "tests/small-round", "tests/catalogue/base"])
def test_every_file_of_a_sound_round_is_accepted(folder):
    assert refused(ROOT / folder) == {}


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("kind", ["criteria", "candidate", "sources", "assessor", "decision", "scenario"])
def test_every_key_is_explained(kind, language):
    schema = json.loads(api.schema(kind, language=language))
    mappings = [schema, *(part for part in schema["definitions"].values() if "properties" in part)]
    keys = [(key, part.get("description")) for mapping in mappings for key, part in mapping["properties"].items()]
    assert len(keys) > 3
    assert [key for key, description in keys if not description] == []


def test_the_schema_of_this_repository_is_up_to_date():
    """If not, run: make schemas."""
    criteria = ROOT / "criteria" / "strategic-products-2025.yaml"
    texts = {"candidate": api.schema("candidate", criteria=criteria)}
    texts |= {kind: api.schema(kind) for kind in ("criteria", "sources", "assessor", "decision", "scenario")}
    assert {kind: (ROOT / "schemas" / f"{kind}.json").read_text(encoding="utf-8") for kind in texts} == texts

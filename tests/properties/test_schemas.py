"""A schema for editors never refuses what `check` accepts, whatever is done to a valid file."""

import json
import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from stratsel import api
from stratsel.errors import Rejected
from stratsel.reading.events import read_yaml

BASE = Path(__file__).parents[1] / "catalogue" / "base"
FILES = ["candidates/alpha.yaml", "candidates/beta.yaml", "criteria/round.yaml", "sources.yaml"]
ODD = [
    0, 1, 2.5, -3, 2025, "", " ", "unknown", "any", "2025-11", "2025-02-30", "2025-Q4", "own", "x-own", "freshness",
    "https://a.example", True, [], ["own", "hired"], [1, 2], [2, 1], {}, {"en": "Text"}, {"x-note": 1}, {"level": 2},
    {"met": []}, {"kind": "checklist", "items": {"a": {"title": "A"}}},
]  # fmt: skip


def places(value, path=()):
    """Every place in a value, from the outside in."""
    yield path
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, step))


@st.composite
def changed(draw):
    """A file of the round with one or two places changed: taken out, replaced, or a key put in."""
    file = draw(st.sampled_from(FILES))
    data = json.loads(json.dumps(read_yaml((BASE / file).read_text(encoding="utf-8")).value, default=float))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from([path for path in places(data) if path]))
        holder = data
        for step in path[:-1]:
            holder = holder[step]
        how = draw(st.sampled_from(["replace", "drop", "add"]))
        if how == "drop":
            del holder[path[-1]]
        elif how == "add" and isinstance(holder, dict):
            key = draw(st.sampled_from(["x-note", "lang", "shape", "step", "likely", "unknown", "values", "1", "vi"]))
            holder[key] = deepcopy(draw(st.sampled_from(ODD)))
        else:
            holder[path[-1]] = deepcopy(draw(st.sampled_from(ODD)))
    return file, data


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed())
def test_what_check_accepts_is_not_refused(tmp_path, case):
    file, data = case
    folder = tmp_path / "round"
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / file).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    try:
        api.rank(folder)
    except Rejected:
        return
    kind, _, _ = file.partition("/")
    schema = {"candidates": "candidate", "criteria": "criteria"}.get(kind, "sources")
    rules = folder / "criteria" / "round.yaml" if schema == "candidate" else None
    for text in {api.schema(schema), api.schema(schema, criteria=rules)}:
        assert [error.message for error in Draft7Validator(json.loads(text)).iter_errors(data)] == []

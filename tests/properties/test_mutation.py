"""A valid round with one place changed passes with the meaning it has, or has findings on that place."""

import copy
import json
import random
import shutil
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from stratsel.api import check
from stratsel.diagnostics.catalogue import severity_of
from stratsel.model.assessor import Assessor
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.scenario import Scenario
from stratsel.model.source import Sources
from stratsel.reading.events import read_yaml
from stratsel.terms import Severity

SMALL = Path(__file__).parents[1] / "small-round"
A, C, S, D, P = "candidates/alpha.yaml", "criteria/meals.yaml", "sources.yaml", "decision.yaml", "panel/parents.yaml"
X = "scenarios/new-cook.yaml"
MORE_CRITERIA = """\
screens:
  - id: served
    title: Enough meals
    require: {any_of: [{field: served, at_least: 200}, {not: {present: [opened]}}, {criterion: menu, at_least: 1}]}
    on_fail: flag
    on_unknown: admit
"""
BESIDE = {
    D: """\
stratsel: decision/1
decisions:
  - date: 2025-12-20
    by: council
    tiers: {first: [alpha], reserve: [alpha, beta]}
    departures: {}
waivers:
  - {candidate: beta, screen: served, by: council, why: It is new., until: 2026-06-30}
""",
    P: """\
stratsel: assessor/1
id: parents
name: The parents
recused: [beta]
opinions:
  alpha:
    opinion: for
    why: The children like it.
    for:
      - {source: gazette, quote: full plates}
""",
    X: """stratsel: scenario/1
id: new-cook
title: {en: Another cook, vi: Đầu bếp khác}
why: Asked in the meeting.
weights: {food: 3, supply: 2, freshness: 1}
assessments:
  alpha: {freshness: 4, menu: {level: [3, 4], likely: 3, why: She is known.}, price: unknown}
  beta: {delivery: {choice: own}, price: [30, 31]}
""",
}
FILES = (A, C, S, D, P, X)
OTHERS = ["text", 7, -1, True, [], {}, ["a"], {"a": 1}, "2025-02-30", ["a", {"b": []}], ""]
SOME = 100
"""How many changes of each file the quick suite makes."""
MODELS = {A: Candidate, C: Criteria, S: Sources, D: Decisions, P: Assessor, X: Scenario}
NAMED_BY_KEY = {"fields", "lists", "scales", "agencies", "options", "sources"}
OF_THE_WHOLE = {"ST407": (C, ("criteria",)), "ST427": (A, ("assessments",))}
"""What a finding elsewhere depends on without naming it: that no leaf of a dossier is known, on the tree; that somebody
stands elsewhere than the order says, on the figures.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("mutation") / "round"
    shutil.copytree(SMALL, root)
    with (root / C).open("a", encoding="utf-8", newline="\n") as criteria:
        criteria.write(MORE_CRITERIA)
    for file, text in BESIDE.items():
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture(scope="module")
def values(folder):
    return {file: read_yaml((folder / file).read_text(encoding="utf-8")).value for file in FILES}


def test_the_round_is_fine_before(folder):
    assert list(check([folder]).findings) == []


def paths_of(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield (*path, step)
        yield from paths_of(below, (*path, step))


def value_at(data, path):
    for step in path:
        data = data[step]
    return data


def flow(value, twice=None, path=()):
    """A value as JSON; the key at the path `twice` is written twice, with its value."""
    if isinstance(value, dict):
        items = [
            f"{json.dumps(key, ensure_ascii=False)}: {flow(below, twice, (*path, key))}" for key, below in value.items()
        ]
        items += [item for key, item in zip(value, items, strict=True) if (*path, key) == twice]
        return "{" + ",\n".join(items) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(flow(below, twice, (*path, at)) for at, below in enumerate(value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def checked(folder, file, text):
    """The findings about the round with another text in the place of a file."""
    before = (folder / file).read_bytes()
    prefix = f"{folder.as_posix()}/"
    try:
        (folder / file).write_bytes(text.encode())
        found = check([folder]).findings
    finally:
        (folder / file).write_bytes(before)
    return [(each, each.where.file.removeprefix(prefix)) for each in found]


# --- what changes ---------------------------------------------------------------------------------


def changes_of(data):
    """Yield every change: the path of what is changed, what stood there, and the data as changed."""
    for path in paths_of(data):
        parent, step, old = value_at(data, path[:-1]), path[-1], value_at(data, path)
        yield path, old, None, changed(data, path, lambda holder, at: holder.pop(at))
        for new in OTHERS:
            if new != old or type(new) is not type(old):
                yield path, old, new, changed(data, path, lambda holder, at, new=new: holder.__setitem__(at, new))
        if isinstance(parent, list):
            yield path, old, old, changed(data, path, lambda holder, at: holder.insert(at, holder[at]))
        steps = list(parent) if isinstance(parent, dict) else range(len(parent))
        after = steps.index(step) + 1
        if after < len(steps) and parent[steps[after]] != old:
            yield path[:-1], parent, parent, changed(data, path, swap(steps[after]))


def changed(data, path, change):
    copied = copy.deepcopy(data)
    change(value_at(copied, path[:-1]), path[-1])
    return copied


def swap(other):
    def change(holder, step):
        holder[step], holder[other] = holder[other], holder[step]

    return change


# --- where findings may stand ---------------------------------------------------------------------


def words_of(value):
    """Every key and every plain value in a value, as text."""
    if isinstance(value, dict):
        return {str(key) for key in value}.union(*map(words_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(words_of, value))
    return {str(value)}


def is_on(place, path):
    """Whether a place is the changed one, a part of it, or one that holds it."""
    return place[: len(path)] == path or path[: len(place)] == place


def names_on(data, path):
    """The ids of what holds a place."""
    holders = (value_at(data, path[:length]) for length in range(len(path)))
    own = {holder["id"] for holder in holders if isinstance(holder, dict) and isinstance(holder.get("id"), str)}
    return own | {name for within, name in pairwise(path) if within in NAMED_BY_KEY}


def is_explained(finding, file, change, words):
    """Whether a finding stands on the changed place, or names it, or something that stood or stands there."""
    changed_file, path = change
    here = finding.where.path
    if file == changed_file and (is_on(here, path) or here == (*path[:-1], "id")):
        return True
    if any(where.file.endswith(changed_file) and is_on(where.path, path) for where in finding.related):
        return True
    if finding.code in OF_THE_WHOLE and OF_THE_WHOLE[finding.code][0] == changed_file:
        return is_on(OF_THE_WHOLE[finding.code][1], path[:1])
    facts = {str(fact) for fact in finding.facts.values()}
    named = {name for fact in facts for name in fact.split(", ")} | {str(step) for step in here}
    return not named.isdisjoint(words)


def astray(folder, values, file, changes):
    """Return the findings that say nothing of what was changed, and the changes that pass without being valid."""
    found = []
    for path, old, new, data in changes:
        findings = checked(folder, file, flow(data))
        words = words_of(old) | words_of(new) | {str(step) for step in path[-1:]} | names_on(values[file], path)
        for each, where in findings:
            if not is_explained(each, where, (file, path), words):
                found.append((path, new, each.code.value, where, each.where.path))
        if not any(where == file and severity_of(each) is Severity.ERROR for each, where in findings):
            MODELS[file].model_validate(data)
    return found


@pytest.mark.parametrize("file", FILES)
def test_findings_stand_on_what_was_changed(folder, values, file):
    """As many changes as there is time for, the same at each run."""
    every = list(changes_of(values[file]))
    assert astray(folder, values, file, random.Random(file).sample(every, min(SOME, len(every)))) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_findings_stand_on_whatever_was_changed(folder, values, file):
    assert astray(folder, values, file, changes_of(values[file])) == []


@pytest.mark.parametrize("file", FILES)
def test_each_key_that_stands_twice_is_the_one_finding(folder, values, file):
    """And the only one: of two equal values the first counts."""
    keys = [path for path in paths_of(values[file]) if isinstance(path[-1], str)]
    for path in random.Random(file).sample(keys, min(SOME // 4, len(keys))):
        found = [
            (each.code.value, where, each.where.path) for each, where in checked(folder, file, flow(values[file], path))
        ]
        assert found == [("ST110", file, path)]

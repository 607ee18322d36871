"""Whatever is changed in a valid file, it is checked: it passes, or there are findings; never anything else."""

import copy
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.reading.events import read_yaml

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "small-round"

quick = settings(max_examples=120, deadline=None)

ODD = [
    {},
    [],
    [[]],
    {"a": {"b": [1]}},
    "",
    " ",
    "x",
    "No id",
    "unknown",
    "2025-02-30",
    0,
    -1,
    10**9,
    True,
    [1, 2],
    [1, 2, 3],
]
ODD += ["con", "x-y", {"en": "x"}, {"level": 1}, {"kind": "rubric"}, ["a", {"b": "c"}], "1.234,56", "12 EUR", "level"]
KEYS = [
    "id",
    "titel",
    "level",
    "x-note",
    "levels",
    "for",
    "Bad Key",
    "kind",
    "scale",
    "criterea",
    "unknown",
    "",
    "weight",
]


def paths_of(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in inner:
        yield (*path, step)
        yield from paths_of(below, (*path, step))


def parent_of(data, path):
    for step in path[:-1]:
        data = data[step]
    return data


def odd(draw):
    return copy.deepcopy(draw(st.sampled_from(ODD)))


def drop(data, path, draw):
    del parent_of(data, path)[path[-1]]


def retype(data, path, draw):
    parent_of(data, path)[path[-1]] = odd(draw)


def rename(data, path, draw):
    parent = parent_of(data, path)
    value = parent[path[-1]]
    if isinstance(parent, dict):
        parent[draw(st.sampled_from(KEYS))] = parent.pop(path[-1])
    else:
        parent.append(value)


def swap(data, path, draw):
    """Put another part of the same file here."""
    other = draw(st.sampled_from(list(paths_of(data))))
    parent_of(data, path)[path[-1]] = copy.deepcopy(parent_of(data, other)[other[-1]])


def add(data, path, draw):
    value = parent_of(data, path)[path[-1]]
    if isinstance(value, dict):
        value[draw(st.sampled_from(KEYS))] = odd(draw)
    elif isinstance(value, list):
        value.insert(0, odd(draw))
    else:
        retype(data, path, draw)


def plain(value):
    """Values as JSON can write them; the small rounds hold no number that this would change."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, str | bool | int) else float(value)


@pytest.fixture(scope="module")
def rounds(tmp_path_factory):
    """A copy of the small round and one of the shipped round."""
    folder = tmp_path_factory.mktemp("rounds")
    shutil.copytree(SMALL, folder / "small")
    for part in ("criteria", "candidates"):
        shutil.copytree(ROOT / part, folder / "shipped" / part)
    shutil.copy(ROOT / "sources.yaml", folder / "shipped")
    for dossier in sorted((folder / "shipped" / "candidates").iterdir())[2:]:
        dossier.unlink()
    return folder


def mutated(data, folder, file, times):
    """Change a file of a round a few times over, check the round, and put the file back."""
    path = folder / file
    before = path.read_bytes()
    values = plain(read_yaml(before.decode()).value)
    for _ in range(times):
        places = list(paths_of(values))
        if not places:
            break
        change = data.draw(st.sampled_from([drop, retype, rename, swap, add]))
        change(values, data.draw(st.sampled_from(places)), data.draw)
    try:
        path.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
        return path, load(select_round([folder]))
    finally:
        path.write_bytes(before)


def look_at(found):
    """Every finding has its place, and all of them can be shown."""
    for each in found.findings:
        assert each.where.span is not None and each.where.span.line >= 1
        assert all(where.span is not None for where in each.related)
    assert found.findings.files > 0
    nothing_lost(found)


def nothing_lost(found):
    """A dossier counts, or it is rejected, and what is rejected has an error."""
    blamed = {each.where.file for each in found.findings.errors}
    assert all(any(place.endswith(file) for place in blamed) for file in found.rejected)
    if found.round is None:
        assert found.findings.rejects
    else:
        counted = set(found.round.files.values())
        assert counted.isdisjoint(found.rejected)
        assert len(counted) + len(found.rejected) == 2


@quick
@given(st.data(), st.integers(1, 3))
def test_a_changed_dossier_is_blamed_alone(rounds, data, times):
    path, found = mutated(data, rounds / "small", "candidates/alpha.yaml", times)
    look_at(found)
    blamed = {each.where.file for each in found.findings}
    assert blamed <= {path.as_posix(), path.with_name("beta.yaml").as_posix()}
    others = [each.code.value for each in found.findings if each.where.file != path.as_posix()]
    assert set(others) <= {"ST403"}  # that two have one id is said of the later file


@quick
@given(st.data(), st.sampled_from(["criteria/meals.yaml", "sources.yaml"]), st.integers(1, 3))
def test_changed_rules_are_checked(rounds, data, file, times):
    _, found = mutated(data, rounds / "small", file, times)
    look_at(found)


@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(["criteria/strategic-products-2025.yaml", "candidates/amr.yaml", "sources.yaml"]))
def test_a_change_in_the_shipped_round_is_checked(rounds, data, file):
    _, found = mutated(data, rounds / "shipped", file, 1)
    look_at(found)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_line_that_is_missing_twice_or_moved_is_checked(rounds, data):
    """Text is changed as people change it: a line taken out, doubled, moved or indented otherwise."""
    folder = rounds / "small"
    path = folder / data.draw(st.sampled_from(["candidates/alpha.yaml", "criteria/meals.yaml"]))
    before = path.read_bytes()
    lines = before.decode().splitlines()
    at, to = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    change = data.draw(st.sampled_from(["drop", "double", "move", "indent", "cut"]))
    if change in ("drop", "move", "indent", "cut"):
        del lines[at]
    if change != "drop":
        indented = data.draw(st.sampled_from(["", " ", "  ", "\t"])) + line.lstrip() if change == "indent" else line
        cut = line[: len(line) // 2] if change == "cut" else indented
        lines.insert(to if change == "move" else at, cut)
    try:
        path.write_text("\n".join(lines), encoding="utf-8")
        look_at(load(select_round([folder])))
    finally:
        path.write_bytes(before)

"""Bytes by chance, and valid files broken by chance, through the whole check with either parser, for a bounded time."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratsel.api import check
from stratsel.diagnostics.render import renderer

ROOT = Path(__file__).parents[2]
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit")
PARSERS = ("libyaml", "pure") if yaml.__with_libyaml__ else ("pure",)
FEW, MANY = 25, 600
"""Examples of the quick suite, of each test; and of CI, where each takes about twenty seconds."""

PIECES = [
    "\n",
    "  ",
    "\t",
    ": ",
    "- ",
    ",",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "#",
    "? ",
    "!",
    "!!str ",
    "&a ",
    "*a",
    "<<: ",
    "|",
    ">-",
]
PIECES += [
    "\\",
    "\\u0000",
    "%",
    "---",
    "...",
    "~",
    "null",
    "true",
    "1e9999",
    ".inf",
    "-0",
    "0x1",
    "x-",
    "unknown",
    "2025-02-30",
]
PIECES += [
    "\r",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\x1b",
    "\0",
    "é",
    "e\u0301",
    "😀",
    "[1, 2, 3]",
    "{en: a, b, vi: c}",
]


def fuzz(examples):
    slow_start = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=examples, deadline=None, suppress_health_check=slow_start)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("fuzz") / "round"
    shutil.copytree(ROOT / "tests" / "small-round", root)
    for file, text in BESIDE.items():
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_bytes(text.encode())
    return root


BESIDE = {
    "decision.yaml": (
        "stratsel: decision/1\ndecisions:\n  - date: 2025-12-20\n    by: council\n"
        "    tiers: {first: [alpha], reserve: [alpha, beta]}\n    departures: {}\n"
    ),
    "panel/mps.yaml": "stratsel: assessor/1\nid: mps\nname: M\nopinions:\n  alpha: {opinion: for, why: It works.}\n",
    "scenarios/own-van.yaml": (
        "stratsel: scenario/1\nid: own-van\ntitle: V\nweights: {food: 1, supply: 2}\n"
        "assessments:\n  beta: {delivery: own, freshness: {level: [2, 3]}}\n"
    ),
}
files = st.sampled_from(["candidates/alpha.yaml", "criteria/meals.yaml", "sources.yaml", *BESIDE])


def look_at(folder, file, content):
    """Check the round with other bytes in the place of a file, with each parser, and show what is found."""
    path = folder / file
    before, outcomes = path.read_bytes(), []
    try:
        path.write_bytes(content)
        for parser in PARSERS:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(yaml, "__with_libyaml__", parser == "libyaml")
                found = check([folder])
            for each in found.findings:
                assert each.where.span is not None and each.where.span.line >= 1 and each.where.span.column >= 1
                assert each.code.value != "ST299"
            for form in FORMATS:
                shown = shown_as(form, found)
                assert not set(shown) & {"\0", "\x1b", "\u202e", "\x85", "\u2028"}
            outcomes.append(found.findings.rejects)
    finally:
        path.write_bytes(before)
    return outcomes


def shown_as(form, found):
    if form != "text":
        return renderer(form)(found.findings, found.places, "vi")
    from stratsel.diagnostics.causes import by_cause
    from stratsel.diagnostics.render import text

    return text.blocks(found.findings, found.places, "vi", text.plain, by_cause)


@st.composite
def broken(draw, text):
    """A text with a few pieces put in, taken out, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 60)))
        way = draw(st.sampled_from(["put in", "put in", "take out", "double", "move", "line"]))
        if way == "put in":
            text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
        elif way == "take out":
            text = text[:at] + text[end:]
        elif way == "double":
            text = text[:end] + text[at:end] + text[end:]
        elif way == "move":
            piece, rest = text[at:end], text[:at] + text[end:]
            to = draw(st.integers(0, len(rest)))
            text = rest[:to] + piece + rest[to:]
        else:
            lines = text.split("\n")
            number = draw(st.integers(0, len(lines) - 1))
            lines[number] = draw(st.sampled_from([" ", "  ", "\t", "- ", "# "])) + lines[number]
            text = "\n".join(lines)
    return text


def by_chance(folder, file, content):
    look_at(folder, file, content)


def broken_by_chance(folder, file, data):
    text = (folder / file).read_bytes().decode()
    look_at(folder, file, data.draw(broken(text)).encode("utf-8", "surrogatepass"))


@fuzz(FEW)
@given(files, st.binary(max_size=400))
def test_any_bytes(folder, file, content):
    by_chance(folder, file, content)


@fuzz(FEW)
@given(files, st.data())
def test_any_broken_file(folder, file, data):
    broken_by_chance(folder, file, data)


@pytest.mark.slow
@fuzz(MANY)
@given(files, st.binary(max_size=2_000) | st.text(max_size=600).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_many_bytes(folder, file, content):
    by_chance(folder, file, content)


@pytest.mark.slow
@fuzz(MANY)
@given(files, st.data())
def test_many_broken_files(folder, file, data):
    broken_by_chance(folder, file, data)

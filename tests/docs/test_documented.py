"""Whatever people can write or read stands in the manual."""

import csv
import inspect
import io
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import stratsel
from stratsel import terms
from stratsel.cli.check import FindingsFormat
from stratsel.cli.exits import Exit
from stratsel.cli.options import DocumentFormat
from stratsel.cli.rank import RankingFormat
from stratsel.cli.report import PaperFormat
from stratsel.files.read import MAX_BYTES
from stratsel.model import (
    assessor,
    base,
    candidate,
    criteria,
    decision,
    later,
    scale,
    scenario,
    screen,
    shortlist,
    source,
)
from stratsel.reading import events, scalar
from stratsel.reading.events import read_yaml
from stratsel.report.formats.papers import ENDINGS
from stratsel.report.paper.section import Section

PAGE_OF_MODELS = {
    criteria: "docs/criteria.md",
    scale: "docs/criteria.md",
    screen: "docs/criteria.md",
    shortlist: "docs/criteria.md",
    decision: "docs/decision.md",
    assessor: "docs/decision.md",
    candidate: "docs/dossier.md",
    source: "docs/dossier.md",
    scenario: "docs/scenarios.md",
}
MODELS = [
    pytest.param(model, page, id=model.__name__)
    for module, page in PAGE_OF_MODELS.items()
    for _, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, base.Entity) and model.__module__ == module.__name__
]
COMMANDS = (
    "check", "rank", "explain", "compare", "methods", "robustness", "report", "rule", "init", "new", "schema",
)  # fmt: skip
FORMATS = {
    "check": FindingsFormat,
    "rank": RankingFormat,
    "explain": DocumentFormat,
    "compare": DocumentFormat,
    "robustness": RankingFormat,
    "methods": RankingFormat,
    "report": PaperFormat,
}
WITH_JSON = [command for command, formats in FORMATS.items() if "json" in list(formats)]
NAMED = {"explain": ["harbour"], "compare": ["harbour", "garden"], "robustness": []}
"""The candidates that a command has to be given; what it says of them is documented with `rank`."""
BY_ID_OR_LANGUAGE = {
    "contributions", "values", "places", "title", "question", "banner", "owner", "by", "why", "meaning", "publisher",
    "note", "answer", "ranks", "tiers", "tiers_by_weights", "tiers_by_judgements", "central_weights", "above",
    "weight_shifts", "message", "help",
}  # fmt: skip
"""Keys of JSON below which a round's own ids stand, or languages."""


def is_named(word, text):
    """Whether a page has a word as code, alone or at the beginning of `word: value`."""
    return re.search(rf"`(?:[^`\n]* )?{re.escape(str(word))}(?:[:,= ][^`\n]*)?`", text) is not None


def trap_rows():
    """The rows about traps of YAML on the page about dossiers: what one writes, and the code of its finding, if any."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "dossier.md").read_text(encoding="utf-8")
    table = page.partition("| You write |")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        written, meaning, _ = row.strip("| ").split(" | ")
        code = re.search(r"ST\d{3}", meaning)
        for line in re.findall(r"`([^`]+)`", written):
            yield pytest.param(line, code and code[0], id=line)


@cache
def output(*arguments, folder=None):
    done = subprocess.run(
        [sys.executable, "-m", "stratsel", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "STRATSEL_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


@pytest.fixture
def own_round(manual, tmp_path):
    """The round of the manual."""
    manual.blocks.prepare("docs/commands.md", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("model", "page"), MODELS)
def test_each_key_of_a_file_is_documented(model, page, texts):
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert [key for key in keys if not is_named(key, texts[page])] == []


def test_each_word_of_a_later_version_is_documented(texts):
    words = set().union(*later.KEYS.values(), later.FILES)
    named = texts["docs/criteria.md"].partition("## Not in this version")[2]
    assert [word for word in sorted(words) if not is_named(word, named)] == []


@pytest.mark.parametrize(
    "kind",
    [terms.Standing, terms.Status, terms.ScaleKind, terms.ValueKey, terms.FieldType, terms.WeightingMethod, terms.Grade,
     terms.Role, terms.Stance, terms.Certainty, terms.Outside, terms.Combine, terms.Missing, terms.Outcome,
     terms.Consequence, terms.Members, terms.Opinion, terms.FlagKind],
)  # fmt: skip
def test_each_word_of_the_vocabulary_is_documented(kind, texts):
    pages = "".join(texts[page] for page in ("docs/criteria.md", "docs/dossier.md", "docs/judging.md"))
    assert [word for word in kind if not is_named(word.value, pages)] == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_each_option_is_documented(command, texts):
    help_text = output(*command.split(), "--help")
    options = re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", help_text, flags=re.MULTILINE)
    section = texts["docs/commands.md"].partition(f"## stratsel {command}\n" if command else "\n")[2]
    section = section.partition("\n## ")[0] if command else section
    assert options
    assert [option for option in options if option not in section] == []


@pytest.mark.parametrize("command", FORMATS)
def test_each_format_is_documented(command, texts):
    section = texts["docs/commands.md"].partition(f"## stratsel {command}\n")[2].partition("\n## ")[0]
    line = next(line for line in section.splitlines() if line.startswith("| `--format"))
    assert [each for each in FORMATS[command] if not is_named(each.value, line)] == []


def test_each_section_and_ending_of_the_paper_is_documented(texts):
    sections = re.findall(r"^\| `([a-z-]+)` \| [a-z]", texts["docs/report.md"], flags=re.MULTILINE)
    assert sections == [section.value for section in Section]
    assert [ending for ending in ENDINGS if f"`{ending}`" not in texts["docs/report.md"]] == []


def test_each_command_is_documented(texts):
    listed = output("--help").partition("Commands:\n")[2]
    commands = re.findall(r"^  ([a-z]+)  ", listed, flags=re.MULTILINE)
    assert commands == list(COMMANDS)
    assert all(f"## stratsel {command}\n" in texts["docs/commands.md"] for command in commands)


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_each_exit_code_is_documented(page, texts):
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", texts[page], flags=re.MULTILINE)}
    assert documented == set(Exit)


def test_each_public_name_is_documented(texts):
    assert [name for name in stratsel.__all__ if not is_named(name, texts["docs/commands.md"])] == []


def keys_of(data):
    if isinstance(data, list):
        return set().union(*map(keys_of, data))
    if not isinstance(data, dict):
        return set()
    below = (keys_of(value) for key, value in data.items() if key not in BY_ID_OR_LANGUAGE or isinstance(value, list))
    return set(data).union(*below)


@pytest.mark.parametrize("command", WITH_JSON)
def test_each_key_of_json_is_documented(command, texts, own_round):
    garden = own_round / "candidates" / "garden.yaml"
    if command == "check":
        garden.write_text(garden.read_text(encoding="utf-8").replace("price:", "prise:"), encoding="utf-8")
    document = json.loads(output(command, *NAMED.get(command, []), "--format", "json", folder=own_round))
    section = texts["docs/commands.md"].partition(f"### {command} --format json")[2].partition("\n### ")[0]
    assert document["stratsel"] in section
    if command in NAMED:
        section += texts["docs/commands.md"].partition("### rank --format json")[2].partition("\n### ")[0]
    assert [key for key in sorted(keys_of(document)) if not is_named(key, section)] == []


def test_each_column_of_csv_is_documented(texts, own_round):
    table = output("rank", "--format", "csv", folder=own_round)
    columns = next(csv.reader(io.StringIO(table)))
    section = texts["docs/commands.md"].partition("### rank --format csv")[2].partition("\n### ")[0]
    plain = {re.sub(r"^contribution\..*", "contribution.ID", column) for column in columns}
    assert [column for column in sorted(plain) if not is_named(column, section)] == []


def test_each_limit_is_documented(texts):
    """Read off the code, as the page writes them."""
    limits = texts["docs/dossier.md"].partition("## Limits")[2]
    assert f"{MAX_BYTES:,} bytes".replace(",", " ") in limits
    assert f"{events.MAX_DEPTH} levels" in limits
    assert f"{events.MAX_VALUES:,} |".replace(",", " ") in limits
    assert f"{events.MAX_DEFECTS:,};".replace(",", " ") in limits
    assert f"{scalar.MAX_DIGITS} characters, {scalar.MAX_EXPONENT} powers" in limits


@pytest.mark.parametrize(("line", "code"), [*trap_rows()])
def test_each_trap_is_as_the_manual_says(line, code, own_round):
    dossier = own_round / "candidates" / "harbour.yaml"
    place, written = r"^title: .*$", line
    if line.startswith("amount"):
        place, written = r"^    amount: .*$", f"    {line}"
    elif not line.startswith("title"):
        place, written = r"^  delivery: .*$", f"  {line.replace('growth', 'delivery')}"
    dossier.write_text(
        re.sub(place, written, dossier.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8"
    )
    found = {finding.code.value for finding in stratsel.check([own_round]).findings}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("written", "meant"),
    [("012", 12), ("1e3", 1000), ("12:30", "12:30"), ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"),
     ("true", True), ("2026-05-12", "2026-05-12"), ("Bridge #3", "Bridge")],
)  # fmt: skip
def test_values_are_read_as_the_manual_says(written, meant):
    assert read_yaml(f"key: {written}").value == {"key": meant}

"""`stratsel schema`: what it prints, and for whom it knows a round."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize("kind", ["criteria", "candidate", "sources", "assessor", "decision", "scenario"])
def test_each_kind_is_printed_as_json(call: Callable, kind: str) -> None:
    """Exit 0, one JSON document and nothing beside it, the same each time; sorted, letters as they are."""
    ended = call("schema", kind)
    assert (ended.code, ended.err) == (0, "")
    document = json.loads(ended.out)
    assert document["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert ended.out == json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert call("schema", kind).out == ended.out


def test_with_criteria_the_leaves_and_their_anchors_are_known(call: Callable) -> None:
    """Exactly the leaves of the round, in the reader's language."""
    document = json.loads(call("schema", "candidate", "--criteria", "criteria/round.yaml", "--lang", "vi").out)
    leaves = document["properties"]["assessments"]["properties"]
    assert set(leaves) == {"freshness", "menu", "price", "delivery"}
    assert "3: Ngày nào cũng đạt" in leaves["menu"]["description"]


def test_output_goes_to_a_file(call: Callable, round_folder: Path) -> None:
    """As it would have been printed."""
    assert call("schema", "sources", "-o", "sources.json").out == ""
    assert (round_folder / "sources.json").read_text(encoding="utf-8") == call("schema", "sources").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("kandidate",), "candidate"),
        ((), "KIND"),
        (("sources", "--criteria", "criteria/round.yaml"), "candidate"),
        (("candidate", "--criteria", "criteria/nowhere.yaml"), "criteria/nowhere.yaml"),
    ],
)
def test_wrong_use(call: Callable, arguments: tuple[str, ...], said: str) -> None:
    """Exit 2, nothing on standard output, and the cure on standard error."""
    ended = call("schema", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_rejected_criteria_give_no_schema(call: Callable, round_folder: Path) -> None:
    """Exit 1 and the findings, not a schema of half a file."""
    (round_folder / "criteria" / "round.yaml").write_text("stratsel: criteria/1\n", encoding="utf-8")
    ended = call("schema", "candidate", "--criteria", "criteria/round.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert "criteria/round.yaml:" in ended.err


@pytest.mark.parametrize("arguments", [["--help"], ["check"]])
def test_other_commands_do_not_load_what_makes_files(round_folder: Path, arguments: list[str]) -> None:
    """Schemas and templates cost time that a check does not have."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "stratsel", *arguments], capture_output=True, text=True, check=False
    )
    assert "stratsel.cli" in done.stderr
    assert "stratsel.scaffold" not in done.stderr

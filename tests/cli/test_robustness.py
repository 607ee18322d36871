"""`stratsel robustness`: formats, parts, refusals, and that it says nothing but its result."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stratsel.results.robustness.part import RobustnessPart

FAST = ("--samples", "200")


def test_every_format_is_written(call: Callable) -> None:
    """Exit 0, a result on standard output and nothing beside it: no library's word on the screen."""
    for form in ("table", "json", "markdown"):
        ended = call("robustness", "candidates", "--format", form, *FAST)
        assert (ended.code, ended.err) == (0, ""), form
        assert "alpha" in ended.out.lower()


def test_json_keeps_the_contract(call: Callable) -> None:
    data = json.loads(call("robustness", "--format", "json", *FAST).out)
    assert data["stratsel"] == "robustness/1"
    assert (data["settings"]["samples"], data["settings"]["firmness"]["samples"]) == (200, 200)
    assert set(data["parts"]) == {part.value for part in RobustnessPart}
    ranking = json.loads(call("rank", "--format", "json", "--no-firmness").out)
    assert [(each["id"], each["rank"]) for each in data["ranking"]] == [
        (each["id"], each["rank"]) for each in ranking["ranking"]
    ]


def test_no_language_in_what_programs_read(call: Callable) -> None:
    plain = call("robustness", "--format", "json", *FAST).out
    assert call("robustness", "--format", "json", "--lang", "vi", *FAST).out == plain


def test_parts_may_be_named_again(call: Callable) -> None:
    data = json.loads(call("robustness", "--part", "means", "--part", "steps", "--format", "json", *FAST).out)
    assert set(data["parts"]) == {"means", "steps"}
    ended = call("robustness", "--part", "means", *FAST)
    assert "Arithmetic against geometric" in ended.out
    assert "Without each criterion" not in ended.out


@pytest.mark.parametrize("part", RobustnessPart)
def test_csv_holds_one_part(part: RobustnessPart, call: Callable) -> None:
    ended = call("robustness", "--part", part.value, "--format", "csv", *FAST)
    assert (ended.code, ended.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    assert {(row["standing"], row["round"]) for row in rows} <= {("illustration", "round")}


@pytest.mark.parametrize("parts", [(), ("--part", "means", "--part", "steps")])
def test_csv_of_more_or_fewer_parts_is_wrong_use(parts: tuple[str, ...], call: Callable) -> None:
    ended = call("robustness", "--format", "csv", *parts)
    assert (ended.code, ended.out) == (2, "")
    assert "--part" in ended.err


@pytest.mark.parametrize(
    "wrong", [("--part", "weather"), ("--samples", "1"), ("--seed", "-1"), ("--format", "docx"), ("nowhere",)]
)
def test_wrong_use(wrong: tuple[str, ...], call: Callable) -> None:
    ended = call("robustness", *wrong)
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_same_input_same_bytes(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one thread, two and four, in every format."""
    for form in ("table", "json", "markdown"):
        outputs = set()
        for threads in (1, 2, 4):
            monkeypatch.setattr("os.cpu_count", lambda threads=threads: threads)
            outputs.add(call("robustness", "--format", form, *FAST).out)
        assert len(outputs) == 1, form


def test_another_seed_is_said(call: Callable) -> None:
    assert "seed 5" in call("robustness", "--seed", "5", "--part", "winning", *FAST).out


def test_in_vietnamese(call: Callable) -> None:
    out = call("robustness", "--lang", "vi", "--part", "winning", *FAST).out
    assert RobustnessPart.WINNING.vietnamese in out
    assert "Bếp Alpha" in out


def test_to_a_file(call: Callable, round_folder: Path) -> None:
    ended = call("robustness", "--part", "means", "--format", "csv", "-o", "means.csv", *FAST)
    assert (ended.code, ended.out) == (0, "")
    assert (round_folder / "means.csv").read_text(encoding="utf-8").startswith("criteria,combine,ranks.")


def test_a_rejected_round_is_refused(call: Callable, break_beta: Path) -> None:
    for more in ((), ("--format", "csv", "--part", "means")):
        ended = call("robustness", *more, *FAST)
        assert (ended.code, ended.out) == (1, "")
        assert "menuu" in ended.err
    assert call("robustness", "--partial", *FAST).code == 0

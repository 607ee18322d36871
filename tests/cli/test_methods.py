"""`stratsel methods`: formats, refusals, and that it changes nothing."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


def test_every_format_is_written(call: Callable) -> None:
    """Exit 0, a result on standard output and nothing beside it: no library's word on the screen."""
    for form in ("table", "json", "csv", "markdown"):
        ended = call("methods", "candidates", "--format", form)
        assert (ended.code, ended.err) == (0, ""), form
        assert "alpha" in ended.out.lower()


def test_nothing_is_said_by_libraries_in_a_process_of_its_own(round_folder: Path, tmp_path: Path) -> None:
    """With a home where nothing can be kept, drawing would complain on loading."""
    command = [sys.executable, "-W", "always", "-m", "stratsel", "methods", "--format", "csv"]
    nowhere = tmp_path / "file"
    nowhere.write_text("", encoding="utf-8")
    import os

    surroundings = os.environ | {"MPLCONFIGDIR": str(nowhere / "below"), "HOME": str(nowhere)}
    done = subprocess.run(command, cwd=round_folder, env=surroundings, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0
    assert "atplotlib" not in done.stderr


def test_json_keeps_the_contract(call: Callable) -> None:
    data = json.loads(call("methods", "--format", "json").out)
    assert data["stratsel"] == "methods/1"
    ranking = json.loads(call("rank", "--format", "json", "--no-firmness").out)
    assert [(each["id"], each["rank"], each["value"]) for each in data["ranking"]] == [
        (each["id"], each["rank"], each["value"]) for each in ranking["ranking"]
    ]
    assert {method["id"] for method in data["methods"]} == set(data["ranking"][0]["methods"])
    assert call("methods", "--format", "json", "--lang", "vi").out == call("methods", "--format", "json").out


def test_csv_has_a_row_for_each(call: Callable) -> None:
    rows = list(csv.DictReader(io.StringIO(call("methods", "--format", "csv").out)))
    assert [row["rank"] for row in rows] == ["1", "2"]
    assert {"topsis.rank", "topsis.value", "topsis.tier"} <= rows[0].keys()


def test_same_input_same_bytes(call: Callable) -> None:
    for form in ("table", "json", "csv", "markdown"):
        assert call("methods", "--format", form).out == call("methods", "--format", form).out


def test_to_a_file(call: Callable, round_folder: Path) -> None:
    ended = call("methods", "--format", "csv", "-o", "methods.csv")
    assert (ended.code, ended.out) == (0, "")
    assert (round_folder / "methods.csv").read_text(encoding="utf-8").startswith("id,title,rank")


def test_the_missing_extra_prints_how_to_have_it(call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymcdm", None)
    ended = call("methods")
    assert (ended.code, ended.out) == (2, "")
    assert "pip install 'stratsel[methods]'" in ended.err


def test_a_rejected_round_is_refused(call: Callable, break_beta: Path) -> None:
    ended = call("methods")
    assert (ended.code, ended.out) == (1, "")
    assert "menuu" in ended.err
    assert call("methods", "--partial").code == 0

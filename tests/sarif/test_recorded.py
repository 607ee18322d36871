"""The record of Microsoft's validator is of what the tool writes today, and it is clean."""

import json
import re
import runpy
from pathlib import Path

HERE = Path(__file__).parent


def shape(value):
    """What a document is made of, without its texts and numbers."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    return type(value).__name__


def test_the_record_is_of_what_is_written_today(tmp_path):
    made = runpy.run_path(str(HERE / "record.py"))
    made["broken_round"](tmp_path)
    recorded = json.loads((HERE / "findings.sarif").read_text(encoding="utf-8"))
    assert shape(json.loads(made["log_of"](tmp_path))) == shape(recorded), "run: python tests/sarif/record.py"


def test_the_recorded_log_has_what_can_go_wrong():
    run = json.loads((HERE / "findings.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert {result["level"] for result in run["results"]} == {"error", "warning"}
    assert any("relatedLocations" in result for result in run["results"])
    assert any(
        "%" in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]
    )


def test_the_validator_found_no_error_and_no_warning():
    """Nothing of GitHub's rules; notes are wishes."""
    said = (HERE / "validated.txt").read_text(encoding="utf-8")
    assert "exit code 0\n" in said
    assert "Done. 1 files scanned." in said
    found = re.findall(r": (error|warning|note) ([A-Z]+\d+): ", said)
    assert found
    assert {severity for severity, _ in found} == {"note"}
    assert not [rule for _, rule in found if rule.startswith("GH")]

"""SARIF 2.1.0, held against its schema (see `tests/sarif`)."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from stratsel.__about__ import __version__
from stratsel.diagnostics.catalogue import rules
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.sarif import LEVELS, render
from stratsel.diagnostics.span import TextSpan, Where
from stratsel.terms import Severity

SCHEMA = json.loads((Path(__file__).parents[3] / "sarif" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(findings, places, language="en"):
    text = render(findings, places, language)
    text.encode()
    log = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_the_schema_refuses_what_is_no_sarif():
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})


def test_nothing_found_is_a_run_too(places_of):
    run = run_of(Findings((), 4), places_of({}))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == __version__


def test_a_finding(places_of):
    where = Where("candidates/a b.yaml", ("assessments", "grwth"), "key", TextSpan(34, 3, 35, 8))
    related = (Where("criteria/round.yaml", ("criteria", 0, "id"), "value", TextSpan(71, 9, 71, 15)),)
    facts = {"criterion": "grwth", "criteria": "criteria/round.yaml"}
    found = Findings((Diagnostic(Code.UNKNOWN_CRITERION, where, facts, "growth", related),))
    (result,) = run_of(found, places_of({}))["results"]
    fingerprints = result.pop("partialFingerprints")
    assert [len(each) for each in fingerprints.values()] == [64]
    assert result == {
        "ruleId": "ST401",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "`grwth` is not a criterion of this round; write `growth`, as in criteria/round.yaml."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "candidates/a%20b.yaml"},
                    "region": {"startLine": 34, "startColumn": 3, "endLine": 35, "endColumn": 8},
                },
                "logicalLocations": [{"fullyQualifiedName": "assessments.grwth", "kind": "property"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "criteria/round.yaml"},
                    "region": {"startLine": 71, "startColumn": 9, "endLine": 71, "endColumn": 15},
                },
                "logicalLocations": [{"fullyQualifiedName": "criteria[0].id", "kind": "property"}],
                "message": {"text": "the criterion that is closest in spelling."},
            }
        ],
    }  # fmt: skip


def test_results_point_to_their_rules(places_of, finding):
    found = Findings((finding(Code.UNASSESSED_LEAF, leaf="x"), finding(), finding(file="b.yaml"), finding(Code.TAG)))
    run = run_of(found, places_of({}))
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == ["ST113", "ST202", "ST407"]
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_code_makes_a_rule_with_its_help(places_of, finding, language):
    found = Findings(tuple(finding(each.code) for each in rules()))
    made = run_of(found, places_of({}), language)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in made] == sorted(Code)
    for rule, page in zip(made, rules(), strict=True):
        assert re.fullmatch(r"([A-Z][a-z0-9]*)+", rule["name"])
        assert rule["fullDescription"]["text"].startswith(page.body[language].split(maxsplit=1)[0])
        assert page.help[language] in rule["help"]["text"]
        assert page.help[language] in rule["help"]["markdown"]
        assert "{" not in rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] == LEVELS[page.severity]


def test_each_severity_has_a_level(places_of, finding):
    assert set(LEVELS) == set(Severity)
    found = Findings(tuple(finding(severity=severity) for severity in Severity))
    assert [result["level"] for result in run_of(found, places_of({}))["results"]] == ["error", "warning", "note"]


def test_fingerprints_outlive_a_move_of_lines(places_of, finding):
    def made(*found):
        return [result["partialFingerprints"] for result in run_of(Findings(found), places_of({}))["results"]]

    assert made(finding(span=(3, 1, 3, 2))) == made(finding(span=(30, 4, 31, 2)))
    assert made(finding()) != made(finding(path=("y",)))


def test_hostile_text_is_no_placeholder_and_no_link(places_of, hostile_findings):
    run = run_of(hostile_findings, places_of({}))
    assert len(run["results"]) == 3
    for result in run["results"]:
        said = [result["message"]["text"], result["relatedLocations"][0]["message"]["text"]]
        assert all(text.isprintable() or "\u2060" in text for text in said)
        assert not any(re.search(r"(?<!\{)\{\d+\}(?!\})|\]\(", text) for text in said)
        assert re.fullmatch(
            r"[A-Za-z0-9_.~/%-]+", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        )

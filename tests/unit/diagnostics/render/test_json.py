import json

import pytest

from stratsel.__about__ import __version__
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.json import render
from stratsel.diagnostics.span import TextSpan, Where

FILE = "candidates/uav.yaml"


def test_nothing_found(places_of):
    assert json.loads(render(Findings((), 4), places_of({}), "en")) == {
        "stratsel": "findings/1",
        "tool": {"name": "stratsel", "version": __version__},
        "language": "en",
        "summary": {"files": 4, "errors": 0, "warnings": 0, "advice": 0},
        "findings": [],
    }


def test_a_finding(places_of):
    related = (Where("criteria/round.yaml", ("criteria", 0, "id"), "value", TextSpan(71, 9, 71, 15)),)
    where = Where(FILE, ("assessments", "grwth"), "key", TextSpan(34, 3, 35, 8))
    facts = {"criterion": "grwth", "criteria": "criteria/round.yaml"}
    diagnostic = Diagnostic(Code.UNKNOWN_CRITERION, where, facts, "growth", related)
    document = json.loads(render(Findings((diagnostic,), 2), places_of({}), "en"))
    assert document["summary"] == {"files": 2, "errors": 1, "warnings": 0, "advice": 0}
    assert document["findings"] == [
        {
            "code": "ST401",
            "name": "unknown-criterion",
            "severity": "error",
            "message": "`grwth` is not a criterion of this round",
            "help": "write `growth`, as in criteria/round.yaml",
            "file": FILE,
            "line": 34,
            "column": 3,
            "end_line": 35,
            "end_column": 8,
            "key": "assessments.grwth",
            "related": [
                {
                    "file": "criteria/round.yaml",
                    "line": 71,
                    "column": 9,
                    "end_line": 71,
                    "end_column": 15,
                    "message": "the criterion that is closest in spelling",
                }
            ],
        }
    ]


def test_keys_are_sorted_and_letters_as_they_are(places_of, unknown_criterion):
    text = render(Findings((unknown_criterion(criterion="tăng-trưởng"),), 1), places_of({}), "vi")
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "`tăng-trưởng` không phải là tiêu chí" in text
    assert text.startswith('{\n  "findings": [\n    {\n      "code": "ST401",\n      "column": 1,\n')
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n" == text


@pytest.mark.parametrize(
    "hostile",
    ["{0.__class__}", "%s", "\x1b[31mred\x1b[0m", "a\nb\r\nc", "x" * 10_000, "\u202egnp.exe", "\ud800", '"}'],
)
def test_hostile_text_is_harmless(places_of, unknown_criterion, hostile):
    diagnostic = unknown_criterion(criterion=hostile, path=(hostile,), file=hostile, near=hostile)
    text = render(Findings((diagnostic,), 1), places_of({}), "en")
    assert all(line.isprintable() for line in text.splitlines())
    text.encode()
    (finding,) = json.loads(text)["findings"]
    assert len(finding["message"]) < 100


def test_identical_findings_give_identical_bytes(places_of, unknown_criterion):
    findings = [unknown_criterion(span=(line, 1, line, 2)) for line in (3, 1, 2)]
    once = render(Findings(tuple(findings), 1), places_of({}), "en")
    assert once == render(Findings(tuple(reversed(findings)), 1), places_of({}), "en")


def test_a_place_that_was_not_gathered_is_located(places_of):
    diagnostic = Diagnostic(Code.EMPTY_FILE, Where(FILE))
    (finding,) = json.loads(render(Findings((diagnostic,), 1), places_of({}), "en"))["findings"]
    assert (finding["line"], finding["column"], finding["key"], finding["related"]) == (1, 1, "", [])

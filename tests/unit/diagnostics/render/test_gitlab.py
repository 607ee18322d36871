"""GitLab's code quality report."""

import json

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.gitlab import SEVERITIES, render
from stratsel.terms import Severity


def test_a_finding(places_of, finding):
    (issue,) = json.loads(render(Findings((finding(span=(3, 5, 4, 2)),)), places_of({}), "en"))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "check_name": "ST202 unknown-key",
        "description": "`x` is not a key of this place "
        "(delete it, or begin its name with `x-` to keep it as a remark of your own)",
        "severity": "major",
        "location": {"path": "a.yaml", "lines": {"begin": 3, "end": 4}},
    }


def test_no_finding_is_an_empty_list(places_of):
    assert render(Findings((), 3), places_of({}), "en") == "[]\n"


def test_each_severity_is_one_of_gitlab(places_of):
    assert set(SEVERITIES) == set(Severity)
    assert set(SEVERITIES.values()) <= {"info", "minor", "major", "critical", "blocker"}


def test_equal_fingerprints_would_be_merged_so_there_are_none(places_of, finding):
    found = Findings(tuple(finding(Code.UNASSESSED_LEAF, leaf=leaf) for leaf in "abc"))
    issues = json.loads(render(found, places_of({}), "en"))
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_hostile_text_is_harmless(places_of, hostile_findings):
    text = render(hostile_findings, places_of({}), "en")
    text.encode()
    issues = json.loads(text)
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert all(issue["description"].isprintable() and issue["location"]["path"].isprintable() for issue in issues)

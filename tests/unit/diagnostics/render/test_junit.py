"""The test report, read back by an XML parser."""

from xml.etree import ElementTree

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.junit import RESULTS, render
from stratsel.terms import Severity


def suites(findings, places):
    return ElementTree.fromstring(render(findings, places, "en"))


def test_a_suite_for_each_file_and_a_case_for_each_finding(places_of, finding):
    found = Findings(
        (finding(span=(3, 5, 3, 8)), finding(Code.UNASSESSED_LEAF, leaf="growth"), finding(file="b.yaml")),
        3,
        ("c.yaml",),
    )
    root = suites(found, places_of({}))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("a.yaml", "2", "1"),
        ("b.yaml", "1", "1"),
        ("c.yaml", "1", "0"),
    ]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "0")
    failed, passed = root[0]
    assert (failed.get("file"), failed.get("line"), failed.get("classname")) == ("a.yaml", "3", "a.yaml")
    assert failed.find("failure").get("message") == "`x` is not a key of this place"
    assert failed.find("failure").text.splitlines()[:2] == ["a.yaml:3:5", "x"]
    assert passed.find("failure") is None
    assert "nothing is said about `growth`" in passed.find("system-out").text


def test_a_clean_file_has_one_case_that_passes(places_of):
    (suite,) = suites(Findings((), 1, ("a.yaml",)), places_of({}))
    (case,) = suite
    assert (suite.get("name"), list(case), case.get("name")) == ("a.yaml", [], "no findings in 1 file")


def test_a_report_is_never_empty(places_of):
    """Some readers take a report without a case for a run that went wrong."""
    root = suites(Findings((), 4), places_of({}))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_only_what_rejects_fails(places_of, finding):
    assert set(RESULTS) == set(Severity)
    assert [severity for severity, result in RESULTS.items() if result == "failure"] == [Severity.ERROR]
    (suite,) = suites(Findings(tuple(finding(severity=severity) for severity in Severity)), places_of({}))
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")


def test_hostile_text_is_xml_all_the_same(places_of, hostile_findings):
    text = render(hostile_findings, places_of({}), "en")
    assert all(line.isprintable() for line in text.splitlines())
    root = ElementTree.fromstring(text.encode())
    assert (root.get("tests"), root.get("failures")) == ("4", "1")
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "system-out"}

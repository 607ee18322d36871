"""Findings as a test report (JUnit's XML): a suite for each file, a case for each finding."""

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from stratsel.diagnostics.catalogue import help_text, message, rule, severity_of
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.place import relative, span_of
from stratsel.diagnostics.render.summary import summary
from stratsel.diagnostics.span import Places, format_path
from stratsel.language.visible import visible
from stratsel.terms import Severity

RESULTS = {Severity.ERROR: "failure", Severity.WARNING: "system-out", Severity.ADVICE: "system-out"}
"""What becomes of a case: only what rejects a submission fails; the rest passes and is told as output."""


def render(findings: Findings, places: Places, language: str) -> str:
    """Return the report; a file without findings has one case, which passes, and so has a round of which none is named.

    Characters that XML cannot hold are written as escapes.
    """
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in findings.names}
    for each in findings:
        by_file.setdefault(each.where.file, []).append(each)
    root = Xml.Element("testsuites", name="stratsel")
    for file, found in sorted(by_file.items()):
        root.append(_suite(visible(relative(file)), found, places, language))
    if not by_file:
        root.append(_suite("stratsel", (), places, language))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, 0)) for suite in root)))
    root.set("time", "0")
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _suite(name: str, found: Sequence[Diagnostic], places: Places, language: str) -> Xml.Element:
    cases = [_case(name, each, places, language) for each in found]
    if not cases:
        cases.append(Xml.Element("testcase", name=summary(Findings((), 1), language), classname=name, time="0"))
    failures = sum(case.find("failure") is not None for case in cases)
    suite = Xml.Element("testsuite", name=name, tests=str(len(cases)), failures=str(failures), errors="0", time="0")
    suite.extend(cases)
    return suite


def _case(file: str, diagnostic: Diagnostic, places: Places, language: str) -> Xml.Element:
    span = span_of(diagnostic.where, places)
    code = f"{diagnostic.code} {rule(diagnostic.code).name}"
    place = f"{file}:{span.line}:{span.column}"
    name = f"{code} ({span.line}:{span.column})"
    case = Xml.Element("testcase", name=name, classname=file, file=file, line=str(span.line), time="0")
    severity = severity_of(diagnostic)
    said = message(diagnostic, language)
    result = Xml.SubElement(case, RESULTS[severity])
    if result.tag == "failure":
        result.set("message", said)
        result.set("type", severity.value)
    key = visible(format_path(diagnostic.where.path))
    result.text = "\n".join(line for line in (place, key, said, help_text(diagnostic, language)) if line)
    return case

"""Findings as a code quality report, which GitLab shows in a merge request."""

import json

from stratsel.diagnostics.catalogue import help_text, message, rule, severity_of
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.fingerprint import fingerprints
from stratsel.diagnostics.render.place import relative, span_of
from stratsel.diagnostics.span import Places
from stratsel.language.visible import visible
from stratsel.terms import Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}
"""How GitLab grades each severity."""


def render(findings: Findings, places: Places, language: str) -> str:
    """Return the findings as one JSON list, empty where there is none."""
    issues = []
    for each, fingerprint in zip(findings, fingerprints(findings), strict=True):
        span = span_of(each.where, places)
        issues.append(
            {
                "check_name": f"{each.code} {rule(each.code).name}",
                "description": f"{message(each, language)} ({help_text(each, language)})",
                "fingerprint": fingerprint,
                "severity": SEVERITIES[severity_of(each)],
                "location": {
                    "path": visible(relative(each.where.file)),
                    "lines": {"begin": span.line, "end": span.end_line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

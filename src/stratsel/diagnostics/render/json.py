"""Findings as JSON for other programs (`findings/1`); later versions only add."""

import json
from typing import Any

from stratsel.__about__ import __version__
from stratsel.diagnostics.catalogue import help_text, message, related_note, rule, severity_of
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import START_OF_FILE, Places, Where, format_path
from stratsel.language.visible import visible
from stratsel.terms import Severity

KIND = "findings/1"
"""What the first key of the document says it is."""


def render(findings: Findings, places: Places, language: str) -> str:
    """Return the findings as one JSON document: keys sorted, letters as they are, a line feed at the end."""
    counts = findings.counts
    document = {
        "stratsel": KIND,
        "tool": {"name": "stratsel", "version": __version__},
        "language": language,
        "summary": {
            "files": findings.files,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "advice": counts[Severity.ADVICE],
        },
        "findings": [_finding(each, places, language) for each in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _finding(diagnostic: Diagnostic, places: Places, language: str) -> dict[str, Any]:
    note = related_note(diagnostic, language) if diagnostic.related else ""
    return {
        "code": diagnostic.code.value,
        "name": rule(diagnostic.code).name,
        "severity": severity_of(diagnostic).value,
        "message": message(diagnostic, language),
        "help": help_text(diagnostic, language),
        **_place(diagnostic.where, places),
        "key": visible(format_path(diagnostic.where.path)),
        "related": [{**_place(each, places), "message": note} for each in diagnostic.related],
    }


def _place(where: Where, places: Places) -> dict[str, Any]:
    located = where if where.span is not None else places.locate(where)
    span = located.span or START_OF_FILE
    return {
        "file": visible(where.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }

"""Findings as SARIF 2.1.0 (OASIS), the format in which code scanning services take the results of analysis tools."""

import json
import re
from collections.abc import Sequence
from typing import Any

from stratsel.__about__ import __version__
from stratsel.diagnostics.catalogue import help_text, message, related_note, rule, severity_of
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render import rule as rule_page
from stratsel.diagnostics.render.fingerprint import fingerprints
from stratsel.diagnostics.render.place import span_of, uri
from stratsel.diagnostics.span import Places, Where, format_path
from stratsel.language.visible import visible
from stratsel.terms import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "urn:stratsel"
"""The name of the tool as an address: it has no published one, and the format asks for one."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
"""The level of each severity."""
FINGERPRINT = "stratselFinding/v1"
"""The name of our fingerprint; another way to make it gets another number."""

_FACT = re.compile(r"\{[a-z_]+\}")
_LINK = re.compile(r"\](?=\()")
_WORD_JOINER = "\u2060"


def render(findings: Findings, places: Places, language: str) -> str:
    """Return one log with one run, which names the rules that found something; also where nothing was found."""
    codes = sorted({each.code for each in findings})
    driver = {
        "name": "stratsel",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(code, language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": _results(findings, codes, places, language),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _rule(code: Code, language: str) -> dict[str, Any]:
    """Return what a service shows of a code. Braces are left as they are here: no result gives facts for them."""
    found = rule(code)
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in found.name.split("-")),
        "shortDescription": {"text": f"{_FACT.sub('…', found.message[language])}."},
        "fullDescription": {"text": " ".join(found.body[language].split())},
        "help": {"text": rule_page.page(found, language), "markdown": rule_page.markdown(found, language)},
        "defaultConfiguration": {"level": LEVELS[found.severity]},
    }


def _results(findings: Findings, codes: Sequence[Code], places: Places, language: str) -> list[dict[str, Any]]:
    index = {code: number for number, code in enumerate(codes)}
    results = []
    for each, fingerprint in zip(findings, fingerprints(findings), strict=True):
        result = {
            "ruleId": each.code.value,
            "ruleIndex": index[each.code],
            "level": LEVELS[severity_of(each)],
            "message": _message(f"{message(each, language)}; {help_text(each, language)}"),
            "locations": [_location(each.where, places)],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        if each.related:
            result["relatedLocations"] = _related(each, places, language)
        results.append(result)
    return results


def _message(text: str) -> dict[str, str]:
    """Return a sentence in which nothing is a placeholder or a link (SARIF 2.1.0, sections 3.11.5 and 3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": f"{_LINK.sub(f']{_WORD_JOINER}', text)}."}


def _related(diagnostic: Diagnostic, places: Places, language: str) -> list[dict[str, Any]]:
    note = _message(related_note(diagnostic, language))
    return [
        {"id": number, **_location(each, places), "message": note}
        for number, each in enumerate(diagnostic.related, start=1)
    ]


def _location(where: Where, places: Places) -> dict[str, Any]:
    span = span_of(where, places)
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(where.file)}, "region": region},
    }
    key = visible(format_path(where.path))
    if key:
        location["logicalLocations"] = [{"fullyQualifiedName": key, "kind": "property"}]
    return location

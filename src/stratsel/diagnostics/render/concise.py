"""Findings for editors, one line each: `file:line:column: CODE message`."""

from stratsel.diagnostics.catalogue import message
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.place import span_of
from stratsel.diagnostics.span import Places
from stratsel.language.visible import visible


def render(findings: Findings, places: Places, language: str) -> str:
    """Return a line for each finding, and nothing where there is none."""
    lines = []
    for each in findings:
        span = span_of(each.where, places)
        place = f"{visible(each.where.file)}:{span.line}:{span.column}"
        lines.append(f"{place}: {each.code} {message(each, language)}\n")
    return "".join(lines)

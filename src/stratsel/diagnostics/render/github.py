"""Findings as workflow commands, which GitHub shows as annotations beside the lines of a pull request."""

from collections.abc import Iterator, Sequence

from stratsel.diagnostics.catalogue import help_text, message, rule, severity_of
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.place import relative, span_of
from stratsel.diagnostics.span import Places
from stratsel.language.catalogue import N_, say
from stratsel.language.visible import visible
from stratsel.terms import Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
"""The command of each severity."""
MOST = 10
"""The annotations of one kind that GitHub takes from a step; it drops the rest without a word."""


def render(findings: Findings, places: Places, language: str) -> str:
    """Return a line for each finding, at most `MOST` of each severity.

    Where there are more, each file has one, and the last that is shown says how many findings are not.
    """
    lines: list[str] = []
    for severity in Severity:
        of_kind = [each for each in findings if severity_of(each) is severity]
        shown = of_kind if len(of_kind) <= MOST else _one_per_file(of_kind)[:MOST]
        lines.extend(_lines(shown, len(of_kind) - len(shown), places, language))
    return "".join(lines)


def _one_per_file(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    first: dict[str, Diagnostic] = {}
    for each in findings:
        first.setdefault(each.where.file, each)
    return list(first.values())


def _lines(shown: Sequence[Diagnostic], more: int, places: Places, language: str) -> Iterator[str]:
    for number, each in enumerate(shown, start=1):
        text = f"{message(each, language)}\n{help_text(each, language)}"
        if more and number == len(shown):
            text += "\n" + say(language, N_("{count} more of this severity are not shown here"), count=more)
        yield f"::{COMMANDS[severity_of(each)]} {_properties(each, places)}::{_data(text)}\n"


def _properties(diagnostic: Diagnostic, places: Places) -> str:
    """Return the place and the title; GitHub wants columns only where a span keeps to one line."""
    span = span_of(diagnostic.where, places)
    properties: dict[str, str | int] = {
        "title": f"{diagnostic.code} {rule(diagnostic.code).name}",
        "file": visible(relative(diagnostic.where.file)),
        "line": span.line,
        "endLine": span.end_line,
    }
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": span.end_column}
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

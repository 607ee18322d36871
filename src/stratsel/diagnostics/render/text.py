"""Findings as text for people: the defect, the place, the line with carets under it, and what to do."""

from collections.abc import Callable, Iterator
from typing import Literal

from stratsel.diagnostics.catalogue import help_text, message, related_note, rule, severity_of
from stratsel.diagnostics.causes import Cause, Grouping, by_cause
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.excerpt import excerpt
from stratsel.diagnostics.render.summary import SEVERITIES, summary
from stratsel.diagnostics.span import START_OF_FILE, Places, TextSpan, Where, format_path
from stratsel.language.catalogue import N_, say
from stratsel.language.visible import visible
from stratsel.terms import Severity

Role = Literal["error", "warning", "advice", "message", "place", "gutter", "note", "help", "summary"]
"""What a piece of the output is; the severities are used for the heading and the carets."""
Paint = Callable[[Role, str], str]
"""Sets a piece of the output in its colour, or leaves it."""

_ROLES: dict[Severity, Role] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "advice",
}
_NOTE = {"en": "note:", "vi": "ghi chú:"}
_ALSO = {"en": "also:", "vi": "tương tự:"}
_HELP = {"en": "help:", "vi": "cách sửa:"}
_GUTTER = 5
TIMES = N_("{count} times")
FEW = 3
"""The findings of a cause that are named after the first."""


def plain(role: Role, text: str) -> str:
    """Return a piece of the output as it is."""
    return text


def render(
    findings: Findings, places: Places, language: str, paint: Paint = plain, grouping: Grouping = by_cause
) -> str:
    """Return the findings as text with a summary at the end; every line ends with a line feed."""
    return blocks(findings, places, language, paint, grouping) + closing(findings, language, paint)


def blocks(
    findings: Findings, places: Places, language: str, paint: Paint = plain, grouping: Grouping = by_cause
) -> str:
    """Return a block for each cause, with an empty line after it, and nothing where there is none."""
    language = language if language in SEVERITIES else "en"
    lines: list[str] = []
    for cause in grouping(findings):
        lines.extend(_block(cause, places, language, paint))
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def closing(findings: Findings, language: str, paint: Paint = plain) -> str:
    """Return the line that says what the check came to."""
    return f"{paint('summary', summary(findings, language))}\n"


def _block(cause: Cause, places: Places, language: str, paint: Paint) -> Iterator[str]:
    diagnostic = cause.first
    severity = severity_of(diagnostic)
    role = _ROLES[severity]
    times = f" ({say(language, TIMES, count=len(cause.findings))})" if cause.others and cause.says_the_same else ""
    heading = paint(role, f"{SEVERITIES[language][severity]}[{diagnostic.code}]")
    yield f"{heading} {rule(diagnostic.code).name}: {paint('message', message(diagnostic, language))}{times}"
    where, span = _spanned(diagnostic.where, places)
    key = visible(format_path(where.path))
    yield f"  {paint('place', _place(where, span))}{'  ' if key else ''}{key}"
    yield from _source(where, span, places, role, paint)
    for each in diagnostic.related:
        other = paint("place", _place(*_spanned(each, places)))
        yield f"  {paint('gutter', '=')} {paint('note', _NOTE[language])} {other} {related_note(diagnostic, language)}"
    for said in _others(cause, places, language, paint):
        yield f"  {paint('gutter', '=')} {paint('note', _ALSO[language])} {said}"
    yield f"  {paint('help', _HELP[language])} {help_text(diagnostic, language)}"


def _others(cause: Cause, places: Places, language: str, paint: Paint) -> Iterator[str]:
    """Yield what tells the other findings of a cause from the first, their places or their words, and how many more."""
    for each in cause.others[:FEW]:
        if cause.says_the_same:
            yield paint("place", _place(*_spanned(each.where, places)))
        else:
            yield message(each, language)
    more = len(cause.others) - FEW
    if more > 0:
        yield say(language, N_("{count} more; stratsel check --all shows each"), count=more)


def _spanned(where: Where, places: Places) -> tuple[Where, TextSpan]:
    located = where if where.span is not None else places.locate(where)
    return located, located.span or START_OF_FILE


def _place(where: Where, span: TextSpan) -> str:
    return f"{visible(where.file)}:{span.line}:{span.column}"


def _source(where: Where, span: TextSpan, places: Places, role: Role, paint: Paint) -> Iterator[str]:
    line = places.line(where.file, span.line)
    if not line or line.isspace():
        return
    last = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    shown = excerpt(line, span.column - 1, last)
    number = f"{span.line:>{_GUTTER}}"
    yield f"{paint('gutter', f'{number} |')} {shown.text}"
    blank = " " * len(number)
    yield f"{paint('gutter', f'{blank} |')} {' ' * shown.indent}{paint(role, '^' * shown.carets)}"

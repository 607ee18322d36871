"""Findings as a table in Markdown, for the page that GitHub shows of a run: a row for each cause."""

from collections.abc import Iterable

from stratsel.diagnostics.catalogue import help_text, message, rule, severity_of
from stratsel.diagnostics.causes import Cause, by_cause
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.render.place import span_of
from stratsel.diagnostics.render.summary import SEVERITIES, summary
from stratsel.diagnostics.render.text import TIMES
from stratsel.diagnostics.span import Places
from stratsel.language.catalogue import N_, say
from stratsel.language.markdown import escape
from stratsel.language.visible import visible

FEW = 4
"""The findings of a cause that are named."""
LAST_LINE = 200
"""The bytes kept for the line that says how many causes are left out."""


def table(findings: Findings, places: Places, language: str, limit: int) -> str:
    """Return the table under its summary in at most `limit` bytes of UTF-8; a last line says how many causes are cut.

    Nothing is returned where there is no room at all.
    """
    text = f"### stratsel check\n\n{escape(summary(findings, language))}\n"
    if findings:
        titles = (N_("Finding"), N_("Where"), N_("What to do"))
        text += f"\n| {' | '.join(say(language, title) for title in titles)} |\n|---|---|---|\n"
    room = limit - len(text.encode()) - LAST_LINE
    if room < 0:
        return ""
    causes = by_cause(findings)
    rows = []
    for cause in causes:
        row = _row(cause, places, language)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    left = len(causes) - len(rows)
    if left:
        rows += ["\n", say(language, N_("{count} more causes do not fit here"), count=left), "\n"]
    return text + "".join(rows)


def _row(cause: Cause, places: Places, language: str) -> str:
    first = cause.first
    said, where = [message(first, language)], [_place(first, places)]
    if cause.others and cause.says_the_same:
        said[0] += f" ({say(language, TIMES, count=len(cause.findings))})"
    for each in cause.others[: FEW - 1]:
        if cause.says_the_same:
            where.append(_place(each, places))
        else:
            said.append(message(each, language))
    left = len(cause.findings) - FEW
    if left > 0:
        (where if cause.says_the_same else said).append(say(language, N_("and {count} more"), count=left))
    heading = f"**{SEVERITIES[language][severity_of(first)]}** {first.code} {rule(first.code).name}"
    cells = (f"{heading}: {_lines(said)}", _lines(where), escape(help_text(first, language)))
    return f"| {' | '.join(cells)} |\n"


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(escape, texts))


def _place(diagnostic: Diagnostic, places: Places) -> str:
    span = span_of(diagnostic.where, places)
    return f"{visible(diagnostic.where.file)}:{span.line}:{span.column}"

"""The catalogue: one page for each code, read when it is first needed, and the words of a finding."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.terms import Severity, Wording

if TYPE_CHECKING:
    from stratsel.diagnostics.page import Rule

LONGEST_FACT = 60
"""The characters of a fact that a sentence shows."""

_PLACEHOLDER = re.compile(r"`\{([a-z_]+)\}`|\{([a-z_]+)\}")
_SEE_HERE = {"en": "see here", "vi": "xem tại đây"}


@cache
def rule(code: Code) -> "Rule":
    """Return the page of a code."""
    from importlib.resources import files

    from stratsel.diagnostics.page import parse_page

    page = files("stratsel.diagnostics").joinpath("pages", f"{code}.md")
    return parse_page(code, page.read_text(encoding="utf-8"))


def rules() -> "Iterator[Rule]":
    """Yield the page of every code, in the order of the numbers."""
    for code in sorted(Code):
        yield rule(code)


def severity_of(diagnostic: Diagnostic) -> Severity:
    """Return how much a finding weighs: as its check says, else as its page says."""
    return diagnostic.severity or rule(diagnostic.code).severity


def message(diagnostic: Diagnostic, language: str) -> str:
    """Return the defect in words: one line, lower case, no full stop."""
    return _fill(_in(rule(diagnostic.code).message, language), diagnostic, language)


def help_text(diagnostic: Diagnostic, language: str) -> str:
    """Return the cure in words: one line; it names the spelling that was probably meant, if there is one."""
    page = rule(diagnostic.code)
    templates = page.near if diagnostic.near is not None and page.near else page.help
    return _fill(_in(templates, language), diagnostic, language)


def related_note(diagnostic: Diagnostic, language: str) -> str:
    """Return what another place has to do with a finding: one line."""
    templates = rule(diagnostic.code).related or _SEE_HERE
    return _fill(_in(templates, language), diagnostic, language)


def placeholders(template: str) -> frozenset[str]:
    """Return the names of the facts that a template asks for."""
    return frozenset(quoted or plain for quoted, plain in _PLACEHOLDER.findall(template))


def _in(templates: Mapping[str, str], language: str) -> str:
    return templates.get(language) or templates["en"]


def _fill(template: str, diagnostic: Diagnostic, language: str) -> str:
    """Put facts in their places in one pass: what a fact contains is never read as a template.

    A place without a fact stays as it is written, so that a finding is shown even where its check forgot a fact.
    """
    from stratsel.language.visible import shorten

    facts: dict[str, Fact] = dict(diagnostic.facts)
    if diagnostic.near is not None:
        facts["near"] = diagnostic.near

    def put(place: re.Match[str]) -> str:
        fact = facts.get(place[1] or place[2])
        if fact is None:
            return place[0]
        if isinstance(fact, Wording):
            return fact.label(language)
        shown = shorten(str(fact), LONGEST_FACT)
        return f"`{shown}`" if place[1] else shown

    return _PLACEHOLDER.sub(put, template)

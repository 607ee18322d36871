"""Findings grouped by what a person would mend once: the same defect in many places, or many of a kind in one."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from stratsel.diagnostics.catalogue import help_text, message, severity_of
from stratsel.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Cause:
    """Findings of one code and severity that belong together, in the order of the findings; there is at least one.

    Either all say the same of different places, or all speak of one place and say different things.
    """

    findings: tuple[Diagnostic, ...]
    says_the_same: bool

    @property
    def first(self) -> Diagnostic:
        """The finding that is shown for all."""
        return self.findings[0]

    @property
    def others(self) -> tuple[Diagnostic, ...]:
        """The findings after the first."""
        return self.findings[1:]


Grouping = Callable[[Iterable[Diagnostic]], list[Cause]]
"""A way to group findings."""


def by_cause(findings: Iterable[Diagnostic]) -> list[Cause]:
    """Group findings of one code and severity by their words or by their place, whichever gives fewer causes.

    The words are made of the facts, so facts that differ from place to place keep findings apart. A cause stands where
    its first finding stood.
    """
    ordered = list(findings)
    position = {id(each): number for number, each in enumerate(ordered)}
    kinds = _grouped(ordered, lambda each: (each.code, severity_of(each)))
    causes = [cause for kind in kinds for cause in _fewest(kind)]
    return sorted(causes, key=lambda cause: position[id(cause.first)])


def singly(findings: Iterable[Diagnostic]) -> list[Cause]:
    """Leave each finding to itself."""
    return [Cause((each,), says_the_same=True) for each in findings]


def _fewest(findings: Iterable[Diagnostic]) -> list[Cause]:
    by_words = _grouped(findings, _words)
    by_place = _grouped(findings, lambda each: (each.where.file, each.where.span))
    says_the_same = len(by_words) <= len(by_place)
    return [Cause(group, says_the_same) for group in (by_words if says_the_same else by_place)]


def _grouped(findings: Iterable[Diagnostic], key: Callable[[Diagnostic], Hashable]) -> list[tuple[Diagnostic, ...]]:
    groups: dict[Hashable, list[Diagnostic]] = {}
    for each in findings:
        groups.setdefault(key(each), []).append(each)
    return [tuple(group) for group in groups.values()]


def _words(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what a finding says; in one language, so that findings are grouped alike in all."""
    return message(diagnostic, "en"), help_text(diagnostic, "en")

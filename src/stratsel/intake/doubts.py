"""What in a criteria file is not to be relied on while its own findings stand."""

from collections.abc import Iterable

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.intake.record import Said, topics

_HARMLESS = frozenset({
    Code.MISSING_LANGUAGE, Code.EMPTY_TEXT, Code.ZERO_WEIGHTS, Code.SINGLE_CHILD, Code.UNORDERED_OPTIONS,
    Code.UNORDERED_VALUES, Code.VALUES_UNLIKE_LEVELS, Code.WEIGHTLESS_ITEMS,
})  # fmt: skip
"""Findings that leave no doubt about what a dossier may say."""
_NO_ID = frozenset({"title", "rationale", "question", "weight", "scale", "combine", "evidence_required_from"})
"""The keys of a criterion that say nothing of which criteria there are."""


def doubts_of(findings: Iterable[Diagnostic]) -> Said:
    """Return the places of a criteria file against which a dossier cannot be held."""
    said = Said()
    for finding in findings:
        is_put_right = finding.code is Code.UNKNOWN_KEY and finding.near is not None
        place = topics(finding)[0]
        if place and finding.code not in _HARMLESS and not is_put_right:
            said.add(place)
    return said


def is_tree_doubtful(doubts: Said) -> bool:
    """Whether it is not certain which criteria there are."""
    return any(path[0] == "criteria" and _NO_ID.isdisjoint(map(str, path)) for path in doubts.paths)

"""What has been found so far in a run: which files are broken, and of which values enough is said."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from stratsel.diagnostics.catalogue import severity_of
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath
from stratsel.intake.nearest import nearest
from stratsel.model.base import ID_PATTERN
from stratsel.terms import Severity, ValueKey

MAX_FINDINGS = 1_000
"""The most errors, and the most warnings, that are named in one file."""


@dataclass(slots=True)
class Said:
    """The places of one file that a finding has already spoken of."""

    paths: set[KeyPath] = field(default_factory=set)
    above: set[KeyPath] = field(default_factory=set)
    """The paths that lead to one of `paths`."""

    def add(self, path: KeyPath) -> None:
        """Note that enough is said of the value at `path`, and of all that it holds."""
        self.paths.add(path)
        self.above.update(path[:length] for length in range(len(path)))

    def covers(self, path: KeyPath) -> bool:
        """Whether enough is said of the value at `path`, or of one that holds it."""
        return bool(self.paths) and any(path[:length] in self.paths for length in range(1, len(path) + 1))

    def touches(self, path: KeyPath) -> bool:
        """Whether something is said of the value at `path`, of one that holds it, or of a part of it."""
        return path in self.above or self.covers(path)

    def has_below(self, path: KeyPath, but: frozenset[str]) -> bool:
        """Whether something is said of a part of the value at `path`, other than of what stands under some keys."""
        if path not in self.above:
            return False
        below = (each[len(path)] for each in self.paths if each[: len(path)] == path and len(each) > len(path))
        return any(step not in but for step in below)

    def hides_id(self, path: KeyPath) -> bool:
        """Whether the list at `path` may hold more ids than remain: an item, an id in it or the whole is refused."""
        below = (each for each in self.paths if each[: len(path)] == path)
        return self.covers(path) or any("id" in each[-1:] or path[-1] in each[-2:] for each in below)

    def refused_names(self, path: KeyPath) -> list[str]:
        """Return the keys in the mapping at `path` that are refused because they are no ids."""
        names = [str(each[-1]) for each in self.paths if each[:-1] == path]
        return [name for name in names if not _ID.fullmatch(name)]


_NOTHING_SAID = Said()
_ID = re.compile(ID_PATTERN)
_OF_SEVERAL_PARTS = frozenset({
    Code.SINGLE_LEVEL, Code.FLAT_SCALE, Code.UNORDERED_VALUES, Code.VALUES_UNLIKE_LEVELS, Code.WEIGHTLESS_ITEMS,
    Code.CONFLICTING_KEYS,
})  # fmt: skip
"""Findings on what the parts of a scale are together, which mean nothing while one of them is defective."""
_OF_IDS: dict[Code, KeyPath] = {Code.UNKNOWN_NODE: ("criteria",), Code.UNKNOWN_TIER: ("shortlist", "tiers")}
"""Findings that there is no such id in a list."""
_FIGURELESS = frozenset({"why", "for", "against", "likely"})
"""The keys of an assessment that do not stand for its figure."""
_REASONLESS = frozenset({*ValueKey, "unknown", "likely"})
"""The keys of an assessment that do not stand for its reason."""
_OF_REASONS = frozenset({Code.MISSING_REASON, Code.UNWEIGHED_EVIDENCE, Code.EVIDENCE_REQUIRED})


@dataclass(slots=True)
class Record:
    """Keeps the findings of one run in the order in which they are made."""

    found: list[Diagnostic] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """The files with an error."""
    _said: dict[str, Said] = field(default_factory=dict)
    _counts: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def note(self, findings: Iterable[Diagnostic]) -> None:
        """Keep findings of several files."""
        for finding in findings:
            self._keep(finding)

    def note_of(self, file: str, findings: Iterable[Diagnostic]) -> None:
        """Keep findings of one file, as far as they are wanted: the rest are not even looked for."""
        for finding in findings:
            self._keep(finding)
            if self._counts[file, Severity.ERROR] > MAX_FINDINGS:
                return

    def say(self, file: str, paths: Iterable[KeyPath]) -> None:
        """Note that enough is said of the values at these paths of a file: what follows from them is no news."""
        said = self._said.setdefault(file, Said())
        for path in filter(None, paths):
            said.add(path)

    def said(self, file: str) -> Said:
        """Return what is said of a file."""
        return self._said.get(file, _NOTHING_SAID)

    def is_sound(self, file: str) -> bool:
        """Whether a file has no error."""
        return file not in self.broken

    def unsaid(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings whose cause is not already found."""
        for finding in findings:
            said = self.said(finding.where.file)
            if not (said.paths and _follows(finding, said)):
                yield finding

    def _keep(self, finding: Diagnostic) -> None:
        file, severity = finding.where.file, severity_of(finding)
        count = self._counts[file, severity] = self._counts[file, severity] + 1
        if finding.code is Code.TOO_MANY_FINDINGS:
            count = self._counts[file, severity] = MAX_FINDINGS + 1
        elif count > MAX_FINDINGS + 1:
            return
        elif count > MAX_FINDINGS:
            facts = {"count": str(MAX_FINDINGS)}
            finding = Diagnostic(Code.TOO_MANY_FINDINGS, finding.where, facts, severity=severity)
        self.found.append(finding)
        if severity is Severity.ERROR:
            self.broken.add(file)


def _follows(finding: Diagnostic, said: Said) -> bool:
    """Whether a finding only follows from what is already said of its file."""
    path = finding.where.path
    if finding.code is Code.MISSING_FIGURE and said.has_below(path, _FIGURELESS):
        return True
    if finding.code in _OF_REASONS and said.has_below(path, _REASONLESS):
        return True
    if (finding.code in _OF_SEVERAL_PARTS or path[-1:] == ("step",)) and said.touches(path[:-1]):
        return True
    if finding.code is Code.THRESHOLD_OFF_SCALE and (said.touches(("scales",)) or said.touches((*path[:-1], "scale"))):
        return True
    if _is_left_out(finding) and nearest(str(finding.facts["leaf"]), said.refused_names(path)):
        return True
    if any(said.touches(ground) for ground in _grounds(finding)):
        return True
    if finding.code in _OF_IDS and said.hides_id(_OF_IDS[finding.code]):
        return True
    return any(said.covers(topic) for topic in topics(finding))


def _grounds(finding: Diagnostic) -> list[KeyPath]:
    """Return the values that a finding holds against each other: it means nothing while one of them is defective."""
    path, facts = finding.where.path, finding.facts
    match finding.code:
        case Code.UNCLEAR_TEST | Code.BARE_OPINION | Code.REVERSED_PERIOD:
            return [path]
        case Code.UNKNOWN_OPTION | Code.WRONG_FIELD_TYPE if "field" in facts:
            return [("fields", str(facts["field"]))]
        case Code.UNFIT_TEST:
            return [("fields", str(facts["name"]))]
        case Code.UNKNOWN_ENTRY:
            return [("lists", str(facts["list"]))]
        case Code.LIST_NOT_IN_FORCE:
            return [("lists", str(facts["list"]), "valid"), ("decision", "reference_date")]
        case Code.UNCLEAR_COUNT:
            return [(*path[:-1], str(facts["lacks"]))]
        case Code.UNORDERED_TIERS:
            return [(*path[:-1], "count")]
        case Code.UNRELATED_WEIGHTS:
            return [("uncertainty", "space")]
        case Code.SEVERAL_QUOTA_FIELDS | Code.IMPOSSIBLE_QUOTA:
            return [("shortlist",)]
        case Code.QUOTA_ON_COUNTED_TIER:
            return [(*path[:-1], "tier")]
        case Code.NAMELESS_ASSESSOR:
            return [("agency",), ("name",)]
        case Code.IDLE_SCENARIO:
            return [("weights",), ("assessments",)]
        case Code.MISSING_KEY if "instead" in facts:
            return [(*path, str(facts["instead"]))]
    return []


def _is_left_out(finding: Diagnostic) -> bool:
    """Whether it says that a dossier is silent on a leaf."""
    return finding.code in (Code.UNASSESSED_LEAF, Code.UNKNOWN_REFUSED) and len(finding.where.path) == 1


def topics(finding: Diagnostic) -> list[KeyPath]:
    """Return what a finding is about: the value it asks for or points to, then what that depends on."""
    path, facts = finding.where.path, finding.facts
    match finding.code:
        case Code.MISSING_KEY if facts["key"] in ("worst", "best"):
            return [(*path, str(facts["key"])), (*path, "points")]
        case Code.MISSING_KEY | Code.INCOMPLETE_FIELD:
            return [(*path, str(facts["key"]))]
        case Code.UNASSESSED_LEAF | Code.UNKNOWN_REFUSED if _is_left_out(finding):
            return [(*path, str(facts["leaf"]))]
        case Code.MISSING_WEIGHT:
            return [(*path[:-1], "weight"), ("weighting", "method"), (*path[:-3], "combine")]
        case Code.UNEXPECTED_WEIGHT:
            return [path, ("weighting", "method"), (*path[:-3], "combine")]
        case Code.CRITERION_WITHOUT_SCALE:
            return [(*path[:-1], "scale"), (*path[:-1], "criteria")]
        case Code.MISSING_ANSWER:
            return [path, (*path, "answer")]
        case Code.SHARED_QUOTE | Code.QUOTE_NOT_FOUND:
            return [path, (*path[:-1], "source"), (*path[:-1], "shared")]
        case Code.UNKNOWN_SOURCE:
            return [path, ("sources", str(facts["source"]))]
        case Code.UNKNOWN_SCALE:
            return [path, ("scales", str(facts["scale"]))]
        case Code.UNKNOWN_LIST:
            return [path, ("lists", str(facts["list"]))]
        case Code.UNASKED_FIELD:
            return [path, ("fields", str(facts["field"]))]
        case Code.UNKNOWN_AGENCY:
            return [path, ("agencies", str(facts["agency"]))]
    return [path]


def as_written(findings: Iterable[Diagnostic], renamed: Mapping[KeyPath, str]) -> Iterator[Diagnostic]:
    """Yield findings with the keys that the file has, where they were read under the name that was meant."""
    if not renamed:
        yield from findings
        return
    for finding in findings:
        path = finding.where.path
        written = tuple(renamed.get(path[: at + 1], step) for at, step in enumerate(path))
        yield finding if written == path else replace(finding, where=replace(finding.where, path=written))

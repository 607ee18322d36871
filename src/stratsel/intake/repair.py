"""Safe repairs of a round: each is proved by reading the round again, and written only over what was read."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, format_path
from stratsel.errors import UsageError
from stratsel.files.changed import ChangedFolder
from stratsel.files.folder import Folder
from stratsel.files.read import UnreadableFile, decode, obstacle_of, read_bytes
from stratsel.files.write import write_atomically
from stratsel.intake.cures import Cure, Repair, accents, commas, keys, line_ends, values_meant
from stratsel.intake.discover import (
    DECISION_FILE,
    SOURCES_FILE,
    Selection,
    assessor_files,
    dossier_files,
    scenario_files,
)
from stratsel.intake.load import load
from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.model import later
from stratsel.reading.events import read_yaml
from stratsel.reading.splice import splice
from stratsel.terms import Obstacle

CURES: tuple[Cure, ...] = (accents, line_ends, commas, keys)
"""The cures in the order in which they are tried."""
MAX_TRIALS = 64
"""How often a round is read again at most to tell good repairs from bad; what is not settled by then is left alone."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Proposal = tuple[str, Repair]
"""A file of the round, and a repair of it."""


@dataclass(frozen=True, slots=True)
class RepairedFile:
    """A file with all its repairs: its name in the round and the one that people know, and what it holds."""

    file: str
    name: str
    before: bytes
    after: bytes
    count: int

    @property
    def texts(self) -> tuple[str, str]:
        """The text before and after."""
        return decode(self.before), decode(self.after)


@dataclass(frozen=True, slots=True)
class Repairs:
    """The files that repairs change, in the order of their names."""

    files: tuple[RepairedFile, ...] = ()

    @property
    def count(self) -> int:
        """How many repairs there are."""
        return sum(each.count for each in self.files)


def find_repairs(selection: Selection) -> Repairs:
    """Return the repairs of a round after which it has fewer findings, no new ones, and otherwise the same values.

    Only the files asked about are repaired, and none outside the round's folder; nothing is written.

    Raises:
        UsageError: there is no dossier to read, or a folder cannot be listed.
    """
    return _Workshop(selection).repairs()


def write_repairs(folder: Folder, repairs: Repairs) -> None:
    """Replace the files, each in one step; first of all it is made sure that all of them still are what was read.

    Raises:
        UsageError: a file has changed or cannot be written. Nothing is written, unless that came about meanwhile: then
            those before it are repaired.
    """
    for each in repairs.files:
        _target(folder, each)
    for each in repairs.files:
        write_atomically(_target(folder, each), each.after)


def _target(folder: Folder, repaired: RepairedFile) -> Path:
    """Return where a file really is, after making sure that it may be written over."""
    target = Path(os.path.realpath(folder.root / repaired.file))
    try:
        if not _is_inside(folder, repaired.file) or read_bytes(target) != repaired.before:
            raise _changed(repaired)
        mode = target.stat().st_mode
    except UnreadableFile as error:
        raise _changed(repaired) from error
    except OSError as error:
        raise _unwritable(repaired, obstacle_of(error)) from error
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise _unwritable(repaired, Obstacle.NO_PERMISSION)
    return target


def _is_inside(folder: Folder, file: str) -> bool:
    """Whether a file is in the round's folder, whatever its name says and wherever links lead."""
    return Path(os.path.realpath(folder.root / file)).is_relative_to(os.path.realpath(folder.root))


def _changed(repaired: RepairedFile) -> UsageError:
    return UsageError(N_("{file} has changed since it was read, and is left as it is"), file=visible(repaired.name))


def _unwritable(repaired: RepairedFile, obstacle: Obstacle) -> UsageError:
    return UsageError(N_("cannot write {file}: {obstacle}"), file=visible(repaired.name), obstacle=obstacle)


@dataclass(frozen=True, slots=True)
class _State:
    """A round with some of its files changed, and what is found in all of it."""

    contents: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]


class _Workshop:
    """Where repairs are tried on copies, many at once and, where that goes wrong, half of them at a time."""

    def __init__(self, selection: Selection) -> None:
        self._folder = selection.folder
        files = _files_of(selection)
        self._files = _once(self._folder, (file for file in files if not selection.asked or file in selection.asked))
        self._whole_round = replace(selection, asked=frozenset((*files, *later.FILES)))
        self._trials = 0
        self._counts: Counter[str] = Counter()
        self._before: dict[str, bytes] = {}
        self._state = self._read({})

    def repairs(self) -> Repairs:
        """Apply the cures again and again until none of them does anything more."""
        while sum(map(self._cured, CURES)):
            pass
        shown, before, after = self._folder.shown, self._before, self._state.contents
        files = (RepairedFile(each, shown(each), before[each], after[each], self._counts[each]) for each in after)
        return Repairs(tuple(sorted(files, key=lambda each: each.file)))

    def _cured(self, cure: Cure) -> int:
        """Apply one cure, and return how many of its repairs are kept."""
        kept: list[Proposal] = []
        self._settle(self._state, list(self._proposals(cure)), kept)
        self._counts.update(file for file, _ in kept)
        return len(kept)

    def _proposals(self, cure: Cure) -> Iterator[Proposal]:
        about: dict[str, list[Diagnostic]] = {}
        for finding in self._state.findings:
            about.setdefault(finding.where.file, []).append(finding)
        for file in self._files:
            findings = about.get(self._folder.shown(file), [])
            if cure is not line_ends and not any(each.is_repairable for each in findings):
                continue
            content = self._content(file)
            if (cure is line_ends and b"\r" not in content) or _value(content) is None:
                continue
            for repair in cure(decode(content), findings):
                self._before.setdefault(file, content)
                yield file, repair

    def _content(self, file: str) -> bytes:
        """Return what a file holds so far, and nothing where it cannot be read."""
        try:
            return self._state.contents.get(file) or self._folder.read(file)
        except UnreadableFile:
            return b""

    def _settle(self, base: _State, proposals: Sequence[Proposal], kept: list[Proposal]) -> None:
        """Add to `kept` the proposals that hold, beside those that are in it already."""
        if not proposals or self._trials == MAX_TRIALS:
            return
        self._trials += 1
        outcome = self._outcome(base, [*kept, *proposals])
        if outcome is not None:
            kept += proposals
            self._state = outcome
        elif len(proposals) > 1:
            half = len(proposals) // 2
            self._settle(base, proposals[:half], kept)
            self._settle(base, proposals[half:], kept)

    def _outcome(self, base: _State, proposals: Iterable[Proposal]) -> _State | None:
        """Return the round with repairs made, or None where they change more than they should."""
        chosen: dict[str, list[Repair]] = {}
        for file, repair in proposals:
            chosen.setdefault(file, []).append(repair)
        contents = dict(base.contents)
        for file, repairs in chosen.items():
            content = _repaired(base.contents.get(file, self._before[file]), repairs)
            if content is None:
                return None
            contents[file] = content
        outcome = self._read(contents)
        by_name = {self._folder.shown(file): repairs for file, repairs in chosen.items()}
        return outcome if _is_better(base.findings, outcome.findings, by_name) else None

    def _read(self, contents: Mapping[str, bytes]) -> _State:
        folder = ChangedFolder(self._folder.root, self._folder.prefix, base=self._folder, contents=contents)
        return _State(contents, load(replace(self._whole_round, folder=folder)).findings.items)


def _files_of(selection: Selection) -> list[str]:
    beside = [file for file in (SOURCES_FILE, DECISION_FILE) if selection.folder.has(file)]
    in_folders = (assessor_files(selection), scenario_files(selection), dossier_files(selection))
    return [selection.criteria_file, *beside, *(file for files in in_folders for file in files)]


def _once(folder: Folder, files: Iterable[str]) -> list[str]:
    """Return the files that are in the round's folder, each under the first of its names."""
    real: dict[str, str] = {}
    for file in sorted(files):
        if _is_inside(folder, file):
            real.setdefault(os.path.realpath(folder.root / file), file)
    return list(real.values())


def _repaired(content: bytes, repairs: Sequence[Repair]) -> bytes | None:
    """Return a file with edits made, or None where its values are then others than those that are meant."""
    spliced = splice(decode(content), (each.edit for each in repairs)).encode()
    if repr(values_meant(_value(content), repairs)) != repr(values_meant(_value(spliced))):
        return None
    return (_BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b"") + spliced


def _value(content: bytes) -> Any:
    """Return the values of a file, or None where it cannot be read as a whole."""
    try:
        return read_yaml(decode(content)).value
    except UnreadableFile:
        return None


def _is_better(before: Iterable[Diagnostic], after: Iterable[Diagnostic], chosen: Mapping[str, list[Repair]]) -> bool:
    """Whether of the findings before none is left that a repair was to settle, and none is added."""
    names = {file: dict(each.name for each in repairs if each.name) for file, repairs in chosen.items()}
    causes = (each.cause for repairs in chosen.values() for each in repairs if each.cause is not None)
    expected = Counter(_said(each, names) for each in before)
    expected.subtract(_said(each, names) for each in causes)
    return Counter(_said(each, {}) for each in after) <= expected


def _said(finding: Diagnostic, names: Mapping[str, Mapping[KeyPath, str]]) -> tuple[object, ...]:
    """Return what a finding says, column and normal form set aside, with the keys that the file has afterwards."""
    where = finding.where
    renamed = names.get(where.file, {})
    path = tuple(renamed.get(where.path[: at + 1], step) for at, step in enumerate(where.path))
    spelt = {str(old[-1]): new for old, new in renamed.items()}
    facts = sorted((name, normalize("NFC", spelt.get(str(fact), str(fact)))) for name, fact in finding.facts.items())
    return finding.code, where.file, normalize("NFC", format_path(path)), where.part, *facts

"""A round from its files: the round and the findings, never an exception for what stands in a file."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from stratsel.__about__ import __version__
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import KeyPath, Places, Where
from stratsel.errors import Rejected
from stratsel.intake.checks.figures import LeafRule
from stratsel.intake.checks.header import header_findings
from stratsel.intake.checks.identity import colliding_names, duplicate_ids, own_name
from stratsel.intake.checks.references import RoundReferences
from stratsel.intake.checks.rules import rule_findings
from stratsel.intake.checks.tree import tree_findings, walk
from stratsel.intake.discover import SOURCES_FILE, Selection, dossier_files
from stratsel.intake.document import read_document, text_as_read
from stratsel.intake.doubts import doubts_of, is_tree_doubtful
from stratsel.intake.record import Record, as_written, topics
from stratsel.intake.validate import EXTENSION, IsRemark, M, Validated, no_remark, validate
from stratsel.model import later
from stratsel.model.assessments import Assessed, AssessmentTable
from stratsel.model.base import Text
from stratsel.model.candidate import FORMAT as CANDIDATE_FORMAT
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import FORMAT as CRITERIA_FORMAT
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round
from stratsel.model.source import FORMAT as SOURCES_FORMAT
from stratsel.model.source import Source, Sources
from stratsel.reading.places import FilePlaces


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a round.

    `round` holds the dossiers without an error; it is None where the criteria or the sources are rejected, since then
    no dossier can be judged. `rejected` are the dossiers left out of it.
    """

    round: Round | None
    findings: Findings
    places: Places
    rejected: tuple[str, ...]
    criteria_checked: bool


@dataclass(slots=True)
class _Row:
    """What the table keeps of one dossier."""

    file: str
    candidate: str
    title: Text
    cells: dict[str, Assessed | None]


@dataclass(slots=True)
class _Intake:
    """The state of one run through a round's files."""

    selection: Selection
    record: Record = field(default_factory=Record)
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, file: str, model: type[M], expected: str, is_remark: IsRemark = no_remark) -> Validated[M]:
        """Read and validate one file, noting what is wrong with it."""
        document = read_document(self.selection.folder, file)
        self.digests[file] = document.digest
        self.record.note_of(file, document.findings)
        if document.value is None:
            return Validated(None)
        headed = tuple(header_findings(file, document.value, expected, __version__))
        if headed:
            self.record.note_of(file, headed)
            return Validated(None)
        self.record.say(file, document.refused)
        validated = validate(file, document.value, model, __version__, is_remark)
        if validated.findings:
            found = list(self.record.unsaid(validated.findings))
            self.record.note_of(file, found)
            renamed = frozenset(validated.renamed.values())
            self.record.say(file, (topics(each)[0] for each in found if each.facts.get("key") not in renamed))
        return validated

    def check(self, file: str, validated: Validated[M], findings: Iterable[Diagnostic]) -> None:
        """Note what a check says of a file, as far as it is not a consequence of what is already found."""
        if validated.findings or not self.record.is_sound(file):
            findings = self.record.unsaid(as_written(findings, validated.renamed))
        self.record.note_of(file, findings)


def load(selection: Selection) -> Loaded:
    """Read a round: its criteria, its sources, then every dossier.

    Raises:
        UsageError: there is no dossier to read, or a folder cannot be listed.
    """
    with _without_collector():
        return _load(selection)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the search for cycles while many files are read: what they become has none, and each pass costs time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(selection: Selection) -> Loaded:
    intake = _Intake(selection)
    files = dossier_files(selection)
    intake.record.note(_later_files(selection))
    criteria = _read_criteria(intake)
    sources = _read_sources(intake)
    is_usable = criteria is not None and not intake.record.broken
    rows = _read_dossiers(intake, _rules(intake, criteria, sources), files)
    loaded_round = None
    if criteria is not None and is_usable:
        sound = [row for row in rows if intake.record.is_sound(row.file)]
        loaded_round = _round(intake, criteria, sources or {}, sorted(sound, key=lambda row: row.candidate))
    findings, places = _located(intake)
    rejected = tuple(file for file in files if not intake.record.is_sound(file))
    return Loaded(loaded_round, findings, places, rejected, criteria is not None)


def _located(intake: _Intake) -> tuple[Findings, FilePlaces]:
    """Return the findings that were asked for, with their spans; a file that changed meanwhile is one more."""
    selection, found = intake.selection, intake.record.found
    if selection.asked:
        found = [finding for finding in found if finding.where.file in selection.asked]
    count = len(selection.asked) or len(intake.digests)
    places = FilePlaces(lambda file: _text(intake, file), selection.folder.shown)
    findings = Findings.gather(found, places, count)
    if places.lost:
        changed = [Diagnostic(Code.CHANGED_FILE, Where(file)) for file in sorted(places.lost)]
        findings = Findings.gather([*found, *changed], places, count)
    return findings, places


def _text(intake: _Intake, file: str) -> str | None:
    return text_as_read(intake.selection.folder, file, intake.digests.get(file, ""))


def _later_files(selection: Selection) -> Iterator[Diagnostic]:
    folder = selection.folder
    for file, word in (*later.FILES.items(), *later.FOLDERS.items()):
        if folder.has(file):
            yield Diagnostic(Code.UNREAD_WORD, Where(file), {"word": word, "version": __version__})


def _read_criteria(intake: _Intake) -> Criteria | None:
    file = intake.selection.criteria_file
    read = intake.read(file, Criteria, CRITERIA_FORMAT)
    if read.model is not None:
        intake.check(file, read, tree_findings(file, read.model))
        intake.check(file, read, rule_findings(file, read.model))
        intake.check(file, read, own_name(file, read.model.id))
    return read.model


def _read_sources(intake: _Intake) -> dict[str, Source] | None:
    """Return the round's sources, or None where it has a file of them that cannot be relied on to name them all."""
    if not intake.selection.folder.has(SOURCES_FILE):
        return {}
    read = intake.read(SOURCES_FILE, Sources, SOURCES_FORMAT).model
    if read is None or intake.record.said(SOURCES_FILE).covers(("sources",)):
        return None
    return dict(read.sources)


@dataclass(slots=True)
class _Rules:
    """What the criteria file and the sources ask of every dossier."""

    references: RoundReferences
    leaves: dict[str, LeafRule]

    def is_remark(self, path: KeyPath) -> bool:
        """Whether a key that begins with `x-` names nothing of the round."""
        if len(path) != 2 or not str(path[1]).startswith(EXTENSION):
            return False
        known = {"assessments": self.references.leaves, "fields": self.references.fields.names}.get(str(path[0]))
        return known is not None and path[1] not in known


def _rules(intake: _Intake, criteria: Criteria | None, sources: dict[str, Source] | None) -> _Rules | None:
    if criteria is None:
        return None
    file = intake.selection.criteria_file
    doubts = doubts_of(finding for finding in intake.record.found if finding.where.file == file)
    paths = {criterion.id: path for path, criterion in walk(criteria.criteria)}
    scales = {}
    for path, criterion in walk(criteria.criteria):
        scale = criteria.scale_of(criterion) if criterion.is_leaf else None
        place = ("scales", criterion.scale) if isinstance(criterion.scale, str) else (*path, "scale")
        if scale is not None and not doubts.touches(place):
            scales[criterion.id] = LeafRule(criterion.id, scale)
    tree = None if is_tree_doubtful(doubts) else paths
    return _Rules(RoundReferences(criteria, file, tree, sources, SOURCES_FILE, doubts), scales)


def _read_dossiers(intake: _Intake, rules: _Rules | None, files: Sequence[str]) -> list[_Row]:
    intake.record.note(colliding_names(files))
    is_remark = rules.is_remark if rules is not None else no_remark
    rows = []
    for file in files:
        read = intake.read(file, Candidate, CANDIDATE_FORMAT, is_remark)
        dossier = read.model
        if dossier is None:
            continue
        cells: dict[str, Assessed | None] = {}
        if rules is not None:
            intake.check(file, read, rules.references.findings(file, dossier))
            intake.check(file, read, _read_figures(file, dossier, rules, cells))
        rows.append(_Row(file, dossier.id, dossier.title, cells))
    named = {row.file: row.candidate for row in rows if not intake.record.said(row.file).covers(("id",))}
    _check_names(intake.record, named)
    return rows


def _check_names(record: Record, named: dict[str, str]) -> None:
    """Note which dossiers have the id of another, and which of the rest are not named as their file."""
    duplicates = list(duplicate_ids(named))
    record.note(duplicates)
    told = {finding.where.file for finding in duplicates}
    record.note(finding for file, name in named.items() if file not in told for finding in own_name(file, name))


def _read_figures(
    file: str, dossier: Candidate, rules: _Rules, cells: dict[str, Assessed | None]
) -> Iterator[Diagnostic]:
    """Put into `cells` what a dossier establishes on each leaf, and yield what is wrong with its figures."""
    leaves = rules.leaves
    for leaf, written in dossier.assessments.items():
        rule = leaves.get(leaf)
        if rule is not None:
            cells[leaf], findings = rule.read(written, file)
            if findings:
                yield from findings
    if len(cells) < len(dossier.assessments):
        for name, leaf in rules.references.misspelt(dossier.assessments).items():
            if leaf in leaves:
                yield from leaves[leaf].read(dossier.assessments[name], file, name)[1]


def _round(intake: _Intake, criteria: Criteria, sources: dict[str, Source], rows: list[_Row]) -> Round:
    columns = {leaf.id: [row.cells.get(leaf.id) for row in rows] for leaf in criteria.leaves()}
    files = {row.candidate: row.file for row in rows}

    def read_dossier(candidate: str) -> Candidate:
        file = files[candidate]
        document = read_document(intake.selection.folder, file)
        if document.digest != intake.digests[file]:
            places = FilePlaces(lambda _: None, intake.selection.folder.shown)
            changed = Findings.gather([Diagnostic(Code.CHANGED_FILE, Where(file))], places, 1)
            raise Rejected(Loaded(None, changed, places, (file,), criteria_checked=True))
        return validate(file, document.value, Candidate, __version__).model or _gone(file)

    return Round(
        criteria=criteria,
        criteria_file=intake.selection.criteria_file,
        table=AssessmentTable([row.candidate for row in rows], columns),
        titles={row.candidate: row.title for row in rows},
        files=files,
        sources=sources,
        digest=_digest(intake, [row.file for row in rows]),
        read_dossier=read_dossier,
    )


def _gone(file: str) -> Candidate:
    raise AssertionError(f"{file} was valid when it was read with the same digest")


def _digest(intake: _Intake, dossiers: Sequence[str]) -> str:
    used = [intake.selection.criteria_file, *([SOURCES_FILE] if SOURCES_FILE in intake.digests else []), *dossiers]
    lines = "".join(f"{intake.digests[file]} {file}\n" for file in sorted(used))
    return f"sha256:{sha256(lines.encode()).hexdigest()}"

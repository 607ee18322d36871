"""A round from its files: the round and the findings, never an exception for what stands in a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from stratsel.__about__ import __version__
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import Places, Where
from stratsel.errors import Rejected
from stratsel.intake.checks.figures import LeafRule
from stratsel.intake.checks.header import header_findings
from stratsel.intake.checks.identity import colliding_names, duplicate_ids, own_name
from stratsel.intake.checks.references import RoundReferences
from stratsel.intake.checks.rules import rule_findings
from stratsel.intake.checks.tree import tree_findings, walk
from stratsel.intake.discover import SOURCES_FILE, Selection, dossier_files
from stratsel.intake.document import Document, read_document, text_as_read
from stratsel.intake.validate import M, Validated, validate
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
from stratsel.terms import Severity


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
    found: list[Diagnostic] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def read(self, file: str, model: type[M], expected: str) -> Validated[M]:
        """Read and validate one file, noting what is wrong with it."""
        document = read_document(self.selection.folder, file)
        self.digests[file] = document.digest
        if document.value is None:
            self.note(document.findings)
            return Validated(None)
        headed = tuple(header_findings(file, document.value, expected, __version__))
        if headed:
            self.note((*document.findings, *headed))
            return Validated(None)
        validated = validate(file, document.value, model, __version__)
        if document.findings or validated.findings:
            self.note(document.findings)
            self.note(_not_again(validated.findings, document))
        return validated

    def note(self, findings: Sequence[Diagnostic] | Iterator[Diagnostic]) -> None:
        """Keep findings; an error breaks its file."""
        for finding in findings:
            self.found.append(finding)
            if finding.severity in (None, Severity.ERROR) and finding.code not in _WARNINGS:
                self.broken.add(finding.where.file)

    def is_sound(self, file: str) -> bool:
        """Whether a file has no error."""
        return file not in self.broken


_WARNINGS = frozenset({Code.UNASSESSED_LEAF, Code.BEYOND_SCALE})
"""Codes that warn; those whose severity a frozen round raises carry it themselves."""


def load(selection: Selection) -> Loaded:
    """Read a round: its criteria, its sources, then every dossier.

    Raises:
        UsageError: there is no dossier to read, or a folder cannot be listed.
    """
    intake = _Intake(selection)
    files = dossier_files(selection)
    intake.note(_later_files(selection))
    criteria = _read_criteria(intake)
    sources = _read_sources(intake)
    before_dossiers = len(intake.broken)
    rows = _read_dossiers(intake, criteria, sources, files)
    loaded_round = None
    if criteria is not None and not before_dossiers:
        sound = [row for row in rows if intake.is_sound(row.file)]
        loaded_round = _round(intake, criteria, sources, sorted(sound, key=lambda row: row.candidate))
    places = FilePlaces(lambda file: _text(intake, file), selection.folder.shown)
    findings = _asked(intake, selection)
    return Loaded(
        loaded_round,
        Findings.gather(findings, places, len(selection.asked) or len(intake.digests)),
        places,
        tuple(file for file in files if not intake.is_sound(file)),
        criteria is not None,
    )


def _asked(intake: _Intake, selection: Selection) -> list[Diagnostic]:
    if not selection.asked:
        return intake.found
    return [finding for finding in intake.found if finding.where.file in selection.asked]


def _text(intake: _Intake, file: str) -> str | None:
    return text_as_read(intake.selection.folder, file, intake.digests.get(file, ""))


def _not_again(findings: Sequence[Diagnostic], document: Document) -> Iterator[Diagnostic]:
    """Yield the findings that are not about a value that the reader has already refused."""
    refused = {finding.where.path for finding in document.findings if finding.where.path}
    for finding in findings:
        path = finding.where.path
        if not any(path[: len(each)] == each for each in refused):
            yield finding


def _later_files(selection: Selection) -> Iterator[Diagnostic]:
    folder = selection.folder
    for file, word in (*later.FILES.items(), *later.FOLDERS.items()):
        if folder.has(file):
            yield Diagnostic(Code.UNREAD_WORD, Where(file), {"word": word, "version": __version__})


def _read_criteria(intake: _Intake) -> Criteria | None:
    file = intake.selection.criteria_file
    criteria = intake.read(file, Criteria, CRITERIA_FORMAT).model
    if criteria is not None:
        intake.note(_unsaid(intake, tree_findings(file, criteria)))
        intake.note(_unsaid(intake, rule_findings(file, criteria)))
        intake.note(_unsaid(intake, own_name(file, criteria.id)))
    return criteria


def _read_sources(intake: _Intake) -> dict[str, Source]:
    if not intake.selection.folder.has(SOURCES_FILE):
        return {}
    read = intake.read(SOURCES_FILE, Sources, SOURCES_FORMAT).model
    return dict(read.sources) if read is not None else {}


def _unsaid(intake: _Intake, findings: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings about values that are not already found defective."""
    said = [(finding.where.file, finding.where.path) for finding in intake.found if finding.where.path]
    for finding in findings:
        file, path = finding.where.file, finding.where.path
        if not any(file == other and path[: len(each)] == each for other, each in said):
            yield finding


def _read_dossiers(
    intake: _Intake, criteria: Criteria | None, sources: dict[str, Source], files: Sequence[str]
) -> list[_Row]:
    intake.note(colliding_names(files))
    paths = {criterion.id: path for path, criterion in walk(criteria.criteria)} if criteria is not None else {}
    references = rules = None
    if criteria is not None:
        references = RoundReferences(criteria, intake.selection.criteria_file, paths, sources, SOURCES_FILE)
        scales = ((leaf.id, criteria.scale_of(leaf)) for leaf in criteria.leaves())
        rules = {leaf: LeafRule(leaf, scale) for leaf, scale in scales if scale is not None}
    rows = []
    for file in files:
        dossier = intake.read(file, Candidate, CANDIDATE_FORMAT).model
        if dossier is None:
            continue
        intake.note(_unsaid(intake, own_name(file, dossier.id)))
        cells: dict[str, Assessed | None] = {}
        if references is not None and rules is not None:
            intake.note(_of_dossier(intake, references.findings(file, dossier), file))
            for leaf, written in dossier.assessments.items():
                rule = rules.get(leaf)
                if rule is not None:
                    cells[leaf], findings = rule.read(written, file)
                    if findings:
                        intake.note(_of_dossier(intake, iter(findings), file))
        rows.append(_Row(file, dossier.id, dossier.title, cells))
    intake.note(duplicate_ids({row.file: row.candidate for row in rows}))
    return rows


def _of_dossier(intake: _Intake, findings: Iterator[Diagnostic], file: str) -> Iterator[Diagnostic]:
    return _unsaid(intake, findings) if not intake.is_sound(file) else findings


def _round(intake: _Intake, criteria: Criteria, sources: dict[str, Source], rows: list[_Row]) -> Round:
    columns = {leaf.id: [row.cells.get(leaf.id) for row in rows] for leaf in criteria.leaves()}
    files = {row.candidate: row.file for row in rows}

    def read_dossier(candidate: str) -> Candidate:
        file = files[candidate]
        document = read_document(intake.selection.folder, file)
        if document.digest != intake.digests[file]:
            changed = Diagnostic(Code.CHANGED_FILE, Where(file))
            raise Rejected(Findings.gather([changed], FilePlaces(lambda _: None, intake.selection.folder.shown), 1))
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


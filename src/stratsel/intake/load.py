"""A round from its files: the round and the findings, never an exception for what stands in a file."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256

from stratsel.__about__ import __version__
from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import KeyPath, Places, Where
from stratsel.errors import Rejected
from stratsel.intake.beside import Known, read_assessors, read_decisions, read_sources
from stratsel.intake.checks.chronology import history_findings
from stratsel.intake.checks.evidence import EvidenceRules
from stratsel.intake.checks.figures import leaf_rules
from stratsel.intake.checks.identity import colliding_names, duplicate_ids, file_stem, own_name
from stratsel.intake.checks.leaf import LeafRule
from stratsel.intake.checks.quotes import SavedTexts
from stratsel.intake.checks.references import RoundReferences
from stratsel.intake.checks.shortlist import uncounted
from stratsel.intake.discover import ASSESSORS_FOLDER, DECISION_FILE, SOURCES_FILE, Selection, dossier_files
from stratsel.intake.document import read_document, text_as_read
from stratsel.intake.doubts import doubts_of, is_tree_doubtful
from stratsel.intake.record import Record
from stratsel.intake.rulebook import read_criteria
from stratsel.intake.run import Run
from stratsel.intake.scenario import read_scenarios
from stratsel.intake.validate import EXTENSION, no_remark, validate
from stratsel.model import later
from stratsel.model.assessments import Assessed, AssessmentTable, Fact
from stratsel.model.base import Text
from stratsel.model.candidate import FORMAT as CANDIDATE_FORMAT
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.round import Round
from stratsel.model.scenario import GivenScenario
from stratsel.model.source import Source
from stratsel.model.texts import walk
from stratsel.reading.places import FilePlaces
from stratsel.terms import Missing

Progress = Callable[[int, int], None]
"""Is told how many dossiers of how many have been read."""

_BESIDE = (SOURCES_FILE, DECISION_FILE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a round.

    `round` holds the dossiers without an error; it is None where the criteria or the sources are rejected, since then
    no dossier can be judged. `rejected` are the dossiers left out of it. `scenarios` are those without an error, by
    their files.
    """

    round: Round | None
    findings: Findings
    places: Places
    rejected: tuple[str, ...]
    criteria_checked: bool
    scenarios: Mapping[str, GivenScenario] = field(default_factory=dict)


@dataclass(slots=True)
class _Row:
    """What the table keeps of one dossier."""

    file: str
    candidate: str
    title: Text
    cells: dict[str, Assessed | None]
    fields: Mapping[str, Fact | None]


def load(selection: Selection, progress: Progress | None = None) -> Loaded:
    """Read a round: its criteria, its sources, then every dossier; `progress` is told before each.

    Raises:
        UsageError: there is no dossier to read, or a folder cannot be listed.
    """
    with _without_collector():
        return _load(selection, progress)


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


def _load(selection: Selection, progress: Progress | None) -> Loaded:
    run = Run(selection)
    files = dossier_files(selection)
    run.record.note(_later_files(selection))
    criteria = read_criteria(run)
    sources, texts = read_sources(run)
    rules = _rules(run, criteria, sources, texts)
    rows = _read_dossiers(run, rules, files, progress)
    names = {*map(file_stem, files), *(row.candidate for row in rows)}
    is_whole = run.record.is_sound(selection.criteria_file)
    known = Known(criteria if is_whole else None, names, sources, texts, None if rules is None else rules.evidence)
    decisions, assessors = read_decisions(run, known), read_assessors(run, known)
    scenarios = read_scenarios(run, known, {} if rules is None else rules.leaves)
    loaded_round = None
    if criteria is not None and run.record.broken.issubset(files):
        sound = sorted((row for row in rows if run.record.is_sound(row.file)), key=lambda row: row.candidate)
        loaded_round = replace(_round(run, criteria, sources or {}, sound), decisions=decisions, assessors=assessors)
    findings, places = _located(run)
    rejected = tuple(file for file in files if not run.record.is_sound(file))
    return Loaded(loaded_round, findings, places, rejected, criteria is not None, scenarios)


def _located(run: Run) -> tuple[Findings, FilePlaces]:
    """Return the findings that were asked for, with their spans; a file that changed meanwhile is one more."""
    selection, found = run.selection, run.record.found
    if selection.asked:
        found = [finding for finding in found if finding.where.file in selection.asked]
    names = tuple(map(selection.folder.shown, sorted(selection.asked or run.digests)))
    places = FilePlaces(lambda file: _text(run, file), selection.folder.shown)
    findings = Findings.gather(found, places, len(names), names)
    if places.lost:
        changed = [Diagnostic(Code.CHANGED_FILE, Where(file)) for file in sorted(places.lost)]
        findings = Findings.gather([*found, *changed], places, len(names), names)
    return findings, places


def _text(run: Run, file: str) -> str | None:
    return text_as_read(run.selection.folder, file, run.digests.get(file, ""))


def _later_files(selection: Selection) -> Iterator[Diagnostic]:
    folder = selection.folder
    for file, word in later.FILES.items():
        if folder.has(file):
            yield Diagnostic(Code.UNREAD_WORD, Where(file), {"word": word, "version": __version__})


@dataclass(slots=True)
class _Rules:
    """What the criteria file and the sources ask of every dossier."""

    criteria: Criteria
    references: RoundReferences
    evidence: EvidenceRules
    texts: SavedTexts
    leaves: dict[str, LeafRule]

    def findings(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        """Yield what is wrong with a dossier, its figures apart."""
        yield from self.references.findings(file, dossier)
        yield from self.evidence.findings(file, dossier)
        yield from self.texts.source_findings(file, dossier.sources)
        yield from self.texts.quote_findings(file, dossier)
        yield from history_findings(file, dossier)
        yield from uncounted(file, dossier, self.criteria)

    def is_remark(self, path: KeyPath) -> bool:
        """Whether a key that begins with `x-` names nothing of the round."""
        if len(path) != 2 or not str(path[1]).startswith(EXTENSION):
            return False
        known = {"assessments": self.references.leaves, "fields": self.references.fields.names}.get(str(path[0]))
        return known is not None and path[1] not in known


def _rules(run: Run, criteria: Criteria | None, sources: dict[str, Source] | None, texts: SavedTexts) -> _Rules | None:
    if criteria is None:
        return None
    file = run.selection.criteria_file
    doubts = doubts_of(finding for finding in run.record.found if finding.where.file == file)
    paths = {criterion.id: path for path, criterion in walk(criteria.criteria)}
    scales = {}
    for path, criterion in walk(criteria.criteria):
        scale = criteria.scale_of(criterion) if criterion.is_leaf else None
        place = ("scales", criterion.scale) if isinstance(criterion.scale, str) else (*path, "scale")
        if scale is not None and not doubts.touches(place):
            scales[criterion.id] = scale
    tree = None if is_tree_doubtful(doubts) else paths
    return _Rules(
        criteria,
        RoundReferences(criteria, file, tree, sources, SOURCES_FILE, doubts),
        EvidenceRules(criteria, file, scales, sources, SOURCES_FILE, doubts),
        texts,
        leaf_rules(scales, refuses_unknown=criteria.missing_policy is Missing.REFUSE),
    )


def _read_dossiers(
    run: Run, rules: _Rules | None, files: Sequence[str], progress: Progress | None = None
) -> list[_Row]:
    run.record.note(colliding_names(files))
    is_remark = rules.is_remark if rules is not None else no_remark
    fields = rules.criteria.fields_read() if rules is not None else ()
    rows = []
    for file in files if progress is None else _told(files, progress):
        read = run.read(file, Candidate, CANDIDATE_FORMAT, is_remark)
        dossier = read.model
        if dossier is None:
            continue
        cells: dict[str, Assessed | None] = {}
        if rules is not None:
            run.check(file, read, rules.findings(file, dossier))
            run.check(file, read, _read_figures(file, dossier, rules, cells))
        facts = {name: dossier.fields.get(name) for name in fields}
        rows.append(_Row(file, dossier.id, dossier.title, cells, facts))
    named = {row.file: row.candidate for row in rows if not run.record.said(row.file).covers(("id",))}
    _check_names(run.record, named)
    return rows


def _told(files: Sequence[str], progress: Progress) -> Iterator[str]:
    for done, file in enumerate(files):
        progress(done, len(files))
        yield file


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


def _round(run: Run, criteria: Criteria, sources: dict[str, Source], rows: list[_Row]) -> Round:
    columns = {leaf.id: [row.cells.get(leaf.id) for row in rows] for leaf in criteria.leaves()}
    fields = {name: [row.fields[name] for row in rows] for name in criteria.fields_read()}
    files = {row.candidate: row.file for row in rows}

    def read_dossier(candidate: str) -> Candidate:
        file = files[candidate]
        document = read_document(run.selection.folder, file)
        if document.digest != run.digests[file]:
            places = FilePlaces(lambda _: None, run.selection.folder.shown)
            changed = Findings.gather([Diagnostic(Code.CHANGED_FILE, Where(file))], places, 1)
            raise Rejected(Loaded(None, changed, places, (file,), criteria_checked=True))
        return validate(file, document.value, Candidate, __version__).model or _gone(file)

    return Round(
        criteria=criteria,
        criteria_file=run.selection.criteria_file,
        table=AssessmentTable([row.candidate for row in rows], columns, fields),
        titles={row.candidate: row.title for row in rows},
        files=files,
        sources=sources,
        digest=_digest(run, [row.file for row in rows]),
        read_dossier=read_dossier,
    )


def _gone(file: str) -> Candidate:
    raise AssertionError(f"{file} was valid when it was read with the same digest")


def _digest(run: Run, dossiers: Sequence[str]) -> str:
    others = (file for file in run.digests if file in _BESIDE or file.startswith(f"{ASSESSORS_FOLDER}/"))
    used = [run.selection.criteria_file, *others, *dossiers]
    lines = "".join(f"{run.digests[file]} {file}\n" for file in sorted(used))
    return f"sha256:{sha256(lines.encode()).hexdigest()}"

"""The files beside the criteria and the dossiers: sources, what was decided, what assessors said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from stratsel.diagnostics.span import KeyPath
from stratsel.intake.checks.decision import decision_findings
from stratsel.intake.checks.evidence import EvidenceRules
from stratsel.intake.checks.opinions import assessor_findings
from stratsel.intake.checks.quotes import SavedTexts
from stratsel.intake.discover import DECISION_FILE, SOURCES_FILE, assessor_files
from stratsel.intake.run import Run
from stratsel.intake.validate import EXTENSION
from stratsel.model.assessor import FORMAT as ASSESSOR_FORMAT
from stratsel.model.assessor import Assessor
from stratsel.model.criteria import Criteria
from stratsel.model.decision import FORMAT as DECISION_FORMAT
from stratsel.model.decision import Decisions
from stratsel.model.source import FORMAT as SOURCES_FORMAT
from stratsel.model.source import Source, Sources


def read_sources(run: Run) -> tuple[dict[str, Source] | None, SavedTexts]:
    """Return the round's sources, with their saved texts.

    The sources are None where there is a file of them that cannot be relied on to name them all.
    """
    folder = run.selection.folder
    if not folder.has(SOURCES_FILE):
        return {}, SavedTexts(folder, {})
    read = run.read(SOURCES_FILE, Sources, SOURCES_FORMAT)
    if read.model is None:
        return None, SavedTexts(folder, {})
    texts = SavedTexts(folder, read.model.sources)
    run.check(SOURCES_FILE, read, texts.source_findings(SOURCES_FILE, read.model.sources))
    is_whole = not run.record.said(SOURCES_FILE).covers(("sources",))
    return dict(read.model.sources) if is_whole else None, texts


@dataclass(frozen=True, slots=True)
class Known:
    """What files beside the dossiers may refer to; None is not to be relied on."""

    criteria: Criteria | None
    candidates: Collection[str]
    sources: Mapping[str, Source] | None
    texts: SavedTexts
    evidence: EvidenceRules | None


def read_decisions(run: Run, known: Known) -> Decisions | None:
    """Return what people decided, or None where the round has no such file or it cannot be read."""
    if not run.selection.folder.has(DECISION_FILE):
        return None
    read = run.read(DECISION_FILE, Decisions, DECISION_FORMAT)
    if read.model is not None:
        findings = decision_findings(DECISION_FILE, read.model, known.criteria, known.candidates, known.sources)
        run.check(DECISION_FILE, read, findings)
    return read.model


def read_assessors(run: Run, known: Known) -> dict[str, Assessor]:
    """Return the assessors of the round by their ids, those whose file cannot be read left out."""

    def is_remark(path: KeyPath) -> bool:
        is_of_candidate = len(path) == 2 and path[0] == "opinions"
        return is_of_candidate and str(path[1]).startswith(EXTENSION) and path[1] not in known.candidates

    found = {}
    for file in assessor_files(run.selection):
        read = run.read(file, Assessor, ASSESSOR_FORMAT, is_remark)
        if read.model is None:
            continue
        run.check(file, read, assessor_findings(file, read.model, known.criteria, known.candidates, known.sources))
        run.check(file, read, known.texts.opinion_findings(file, read.model))
        if known.evidence is not None:
            run.check(file, read, known.evidence.opinion_findings(file, read.model))
        found[read.model.id] = read.model
    return found

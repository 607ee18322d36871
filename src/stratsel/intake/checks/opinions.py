"""What an assessor says of candidates: who speaks, of whom, and what bears it out."""

from collections.abc import Collection, Iterator, Mapping

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.decision import named_candidates, unknown_candidate, unknown_source
from stratsel.intake.checks.identity import own_name
from stratsel.intake.nearest import nearest
from stratsel.intake.validate import EXTENSION
from stratsel.model.assessor import Assessor, Opinion
from stratsel.model.criteria import Criteria
from stratsel.model.source import Source
from stratsel.terms import Opinion as Side
from stratsel.terms import Severity


def assessor_findings(
    file: str,
    assessor: Assessor,
    criteria: Criteria | None,
    candidates: Collection[str],
    sources: Mapping[str, Source] | None,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the file of an assessor.

    `candidates` are those of the round, rejected ones included. What is None is not to be relied on: nothing is held
    against it.
    """
    known = dict.fromkeys(candidates)
    yield from own_name(file, assessor.id)
    yield from _speaker(file, assessor, criteria)
    yield from named_candidates(file, ("recused",), assessor.recused, known)
    severity = Severity.ERROR if criteria is not None and criteria.is_frozen else None
    for candidate, opinion in assessor.opinions.items():
        if candidate.startswith(EXTENSION):
            continue
        path: KeyPath = ("opinions", candidate)
        yield from unknown_candidate(file, path, candidate, known, "key")
        if Side(opinion.opinion) is not Side.NONE and not (opinion.why or opinion.for_ or opinion.against):
            where = Where(file, path, "key")
            yield Diagnostic(Code.BARE_OPINION, where, {"candidate": candidate}, severity=severity)
        yield from _cited(file, path, opinion, sources)


def _speaker(file: str, assessor: Assessor, criteria: Criteria | None) -> Iterator[Diagnostic]:
    agency = assessor.agency
    if agency is None and assessor.name is None:
        yield Diagnostic(Code.NAMELESS_ASSESSOR, Where(file, ("id",)), {"assessor": assessor.id})
    if agency is not None and criteria is not None and agency not in criteria.agencies:
        near = nearest(agency, criteria.agencies)
        yield Diagnostic(Code.UNKNOWN_AGENCY, Where(file, ("agency",)), {"agency": agency}, near)


def _cited(file: str, path: KeyPath, opinion: Opinion, sources: Mapping[str, Source] | None) -> Iterator[Diagnostic]:
    for side, items in (("for", opinion.for_), ("against", opinion.against)):
        for at, item in enumerate(items):
            yield from unknown_source(file, (*path, side, at, "source"), item.source, sources)

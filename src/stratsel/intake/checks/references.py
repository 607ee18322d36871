"""What a dossier refers to: criteria, sources and fields of the round."""

from collections.abc import Iterator, Mapping

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.checks.evidence import citations
from stratsel.intake.checks.fields import FieldRules
from stratsel.intake.nearest import has_one_near, nearest
from stratsel.intake.record import MAX_FINDINGS, Said
from stratsel.intake.validate import EXTENSION
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.source import Source
from stratsel.terms import Missing, Severity

MIN_FOREIGN = 2


class RoundReferences:
    """What the dossiers of a round may refer to.

    `paths` are the places of the criteria in their file, or None where the tree is not to be relied on; `sources` are
    those of the round, or None where their file cannot be read; `doubts` is what is wrong with the criteria file.
    """

    def __init__(
        self,
        criteria: Criteria,
        criteria_file: str,
        paths: Mapping[str, KeyPath] | None,
        sources: Mapping[str, Source] | None,
        sources_file: str,
        doubts: Said | None = None,
    ) -> None:
        self.criteria_file = criteria_file
        self.paths = paths
        self.leaves = {leaf.id: None for leaf in criteria.leaves()}
        self.sources = sources
        self.sources_file = sources_file
        self.fields = FieldRules(criteria, doubts or Said())
        self._left_out = _left_out(criteria)
        self._below = _leaves_below(criteria)

    def findings(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        """Yield what a dossier names and the round does not have."""
        if self.paths is not None and dossier.assessments.keys() != self.leaves.keys():
            yield from self._criteria(file, dossier, self.paths)
        if self.sources is not None:
            yield from self._sources(file, dossier, self.sources)
        yield from self.fields.findings(file, dossier.fields)

    def misspelt(self, assessed: Mapping[str, object]) -> dict[str, str]:
        """Return by each unknown name under `assessments` the leaf that it probably means, as far as one is near."""
        unknown = [name for name in assessed if name not in self.leaves and not name.startswith(EXTENSION)]
        free = tuple(leaf for leaf in self.leaves if leaf not in assessed) if unknown else ()
        pairs = ((name, nearest(name, free)) for name in unknown[:MAX_FINDINGS])
        return {name: near for name, near in pairs if near is not None}

    def _criteria(self, file: str, dossier: Candidate, paths: Mapping[str, KeyPath]) -> Iterator[Diagnostic]:
        assessed = dossier.assessments
        unknown = [name for name in assessed if name not in self.leaves and not name.startswith(EXTENSION)]
        if len(unknown) == len(assessed) >= MIN_FOREIGN and not any(name in paths for name in unknown):
            facts: dict[str, Fact] = {"count": len(unknown), "criteria": self.criteria_file}
            yield Diagnostic(Code.FOREIGN_DOSSIER, Where(file, ("assessments",), "key"), facts)
            return
        meant = self.misspelt(assessed)
        spoken_of = set(meant.values())
        for name in unknown:
            where = Where(file, ("assessments", name), "key")
            if name in paths:
                spoken_of.update(self._below[name])
                yield Diagnostic(Code.ASSESSED_BRANCH, where, {"criterion": name})
                continue
            near = meant.get(name)
            related = (Where(self.criteria_file, (*paths[near], "id")),) if near else ()
            facts = {"criterion": name, "criteria": self.criteria_file}
            is_sure = near is not None and has_one_near(name, paths)
            yield Diagnostic(Code.UNKNOWN_CRITERION, where, facts, near, related, has_one_near=is_sure)
        for leaf in self.leaves:
            if leaf not in assessed and leaf not in spoken_of:
                code, severity = self._left_out
                yield Diagnostic(code, Where(file, ("assessments",), "key"), {"leaf": leaf}, severity=severity)

    def _sources(self, file: str, dossier: Candidate, common: Mapping[str, Source]) -> Iterator[Diagnostic]:
        own = dossier.sources
        for name in own:
            if name in common:
                related = (Where(self.sources_file, ("sources", name), "key"),)
                where = Where(file, ("sources", name), "key")
                yield Diagnostic(Code.REDEFINED_SOURCE, where, {"source": name}, related=related)
        for path, source in _cited_beyond(dossier, own, common):
            near = nearest(source, (*own, *common))
            yield Diagnostic(Code.UNKNOWN_SOURCE, Where(file, path), {"source": source}, near)


def _left_out(criteria: Criteria) -> tuple[Code, Severity | None]:
    """Return what it is to say nothing on a leaf, which is to say that it is unknown."""
    if criteria.missing_policy is Missing.REFUSE:
        return Code.UNKNOWN_REFUSED, None
    return Code.UNASSESSED_LEAF, Severity.ERROR if criteria.is_frozen else None


def _leaves_below(criteria: Criteria) -> dict[str, list[str]]:
    """Return for each branch the leaves that it is made up of."""
    below: dict[str, list[str]] = {}
    for criterion in reversed(list(criteria.nodes())):
        children = criterion.criteria
        below[criterion.id] = [leaf for child in children for leaf in below[child.id]] if children else [criterion.id]
    return below


def _cited_beyond(
    dossier: Candidate, own: Mapping[str, Source], common: Mapping[str, Source]
) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and id of every source that a dossier cites and that neither it nor the round has."""
    for path, item in citations("assessments", dossier.assessments):
        if item.source not in own and item.source not in common:
            yield (*path, "source"), item.source
    for at, entry in enumerate(dossier.history):
        if entry.source is not None and entry.source not in own and entry.source not in common:
            yield ("history", at, "source"), entry.source

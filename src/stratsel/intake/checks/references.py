"""What a dossier refers to: criteria, sources, fields and lists of the round."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.model.base import parse_partial_date
from stratsel.model.candidate import Assessment, Candidate
from stratsel.model.criteria import Criteria, FieldDefinition
from stratsel.model.source import Source
from stratsel.terms import UNKNOWN, FieldType, Severity, Shape

MIN_FOREIGN = 2


class RoundReferences:
    """What the dossiers of a round may refer to."""

    def __init__(self, criteria: Criteria, criteria_file: str, paths: Mapping[str, KeyPath],
                 sources: Mapping[str, Source], sources_file: str) -> None:  # fmt: skip
        self.criteria = criteria
        self.criteria_file = criteria_file
        self.paths = paths
        self.leaves = {leaf.id for leaf in criteria.leaves()}
        self.sources = sources
        self.sources_file = sources_file

    def findings(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        """Yield what a dossier names and the round does not have."""
        yield from self._criteria(file, dossier)
        yield from self._sources(file, dossier)
        for name, value in dossier.fields.items():
            yield from self._field(file, name, value)

    def _criteria(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        assessed = dossier.assessments
        unknown = [name for name in assessed if name not in self.leaves]
        if len(unknown) == len(assessed) >= MIN_FOREIGN and not any(name in self.paths for name in unknown):
            facts = {"count": len(unknown), "criteria": self.criteria_file}
            yield Diagnostic(Code.FOREIGN_DOSSIER, Where(file, ("assessments",), "key"), facts)
            return
        for name in unknown:
            where = Where(file, ("assessments", name), "key")
            if name in self.paths:
                yield Diagnostic(Code.ASSESSED_BRANCH, where, {"criterion": name})
                continue
            near = nearest(name, (leaf for leaf in self.leaves if leaf not in assessed))
            related = (Where(self.criteria_file, (*self.paths[near], "id")),) if near else ()
            facts = {"criterion": name, "criteria": self.criteria_file}
            yield Diagnostic(Code.UNKNOWN_CRITERION, where, facts, near, related)
        meant = {nearest(name, self.leaves) for name in unknown}
        severity = Severity.ERROR if self.criteria.is_frozen else None
        for leaf in self.criteria.leaves():
            if leaf.id not in assessed and leaf.id not in meant:
                where = Where(file, ("assessments",), "key")
                yield Diagnostic(Code.UNASSESSED_LEAF, where, {"leaf": leaf.id}, severity=severity)

    def _sources(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        own, common = dossier.sources, self.sources
        for name in own:
            if name in common:
                related = (Where(self.sources_file, ("sources", name), "key"),)
                where = Where(file, ("sources", name), "key")
                yield Diagnostic(Code.REDEFINED_SOURCE, where, {"source": name}, related=related)
        for path, source in _cited(dossier):
            if source not in own and source not in common:
                near = nearest(source, (*own, *common))
                yield Diagnostic(Code.UNKNOWN_SOURCE, Where(file, path), {"source": source}, near)

    def _field(self, file: str, name: str, value: Any) -> Iterator[Diagnostic]:
        definition = self.criteria.fields.get(name)
        path: KeyPath = ("fields", name)
        if definition is None:
            near = nearest(name, self.criteria.fields)
            yield Diagnostic(Code.UNKNOWN_FIELD, Where(file, path, "key"), {"field": name}, near)
        elif value != UNKNOWN:
            yield from self._field_value(file, path, definition, value)

    def _field_value(
        self, file: str, path: KeyPath, definition: FieldDefinition, value: Any
    ) -> Iterator[Diagnostic]:
        where = Where(file, path)
        if definition.field_type is FieldType.OPTION:
            if value not in definition.options:
                near = nearest(str(value), definition.options)
                facts = {"found": str(value), "options": ", ".join(definition.options)}
                yield Diagnostic(Code.UNKNOWN_OPTION, where, facts, near)
        elif definition.field_type is FieldType.ENTRY:
            entries = self.criteria.lists[definition.list].entries if definition.list in self.criteria.lists else None
            if entries is not None and value not in entries:
                facts = {"entry": str(value), "list": str(definition.list)}
                yield Diagnostic(Code.UNKNOWN_ENTRY, where, facts, nearest(str(value), entries))
        else:
            expected = _EXPECTED[definition.field_type]
            if not _IS_OF_TYPE[definition.field_type](value):
                facts_of_type = {"field": str(path[-1]), "expected": expected, "found": str(value)}
                yield Diagnostic(Code.WRONG_FIELD_TYPE, where, facts_of_type)


def _cited(dossier: Candidate) -> Iterator[tuple[KeyPath, str]]:
    """Yield the path and id of every source that a dossier cites."""
    for leaf, assessment in dossier.assessments.items():
        if isinstance(assessment, Assessment):
            for at, item in enumerate(assessment.for_):
                yield ("assessments", leaf, "for", at, "source"), item.source
            for at, item in enumerate(assessment.against):
                yield ("assessments", leaf, "against", at, "source"), item.source
    for at, entry in enumerate(dossier.history):
        if entry.source is not None:
            yield ("history", at, "source"), entry.source


def _is_date(value: Any) -> bool:
    try:
        parse_partial_date(value)
    except PydanticCustomError:
        return False
    return True


_EXPECTED = {
    FieldType.TEXT: Shape.TEXT_OR_LANGUAGES,
    FieldType.NUMBER: Shape.NUMBER,
    FieldType.DATE: Shape.DATE,
}
_IS_OF_TYPE = {
    FieldType.TEXT: lambda value: isinstance(value, str | dict),
    FieldType.NUMBER: lambda value: not isinstance(value, str | dict),
    FieldType.DATE: _is_date,
}

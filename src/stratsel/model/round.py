"""A whole round as it came through intake: rules, figures, and the way to its dossiers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stratsel.model.assessments import AssessmentTable
from stratsel.model.assessor import Assessor
from stratsel.model.base import Text
from stratsel.model.candidate import Candidate
from stratsel.model.criteria import Criteria
from stratsel.model.decision import Decisions
from stratsel.model.source import Source


@dataclass(frozen=True, slots=True)
class Round:
    """Everything a ranking needs. A dossier is read in full only when someone asks for it."""

    criteria: Criteria
    criteria_file: str
    table: AssessmentTable
    titles: Mapping[str, Text]
    files: Mapping[str, str]
    sources: Mapping[str, Source]
    digest: str
    read_dossier: Callable[[str], Candidate]
    decisions: Decisions | None = None
    assessors: Mapping[str, Assessor] = field(default_factory=dict)

    def dossier(self, candidate: str) -> Candidate:
        """Return a candidate's whole dossier, read from its file."""
        return self.read_dossier(candidate)

    def name_of(self, agency: Text) -> Text:
        """Return the name of an agency of the round; a text that is no agency's id is returned as it is."""
        named = self.criteria.agencies.get(agency) if isinstance(agency, str) else None
        return agency if named is None else named.name

    def source(self, dossier: Candidate, source: str) -> Source:
        """Return a source that a dossier cites: its own, or one of the round's."""
        return dossier.sources.get(source) or self.sources[source]

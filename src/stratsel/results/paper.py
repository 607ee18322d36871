"""Everything that the paper for the meeting is made of: a ranking, what it rests on, and how it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratsel.diagnostics.span import Places
from stratsel.model.assessor import Assessor
from stratsel.model.base import Text, by_language
from stratsel.model.candidate import Assessment
from stratsel.model.round import Round
from stratsel.model.texts import texts_of
from stratsel.results.methods import OtherMethods
from stratsel.results.place import FilePlace, Finder
from stratsel.results.ranking import Ranking
from stratsel.results.reasons import CitedEvidence, evidence_of
from stratsel.results.robustness.study import Robustness
from stratsel.results.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """What one assessor said of one candidate, `for`, `against` or `none`, with the line that bears it out.

    `quotes` are the words of all evidence that is given, for before against.
    """

    assessor: str
    name: Text
    candidate: str
    opinion: str
    why: Text | None
    quotes: tuple[str, ...]
    place: FilePlace


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source that dossiers of the round cite; `cited_by` are candidates. `date` is None where it is unknown."""

    source: str
    title: Text
    publisher: Text
    date: str | None
    grade: str
    url: str | None
    cited_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleFacts:
    """How a leaf is measured: its kind, its question if there is one, and why it is asked."""

    kind: str
    question: Text | None
    rationale: Text | None


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper. `methods` is None where they cannot be compared or the library is not installed.

    `scales` are by leaf, `evidence` by candidate: first those in the order, best first, then the others. `what_if` is
    None where the order hangs on more than weighted sums. `plain` are the texts of the criteria file that do not say
    which language they are in: that of the file.
    """

    ranking: Ranking
    robustness: Robustness
    methods: OtherMethods | None
    what_if: WhatIf | None
    scales: Mapping[str, ScaleFacts]
    evidence: Mapping[str, tuple[CitedEvidence, ...]]
    opinions: tuple[OpinionFacts, ...]
    sources: tuple[SourceFacts, ...]
    plain: frozenset[str] = frozenset()


def paper_of(
    round_: Round,
    places: Places,
    ranking: Ranking,
    robustness: Robustness,
    methods: OtherMethods | None,
    payload: WhatIf | None,
) -> Paper:
    """Join a ranking and its studies with what the files say of scales, opinions and sources.

    Raises:
        Rejected: a file changed since the round was read.
    """
    scales = {
        leaf.id: ScaleFacts(scale.kind, leaf.question, leaf.rationale)
        for leaf in round_.criteria.leaves()
        if (scale := round_.criteria.scale_of(leaf)) is not None
    }
    leaves = [leaf.id for leaf in round_.criteria.leaves()]
    evidence = {candidate: evidence_of(round_, candidate, leaves, places) for candidate in ranking.by_id}
    opinions = tuple(
        each for name, assessor in round_.assessors.items() for each in _opinions(round_, places, name, assessor)
    )
    criteria = round_.criteria
    texts = (*(text for _, text in texts_of(criteria)), criteria.weighting.by, criteria.decision.owner)
    plain = frozenset(text for text in texts if isinstance(text, str))
    return Paper(ranking, robustness, methods, payload, scales, evidence, opinions, tuple(_sources(round_)), plain)


def _opinions(round_: Round, places: Places, assessor: str, said: Assessor) -> Iterator[OpinionFacts]:
    find = Finder(f"panel/{assessor}.yaml", places)
    name = round_.name_of(said.agency) if said.agency is not None else said.name or assessor
    for candidate, opinion in said.opinions.items():
        why = None if opinion.why is None else by_language(opinion.why, said.lang)
        quotes = tuple(item.quote for item in (*opinion.for_, *opinion.against))
        place = find.at(("opinions", candidate), "key")
        yield OpinionFacts(assessor, name, candidate, opinion.opinion, why, quotes, place)


def _sources(round_: Round) -> Iterator[SourceFacts]:
    """Yield the sources that are cited, by publisher and date."""
    found: dict[str, SourceFacts] = {}
    for candidate in round_.table.candidates:
        dossier = round_.dossier(candidate)
        cited = {
            item.source
            for said in dossier.assessments.values()
            if isinstance(said, Assessment)
            for item in (*said.for_, *said.against)
        }
        for source in sorted(cited):
            given = round_.source(dossier, source)
            key = source if source in round_.sources else f"{candidate}:{source}"
            by = (*found[key].cited_by, candidate) if key in found else (candidate,)
            found[key] = SourceFacts(key, given.title, given.publisher, given.dated, given.grade, given.url, by)
    yield from sorted(found.values(), key=lambda each: (each.date or "", each.source), reverse=True)

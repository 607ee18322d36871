"""Why a candidate stands where it stands, as facts: each with its criterion, its points and its place in a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratsel.diagnostics.span import Places
from stratsel.model.base import Text, by_language
from stratsel.model.candidate import Assessment, Candidate, Evidence
from stratsel.model.round import Round
from stratsel.results.crossing import Crossing
from stratsel.results.leaf import LeafStanding
from stratsel.results.place import FilePlace, Finder
from stratsel.terms import Stance

MAX_STRENGTHS = 3


@dataclass(frozen=True, slots=True)
class CitedEvidence:
    """A quotation for or against a candidate, with who printed it and where the dossier has it."""

    leaf: str
    stance: Stance
    quote: str
    source: str
    publisher: Text
    date: str | None
    grade: str
    note: Text | None
    answer: Text | None
    place: FilePlace


@dataclass(frozen=True, slots=True)
class LeafReason:
    """What one leaf brings or costs; `place` is where the dossier says so, its list of assessments if it is silent."""

    standing: LeafStanding
    place: FilePlace


@dataclass(frozen=True, slots=True)
class Reasons:
    """A candidate's justification as facts.

    `strengths` are the leaves that bring most, largest first; `weakest` the one that costs most; `unknown` those of
    which the dossier knows nothing; `crossings` what would carry it, or a rival, over a line of the shortlist. `places`
    says where dossiers assess what those two name, by candidate and leaf.
    """

    strengths: tuple[LeafReason, ...]
    weakest: LeafReason | None
    evidence: tuple[CitedEvidence, ...]
    unknown: tuple[LeafStanding, ...]
    crossings: tuple[Crossing, ...]
    places: Mapping[tuple[str, str], FilePlace]


def reasons_for(
    round_: Round, candidate: str, leaves: Sequence[LeafStanding], crossings: Sequence[Crossing], places: Places
) -> Reasons:
    """Gather a candidate's reasons; `leaves` are its standings in tree order.

    Raises:
        Rejected: the dossier changed since the round was read.
    """
    dossier = round_.dossier(candidate)
    find = Finder(round_.files[candidate], places)
    strong = sorted((leaf for leaf in leaves if leaf.points > 0), key=lambda leaf: -leaf.points)[:MAX_STRENGTHS]
    weak = max(leaves, key=lambda leaf: leaf.weight - leaf.points, default=None)
    unknown = tuple(leaf for leaf in leaves if leaf.is_unknown)
    named = list(_named(candidate, unknown, crossings))
    movers = {mover for mover, _ in named} - {candidate}
    dossiers = {candidate: dossier, **{mover: round_.dossier(mover) for mover in sorted(movers)}}
    return Reasons(
        strengths=tuple(LeafReason(leaf, assessed_at(find, dossier, leaf.leaf)) for leaf in strong),
        weakest=None if weak is None or weak.points >= weak.weight else _weakest(weak, dossier, find),
        evidence=tuple(_evidence(round_, dossier, [leaf.leaf for leaf in leaves], find)),
        unknown=unknown,
        crossings=tuple(crossings),
        places={
            (mover, leaf): assessed_at(Finder(round_.files[mover], places), dossiers[mover], leaf)
            for mover, leaf in named
        },
    )


def _named(candidate: str, unknown: Sequence[LeafStanding], crossings: Sequence[Crossing]) -> Iterator[tuple[str, str]]:
    """Yield whose assessment of which leaf is named by what is unknown and by the ways over a line."""
    yield from ((candidate, each.leaf) for each in unknown)
    for crossing in crossings:
        yield from ((crossing.mover, step.leaf) for step in crossing.steps)
        if crossing.largest is not None:
            yield crossing.mover, crossing.largest.leaf


def _weakest(leaf: LeafStanding, dossier: Candidate, find: Finder) -> LeafReason:
    return LeafReason(leaf, assessed_at(find, dossier, leaf.leaf))


def assessed_at(find: Finder, dossier: Candidate, leaf: str) -> FilePlace:
    """Return where a dossier assesses a leaf; where it does not, its list of assessments."""
    return find.at(("assessments", leaf) if leaf in dossier.assessments else ("assessments",), "key")


def evidence_of(round_: Round, candidate: str, leaves: Sequence[str], places: Places) -> tuple[CitedEvidence, ...]:
    """Return all evidence that a dossier gives for and against its judgements, leaf by leaf.

    Raises:
        Rejected: the dossier changed since the round was read.
    """
    find = Finder(round_.files[candidate], places)
    return tuple(_evidence(round_, round_.dossier(candidate), leaves, find))


def _evidence(round_: Round, dossier: Candidate, leaves: Sequence[str], find: Finder) -> Iterator[CitedEvidence]:
    for leaf in leaves:
        assessment = dossier.assessments.get(leaf)
        if not isinstance(assessment, Assessment):
            continue
        for stance, items in ((Stance.FOR, assessment.for_), (Stance.AGAINST, assessment.against)):
            for at, item in enumerate(items):
                place = find.at(("assessments", leaf, stance.value, at, "quote"))
                yield _cited(round_, dossier, leaf, stance, item, place)


def _cited(
    round_: Round, dossier: Candidate, leaf: str, stance: Stance, item: Evidence, place: FilePlace
) -> CitedEvidence:
    source = round_.source(dossier, item.source)
    note, answer = (text and by_language(text, dossier.lang) for text in (item.note, item.answer))
    return CitedEvidence(
        leaf, stance, item.quote, item.source, source.publisher, source.dated, source.grade, note, answer, place
    )

"""The decisions of people: whom they name, in which order, and which screens they set aside."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Part, Where
from stratsel.intake.checks.chronology import out_of_order
from stratsel.intake.nearest import nearest
from stratsel.intake.validate import EXTENSION
from stratsel.model.base import parse_partial_date
from stratsel.model.criteria import Criteria
from stratsel.model.decision import DatedDecision, Decisions, Waiver
from stratsel.model.source import Source
from stratsel.terms import Severity


def decision_findings(
    file: str,
    decisions: Decisions,
    criteria: Criteria | None,
    candidates: Collection[str],
    sources: Mapping[str, Source] | None,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a decision file.

    `candidates` are those of the round, rejected ones included. What is None is not to be relied on: nothing is held
    against it.
    """
    check = _Check(file, criteria, dict.fromkeys(candidates), sources)
    dates = [parse_partial_date(decision.date) for decision in decisions.decisions]
    yield from out_of_order(file, "decisions", dates, Severity.ERROR)
    for at, decision in enumerate(decisions.decisions):
        yield from check.decision(("decisions", at), decision)
    yield from check.waivers(decisions.waivers)


def unknown_candidate(
    file: str, path: KeyPath, candidate: str, candidates: Collection[str], part: Part = "value"
) -> Iterator[Diagnostic]:
    """Yield the finding that a file names a candidate that the round does not have."""
    if candidate not in candidates:
        near = nearest(candidate, candidates)
        yield Diagnostic(Code.UNKNOWN_CANDIDATE, Where(file, path, part), {"candidate": candidate}, near)


def named_candidates(
    file: str, path: KeyPath, named: Sequence[str], candidates: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a list of candidates: who is none of the round, and who stands there twice."""
    first: dict[str, int] = {}
    for at, candidate in enumerate(named):
        if candidate in first:
            related = (Where(file, (*path, first[candidate])),)
            yield Diagnostic(Code.REPEATED_NAME, Where(file, (*path, at)), {"name": candidate}, related=related)
            continue
        first[candidate] = at
        yield from unknown_candidate(file, (*path, at), candidate, candidates)


def unknown_source(
    file: str, path: KeyPath, source: str | None, sources: Mapping[str, Source] | None
) -> Iterator[Diagnostic]:
    """Yield the finding that a file cites a source that the round does not have."""
    if source is not None and sources is not None and source not in sources:
        yield Diagnostic(Code.UNKNOWN_SOURCE, Where(file, path), {"source": source}, nearest(source, sources))


class _Check:
    """One decision file and what it may name."""

    def __init__(
        self,
        file: str,
        criteria: Criteria | None,
        candidates: Mapping[str, object],
        sources: Mapping[str, Source] | None,
    ) -> None:
        self.file = file
        self.candidates = candidates
        self.sources = sources
        self.day = criteria.decision.reference_date if criteria is not None else None
        self.tiers = _places(tier.id for tier in criteria.shortlist.tiers) if criteria is not None else None
        self.screens = _places(screen.id for screen in criteria.screens) if criteria is not None else None

    def decision(self, path: KeyPath, decision: DatedDecision) -> Iterator[Diagnostic]:
        """Yield what is wrong with one decision."""
        yield from unknown_source(self.file, (*path, "source"), decision.source, self.sources)
        for tier, named in decision.tiers.items():
            if not tier.startswith(EXTENSION):
                yield from self._unknown_tier((*path, "tiers", tier), tier)
                yield from named_candidates(self.file, (*path, "tiers", tier), named, self.candidates)
        for candidate in decision.departures:
            if not candidate.startswith(EXTENSION):
                here = (*path, "departures", candidate)
                yield from unknown_candidate(self.file, here, candidate, self.candidates, "key")
        yield from self._not_cumulative((*path, "tiers"), decision)

    def waivers(self, waivers: Sequence[Waiver]) -> Iterator[Diagnostic]:
        """Yield what is wrong with the waivers."""
        first: dict[tuple[str, str], KeyPath] = {}
        for at, waiver in enumerate(waivers):
            path: KeyPath = ("waivers", at)
            yield from unknown_candidate(self.file, (*path, "candidate"), waiver.candidate, self.candidates)
            yield from self._unknown_screen((*path, "screen"), waiver.screen)
            expired = self._expired((*path, "until"), waiver)
            if expired is not None:
                yield expired
                continue
            same = (waiver.candidate, waiver.screen)
            if same in first:
                related = (Where(self.file, first[same]),)
                where = Where(self.file, (*path, "screen"))
                yield Diagnostic(Code.REPEATED_NAME, where, {"name": waiver.screen}, related=related)
            first.setdefault(same, (*path, "screen"))

    def _unknown_tier(self, path: KeyPath, name: str) -> Iterator[Diagnostic]:
        if self.tiers is not None and name not in self.tiers:
            near = nearest(name, self.tiers)
            yield Diagnostic(Code.UNKNOWN_TIER, Where(self.file, path, "key"), {"tier": name}, near)

    def _unknown_screen(self, path: KeyPath, name: str) -> Iterator[Diagnostic]:
        if self.screens is not None and name not in self.screens:
            near = nearest(name, self.screens)
            yield Diagnostic(Code.UNKNOWN_SCREEN, Where(self.file, path), {"screen": name}, near)

    def _expired(self, path: KeyPath, waiver: Waiver) -> Diagnostic | None:
        if self.day is None or waiver.until >= self.day:
            return None
        facts: dict[str, Fact] = {"until": str(waiver.until), "date": str(self.day)}
        return Diagnostic(Code.EXPIRED_WAIVER, Where(self.file, path), facts)

    def _not_cumulative(self, path: KeyPath, decision: DatedDecision) -> Iterator[Diagnostic]:
        """Yield who is in a tier and not in the next one named, which holds it; an unknown name there may be theirs."""
        order = self.tiers or {}
        for upper, lower in pairwise(sorted(order.keys() & decision.tiers.keys(), key=order.__getitem__)):
            held = set(decision.tiers[lower])
            if held - self.candidates.keys():
                continue
            for at, candidate in enumerate(decision.tiers[upper]):
                if candidate in self.candidates and candidate not in held:
                    facts: dict[str, Fact] = {"candidate": candidate, "tier": upper, "below": lower}
                    related = (Where(self.file, (*path, lower), "key"),)
                    where = Where(self.file, (*path, upper, at))
                    yield Diagnostic(Code.TIERS_NOT_CUMULATIVE, where, facts, related=related)


def _places(names: Iterable[str]) -> dict[str, int]:
    """Return the place of each name, from 0; of one that stands twice, the first."""
    places: dict[str, int] = {}
    for name in names:
        places.setdefault(name, len(places))
    return places

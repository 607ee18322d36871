"""What stands behind a dossier's judgements: reasons, evidence on both sides, and nothing known only afterwards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from stratsel.diagnostics.codes import Code
from stratsel.diagnostics.diagnostic import Diagnostic, Fact
from stratsel.diagnostics.span import KeyPath, Where
from stratsel.intake.nearest import nearest
from stratsel.intake.record import Said
from stratsel.intake.validate import EXTENSION
from stratsel.model.assessments import Figure
from stratsel.model.assessor import Assessor, Opinion
from stratsel.model.base import PartialDate
from stratsel.model.candidate import Assessment, Candidate, Evidence
from stratsel.model.criteria import Criteria, Criterion
from stratsel.model.scale import AnyScale, Checklist, Choice, Rubric
from stratsel.model.source import Source
from stratsel.model.texts import walk
from stratsel.model.threshold import ANY, threshold_of
from stratsel.terms import UNKNOWN, Severity

Cited = tuple[KeyPath, Evidence]


def citations(within: str, entries: Mapping[str, object]) -> list[Cited]:
    """Return every item of evidence under the assessments or opinions that stand at the key `within`, with its path."""
    found: list[Cited] = []
    for name, entry in entries.items():
        if type(entry) is Assessment or type(entry) is Opinion:
            if entry.for_:
                found += [((within, name, "for", at), item) for at, item in enumerate(entry.for_)]
            if entry.against:
                found += [((within, name, "against", at), item) for at, item in enumerate(entry.against)]
    return found


def folded(text: str) -> str:
    """Return a text with each run of white space, line ends included, as one space, and none at its ends."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())


class EvidenceRules:
    """What a round asks to stand behind every judgement.

    `scales` are those of the leaves that are not in doubt; `sources` are those of the round, or None where their file
    cannot be relied on; `doubts` is what is wrong with the criteria file.
    """

    def __init__(
        self,
        criteria: Criteria,
        criteria_file: str,
        scales: Mapping[str, AnyScale],
        sources: Mapping[str, Source] | None,
        sources_file: str,
        doubts: Said | None = None,
    ) -> None:
        self._scales = scales
        self._leaves = {leaf.id: None for leaf in criteria.leaves()}
        self._is_frozen = criteria.is_frozen
        self._severity = Severity.ERROR if criteria.is_frozen else None
        self._until = criteria.decision.evidence_until
        self._late = dict.fromkeys(_after(self._until, sources or {}), sources_file)
        self._demands = {
            criterion.id: demand
            for path, criterion in walk(criteria.criteria)
            for demand in _demands(criterion, scales, (*path, "evidence_required_from"), criteria_file, doubts)
        }

    def findings(self, file: str, dossier: Candidate) -> Iterator[Diagnostic]:
        """Yield what the judgements of a dossier lack, and the evidence that cannot bear them."""
        assessments: Mapping[str, object] = dossier.assessments
        if not assessments.keys() <= self._leaves.keys():
            assessments = {leaf: assessments[leaf] for leaf in assessments if not self._is_remark(leaf)}
        for leaf, written in assessments.items():
            if written.__class__ is not Assessment:
                if written != UNKNOWN:
                    yield from self._of_short_form(file, leaf, written)
            elif written.against or written.why is None or leaf in self._demands:
                yield from self._of_assessment(file, leaf, written)
        cited = citations("assessments", assessments)
        yield from self._shared(file, cited)
        if self._until is not None:
            yield from self._hindsight(file, cited, dossier.sources)

    def opinion_findings(self, file: str, assessor: Assessor) -> Iterator[Diagnostic]:
        """Yield the evidence under an assessor's opinions that is later than the evidence that counts."""
        yield from self._hindsight(file, citations("opinions", assessor.opinions), {})

    def _of_short_form(self, file: str, leaf: str, figure: object) -> Iterator[Diagnostic]:
        meant = self._meant(leaf)
        if meant is not None and _is_figure(figure, self._scales.get(meant)):
            yield self._lacking(Code.MISSING_REASON, file, leaf)

    def _of_assessment(self, file: str, leaf: str, written: Assessment) -> Iterator[Diagnostic]:
        meant = self._meant(leaf)
        if meant is None:
            return
        if written.against:
            if self._is_frozen:
                yield from _unanswered(file, leaf, written.against)
            if written.for_ and written.why is None:
                yield self._lacking(Code.UNWEIGHED_EVIDENCE, file, leaf)
        if written.for_ or not _is_judgement(written, self._scales.get(meant)):
            return
        demand = self._demands.get(meant)
        if demand is not None and demand.is_reached_by(written):
            yield self._lacking(Code.EVIDENCE_REQUIRED, file, leaf, demand.where)
        elif written.why is None and not written.against:
            yield self._lacking(Code.MISSING_REASON, file, leaf)

    def _is_remark(self, name: str) -> bool:
        return name.startswith(EXTENSION) and name not in self._leaves

    def _meant(self, name: str) -> str | None:
        """Return the leaf that a name stands for, or is a slip of the pen for."""
        return name if name in self._leaves else nearest(name, self._leaves)

    def _lacking(self, code: Code, file: str, leaf: str, *related: Where) -> Diagnostic:
        where = Where(file, ("assessments", leaf), "key")
        return Diagnostic(code, where, {"leaf": leaf}, related=related, severity=self._severity)

    def _shared(self, file: str, cited: Iterable[Cited]) -> Iterator[Diagnostic]:
        """Yield each quote that is counted on another leaf already and does not say why it is counted again."""
        first: dict[tuple[str, str], KeyPath] = {}
        for path, item in cited:
            if item.shared is not None:
                continue
            counted = first.setdefault((item.source, folded(item.quote)), path)
            if counted[1] != path[1]:
                facts: dict[str, Fact] = {"source": item.source, "leaf": str(counted[1])}
                where, related = Where(file, (*path, "quote")), (Where(file, (*counted, "quote")),)
                yield Diagnostic(Code.SHARED_QUOTE, where, facts, related=related, severity=self._severity)

    def _hindsight(self, file: str, cited: Iterable[Cited], own: Mapping[str, Source]) -> Iterator[Diagnostic]:
        late = {**self._late, **dict.fromkeys(_after(self._until, own), file)}
        if not late:
            return
        for path, item in cited:
            if item.source in late:
                facts: dict[str, Fact] = {"source": item.source, "until": str(self._until)}
                related = (Where(late[item.source], ("sources", item.source, "date")),)
                yield Diagnostic(Code.HINDSIGHT, Where(file, (*path, "source")), facts, related=related)


@dataclass(frozen=True, slots=True)
class _Demand:
    """From which judgement on a leaf needs evidence for it; `least` is None where every judgement does."""

    where: Where
    scale: AnyScale | None
    least: Figure | None

    def is_reached_by(self, written: Assessment) -> bool:
        """Whether a judgement is, or may be, at least as good."""
        if self.scale is None or self.least is None:
            return True
        if isinstance(self.scale, Checklist):
            assert isinstance(self.least, tuple)
            return {*(written.met or ()), *(written.unknown or ())}.issuperset(self.least)
        given = written.figures()
        if [key for key, _ in given] != [self.scale.value_key]:
            return False
        return self._is_reached(given[0][1], self.scale, self.least)

    def _is_reached(self, figure: object, scale: AnyScale, least: Figure) -> bool:
        course = scale.course()
        ends = [scale.performance(end) for end in _ends(figure) if _is_on(scale, end)]
        if course[0][1] <= course[-1][1]:
            return any(end >= scale.performance(least) for end in ends)
        return any(end <= scale.performance(least) for end in ends)


def _demands(
    leaf: Criterion, scales: Mapping[str, AnyScale], path: KeyPath, file: str, doubts: Said | None
) -> Iterator[_Demand]:
    """Yield what a leaf demands, if it does and what it says can be relied on."""
    written, scale, where = leaf.evidence_required_from, scales.get(leaf.id), Where(file, path)
    if written is None or (doubts is not None and doubts.touches(path)):
        return
    if written == ANY:
        yield _Demand(where, None, None)
    elif scale is not None:
        least = threshold_of(scale, written)
        if least is not None:
            yield _Demand(where, scale, least)


def _unanswered(file: str, leaf: str, against: Iterable[Evidence]) -> Iterator[Diagnostic]:
    for at, item in enumerate(against):
        if item.answer is None:
            where = Where(file, ("assessments", leaf, "against", at), "key")
            yield Diagnostic(Code.MISSING_ANSWER, where, {"leaf": leaf})


def _after(until: date | None, sources: Mapping[str, Source]) -> list[str]:
    """Return the ids of the sources that are certainly later than a day: those whose first possible day is."""
    if until is None:
        return []
    return [
        name for name, source in sources.items() if isinstance(source.date, PartialDate) and source.date.first > until
    ]


def _is_judgement(written: Assessment, scale: AnyScale | None) -> bool:
    """Whether an assessment says anything: one without a figure, or with an unknown one, does not."""
    if isinstance(scale, Checklist) and written.unknown is not None:
        return not scale.items.keys() <= set(written.unknown)
    return any(_is_figure(figure, scale) for _, figure in written.figures())


def _is_figure(figure: object, scale: AnyScale | None) -> bool:
    """Whether something stands for a figure: a word that names none on the scale does not, and `unknown` never does."""
    if isinstance(figure, list):
        return all(_is_figure(end, scale) for end in figure)
    return not isinstance(figure, str) or (scale is not None and threshold_of(scale, figure) is not None)


def _ends(figure: object) -> list[Any]:
    """Return the figures between which a judgement lies."""
    if isinstance(figure, list):
        return [end for each in figure for end in _ends(each)]
    return [figure.first, figure.last] if isinstance(figure, PartialDate) else [figure]


def _is_on(scale: AnyScale, figure: Any) -> bool:
    """Whether a figure is one of the scale's; one that is not has a finding of its own."""
    if isinstance(scale, Rubric):
        return isinstance(figure, int | Decimal) and scale.has(figure)
    return not isinstance(scale, Choice) or figure in scale.options

"""What the screens say of a candidate, and which facts of its dossier decide it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratsel.diagnostics.span import KeyPath
from stratsel.engine.evaluate import Evaluation, Floats
from stratsel.engine.problem import Outcomes, Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.screening import Verdict, verdicts
from stratsel.model.assessments import Fact
from stratsel.model.base import Text
from stratsel.model.decision import Waiver
from stratsel.model.round import Round
from stratsel.model.screen import Requirement
from stratsel.results.departures import named_in, written_in
from stratsel.results.leaf import HUNDRED, WrittenFigure, written_ends
from stratsel.results.place import FilePlace, Finder
from stratsel.terms import UNKNOWN, Consequence, Outcome


@dataclass(frozen=True, slots=True)
class FieldCause:
    """A field that decides a screen, with what the dossier gives for it; None is unknown or left out.

    `meaning` is the title of what is given, where that is an entry of a list.
    """

    field: str
    question: Text
    given: Fact | None
    place: FilePlace | None
    meaning: Text | None = None

    @property
    def about(self) -> str:
        """The id of what decides."""
        return self.field


@dataclass(frozen=True, slots=True)
class LeafCause:
    """A leaf whose assessment decides a screen; `low` and `high` are its ends, None where it is unknown."""

    criterion: str
    title: Text
    low: WrittenFigure | None
    high: WrittenFigure | None
    place: FilePlace | None

    @property
    def about(self) -> str:
        """The id of what decides."""
        return self.criterion


@dataclass(frozen=True, slots=True)
class ValueCause:
    """A criterion whose value decides a screen: the file asks for `wanted` points or more, 0 to 100.

    `low` and `high` are its points with everything open at its worst and at its best.
    """

    criterion: str
    title: Text
    wanted: float
    low: float
    high: float
    place: FilePlace | None

    @property
    def about(self) -> str:
        """The id of what decides."""
        return self.criterion


Cause = FieldCause | LeafCause | ValueCause


@dataclass(frozen=True, slots=True)
class WaiverFacts:
    """Who set a screen aside for a candidate, why, and up to which day."""

    by: Text
    why: Text
    until: str


@dataclass(frozen=True, slots=True)
class ScreenVerdict:
    """A screen that a candidate does not plainly meet, what follows, and the facts that decide it."""

    screen: str
    title: Text
    outcome: Outcome
    consequence: Consequence
    waiver: WaiverFacts | None
    causes: tuple[Cause, ...]

    @property
    def excludes(self) -> bool:
        """Whether it keeps the candidate out of the order."""
        return self.waiver is None and self.consequence is Consequence.EXCLUDE


def verdicts_of(
    round_: Round, problem: Problem, evaluation: Evaluation, row: int, find: Finder | None
) -> tuple[ScreenVerdict, ...]:
    """Return the screens that exclude or flag an alternative or were waived for it, in the order of the file.

    `find` gives the lines of its dossier; without it, causes have none.
    """
    return tuple(
        _Judge(round_, problem, evaluation, row, find).verdict(at, verdict)
        for at, verdict in enumerate(verdicts(problem, row))
        if verdict.is_waived or verdict.consequence is not Consequence.ADMIT
    )


class _Judge:
    """Finds what decides the screens of one alternative."""

    def __init__(self, round_: Round, problem: Problem, evaluation: Evaluation, row: int, find: Finder | None) -> None:
        self.round = round_
        self.problem = problem
        self.evaluation = evaluation
        self.row = row
        self.find = find
        self.titles = {criterion.id: criterion.title for criterion in round_.criteria.nodes()}

    def verdict(self, at: int, verdict: Verdict) -> ScreenVerdict:
        screen = self.round.criteria.screens[at]
        parts = self.problem.screens[at].parts
        once = {(type(cause), cause.about): cause for cause in self._causes(screen.require, (), parts)}
        causes = tuple(once.values())
        waiver = self._waiver(screen.id) if verdict.is_waived else None
        return ScreenVerdict(screen.id, screen.title, verdict.outcome, verdict.consequence, waiver, causes)

    def _waiver(self, screen: str) -> WaiverFacts | None:
        candidate = self.problem.alternatives[self.row]
        waivers = self.round.decisions.waivers if self.round.decisions is not None else ()
        found = [waiver for waiver in waivers if (waiver.candidate, waiver.screen) == (candidate, screen)]
        # An older one may stand there as well, which has expired.
        return self._waived(max(found, key=lambda waiver: waiver.until)) if found else None

    def _waived(self, waiver: Waiver) -> WaiverFacts:
        why = written_in(self.round, waiver.why)
        return WaiverFacts(named_in(self.round, waiver.by), why, waiver.until.isoformat())

    def _causes(self, test: Requirement, path: KeyPath, parts: Mapping[KeyPath, Outcomes]) -> Iterator[Cause]:
        """Yield what decides a test: of several, those that turn out as the whole does."""
        outcome = parts[path][self.row]
        wanted = -outcome if test.not_ is not None else outcome
        joined = list(test.parts())
        for below, part in joined:
            if parts[*path, *below][self.row] == wanted:
                yield from self._causes(part, (*path, *below), parts)
        for at, field in enumerate(test.present or ()):
            if parts[*path, "present", at][self.row] == outcome:
                yield self._of_field(field)
        if test.field is not None:
            yield self._of_field(test.field)
        elif test.criterion is not None:
            yield self._of_criterion(test.criterion, test)

    def _of_field(self, field: str) -> FieldCause:
        given = self.round.table.fields[field][self.row]
        asked = self.round.criteria.fields[field]
        entries = self.round.criteria.lists[asked.list].entries if asked.list is not None else {}
        meaning = entries.get(given) if isinstance(given, str) else None
        known = None if given == UNKNOWN else given
        return FieldCause(field, asked.question, known, self._place(("fields", field)), meaning)

    def _of_criterion(self, criterion: str, test: Requirement) -> Cause:
        place = self._place(("assessments", criterion))
        if test.value_at_least is not None:
            bounds = (self.evaluation.partial_values, self.evaluation.best_partial_values)
            low, high = (self._value(criterion, partial_values) for partial_values in bounds)
            return ValueCause(criterion, self.titles[criterion], float(test.value_at_least), low, high, place)
        leaf = next(leaf for leaf in self.round.criteria.leaves() if leaf.id == criterion)
        scale = self.round.criteria.scale_of(leaf)
        assert scale is not None
        ends = written_ends(scale, self.round.table.columns[criterion][self.row])
        return LeafCause(criterion, self.titles[criterion], *ends, place)

    def _value(self, criterion: str, partial_values: Floats) -> float:
        hierarchy = self.problem.hierarchy
        own = Profiles(hierarchy, partial_values).only([self.row])
        return HUNDRED * float(own.values(hierarchy.nodes.index(criterion))[0])

    def _place(self, path: KeyPath) -> FilePlace | None:
        return None if self.find is None else self.find.at(path, "key")

"""What a dossier shows by itself, whoever else was submitted, and where more evidence would matter most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from stratsel.diagnostics.findings import Findings
from stratsel.diagnostics.span import Places
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import Problem
from stratsel.engine.profile import Profiles
from stratsel.engine.screening import verdicts
from stratsel.model.assessments import Figure
from stratsel.model.base import Text
from stratsel.model.candidate import Assessment
from stratsel.model.criteria import Criterion
from stratsel.model.round import Round
from stratsel.model.scale import AnyScale, Calendar, Checklist, Quantity
from stratsel.model.threshold import ANY, threshold_of
from stratsel.results.leaf import HUNDRED, LeafStanding, LeafStandings, WrittenFigure, written
from stratsel.results.place import FilePlace, Finder
from stratsel.results.ranking import RoundFacts
from stratsel.results.screening import ScreenVerdict, verdicts_of
from stratsel.terms import Consequence, Outcome

MAX_WEIGHTY = 5
"""How many leaves are named on which evidence would matter most."""
_DIGITS = 9
"""Points that differ less than this are the same, whatever was added in which order."""


@dataclass(frozen=True, slots=True)
class Duty:
    """From which figure on a judgement needs evidence for it; `least` is None where every judgement does."""

    least: WrittenFigure | None


@dataclass(frozen=True, slots=True)
class LeafAnswer:
    """What a round asks on a leaf, and what the dossier answers.

    `standing` counts what is unknown as worst, and a range by its worse end. `cited_for` and `cited_against` count the
    items of evidence. `aim` is what comes next: the level or option above what is shown, the best amount or day, or
    the items that are not shown to be met; None where nothing does.
    """

    standing: LeafStanding
    title: Text
    question: Text | None
    place: FilePlace
    cited_for: int
    cited_against: int
    duty: Duty | None
    aim: WrittenFigure | None

    @property
    def gain(self) -> float:
        """The points that what is open could still bring."""
        return round(self.standing.possible_points - self.standing.points, _DIGITS)

    @property
    def bare_points(self) -> float:
        """The points that are shown without an item of evidence for them."""
        return 0.0 if self.cited_for or self.standing.is_unknown else self.standing.points

    @property
    def at_stake(self) -> float:
        """The points that hang on evidence which the dossier does not have yet."""
        return round(self.gain + self.bare_points, _DIGITS)


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers below one of the topmost criteria, in tree order."""

    title: Text
    answers: tuple[LeafAnswer, ...]


@dataclass(frozen=True, slots=True)
class DossierStanding:
    """How a dossier stands by itself; `shown` and `possible` are points, `unknown` is a share of the weight, 0 to 1.

    `screens` are those that are not plainly met, `met` the titles of the others. `weighty` are the answers on which
    evidence would matter most, the most first.
    """

    title: Text
    shown: float
    possible: float
    unknown: float
    screens: tuple[ScreenVerdict, ...]
    met: tuple[Text, ...]
    groups: tuple[AnswerGroup, ...]
    weighty: tuple[LeafAnswer, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the proposer of a dossier is told.

    `round` is None where the criteria or another file that all dossiers stand on cannot be used; `dossier` is None
    there, and where the dossier has an error.
    """

    findings: Findings
    places: Places
    round: RoundFacts | None = None
    dossier: DossierStanding | None = None


def dossier_standing(
    round_: Round, problem: Problem, evaluation: Evaluation, candidate: str, places: Places
) -> DossierStanding:
    """Return how a dossier of a round stands by itself.

    Raises:
        Rejected: the dossier changed since the round was read.
    """
    row = problem.alternatives.index(candidate)
    find = Finder(round_.files[candidate], places)
    shown = replace(evaluation, basis=Profiles(problem.hierarchy, evaluation.partial_values))
    standings = LeafStandings(round_, problem, shown).of(row)
    groups = tuple(_groups(round_, candidate, standings, find))
    titles = {screen.id: screen.title for screen in round_.criteria.screens}
    is_met = {each.screen: each.outcome is Outcome.MET and not each.is_waived for each in verdicts(problem, row)}
    return DossierStanding(
        title=round_.titles[candidate],
        shown=HUNDRED * float(evaluation.shown[row]),
        possible=HUNDRED * float(evaluation.possible[row]),
        unknown=1 - float(evaluation.assessed[row]),
        screens=tuple(_screens(round_, problem, evaluation, row, find)),
        met=tuple(title for screen, title in titles.items() if is_met[screen]),
        groups=groups,
        weighty=_weightiest([answer for group in groups for answer in group.answers]),
    )


def _weightiest(answers: Sequence[LeafAnswer]) -> tuple[LeafAnswer, ...]:
    hanging = [answer for answer in answers if answer.at_stake > 0]
    return tuple(sorted(hanging, key=lambda answer: -answer.at_stake)[:MAX_WEIGHTY])


def _screens(
    round_: Round, problem: Problem, evaluation: Evaluation, row: int, find: Finder
) -> Iterator[ScreenVerdict]:
    """Yield the screens that are not plainly met; who is merely admitted while one is undecided is told of it, too."""
    is_lenient = {screen.screen: screen.on_unknown is Consequence.ADMIT for screen in problem.screens}
    flagging = tuple(
        replace(screen, on_unknown=Consequence.FLAG) if is_lenient[screen.screen] else screen
        for screen in problem.screens
    )
    for verdict in verdicts_of(round_, replace(problem, screens=flagging), evaluation, row, find):
        is_admitted = verdict.outcome is Outcome.UNDECIDED and is_lenient[verdict.screen]
        yield replace(verdict, consequence=Consequence.ADMIT) if is_admitted else verdict


def _groups(round_: Round, candidate: str, standings: Sequence[LeafStanding], find: Finder) -> Iterator[AnswerGroup]:
    assessments = round_.dossier(candidate).assessments
    answers: dict[str, list[LeafAnswer]] = {top.id: [] for top in round_.criteria.criteria}
    group, in_tree_order = "", iter(standings)
    for criterion in round_.criteria.nodes():
        group = criterion.id if criterion.id in answers else group
        if criterion.is_leaf:
            path = ("assessments", criterion.id) if criterion.id in assessments else ("assessments",)
            scale, there = round_.criteria.scale_of(criterion), assessments.get(criterion.id)
            assert scale is not None
            answers[group].append(_answer(criterion, scale, next(in_tree_order), there, find.at(path, "key")))
    for top in round_.criteria.criteria:
        yield AnswerGroup(top.title, tuple(answers[top.id]))


def _answer(
    leaf: Criterion, scale: AnyScale, standing: LeafStanding, written_there: object, place: FilePlace
) -> LeafAnswer:
    said = written_there if isinstance(written_there, Assessment) else None
    return LeafAnswer(
        standing=standing,
        title=leaf.title,
        question=leaf.question,
        place=place,
        cited_for=len(said.for_) if said is not None else 0,
        cited_against=len(said.against) if said is not None else 0,
        duty=_duty(leaf, scale),
        aim=_aim(scale, standing.low.figure if standing.low is not None else None),
    )


def _duty(leaf: Criterion, scale: AnyScale) -> Duty | None:
    if leaf.evidence_required_from is None:
        return None
    if leaf.evidence_required_from == ANY:
        return Duty(None)
    least = threshold_of(scale, leaf.evidence_required_from)
    return None if least is None else Duty(written(scale, least))


def _aim(scale: AnyScale, shown: Figure | None) -> WrittenFigure | None:
    if isinstance(scale, Quantity | Calendar):
        return written(scale, _best(scale))
    if isinstance(scale, Checklist):
        met = shown if isinstance(shown, tuple) else ()
        missing = tuple(item for item in scale.items if item not in met)
        return written(scale, missing) if missing else None
    names = scale.named_figures()
    here = scale.performance(names[0] if shown is None else shown)
    above = [figure for figure in names if scale.performance(figure) > here]
    return written(scale, above[0]) if above else None


def _best(scale: Quantity | Calendar) -> Decimal | int | date:
    """Return the best figure; of amounts that are worth the same, the first on the way up."""
    if scale.best is not None:
        return scale.best
    course = scale.course()
    is_rising = course[0][1] <= course[-1][1]
    most = max(value for _, value in course)
    best = [amount for amount, value in course if value == most]
    return min(best) if is_rising else max(best)

"""Scenarios beside the order, in words: where candidates would stand, and what each scenario changes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.model.base import Text
from stratsel.report.document import Block, Cell, Column, Entries, Entry, Heading, Kind, Line, Paragraph, Table
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import AnyCandidate, ExcludedCandidate, RankedCandidate, Ranking
from stratsel.results.scenario import FigureMove, ScenarioOutcome, SupposedPlace

BETTER, WORSE = "↑", "↓"
"""What follows a place that is better, or worse, than it is without the scenario."""
_STATES = {"unranked": N_("not ranked"), "excluded": N_("excluded")}
MAX_CHANGES = 12
"""How many assessments that a scenario changes are named where a document is kept short."""
_LOWEST = 1 << 62
"""The rank of who has none, for comparison."""


def scenario_blocks(
    ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences, *, in_full: bool
) -> Iterator[Block]:
    """Yield the places under each scenario beside those of the order, then what each changes.

    The table has all `rows` where the document is `in_full`, else those who have a place somewhere.
    """
    if not ranking.scenarios:
        return
    words = _Words(ranking, sentences)
    yield Heading(2, sentences.say(N_("What if")))
    yield words.table(_shown(ranking, rows, in_full=in_full))
    sentence = N_("{better} or {worse} marks a place that is better or worse than as it is.")
    yield Paragraph(sentences.say(sentence, better=BETTER, worse=WORSE), is_quiet=True)
    yield Entries(
        tuple(Entry(visible(each.id), tuple(words.account(each, in_full=in_full))) for each in ranking.scenarios)
    )


def scenario_entries(ranking: Ranking, candidate: str, sentences: Sentences) -> Entries:
    """Return where one candidate stands under each scenario, and at which value."""
    words = _Words(ranking, sentences)
    return Entries(tuple(Entry(visible(each.id), tuple(words.of_one(each, candidate))) for each in ranking.scenarios))


def place_of(ranking: Ranking, candidate: AnyCandidate) -> SupposedPlace:
    """Return where a candidate stands as it is."""
    if isinstance(candidate, RankedCandidate):
        ties = tuple(tie.tier for tie in candidate.landing.ties)
        return SupposedPlace("ranked", candidate.rank, candidate.value, candidate.tier, ties)
    return SupposedPlace("excluded" if isinstance(candidate, ExcludedCandidate) else "unranked")


def _shown(ranking: Ranking, rows: Sequence[RankedCandidate], *, in_full: bool) -> list[AnyCandidate]:
    """Return those in the table: of who is not in the order, those who are under some scenario."""
    ranked = [each for each in rows if in_full or _has_place(place_of(ranking, each)) or _gains_place(ranking, each)]
    others: list[AnyCandidate] = [*ranking.unranked, *ranking.excluded]
    return [*ranked, *(each for each in others if _enters(ranking, each))]


def _has_place(place: SupposedPlace) -> bool:
    return place.tier is not None or bool(place.tied_for)


def _gains_place(ranking: Ranking, candidate: AnyCandidate) -> bool:
    return any(_has_place(each.places[candidate.id]) for each in ranking.scenarios)


def _enters(ranking: Ranking, candidate: AnyCandidate) -> bool:
    return any(each.places[candidate.id].state == "ranked" for each in ranking.scenarios)


class _Words:
    """Puts scenarios of one ranking into words."""

    def __init__(self, ranking: Ranking, sentences: Sentences) -> None:
        self.ranking = ranking
        self.sentences = sentences
        self.say = sentences.say
        self.tiers: dict[str, Text] = {tier.id: tier.title for tier in ranking.tiers}
        self.order = {tier.id: at for at, tier in enumerate(ranking.tiers)}
        self.criteria: dict[str, Text] = {each.id: each.title for each in ranking.criteria}
        self.titles = ranking.titles
        self.as_it_is = {each.id: place_of(ranking, each) for each in ranking.by_id.values()}
        outcomes = {"": self.as_it_is, **{each.id: each.places for each in ranking.scenarios}}
        self.shared = {name: Counter(each.rank for each in places.values()) for name, places in outcomes.items()}

    def table(self, candidates: Sequence[AnyCandidate]) -> Table:
        """Return a row for each candidate: its place as it is and under each scenario."""
        scenarios = self.ranking.scenarios
        columns = (
            Column(self.say(N_("Candidate")), "left", yields=True, is_key=True),
            Column(self.say(N_("As it is")), "left", is_key=True),
            *(Column(visible(each.id), "left", priority=at) for at, each in enumerate(scenarios)),
        )
        rows = (
            (
                Cell(Kind.TEXT, self.sentences.words(each.title)),
                Cell(Kind.TEXT, self.place(self.as_it_is[each.id])),
                *(Cell(Kind.TEXT, self._beside(each.id, scenario)) for scenario in scenarios),
            )
            for each in candidates
        )
        return Table(columns, tuple(rows))

    def place(self, place: SupposedPlace, scenario: str = "") -> str:
        """Say where somebody stands, as it is or under a scenario."""
        if place.rank is None:
            return self.say(_STATES[place.state])
        rank = self.sentences.rank(place.rank, self.shared[scenario][place.rank] > 1)
        if not _has_place(place):
            return rank
        title = None if place.tier is None else self.tiers[place.tier]
        return f"{rank} · {self.sentences.tier(title, [self.tiers[tier] for tier in place.tied_for])}"

    def account(self, scenario: ScenarioOutcome, *, in_full: bool) -> Iterator[Line]:
        """Say what a scenario is called and why, what it changes, and who enters and leaves tiers by it."""
        yield Line(self.sentences.words(scenario.title), visible(scenario.file))
        if scenario.why is not None:
            yield Line(self.sentences.words(scenario.why))
        yield from self._weights(scenario)
        figures = scenario.figures if in_full else scenario.figures[:MAX_CHANGES]
        yield from map(self._figure, figures)
        if len(figures) < len(scenario.figures):
            yield Line(self.sentences.and_more(len(scenario.figures) - len(figures)))
        yield from self._tier_changes(scenario)

    def _weights(self, scenario: ScenarioOutcome) -> Iterator[Line]:
        for weight in scenario.weights:
            facts = {
                "criterion": self.sentences.words(self.criteria[weight.criterion]),
                "before": self.sentences.points(weight.before),
                "after": self.sentences.points(weight.after),
            }
            yield Line(self.say(N_("{criterion} weighs {after} points of the whole instead of {before}"), **facts))

    def _figure(self, figure: FigureMove) -> Line:
        facts = {
            "candidate": self.sentences.quoted(self.titles[figure.candidate]),
            "criterion": self.sentences.words(self.criteria[figure.leaf]),
            "before": self.sentences.ends(*figure.before),
            "after": self.sentences.ends(*figure.after),
        }
        return Line(self.say(N_("{candidate} · {criterion}: {after} instead of {before}"), **facts))

    def _tier_changes(self, scenario: ScenarioOutcome) -> Iterator[Line]:
        for change in scenario.tiers:
            tier = self.sentences.quoted(self.tiers[change.tier])
            if change.enters:
                names = self.sentences.named([self.titles[each] for each in change.enters])
                yield Line(self.say(N_("into {tier}: {names}"), tier=tier, names=names))
            if change.leaves:
                names = self.sentences.named([self.titles[each] for each in change.leaves])
                yield Line(self.say(N_("out of {tier}: {names}"), tier=tier, names=names))
        if not scenario.tiers:
            yield Line(self.say(N_("every tier holds the same candidates")))

    def of_one(self, scenario: ScenarioOutcome, candidate: str) -> Iterator[Line]:
        """Say where one candidate stands under a scenario."""
        place = scenario.places[candidate]
        words = self._beside(candidate, scenario)
        if place.value is not None:
            points = self.sentences.points(place.value)
            words = self.say(N_("{place} · {points} points"), place=words, points=points)
        yield Line(self.sentences.words(scenario.title), visible(scenario.file))
        yield Line(words)

    def _beside(self, candidate: str, scenario: ScenarioOutcome) -> str:
        """Say where a candidate stands under a scenario, with a mark where that is better or worse than as it is."""
        place = scenario.places[candidate]
        before, after = self._key(self.as_it_is[candidate]), self._key(place)
        words = self.place(place, scenario.id)
        return words if before == after else f"{words} {BETTER if after < before else WORSE}"

    def _key(self, place: SupposedPlace) -> tuple[int, int]:
        """Return what tells a better place from a worse: the rank, then the tier."""
        tier = min((self.order[each] for each in (place.tier, *place.tied_for) if each is not None), default=_LOWEST)
        return (_LOWEST if place.rank is None else place.rank), tier

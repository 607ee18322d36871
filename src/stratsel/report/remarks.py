"""Remarks under the order: ties, what quotas cost, flags, where nobody has a point, and who is not ranked."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.model.base import Text
from stratsel.report.sentences import TIED, Sentences
from stratsel.results.ranking import CriterionFacts, RankedCandidate, Ranking
from stratsel.terms import FlagKind, Missing

MAX_TIES = 5
"""How many shared ranks are named beside those that lie across a line."""
_FLAGS = {
    FlagKind.EQUAL_BY_CLAMPING: N_(
        "{names} are equal only because amounts beyond the scale of {criterion} count as its end."
    ),
    FlagKind.ZERO_IN_MEAN: N_(
        "{criterion} is worth nothing for {names}, which makes what it is part of worth nothing."
    ),
}


class Remarks:
    """The remarks of one ranking, of which `rows` are listed."""

    def __init__(self, ranking: Ranking, sentences: Sentences, rows: Sequence[RankedCandidate]) -> None:
        self.ranking = ranking
        self.sentences = sentences
        self.say = sentences.say
        self.rows = rows
        self.groups: dict[int, list[RankedCandidate]] = {}
        for each in ranking.candidates:
            self.groups.setdefault(each.rank, []).append(each)

    def all(self) -> Iterator[str]:
        """Yield every remark."""
        yield from self._ties()
        yield from self._quotas()
        yield from self._flags()
        yield from self._silent()
        yield from self._unranked()

    def _ties(self) -> Iterator[str]:
        listed_ranks = {each.rank for each in self.rows}
        shared = [group for rank, group in self.groups.items() if len(group) > 1 and rank in listed_ranks]
        told = [group for group in shared if group[0].landing.ties]
        told += [group for group in shared if not group[0].landing.ties][:MAX_TIES]
        for group in told:
            names = self.sentences.named([each.title for each in group])
            mark = self.sentences.rank(group[0].rank, is_shared=True)
            sentence = N_("{mark} is shared by {names}: nothing in the files separates them.")
            yield self.say(sentence, mark=mark, names=names)
            for tie in group[0].landing.ties:
                title = next(tier.title for tier in self.ranking.tiers if tier.id == tie.tier)
                places = self.sentences.tied_for(title, tie.places_left)
                yield self.say(N_("They are {tied}; people settle who takes them."), tied=places)
        if len(shared) > len(told):
            count = self.sentences.count(len(shared) - len(told))
            yield self.say(N_("Further ranks that are shared, marked {mark}: {count}."), mark=TIED, count=count)

    def _flags(self) -> Iterator[str]:
        criteria = {each.id: each.title for each in self.ranking.criteria}
        flagged: dict[tuple[FlagKind, str, int], list[Text]] = {}
        for each in self.rows:
            for flag in each.flags:
                apart = each.rank if flag.kind is FlagKind.EQUAL_BY_CLAMPING else 0
                flagged.setdefault((flag.kind, flag.leaf, apart), []).append(each.title)
        for (kind, leaf, _), titles in flagged.items():
            criterion = self.sentences.words(criteria[leaf])
            yield self.say(_FLAGS[kind], names=self.sentences.named(titles), criterion=criterion)

    def _quotas(self) -> Iterator[str]:
        tiers = {each.id: each.title for each in self.ranking.tiers}
        titles = {each.id: each.title for each in self.ranking.candidates}
        for each in self.ranking.passed_over:
            facts = {
                "name": self.sentences.quoted(titles[each.candidate]),
                "tier": self.sentences.quoted(tiers[each.tier]),
            }
            if each.cost is None:
                yield self.say(N_("The quotas keep {name} out of {tier}; nobody takes the place."), **facts)
                continue
            names, cost = (
                self.sentences.named([titles[other] for other in each.instead]),
                self.sentences.points(each.cost),
            )
            sentence = N_("The quotas keep {name} out of {tier}; {names} in its place costs {cost} points.")
            yield self.say(sentence, **facts, names=names, cost=cost)
        for quota in self.ranking.unmet:
            facts = {"tier": self.sentences.quoted(tiers[quota.tier]), "value": self.sentences.quoted(quota.value)}
            least, held = self.sentences.count(quota.at_least), self.sentences.count(quota.held)
            sentence = N_("{tier} cannot hold {least} of {value} as asked: it holds {held}.")
            yield self.say(sentence, **facts, least=least, held=held)

    def _unranked(self) -> Iterator[str]:
        if self.ranking.unranked:
            least = self.sentences.share(self.ranking.round.at_least)
            names = self.sentences.named([each.title for each in self.ranking.unranked])
            yield self.say(
                N_("Not ranked, as less than {least} of the weight is assessed: {names}."), least=least, names=names
            )

    def _silent(self) -> Iterator[str]:
        """Say where nobody has a point, as far up the tree as that holds."""
        is_scaled_up = self.ranking.round.missing == Missing.AVAILABLE.value
        if len(self.ranking.candidates) < 2 or is_scaled_up:
            return
        silent = [each for each in self.ranking.criteria if self._is_silent(each)]
        ids = {each.id for each in silent}
        topmost = [each for each in silent if each.parent not in ids]
        if topmost:
            titles = " · ".join(self.sentences.words(each.title) for each in topmost)
            points = self.sentences.points(sum(each.weight for each in topmost))
            sentence = N_("Nobody has a point on {criteria}: {points} of the points separate nobody yet.")
            yield self.say(sentence, criteria=titles, points=points)

    def _is_silent(self, criterion: CriterionFacts) -> bool:
        return criterion.weight > 0 and not any(
            each.contributions.get(criterion.id, 1) for each in self.ranking.candidates
        )

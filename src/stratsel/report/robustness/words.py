"""Names of what the study speaks of, in the reader's language."""

from collections.abc import Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Cell, Kind, Line
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import Ranking
from stratsel.results.robustness.names import Move

SLIGHT = 0.0005
"""Shares below this are shown as nothing."""


class Words:
    """Titles of candidates, criteria and tiers by their ids."""

    def __init__(self, ranking: Ranking, sentences: Sentences) -> None:
        self.ranking = ranking
        self.sentences = sentences
        self.say = sentences.say
        self._titles = ranking.titles
        self._criteria = {each.id: each.title for each in ranking.criteria}
        self._tiers = {tier.id: tier.title for tier in ranking.tiers}

    def candidate(self, candidate: str) -> str:
        """Name a candidate."""
        return self.sentences.words(self._titles[candidate])

    def quoted(self, candidate: str) -> str:
        """Name a candidate in a sentence."""
        return self.sentences.quoted(self._titles[candidate])

    def criterion(self, criterion: str | None) -> str:
        """Name a criterion; the whole where there is none."""
        named = self._criteria.get(criterion or "")
        return self.say(N_("The whole")) if named is None else self.sentences.words(named)

    def tier(self, tier: str | None) -> str:
        """Name a tier, or no place."""
        return self.say(N_("no place")) if tier is None else self.sentences.words(self._tiers[tier])

    def title(self, candidate: str) -> Cell:
        """Return a cell with a candidate's name."""
        return Cell(Kind.TEXT, self.candidate(candidate))

    def rank(self, candidate: str) -> int:
        """Return a candidate's rank in the order of the round."""
        return next(each.rank for each in self.ranking.candidates if each.id == candidate)

    def moves(self, moves: Sequence[Move]) -> tuple[Line, ...]:
        """Say who lands where instead, a line for each."""
        return tuple(Line(self._move(move)) for move in moves)

    def _move(self, move: Move) -> str:
        facts = {"candidate": self.quoted(move.candidate), "tier": self.tier(move.after)}
        if not move.is_tied:
            return self.say(N_("{candidate}: {tier}"), **facts)
        if move.after is None:
            return self.say(N_("{candidate}: tied for a place"), **facts)
        return self.say(N_("{candidate}: {tier}, tied for a place above"), **facts)


def share(value: float) -> Cell:
    """Return a cell with a share; nothing where it is none, so that what matters stands out."""
    return Cell(Kind.SHARE, value) if value >= SLIGHT else Cell(Kind.TEXT, "")

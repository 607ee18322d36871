"""Who has a place, or is tied for one."""

from stratsel.results.ranking import RankedCandidate, Ranking


def has_place(candidate: RankedCandidate) -> bool:
    """Whether a candidate has a place, or is tied for one."""
    return candidate.tier is not None or bool(candidate.landing.ties)


def placed(ranking: Ranking) -> list[RankedCandidate]:
    """Return those who have a place or are tied for one, best first."""
    return [each for each in ranking.candidates if has_place(each)]

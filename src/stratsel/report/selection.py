"""Which candidates an output lists."""

from stratsel.results.ranking import RankedCandidate, Ranking


def listed(ranking: Ranking, top: int | None) -> tuple[RankedCandidate, ...]:
    """Return the candidates of the first `top` places, all who are tied at the last of them included; else all."""
    if top is None:
        return ranking.candidates
    return tuple(each for each in ranking.candidates if each.rank <= top)

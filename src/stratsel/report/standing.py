"""Where a candidate stands, whether it is in the order or not: its place, its points, and how firm that is."""

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import Entry, Line
from stratsel.report.justification import Justifier
from stratsel.report.sentences import Sentences
from stratsel.results.ranking import AnyCandidate, ExcludedCandidate, RankedCandidate, Ranking, UnrankedCandidate


def standing_entries(candidate: AnyCandidate, ranking: Ranking, sentences: Sentences) -> list[Entry]:
    """Return its place with its file, its points with what is sure of them, and for the ranked how firm that is."""
    place = Entry(sentences.say(N_("Place")), (Line(_place(candidate, ranking, sentences), visible(candidate.file)),))
    if isinstance(candidate, RankedCandidate):
        return [place, *Justifier(ranking, sentences, in_full=True).standing(candidate)]
    shown, possible = sentences.points(candidate.shown), sentences.points(candidate.possible)
    if candidate.shown == candidate.possible:
        points = sentences.say(N_("{shown} points, nothing open"), shown=shown)
    else:
        points = sentences.say(N_("{shown} points shown, {possible} possible"), shown=shown, possible=possible)
    titles = {tier.id: tier.title for tier in ranking.tiers}
    sure = [sentences.certainty(titles[tier], certainty) for tier, certainty in candidate.places.items()]
    return [place, Entry(sentences.say(N_("Stands at")), (Line(" · ".join([points, *sure])),))]


def _place(candidate: AnyCandidate, ranking: Ranking, sentences: Sentences) -> str:
    match candidate:
        case ExcludedCandidate():
            return sentences.say(N_("excluded by a screen; its points are given as if it were in the order"))
        case UnrankedCandidate():
            assessed, least = sentences.share(candidate.assessed), sentences.share(ranking.round.at_least)
            sentence = N_("not ranked: {assessed} of the weight is assessed, less than {least}")
            return sentences.say(sentence, assessed=assessed, least=least)
        case RankedCandidate():
            is_shared = sum(each.rank == candidate.rank for each in ranking.candidates) > 1
            rank, count = sentences.rank(candidate.rank, is_shared), sentences.count(len(ranking.candidates))
            tier = _tier(candidate, ranking, sentences)
            return sentences.say(N_("rank {rank} of {count} · {tier}"), rank=rank, count=count, tier=tier)


def _tier(candidate: RankedCandidate, ranking: Ranking, sentences: Sentences) -> str:
    titles = {tier.id: tier.title for tier in ranking.tiers}
    tied = [titles[tie.tier] for tie in candidate.landing.ties]
    if candidate.tier is None and not tied:
        return sentences.say(N_("in no tier"))
    return sentences.tier(titles.get(candidate.tier or ""), tied)

"""How firm places are, in words."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.model.base import Text
from stratsel.report.document import Line
from stratsel.report.sentences import Sentences
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts, FlipFacts
from stratsel.results.ranking import Ranking
from stratsel.terms import Admissible, Verdict, WeightSpace

_VERDICTS = {
    Verdict.FIRM: N_("firm"),
    Verdict.CLOSE: N_("close"),
    Verdict.OPEN: N_("open"),
    Verdict.TIED: N_("tied"),
}
_WEIGHTS = {
    Admissible.AROUND: N_("each weight up to {percent} % of itself higher or lower"),
    Admissible.ORDER: N_("any weights in the same order of importance"),
    Admissible.WITHIN: N_("weights within the bounds of the criteria file"),
    Admissible.ANYWHERE: N_("any weights at all"),
    Admissible.FIXED: N_("the weights as they are"),
}
_SPACES = {
    WeightSpace.LOCAL: N_("each group of siblings by itself"),
    WeightSpace.GLOBAL: N_("all leaves together"),
}

_BOUNDED = N_("weights within the bounds of the criteria file ({bounds})")
_SHARE = N_("{criterion} from {low} to {high} %")
_RANGES = N_("ranges evenly between their ends")
_FIXED = N_("judgements as they stand in the order")
_LEVELS = N_("levels of rubrics up to {levels} higher or lower")
_MAX_BOUNDS = 6
"""As many bounds and statements are quoted."""


def verdict_words(verdict: Verdict, sentences: Sentences) -> str:
    """Name how firm a place is."""
    return sentences.say(_VERDICTS[verdict])


def draws_words(facts: FirmnessFacts, sentences: Sentences) -> str:
    """Say from what the draws were made."""
    told = [
        sentences.say(N_("{count} draws"), count=sentences.count(facts.samples)),
        _weights_words(facts, sentences),
        sentences.say(_SPACES[facts.space]),
        sentences.say(_FIXED if facts.is_fixed else _RANGES),
    ]
    if facts.levels:
        told.append(sentences.say(_LEVELS, levels=sentences.exact(facts.levels)))
    if facts.assumes_uniform:
        told.append(sentences.say(N_("the unknown evenly over its scale")))
    told.append(sentences.say(N_("seed {seed}"), seed=str(facts.seed)))
    return ", ".join(told)


def _weights_words(facts: FirmnessFacts, sentences: Sentences) -> str:
    """Say which weights were drawn, with the first of the bounds and statements that they keep to."""
    told = [
        sentences.say(_SHARE, criterion=criterion, low=sentences.exact(low), high=sentences.exact(high))
        for criterion, (low, high) in facts.shares.items()
    ]
    told += facts.statements
    if not told:
        return sentences.say(_WEIGHTS[facts.weights], percent=sentences.exact(facts.percent))
    named = [*told[:_MAX_BOUNDS], *([sentences.and_more(len(told) - _MAX_BOUNDS)] if len(told) > _MAX_BOUNDS else [])]
    bounds = "; ".join(named)
    return sentences.say(_BOUNDED, bounds=bounds)


def firmness_lines(found: CandidateFirmness, ranking: Ranking, sentences: Sentences) -> Iterator[Line]:
    """Yield how often a candidate keeps its tier, what that could be, and which weight would change it."""
    facts = {
        "share": sentences.share(found.tier_share),
        "error": sentences.percent_points(found.standard_error),
        "verdict": verdict_words(found.verdict, sentences),
        "first": sentences.count(found.rank_interval[0]),
        "last": sentences.count(found.rank_interval[1]),
    }
    sentence = N_(
        "{verdict}: keeps its tier in {share} of the draws (standard error {error}); "
        "rank {first} to {last} in 90 % of them"
    )
    yield Line(sentences.say(sentence, **facts))
    if ranking.firmness is not None and ranking.firmness.assumes_uniform:
        bounds = {"low": sentences.share(found.lowest_share), "high": sentences.share(found.highest_share)}
        yield Line(sentences.say(N_("whatever the unknown turns out to be: {low} to {high}"), **bounds), is_under=True)
    if found.flip is not None:
        yield Line(_flip_words(found.flip, ranking, sentences), is_under=True)
    else:
        yield Line(sentences.say(N_("no shift of one weight changes its tier")), is_under=True)


def _flip_words(flip: FlipFacts, ranking: Ranking, sentences: Sentences) -> str:
    criteria: dict[str, Text] = {each.id: each.title for each in ranking.criteria}
    tiers: dict[str, Text] = {each.id: each.title for each in ranking.tiers}
    facts = {
        "criterion": sentences.words(criteria[flip.criterion]),
        "weight": sentences.points(flip.weight),
        "to": sentences.points(flip.to, [flip.weight]),
    }
    if flip.tier is None:
        return sentences.say(N_("it has no place if {criterion} weighs {to} instead of {weight} points"), **facts)
    sentence = N_("it lands in {tier} if {criterion} weighs {to} instead of {weight} points")
    return sentences.say(sentence, **facts, tier=sentences.quoted(tiers[flip.tier]))

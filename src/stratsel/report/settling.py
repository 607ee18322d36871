"""What would settle the open places, in words: which assessment to look into first, and how much hangs on it."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Bullets, Paragraph
from stratsel.report.sentences import Sentences
from stratsel.results.leaf import LeafStanding
from stratsel.results.ranking import Ranking
from stratsel.results.settling import Settles, SettlesJointly
from stratsel.terms import Certainty

MAX_NAMED = 3
"""How many of several assessments are named: those that move most."""


def settling_blocks(ranking: Ranking, sentences: Sentences) -> Iterator[Block]:
    """Yield the few assessments whose settling decides most of what is open, the first to look into first."""
    found = ranking.open_places
    count = sentences.count(found.count)
    titles = {screen.id: screen.title for screen in ranking.screens}
    if found.screens:
        yield Paragraph(sentences.say(N_("First the screens that may still exclude:")))
        yield Bullets(
            tuple(
                sentences.say(
                    N_("{screen}: undecided for {count}"),
                    screen=sentences.words(titles[screen]),
                    count=sentences.count(many),
                )
                for screen, many in found.screens
            )
        )
    if found.settles:
        sentence = N_("Places that are open: {count}. These assessments decide most of them:")
        yield Paragraph(sentences.say(sentence, count=count))
        yield Bullets(settling_items(found.settles, (), ranking, sentences))
        return
    yield Paragraph(sentences.say(N_("No single assessment settles any of the {count} open places."), count=count))
    if found.jointly:
        sentence = N_("The fewest that settle one together:")
        if found.screens:
            sentence = N_("The fewest that settle one together, if all these screens are met:")
        yield Paragraph(sentences.say(sentence))
        yield Bullets(settling_items((), found.jointly, ranking, sentences))


def settling_items(
    settles: Sequence[Settles], together: Sequence[SettlesJointly], ranking: Ranking, sentences: Sentences
) -> tuple[str, ...]:
    """Say what each of some assessments, and some of them together, would settle."""
    alone = [_settles(each, ranking, sentences) for each in settles]
    return (*alone, *(_jointly(each, ranking, sentences) for each in together))


def _settles(each: Settles, ranking: Ranking, sentences: Sentences) -> str:
    facts = {
        "candidate": sentences.quoted(ranking.titles[each.candidate]),
        "criterion": _leaf(each.standing, ranking, sentences),
        "now": sentences.figure(each.standing),
        "worst": sentences.count(each.if_worst),
        "best": sentences.count(each.if_best),
    }
    sentence = N_("{candidate} · {criterion} ({now}) makes places sure: {best} at its best, {worst} at its worst")
    return sentences.say(sentence, **facts)


def _jointly(each: SettlesJointly, ranking: Ranking, sentences: Sentences) -> str:
    tiers = {tier.id: tier.title for tier in ranking.tiers}
    facts = {
        "candidate": sentences.quoted(ranking.titles[each.candidate]),
        "tier": sentences.quoted(tiers[each.tier]),
        "count": sentences.count(len(each.standings)),
        "criteria": _leaves(each, ranking, sentences),
    }
    sentence = N_("{candidate} is sure out of {tier} if {count} turn out at their worst: {criteria}")
    if each.certainty is Certainty.IN:
        sentence = N_("{candidate} is sure in {tier} if {count} turn out at their best: {criteria}")
    return sentences.say(sentence, **facts)


def _leaves(each: SettlesJointly, ranking: Ranking, sentences: Sentences) -> str:
    names = [_leaf(standing, ranking, sentences) for standing in each.standings[:MAX_NAMED]]
    left_out = len(each.standings) - len(names)
    return " · ".join([*names, sentences.and_more(left_out)] if left_out else names)


def _leaf(standing: LeafStanding, ranking: Ranking, sentences: Sentences) -> str:
    return sentences.words(next(each.title for each in ranking.criteria if each.id == standing.leaf))

"""The first page: the question, the answer of the files, how firm it is, what to decide, what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stratsel.analysis.firmness import CLOSE, FIRM
from stratsel.language.catalogue import N_
from stratsel.report.document import (
    Block,
    Bullets,
    Divider,
    Heading,
    Paragraph,
)
from stratsel.report.paper.agenda import agenda_items
from stratsel.report.paper.placed import has_place, placed
from stratsel.report.paper.section import Section
from stratsel.report.robustness.words import Words
from stratsel.report.tables import has_own_value, order_table
from stratsel.results.paper import Paper
from stratsel.results.ranking import RankedCandidate
from stratsel.results.robustness.acceptability import Acceptability
from stratsel.results.robustness.part import RobustnessPart
from stratsel.terms import Certainty, Verdict

MAX_LISTED = 8
"""How many candidates the first page lists where nobody has a place; else those who have one, and who comes next."""


def summary_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the first page."""
    say = words.say
    yield Heading(2, say(N_("Summary")), Section.SUMMARY.value)
    yield Paragraph(words.sentences.words(paper.ranking.round.question))
    yield Heading(3, say(N_("The answer of the files")))
    if not paper.ranking.candidates:
        yield Paragraph(say(N_("Nobody is ranked.")))
        return
    yield from _answer(paper, words)
    lists = {
        N_("How firm it is"): _firmness(paper, words),
        N_("What to decide today"): agenda_items(paper, words),
        N_("What is not known"): _unknown(paper, words),
    }
    for title, items in lists.items():
        found = tuple(items)
        if found:
            yield Heading(3, say(title))
            yield Bullets(found)


# --- the answer -----------------------------------------------------------------------------------


def _answer(paper: Paper, words: Words) -> Iterator[Block]:
    ranking = paper.ranking
    listed = ranking.candidates[: len(placed(ranking)) + 1 if placed(ranking) else MAX_LISTED]
    order = order_table(ranking, listed, words.sentences)
    yield replace(order, rows=tuple(row for row in order.rows if not isinstance(row, Divider)))
    yield Paragraph(" ".join(_reading(paper, listed, words)), is_quiet=True)


def _reading(paper: Paper, listed: Sequence[RankedCandidate], words: Words) -> Iterator[str]:
    """Say how many are listed, and what the last columns are."""
    if len(listed) < len(paper.ranking.candidates):
        count, total = map(words.sentences.count, (len(listed), len(paper.ranking.candidates)))
        yield words.say(N_("Listed: the first {count} of {total}."), count=count, total=total)
    if has_own_value(paper.ranking):
        yield words.say(N_("Value is what the order is by."))
    else:
        yield words.say(N_("Shown is what the dossiers establish, Possible what that could come to."))
    if paper.ranking.firmness is not None:
        facts = {"firm": words.sentences.share(FIRM), "close": words.sentences.share(CLOSE)}
        sentence = N_("Firm is a place kept in {firm} of the draws or more, close in {close}, else open.")
        yield words.say(sentence, **facts)


# --- how firm it is -------------------------------------------------------------------------------


def _firmness(paper: Paper, words: Words) -> Iterator[str]:
    yield from _verdicts(paper, words)
    yield from _apart(paper, words)
    yield from _methods(paper, words)


def _verdicts(paper: Paper, words: Words) -> Iterator[str]:
    say, sentences = words.say, words.sentences
    ranked = paper.ranking.candidates
    found = [(each, each.firmness) for each in ranked if each.tier is not None and each.firmness is not None]
    if not found:
        return
    least, firmness = min(found, key=lambda pair: pair[1].tier_share)
    facts = {
        "firm": sentences.count(sum(firmness.verdict is Verdict.FIRM for _, firmness in found)),
        "count": sentences.count(len(found)),
        "candidate": words.quoted(least.id),
        "share": sentences.share(firmness.tier_share),
    }
    sentence = N_(
        "Places that are firm: {firm} of {count}; the least firm is {candidate}, which keeps its tier in {share} of "
        "the draws."
    )
    yield say(sentence, **facts)


def _apart(paper: Paper, words: Words) -> Iterator[str]:
    """Say what weights alone, and what judgements alone, leave of the places."""
    found = paper.robustness.parts.get(RobustnessPart.ACCEPTABILITY)
    if not isinstance(found, Acceptability):
        return
    tiers = {each.id: each.tier for each in paper.ranking.candidates if each.tier is not None}
    rows = [(row, tiers[row.candidate]) for row in found.rows if row.candidate in tiers]
    if rows:
        facts = {
            "weights": words.sentences.share(min(row.tiers_by_weights[tier] for row, tier in rows)),
            "judgements": words.sentences.share(min(row.tiers_by_judgements[tier] for row, tier in rows)),
        }
        sentence = N_(
            "Where only the weights vary, every place is kept in at least {weights} of the draws; "
            "where only the judgements vary, in at least {judgements}."
        )
        yield words.say(sentence, **facts)


def _methods(paper: Paper, words: Words) -> Iterator[str]:
    if paper.methods is None:
        return
    methods, same = paper.methods.methods, []
    for tier in paper.ranking.tiers:
        alike = sum(all(each.tier != tier.id for each in method.differences) for method in methods)
        same.append(f"{words.sentences.quoted(tier.title)} {words.sentences.count(alike)}")
    if same:
        facts = {"count": words.sentences.count(len(methods)), "tiers": " · ".join(same)}
        yield words.say(N_("Of {count} other methods, so many fill a tier with the same candidates: {tiers}."), **facts)


# --- what is not known ----------------------------------------------------------------------------


def _unknown(paper: Paper, words: Words) -> Iterator[str]:
    yield from _weight_unknown(paper, words)
    yield from _open(paper, words)
    yield from _silent(paper, words)
    yield from _unheard(paper, words)


def _weight_unknown(paper: Paper, words: Words) -> Iterator[str]:
    unknown = [each.unknown for each in placed(paper.ranking)]
    if any(unknown):
        least, most = words.sentences.share(min(unknown)), words.sentences.share(max(unknown))
        sentence = N_("Of those with a place, {least} to {most} of the weight is unknown.")
        if least == most:
            sentence = N_("Of those with a place, {most} of the weight is unknown.")
        yield words.say(sentence, least=least, most=most)


def _open(paper: Paper, words: Words) -> Iterator[str]:
    ranking, say = paper.ranking, words.say
    if not ranking.tiers:
        return
    count = words.sentences.count(ranking.open_places.count)
    if all(set(each.places.values()) == {Certainty.OPEN} for each in ranking.candidates):
        yield say(N_("What is unknown can change everything: nobody is sure in or sure out of any tier."))
    elif ranking.open_places.count:
        yield say(N_("Places that are open, whatever the weights: {count}."), count=count)
    chosen = placed(ranking)
    others = [each for each in ranking.candidates if not has_place(each)]
    if chosen and others:
        most = max(others, key=lambda each: each.possible)
        if most.possible > min(each.value for each in chosen):
            told = {"candidate": words.quoted(most.id), "possible": words.sentences.points(most.possible)}
            yield say(N_("{candidate}, now without a place, could reach {possible} points."), **told)


def _silent(paper: Paper, words: Words) -> Iterator[str]:
    leaves = [each for each in paper.ranking.criteria if each.is_leaf and each.weight]
    ranked = paper.ranking.candidates
    silent = [leaf for leaf in leaves if not any(each.contributions.get(leaf.id, 1) for each in ranked)]
    if silent:
        facts = {
            "points": words.sentences.points(sum(each.weight for each in silent)),
            "criteria": " · ".join(words.criterion(each.id) for each in silent),
        }
        sentence = N_("{points} of 100 points decide nothing yet, as no dossier shows one of them: {criteria}.")
        yield words.say(sentence, **facts)


def _unheard(paper: Paper, words: Words) -> Iterator[str]:
    """Count who has a place without anybody's opinion of it, in a round that has opinions at all."""
    heard = {each.candidate for each in paper.opinions if each.opinion != "none"}
    chosen = placed(paper.ranking)
    unheard = sum(each.id not in heard for each in chosen)
    if paper.opinions and unheard:
        facts = {"count": words.sentences.count(unheard), "total": words.sentences.count(len(chosen))}
        sentence = N_("Without an opinion for or against on record: {count} of {total} with a place.")
        yield words.say(sentence, **facts)

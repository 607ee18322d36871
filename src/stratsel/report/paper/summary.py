"""The first page: the question, the answer of the files, how firm it is, what to decide, what is not known."""

from collections.abc import Iterator

from stratsel.analysis.firmness import CLOSE, FIRM
from stratsel.language.catalogue import N_
from stratsel.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Kind,
    Line,
    Paragraph,
    Table,
)
from stratsel.report.firmness import verdict_words
from stratsel.report.paper.agenda import agenda_items
from stratsel.report.paper.placed import has_place, placed
from stratsel.report.robustness.words import Words
from stratsel.report.tables import has_own_value, tied_ranks
from stratsel.results.paper import Paper
from stratsel.results.ranking import RankedCandidate
from stratsel.results.robustness.acceptability import Acceptability
from stratsel.results.robustness.part import RobustnessPart
from stratsel.terms import Certainty, Verdict

MAX_LISTED = 8
"""How many candidates the first page lists, unless more than that have a place."""


def summary_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the first page."""
    say = words.say
    yield Heading(2, say(N_("Summary")))
    yield Heading(3, say(N_("The question")))
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
    ranking, sentences = paper.ranking, words.sentences
    chosen = placed(ranking)
    if chosen:
        yield Entries(tuple(_members(chosen, words)))
    listed = ranking.candidates[: max(MAX_LISTED, len(chosen) + 1)]
    yield _table(listed, paper, words)
    if len(listed) < len(ranking.candidates):
        count, total = sentences.count(len(listed)), sentences.count(len(ranking.candidates))
        yield Paragraph(words.say(N_("Listed: the first {count} of {total}."), count=count, total=total), is_quiet=True)
    yield Paragraph(" ".join(_reading(paper, words)), is_quiet=True)


def _reading(paper: Paper, words: Words) -> Iterator[str]:
    """Say what the last columns are."""
    if has_own_value(paper.ranking):
        yield words.say(N_("Value is what the order is by."))
    else:
        yield words.say(N_("Shown is what the dossiers establish, Possible what that could come to."))
    if paper.ranking.firmness is not None:
        facts = {"firm": words.sentences.share(FIRM), "close": words.sentences.share(CLOSE)}
        sentence = N_("A place is firm if it is kept in {firm} of the draws or more, close if in {close}, else open.")
        yield words.say(sentence, **facts)


def _members(chosen: list[RankedCandidate], words: Words) -> Iterator[Entry]:
    """Name who has a place: each in the first tier that holds it, or for whose places it is tied."""
    for tier in words.ranking.tiers:
        inside = [words.quoted(each.id) for each in chosen if each.tier == tier.id]
        tied = [each for each in chosen if any(tie.tier == tier.id for tie in each.landing.ties)]
        lines = [", ".join(inside)] if inside else []
        if tied:
            left = next(tie.places_left for tie in tied[0].landing.ties if tie.tier == tier.id)
            facts = {"names": ", ".join(words.quoted(each.id) for each in tied), "count": words.sentences.count(left)}
            lines.append(words.say(N_("tied for the places left ({count}): {names}"), **facts))
        if lines:
            yield Entry(words.tier(tier.id), tuple(map(Line, lines)))


def _table(listed: tuple[RankedCandidate, ...], paper: Paper, words: Words) -> Table:
    say, ranking = words.say, paper.ranking
    columns = (
        Column(say(N_("Rank")), is_key=True),
        Column(say(N_("Candidate")), "left", yields=True, is_key=True),
        *([Column(say(N_("Tier")), "left")] if ranking.tiers else []),
        Column(say(N_("Value") if has_own_value(ranking) else N_("Shown–Possible"))),
        *([Column(say(N_("Keeps its tier")))] if ranking.firmness is not None else []),
    )
    return Table(columns, tuple(_row(each, paper, words) for each in listed))


def _row(each: RankedCandidate, paper: Paper, words: Words) -> tuple[Cell, ...]:
    ranking, sentences = paper.ranking, words.sentences
    titles = {tier.id: tier.title for tier in ranking.tiers}
    tier = sentences.tier(titles.get(each.tier or ""), [titles[tie.tier] for tie in each.landing.ties])
    return (
        Cell(Kind.TEXT, sentences.rank(each.rank, each.rank in tied_ranks(ranking))),
        Cell(Kind.TEXT, sentences.words(each.title)),
        *([Cell(Kind.TEXT, tier)] if ranking.tiers else []),
        Cell(Kind.POINTS, each.value) if has_own_value(ranking) else Cell(Kind.POINTS, each.shown, until=each.possible),
        *_kept(each, words),
    )


def _kept(each: RankedCandidate, words: Words) -> Iterator[Cell]:
    if each.firmness is not None:
        mark = f" {verdict_words(each.firmness.verdict, words.sentences)}"
        yield Cell(Kind.SHARE, each.firmness.tier_share, mark=mark)


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
    firm = sum(firmness.verdict is Verdict.FIRM for _, firmness in found)
    facts = {"firm": sentences.count(firm), "count": sentences.count(len(found))}
    yield say(N_("Places that are firm: {firm} of {count}."), **facts)
    least, firmness = min(found, key=lambda pair: pair[1].tier_share)
    told = {"candidate": words.quoted(least.id), "share": sentences.share(firmness.tier_share)}
    yield say(N_("The least firm is {candidate}: it keeps its tier in {share} of the draws."), **told)


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
    methods = paper.methods.methods
    for tier in paper.ranking.tiers:
        same = sum(all(each.tier != tier.id for each in method.differences) for method in methods)
        facts = {"count": words.sentences.count(len(methods)), "same": words.sentences.count(same)}
        sentence = N_("Other methods that fill {tier} with the same candidates: {same} of {count}.")
        yield words.say(sentence, tier=words.sentences.quoted(tier.title), **facts)


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
            yield say(N_("{candidate} has no place now, and could reach {possible} points."), **told)


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
    """Name who has a place without anybody's opinion of it, in a round that has opinions at all."""
    heard = {each.candidate for each in paper.opinions if each.opinion != "none"}
    unheard = [each.title for each in placed(paper.ranking) if each.id not in heard]
    if paper.opinions and unheard:
        yield words.say(N_("No opinion for or against is on record of {names}."), names=words.sentences.named(unheard))

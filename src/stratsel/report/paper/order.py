"""The order with how firm it is, and why candidates stand where they stand."""

from collections.abc import Collection, Iterator

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.contributions import contributions_blocks
from stratsel.report.document import Block, Bullets, Entries, Entry, Heading, Paragraph
from stratsel.report.justification import Justifier
from stratsel.report.paper.placed import has_place, placed
from stratsel.report.remarks import Remarks
from stratsel.report.robustness.words import Words
from stratsel.report.rules import legend_entries
from stratsel.report.screening import screens_entries, verdict_lines
from stratsel.report.sentences import MAX_NAMED
from stratsel.report.standing import standing_entries
from stratsel.report.tables import order_table, tied_ranks
from stratsel.results.paper import Paper
from stratsel.results.ranking import AnyCandidate, ExcludedCandidate, RankedCandidate

MAX_JUST_MISSED = 3
"""How many of those who have no place are justified."""


def order_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the order, how to read it, its remarks, the screens, and where the points come from."""
    ranking, sentences = paper.ranking, words.sentences
    if ranking.rejected:
        files = " · ".join(map(visible, ranking.rejected))
        sentence = N_("Left out because they are rejected (stratsel check says why): {files}")
        yield Paragraph(words.say(sentence, files=files))
    if ranking.candidates:
        yield order_table(ranking, ranking.candidates, sentences)
        yield Entries(tuple(legend_entries(ranking, sentences)))
        remarks = tuple(Remarks(ranking, sentences, ranking.candidates).all())
        if remarks:
            yield Bullets(remarks)
    if ranking.screens:
        yield Heading(3, words.say(N_("Screens")))
        yield screens_entries(ranking, sentences, MAX_NAMED)
    yield from contributions_blocks(ranking, ranking.candidates, sentences, 3)


def reasons_blocks(paper: Paper, words: Words, candidates: Collection[str]) -> Iterator[Block]:
    """Yield why those with a place, who just missed one, and the excluded stand where they do; or those named."""
    ranking = paper.ranking
    if candidates:
        yield from _justified([each for each in ranking.candidates if each.id in candidates], words)
        others: list[AnyCandidate] = [*ranking.unranked, *ranking.excluded]
        yield from _outside([each for each in others if each.id in candidates], words)
        return
    missed = [each for each in ranking.candidates if not has_place(each)][:MAX_JUST_MISSED]
    chosen = [*placed(ranking), *missed]
    yield from _justified(chosen, words)
    left_out = len(ranking.candidates) - len(chosen)
    if left_out:
        sentence = N_("Candidates without a justification here: {count}.")
        yield Paragraph(words.say(sentence, count=words.sentences.count(left_out)), is_quiet=True)
    yield from _outside([*ranking.unranked, *ranking.excluded], words)


def _justified(chosen: Collection[RankedCandidate], words: Words) -> Iterator[Block]:
    justifier = Justifier(words.ranking, words.sentences, in_full=True)
    tied = tied_ranks(words.ranking)
    for each in chosen:
        facts = {
            "candidate": words.sentences.quoted(each.title),
            "rank": words.sentences.rank(each.rank, each.rank in tied),
        }
        yield Heading(3, words.say(N_("Why {candidate} is ranked {rank}"), **facts))
        if each.reasons is not None:
            yield justifier.entries(each, each.reasons)
        else:
            yield Entries(tuple(standing_entries(each, words.ranking, words.sentences)))


def _outside(others: Collection[AnyCandidate], words: Words) -> Iterator[Block]:
    """Yield where those who are not in the order stand, and which screens keep out who is excluded."""
    unranked = [each for each in others if not isinstance(each, ExcludedCandidate)]
    if unranked:
        yield Heading(3, words.say(N_("Not ranked")))
    for each in unranked:
        yield Heading(4, words.candidate(each.id))
        yield Entries(tuple(standing_entries(each, words.ranking, words.sentences)))
    excluded = [each for each in others if isinstance(each, ExcludedCandidate)]
    if excluded:
        yield Heading(3, words.say(N_("Excluded")))
        yield Entries(
            tuple(
                Entry(words.candidate(each.id), tuple(verdict_lines(each.screens, words.sentences)))
                for each in excluded
            )
        )

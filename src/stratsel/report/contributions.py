"""Where the points of candidates come from; under other means than sums, what the criteria are worth."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Heading, Paragraph
from stratsel.report.sentences import Sentences
from stratsel.report.tables import (
    MAX_COMPARED,
    compared_criteria,
    contributions_table,
    is_sum,
    node_values_table,
    parts_add_up,
)
from stratsel.results.ranking import RankedCandidate, Ranking


def contributions_blocks(
    ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences, level: int
) -> Iterator[Block]:
    """Yield a heading of a level, and a table with the first of some candidates; nothing where there is none."""
    if not rows or not compared_criteria(ranking):
        return
    if not is_sum(ranking):
        yield Heading(level, sentences.say(N_("What the criteria are worth, by rank")))
        yield node_values_table(ranking, rows, sentences)
        return
    yield Heading(level, sentences.say(N_("Where the points come from, by rank")))
    yield contributions_table(ranking, rows, sentences)
    if not parts_add_up(ranking, rows):
        sentence = N_("Each part is rounded by itself, so that parts may miss the total in the last digit.")
        yield Paragraph(sentences.say(sentence), is_quiet=True)
    if len(rows) > MAX_COMPARED:
        sentence = N_("Columns: the first {count}; stratsel rank --format csv has all.")
        yield Paragraph(sentences.say(sentence, count=sentences.count(MAX_COMPARED)))

"""The study of robustness as a document."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Document, Heading, Paragraph
from stratsel.report.ending import ending
from stratsel.report.firmness import draws_words
from stratsel.report.robustness.changes import levels_blocks, nearest_blocks, needed_blocks
from stratsel.report.robustness.held import ordinal_blocks, preference_blocks, stability_blocks
from stratsel.report.robustness.margins import (
    drivers_blocks,
    means_blocks,
    steps_blocks,
    tornado_blocks,
    without_blocks,
)
from stratsel.report.robustness.often import acceptability_blocks, winning_blocks
from stratsel.report.robustness.words import Words
from stratsel.report.sentences import Sentences
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.study import Robustness

_TITLES = {
    RobustnessPart.ACCEPTABILITY: N_("How often each candidate stands where"),
    RobustnessPart.WINNING: N_("Who stands above whom"),
    RobustnessPart.STABILITY: N_("Between which weights it stays so"),
    RobustnessPart.PREFERENCE: N_("What holds for all weights"),
    RobustnessPart.ORDINAL: N_("What hangs on the values of levels"),
    RobustnessPart.NEAREST: N_("The nearest weights across a line"),
    RobustnessPart.NEEDED: N_("The single assessments across a line"),
    RobustnessPart.LEVELS: N_("The values of levels at a line"),
    RobustnessPart.TORNADO: N_("What moves the margin at a line"),
    RobustnessPart.DRIVERS: N_("What the margin’s variance comes from"),
    RobustnessPart.WITHOUT: N_("Without each criterion"),
    RobustnessPart.STEPS: N_("One level more or less"),
    RobustnessPart.MEANS: N_("Arithmetic against geometric"),
}
_BLOCKS: Mapping[RobustnessPart, Callable[[Any, Words], Iterator[Block]]] = {
    RobustnessPart.ACCEPTABILITY: acceptability_blocks,
    RobustnessPart.WINNING: winning_blocks,
    RobustnessPart.STABILITY: stability_blocks,
    RobustnessPart.PREFERENCE: preference_blocks,
    RobustnessPart.ORDINAL: ordinal_blocks,
    RobustnessPart.NEAREST: nearest_blocks,
    RobustnessPart.NEEDED: needed_blocks,
    RobustnessPart.LEVELS: levels_blocks,
    RobustnessPart.TORNADO: tornado_blocks,
    RobustnessPart.DRIVERS: drivers_blocks,
    RobustnessPart.WITHOUT: without_blocks,
    RobustnessPart.STEPS: steps_blocks,
    RobustnessPart.MEANS: means_blocks,
}


def compose_robustness(found: Robustness, language: str) -> Document:
    """Return a study as a document."""
    sentences = Sentences(language)
    blocks = tuple(_blocks(found, Words(found.ranking, sentences)))
    return Document(language, sentences.banner(found.ranking.round), blocks)


def part_title(part: RobustnessPart, words: Words) -> str:
    """Head a part."""
    return words.say(_TITLES[part])


def part_words(part: RobustnessPart, language: str) -> str:
    """Say what a part is about."""
    return part.vietnamese if language == "vi" else part.english


def _blocks(found: Robustness, words: Words) -> Iterator[Block]:
    sentences, ranking = words.sentences, found.ranking
    yield Heading(1, words.say(N_("How the order holds: {round}"), round=sentences.words(ranking.round.title)))
    yield Paragraph(sentences.words(ranking.round.question))
    if ranking.firmness is not None:
        yield Paragraph(words.say(N_("Varied are: {draws}."), draws=draws_words(ranking.firmness, sentences)))
    if not ranking.candidates:
        yield Paragraph(words.say(N_("Nobody is ranked.")))
    for part, made in found.parts.items() if ranking.candidates else ():
        yield Heading(2, part_title(part, words))
        yield Paragraph(part_words(part, sentences.language), is_quiet=True)
        if made is None:
            sentence = N_("Not given here: values are no plain weighted sums, or very many candidates are ranked.")
            yield Paragraph(words.say(sentence))
        else:
            yield from _BLOCKS[part](made, words)
    yield from ending(ranking, sentences, in_full=True)

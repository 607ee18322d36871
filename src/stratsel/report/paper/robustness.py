"""What would change the result: as much of the study of robustness as a meeting needs."""

from collections.abc import Iterator
from dataclasses import replace

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Heading, Paragraph
from stratsel.report.firmness import draws_words
from stratsel.report.paper.figures import Figures
from stratsel.report.robustness.compose import part_title
from stratsel.report.robustness.held import stability_blocks
from stratsel.report.robustness.margins import tornado_blocks
from stratsel.report.robustness.often import acceptability_blocks
from stratsel.report.robustness.words import Words
from stratsel.results.paper import Paper
from stratsel.results.robustness.acceptability import Acceptability
from stratsel.results.robustness.margin import Tornadoes
from stratsel.results.robustness.part import RobustnessPart
from stratsel.results.robustness.stability import Stability

MAX_ROWS = 20
"""How many candidates the tables of shares have, those that stand first."""


def robustness_blocks(paper: Paper, words: Words, figures: Figures) -> Iterator[Block]:
    """Yield what was varied, then tables and figures of each part that the study has."""
    if not paper.ranking.candidates:
        return
    firmness = paper.ranking.firmness
    if firmness is not None:
        yield Paragraph(words.say(N_("Varied are: {draws}."), draws=draws_words(firmness, words.sentences)))
    yield from _often(paper, words)
    stability = paper.robustness.parts.get(RobustnessPart.STABILITY)
    if isinstance(stability, Stability):
        yield Heading(3, part_title(RobustnessPart.STABILITY, words))
        yield from figures.stability()
        yield from stability_blocks(stability, words)
    tornadoes = paper.robustness.parts.get(RobustnessPart.TORNADO)
    if isinstance(tornadoes, Tornadoes) and tornadoes.margins:
        yield Heading(3, part_title(RobustnessPart.TORNADO, words))
        yield from figures.tornado()
        yield from tornado_blocks(tornadoes, words)


def _often(paper: Paper, words: Words) -> Iterator[Block]:
    found = paper.robustness.parts.get(RobustnessPart.ACCEPTABILITY)
    if not isinstance(found, Acceptability):
        return
    yield Heading(3, part_title(RobustnessPart.ACCEPTABILITY, words))
    yield from acceptability_blocks(replace(found, rows=found.rows[:MAX_ROWS]), words)
    if len(found.rows) > MAX_ROWS:
        facts = {"count": words.sentences.count(MAX_ROWS), "total": words.sentences.count(len(found.rows))}
        yield Paragraph(words.say(N_("Listed: the first {count} of {total}."), **facts), is_quiet=True)

"""The paper for the meeting as a document, in one language."""

from collections.abc import Callable, Collection, Iterator, Mapping

from stratsel.language.catalogue import N_
from stratsel.report.advice import advice_entries
from stratsel.report.document import Block, Document, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.ending import inputs_entry
from stratsel.report.firmness import draws_words
from stratsel.report.methods import methods_blocks
from stratsel.report.paper.criteria import MAX_ROWS, matrix_blocks, method_blocks
from stratsel.report.paper.figures import Figures
from stratsel.report.paper.foreign import NotingSentences
from stratsel.report.paper.opinions import opinions_blocks, sources_blocks
from stratsel.report.paper.order import order_blocks, reasons_blocks
from stratsel.report.paper.robustness import robustness_blocks
from stratsel.report.paper.section import Section
from stratsel.report.paper.sheets import limits_blocks, sheets_blocks
from stratsel.report.paper.summary import summary_blocks
from stratsel.report.robustness.words import Words
from stratsel.report.rules import counts_words
from stratsel.report.scenario import scenario_blocks
from stratsel.results.paper import Paper

_TITLES = {
    Section.METHOD: N_("Criteria and weights"),
    Section.MATRIX: N_("What the dossiers say, before any total"),
    Section.RANKING: N_("The order, and how firm it is"),
    Section.REASONS: N_("Justifications"),
    Section.OPINIONS: N_("Opinions and decisions"),
    Section.ADVICE: N_("Advice on the decision"),
    Section.ROBUSTNESS: N_("What would change the result"),
    Section.METHODS: N_("Appendix: other methods"),
    Section.SHEETS: N_("Sheets for those who decide"),
    Section.LIMITS: N_("Limits of this analysis"),
    Section.SOURCES: N_("Sources"),
}
"""The headings of the sections that do not begin with one of their own."""


def compose_paper(
    paper: Paper, language: str, sections: Collection[Section] = tuple(Section), candidates: Collection[str] = ()
) -> Document:
    """Return the paper as a document.

    Args:
        paper: what it is made of.
        language: the reader's.
        sections: those to write, in their own order; all unless said.
        candidates: those to justify; all with a place, who just missed one, and the excluded unless said.
    """
    plain = paper.plain if paper.ranking.round.lang != language else ()
    composer = _Composer(paper, NotingSentences(language, plain), candidates)
    blocks = (*composer.body(sections), *composer.end())
    return Document(language, composer.sentences.banner(paper.ranking.round), (*composer.head(), *blocks))


class _Composer:
    """Makes the blocks of one paper."""

    def __init__(self, paper: Paper, sentences: NotingSentences, candidates: Collection[str]) -> None:
        self.paper, self.sentences, self.candidates = paper, sentences, candidates
        self.words = Words(paper.ranking, sentences)
        self.figures = Figures(paper, self.words)
        self.makers: Mapping[Section, Callable[[], Iterator[Block]]] = {
            Section.SUMMARY: lambda: summary_blocks(paper, self.words),
            Section.METHOD: lambda: method_blocks(paper, self.words),
            Section.MATRIX: lambda: matrix_blocks(paper, self.words),
            Section.RANKING: self._ranking,
            Section.WHAT_IF: lambda: scenario_blocks(paper.ranking, paper.ranking.candidates, sentences, in_full=False),
            Section.REASONS: lambda: reasons_blocks(paper, self.words, candidates),
            Section.OPINIONS: lambda: opinions_blocks(paper, self.words),
            Section.ADVICE: self._advice,
            Section.ROBUSTNESS: lambda: robustness_blocks(paper, self.words, self.figures),
            Section.METHODS: self._methods,
            Section.SHEETS: lambda: sheets_blocks(paper, self.words),
            Section.LIMITS: lambda: limits_blocks(self.words),
            Section.SOURCES: lambda: sources_blocks(paper, self.words),
        }

    def head(self) -> Iterator[Block]:
        """Yield the title; to be asked for last, as it says how much of the rest is in another language."""
        ranking = self.paper.ranking
        yield Heading(1, self.sentences.words(ranking.round.title))
        told = [self.words.say(N_("Paper for the meeting")), counts_words(ranking, self.sentences)]
        if self.sentences.foreign:
            count = self.sentences.count(len(self.sentences.foreign))
            told.append(self.words.say(N_("texts in another language: {count}"), count=count))
        yield Paragraph(" · ".join(told), is_quiet=True)

    def body(self, sections: Collection[Section]) -> Iterator[Block]:
        """Yield the sections that are asked for and that the round has something for."""
        for section in Section:
            made = tuple(self.makers[section]()) if section in sections else ()
            if made and section in _TITLES:
                yield Heading(2, self.words.say(_TITLES[section]), section.value)
            yield from made

    def end(self) -> Iterator[Block]:
        """Yield what the paper was made from, and whose assessments those are."""
        ranking = self.paper.ranking
        yield Heading(2, self.words.say(N_("What this paper was made from")))
        entries = [inputs_entry(ranking, self.sentences, in_full=True)]
        if ranking.firmness is not None:
            draws = draws_words(ranking.firmness, self.sentences)
            entries.append(Entry(self.words.say(N_("Draws")), (Line(draws),)))
        yield Entries(tuple(entries))
        closing = self.sentences.closing(ranking.round)
        if closing:
            yield Paragraph(closing)

    def _ranking(self) -> Iterator[Block]:
        yield from order_blocks(self.paper, self.words)
        yield from self.figures.contributions()
        yield from self.figures.acceptability()

    def _advice(self) -> Iterator[Block]:
        if self.paper.ranking.advice:
            yield advice_entries(self.paper.ranking, self.sentences, in_full=True)

    def _methods(self) -> Iterator[Block]:
        if self.paper.methods is not None:
            yield from self.figures.methods()
            yield from methods_blocks(self.paper.methods, self.sentences, MAX_ROWS)

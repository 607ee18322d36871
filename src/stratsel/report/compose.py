"""From a ranking to the document that people read, in whatever format."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.advice import advice_entries
from stratsel.report.contributions import contributions_blocks
from stratsel.report.decisions import decisions_entries, decisions_table
from stratsel.report.document import Block, Bullets, Document, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.ending import inputs_entry
from stratsel.report.justification import Justifier
from stratsel.report.remarks import Remarks
from stratsel.report.rules import counts_words, legend_entries, rules_entries
from stratsel.report.scenario import scenario_blocks
from stratsel.report.screening import screens_entries, verdict_lines
from stratsel.report.selection import listed
from stratsel.report.sentences import MAX_NAMED, Sentences
from stratsel.report.settling import settling_blocks
from stratsel.report.tables import has_own_value, order_table
from stratsel.results.ranking import (
    ExcludedCandidate,
    RankedCandidate,
    Ranking,
    TierFacts,
    UnrankedCandidate,
)
from stratsel.terms import Certainty

MAX_JUST_MISSED = 3
"""How many candidates below the last line are justified where a document is kept short."""
MAX_JUSTIFIED = 20
"""How many justifications there are where a document is kept short."""
_Placed = RankedCandidate | UnrankedCandidate | ExcludedCandidate


def compose_ranking(ranking: Ranking, language: str, top: int | None = None, in_full: bool = False) -> Document:
    """Return a ranking as a document: first whose it is, then the order, what is sure, and why.

    Args:
        ranking: the result.
        language: the reader's.
        top: list only the first places, with all who are tied at the last of them.
        in_full: every justification and all evidence, instead of what fits a screen.
    """
    composer = _Composer(ranking, Sentences(language), listed(ranking, top), in_full)
    return Document(language, composer.sentences.banner(ranking.round), tuple(composer.blocks()))


class _Composer:
    """Makes the blocks of one document."""

    def __init__(self, ranking: Ranking, sentences: Sentences, rows: Sequence[RankedCandidate], in_full: bool) -> None:
        self.ranking = ranking
        self.sentences = sentences
        self.rows = rows
        self.in_full = in_full
        self.say = sentences.say
        self.groups: dict[int, list[RankedCandidate]] = {}
        for each in ranking.candidates:
            self.groups.setdefault(each.rank, []).append(each)

    def blocks(self) -> Iterator[Block]:
        yield Heading(1, self.sentences.words(self.ranking.round.title))
        yield Paragraph(self.sentences.words(self.ranking.round.question))
        yield Paragraph(counts_words(self.ranking, self.sentences), is_quiet=True)
        yield from self._order()
        yield from scenario_blocks(self.ranking, self.rows, self.sentences, in_full=self.in_full)
        yield from self._screens()
        yield from self._sureness()
        yield from self._decisions()
        yield from contributions_blocks(self.ranking, self.rows, self.sentences, 2)
        yield from self._justifications()
        yield from self._advice()
        yield Heading(2, self.say(N_("How the order was made")))
        inputs = inputs_entry(self.ranking, self.sentences, self.in_full)
        yield Entries((*rules_entries(self.ranking, self.sentences), inputs))
        yield from self._end()

    def _order(self) -> Iterator[Block]:
        if self.ranking.rejected:
            files = " · ".join(map(visible, self.ranking.rejected))
            sentence = N_("Left out because they are rejected (stratsel check says why): {files}")
            yield Paragraph(self.say(sentence, files=files))
        if not self.rows:
            yield Paragraph(self.say(N_("Nobody is ranked.")))
            return
        yield order_table(self.ranking, self.rows, self.sentences)
        if len(self.rows) < len(self.ranking.candidates):
            count, total = (self.sentences.count(len(each)) for each in (self.rows, self.ranking.candidates))
            yield Paragraph(self.say(N_("Listed: the first {count} of {total}."), count=count, total=total))
        yield Entries((*self._value(), *legend_entries(self.ranking, self.sentences)))
        remarks = tuple(Remarks(self.ranking, self.sentences, self.rows).all())
        if remarks:
            yield Bullets(remarks)

    def _value(self) -> Iterator[Entry]:
        if has_own_value(self.ranking):
            sentence = N_("what the order is by; how it was made stands at the end.")
            yield Entry(self.say(N_("Value")), (Line(self.say(sentence)),))

    def _sureness(self) -> Iterator[Block]:
        yield Heading(2, self.say(N_("How sure the places are")))
        yield Entries(tuple(self._sure_of(tier) for tier in self.ranking.tiers))
        if self.ranking.open_places.count:
            yield Heading(2, self.say(N_("What would settle the open places")))
            yield from settling_blocks(self.ranking, self.sentences)

    def _screens(self) -> Iterator[Block]:
        if self.ranking.screens:
            yield Heading(2, self.say(N_("Screens")))
            yield screens_entries(self.ranking, self.sentences, MAX_NAMED if self.in_full else MAX_NAMED // 2)
        if self.ranking.excluded:
            yield Heading(2, self.say(N_("Excluded")))
            excluded = self.ranking.excluded if self.in_full else self.ranking.excluded[:MAX_JUSTIFIED]
            yield Entries(tuple(self._excluded(each) for each in excluded))
            left_out = len(self.ranking.excluded) - len(excluded)
            if left_out:
                sentence = N_("Excluded candidates that are not listed here: {count}.")
                yield Paragraph(self.say(sentence, count=self.sentences.count(left_out)), is_quiet=True)

    def _excluded(self, each: ExcludedCandidate) -> Entry:
        verdicts = each.screens if self.in_full else [verdict for verdict in each.screens if verdict.excludes]
        return Entry(self.sentences.words(each.title), tuple(verdict_lines(verdicts, self.sentences)))

    def _decisions(self) -> Iterator[Block]:
        if self.ranking.decisions:
            yield Heading(2, self.say(N_("What was decided, beside the order")))
            yield decisions_table(self.ranking, self.sentences)
            yield decisions_entries(self.ranking, self.sentences)

    def _sure_of(self, tier: TierFacts) -> Entry:
        ranking = self.ranking
        could_come = [each for each in ranking.excluded if set(each.places.values()) != {Certainty.OUT}]
        everyone: list[_Placed] = [*ranking.candidates, *ranking.unranked, *could_come]
        found = {
            certainty: [each.title for each in everyone if each.places[tier.id] is certainty] for certainty in Certainty
        }
        if not everyone:
            lines = [self.say(N_("nobody can have a place."))]
        elif len(found[Certainty.OPEN]) == len(everyone):
            lines = [self.say(N_("all places are open: nobody is sure in or sure out."))]
        elif len(found[Certainty.IN]) == len(everyone):
            lines = [self.say(N_("everybody is sure in, whatever is still open."))]
        else:
            sentences = {
                Certainty.IN: N_("sure in: {names}"),
                Certainty.OPEN: N_("open: {names}"),
                Certainty.OUT: N_("sure out: {names}"),
            }
            lines = [
                self.say(sentences[certainty], names=self.sentences.named(titles))
                for certainty, titles in found.items()
                if titles
            ]
        return Entry(self.sentences.words(tier.title), tuple(Line(line) for line in lines))

    def _justifications(self) -> Iterator[Block]:
        justifier = Justifier(self.ranking, self.sentences, self.in_full)
        justified = self._justified()
        if not self.rows:
            return
        yield Heading(2, self.say(N_("Justifications")))
        for each in justified:
            assert each.reasons is not None
            sentence = N_("Why {candidate} is ranked {rank}")
            rank = self.sentences.rank(each.rank, len(self.groups[each.rank]) > 1)
            yield Heading(3, self.say(sentence, candidate=self.sentences.quoted(each.title), rank=rank))
            yield justifier.entries(each, each.reasons)
        left_out = len(self.rows) - len(justified)
        if left_out:
            sentence = N_("Candidates without a justification here: {count}.")
            yield Paragraph(self.say(sentence, count=self.sentences.count(left_out)), is_quiet=True)

    def _justified(self) -> list[RankedCandidate]:
        possible = [each for each in self.rows if each.reasons is not None]
        if self.in_full:
            return possible
        chosen = [each for each in possible if each.tier is not None or each.landing.ties]
        missed = [each for each in possible if each.tier is None and not each.landing.ties]
        return [*chosen, *missed[:MAX_JUST_MISSED]][:MAX_JUSTIFIED]

    def _advice(self) -> Iterator[Block]:
        if self.ranking.advice:
            yield Heading(2, self.say(N_("Advice on the decision")))
            yield advice_entries(self.ranking, self.sentences, self.in_full)

    def _end(self) -> Iterator[Block]:
        closing = self.sentences.closing(self.ranking.round)
        if closing:
            yield Paragraph(closing)
        if self.in_full:
            more = self.say(N_("More: --format json has every contribution and every reason as data."))
        else:
            more = self.say(
                N_("More: --format markdown has all evidence, --format json every contribution and reason.")
            )
        yield Paragraph(more, is_quiet=True)

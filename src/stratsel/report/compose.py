"""From a ranking to the document that people read, in whatever format."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import Block, Bullets, Document, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.justification import Justifier
from stratsel.report.selection import listed
from stratsel.report.sentences import TIED, Sentences
from stratsel.report.tables import MAX_COMPARED, contributions_table, order_table, parts_add_up
from stratsel.results.ranking import CriterionFacts, RankedCandidate, Ranking, TierFacts
from stratsel.terms import Certainty

MAX_JUST_MISSED = 3
"""How many candidates below the last line are justified where a document is kept short."""
MAX_JUSTIFIED = 20
"""How many justifications there are where a document is kept short."""
MAX_TIES = 5
"""How many shared ranks are named beside those that lie across a line."""
_DIGEST_SHOWN = len("sha256:") + 12


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
        yield Paragraph(self._counts(), is_quiet=True)
        yield from self._order()
        yield from self._sureness()
        yield from self._contributions()
        yield from self._justifications()
        yield from self._method()
        yield from self._end()

    def _counts(self) -> str:
        facts = self.ranking.round
        counts = [
            self.say(N_("candidates: {count}"), count=self.sentences.count(len(self.ranking.candidates))),
            self.say(N_("leaves: {count}"), count=self.sentences.count(sum(c.is_leaf for c in self.ranking.criteria))),
            self.say(N_("judged as of {date}"), date=self.sentences.date(facts.reference_date)),
            self.sentences.status(facts),
        ]
        return " · ".join(counts)

    def _order(self) -> Iterator[Block]:
        if self.ranking.rejected:
            files = " · ".join(map(visible, self.ranking.rejected))
            sentence = N_("Left out because they are rejected (stratsel check says why): {files}")
            yield Paragraph(self.say(sentence, files=files))
        yield order_table(self.ranking, self.rows, self.sentences)
        if len(self.rows) < len(self.ranking.candidates):
            count, total = (self.sentences.count(len(each)) for each in (self.rows, self.ranking.candidates))
            yield Paragraph(self.say(N_("Listed: the first {count} of {total}."), count=count, total=total))
        yield Entries(tuple(self._legend()))
        remarks = (*self._ties(), *self._flags(), *self._silent())
        if remarks:
            yield Bullets(remarks)

    def _legend(self) -> Iterator[Entry]:
        yield self._entry(
            N_("Shown"), N_("what the dossier establishes: unknown counts as worst, a range by its lower end.")
        )
        yield self._entry(N_("Possible"), N_("the same if everything open turned out best."))
        yield self._entry(N_("Unknown"), N_("the share of the weight on which the dossier knows nothing."))

    def _entry(self, term: str, sentence: str, **facts: str) -> Entry:
        return Entry(self.say(term), (Line(self.say(sentence, **facts)),))

    def _ties(self) -> Iterator[str]:
        listed_ranks = {each.rank for each in self.rows}
        shared = [group for rank, group in self.groups.items() if len(group) > 1 and rank in listed_ranks]
        told = [group for group in shared if group[0].landing.ties]
        told += [group for group in shared if not group[0].landing.ties][:MAX_TIES]
        for group in told:
            names = self.sentences.named([each.title for each in group])
            mark = self.sentences.rank(group[0].rank, is_shared=True)
            sentence = N_("{mark} is shared by {names}: nothing in the files separates them.")
            yield self.say(sentence, mark=mark, names=names)
            for tie in group[0].landing.ties:
                title = next(tier.title for tier in self.ranking.tiers if tier.id == tie.tier)
                places = self.sentences.tied_for(title, tie.places_left)
                yield self.say(N_("They are {tied}; people settle who takes them."), tied=places)
        if len(shared) > len(told):
            count = self.sentences.count(len(shared) - len(told))
            yield self.say(N_("Further ranks that are shared, marked {mark}: {count}."), mark=TIED, count=count)

    def _flags(self) -> Iterator[str]:
        criteria = {each.id: each.title for each in self.ranking.criteria}
        flagged = dict.fromkeys((each.rank, flag.leaf) for each in self.rows for flag in each.flags)
        for rank, leaf in flagged:
            names = self.sentences.named([each.title for each in self.groups[rank]])
            sentence = N_("{names} are equal only because amounts beyond the scale of {criterion} count as its end.")
            yield self.say(sentence, names=names, criterion=self.sentences.words(criteria[leaf]))

    def _silent(self) -> Iterator[str]:
        """Say where nobody has a point, as far up the tree as that holds."""
        if len(self.ranking.candidates) < 2:
            return
        silent = [each for each in self.ranking.criteria if self._is_silent(each)]
        ids = {each.id for each in silent}
        topmost = [each for each in silent if each.parent not in ids]
        if topmost:
            titles = " · ".join(self.sentences.words(each.title) for each in topmost)
            points = self.sentences.points(sum(each.weight for each in topmost))
            sentence = N_("Nobody has a point on {criteria}: {points} of the points separate nobody yet.")
            yield self.say(sentence, criteria=titles, points=points)

    def _is_silent(self, criterion: CriterionFacts) -> bool:
        return criterion.weight > 0 and not any(each.contributions[criterion.id] for each in self.ranking.candidates)

    def _sureness(self) -> Iterator[Block]:
        yield Heading(2, self.say(N_("How sure the places are")))
        yield Entries(tuple(self._sure_of(tier) for tier in self.ranking.tiers))

    def _sure_of(self, tier: TierFacts) -> Entry:
        found = {
            certainty: [each.title for each in self.ranking.candidates if each.places[tier.id] is certainty]
            for certainty in Certainty
        }
        everyone = len(self.ranking.candidates)
        if len(found[Certainty.OPEN]) == everyone:
            lines = [self.say(N_("all places are open: nobody is sure in or sure out."))]
        elif len(found[Certainty.IN]) == everyone:
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

    def _contributions(self) -> Iterator[Block]:
        yield Heading(2, self.say(N_("Where the points come from, by rank")))
        yield contributions_table(self.ranking, self.rows, self.sentences)
        if not parts_add_up(self.ranking, self.rows):
            sentence = N_("Each part is rounded by itself, so that parts may miss the total in the last digit.")
            yield Paragraph(self.say(sentence), is_quiet=True)
        if len(self.rows) > MAX_COMPARED:
            sentence = N_("Columns: the first {count}; --format csv has all.")
            yield Paragraph(self.say(sentence, count=self.sentences.count(MAX_COMPARED)))

    def _justifications(self) -> Iterator[Block]:
        justifier = Justifier(self.ranking, self.sentences, self.in_full)
        justified = self._justified()
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

    def _method(self) -> Iterator[Block]:
        facts = self.ranking.round
        yield Heading(2, self.say(N_("How the order was made")))
        order = N_("by Shown: what is not shown does not count (missing: {missing}).")
        entries = [self._entry(N_("Order"), order, missing=facts.missing)]
        if facts.ties:
            titles = {each.id: each.title for each in self.ranking.criteria}
            nodes = " · ".join(self.sentences.words(titles[node]) for node in facts.ties)
            entries.append(self._entry(N_("Ties"), N_("separated by {criteria}, in this order."), criteria=nodes))
        by, why = self.sentences.words(facts.weighting_by), self.sentences.words(facts.weighting_why)
        entries.append(self._entry(N_("Weights"), N_("by {by}. {why}"), by=by, why=why))
        entries.append(Entry(self.say(N_("Inputs")), (Line(self._inputs()),)))
        yield Entries(tuple(entries))

    def _inputs(self) -> str:
        facts = self.ranking.round
        digest = facts.digest if self.in_full else f"{facts.digest[:_DIGEST_SHOWN]}…"
        return f"{digest} · {visible(facts.criteria_file)} · stratsel {self.ranking.version}"

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

"""From a ranking to the document that people read, in whatever format."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.decisions import decisions_entries, decisions_table
from stratsel.report.document import Block, Bullets, Document, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.firmness import draws_words
from stratsel.report.justification import Justifier
from stratsel.report.remarks import Remarks
from stratsel.report.screening import screens_entries, verdict_lines
from stratsel.report.selection import listed
from stratsel.report.sentences import MAX_NAMED, Sentences
from stratsel.report.settling import settling_blocks
from stratsel.report.tables import (
    MAX_COMPARED,
    compared_criteria,
    contributions_table,
    has_own_value,
    is_sum,
    node_values_table,
    order_table,
    parts_add_up,
)
from stratsel.results.ranking import (
    ExcludedCandidate,
    RankedCandidate,
    Ranking,
    RoundFacts,
    TierFacts,
    UnrankedCandidate,
)
from stratsel.terms import Certainty, Combine, Members, Missing

MAX_JUST_MISSED = 3
"""How many candidates below the last line are justified where a document is kept short."""
MAX_JUSTIFIED = 20
"""How many justifications there are where a document is kept short."""
_ORDERS = {
    Missing.WORST: N_("by Shown: what is not shown does not count (missing: {missing})."),
    Missing.AVAILABLE: N_(
        "by what is known, its weights scaled up to the whole; a range counts by its likely figure, else by its middle "
        "(missing: {missing}, at least {least} of the weight)."
    ),
    Missing.REFUSE: N_(
        "nothing is unknown; a range counts by its likely figure, else by its middle (missing: {missing})."
    ),
}
_MEMBERS = {
    Members.ALL: N_("{tier} counts its places ({places}) by {field} and holds everybody of these: {held} in all."),
    Members.IN_ORDER: N_(
        "{tier} counts its places ({places}) by {field} and holds everybody down to the first too many: {held} in all."
    ),
}
_COMBINES = {
    Combine.GEOMETRIC: N_(
        "{criterion} is the weighted geometric mean of its parts: one part worth nothing makes it worth nothing."
    ),
    Combine.HARMONIC: N_(
        "{criterion} is the weighted harmonic mean of its parts: one part worth nothing makes it worth nothing."
    ),
    Combine.MINIMUM: N_("{criterion} is worth as much as its weakest part."),
    Combine.MAXIMUM: N_("{criterion} is worth as much as its strongest part."),
}
_Placed = RankedCandidate | UnrankedCandidate | ExcludedCandidate
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
        yield from self._screens()
        yield from self._sureness()
        yield from self._decisions()
        yield from self._contributions()
        yield from self._justifications()
        yield from self._method()
        yield from self._end()

    def _counts(self) -> str:
        facts, ranking = self.ranking.round, self.ranking
        counts = {
            N_("ranked: {count}"): len(ranking.candidates),
            N_("not ranked: {count}"): len(ranking.unranked),
            N_("excluded: {count}"): len(ranking.excluded),
            N_("leaves: {count}"): sum(each.is_leaf for each in ranking.criteria),
            N_("screens: {count}"): len(ranking.screens),
        }
        told = [self.say(words, count=self.sentences.count(count)) for words, count in counts.items() if count]
        date = self.say(N_("judged as of {date}"), date=self.sentences.date(facts.reference_date))
        return " · ".join([*told, date, self.sentences.status(facts)])

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
        yield Entries(tuple(self._legend()))
        remarks = tuple(Remarks(self.ranking, self.sentences, self.rows).all())
        if remarks:
            yield Bullets(remarks)

    def _legend(self) -> Iterator[Entry]:
        if has_own_value(self.ranking):
            yield self._entry(N_("Value"), N_("what the order is by; how it was made stands at the end."))
        yield self._entry(
            N_("Shown"), N_("what the dossier establishes: unknown counts as worst, a range by its lower end.")
        )
        yield self._entry(N_("Possible"), N_("the same if everything open turned out best."))
        yield self._entry(N_("Unknown"), N_("the share of the weight on which the dossier knows nothing."))
        if self.ranking.firmness is not None:
            draws = draws_words(self.ranking.firmness, self.sentences)
            yield self._entry(N_("Keeps its tier"), N_("in how many draws: {draws}."), draws=draws)

    def _entry(self, term: str, sentence: str, **facts: str) -> Entry:
        return Entry(self.say(term), (Line(self.say(sentence, **facts)),))

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

    def _contributions(self) -> Iterator[Block]:
        if not self.rows or not compared_criteria(self.ranking):
            return
        if not is_sum(self.ranking):
            yield Heading(2, self.say(N_("What the criteria are worth, by rank")))
            yield node_values_table(self.ranking, self.rows, self.sentences)
            return
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

    def _method(self) -> Iterator[Block]:
        facts = self.ranking.round
        yield Heading(2, self.say(N_("How the order was made")))
        entries = [Entry(self.say(N_("Order")), tuple(Line(text) for text in self._rules(facts)))]
        if facts.ties:
            titles = {each.id: each.title for each in self.ranking.criteria}
            nodes = " · ".join(self.sentences.words(titles[node]) for node in facts.ties)
            entries.append(self._entry(N_("Ties"), N_("separated by {criteria}, in this order."), criteria=nodes))
        by, why = self.sentences.words(facts.weighting_by), self.sentences.words(facts.weighting_why)
        entries.append(self._entry(N_("Weights"), N_("by {by}. {why}"), by=by, why=why))
        entries.append(Entry(self.say(N_("Inputs")), (Line(self._inputs()),)))
        yield Entries(tuple(entries))

    def _rules(self, facts: RoundFacts) -> Iterator[str]:
        least = self.sentences.share(facts.at_least)
        yield self.say(_ORDERS[Missing(facts.missing)], missing=facts.missing, least=least)
        yield from self._combined(facts)
        if facts.resolution is not None:
            step = self.sentences.exact(facts.resolution)
            yield self.say(N_("Values are rounded half up to {step} points before anything compares them."), step=step)
        if facts.minimum:
            points = self.sentences.exact(facts.minimum)
            yield self.say(N_("Nobody below {points} points has a place."), points=points)
        for tier in self.ranking.tiers:
            title = self.sentences.quoted(tier.title)
            if tier.members is not None:
                places, held = self.sentences.count(tier.places), self.sentences.count(tier.held)
                field = self.sentences.quoted(tier.count or "")
                yield self.say(_MEMBERS[tier.members], tier=title, places=places, field=field, held=held)
            elif tier.is_limited:
                yield self.say(N_("{tier} keeps to its quotas: the best set by rank, place after place."), tier=title)

    def _combined(self, facts: RoundFacts) -> Iterator[str]:
        """Say of what is no arithmetic mean how it is made of its parts."""
        if facts.combine in _COMBINES:
            yield self.say(_COMBINES[facts.combine], criterion=self.say(N_("The whole")))
        for each in self.ranking.criteria:
            if each.combine in _COMBINES:
                yield self.say(_COMBINES[each.combine], criterion=self.sentences.quoted(each.title))

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

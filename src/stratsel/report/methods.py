"""Other methods beside the order of a round, as a document: an appendix, which changes nothing in the order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stratsel.language.catalogue import N_
from stratsel.language.numbers import format_number
from stratsel.report.document import (
    DASH,
    Block,
    Cell,
    Column,
    Document,
    Entries,
    Entry,
    Heading,
    Kind,
    Line,
    Paragraph,
    Table,
)
from stratsel.report.ending import ending
from stratsel.report.sentences import Sentences
from stratsel.results.methods import MethodFacts, OtherMethods, TierDifference
from stratsel.terms import Combine

NAMES = {
    "weighted-product": N_("Weighted product"),
    "waspas": "WASPAS",
    "spotis": "SPOTIS",
    "topsis": "TOPSIS",
    "vikor": "VIKOR",
    "promethee-usual": N_("PROMETHEE usual"),
    "promethee-linear": N_("PROMETHEE linear"),
    "edas": "EDAS",
    "mabac": "MABAC",
}
"""What methods are called; short, since they head columns."""
_SENTENCES = {
    "weighted-product": N_(
        "Values are multiplied, each to the power of its weight: who has nothing on one leaf gets nothing for the "
        "others."
    ),
    "waspas": N_(
        "The mean of the weighted sum and the weighted product: who has nothing on one leaf keeps only the half that "
        "is the sum."
    ),
    "spotis": N_(
        "The weighted distance from the best end of every scale. On scales that the criteria file fixes this is the "
        "weighted sum turned round: where the order of the round is by that sum, it confirms nothing."
    ),
    "topsis": N_(
        "The distance to the best that anybody has on each leaf, against that to the worst: who is compared decides "
        "what is good."
    ),
    "vikor": N_(
        "What is missing to the best that anybody has, on the whole and on the worst leaf, as shares of the range "
        "seen: a leaf on which all are nearly alike counts as much as any other."
    ),
    "promethee-usual": N_(
        "Pairs are compared leaf by leaf and wins counted: the smallest difference counts as much as the largest."
    ),
    "promethee-linear": N_(
        "Pairs are compared leaf by leaf; preference grows with the difference and is full from {full} of the scale, "
        "a figure that nobody in the round has chosen."
    ),
    "edas": N_("The distance above and below the average of those compared: who is compared decides what is average."),
    "mabac": N_(
        "The weighted sum of shares of the range seen, less a border that is the same for all: a leaf on which all are "
        "nearly alike counts as much as any other."
    ),
}
_PLACES = 3
"""The decimal places of a correlation."""


def compose_methods(found: OtherMethods, language: str) -> Document:
    """Return what other methods make of a round as a document."""
    composer = _Composer(found, Sentences(language))
    return Document(language, composer.sentences.banner(found.ranking.round), tuple(composer.blocks()))


def methods_blocks(found: OtherMethods, sentences: Sentences, most: int) -> Iterator[Block]:
    """Yield the comparison for a document that holds more than it, its headings a level lower.

    The tables of ranks list the first `most` candidates, and say so.
    """
    for block in _Composer(found, sentences, most).compared():
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


class _Composer:
    """Makes the blocks of one document."""

    def __init__(self, found: OtherMethods, sentences: Sentences, most: int | None = None) -> None:
        self.found = found
        self.ranking = found.ranking
        self.listed = found.ranking.candidates[:most]
        self.sentences = sentences
        self.say = sentences.say
        self.titles = {each.id: each.title for each in self.ranking.candidates}

    def blocks(self) -> Iterator[Block]:
        title = self.sentences.words(self.ranking.round.title)
        yield Heading(1, self.say(N_("Appendix: {round} under other methods"), round=title))
        yield Paragraph(
            self.say(
                N_(
                    "Nothing here is mixed into the values or the order of the round. The same values on each leaf and "
                    "the same weights are put together in other ways; each way has a weakness, which is named below."
                )
            )
        )
        if not self._is_sum():
            yield Paragraph(
                self.say(
                    N_(
                        "The round does not add everything up. The methods know no tree: they take each leaf with the "
                        "share of the whole that the weights along its way give it."
                    )
                )
            )
        if not self.ranking.candidates:
            yield Paragraph(self.say(N_("Nobody is ranked.")))
        else:
            yield from self.compared()
        yield from ending(self.ranking, self.sentences, in_full=True)

    def compared(self) -> Iterator[Block]:
        yield Heading(2, self.say(N_("Ranks side by side")))
        yield Paragraph(self.say(N_("Each candidate valued by itself:")))
        yield self._ranks([each for each in self.found.methods if not each.is_relative])
        yield Paragraph(self.say(N_("Each candidate valued beside the others:")))
        yield self._ranks([each for each in self.found.methods if each.is_relative])
        if len(self.listed) < len(self.ranking.candidates):
            count, total = map(self.sentences.count, (len(self.listed), len(self.ranking.candidates)))
            yield Paragraph(
                self.say(N_("Listed: the first {count} of {total}."), count=count, total=total), is_quiet=True
            )
        yield Heading(2, self.say(N_("How alike the orders are")))
        yield self._correlations()
        if self.ranking.tiers:
            yield Heading(2, self.say(N_("Where the shortlist differs")))
            yield Entries(tuple(self._differences(each) for each in self.found.methods))
        yield Heading(2, self.say(N_("What each method does, and its weakness here")))
        yield Entries(tuple(self._weakness(each) for each in self.found.methods))

    def _is_sum(self) -> bool:
        ways = {each.combine for each in self.ranking.criteria if not each.is_leaf}
        return ways | {self.ranking.round.combine} == {Combine.ARITHMETIC}

    def _name(self, method: MethodFacts) -> str:
        return self.say(NAMES[method.id])

    # --- tables -----------------------------------------------------------------------------------

    def _ranks(self, methods: Sequence[MethodFacts]) -> Table:
        columns = (
            Column(self.say(N_("Candidate")), "left", yields=True, is_key=True),
            Column(self.say(N_("This round")), is_key=True),
            *(Column(self._name(each), priority=at) for at, each in enumerate(methods, 1)),
        )
        orders = [
            {each.id: each.rank for each in self.ranking.candidates},
            *({name: place.rank for name, place in each.places.items()} for each in methods),
        ]
        shared = [_shared(order.values()) for order in orders]
        rows = (
            (
                Cell(Kind.TEXT, self.sentences.words(each.title)),
                *(
                    Cell(Kind.TEXT, self.sentences.rank(order[each.id], order[each.id] in ties))
                    for order, ties in zip(orders, shared, strict=True)
                ),
            )
            for each in self.listed
        )
        return Table(columns, tuple(rows))

    def _correlations(self) -> Table:
        columns = (
            Column(self.say(N_("Method")), "left", yields=True, is_key=True),
            Column(self.say(N_("Spearman’s rho"))),
            Column(self.say(N_("Kendall’s tau-b"))),
            Column(self.say(N_("Land elsewhere"))),
        )
        rows = (
            (
                Cell(Kind.TEXT, self._name(each)),
                self._correlation(each.spearman),
                self._correlation(each.kendall),
                Cell(Kind.COUNT, len(self._elsewhere(each))),
            )
            for each in self.found.methods
        )
        return Table(columns, tuple(rows))

    def _correlation(self, value: float | None) -> Cell:
        if value is None:
            return Cell(Kind.TEXT, DASH)
        return Cell(Kind.TEXT, format_number(value, self.sentences.language, _PLACES))

    def _elsewhere(self, method: MethodFacts) -> list[str]:
        """Return who has another tier by a method than in the round."""
        places = method.places
        return [each.id for each in self.ranking.candidates if places[each.id].landing.tier != each.tier]

    # --- the shortlist ----------------------------------------------------------------------------

    def _differences(self, method: MethodFacts) -> Entry:
        if {place.rank for place in method.places.values()} == {1} and len(method.places) > 1:
            return Entry(self._name(method), (Line(self.say(N_("it tells nobody apart"))),))
        lines = [line for each in method.differences for line in self._difference(each)]
        return Entry(self._name(method), tuple(lines) or (Line(self.say(N_("the same"))),))

    def _difference(self, found: TierDifference) -> Iterator[Line]:
        title = next(each.title for each in self.ranking.tiers if each.id == found.tier)
        told = {
            N_("{tier}: newly in: {names}"): found.comes_in,
            N_("{tier}: no longer in: {names}"): found.goes_out,
            N_("{tier}: tied for a place: {names}"): found.tied,
        }
        for sentence, candidates in told.items():
            if candidates:
                yield Line(self.say(sentence, tier=self.sentences.words(title), names=self._named(candidates)))

    def _named(self, candidates: Sequence[str]) -> str:
        return self.sentences.named([self.titles[candidate] for candidate in candidates])

    # --- weaknesses -------------------------------------------------------------------------------

    def _weakness(self, method: MethodFacts) -> Entry:
        full = self.sentences.share(self.found.full_preference)
        told = [self.say(_SENTENCES[method.id], full=full), *self._shown(method)]
        return Entry(self._name(method), tuple(map(Line, told)))

    def _shown(self, method: MethodFacts) -> Iterator[str]:
        if method.id in {"weighted-product", "waspas"}:
            yield self._zeros()
        if method.is_relative:
            yield self._reversal(method)
        if method.id == "vikor":
            yield self._compromise()

    def _zeros(self) -> str:
        found = self.found.at_zero
        if len(found) == len(self.ranking.candidates):
            return self.say(N_("Nothing on some leaf: everybody here."))
        return self.say(N_("Nothing on some leaf: {names}."), names=self._named(found) if found else DASH)

    def _compromise(self) -> str:
        found = self.found.compromise
        if len(found) == 1:
            return self.say(
                N_("By its own rule {name} is ahead clearly enough to stand alone."), name=self._named(found)
            )
        sentence = N_("By its own rule nobody is ahead clearly enough; it proposes together: {names}.")
        return self.say(sentence, names=self._named(found))

    def _reversal(self, method: MethodFacts) -> str:
        pair, facts = method.reversed_pair, {"tried": self.sentences.count(method.tried)}
        if not method.tried:
            return self.say(N_("Rank reversal: too few are ranked to show it."))
        if pair is None:
            return self.say(N_("Rank reversal: none here, with {tried} candidates left out one at a time."), **facts)
        return self.say(
            N_(
                "Rank reversal: {better} stands above {worse}, and below as soon as {removed} is left out. Candidates "
                "left out in turn: {tried}; of these, changing the places of some pair: {reversing}."
            ),
            better=self._named([pair.better]),
            worse=self._named([pair.worse]),
            removed=self._named([pair.removed]),
            reversing=self.sentences.count(method.reversing),
            **facts,
        )


def _shared(ranks: Iterable[int]) -> set[int]:
    """Return the ranks that several have."""
    return {rank for rank, count in Counter(ranks).items() if count > 1}

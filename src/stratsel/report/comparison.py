"""Two candidates side by side, as a document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from stratsel.language.catalogue import N_
from stratsel.language.numbers import format_signed
from stratsel.language.visible import visible
from stratsel.model.base import Text
from stratsel.report.document import (
    DASH,
    Block,
    Bullets,
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
from stratsel.report.ending import ending, unrounded
from stratsel.report.sentences import Sentences
from stratsel.report.standing import standing_entries
from stratsel.results.comparison import EPSILON, Comparison, LeafDifference, SwapFacts
from stratsel.results.leaf import LeafStanding
from stratsel.results.place import FilePlace
from stratsel.results.ranking import AnyCandidate, RankedCandidate

MAX_SWAPS = 5
"""How many weights are named at which the two swap."""


def compose_comparison(found: Comparison, language: str) -> Document:
    """Return two candidates side by side as a document."""
    composer = _Composer(found, Sentences(language))
    return Document(language, composer.sentences.banner(found.ranking.round), tuple(composer.blocks()))


class _Composer:
    """Makes the blocks of one document."""

    def __init__(self, found: Comparison, sentences: Sentences) -> None:
        self.found = found
        self.ranking = found.ranking
        self.sentences = sentences
        self.say = sentences.say
        self.both = (found.first, found.second)
        self.names = [sentences.quoted(each.title) for each in self.both]

    def blocks(self) -> Iterator[Block]:
        yield Heading(1, self.say(N_("{first} and {second}"), first=self.names[0], second=self.names[1]))
        yield Paragraph(self.sentences.words(self.ranking.round.title), is_quiet=True)
        yield self._standing()
        yield Paragraph(self._verdict())
        yield from unrounded(self.ranking, self.sentences)
        yield Heading(2, self.say(N_("Where each leads")))
        yield self._leads()
        yield Paragraph(self._how_to_read(), is_quiet=True)
        yield Heading(2, self.say(N_("Which trade-off decides")))
        yield Bullets(tuple(self._trade_off()))
        yield Heading(2, self.say(N_("At which weights they swap")))
        yield from self._swaps()
        yield Heading(2, self.say(N_("What the dossiers say")))
        yield Entries(tuple(self._assessed(each) for each in self.found.leaves))
        yield Heading(2, self.say(N_("How the order was made")))
        yield from ending(self.ranking, self.sentences, in_full=True)

    # --- where they stand -------------------------------------------------------------------------

    def _standing(self) -> Entries:
        """Tell of each its place, points and firmness, in short."""
        sides = zip((N_("First"), N_("Second")), self.names, self.both, strict=True)
        return Entries(tuple(Entry(self.say(side), tuple(self._side(name, each))) for side, name, each in sides))

    def _side(self, name: str, each: AnyCandidate) -> Iterator[Line]:
        yield Line(name)
        for entry in standing_entries(each, self.ranking, self.sentences):
            if entry.lines:
                yield replace(entry.lines[0], is_under=True)

    def _verdict(self) -> str:
        ahead, lead = self.found.ahead, self.found.lead
        if lead is None:
            unknown = next(name for name, value in zip(self.names, self.found.values, strict=True) if value is None)
            return self.say(
                N_("Nothing that counts is known of {candidate}, so that neither is ahead."), candidate=unknown
            )
        if ahead is None:
            return self._level()
        facts = {"candidate": self.sentences.quoted(ahead.title), "lead": self.sentences.points(abs(lead))}
        if self.found.is_sure:
            return self.say(N_("{candidate} is {lead} points ahead, whatever is open turns out to be."), **facts)
        return self.say(N_("{candidate} is {lead} points ahead; what is open could still turn that round."), **facts)

    def _level(self) -> str:
        """Say that they are level, and which of them ties are broken for."""
        ranked = sorted((each.rank, each.id) for each in self.both if isinstance(each, RankedCandidate))
        if len(ranked) < len(self.both) or ranked[0][0] == ranked[1][0]:
            return self.say(N_("They are level."))
        before = self.sentences.quoted(self.ranking.titles[ranked[0][1]])
        return self.say(N_("They are level in points; what separates ties puts {candidate} first."), candidate=before)

    # --- leads ------------------------------------------------------------------------------------

    def _leads(self) -> Table:
        columns = (
            Column(self.say(N_("Criterion")), "left", yields=True, is_key=True),
            Column(self.say(N_("Weight")), priority=1),
            Column(self.say(N_("First"))),
            Column(self.say(N_("Second"))),
            Column(self.say(N_("Lead"))),
        )
        ordered = sorted(self.found.leaves, key=lambda each: -each.lead)
        return Table(columns, (*map(self._lead, ordered), self._total()))

    def _lead(self, each: LeafDifference) -> tuple[Cell, ...]:
        return (
            Cell(Kind.TEXT, self.sentences.words(each.criterion.title)),
            Cell(Kind.POINTS, each.criterion.weight),
            self._points(each.first),
            self._points(each.second),
            self._signed(each.lead),
        )

    def _points(self, standing: LeafStanding) -> Cell:
        until = standing.possible_points if standing.is_open else None
        return Cell(Kind.POINTS, standing.points, until=until)

    def _signed(self, lead: float) -> Cell:
        return Cell(Kind.TEXT, self._difference(lead) if abs(lead) > EPSILON else DASH)

    def _difference(self, points: float) -> str:
        """Write points with their sign, as finely as it takes to tell them from none."""
        places = self.sentences.places_beside(abs(points), ())
        return format_signed(points, self.sentences.language, places)

    def _total(self) -> tuple[Cell, ...]:
        weight = fsum(each.weight for each in self.ranking.criteria if each.parent is None)
        nothing = Cell(Kind.TEXT, DASH)
        first, second = (nothing if each is None else Cell(Kind.POINTS, each) for each in self.found.values)
        lead = nothing if self.found.lead is None else self._signed(self.found.lead)
        return Cell(Kind.TEXT, self.say(N_("The whole"))), Cell(Kind.POINTS, weight), first, second, lead

    def _how_to_read(self) -> str:
        return self.say(N_("Lead: the points by which the first is ahead of the second."))

    def _trade_off(self) -> Iterator[str]:
        if not self.found.is_sum:
            yield self.say(N_("The whole is no sum here, so that leads on single leaves do not add up to it."))
            return
        if self._are_alike():
            yield self.say(N_("They do not differ on any leaf."))
            return
        for name, sign in zip(self.names, (1, -1), strict=True):
            led = [sign * each.lead for each in self.found.leaves if sign * each.lead > EPSILON]
            yield self._led(name, led)
        ahead = self.found.ahead
        if self.found.lead is None:
            return
        if ahead is None:
            yield self.say(N_("What one gains the other makes up for."))
        elif self.found.decided_by:
            names = " · ".join(self.sentences.words(each.criterion.title) for each in self.found.decided_by)
            sentence = N_("Without its lead on these, {candidate} would not be ahead: {criteria}.")
            yield self.say(sentence, candidate=self.sentences.quoted(ahead.title), criteria=names)

    def _led(self, name: str, leads: Sequence[float]) -> str:
        if not leads:
            return self.say(N_("{candidate} leads on no leaf."), candidate=name)
        count, leaves = self.sentences.count(len(leads)), self.sentences.count(len(self.found.leaves))
        sentence = N_("{candidate} leads on {count} of {leaves} leaves, by {points} points in all.")
        return self.say(sentence, candidate=name, count=count, leaves=leaves, points=self.sentences.points(fsum(leads)))

    def _are_alike(self) -> bool:
        return all(abs(each.lead) <= EPSILON for each in self.found.leaves)

    # --- weights ----------------------------------------------------------------------------------

    def _swaps(self) -> Iterator[Block]:
        found = self.found.swaps
        if found is None:
            sentence = N_("Not every weight acts along a sum of what both are assessed on, so that none are given.")
            yield Paragraph(self.say(sentence))
        elif self._are_alike():
            yield Paragraph(self.say(N_("At none: no weight tells them apart.")))
        elif self.found.ahead is None:
            yield Paragraph(self.say(N_("They are level, and any shift of weight may part them.")))
        elif not found:
            yield Paragraph(self.say(N_("No shift of one weight, its siblings rescaled, makes them swap.")))
        else:
            yield Paragraph(self.say(N_("One weight is moved, its siblings rescaled; the smallest shifts first:")))
            more = len(found) - MAX_SWAPS
            rest = [self.sentences.and_more(more)] if more > 0 else []
            yield Bullets((*map(self._swap, found[:MAX_SWAPS]), *rest))

    def _swap(self, swap: SwapFacts) -> str:
        titles: dict[str, Text] = {each.id: each.title for each in self.ranking.criteria}
        facts = {
            "criterion": self.sentences.words(titles[swap.criterion]),
            "weight": self.sentences.points(swap.weight),
            "to": self.sentences.points(swap.to, [swap.weight]),
            "points": self._difference(swap.to - swap.weight),
        }
        return self.say(N_("{criterion} weighs {to} instead of {weight} points ({points})"), **facts)

    # --- dossiers ---------------------------------------------------------------------------------

    def _assessed(self, each: LeafDifference) -> Entry:
        said: Sequence[tuple[str, LeafStanding, FilePlace]] = (
            (self.say(N_("First")), each.first, each.first_place),
            (self.say(N_("Second")), each.second, each.second_place),
        )
        lines = [
            Line(f"{side}: {self.sentences.figure(standing)}", visible(f"{place.file}:{place.line}"))
            for side, standing, place in said
        ]
        return Entry(self.sentences.words(each.criterion.title), tuple(lines))

"""What outputs say, in the reader's language: words from facts. With `compose`, the only place with sentences."""

from collections.abc import Sequence
from decimal import Decimal

from stratsel.language.catalogue import N_, say
from stratsel.language.dates import format_date
from stratsel.language.numbers import NO_BREAK_SPACE, format_exact, format_number, format_share
from stratsel.language.visible import visible
from stratsel.model.base import Text, in_language
from stratsel.results.crossing import EPSILON
from stratsel.results.leaf import LeafStanding, WrittenFigure
from stratsel.results.ranking import RoundFacts
from stratsel.results.reasons import CitedEvidence
from stratsel.terms import Certainty, Grade, Standing, Status, ValueKey

TIED = "="
"""What follows a rank that several share."""
MAX_NAMED = 6
"""How many candidates a sentence names before it says how many more there are."""
_FINEST = 6
"""The decimal places beyond which two numbers are not told apart."""

_BANNERS = {
    Standing.OFFICIAL: "",
    Standing.DRAFT: N_("DRAFT by {owner}: nothing here is decided, and everything may still change."),
    Standing.ILLUSTRATION: N_(
        "ILLUSTRATION by {owner}: assessments, weights, scales and grouping are theirs and bind nobody; "
        "no ministry or other body scored anything."
    ),
    Standing.TRAINING: N_("TRAINING by {owner}: an exercise whose figures bind nobody."),
}
_STATUSES = {Status.DRAFT: N_("the criteria are a draft"), Status.FROZEN: N_("the criteria are frozen")}
_CERTAINTIES = {
    Certainty.IN: N_("{tier}: sure in"),
    Certainty.OPEN: N_("{tier}: open"),
    Certainty.OUT: N_("{tier}: sure out"),
}
_SPEAKERS: dict[str, str] = {
    Grade.COMPANY: N_("the company’s own word"),
    Grade.SECONDARY: N_("second-hand"),
}


class Sentences:
    """Words from facts in one language. What comes from files is made harmless and set on one line."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, sentence: str, /, **facts: object) -> str:
        """Return a sentence of the catalogue with its places filled."""
        return say(self.language, sentence, **facts)

    # --- texts of files and numbers ---------------------------------------------------------------

    def words(self, text: Text) -> str:
        """Return a text of a file in the language, on one line, with whatever cannot be seen as an escape."""
        return visible(" ".join(in_language(text, self.language).split()))

    def quoted(self, text: Text) -> str:
        """Return a text of a file in quotation marks, so that it cannot pass for ours."""
        return f"“{self.words(text)}”"

    def named(self, titles: Sequence[Text], most: int = MAX_NAMED) -> str:
        """Name candidates, at most so many, and count the rest."""
        names = ", ".join(self.quoted(title) for title in titles[:most])
        if len(titles) <= most:
            return names
        return self.say(N_("{names} and {count} more"), names=names, count=self.count(len(titles) - most))

    def count(self, number: int) -> str:
        """Write a count."""
        return format_number(number, self.language, 0)

    def exact(self, number: float | Decimal) -> str:
        """Write a number of the file with the decimal places that it has."""
        return format_exact(number, self.language)

    def share(self, share: float) -> str:
        """Write a share of the weight."""
        return format_share(share, self.language)

    def percent_points(self, share: float) -> str:
        """Write a small share, such as an error, as a percentage with one decimal place."""
        return f"{format_number(100 * share, self.language)}{NO_BREAK_SPACE}%"

    def points(self, points: float, beside: Sequence[float] = ()) -> str:
        """Write points with one decimal place; with more only where they would read as none, or as those `beside`."""
        return format_number(points, self.language, self.places_beside(points, beside))

    def places_beside(self, points: float, beside: Sequence[float]) -> int:
        """Return how many decimal places tell points from none and from those beside."""
        for places in range(1, _FINEST):
            text, none = (format_number(number, self.language, places) for number in (points, 0))
            others = (format_number(number, self.language, places) for number in beside)
            if (not points or text != none) and text not in others:
                return places
        return 1

    # --- the round --------------------------------------------------------------------------------

    def banner(self, facts: RoundFacts) -> str:
        """Say in whose name a round speaks; nothing where that is official."""
        banner = _BANNERS[facts.standing]
        return self.say(banner, owner=self.words(facts.owner)) if banner else ""

    def closing(self, facts: RoundFacts) -> str:
        """Say at the end whose assessments these were; nothing where they are official."""
        if facts.standing is Standing.OFFICIAL:
            return ""
        sentence = N_("The assessments are a reading of the cited sources by {owner}, not an official result.")
        return self.say(sentence, owner=self.words(facts.owner))

    def status(self, facts: RoundFacts) -> str:
        """Say whether the rules may still change."""
        return self.say(_STATUSES[facts.status])

    def date(self, date: str) -> str:
        """Write a date of a file."""
        return visible(format_date(date, self.language))

    # --- places -----------------------------------------------------------------------------------

    def tier_places(self, title: Text, first: int, last: int) -> str:
        """Head the candidates of a tier with the places that it adds."""
        tier = self.words(title)
        if first == last:
            return self.say(N_("{tier} · place {place}"), tier=tier, place=self.count(first))
        first_place, last_place = self.count(first), self.count(last)
        return self.say(N_("{tier} · places {first}–{last}"), tier=tier, first=first_place, last=last_place)

    def tied_for(self, title: Text, places: int) -> str:
        """Say for which places candidates are tied."""
        sentence = N_("tied for the places left in {tier}: {count}")
        return self.say(sentence, tier=self.quoted(title), count=self.count(places))

    def tier(self, title: Text | None, tied: Sequence[Text]) -> str:
        """Name the tier that holds a candidate, and those for whose places it is tied."""
        names = [self.words(title)] if title is not None else []
        names += [self.say(N_("{tier} (tied)"), tier=self.words(each)) for each in tied]
        return " · ".join(names) or "–"

    def rank(self, rank: int, is_shared: bool) -> str:
        """Write a rank, with a mark where several have it."""
        return f"{self.count(rank)}{TIED if is_shared else ''}"

    def certainty(self, title: Text, certainty: Certainty) -> str:
        """Say whether a place in a tier is sure."""
        return self.say(_CERTAINTIES[certainty], tier=self.words(title))

    def gap(self, gap: float) -> str:
        """Say how many points lie between the candidates above and below a line."""
        if gap <= EPSILON:
            return self.say(N_("equal points, separated by the ties rule"))
        return self.say(N_("{gap} points"), gap=self.points(gap))

    def left_out(self, columns: Sequence[str]) -> str:
        """Say which columns of a table a narrow terminal has no room for."""
        return self.say(N_("No room for: {columns}"), columns=", ".join(columns))

    # --- assessments ------------------------------------------------------------------------------

    def figure(self, standing: LeafStanding) -> str:
        """Say what a dossier gives on a leaf."""
        return self.ends(standing.low, standing.high)

    def ends(self, low: WrittenFigure | None, high: WrittenFigure | None) -> str:
        """Say what an assessment gives, by its ends."""
        if low is None or high is None:
            return self.say(N_("unknown"))
        if low.key is ValueKey.MET:
            return self._items(low, high)
        if low.figure == high.figure:
            return self.single(low)
        if low.key is ValueKey.LEVEL:
            sentence = N_("level {low} to {high}, at least {anchor}")
            return self.say(sentence, **self._ends(low, high), anchor=self.quoted(low.meaning))
        if low.key is ValueKey.AMOUNT:
            return self.say(N_("{low} to {high} {unit}"), **self._ends(low, high), unit=self.words(low.meaning))
        if low.key is ValueKey.DATE:
            return self.say(N_("between {low} and {high}"), **self._ends(low, high))
        return self.say(N_("{low} to {high}"), low=self.quoted(low.meaning), high=self.quoted(high.meaning))

    def short_figure(self, standing: LeafStanding) -> str:
        """Write what a dossier gives on a leaf as short as a cell needs it; a question mark where that is nothing."""
        low, high = standing.low, standing.high
        if low is None or high is None:
            return "?"
        ends = [self._short(end) for end in (low, high)]
        return ends[0] if low.figure == high.figure else "–".join(ends)

    def _short(self, written: WrittenFigure) -> str:
        if written.key is ValueKey.MET:
            return self.words(written.meaning) if written.figure else self.say(N_("nothing met"))
        if written.key is ValueKey.CHOICE:
            return self.words(written.meaning)
        return self._exact(written)

    def single(self, written: WrittenFigure) -> str:
        """Say what one figure is, with what it means."""
        if written.key is ValueKey.LEVEL:
            sentence = N_("level {level}, more than {anchor}") if written.is_between else N_("level {level}, {anchor}")
            return self.say(sentence, level=self._exact(written), anchor=self.quoted(written.meaning))
        if written.key is ValueKey.AMOUNT:
            return self.say(N_("{amount} {unit}"), amount=self._exact(written), unit=self.words(written.meaning))
        if written.key is ValueKey.DATE:
            return self._exact(written)
        if written.key is ValueKey.MET:
            return self._met(written)
        return self.quoted(written.meaning)

    def _items(self, low: WrittenFigure, high: WrittenFigure) -> str:
        """Say which items are met, and what it would be with those that are still open."""
        if low.figure == high.figure:
            return self._met(low)
        return self.say(N_("{met}; at best {possible}"), met=self._met(low), possible=self.quoted(high.meaning))

    def _met(self, written: WrittenFigure) -> str:
        if not written.figure:
            return self.say(N_("nothing met"))
        return self.say(N_("met: {items}"), items=self.quoted(written.meaning))

    def _ends(self, low: WrittenFigure, high: WrittenFigure) -> dict[str, str]:
        return {"low": self._exact(low), "high": self._exact(high)}

    def _exact(self, written: WrittenFigure) -> str:
        if isinstance(written.figure, int | Decimal):
            return format_exact(written.figure, self.language)
        return self.date(str(written.figure))

    def brought(self, standing: LeafStanding, criterion: Text) -> str:
        """Say what a leaf brings, of what it could bring, and by which figure."""
        points, most = self.points(standing.points), self.points(standing.weight)
        share = self.say(N_("{points} of {most}"), points=points, most=most)
        return f"{share} · {self.words(criterion)} · {self.figure(standing)}"

    # --- evidence ---------------------------------------------------------------------------------

    def evidence(self, cited: CitedEvidence, criterion: Text) -> str:
        """Quote an item of evidence with its publisher, its date and the criterion that it is given for."""
        return f"{self.quotation(cited)} · {self.words(criterion)}"

    def quotation(self, cited: CitedEvidence) -> str:
        """Quote an item of evidence with its publisher and its date."""
        date = self.date(cited.date) if cited.date is not None else self.say(N_("undated"))
        speaker = _SPEAKERS.get(cited.grade)
        publisher = self.words(cited.publisher) + (f" ({self.say(speaker)})" if speaker else "")
        return f"{self.quoted(cited.quote)} — {publisher}, {date}"

    def answer(self, answer: Text) -> str:
        """Say why evidence against does not decide."""
        return self.say(N_("Answer: {answer}"), answer=self.words(answer))

    def note(self, note: Text) -> str:
        """Pass on what a dossier notes beside a quotation."""
        return self.say(N_("Note: {note}"), note=self.words(note))

    def and_more(self, count: int) -> str:
        """Say how many more there are."""
        return self.say(N_("and {count} more"), count=self.count(count))

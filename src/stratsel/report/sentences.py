"""What outputs say, in the reader's language: words from facts. With `compose`, the only place with sentences."""

from collections.abc import Sequence

from stratsel.language.catalogue import N_, say
from stratsel.language.dates import format_date
from stratsel.language.numbers import format_exact, format_number, format_share, format_signed
from stratsel.language.visible import visible
from stratsel.model.base import Text, in_language
from stratsel.results.crossing import EPSILON, Crossing, Direction, Step
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

    def share(self, share: float) -> str:
        """Write a share of the weight."""
        return format_share(share, self.language)

    def points(self, points: float, beside: Sequence[float] = ()) -> str:
        """Write points with one decimal place; with more only where they would read as none, or as those `beside`."""
        return format_number(points, self.language, self._places(points, beside))

    def _places(self, points: float, beside: Sequence[float]) -> int:
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
        low, high = standing.low, standing.high
        if low is None or high is None:
            return self.say(N_("unknown"))
        if low.figure == high.figure:
            return self._single(low)
        if low.key is ValueKey.LEVEL:
            sentence = N_("level {low} to {high}, at least {anchor}")
            return self.say(sentence, **self._ends(low, high), anchor=self.quoted(low.meaning))
        if low.key is ValueKey.AMOUNT:
            return self.say(N_("{low} to {high} {unit}"), **self._ends(low, high), unit=self.words(low.meaning))
        return self.say(N_("{low} to {high}"), low=self.quoted(low.meaning), high=self.quoted(high.meaning))

    def _single(self, written: WrittenFigure) -> str:
        if written.key is ValueKey.LEVEL:
            sentence = N_("level {level}, {anchor}")
            return self.say(sentence, level=self._exact(written), anchor=self.quoted(written.meaning))
        if written.key is ValueKey.AMOUNT:
            return self.say(N_("{amount} {unit}"), amount=self._exact(written), unit=self.words(written.meaning))
        return self.quoted(written.meaning)

    def _ends(self, low: WrittenFigure, high: WrittenFigure) -> dict[str, str]:
        return {"low": self._exact(low), "high": self._exact(high)}

    def _exact(self, written: WrittenFigure) -> str:
        if isinstance(written.figure, str):
            return visible(written.figure)
        return format_exact(written.figure, self.language)

    def brought(self, standing: LeafStanding, criterion: Text) -> str:
        """Say what a leaf brings, of what it could bring, and by which figure."""
        points, most = self.points(standing.points), self.points(standing.weight)
        share = self.say(N_("{points} of {most}"), points=points, most=most)
        return f"{share} · {self.words(criterion)} · {self.figure(standing)}"

    # --- evidence ---------------------------------------------------------------------------------

    def evidence(self, cited: CitedEvidence, criterion: Text) -> str:
        """Quote an item of evidence with its publisher, its date and the criterion that it is given for."""
        date = self.date(cited.date) if cited.date is not None else self.say(N_("undated"))
        speaker = _SPEAKERS.get(cited.grade)
        publisher = self.words(cited.publisher) + (f" ({self.say(speaker)})" if speaker else "")
        return f"{self.quoted(cited.quote)} — {publisher}, {date} · {self.words(criterion)}"

    def answer(self, answer: Text) -> str:
        """Say why evidence against does not decide."""
        return self.say(N_("Answer: {answer}"), answer=self.words(answer))

    def note(self, note: Text) -> str:
        """Pass on what a dossier notes beside a quotation."""
        return self.say(N_("Note: {note}"), note=self.words(note))

    def and_more(self, count: int) -> str:
        """Say how many more there are."""
        return self.say(N_("and {count} more"), count=self.count(count))

    # --- crossings --------------------------------------------------------------------------------

    def crossing(self, crossing: Crossing, tier: Text, rival: Text, largest: Text | None) -> str:
        """Say whom a candidate would pass, or who would pass it, and whether one assessment is enough for that."""
        is_up = crossing.direction is Direction.UP
        facts = {"tier": self.quoted(tier), "rival": self.quoted(rival)}
        if crossing.passes_needed > 1:
            sentence = N_("It leaves {tier} only if {count} others pass it; {rival} is {gap} points behind.")
            count, gap = self.count(crossing.passes_needed), self.points(crossing.gap)
            return self.say(sentence, **facts, count=count, gap=gap)
        if crossing.gap <= EPSILON:
            if crossing.steps:
                sentence = N_("It passes {rival}, with whom it is tied, into {tier} with one assessment settled so:")
            else:
                sentence = N_("It has nothing open to leave {rival} behind, with whom it is tied.")
            return self.say(sentence, **facts)
        if crossing.steps:
            facts["gap"] = self.points(crossing.gap, [step.gain for step in crossing.steps])
            if is_up:
                sentence = N_("It passes {rival} into {tier}, a gap of {gap} points, with one assessment settled so:")
            else:
                sentence = N_("{rival} passes it out of {tier}, a gap of {gap} points, with one assessment settled so:")
            return self.say(sentence, **facts)
        if crossing.largest is None or largest is None:
            facts["gap"] = self.points(crossing.gap)
            if is_up:
                return self.say(
                    N_("It has nothing open to pass {rival} into {tier}: the gap is {gap} points."), **facts
                )
            return self.say(N_("{rival} has nothing open to pass it out of {tier}: the gap is {gap} points."), **facts)
        return self._not_enough(crossing, crossing.largest, self.words(largest), facts)

    def _not_enough(self, crossing: Crossing, largest: LeafStanding, criterion: str, facts: dict[str, str]) -> str:
        gain = largest.possible_points - largest.points
        told = {"gap": self.points(crossing.gap, [gain]), "gain": self.points(gain, [crossing.gap])}
        if crossing.direction is Direction.UP:
            sentence = N_(
                "No single assessment is enough to pass {rival} into {tier}: the gap is {gap} points, "
                "the most that one could bring is {gain} ({criterion})."
            )
        else:
            sentence = N_(
                "No single assessment is enough for {rival} to pass it out of {tier}: the gap is {gap} points, "
                "the most that one could bring is {gain} ({criterion})."
            )
        return self.say(sentence, **facts, **told, criterion=criterion)

    def step(self, step: Step, crossing: Crossing, criterion: Text) -> str:
        """Say at which figure an open assessment is enough."""
        figure = self.say(N_("{figure} or better"), figure=self._single(step.figure))
        places = self._places(crossing.gap, [each.gain for each in crossing.steps])
        return f"{format_signed(step.gain, self.language, places)} · {self.words(criterion)} · {figure}"

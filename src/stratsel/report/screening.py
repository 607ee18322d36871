"""Screens in words: who is excluded or flagged, by which test, and which fact of the dossier decides it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.model.assessments import Fact
from stratsel.report.document import Entries, Entry, Line
from stratsel.report.sentences import Sentences
from stratsel.results.place import FilePlace
from stratsel.results.ranking import ExcludedCandidate, RankedCandidate, Ranking, ScreenFacts, UnrankedCandidate
from stratsel.results.screening import Cause, FieldCause, LeafCause, ScreenVerdict
from stratsel.terms import Consequence, Outcome

_GROUPS = {
    (Outcome.FAILED, Consequence.EXCLUDE): N_("failed, so excluded: {names}"),
    (Outcome.UNDECIDED, Consequence.EXCLUDE): N_("undecided, so excluded: {names}"),
    (Outcome.FAILED, Consequence.FLAG): N_("failed, flagged: {names}"),
    (Outcome.UNDECIDED, Consequence.FLAG): N_("undecided, flagged: {names}"),
}
_SAID = {
    (Outcome.FAILED, Consequence.EXCLUDE): N_("{screen}: failed, so excluded"),
    (Outcome.UNDECIDED, Consequence.EXCLUDE): N_("{screen}: undecided, so excluded"),
    (Outcome.FAILED, Consequence.FLAG): N_("{screen}: failed, flagged"),
    (Outcome.UNDECIDED, Consequence.FLAG): N_("{screen}: undecided, flagged"),
}


def screens_entries(ranking: Ranking, sentences: Sentences, most: int) -> Entries:
    """Return each screen with those whom it excludes or flags, and those for whom it was waived; `most` are named."""
    return Entries(tuple(_screen(screen, ranking, sentences, most) for screen in ranking.screens))


def _screen(screen: ScreenFacts, ranking: Ranking, sentences: Sentences, most: int) -> Entry:
    everyone: Sequence[RankedCandidate | UnrankedCandidate | ExcludedCandidate] = (
        *ranking.candidates,
        *ranking.unranked,
        *ranking.excluded,
    )
    said = [(each, verdict) for each in everyone for verdict in each.screens if verdict.screen == screen.id]
    lines = []
    for (outcome, consequence), sentence in _GROUPS.items():
        titles = [
            each.title
            for each, verdict in said
            if verdict.waiver is None and (verdict.outcome, verdict.consequence) == (outcome, consequence)
        ]
        if titles:
            lines.append(Line(sentences.say(sentence, names=sentences.named(titles, most))))
    waived = [each.title for each, verdict in said if verdict.waiver is not None]
    if waived:
        lines.append(Line(sentences.say(N_("waived for {names}"), names=sentences.named(waived, most))))
    return Entry(sentences.words(screen.title), tuple(lines or [Line(sentences.say(N_("excludes and flags nobody")))]))


def verdict_lines(verdicts: Sequence[ScreenVerdict], sentences: Sentences) -> Iterator[Line]:
    """Yield what the screens say of one candidate, each with the facts that decide it."""
    for verdict in verdicts:
        yield Line(said_of(verdict, sentences))
        for cause in verdict.causes:
            yield Line(cause_words(cause, sentences), _shown(cause.place), is_under=True)


def told(verdict: ScreenVerdict, sentences: Sentences) -> Iterator[str]:
    """Yield what a screen comes to for a candidate, and each fact that decides it."""
    yield said_of(verdict, sentences)
    for cause in verdict.causes:
        yield cause_words(cause, sentences)


def said_of(verdict: ScreenVerdict, sentences: Sentences) -> str:
    """Say what a screen comes to for a candidate."""
    screen, waiver = sentences.words(verdict.title), verdict.waiver
    if waiver is None:
        return sentences.say(_SAID[verdict.outcome, verdict.consequence], screen=screen)
    by, why, until = sentences.words(waiver.by), sentences.words(waiver.why), sentences.date(waiver.until)
    return sentences.say(
        N_("{screen}: waived by {by} until {until}. {why}"), screen=screen, by=by, until=until, why=why
    )


def cause_words(cause: Cause, sentences: Sentences) -> str:
    """Say which fact of a dossier decides a screen."""
    if isinstance(cause, FieldCause):
        return f"{sentences.words(cause.question)} {_given(cause.meaning or cause.given, sentences)}"
    title = sentences.words(cause.title)
    if isinstance(cause, LeafCause):
        return f"{title}: {sentences.ends(cause.low, cause.high)}"
    low, high = (sentences.points(points, [cause.wanted]) for points in (cause.low, cause.high))
    wanted = sentences.points(cause.wanted)
    if cause.low == cause.high:
        sentence = N_("{criterion}: {low} of 100, at least {wanted} is asked")
        return sentences.say(sentence, criterion=title, low=low, wanted=wanted)
    sentence = N_("{criterion}: {low} to {high} of 100, at least {wanted} is asked")
    return sentences.say(sentence, criterion=title, low=low, high=high, wanted=wanted)


def _given(given: Fact | None, sentences: Sentences) -> str:
    if given is None:
        return sentences.say(N_("unknown"))
    if isinstance(given, str) and not given.strip():
        return sentences.say(N_("left empty"))
    if isinstance(given, int | Decimal):
        return sentences.exact(given)
    return sentences.quoted(dict(given) if isinstance(given, Mapping) else given)


def _shown(place: FilePlace | None) -> str:
    return "" if place is None else visible(f"{place.file}:{place.line}")

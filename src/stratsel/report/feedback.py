"""A sheet for whoever proposes a dossier, as Markdown for a comment on a pull request.

It looks at one dossier and never at its rivals, its rank or the lines of the shortlist: those move with every
submission, and a dossier gets better by evidence.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from stratsel.diagnostics.render.markdown import table
from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import Block, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.formats.markdown import banner_text, block_texts
from stratsel.report.screening import cause_words, verdict_lines
from stratsel.report.sentences import Sentences
from stratsel.results.feedback import AnswerGroup, DossierStanding, Duty, Feedback, LeafAnswer
from stratsel.results.leaf import WrittenFigure
from stratsel.results.place import FilePlace
from stratsel.results.screening import ScreenVerdict
from stratsel.terms import Consequence, ValueKey

LIMIT = 60_000
"""The most characters of a sheet: a comment on GitHub takes 65,536, and a workflow may add words of its own."""
LIMIT_OF_FINDINGS = LIMIT // 2
"""The bytes that the findings may fill."""
LONGEST_TITLE = 200
"""The characters of a dossier's title that head the sheet."""

_AIMS = {
    ValueKey.LEVEL: N_("up to {gain} points more at its best; next: {aim}"),
    ValueKey.CHOICE: N_("up to {gain} points more at its best; next: {aim}"),
    ValueKey.AMOUNT: N_("up to {gain} points more at its best, which is {aim}"),
    ValueKey.DATE: N_("up to {gain} points more at its best, which is {aim}"),
    ValueKey.MET: N_("up to {gain} points more at its best; not shown so far: {aim}"),
}


def render(feedback: Feedback, language: str) -> str:
    """Return the sheet in at most `LIMIT` characters, under the banner of the round; where it is cut, it says so."""
    sentences = Sentences(language)
    banner = banner_text(sentences.banner(feedback.round)) if feedback.round is not None else ""
    (title,) = block_texts([Heading(2, _title(feedback, sentences))], language)
    findings = table(feedback.findings, feedback.places, language, LIMIT_OF_FINDINGS)
    texts = [title, findings, *block_texts(tuple(_blocks(feedback, sentences)), language)]
    cut = sentences.say(N_("Cut here: a comment on a pull request holds no more."))
    fitting = _fitting(texts, LIMIT - 2 * (len(banner) + 1), f"\n{cut}\n")
    return "\n".join(filter(None, (banner, *fitting, banner)))


def _fitting(texts: Iterable[str], room: int, cut: str) -> Iterator[str]:
    """Yield texts as long as they and the sentence `cut` fit, then that sentence if any is left."""
    room -= len(cut)
    for text in texts:
        room -= len(text) + 1
        if room < 0:
            yield cut
            return
        yield text


def _title(feedback: Feedback, sentences: Sentences) -> str:
    if feedback.dossier is None:
        return visible(" ".join(feedback.findings.names))
    title = sentences.words(feedback.dossier.title)
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"


def _blocks(feedback: Feedback, sentences: Sentences) -> Iterator[Block]:
    if feedback.dossier is not None:
        yield from _Composer(feedback.dossier, sentences).blocks()
        return
    sentence = N_("What the dossier shows, and which evidence would matter most, follows once its errors are mended.")
    if not feedback.findings.rejects:
        sentence = N_(
            "What the dossier shows, and which evidence would matter most, follows once the errors in the other files "
            "of the round are mended."
        )
    yield Paragraph(sentences.say(sentence))


class _Composer:
    """Makes the blocks on a dossier without an error."""

    def __init__(self, dossier: DossierStanding, sentences: Sentences) -> None:
        self.dossier = dossier
        self.sentences = sentences
        self.say = sentences.say

    def blocks(self) -> Iterator[Block]:
        dossier = self.dossier
        yield Heading(3, self.say(N_("What the dossier shows")))
        yield Paragraph(self._standing())
        yield Entries(tuple(self._about()))
        yield Heading(3, self.say(N_("Where evidence would matter most")))
        if not dossier.weighty:
            yield Paragraph(self.say(N_("Nothing is open, and there is evidence for every point shown.")))
        yield from (self._entry(answer, self._weighty(answer)) for answer in dossier.weighty)
        yield Heading(3, self.say(N_("Criterion by criterion")))
        for group in dossier.groups:
            if not all(map(_is_single, dossier.groups)):
                yield Heading(4, self.sentences.words(group.title))
            yield from (self._entry(answer, self._answered(answer)) for answer in group.answers)

    def _standing(self) -> str:
        shown, possible = self.sentences.points(self.dossier.shown), self.sentences.points(self.dossier.possible)
        if self.dossier.shown == self.dossier.possible:
            return self.say(N_("{shown} points, nothing open"), shown=shown)
        points = self.say(N_("{shown} points shown, {possible} possible"), shown=shown, possible=possible)
        if not self.dossier.unknown:
            return points
        sentence = N_("{points}; unknown: {share} of the weight")
        return self.say(sentence, points=points, share=self.sentences.share(self.dossier.unknown))

    def _about(self) -> Iterator[Entry]:
        sentence = N_("what the dossier establishes: unknown counts as worst, a range by its lower end.")
        yield Entry(self.say(N_("Shown")), (Line(self.say(sentence)),))
        yield Entry(self.say(N_("Possible")), (Line(self.say(N_("the same if everything open turned out best."))),))
        lines = [line for verdict in self.dossier.screens for line in self._verdict(verdict)]
        if self.dossier.met:
            titles = " · ".join(map(self.sentences.words, self.dossier.met))
            lines.append(Line(self.say(N_("met: {items}"), items=titles)))
        if lines:
            yield Entry(self.say(N_("Screens")), tuple(lines))

    def _verdict(self, verdict: ScreenVerdict) -> Iterator[Line]:
        if verdict.waiver is None and verdict.consequence is Consequence.ADMIT:
            screen = self.sentences.words(verdict.title)
            sentence = N_("{screen}: undecided, admitted all the same")
            yield Line(self.say(sentence, screen=screen))
            for cause in verdict.causes:
                yield Line(cause_words(cause, self.sentences), _shown(cause.place), is_under=True)
            return
        yield from verdict_lines([verdict], self.sentences)

    def _entry(self, answer: LeafAnswer, lines: Iterable[Line]) -> Entries:
        asked = [Line(self.sentences.words(answer.question))] if answer.question is not None else []
        return Entries((Entry(self.sentences.words(answer.title), (*asked, *lines)),))

    def _weighty(self, answer: LeafAnswer) -> Iterator[Line]:
        figure = self.sentences.figure(answer.standing)
        yield Line(self.say(N_("so far: {figure}"), figure=figure), _shown(answer.place))
        if answer.gain > 0 and answer.aim is not None:
            gain = self.sentences.points(answer.gain)
            yield Line(self.say(_AIMS[answer.aim.key], gain=gain, aim=self._aim(answer.aim)))
        if answer.bare_points > 0:
            points = self.sentences.points(answer.bare_points)
            yield Line(self.say(N_("{points} points are shown without evidence for them"), points=points))
        if answer.duty is not None:
            sentence = N_("evidence for it is required for {duty}")
            yield Line(self.say(sentence, duty=self._duty(answer.duty)))

    def _aim(self, aim: WrittenFigure) -> str:
        return self.sentences.quoted(aim.meaning) if aim.key is ValueKey.MET else self.sentences.single(aim)

    def _answered(self, answer: LeafAnswer) -> Iterator[Line]:
        points, figure = self._points(answer), self.sentences.figure(answer.standing)
        yield Line(f"{points} · {figure}", _shown(answer.place))
        evidence = self.say(N_("no evidence"))
        if answer.cited_for or answer.cited_against:
            counts = {"supporting": answer.cited_for, "opposing": answer.cited_against}
            sentence = N_("evidence: {supporting} for, {opposing} against")
            evidence = self.say(sentence, **{key: self.sentences.count(count) for key, count in counts.items()})
        if answer.duty is not None:
            sentence = N_("{evidence}; required for {duty}")
            evidence = self.say(sentence, evidence=evidence, duty=self._duty(answer.duty))
        yield Line(evidence)

    def _points(self, answer: LeafAnswer) -> str:
        standing = answer.standing
        numbers = (standing.points, standing.weight, standing.possible_points)
        points, most, possible = map(self.sentences.points, numbers)
        if not answer.gain > 0:
            return self.say(N_("{points} of {most} points"), points=points, most=most)
        sentence = N_("{points} of {most} points shown, {possible} possible")
        return self.say(sentence, points=points, most=most, possible=possible)

    def _duty(self, duty: Duty) -> str:
        if duty.least is None:
            return self.say(N_("every judgement"))
        if duty.least.key is not ValueKey.LEVEL or not isinstance(duty.least.figure, int | Decimal):
            return self.say(N_("{figure} or better"), figure=self.sentences.single(duty.least))
        level = self.say(N_("level {level}"), level=self.sentences.exact(duty.least.figure))
        return self.say(N_("{figure} or better"), figure=level)


def _is_single(group: AnswerGroup) -> bool:
    """Whether the topmost criterion is itself the leaf."""
    return [answer.title for answer in group.answers] == [group.title]


def _shown(place: FilePlace | None) -> str:
    return "" if place is None else visible(f"{place.file}:{place.line}")

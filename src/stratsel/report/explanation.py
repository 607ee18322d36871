"""One candidate in full, as a document: from the total down to the lines of its dossier."""

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
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
from stratsel.report.firmness import draws_words
from stratsel.report.justification import Justifier, told
from stratsel.report.remarks import Remarks
from stratsel.report.scenario import scenario_entries
from stratsel.report.screening import verdict_lines
from stratsel.report.sentences import Sentences
from stratsel.report.settling import settling_items
from stratsel.report.standing import standing_entries
from stratsel.results.explanation import Explanation, LeafAccount, Neighbour, NodeAccount
from stratsel.results.place import FilePlace
from stratsel.results.ranking import RankedCandidate
from stratsel.results.reasons import CitedEvidence
from stratsel.terms import Missing, Outcome, Stance

INDENT = "\u00a0\u00a0"
"""Two spaces that Markdown keeps at the beginning of a cell."""
MAX_LEVEL = 5
"""How many are named who share its rank."""
_SCREENS = {
    Outcome.MET: N_("met: {screens}"),
    Outcome.UNDECIDED: N_("undecided, without consequence: {screens}"),
    Outcome.FAILED: N_("failed, without consequence: {screens}"),
}
_STANCES = {Stance.FOR: N_("For: {evidence}"), Stance.AGAINST: N_("Against: {evidence}")}


def compose_explanation(found: Explanation, language: str) -> Document:
    """Return everything about one candidate as a document."""
    composer = _Composer(found, Sentences(language))
    return Document(language, composer.sentences.banner(found.ranking.round), tuple(composer.blocks()))


class _Composer:
    """Makes the blocks of one document."""

    def __init__(self, found: Explanation, sentences: Sentences) -> None:
        self.found = found
        self.ranking = found.ranking
        self.sentences = sentences
        self.say = sentences.say
        self.justifier = Justifier(found.ranking, sentences, in_full=True)

    def blocks(self) -> Iterator[Block]:
        yield Heading(1, self.sentences.words(self.found.candidate.title))
        yield Paragraph(self.sentences.words(self.ranking.round.title), is_quiet=True)
        standing = standing_entries(self.found.candidate, self.ranking, self.sentences)
        yield told([*standing, Entry(self.say(N_("Screens")), tuple(self._screens())), *self._beside()])
        remarks = tuple(self._remarks())
        if remarks:
            yield Bullets(remarks)
        yield Heading(2, self.say(N_("Where the points come from")))
        yield self._points()
        yield from self._how_to_read()
        yield Heading(2, self.say(N_("What would change its place")))
        yield from self._changes()
        if self.ranking.scenarios:
            yield Heading(2, self.say(N_("What if")))
            yield scenario_entries(self.ranking, self.found.candidate.id, self.sentences)
        yield Heading(2, self.say(N_("What the dossier says, why, and on what evidence")))
        yield from self._leaves()
        yield Heading(2, self.say(N_("How the order was made")))
        yield from ending(self.ranking, self.sentences, in_full=True)

    # --- where it stands --------------------------------------------------------------------------

    def _beside(self) -> list[Entry]:
        ahead = N_("{candidate}, rank {rank}, {gap} points ahead")
        behind = N_("{candidate}, rank {rank}, {gap} points behind")
        return [
            Entry(self.say(N_("Above")), tuple(self._neighbour(ahead, self.found.above))),
            Entry(self.say(N_("Level")), tuple(self._level())),
            Entry(self.say(N_("Below")), tuple(self._neighbour(behind, self.found.below))),
        ]

    def _level(self) -> Iterator[Line]:
        level = self.found.level
        names = [self.sentences.quoted(self.ranking.titles[each]) for each in level[:MAX_LEVEL]]
        if len(level) > MAX_LEVEL:
            names.append(self.sentences.and_more(len(level) - MAX_LEVEL))
        if names:
            yield Line(" · ".join(names))

    def _neighbour(self, sentence: str, neighbour: Neighbour | None) -> Iterator[Line]:
        if neighbour is None:
            return
        name = self.sentences.quoted(self.ranking.titles[neighbour.candidate])
        gap, rank = self.sentences.points(neighbour.gap), self.sentences.count(neighbour.rank)
        yield Line(self.say(sentence, candidate=name, rank=rank, gap=gap))

    def _screens(self) -> Iterator[Line]:
        yield from verdict_lines(self.found.candidate.screens, self.sentences)
        for outcome, sentence in _SCREENS.items():
            screens = [screen.title for screen in self.found.screens if screen.outcome is outcome]
            if screens:
                names = " · ".join(map(self.sentences.words, screens))
                yield Line(self.say(sentence, screens=names))

    def _remarks(self) -> Iterator[str]:
        """Yield what the ranking remarks on this candidate: with whom it is tied, what quotas do, its flags."""
        candidate = self.found.candidate
        if isinstance(candidate, RankedCandidate):
            passed = [each for each in self.ranking.passed_over if candidate.id in (each.candidate, *each.instead)]
            own = replace(self.ranking, passed_over=tuple(passed), unmet=(), unranked=())
            level = [each for each in self.ranking.candidates if each.rank == candidate.rank]
            yield from Remarks(own, self.sentences, level).all()

    # --- the points -------------------------------------------------------------------------------

    def _points(self) -> Table:
        columns = (
            Column(self.say(N_("Criterion")), "left", yields=True, is_key=True),
            Column(self.say(N_("Value, 0 to 100"))),
            Column(self.say(N_("Weight"))),
            Column(self.say(N_("Points"))),
            Column(self.say(N_("Possible")), priority=1),
        )
        candidate = self.found.candidate
        total = (
            Cell(Kind.TEXT, self.say(N_("The whole"))),
            _range(candidate.shown, candidate.possible),
            Cell(Kind.POINTS, fsum(each.weight for each in self.ranking.criteria if each.parent is None)),
            _points(self.found.value),
            Cell(Kind.POINTS, candidate.possible),
        )
        return Table(columns, (*map(self._row, self.found.nodes), total))

    def _row(self, node: NodeAccount) -> tuple[Cell, ...]:
        return (
            Cell(Kind.TEXT, f"{INDENT * node.depth}{self.sentences.words(node.criterion.title)}"),
            _range(node.low, node.high),
            Cell(Kind.POINTS, node.criterion.weight),
            _points(node.points),
            _points(node.possible),
        )

    def _how_to_read(self) -> Iterator[Block]:
        """Say what the columns hold, and where the points are other than value times weight."""
        columns = N_(
            "Value: the criterion for itself, from everything open at its worst to all at its best. Weight: its share "
            "of the whole. Points: what it brings. Possible: what it brings with everything open at its best."
        )
        yield Paragraph(self.say(columns), is_quiet=True)
        if any(node.points is None for node in self.found.nodes):
            sentence = N_(
                "Parts of what is no sum bring no points of their own; beside what the dossier says stands what the "
                "whole would lack with them at their worst."
            )
            yield Paragraph(self.say(sentence), is_quiet=True)
        if self.ranking.round.missing == Missing.AVAILABLE:
            sentence = N_(
                "While something is unknown, its weight is shared out among the rest, which brings more for it."
            )
            yield Paragraph(self.say(sentence), is_quiet=True)
        yield from unrounded(self.ranking, self.sentences)

    # --- what would change it ---------------------------------------------------------------------

    def _changes(self) -> Iterator[Block]:
        entries = told(self.justifier.crossings(self.found.reasons))
        if entries.entries:
            yield entries
        unknown = tuple(self._unknown())
        if unknown:
            yield Paragraph(self.say(N_("Open assessments, by what they could still bring:")))
            yield Entries(unknown)
        items = settling_items(self.found.settles, self.found.jointly, self.ranking, self.sentences)
        if items:
            yield Paragraph(self.say(N_("Of the open places, its assessments settle:")))
            yield Bullets(items)
        if not (entries.entries or unknown or items):
            yield Paragraph(self.say(N_("No assessment of its own: none is open.")))
        if self.ranking.firmness is not None and isinstance(self.found.candidate, RankedCandidate):
            draws = draws_words(self.ranking.firmness, self.sentences)
            yield Paragraph(self.say(N_("Firmness: {draws}."), draws=draws), is_quiet=True)

    def _unknown(self) -> Iterator[Entry]:
        accounts = [(node, node.leaf) for node in self.found.nodes if node.leaf is not None]
        opened = [(node, leaf) for node, leaf in accounts if leaf.standing.is_open or leaf.standing.is_unknown]
        for node, leaf in sorted(opened, key=lambda pair: pair[1].standing.points - pair[1].standing.possible_points):
            gain = self.sentences.points(leaf.standing.possible_points - leaf.standing.points)
            said = self.say(
                N_("up to {gain} points · {figure}"), gain=gain, figure=self.sentences.figure(leaf.standing)
            )
            yield Entry(self.sentences.words(node.criterion.title), (Line(said, _shown(leaf.place)),))

    # --- the dossier ------------------------------------------------------------------------------

    def _leaves(self) -> Iterator[Block]:
        """Yield what is said on leaves without a group, then each topmost group under its heading."""
        alone: list[Entry] = []
        groups: list[tuple[str, list[Entry]]] = []
        for node in self.found.nodes:
            title = self.sentences.words(node.criterion.title)
            if node.leaf is not None:
                entries = groups[-1][1] if node.depth else alone
                entries.append(Entry(title, tuple(self._leaf(node.leaf))))
            elif not node.depth:
                groups.append((title, []))
        if alone:
            yield Entries(tuple(alone))
        for title, entries in groups:
            yield Heading(3, title)
            yield Entries(tuple(entries))

    def _leaf(self, leaf: LeafAccount) -> Iterator[Line]:
        yield Line(self._brought(leaf), _shown(leaf.place))
        if leaf.why is not None:
            yield Line(self.say(N_("Why: {why}"), why=self.sentences.words(leaf.why)))
        for cited in leaf.evidence:
            yield from self._cited(cited)

    def _brought(self, leaf: LeafAccount) -> str:
        points, most = (self.sentences.points(each) for each in (leaf.standing.points, leaf.standing.weight))
        figure = self.sentences.figure(leaf.standing)
        return self.say(N_("{points} of {most} points · {figure}"), points=points, most=most, figure=figure)

    def _cited(self, cited: CitedEvidence) -> Iterator[Line]:
        sentence = _STANCES[cited.stance]
        yield Line(self.say(sentence, evidence=self.sentences.quotation(cited)), _shown(cited.place))
        if cited.note is not None:
            yield Line(self.sentences.note(cited.note), is_under=True)
        if cited.answer is not None:
            yield Line(self.sentences.answer(cited.answer), is_under=True)


def _range(low: float, high: float) -> Cell:
    return Cell(Kind.POINTS, low, until=None if low == high else high)


def _points(points: float | None) -> Cell:
    return Cell(Kind.TEXT, DASH) if points is None else Cell(Kind.POINTS, points)


def _shown(place: FilePlace) -> str:
    return visible(f"{place.file}:{place.line}")

"""Decisions beside the order: a table of both, and the departures with their reasons."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.model.base import Text
from stratsel.report.document import DASH, Cell, Column, Entries, Entry, Kind, Line, Table
from stratsel.report.sentences import Sentences
from stratsel.report.tables import tied_ranks
from stratsel.results.departures import DecisionFacts, Departure
from stratsel.results.ranking import Ranking


def decisions_table(ranking: Ranking, sentences: Sentences) -> Table:
    """Return a row for each candidate with a place by the order or by a decision, best rank first."""
    columns = (
        Column(sentences.say(N_("Rank")), is_key=True),
        Column(sentences.say(N_("Candidate")), "left", yields=True, is_key=True),
        Column(sentences.say(N_("The order")), "left", priority=1, is_key=True),
        *(Column(sentences.date(each.date), "left", priority=at) for at, each in enumerate(ranking.decisions, 2)),
    )
    return Table(columns, tuple(_rows(ranking, sentences)))


def _rows(ranking: Ranking, sentences: Sentences) -> Iterator[tuple[Cell, ...]]:
    tiers = {tier.id: tier.title for tier in ranking.tiers}
    tied = tied_ranks(ranking)
    chosen = {each for decision in ranking.decisions for members in decision.tiers.values() for each in members}
    for each in ranking.candidates:
        if each.id in chosen or each.tier is not None or each.landing.ties:
            title = tiers[each.tier] if each.tier is not None else None
            order = sentences.tier(title, [tiers[tie.tier] for tie in each.landing.ties])
            rank = Cell(Kind.TEXT, sentences.rank(each.rank, each.rank in tied))
            yield rank, *_decided(each.id, each.title, order, ranking, sentences)
    others = [(each.id, each.title, N_("not ranked")) for each in ranking.unranked]
    others += [(each.id, each.title, N_("excluded")) for each in ranking.excluded]
    for candidate, title, word in others:
        if candidate in chosen:
            yield Cell(Kind.TEXT, DASH), *_decided(candidate, title, sentences.say(word), ranking, sentences)


def _decided(candidate: str, title: Text, order: str, ranking: Ranking, sentences: Sentences) -> tuple[Cell, ...]:
    tiers = {tier.id: tier.title for tier in ranking.tiers}
    found = (decision.tier_of(candidate) for decision in ranking.decisions)
    words = [sentences.words(tiers[tier]) if tier is not None else DASH for tier in found]
    return tuple(Cell(Kind.TEXT, text) for text in (sentences.words(title), order, *words))


def decisions_entries(ranking: Ranking, sentences: Sentences) -> Entries:
    """Return for each decision who took it, and whom it moved why."""
    return Entries(tuple(_entry(each, ranking, sentences) for each in ranking.decisions))


def _entry(decision: DecisionFacts, ranking: Ranking, sentences: Sentences) -> Entry:
    taken = [sentences.words(decision.by)]
    if decision.document is not None:
        taken.append(sentences.words(decision.document))
    lines = [Line(" · ".join(taken))]
    if decision.note is not None:
        lines.append(Line(sentences.note(decision.note)))
    tiers, titles = {tier.id: tier.title for tier in ranking.tiers}, ranking.titles
    lines.extend(Line(_departure(each, tiers, titles, sentences)) for each in decision.departures)
    if not decision.departures:
        lines.append(Line(sentences.say(N_("No departure from the order."))))
    return Entry(sentences.date(decision.date), tuple(lines))


def _departure(departure: Departure, tiers: dict[str, Text], titles: dict[str, Text], sentences: Sentences) -> str:
    sentence = (
        N_("{candidate} was put into {tier}: {why}")
        if departure.is_in
        else N_("{candidate} was left out of {tier}: {why}")
    )
    why = sentences.say(N_("the reason is not known")) if departure.why is None else sentences.words(departure.why)
    candidate = sentences.quoted(titles.get(departure.candidate, departure.candidate))
    return sentences.say(sentence, candidate=candidate, tier=sentences.quoted(tiers[departure.tier]), why=why)

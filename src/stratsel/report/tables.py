"""The tables of a ranking: the order with its lines, and where the points come from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stratsel.language.catalogue import N_
from stratsel.language.numbers import round_half_up
from stratsel.report.document import Cell, Column, Divider, Face, Kind, Row, Section, Table
from stratsel.report.sentences import TIED, Sentences
from stratsel.results.ranking import CriterionFacts, RankedCandidate, Ranking

MAX_COMPARED = 10
"""How many candidates stand beside each other in the table of contributions."""


def tied_ranks(ranking: Ranking) -> set[int]:
    """Return the ranks that more than one candidate has."""
    ranks = [each.rank for each in ranking.candidates]
    return {rank for rank, following in pairwise(ranks) if rank == following}


def order_table(ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences) -> Table:
    """Return the order: a row for each candidate, a heading for each tier, a divider at each line."""
    columns = (
        Column(sentences.say(N_("Rank"))),
        Column(sentences.say(N_("Candidate")), "left", yields=True),
        Column(sentences.say(N_("Tier")), "left", only=Face.COMPACT),
        Column(sentences.say(N_("Shown")), only=Face.SECTIONED),
        Column(sentences.say(N_("Possible")), priority=1, only=Face.SECTIONED),
        Column(sentences.say(N_("Shown–Possible")), only=Face.COMPACT),
        Column(sentences.say(N_("Unknown")), priority=2),
    )
    return Table(columns, tuple(_order_rows(ranking, rows, sentences)))


def _order_rows(ranking: Ranking, listed: Sequence[RankedCandidate], sentences: Sentences) -> Iterator[Row]:
    tied = tied_ranks(ranking)
    titles = {tier.id: tier.title for tier in ranking.tiers}
    last_places = {tier.places for tier in ranking.tiers}
    landing = None
    for at, each in enumerate(listed):
        if each.landing != landing:
            landing = each.landing
            yield Section(_section(ranking, each, sentences))
        yield (
            Cell(Kind.COUNT, each.rank, mark=TIED if each.rank in tied else ""),
            Cell(Kind.TEXT, sentences.words(each.title)),
            Cell(
                Kind.TEXT, sentences.tier(titles.get(each.tier or ""), [titles[tie.tier] for tie in each.landing.ties])
            ),
            Cell(Kind.POINTS, each.shown),
            Cell(Kind.POINTS, each.possible),
            Cell(Kind.POINTS, each.shown, until=each.possible),
            Cell(Kind.SHARE, each.unknown),
        )
        below = ranking.candidates[at + 1 : at + 2]
        if at + 1 in last_places and below and below[0].rank != each.rank:
            gap = each.shown - below[0].shown
            yield Divider(sentences.say(N_("line")), sentences.gap(gap))


def _section(ranking: Ranking, each: RankedCandidate, sentences: Sentences) -> str:
    before = 0
    places = ""
    for tier in ranking.tiers:
        if tier.id == each.tier:
            places = sentences.tier_places(tier.title, before + 1, tier.places)
        before = tier.places
    titles = {tier.id: tier.title for tier in ranking.tiers}
    ties = [sentences.tied_for(titles[tie.tier], tie.places_left) for tie in each.landing.ties]
    if not places and not ties:
        return sentences.say(N_("No place"))
    head = " · ".join([places, *ties] if places else ties)
    return f"{head[0].upper()}{head[1:]}"


def compared_criteria(ranking: Ranking) -> list[CriterionFacts]:
    """Return the top of the tree as far as it divides, without what weighs nothing."""
    parent = None
    while True:
        found = [each for each in ranking.criteria if each.parent == parent and each.weight]
        if len(found) != 1 or found[0].is_leaf:
            return found
        parent = found[0].id


def contributions_table(ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences) -> Table:
    """Return the points of each top criterion in columns, one for each of the first candidates by rank."""
    tied = tied_ranks(ranking)
    compared = rows[:MAX_COMPARED]
    ranks = [sentences.rank(each.rank, each.rank in tied) for each in compared]
    columns = (
        Column(sentences.say(N_("Criterion")), "left", yields=True, is_key=True),
        Column(sentences.say(N_("At most")), is_key=True),
        *(Column(rank, priority=at) for at, rank in enumerate(ranks)),
    )
    return Table(columns, tuple(_contribution_rows(ranking, compared, sentences)))


def parts_add_up(ranking: Ranking, rows: Sequence[RankedCandidate]) -> bool:
    """Whether the printed points of the top criteria add up to each candidate's printed total."""
    criteria = compared_criteria(ranking)
    return all(
        sum(round_half_up(each.contributions[criterion.id]) for criterion in criteria) == round_half_up(each.shown)
        for each in rows[:MAX_COMPARED]
    )


def _contribution_rows(
    ranking: Ranking, compared: Sequence[RankedCandidate], sentences: Sentences
) -> Iterator[tuple[Cell, ...]]:
    for criterion in compared_criteria(ranking):
        yield (
            Cell(Kind.TEXT, sentences.words(criterion.title)),
            Cell(Kind.POINTS, criterion.weight),
            *(Cell(Kind.POINTS, each.contributions[criterion.id]) for each in compared),
        )
    yield (
        Cell(Kind.TEXT, sentences.say(N_("Shown"))),
        Cell(Kind.POINTS, sum(each.weight for each in ranking.criteria if each.parent is None)),
        *(Cell(Kind.POINTS, each.shown) for each in compared),
    )

"""The tables of a ranking: the order with its lines, and where the points come from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from stratsel.language.catalogue import N_
from stratsel.language.numbers import round_half_up
from stratsel.model.base import Text
from stratsel.report.document import DASH, Cell, Column, Divider, Face, Kind, Row, Section, Table
from stratsel.report.firmness import verdict_words
from stratsel.report.sentences import TIED, Sentences
from stratsel.results.ranking import CriterionFacts, RankedCandidate, Ranking, TierFacts
from stratsel.terms import Missing

MAX_COMPARED = 10
"""How many candidates stand beside each other in the table of contributions."""


def tied_ranks(ranking: Ranking) -> set[int]:
    """Return the ranks that more than one candidate has."""
    ranks = [each.rank for each in ranking.candidates]
    return {rank for rank, following in pairwise(ranks) if rank == following}


def has_own_value(ranking: Ranking) -> bool:
    """Whether the order is by something else than what is shown."""
    return ranking.round.missing != Missing.WORST.value or ranking.round.resolution is not None


def is_sum(ranking: Ranking) -> bool:
    """Whether every candidate's points are the sum of what the top criteria bring."""
    return all(
        each.id in (ranking.candidates[0].contributions if ranking.candidates else ())
        for each in compared_criteria(ranking)
    )


def order_table(ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences) -> Table:
    """Return the order: a row for each candidate, a heading for each tier, a divider at each line."""
    columns = (
        Column(sentences.say(N_("Rank")), is_key=True),
        Column(sentences.say(N_("Candidate")), "left", yields=True, is_key=True),
        *([Column(sentences.say(N_("Tier")), "left", only=Face.COMPACT)] if ranking.tiers else []),
        *([Column(sentences.say(N_("Value")))] if has_own_value(ranking) else []),
        Column(sentences.say(N_("Shown")), only=Face.SECTIONED),
        Column(sentences.say(N_("Possible")), priority=1, only=Face.SECTIONED),
        Column(sentences.say(N_("Shown–Possible")), only=Face.COMPACT),
        Column(sentences.say(N_("Unknown")), priority=2, only=Face.SECTIONED if ranking.firmness is not None else None),
        *([Column(sentences.say(N_("Keeps its tier")), priority=3)] if ranking.firmness is not None else []),
    )
    return Table(columns, tuple(_order_rows(ranking, rows, sentences)))


def _tier_cell(each: RankedCandidate, titles: Mapping[str, Text], sentences: Sentences) -> Cell:
    ties = [titles[tie.tier] for tie in each.landing.ties]
    return Cell(Kind.TEXT, sentences.tier(titles.get(each.tier or ""), ties))


def _firmness_cells(each: RankedCandidate, sentences: Sentences) -> Iterator[Cell]:
    if each.firmness is not None:
        mark = f" {verdict_words(each.firmness.verdict, sentences)}"
        yield Cell(Kind.SHARE, each.firmness.tier_share, mark=mark)


def _order_rows(ranking: Ranking, listed: Sequence[RankedCandidate], sentences: Sentences) -> Iterator[Row]:
    tied = tied_ranks(ranking)
    titles = {tier.id: tier.title for tier in ranking.tiers}
    last_places = {tier.places for tier in _by_order(ranking)}
    landing = None
    for at, each in enumerate(listed):
        if ranking.tiers and each.landing != landing:
            landing = each.landing
            yield Section(_section(ranking, each, sentences))
        yield (
            Cell(Kind.COUNT, each.rank, mark=TIED if each.rank in tied else ""),
            Cell(Kind.TEXT, sentences.words(each.title)),
            *([_tier_cell(each, titles, sentences)] if ranking.tiers else []),
            *([Cell(Kind.POINTS, each.value)] if has_own_value(ranking) else []),
            Cell(Kind.POINTS, each.shown),
            Cell(Kind.POINTS, each.possible),
            Cell(Kind.POINTS, each.shown, until=each.possible),
            Cell(Kind.SHARE, each.unknown),
            *_firmness_cells(each, sentences),
        )
        below = ranking.candidates[at + 1 : at + 2]
        has_place = each.tier is not None or bool(each.landing.ties)
        if at + 1 in last_places and has_place and below and below[0].rank != each.rank:
            gap = each.value - below[0].value
            yield Divider(sentences.say(N_("line")), sentences.gap(gap))


def _by_order(ranking: Ranking) -> list[TierFacts]:
    """Return the tiers that end at a line across the order: no quota, and no count by a field, reaches down to them."""
    return list(takewhile(lambda tier: tier.members is None and not tier.is_limited, ranking.tiers))


def _section(ranking: Ranking, each: RankedCandidate, sentences: Sentences) -> str:
    before = 0
    places = ""
    by_order = _by_order(ranking)
    for tier in ranking.tiers:
        if tier.id == each.tier:
            numbered = sentences.tier_places(tier.title, before + 1, tier.places)
            places = numbered if tier in by_order else sentences.words(tier.title)
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
        *([Column(sentences.say(N_("At most")), is_key=True)] if _has_limits(ranking) else []),
        *(Column(rank, priority=at) for at, rank in enumerate(ranks)),
    )
    return Table(columns, tuple(_contribution_rows(ranking, compared, sentences)))


def node_values_table(ranking: Ranking, rows: Sequence[RankedCandidate], sentences: Sentences) -> Table:
    """Return the value of each top criterion, 0 to 100 for itself, in columns, one for each of the first candidates."""
    tied = tied_ranks(ranking)
    compared = rows[:MAX_COMPARED]
    columns = (
        Column(sentences.say(N_("Criterion, 0 to 100 each")), "left", yields=True, is_key=True),
        *(Column(sentences.rank(each.rank, each.rank in tied), priority=at) for at, each in enumerate(compared)),
    )
    criteria = [
        (
            Cell(Kind.TEXT, sentences.words(each.title)),
            *(_worth(one, each.id) for one in compared),
        )
        for each in compared_criteria(ranking)
    ]
    label = N_("Value") if has_own_value(ranking) else N_("Shown")
    whole = (Cell(Kind.TEXT, sentences.say(label)), *(Cell(Kind.POINTS, one.value) for one in compared))
    return Table(columns, (*criteria, whole))


def _worth(candidate: RankedCandidate, criterion: str) -> Cell:
    """Return what a criterion is worth, a dash where nothing that counts in it is known."""
    worth = candidate.node_values.get(criterion)
    return Cell(Kind.TEXT, DASH) if worth is None else Cell(Kind.POINTS, worth)


def parts_add_up(ranking: Ranking, rows: Sequence[RankedCandidate]) -> bool:
    """Whether the printed points of the top criteria add up to each candidate's printed total."""
    criteria = compared_criteria(ranking)
    return all(
        sum(round_half_up(each.contributions[criterion.id]) for criterion in criteria)
        == round_half_up(_whole(ranking, each))
        for each in rows[:MAX_COMPARED]
    )


def _has_limits(ranking: Ranking) -> bool:
    """Whether a criterion can bring everybody the same at most; not so where the weight of unknowns is shared out."""
    return ranking.round.missing != Missing.AVAILABLE.value


def _whole(ranking: Ranking, candidate: RankedCandidate) -> float:
    """Return what the parts add up to, before it is rounded to a resolution."""
    if ranking.round.missing == Missing.WORST.value:
        return candidate.shown
    if ranking.round.resolution is None:
        return candidate.value
    return sum(candidate.contributions[each.id] for each in compared_criteria(ranking))


def _whole_words(ranking: Ranking) -> str:
    if ranking.round.missing == Missing.WORST.value:
        return N_("Shown")
    return N_("Value") if ranking.round.resolution is None else N_("Value, not rounded")


def _contribution_rows(
    ranking: Ranking, compared: Sequence[RankedCandidate], sentences: Sentences
) -> Iterator[tuple[Cell, ...]]:
    has_limits = _has_limits(ranking)
    for criterion in compared_criteria(ranking):
        yield (
            Cell(Kind.TEXT, sentences.words(criterion.title)),
            *([Cell(Kind.POINTS, criterion.weight)] if has_limits else []),
            *(Cell(Kind.POINTS, each.contributions[criterion.id]) for each in compared),
        )
    weight = sum(each.weight for each in ranking.criteria if each.parent is None)
    yield (
        Cell(Kind.TEXT, sentences.say(_whole_words(ranking))),
        *([Cell(Kind.POINTS, weight)] if has_limits else []),
        *(Cell(Kind.POINTS, _whole(ranking, each)) for each in compared),
    )

"""How often candidates stand where, and above whom."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import DASH, Block, Cell, Column, Kind, Paragraph, Table
from stratsel.report.robustness.words import SLIGHT, Words, share
from stratsel.results.robustness.acceptability import NO_PLACE, Acceptability, CandidateAcceptability
from stratsel.results.robustness.winning import Winning

MAX_RANKS = 10
"""How many ranks stand in the table; the data have all."""
MAX_COMPARED = 12
"""How many candidates are set against each other in the table; the data have more."""


def acceptability_blocks(found: Acceptability, words: Words) -> Iterator[Block]:
    """Yield tiers, ranks and central weights."""
    say, sentences = words.say, words.sentences
    facts = {
        "samples": sentences.count(found.samples),
        "error": sentences.percent_points(found.largest_error),
    }
    yield Paragraph(say(N_("{samples} draws; no share is less sure than a standard error of {error}."), **facts))
    yield _tiers(found, words)
    if words.ranking.scenarios:
        yield Paragraph(say(N_("What if: the share of draws in the tier that a candidate has as it is.")))
        yield _scenarios(found, words)
    yield Paragraph(say(N_("Rank acceptability: the share of draws at each rank; those level share the smaller.")))
    yield _ranks(found, words)
    leading = [each for each in found.rows if each.central_weights]
    if leading:
        yield Paragraph(
            say(N_("Central weights: the mean weights where a candidate is first, in points of the whole."))
        )
        yield _central(leading, words)


def _tiers(found: Acceptability, words: Words) -> Table:
    say = words.say
    tiers = [tier.id for tier in words.ranking.tiers]
    is_exact = any(each.first_exactly is not None for each in found.rows)
    columns = (
        Column(say(N_("Rank")), is_key=True),
        Column(say(N_("Candidate")), "left", yields=True, is_key=True),
        *(Column(words.tier(tier)) for tier in tiers),
        Column(say(N_("No place"))),
        Column(say(N_("Same tier, weights alone")), priority=3),
        Column(say(N_("Same tier, judgements alone")), priority=3),
        Column(say(N_("Expected rank")), priority=1),
        *([Column(say(N_("First exactly")), priority=2)] if is_exact else []),
    )
    return Table(columns, tuple(_tier_row(each, tiers, words, is_exact=is_exact) for each in found.rows))


def _tier_row(each: CandidateAcceptability, tiers: list[str], words: Words, *, is_exact: bool) -> tuple[Cell, ...]:
    candidate = next(one for one in words.ranking.candidates if one.id == each.candidate)
    now = candidate.tier or NO_PLACE
    exactly = Cell(Kind.TEXT, DASH) if each.first_exactly is None else Cell(Kind.SHARE, each.first_exactly)
    return (
        Cell(Kind.COUNT, candidate.rank),
        words.title(each.candidate),
        *(share(each.tiers[tier]) for tier in (*tiers, NO_PLACE)),
        Cell(Kind.SHARE, each.tiers_by_weights[now]),
        Cell(Kind.SHARE, each.tiers_by_judgements[now]),
        Cell(Kind.POINTS, each.expected_rank),
        *([exactly] if is_exact else []),
    )


def _scenarios(found: Acceptability, words: Words) -> Table:
    scenarios = [each.id for each in words.ranking.scenarios]
    columns = (
        Column(words.say(N_("Candidate")), "left", yields=True, is_key=True),
        Column(words.say(N_("As it is")), is_key=True),
        *(Column(visible(name), priority=at) for at, name in enumerate(scenarios)),
    )
    now = {each.id: each.tier or NO_PLACE for each in words.ranking.candidates}
    rows = (
        (
            words.title(each.candidate),
            *(
                share(tiers[now[each.candidate]])
                for tiers in (each.tiers, *(each.tiers_by_scenario[name] for name in scenarios))
            ),
        )
        for each in found.rows
    )
    return Table(columns, tuple(rows))


def _ranks(found: Acceptability, words: Words) -> Table:
    most = max((rank for each in found.rows for rank, value in each.ranks.items() if value >= SLIGHT), default=1)
    ranks = range(1, min(most, MAX_RANKS) + 1)
    columns = (
        Column(words.say(N_("Candidate")), "left", yields=True, is_key=True),
        *(Column(words.sentences.count(rank), priority=rank) for rank in ranks),
    )
    rows = ((words.title(each.candidate), *(share(each.ranks.get(rank, 0)) for rank in ranks)) for each in found.rows)
    return Table(columns, tuple(rows))


def _central(leading: list[CandidateAcceptability], words: Words) -> Table:
    leaves = [each for each in words.ranking.criteria if each.is_leaf]
    columns = (
        Column(words.say(N_("Criterion")), "left", yields=True, is_key=True),
        Column(words.say(N_("Now"))),
        *(
            Column(words.sentences.count(words.rank(each.candidate)), priority=at)
            for at, each in enumerate(leading[:MAX_RANKS], 1)
        ),
    )
    rows = [
        (
            Cell(Kind.TEXT, words.criterion(leaf.id)),
            Cell(Kind.POINTS, leaf.weight),
            *(Cell(Kind.POINTS, each.central_weights[leaf.id]) for each in leading[:MAX_RANKS]),
        )
        for leaf in leaves
    ]
    factors = [each.confidence_factor or 0.0 for each in leading[:MAX_RANKS]]
    last = (
        Cell(Kind.TEXT, words.say(N_("First with these weights"))),
        Cell(Kind.TEXT, ""),
        *(Cell(Kind.SHARE, factor) for factor in factors),
    )
    return Table(columns, (*rows, last))


def winning_blocks(found: Winning, words: Words) -> Iterator[Block]:
    """Yield in what share of the draws one candidate, by row, stands above another, by column."""
    listed = found.rows[:MAX_COMPARED]
    columns = (
        Column(words.say(N_("Rank")), is_key=True),
        Column(words.say(N_("stands above")), "left", yields=True, is_key=True),
        *(Column(words.sentences.count(words.rank(each.candidate)), priority=at) for at, each in enumerate(listed)),
    )
    rows = (
        (
            Cell(Kind.COUNT, words.rank(each.candidate)),
            words.title(each.candidate),
            *(
                Cell(Kind.TEXT, "") if other is each else Cell(Kind.SHARE, each.above[other.candidate])
                for other in listed
            ),
        )
        for each in listed
    )
    yield Table(columns, tuple(rows))

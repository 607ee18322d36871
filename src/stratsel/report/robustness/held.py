"""What holds: between which weights, for all of them, and whatever the values of levels."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import DASH, Block, Bullets, Cell, Column, Kind, Paragraph, Table
from stratsel.report.robustness.words import Words
from stratsel.results.robustness.ordinal import Ordinal
from stratsel.results.robustness.preference import Preference
from stratsel.results.robustness.stability import FIRST, ORDER, CriterionInterval, Stability

MAX_NAMED = 4
"""How many candidates are named in a row of a table."""


def stability_blocks(found: Stability, words: Words) -> Iterator[Block]:
    """Yield the intervals of each criterion, under what is to stay."""
    say = words.say
    columns = (
        Column(say(N_("Criterion")), "left", yields=True, is_key=True),
        Column(say(N_("Weight"))),
        Column(say(N_("Stays so from–to"))),
        Column(say(N_("Below that")), "left", priority=1),
        Column(say(N_("Above that")), "left", priority=1),
    )
    kept = list(dict.fromkeys(row.keeps for row in found.rows))
    for keeps in kept:
        own = [row for row in found.rows if row.keeps == keeps]
        limited = [row for row in own if row.is_limited]
        if not limited:
            yield Paragraph(_whatever(keeps, words))
            continue
        yield Paragraph(_what(keeps, words))
        yield Table(columns, tuple(_interval(row, words) for row in limited))
        free = [words.criterion(row.criterion) for row in own if not row.is_limited]
        if free:
            yield Paragraph(say(N_("Whatever these weigh: {criteria}."), criteria=" · ".join(free)), is_quiet=True)
    if not found.rows:
        yield Paragraph(say(N_("No criterion has a sibling that could take weight from it.")))
    if not all(row.is_exact for row in found.rows):
        told = N_("≈ found by a search, which may have passed over a change that is soon undone.")
        yield Paragraph(say(told), is_quiet=True)


def _what(keeps: str, words: Words) -> str:
    if keeps == FIRST:
        return words.say(N_("Who is first stays so while the weight of one criterion lies between these points:"))
    if keeps == ORDER:
        return words.say(N_("The whole order stays as it is between these points:"))
    return words.say(N_("Who has a place in {tier} stays the same between these points:"), tier=words.tier(keeps))


def _whatever(keeps: str, words: Words) -> str:
    if keeps == FIRST:
        return words.say(N_("Who is first stays so whatever one criterion weighs."))
    if keeps == ORDER:
        return words.say(N_("The whole order stays as it is whatever one criterion weighs."))
    return words.say(
        N_("Who has a place in {tier} stays the same whatever one criterion weighs."), tier=words.tier(keeps)
    )


def _interval(row: CriterionInterval, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(Kind.TEXT, words.criterion(row.criterion)),
        Cell(Kind.POINTS, row.weight),
        Cell(Kind.POINTS, row.low, until=row.high, mark="" if row.is_exact else " ≈"),
        Cell(Kind.TEXT, _passing(row.ahead_at_low, row.behind_at_low, words)),
        Cell(Kind.TEXT, _passing(row.ahead_at_high, row.behind_at_high, words)),
    )


def _passing(ahead: str | None, behind: str | None, words: Words) -> str:
    if ahead is None and behind is None:
        return DASH
    if ahead is None and behind is not None:
        return words.say(N_("{candidate} has no place"), candidate=words.quoted(behind))
    assert ahead is not None
    if behind is None:
        return words.say(N_("{candidate} has a place"), candidate=words.quoted(ahead))
    facts = {"ahead": words.quoted(ahead), "behind": words.quoted(behind)}
    return words.say(N_("{ahead} passes {behind}"), **facts)


def preference_blocks(found: Preference, words: Words) -> Iterator[Block]:
    """Yield who can be best, and who is above whom for all weights."""
    say = words.say
    columns = (
        Column(say(N_("Rank")), is_key=True),
        Column(say(N_("Candidate")), "left", yields=True, is_key=True),
        Column(say(N_("Can be best")), "left"),
        Column(say(N_("Undominated")), "left"),
        Column(say(N_("Above for all weights"))),
        Column(say(N_("Above for some"))),
        Column(say(N_("Above whatever is open")), priority=1),
    )
    rows = (
        (
            Cell(Kind.COUNT, words.rank(row.candidate)),
            words.title(row.candidate),
            Cell(Kind.TEXT, _yes(words, is_so=row.can_be_best)),
            Cell(Kind.TEXT, _yes(words, is_so=row.is_undominated)),
            *(Cell(Kind.COUNT, len(names)) for names in (row.always_above, row.ever_above, row.surely_above)),
        )
        for row in found.rows
    )
    yield Table(columns, tuple(rows))
    told = N_("Counted are candidates; --format json names them. Judgements as the order counts them.")
    yield Paragraph(say(told), is_quiet=True)


def _yes(words: Words, *, is_so: bool) -> str:
    return words.say(N_("yes")) if is_so else words.say(N_("no"))


def ordinal_blocks(found: Ordinal, words: Words) -> Iterator[Block]:
    """Yield which pairs hang on the values given to levels."""
    sentences = words.sentences
    facts = {"always": sentences.count(found.always), "pairs": sentences.count(found.pairs)}
    sentence = N_("Pairs of the order that hold whatever increasing values the levels have: {always} of {pairs}.")
    yield Paragraph(words.say(sentence, **facts))
    hanging = [row for row in found.rows if row.by_values_alone]
    if hanging:
        yield Paragraph(words.say(N_("These stand above others only by the values that the levels were given:")))
        yield Bullets(tuple(_hangs(row.candidate, row.by_values_alone, words) for row in hanging))


def _hangs(candidate: str, others: Sequence[str], words: Words) -> str:
    named = ", ".join(map(words.quoted, others[:MAX_NAMED]))
    if len(others) > MAX_NAMED:
        more = words.sentences.count(len(others) - MAX_NAMED)
        named = words.say(N_("{names} and {count} more"), names=named, count=more)
    return words.say(N_("{candidate} above {others}"), candidate=words.quoted(candidate), others=named)

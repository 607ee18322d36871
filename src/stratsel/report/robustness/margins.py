"""What moves the margin at a line, and who lands elsewhere if one thing were otherwise, in words."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Cell, Column, Entries, Entry, Kind, Paragraph, Table
from stratsel.report.robustness.words import Words
from stratsel.results.robustness.margin import MarginBar, MarginDriver, MarginDrivers, Tornadoes
from stratsel.results.robustness.trials import WHOLE, Means, OtherMeans, Step, Steps, WithoutCriteria
from stratsel.terms import Combine, ValueKey

MAX_BARS = 12
"""How many things are named that move a margin: those that move it most."""
MAX_STEPS = 25
"""How many single levels are named; the data have all."""
_COMBINES = {
    Combine.ARITHMETIC: N_("arithmetic mean"),
    Combine.GEOMETRIC: N_("geometric mean"),
    Combine.HARMONIC: N_("harmonic mean"),
    Combine.MINIMUM: N_("minimum"),
    Combine.MAXIMUM: N_("maximum"),
}


def tornado_blocks(found: Tornadoes, words: Words) -> Iterator[Block]:
    """Yield for each line what moves the margin there, the widest swing first."""
    say, sentences = words.say, words.sentences
    for now in found.margins:
        facts = {
            "tier": words.tier(now.tier),
            "inside": words.quoted(now.inside),
            "outside": words.quoted(now.outside),
            "margin": sentences.points(now.margin),
        }
        sentence = N_("At the line of {tier}, {inside} is {margin} points ahead of {outside}; that margin becomes:")
        yield Paragraph(say(sentence, **facts))
        rows = [_bar(bar, words) for bar in found.rows if bar.tier == now.tier]
        yield from _listed(_bar_columns(words), rows, words)
    if not found.margins:
        yield Paragraph(say(N_("No line lies between two candidates.")))


def _bar_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words.say(N_("What varies")), "left", yields=True, is_key=True),
        Column(words.say(N_("At its low end"))),
        Column(words.say(N_("At its high end"))),
        Column(words.say(N_("From the low end to the high")), "left", priority=1),
    )


def _bar(bar: MarginBar, words: Words) -> tuple[Cell, ...]:
    named = words.criterion(bar.criterion)
    if bar.candidate is None:
        thing = words.say(N_("weight of {criterion}"), criterion=named)
    else:
        thing = f"{named}: {words.candidate(bar.candidate)}"
    return (
        Cell(Kind.TEXT, thing),
        Cell(Kind.POINTS, bar.margin_at_low),
        Cell(Kind.POINTS, bar.margin_at_high),
        Cell(Kind.TEXT, _ends(bar, words)),
    )


def _ends(bar: MarginBar, words: Words) -> str:
    sentences = words.sentences
    if bar.candidate is None:
        points = {"low": sentences.points(bar.low), "high": sentences.points(bar.high)}
        return words.say(N_("{low} to {high} points"), **points)
    low, high = bar.low_figure, bar.high_figure
    if low is not None and high is not None and low.key is not ValueKey.LEVEL:
        return sentences.ends(low, high)
    numbers = {"low": sentences.exact(bar.low), "high": sentences.exact(bar.high)}
    return words.say(N_("items that weigh {low} to {high}") if low is None else N_("level {low} to {high}"), **numbers)


def _listed(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], words: Words) -> Iterator[Block]:
    """Yield the first of many rows as a table, and how many more there are."""
    if not rows:
        yield Paragraph(words.say(N_("Nothing that varies moves it.")))
        return
    yield Table(columns, tuple(rows[:MAX_BARS]))
    if len(rows) > MAX_BARS:
        yield Paragraph(words.sentences.and_more(len(rows) - MAX_BARS), is_quiet=True)


def drivers_blocks(found: MarginDrivers, words: Words) -> Iterator[Block]:
    """Yield for each line what the variance of the margin comes from."""
    say, sentences = words.say, words.sentences
    columns = (
        Column(say(N_("What varies")), "left", yields=True, is_key=True),
        Column(say(N_("By itself"))),
        Column(say(N_("With all it interacts with"))),
    )
    for spread in found.margins:
        facts = {
            "tier": words.tier(spread.tier),
            "inside": words.quoted(spread.inside),
            "outside": words.quoted(spread.outside),
            "mean": sentences.points(spread.mean),
            "deviation": sentences.points(spread.deviation),
            "samples": sentences.count(spread.samples),
        }
        sentence = N_(
            "At the line of {tier}, the margin of {inside} over {outside} is {mean} points in the mean of {samples} "
            "draws, with a standard deviation of {deviation}. Its variance comes from:"
        )
        yield Paragraph(say(sentence, **facts))
        rows = [
            (
                Cell(Kind.TEXT, _driver(row, words)),
                Cell(Kind.SHARE, _clipped(row.first_order)),
                Cell(Kind.SHARE, _clipped(row.total_order)),
            )
            for row in found.rows
            if row.tier == spread.tier
        ]
        yield from _listed(columns, rows, words)
    if not found.margins:
        yield Paragraph(say(N_("No line lies between two candidates.")))


def _driver(row: MarginDriver, words: Words) -> str:
    if row.candidate is not None:
        return f"{words.criterion(row.criterion)}: {words.candidate(row.candidate)}"
    if row.criterion is None:
        return words.say(N_("weights of the whole"))
    return words.say(N_("weights below {criterion}"), criterion=words.criterion(row.criterion))


def _clipped(share: float) -> float:
    """Return an estimated share where it can only lie."""
    return min(max(share, 0.0), 1.0)


def without_blocks(found: WithoutCriteria, words: Words) -> Iterator[Block]:
    """Yield what leaving out each criterion changes."""
    changing = [row for row in found.rows if row.moves]
    if not found.rows:
        yield Paragraph(words.say(N_("There is no criterion that could be left out.")))
    if changing:
        yield Entries(tuple(Entry(words.criterion(row.criterion), words.moves(row.moves)) for row in changing))
    idle = [words.criterion(row.criterion) for row in found.rows if not row.moves]
    if idle:
        sentence = N_("Without any one of these nobody lands elsewhere: {criteria}.")
        criteria = " · ".join(idle)
        yield Paragraph(words.say(sentence, criteria=criteria), is_quiet=True)


def steps_blocks(found: Steps, words: Words) -> Iterator[Block]:
    """Yield the single levels that change a tier."""
    say, sentences = words.say, words.sentences
    facts = {"found": sentences.count(len(found.rows)), "tried": sentences.count(found.tried)}
    yield Paragraph(say(N_("Single levels, more or less, that change a tier: {found} of {tried}."), **facts))
    if found.examined < found.within_reach:
        told = {"examined": sentences.count(found.examined), "reach": sentences.count(found.within_reach)}
        yield Paragraph(say(N_("Looked at were {examined} of the {reach} that could reach a line."), **told))
    if not found.rows:
        return
    yield Entries(tuple(_step(row, words) for row in found.rows[:MAX_STEPS]))
    if len(found.rows) > MAX_STEPS:
        yield Paragraph(sentences.and_more(len(found.rows) - MAX_STEPS), is_quiet=True)


def _step(row: Step, words: Words) -> Entry:
    by = f"{'+' if row.by > 0 else '−'}{words.sentences.exact(abs(row.by))}"
    facts = {"candidate": words.candidate(row.candidate), "criterion": words.criterion(row.leaf), "by": by}
    return Entry(words.say(N_("{candidate}, {criterion} {by}"), **facts), words.moves(row.moves))


def means_blocks(found: Means, words: Words) -> Iterator[Block]:
    """Yield what other means change."""
    if not found.rows:
        yield Paragraph(words.say(N_("No criterion is a weighted mean of others.")))
    changing = [row for row in found.rows if row.moves]
    if changing:
        yield Entries(tuple(Entry(_other(row, words), words.moves(row.moves)) for row in changing))
    idle = [_other(row, words) for row in found.rows if not row.moves]
    if idle:
        sentence = N_("With these nobody lands elsewhere: {means}.")
        ways = " · ".join(idle)
        yield Paragraph(words.say(sentence, means=ways), is_quiet=True)


def _other(row: OtherMeans, words: Words) -> str:
    mean = words.say(_COMBINES[row.combine])
    if len(row.criteria) > 1:
        return words.say(N_("All together: {mean}"), mean=mean)
    (criterion,) = row.criteria
    return words.say(
        N_("{criterion}: {mean}"), criterion=words.criterion(None if criterion == WHOLE else criterion), mean=mean
    )

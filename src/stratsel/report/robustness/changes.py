"""The smallest changes across a line, in words."""

from collections.abc import Iterator
from operator import attrgetter

from stratsel.language.catalogue import N_
from stratsel.language.numbers import NO_BREAK_SPACE, format_signed
from stratsel.report.document import Block, Bullets, Entries, Entry, Line, Paragraph
from stratsel.report.robustness.words import Words
from stratsel.results.robustness.changes import (
    AssessmentChange,
    AssessmentChanges,
    LevelChanges,
    WeightChange,
    WeightChanges,
)

MAX_SHIFTS = 4
"""How many leaves are named whose weight moves: those that move most."""
MAX_ASSESSMENTS = 3
"""How many single assessments are named for one candidate and line."""
MAX_LEVELS = 5
"""How many levels are named for one line."""


def nearest_blocks(found: WeightChanges, words: Words) -> Iterator[Block]:
    """Yield the nearest weights across each line, for each candidate, closest first."""
    say = words.say
    if not found.rows:
        yield Paragraph(say(N_("No weights do it, or the round’s tiers hang on more than a weighted sum.")))
        return
    for tier in dict.fromkeys(row.tier for row in found.rows):
        own = sorted((row for row in found.rows if row.tier == tier), key=attrgetter("points_moved"))
        for enters in (True, False):
            rows = [row for row in own if row.enters is enters]
            if rows:
                sentence = N_("Into {tier}:") if enters else N_("Out of {tier}:")
                yield Paragraph(say(sentence, tier=words.tier(tier)))
                yield Entries(tuple(_nearest(row, words) for row in rows))
    explained = N_("Counted is what some weights give and others take, added up: 200 points would replace them all.")
    yield Paragraph(say(explained), is_quiet=True)
    if not all(row.is_exact for row in found.rows):
        yield Paragraph(say(N_("≈ one way, and perhaps not the nearest.")), is_quiet=True)


def _nearest(row: WeightChange, words: Words) -> Entry:
    sentences = words.sentences
    largest = sorted(row.weight_shifts.items(), key=lambda shift: -abs(shift[1]))
    told = [f"{words.criterion(leaf)}{NO_BREAK_SPACE}{_signed(points, words)}" for leaf, points in largest[:MAX_SHIFTS]]
    if len(largest) > MAX_SHIFTS:
        told.append(sentences.and_more(len(largest) - MAX_SHIFTS))
    mark = "" if row.is_exact else "≈ "
    points = words.say(N_("{points} points"), points=f"{mark}{sentences.points(row.points_moved)}")
    return Entry(words.candidate(row.candidate), (Line(": ".join([points, " · ".join(told)] if told else [points])),))


def _signed(points: float, words: Words) -> str:
    return format_signed(points, words.sentences.language)


def needed_blocks(found: AssessmentChanges, words: Words) -> Iterator[Block]:
    """Yield for each line and candidate the single assessments that are enough."""
    if not found.rows:
        yield Paragraph(words.say(N_("No single assessment is enough for anybody to change sides.")))
        return
    for tier in dict.fromkeys(row.tier for row in found.rows):
        for enters in (True, False):
            rows = [row for row in found.rows if (row.tier, row.enters) == (tier, enters)]
            if rows:
                sentence = N_("Into {tier}, each assessment by itself is enough:")
                if not enters:
                    sentence = N_("Out of {tier}, each assessment by itself is enough:")
                yield Paragraph(words.say(sentence, tier=words.tier(tier)))
                yield Entries(tuple(_needed(rows, words)))


def _needed(rows: list[AssessmentChange], words: Words) -> Iterator[Entry]:
    for candidate in dict.fromkeys(row.candidate for row in rows):
        own = [row for row in rows if row.candidate == candidate]
        lines = [Line(_figure(row, words)) for row in own[:MAX_ASSESSMENTS]]
        if len(own) > MAX_ASSESSMENTS:
            lines.append(Line(words.sentences.and_more(len(own) - MAX_ASSESSMENTS)))
        yield Entry(words.candidate(candidate), tuple(lines))


def _figure(row: AssessmentChange, words: Words) -> str:
    if row.figure is not None:
        said = words.sentences.single(row.figure)
    else:
        said = words.say(N_("met to {share}"), share=words.sentences.share(row.share or 0.0))
    sentence = N_("{criterion}: {figure} or better") if row.enters else N_("{criterion}: {figure} or worse")
    return words.say(sentence, criterion=words.criterion(row.leaf), figure=said)


def levels_blocks(found: LevelChanges, words: Words) -> Iterator[Block]:
    """Yield by how much the value of a level must move for the two at a line to change places."""
    say, sentences = words.say, words.sentences
    if not found.rows:
        yield Paragraph(say(N_("No value of one level makes the two at a line change places.")))
        return
    for tier in dict.fromkeys(row.tier for row in found.rows):
        own = [row for row in found.rows if row.tier == tier]
        facts = {
            "tier": words.tier(tier),
            "inside": words.quoted(own[0].inside),
            "outside": words.quoted(own[0].outside),
        }
        yield Paragraph(say(N_("At the line of {tier}, between {inside} and {outside}:"), **facts))
        items = []
        for row in own[:MAX_LEVELS]:
            told = {
                "criteria": " · ".join(map(words.criterion, row.leaves)),
                "level": sentences.exact(row.level),
                "value": sentences.points(row.value),
                "needed": sentences.points(row.value_needed, [row.value]),
            }
            items.append(say(N_("{criteria}: level {level} worth {needed} instead of {value} of 100"), **told))
        if len(own) > MAX_LEVELS:
            items.append(sentences.and_more(len(own) - MAX_LEVELS))
        yield Bullets(tuple(items))

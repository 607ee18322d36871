"""The rules of the paper, and before any total what the dossiers say: criteria with their weights, and the matrix."""

from collections.abc import Iterator, Sequence

from stratsel.language.catalogue import N_
from stratsel.report.document import Block, Cell, Column, Entries, Heading, Kind, Paragraph, Row, Table
from stratsel.report.robustness.words import Words
from stratsel.report.rules import rules_entries
from stratsel.results.paper import Paper
from stratsel.results.ranking import CriterionFacts, RankedCandidate
from stratsel.terms import Combine

MAX_ROWS = 50
"""How many candidates the matrix has on paper."""
STEP = "· "
"""What stands before a criterion for each step down the tree: spaces would be lost where a format trims cells."""
_KINDS = {
    "rubric": N_("levels"),
    "quantity": N_("an amount"),
    "date": N_("a day"),
    "checklist": N_("a list of items"),
    "choice": N_("options"),
}
_COMBINED = {
    Combine.ARITHMETIC: N_("arithmetic mean"),
    Combine.GEOMETRIC: N_("geometric mean"),
    Combine.HARMONIC: N_("harmonic mean"),
    Combine.MINIMUM: N_("minimum"),
    Combine.MAXIMUM: N_("maximum"),
}


def method_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the rules, who gave the weights and why, and the criteria with what each asks."""
    say = words.say
    yield Entries(tuple(rules_entries(paper.ranking, words.sentences)))
    columns = (
        Column(say(N_("Criterion")), "left", yields=True, is_key=True),
        Column(say(N_("Weight"))),
        Column(say(N_("Measured by")), "left"),
        Column(say(N_("What it asks, or why it counts")), "left", priority=1),
    )
    depths: dict[str | None, int] = {None: -1}
    rows: list[Row] = []
    for each in paper.ranking.criteria:
        depths[each.id] = depths[each.parent] + 1
        rows.append(_criterion(each, depths[each.id], paper, words))
    yield Table(columns, tuple(rows))
    yield Paragraph(say(N_("Weights are in points of the whole, which is 100.")), is_quiet=True)


def _criterion(each: CriterionFacts, depth: int, paper: Paper, words: Words) -> tuple[Cell, ...]:
    scale = paper.scales.get(each.id)
    measured = words.say(_COMBINED[each.combine] if scale is None else _KINDS[scale.kind])
    asked = None if scale is None else scale.question or scale.rationale
    return (
        Cell(Kind.TEXT, f"{STEP * depth}{words.criterion(each.id)}"),
        Cell(Kind.POINTS, each.weight),
        Cell(Kind.TEXT, measured),
        Cell(Kind.TEXT, "" if asked is None else words.sentences.words(asked)),
    )


def matrix_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield what the dossiers say on every leaf, a table for each topmost criterion."""
    listed = paper.ranking.candidates[:MAX_ROWS]
    if not listed:
        return
    yield Paragraph(
        words.say(N_("As the dossiers say it; “?” is unknown. A level stands for what its scale words say."))
    )
    for top in paper.ranking.criteria:
        if top.parent is None:
            yield Heading(3, words.criterion(top.id))
            yield _said(listed, _leaves_below(paper, top), words)
    if len(listed) < len(paper.ranking.candidates):
        count, total = (words.sentences.count(len(each)) for each in (listed, paper.ranking.candidates))
        yield Paragraph(words.say(N_("Listed: the first {count} of {total}."), count=count, total=total), is_quiet=True)


def _leaves_below(paper: Paper, top: CriterionFacts) -> list[CriterionFacts]:
    """Return the leaves of a node, or the leaf itself; parents stand before their children."""
    inside = {top.id}
    for each in paper.ranking.criteria:
        if each.parent in inside:
            inside.add(each.id)
    return [each for each in paper.ranking.criteria if each.id in inside and each.is_leaf]


def _said(listed: Sequence[RankedCandidate], leaves: Sequence[CriterionFacts], words: Words) -> Table:
    columns = (
        Column(words.say(N_("Candidate")), "left", yields=True, is_key=True),
        *(Column(words.criterion(leaf.id), "left") for leaf in leaves),
    )
    return Table(columns, tuple(_row(each, leaves, words) for each in listed))


def _row(each: RankedCandidate, leaves: Sequence[CriterionFacts], words: Words) -> tuple[Cell, ...]:
    standings = {standing.leaf: standing for standing in each.leaves}
    told = (Cell(Kind.TEXT, words.sentences.short_figure(standings[leaf.id])) for leaf in leaves)
    return Cell(Kind.TEXT, words.sentences.words(each.title)), *told

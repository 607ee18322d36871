"""The sheets beside the matrix: the answer, what bears it out, and how it holds."""

from collections.abc import Collection, Iterator

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.document import Block, Cell, Column, Entries, Entry, Heading, Kind, Line, Paragraph, Table
from stratsel.report.ending import ending
from stratsel.report.firmness import verdict_words
from stratsel.report.robustness.held import stability_blocks
from stratsel.report.robustness.margins import tornado_blocks
from stratsel.report.robustness.often import acceptability_blocks
from stratsel.report.robustness.words import Words
from stratsel.report.tables import tied_ranks
from stratsel.report.workbook.book import Sheet
from stratsel.results.paper import Paper
from stratsel.results.ranking import RankedCandidate, Ranking
from stratsel.results.robustness.acceptability import Acceptability
from stratsel.results.robustness.margin import Tornadoes
from stratsel.results.robustness.stability import Stability
from stratsel.terms import Grade, Stance

SUMMARY_WIDTHS = (8, 60, 38, 12, 12, 18)
HELD_WIDTHS = (8, 52, 14, 14, 32, 32, 12, 12, 12, 12, 12, 12)
EVIDENCE_WIDTHS = (28, 24, 10, 60, 18, 26, 18, 34, 30, 30)
SOURCES_WIDTHS = (52, 28, 18, 16, 60, 40)
_STANCES = {Stance.FOR: N_("for"), Stance.AGAINST: N_("against")}
_GRADES = {
    Grade.OFFICIAL: N_("official"),
    Grade.PRESS: N_("press"),
    Grade.COMPANY: N_("the company’s own word"),
    Grade.SECONDARY: N_("second-hand"),
}


# --- the answer ---------------------------------------------------------------------------------------


def summary_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the question, the whole order, who is not in it and why, and the inputs."""
    say, sentences, ranking = words.say, words.sentences, paper.ranking
    yield Paragraph(sentences.words(ranking.round.question))
    date = say(N_("judged as of {date}"), date=sentences.date(ranking.round.reference_date))
    yield Paragraph(f"{date} · {sentences.status(ranking.round)}", is_quiet=True)
    if ranking.candidates:
        yield _order(paper, words)
    else:
        yield Paragraph(say(N_("Nobody is ranked.")))
    if ranking.excluded:
        yield Heading(2, say(N_("Excluded")))
        yield _excluded(ranking, words)
    if ranking.unranked:
        yield Heading(2, say(N_("Not ranked")))
        told = N_("{assessed} of the weight is assessed")
        lines = ((each, say(told, assessed=sentences.share(each.assessed))) for each in ranking.unranked)
        yield Entries(tuple(Entry(sentences.words(each.title), (Line(line),)) for each, line in lines))
    yield from ending(ranking, sentences, in_full=True)


def _order(paper: Paper, words: Words) -> Table:
    say, ranking = words.say, paper.ranking
    columns = (
        Column(say(N_("Rank")), is_key=True),
        Column(say(N_("Candidate")), "left", is_key=True),
        Column(say(N_("Tier")), "left"),
        Column(say(N_("Shown"))),
        Column(say(N_("Possible"))),
        *([Column(say(N_("Keeps its tier")))] if ranking.firmness is not None else []),
    )
    tied = tied_ranks(ranking)
    return Table(columns, tuple(_standing(each, each.rank in tied, words) for each in ranking.candidates))


def _standing(each: RankedCandidate, is_tied: bool, words: Words) -> tuple[Cell, ...]:
    sentences = words.sentences
    titles = {tier.id: tier.title for tier in words.ranking.tiers}
    tier = sentences.tier(titles.get(each.tier or ""), [titles[tie.tier] for tie in each.landing.ties])
    kept: tuple[Cell, ...] = ()
    if each.firmness is not None:
        mark = f", {verdict_words(each.firmness.verdict, sentences)}"
        kept = (Cell(Kind.SHARE, each.firmness.tier_share, mark=mark),)
    return (
        Cell(Kind.COUNT, each.rank, mark="=" if is_tied else ""),
        Cell(Kind.TEXT, sentences.words(each.title)),
        Cell(Kind.TEXT, tier),
        Cell(Kind.POINTS, each.shown),
        Cell(Kind.POINTS, each.possible),
        *kept,
    )


def _excluded(ranking: Ranking, words: Words) -> Table:
    say, sentences = words.say, words.sentences
    titles = (N_("Candidate"), N_("Excluded by"), N_("Shown"), N_("Possible"))
    columns = tuple(Column(say(title), "left" if at < 2 else "right", is_key=not at) for at, title in enumerate(titles))
    rows = (
        (
            Cell(Kind.TEXT, sentences.words(each.title)),
            Cell(Kind.TEXT, " · ".join(sentences.words(screen.title) for screen in each.screens if screen.excludes)),
            Cell(Kind.POINTS, each.shown),
            Cell(Kind.POINTS, each.possible),
        )
        for each in ranking.excluded
    )
    return Table(columns, tuple(rows))


# --- how it holds -------------------------------------------------------------------------------------


def held_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the parts of the study of robustness that the paper has."""
    for part in paper.robustness.parts.values():
        if isinstance(part, Acceptability):
            yield Heading(2, words.say(N_("How often each candidate stands where")))
            yield from acceptability_blocks(part, words)
        elif isinstance(part, Stability):
            yield Heading(2, words.say(N_("Between which weights things stay as they are")))
            yield from stability_blocks(part, words)
        elif isinstance(part, Tornadoes):
            yield Heading(2, words.say(N_("What moves the margin at each line")))
            yield from tornado_blocks(part, words)


# --- what bears it out --------------------------------------------------------------------------------


def write_evidence(sheet: Sheet, paper: Paper, words: Words, candidates: Collection[str] = ()) -> None:
    """Write every quotation for and against each candidate, or each of those named, with the line that has it."""
    say, sentences = words.say, words.sentences
    titles = {source.source: source.title for source in paper.sources}
    heads = (
        N_("Candidate"), N_("Criterion"), N_("For or against"), N_("Quotation"), N_("Source"), N_("Publisher"),
        N_("Date"), N_("File and line"), N_("Note"), N_("Why it does not decide"),
    )  # fmt: skip
    _list_heads(sheet, words, heads)
    for candidate, evidence in paper.evidence.items():
        for cited in evidence if not candidates or candidate in candidates else ():
            source = titles.get(cited.source, titles.get(f"{candidate}:{cited.source}", cited.source))
            _list_row(
                sheet,
                words.candidate(candidate),
                words.criterion(cited.leaf),
                say(_STANCES[cited.stance]),
                visible(cited.quote),
                sentences.words(source),
                sentences.words(cited.publisher),
                say(N_("undated")) if cited.date is None else sentences.date(cited.date),
                visible(f"{cited.place.file}:{cited.place.line}"),
                "" if cited.note is None else sentences.words(cited.note),
                "" if cited.answer is None else sentences.words(cited.answer),
            )
    _list_end(sheet, len(heads))


def write_sources(sheet: Sheet, paper: Paper, words: Words) -> None:
    """Write the sources that dossiers cite; addresses stay text."""
    say, sentences = words.say, words.sentences
    heads = (N_("Title"), N_("Publisher"), N_("Date"), N_("Kind"), N_("Address"), N_("Cited for"))
    _list_heads(sheet, words, heads)
    for each in paper.sources:
        _list_row(
            sheet,
            sentences.words(each.title),
            sentences.words(each.publisher),
            say(N_("undated")) if each.date is None else sentences.date(each.date),
            say(_GRADES[Grade(each.grade)]),
            "" if each.url is None else visible(each.url),
            " · ".join(words.candidate(one) for one in each.cited_by),
        )
    _list_end(sheet, len(heads))


def _list_heads(sheet: Sheet, words: Words, heads: tuple[str, ...]) -> None:
    sheet.list_head = sheet.row
    sheet.heads([words.say(head) for head in heads])
    sheet.worksheet.freeze_panes(sheet.row, 1)
    sheet.worksheet.repeat_rows(0, sheet.row - 1)


def _list_row(sheet: Sheet, *texts: str) -> None:
    for at, text in enumerate(texts):
        sheet.text(sheet.row, at, text)
    sheet.row += 1


def _list_end(sheet: Sheet, columns: int) -> None:
    """Let readers filter the list by its heads."""
    sheet.worksheet.autofilter(sheet.list_head, 0, max(sheet.row - 1, sheet.list_head), columns - 1)

"""Who said what of whom, what was decided beside the order, and which sources the dossiers cite."""

from collections.abc import Iterator

from stratsel.language.catalogue import N_
from stratsel.language.visible import visible
from stratsel.report.decisions import decisions_entries, decisions_table
from stratsel.report.document import Block, Entries, Entry, Heading, Line, Paragraph
from stratsel.report.robustness.words import Words
from stratsel.results.paper import OpinionFacts, Paper, SourceFacts
from stratsel.terms import Grade

_OPINIONS = {"for": N_("for"), "against": N_("against"), "none": N_("no opinion")}
_GRADES = {
    Grade.OFFICIAL: N_("official"),
    Grade.PRESS: N_("press"),
    Grade.COMPANY: N_("the company’s own word"),
    Grade.SECONDARY: N_("second-hand"),
}


def opinions_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the opinions on each candidate, those that are divided marked, and the decisions with their departures."""
    by_candidate: dict[str, list[OpinionFacts]] = {}
    for opinion in paper.opinions:
        by_candidate.setdefault(opinion.candidate, []).append(opinion)
    if by_candidate:
        yield Paragraph(words.say(N_("Opinions as written or reported; who is not named is unknown, not against.")))
        told = [candidate for candidate in paper.ranking.titles if candidate in by_candidate]
        yield Entries(tuple(_opinions(candidate, by_candidate[candidate], words) for candidate in told))
    if paper.ranking.decisions:
        yield Heading(3, words.say(N_("What was decided, beside the order")))
        yield decisions_table(paper.ranking, words.sentences)
        yield decisions_entries(paper.ranking, words.sentences)


def _opinions(candidate: str, opinions: list[OpinionFacts], words: Words) -> Entry:
    name = words.candidate(candidate)
    if {"for", "against"} <= {each.opinion for each in opinions}:
        name = words.say(N_("{candidate} (opinions are divided)"), candidate=name)
    return Entry(name, tuple(line for each in opinions for line in _lines(each, words)))


def _lines(each: OpinionFacts, words: Words) -> Iterator[Line]:
    facts = {"name": words.sentences.words(each.name), "opinion": words.say(_OPINIONS[each.opinion])}
    yield Line(words.say(N_("{name}: {opinion}"), **facts), visible(f"{each.place.file}:{each.place.line}"))
    if each.why is not None:
        yield Line(words.sentences.words(each.why), is_under=True)
    for quote in each.quotes:
        yield Line(words.sentences.quoted(quote), is_under=True)


def sources_blocks(paper: Paper, words: Words) -> Iterator[Block]:
    """Yield the sources that dossiers cite, newest first."""
    if paper.sources:
        yield Entries(tuple(_source(each, words) for each in paper.sources))
    else:
        yield Paragraph(words.say(N_("No dossier cites a source.")))


def _source(each: SourceFacts, words: Words) -> Entry:
    facts = {
        "publisher": words.sentences.words(each.publisher),
        "date": words.say(N_("undated")) if each.date is None else words.sentences.date(each.date),
        "grade": words.say(_GRADES[Grade(each.grade)]),
        "count": words.sentences.count(len(each.cited_by)),
    }
    lines = [Line(words.say(N_("{publisher}, {date}, {grade}; dossiers that cite it: {count}"), **facts))]
    if each.url is not None:
        lines.append(Line(visible(each.url)))
    return Entry(words.sentences.words(each.title), tuple(lines))

from dataclasses import replace

from stratsel.report.document import Entries, Heading
from stratsel.report.paper.opinions import opinions_blocks, sources_blocks


def test_opinions_with_their_place_their_reason_and_every_quote(paper, words_of):
    entries = next(block for block in opinions_blocks(paper, words_of(paper)) if isinstance(block, Entries)).entries
    assert [each.term for each in entries] == ["Hammer", "Saw (opinions are divided)"]
    assert [(line.text, line.place) for line in entries[1].lines] == [
        ("the office: for", "panel/office.yaml:5"),
        ("It saves time.", ""),
        ("“saves an hour a day”", ""),
        ("The board: against", "panel/board.yaml:7"),
    ]


def test_one_side_alone_is_not_divided(paper, words_of):
    changed = replace(paper, opinions=paper.opinions[:2])
    entries = next(block for block in opinions_blocks(changed, words_of(changed)) if isinstance(block, Entries)).entries
    assert [each.term for each in entries] == ["Hammer", "Saw"]


def test_decisions_stand_with_their_departures(paper, words_of, lines):
    told = lines(opinions_blocks(paper, words_of(paper)))
    assert "“Hammer” was left out of “First”: the reason is not known" in told


def test_a_round_without_either_has_no_such_section(papers, words_of):
    paper = papers.bare(papers.MADE["plain"]())
    assert list(opinions_blocks(paper, words_of(paper))) == []


def test_decisions_alone(paper, words_of):
    changed = replace(paper, opinions=())
    assert isinstance(next(iter(opinions_blocks(changed, words_of(changed)))), Heading)


def test_sources_with_date_grade_use_and_address(paper, words_of, lines):
    assert lines(sources_blocks(paper, words_of(paper))) == [
        "A visit",
        "The Paper, November 2025, press; dossiers that cite it: 2",
        "https://example.org/visit",
        "Leaflet",
        "Hammers & Co, undated, the company’s own word; dossiers that cite it: 1",
    ]


def test_no_source_at_all_is_said(paper, words_of, lines):
    changed = replace(paper, sources=())
    assert lines(sources_blocks(changed, words_of(changed))) == ["No dossier cites a source."]

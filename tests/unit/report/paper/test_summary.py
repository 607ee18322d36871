from dataclasses import replace

import pytest

from stratsel.report.document import Bullets, Divider, Face, Heading, Section, Table, faced
from stratsel.report.paper.summary import MAX_LISTED, summary_blocks
from stratsel.results.ranking import RankedCandidate

HEADS = [
    "Summary",
    "The answer of the files",
    "How firm it is",
    "What to decide today",
    "What is not known",
]


def heads(blocks):
    return [block.text for block in blocks if isinstance(block, Heading)]


def bullets_under(title, blocks):
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    return [text.replace("\u00a0", " ") for text in blocks[at + 1].items]


@pytest.fixture
def page(paper, words_of):
    return list(summary_blocks(paper, words_of(paper)))


def test_in_the_order_in_which_a_meeting_asks(page):
    assert heads(page) == HEADS


def test_the_question_stands_first(page, lines):
    assert lines(page)[1] == "Which tool comes first?"


def test_the_table_of_the_answer(page, rows):
    """The table of the whole order, as far as who comes next, without the gaps at its lines."""
    table = next(block for block in page if isinstance(block, Table))
    assert not any(isinstance(row, Divider) for row in table.rows)
    heads = [row.text for row in table.rows if isinstance(row, Section)]
    assert heads == ["First · place 1", "Tied for the places left in “Second”: 1", "No place"]
    compact = faced(table, Face.COMPACT)
    assert rows(compact) == [
        ["1", "Hammer", "First", "70.0–70.0", "75 % close"],
        ["2=", "Saw", "Second (tied)", "54.0–79.0", "50 % tied"],
        ["2=", "File", "Second (tied)", "54.0–54.0", "25 % tied"],
        ["4", "Drill", "–", "0.0–100.0", "100 % firm"],
    ]


def test_where_the_order_is_by_something_else_that_stands_there(papers, words_of, rows, lines):
    """By what is known: 70, 69.5 and 50, whatever is shown of it."""
    paper = papers.bare(papers.MADE["available"]())
    page = list(summary_blocks(paper, words_of(paper)))
    table = next(block for block in page if isinstance(block, Table))
    assert [row[3] for row in rows(faced(table, Face.COMPACT))] == ["70.0", "69.5", "50.0"]
    assert "Value is what the order is by." in lines(page)


def test_how_firm_it_is(page):
    """a alone has a place of its own: in 75 % of the draws, under other weights too, under other judgements in all.

    VIKOR fills “First” otherwise; VIKOR and MABAC fill “Second” otherwise, since they do not leave b and c tied.
    """
    assert bullets_under("How firm it is", page) == [
        "Places that are firm: 0 of 1; the least firm is “Hammer”, which keeps its tier in 75 % of the draws.",
        "Where only the weights vary, every place is kept in at least 75 % of the draws; where only the judgements "
        "vary, in at least 100 %.",
        "Of 3 other methods, so many fill a tier with the same candidates: “First” 2 · “Second” 1.",
    ]


def test_what_is_not_known(page):
    """b knows nothing on a tenth, d may reach 100 points, seven of eight places are open; a has points everywhere."""
    assert bullets_under("What is not known", page) == [
        "Of those with a place, 0 % to 10 % of the weight is unknown.",
        "Places that are open, whatever the weights: 7.",
        "“Drill”, now without a place, could reach 100.0 points.",
        "Without an opinion for or against on record: 2 of 3 with a place.",
    ]


def test_nobody_ranked_is_said_and_nothing_else(papers, words_of, lines):
    paper = papers.bare(papers.MADE["nobody"]())
    told = lines(summary_blocks(paper, words_of(paper)))
    assert told == [HEADS[0], "Which tool comes first?", HEADS[1], "Nobody is ranked."]


def test_what_a_round_has_no_data_for_is_left_out(papers, words_of, rows):
    """Without a study: no column for firmness, nothing on how firm it is."""
    paper = papers.bare(papers.MADE["alone"]())
    page = list(summary_blocks(paper, words_of(paper)))
    assert heads(page) == HEADS[:2]
    table = next(block for block in page if isinstance(block, Table))
    assert rows(faced(table, Face.COMPACT)) == [["1", "Hammer", "First", "70.0–70.0", "0 %"]]


def test_without_tiers_nobody_has_a_place(papers, words_of, rows, lines):
    ranking = papers.MADE["alone"]()
    only = replace(ranking.candidates[0], landing=papers.MADE["Landing"](None), places={})
    paper = papers.bare(replace(ranking, tiers=(), candidates=(only,)))
    page = list(summary_blocks(paper, words_of(paper)))
    table = next(block for block in page if isinstance(block, Table))
    assert rows(faced(table, Face.COMPACT)) == [["1", "Hammer", "70.0–70.0", "0 %"]]
    assert not any(isinstance(row, Section) for row in table.rows)
    assert not any("place" in text for text in lines(page))


def test_one_page_lists_the_first_and_says_so(papers, words_of, rows, lines):
    """Two have a place, and one comes next; where there are no places, the first eight."""
    ranking = papers.MADE["many"](500)
    free = tuple(replace(each, landing=papers.MADE["Landing"](None), places={}) for each in ranking.candidates)
    for listed, made in ((3, ranking), (MAX_LISTED, replace(ranking, tiers=(), candidates=free))):
        paper = papers.bare(made)
        page = list(summary_blocks(paper, words_of(paper)))
        table = next(block for block in page if isinstance(block, Table))
        assert len([row for row in table.rows if not isinstance(row, Section)]) == listed
        assert any(line.startswith(f"Listed: the first {listed} of 500.") for line in lines(page))


def test_a_leaf_on_which_nobody_has_a_point_is_named(papers, words_of):
    """Nothing is known of d: none of the 100 points decides anything."""
    paper = papers.bare(papers.MADE["silent"]())
    page = list(summary_blocks(paper, words_of(paper)))
    told = bullets_under("What is not known", page)
    assert "100.0 of 100 points decide nothing yet, as no dossier shows one of them: Use · Price · Speed." in told
    assert "Of those with a place, 100 % of the weight is unknown." in told


def test_nobody_sure_of_anything_is_said_instead_of_a_count(paper, papers, words_of):
    """c is sure out of “First” in the small result; with that open, nobody is sure of anything."""
    places = {"first": papers.MADE["OPEN"], "second": papers.MADE["OPEN"]}
    candidates: tuple[RankedCandidate, ...] = tuple(replace(each, places=places) for each in paper.ranking.candidates)
    changed = replace(paper, ranking=replace(paper.ranking, candidates=candidates))
    told = bullets_under("What is not known", list(summary_blocks(changed, words_of(changed))))
    assert "What is unknown can change everything: nobody is sure in or sure out of any tier." in told
    assert not any(text.startswith("Places that are open") for text in told)


def test_all_firm_is_counted(paper, papers, words_of):
    firm = papers.FIRM["d"]
    candidates = tuple(replace(each, firmness=firm) for each in paper.ranking.candidates)  # b and c stay tied
    changed = replace(paper, ranking=replace(paper.ranking, candidates=candidates))
    page = list(summary_blocks(changed, words_of(changed)))
    assert bullets_under("How firm it is", page)[0].startswith("Places that are firm: 1 of 1;")


@pytest.mark.parametrize("part", ["opinions", "methods"])
def test_without_opinions_or_methods_nothing_is_said_of_them(paper, part, words_of, lines):
    changed = replace(paper, **{part: () if part == "opinions" else None})
    told = " ".join(lines(summary_blocks(changed, words_of(changed))))
    assert {"opinions": "opinion", "methods": "other methods"}[part] not in told


def test_lists_are_bullets(page):
    assert sum(isinstance(block, Bullets) for block in page) == 3

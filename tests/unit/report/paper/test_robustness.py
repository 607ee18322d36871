from dataclasses import replace

from stratsel.report.document import Figure, Heading, Table
from stratsel.report.paper.figures import Figures
from stratsel.report.paper.robustness import MAX_ROWS, robustness_blocks
from stratsel.results.robustness.margin import Tornadoes
from stratsel.results.robustness.part import RobustnessPart


def made(paper, words):
    return list(robustness_blocks(paper, words, Figures(paper, words)))


def heads(blocks):
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_what_varied_then_each_part_with_its_figure(paper, words_of, lines):
    blocks = made(paper, words_of(paper))
    assert heads(blocks) == [
        "How often each candidate stands where",
        "Between which weights it stays so",
        "What moves the margin at a line",
    ]
    assert [block.name for block in blocks if isinstance(block, Figure)] == ["stability-second", "tornado-first"]
    assert lines(blocks)[0].startswith("Varied are: 2,500 draws, each weight up to 30 % of itself higher or lower")


def test_without_a_study_there_is_nothing(papers, words_of):
    paper = papers.bare(papers.MADE["small"]())
    assert made(paper, words_of(paper)) == []


def test_nobody_ranked(papers, words_of):
    ranking = replace(papers.studied(papers.MADE["nobody"]()), candidates=())
    paper = papers.bare(ranking)
    assert made(paper, words_of(paper)) == []


def test_a_line_that_nothing_has_been_found_of_has_no_heading(paper, words_of):
    study = replace(paper.robustness, parts={RobustnessPart.TORNADO: Tornadoes((), ())})
    changed = replace(paper, robustness=study)
    assert heads(made(changed, words_of(changed))) == []


def test_shares_of_many_are_those_of_the_first_and_it_says_so(papers, words_of, lines):
    ranking = papers.studied(papers.MADE["many"](500))
    one = papers.paper().robustness.parts[RobustnessPart.ACCEPTABILITY]
    rows = tuple(replace(one.rows[0], candidate=each.id) for each in ranking.candidates)
    paper = papers.bare(ranking)
    parts = {RobustnessPart.ACCEPTABILITY: replace(one, rows=rows)}
    paper = replace(paper, robustness=replace(paper.robustness, parts=parts))
    blocks = made(paper, words_of(paper))
    assert len(next(block for block in blocks if isinstance(block, Table)).rows) == MAX_ROWS
    assert lines(blocks)[-1] == "Listed: the first 20 of 500."

from stratsel.report.document import Heading
from stratsel.report.paper.order import order_blocks, reasons_blocks


def heads(blocks):
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_the_order_with_its_reading_screens_and_points(paper, words_of, lines):
    blocks = list(order_blocks(paper, words_of(paper)))
    told = lines(blocks)
    assert heads(blocks) == ["Screens", "Where the points come from, by rank"]
    assert "Left out because they are rejected (stratsel check says why): candidates/torn.yaml" in told
    assert "the same if everything open turned out best." in told
    assert "Its maker is named" in told


def test_nobody_ranked_leaves_the_screens(papers, words_of):
    paper = papers.bare(papers.MADE["nobody"]())
    assert heads(order_blocks(paper, words_of(paper))) == ["Screens"]


def test_values_of_nodes_where_points_are_no_sums(papers, words_of):
    paper = papers.bare(papers.MADE["geometric"]())
    assert heads(order_blocks(paper, words_of(paper))) == ["What the criteria are worth, by rank"]


def test_who_has_a_place_who_just_missed_it_and_the_excluded(paper, words_of, lines):
    blocks = list(reasons_blocks(paper, words_of(paper), ()))
    assert heads(blocks) == [
        "Why “Hammer” is ranked 1",
        "Why “Saw” is ranked 2=",
        "Why “File” is ranked 2=",
        "Why “Drill” is ranked 4",
        "Excluded",
    ]
    assert "Axe" in lines(blocks)


def test_three_who_missed_a_place_and_how_many_more(papers, words_of, lines):
    """Two of 500 have a place: three more are justified, 495 are not."""
    paper = papers.bare(papers.MADE["many"](500))
    blocks = list(reasons_blocks(paper, words_of(paper), ()))
    assert len(heads(blocks)) == 5
    assert lines(blocks)[-1] == "Candidates without a justification here: 495."


def test_only_those_who_are_named(paper, words_of):
    assert heads(reasons_blocks(paper, words_of(paper), ("d", "a"))) == [
        "Why “Hammer” is ranked 1",
        "Why “Drill” is ranked 4",
    ]
    assert heads(reasons_blocks(paper, words_of(paper), ("e",))) == ["Excluded"]


def test_who_is_named_is_told_of_even_without_reasons(papers, words_of, lines):
    """b of this round has none: where it stands is said all the same. d is not ranked."""
    paper = papers.bare(papers.MADE["available"]())
    told = lines(reasons_blocks(paper, words_of(paper), ("b",)))
    assert told[0] == "Why “Saw” is ranked 2"
    assert any(text.startswith("rank 2 of 3") for text in told)
    told = lines(reasons_blocks(paper, words_of(paper), ("d",)))
    assert told[:2] == ["Not ranked", "Drill"]
    assert "not ranked: 0 % of the weight is assessed, less than 50 %" in told


def test_the_unranked_stand_beside_the_excluded(papers, words_of):
    paper = papers.bare(papers.MADE["available"]())
    assert heads(reasons_blocks(paper, words_of(paper), ()))[-2:] == ["Not ranked", "Drill"]

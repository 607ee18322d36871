from dataclasses import replace

from stratsel.report.document import Heading, Table
from stratsel.report.paper.criteria import MAX_ROWS, matrix_blocks, method_blocks


def tables(blocks):
    return [block for block in blocks if isinstance(block, Table)]


def test_who_gave_the_weights_and_why_stands_before_them(paper, words_of, lines):
    told = lines(method_blocks(paper, words_of(paper)))
    assert told.index("by the office. Use counts most.") < told.index("60.0")


def test_criteria_with_what_they_ask(paper, words_of, rows):
    """A leaf without a question tells why it counts, one with neither nothing; children are set back."""
    (table,) = tables(method_blocks(paper, words_of(paper)))
    assert rows(table) == [
        ["Use", "60.0", "levels", "Who uses it?"],
        ["Cost", "40.0", "arithmetic mean", ""],
        ["· Price", "30.0", "an amount", "The cheaper the better."],
        ["· Speed", "10.0", "options", ""],
    ]


def test_a_geometric_tree_says_so(papers, words_of, rows, lines):
    paper = papers.bare(papers.MADE["geometric"]())
    blocks = list(method_blocks(paper, words_of(paper)))
    assert rows(tables(blocks)[0])[1] == ["Cost", "40.0", "minimum", ""]
    assert any("geometric mean of its parts" in text for text in lines(blocks))


def test_the_matrix_has_every_leaf_and_no_total(paper, words_of, rows, lines):
    blocks = list(matrix_blocks(paper, words_of(paper)))
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Use", "Cost"]
    use, cost = (rows(table) for table in tables(blocks))
    assert use == [["Hammer", "3"], ["Saw", "2–3"], ["File", "2"], ["Drill", "?"]]
    assert cost == [["Hammer", "50", "Fast"], ["Saw", "20", "?"], ["File", "20", "Slow"], ["Drill", "?", "?"]]
    assert not {"70.0", "54.0"} & set(lines(blocks))


def test_a_long_matrix_says_how_many_it_leaves_out(papers, words_of, rows, lines):
    paper = papers.bare(papers.MADE["many"](500))
    blocks = list(matrix_blocks(paper, words_of(paper)))
    assert {len(rows(table)) for table in tables(blocks)} == {MAX_ROWS}
    assert lines(blocks)[-1] == "Listed: the first 50 of 500."


def test_nobody_ranked_has_no_matrix(papers, words_of):
    paper = papers.bare(papers.MADE["nobody"]())
    assert list(matrix_blocks(paper, words_of(paper))) == []


def test_a_deep_tree_is_set_back_step_by_step(paper, words_of, rows):
    criteria = (*paper.ranking.criteria[:3], replace(paper.ranking.criteria[3], parent="price"))
    changed = replace(paper, ranking=replace(paper.ranking, criteria=criteria))
    (table,) = tables(method_blocks(changed, words_of(changed)))
    assert [row[0] for row in rows(table)] == ["Use", "Cost", "· Price", "· · Speed"]

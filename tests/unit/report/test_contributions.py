from stratsel.report.contributions import contributions_blocks
from stratsel.report.document import Heading, Paragraph, Table
from stratsel.report.sentences import Sentences


def blocks(ranking, level=3):
    return list(contributions_blocks(ranking, ranking.candidates, Sentences("en"), level))


def test_sums_have_points(made):
    heading, table = blocks(made.small())
    assert heading == Heading(3, "Where the points come from, by rank")
    assert isinstance(table, Table)


def test_the_level_is_the_callers(made):
    assert blocks(made.small(), 2)[0].level == 2


def test_other_means_have_values(made):
    assert blocks(made.geometric())[0].text == "What the criteria are worth, by rank"


def test_of_many_the_first_ten_stand_there_and_it_says_so(made):
    last = blocks(made.many(12))[-1]
    assert isinstance(last, Paragraph)
    assert last.text.startswith("Columns: the first 10")


def test_nobody_has_none(made):
    assert blocks(made.nobody()) == []

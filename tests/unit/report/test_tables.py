from dataclasses import replace

from stratsel.report.document import Cell, Divider, Kind, Section
from stratsel.report.selection import listed
from stratsel.report.sentences import Sentences
from stratsel.report.tables import compared_criteria, contributions_table, order_table, tied_ranks

EN = Sentences("en")


def shape(table):
    return [row[1].value if isinstance(row, tuple) else row for row in table.rows]


def test_sections_and_lines(made):
    """a stands 70 − 54 = 16 points above b and c, who share the second place; no line is drawn through them."""
    table = order_table(made.small(), made.small().candidates, EN)
    assert shape(table) == [
        Section("First · place 1"),
        "Hammer",
        Divider("line", "16.0 points"),
        Section("Tied for the places left in “Second”: 1"),
        "Saw",
        "File",
        Section("No place"),
        "Drill",
    ]


def test_cells_hold_values(made):
    rows = [row for row in order_table(made.small(), made.small().candidates, EN).rows if isinstance(row, tuple)]
    assert rows[1] == (
        Cell(Kind.COUNT, 2, mark="="),
        Cell(Kind.TEXT, "Saw"),
        Cell(Kind.TEXT, "Second (tied)"),
        Cell(Kind.POINTS, 54.0),
        Cell(Kind.POINTS, 79.0),
        Cell(Kind.POINTS, 54.0, until=79.0),
        Cell(Kind.SHARE, 0.1),
    )


def test_the_line_after_the_last_place_listed_is_drawn(made):
    ranking = made.many(4)
    assert shape(order_table(ranking, listed(ranking, 2), EN)) == [
        Section("First · place 1"),
        "Tool 1",
        Divider("line", "1.0 points"),
        Section("Second · place 2"),
        "Tool 2",
        Divider("line", "1.0 points"),
    ]


def test_a_tier_larger_than_the_round_has_no_line(made):
    assert shape(order_table(made.alone(), made.alone().candidates, EN)) == [Section("First · place 1"), "Hammer"]


def test_equal_points_that_the_ties_rule_separates(made):
    first, second = made.many(2).candidates
    ranking = replace(made.small(), candidates=(first, replace(second, shown=first.shown)))
    assert (
        Divider("line", "equal points, separated by the ties rule") in order_table(ranking, ranking.candidates, EN).rows
    )


def test_tied_ranks(made):
    assert tied_ranks(made.small()) == {2}
    assert tied_ranks(made.many(3)) == set()


def test_contributions_by_hand(made):
    """a: 45 and 15 + 10; b: 30 and 24 + 0."""
    table = contributions_table(made.small(), made.small().candidates, EN)
    assert [column.title for column in table.columns] == ["Criterion", "At most", "1", "2=", "2=", "4"]
    values = [[cell.value for cell in row] for row in table.rows]
    assert values == [
        ["Use", 60.0, 45.0, 30.0, 30.0, 0.0],
        ["Cost", 40.0, 25.0, 24.0, 24.0, 0.0],
        ["Shown", 100.0, 70.0, 54.0, 54.0, 0.0],
    ]


def test_ten_candidates_are_compared(made):
    ranking = made.many(12)
    assert len(contributions_table(ranking, ranking.candidates, EN).columns) == 2 + 10


def test_a_tree_with_one_top_is_entered_and_weightless_criteria_are_left_out(made):
    use, cost, price, speed = made.CRITERIA
    criteria = (replace(cost, weight=100.0), replace(use, weight=0.0), replace(price, weight=75.0), speed)
    assert [each.id for each in compared_criteria(replace(made.small(), criteria=criteria))] == ["price", "speed"]

from dataclasses import replace

from stratsel.engine.selection import Landing
from stratsel.report.document import Cell, Divider, Kind, Section
from stratsel.report.selection import listed
from stratsel.report.sentences import Sentences
from stratsel.report.tables import (
    compared_criteria,
    contributions_table,
    has_own_value,
    is_sum,
    node_values_table,
    order_table,
    parts_add_up,
    tied_ranks,
)

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
    ranking = replace(made.small(), candidates=(first, replace(second, value=first.value)))
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


# --- other orders -----------------------------------------------------------------------------------


def test_no_line_where_a_tier_hangs_on_quotas_or_classes(made):
    """Nor below it: whoever came in by a quota may stand further down."""
    table = order_table(made.available(), made.available().candidates, EN)
    assert shape(table) == [Section("First"), "Hammer", Section("Second"), "Saw", "File"]
    tiers = (made.TIERS[0], replace(made.TIERS[1], is_limited=True))
    assert shape(order_table(replace(made.plain(), tiers=tiers), made.CANDIDATES, EN))[:3] == [
        Section("First · place 1"),
        "Hammer",
        Divider("line", "16.0 points"),
    ]


def test_no_line_below_the_minimum(made):
    """Two have a place; the third place is there, and nobody has it."""
    tiers = (made.TIERS[0], replace(made.TIERS[1], places=3))
    rows = made.many(4).candidates
    without = replace(
        made.many(4), tiers=tiers, candidates=(*rows[:2], *(replace(each, landing=Landing(None)) for each in rows[2:]))
    )
    assert shape(order_table(without, without.candidates, EN)) == [
        Section("First · place 1"),
        "Tool 1",
        Divider("line", "1.0 points"),
        Section("Second · places 2–3"),
        "Tool 2",
        Section("No place"),
        "Tool 3",
        "Tool 4",
    ]


def test_the_value_stands_beside_what_is_shown_where_they_differ(made):
    assert not has_own_value(made.small())
    table = order_table(made.available(), made.available().candidates, EN)
    assert [column.title for column in table.columns][3:5] == ["Value", "Shown"]
    rows = [row for row in table.rows if isinstance(row, tuple)]
    assert [row[3] for row in rows] == [Cell(Kind.POINTS, 70.0), Cell(Kind.POINTS, 69.5), Cell(Kind.POINTS, 50.0)]


def test_a_resolution_makes_a_value_of_its_own(made):
    assert has_own_value(replace(made.plain(), round=replace(made.ROUND, resolution=0.5)))


def test_where_weights_are_scaled_up_nothing_is_at_most(made):
    """45 + 25, 37.5 + 32 and 50 + 0; a criterion brings whoever knows nothing else more than its weight."""
    table = contributions_table(made.available(), made.available().candidates, EN)
    assert [column.title for column in table.columns] == ["Criterion", "1", "2", "3"]
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["Use", 45.0, 37.5, 50.0],
        ["Cost", 25.0, 32.0, 0.0],
        ["Value, not rounded", 70.0, 69.5, 50.0],
    ]
    exact = replace(made.available(), round=replace(made.available().round, resolution=None))
    assert contributions_table(exact, exact.candidates, EN).rows[-1][0].value == "Value"


def test_parts_add_up_to_what_stands_below_them(made):
    assert parts_add_up(made.small(), made.CANDIDATES)
    assert parts_add_up(made.available(), made.available().candidates), "to the value, not to what is shown"
    odd = replace(made.CANDIDATES[0], contributions={"use": 45.04, "cost": 25.04}, shown=70.08)
    assert not parts_add_up(made.small(), (odd,)), "45.0 and 25.0 are not 70.1"


def test_where_the_whole_is_no_sum(made):
    assert is_sum(made.small())
    assert not is_sum(made.geometric())
    table = node_values_table(made.geometric(), made.geometric().candidates, EN)
    assert [column.title for column in table.columns] == ["Criterion, 0 to 100 each", "1", "2", "3"]
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["Use", 75.0, 50.0, 0.0],
        ["Cost", 62.5, 60.0, 50.0],
        ["Shown", 69.7, 53.8, 0.0],
    ]


def test_a_criterion_of_which_nothing_is_known_has_a_dash(made):
    table = node_values_table(made.available(), made.available().candidates, EN)
    assert [[cell.value for cell in row][-1] for row in table.rows] == [50.0, "–", 50.0]
    assert table.rows[-1][0].value == "Value"

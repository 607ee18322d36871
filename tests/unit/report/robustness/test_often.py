from dataclasses import replace

from stratsel.report.document import Table
from stratsel.report.robustness.often import MAX_COMPARED, MAX_RANKS, acceptability_blocks, winning_blocks
from stratsel.results.robustness.part import RobustnessPart


def tables(blocks):
    return [block for block in blocks if isinstance(block, Table)]


def test_tiers_ranks_and_central_weights(parts, words, tell):
    found = parts[RobustnessPart.ACCEPTABILITY]
    tiers, ranks, central = tables(acceptability_blocks(found, words))
    assert [column.title for column in tiers.columns][:5] == ["Rank", "Candidate", "First", "Second", "No place"]
    (rows,) = tell([tiers])
    # b is tied for a place: it has none now, and has none in a quarter of the draws, by weights alone.
    assert rows[1][:6] == [2, "Saw", 0.25, 0.5, 0.25, 0.25]
    assert rows[3][2:5] == ["", "", 0.9996]
    assert tell([ranks])[0][2] == ["File", "", 0.25, 0.7496, ""]
    assert [column.title for column in central.columns] == ["Criterion", "Now", "1", "2"]
    assert tell([central])[0] == [
        ["Use", 60.0, 62.0, 50.0],
        ["Price", 30.0, 28.0, 39.5],
        ["Speed", 10.0, 10.0, 10.5],
        ["First with these weights", "", 0.8, 0.25],
    ]


def test_volumes_that_were_not_computed_have_no_column(parts, words):
    found = parts[RobustnessPart.ACCEPTABILITY]
    rows = tuple(replace(row, first_exactly=None) for row in found.rows)
    with_them, without = (
        tables(acceptability_blocks(replace(found, rows=some), words))[0] for some in (found.rows, rows)
    )
    assert [column.title for column in without.columns] == [column.title for column in with_them.columns][:-1]


def test_nobody_first_leaves_out_the_central_weights(parts, words):
    found = parts[RobustnessPart.ACCEPTABILITY]
    rows = tuple(replace(row, central_weights={}) for row in found.rows)
    assert len(tables(acceptability_blocks(replace(found, rows=rows), words))) == 2


def test_many_ranks_are_cut(parts, words):
    found = parts[RobustnessPart.ACCEPTABILITY]
    spread = replace(found.rows[0], ranks=dict.fromkeys(range(1, 51), 0.02))
    ranks = tables(acceptability_blocks(replace(found, rows=(spread, *found.rows[1:])), words))[1]
    assert len(ranks.columns) == 1 + MAX_RANKS


def test_one_stands_above_another(parts, words, tell, made):
    (table,) = winning_blocks(parts[RobustnessPart.WINNING], words)
    assert [column.title for column in table.columns] == ["Rank", "stands above", "1", "2", "2", "4"]
    assert tell([table])[0][1] == [2, "Saw", 0.25, "", 0.5, 1.0]
    assert len(table.columns) <= 2 + MAX_COMPARED

from dataclasses import replace

from stratsel.report.decisions import decisions_entries, decisions_table
from stratsel.report.sentences import Sentences

EN, VI = Sentences("en"), Sentences("vi")


def test_the_order_beside_the_decisions(made):
    """All who have a place by either, those outside the order last."""
    table = decisions_table(made.small(), EN)
    assert [column.title for column in table.columns] == [
        "Rank", "Candidate", "The order", "5 December 2025", "8 December 2025", "12 December 2025",
    ]  # fmt: skip
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["1", "Hammer", "First", "First", "Second", "–"],
        ["2=", "Saw", "Second (tied)", "–", "Second", "–"],
        ["2=", "File", "Second (tied)", "–", "–", "–"],
        ["4", "Drill", "–", "Second", "–", "–"],
        ["–", "Axe", "excluded", "–", "–", "First"],
    ]


def test_who_has_no_place_by_either_is_left_out(made):
    ranking = replace(made.small(), decisions=made.DECISIONS[1:2])
    assert [row[1].value for row in decisions_table(ranking, EN).rows] == ["Hammer", "Saw", "File"]


def test_who_is_not_ranked_stands_below(made):
    decision = replace(made.DECISIONS[1], tiers={"second": ("d",)})
    table = decisions_table(replace(made.available(), decisions=(decision,)), VI)
    assert [cell.value for cell in table.rows[-1]] == ["–", "Khoan", "không xếp hạng", "Nhì"]


def lines(ranking, sentences=EN):
    found = decisions_entries(ranking, sentences).entries
    return {entry.term: [line.text for line in entry.lines] for entry in found}


def test_who_decided_what_and_why(made):
    assert lines(made.small()) == {
        "5 December 2025": [
            "the office · Minutes 7",
            "Note: Both at once.",
            "“Drill” was put into “Second”: It is needed next door.",
        ],
        "8 December 2025": ["The board", "No departure from the order."],
        "12 December 2025": [
            "The board",
            "“Hammer” was left out of “First”: the reason is not known",
            "“Axe” was put into “First”: The board knows it.",
        ],
    }


def test_in_vietnamese(made):
    found = lines(made.small(), VI)
    assert found["05/12/2025"][-1] == "“Khoan” được đưa vào “Nhì”: Bên cạnh đang cần."
    assert found["08/12/2025"][-1] == "Không khác với thứ tự."
    assert found["12/12/2025"][1] == "“Búa” không được đưa vào “Nhất”: không rõ lý do"

import csv
import io
from dataclasses import replace

import pytest

from stratsel.report.formats.csv import inert, render
from stratsel.report.options import RenderOptions
from stratsel.results.firmness import CandidateFirmness
from stratsel.terms import Verdict

UNSTUDIED = dict.fromkeys(["tier_share", "lowest_share", "highest_share", "rank_from", "rank_to", "verdict"], "")
"""The columns of firmness where it was left out."""


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_by_hand(made):
    assert rows(render(made.small(), RenderOptions("en")))[1] == {
        "rank": "2",
        "id": "b",
        "title": "Saw",
        "tier": "",
        "value": "54",
        "shown": "54",
        "possible": "79",
        "unknown": "0.1",
        "state": "ranked",
        **UNSTUDIED,
        "contribution.use": "30",
        "contribution.cost": "24",
        "contribution.price": "24",
        "contribution.speed": "0",
        "standing": "illustration",
        "round": "tools",
    }


def test_lines_end_as_the_standard_wants(made):
    shown = render(made.small(), RenderOptions("vi"))
    assert shown.count("\r\n") == shown.count("\n") == 6


def test_titles_are_in_the_language(made):
    assert [row["title"] for row in rows(render(made.small(), RenderOptions("vi")))] == [
        "Búa", "Cưa", "Giũa", "Khoan", "Rìu",
    ]  # fmt: skip


def test_top(made):
    assert [row["id"] for row in rows(render(made.small(), RenderOptions("en", top=2)))] == ["a", "b", "c", "e"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\\tx"),
        ("\rx", "'\\rx"),
        ("a=1", "a=1"),
        ("\x1b[1m", "\\x1b[1m"),
        ("", ""),
    ],
)
def test_inert(text, cell):
    assert inert(text) == cell


def test_who_is_not_in_the_order_has_no_rank(made):
    assert rows(render(made.small(), RenderOptions("en")))[-1] == {
        "rank": "",
        "id": "e",
        "title": "Axe",
        "tier": "",
        "value": "",
        "shown": "54",
        "possible": "54",
        "unknown": "",
        "state": "excluded",
        **UNSTUDIED,
        "contribution.use": "",
        "contribution.cost": "",
        "contribution.price": "",
        "contribution.speed": "",
        "standing": "illustration",
        "round": "tools",
    }
    found = rows(render(made.available(), RenderOptions("en")))
    assert [(row["id"], row["state"]) for row in found[-2:]] == [("c", "ranked"), ("d", "unranked")]


def test_what_contributes_nothing_by_itself_is_empty(made):
    """Under a geometric whole no criterion brings points of its own."""
    found = rows(render(made.geometric(), RenderOptions("en")))
    assert {row[f"contribution.{node}"] for row in found for node in ("use", "cost", "price", "speed")} == {""}


def test_firmness(made):
    ranking = made.small()
    place = CandidateFirmness(0.834, 0.0026, 0.2, 0.96, True, (1, 3), Verdict.CLOSE, None)
    studied = replace(ranking, candidates=(replace(ranking.candidates[0], firmness=place), *ranking.candidates[1:]))
    first = rows(render(studied, RenderOptions("en")))[0]
    assert [first[column] for column in UNSTUDIED] == ["0.834", "0.2", "0.96", "1", "3", "close"]

"""Alpha has 90 points, beta 80, delta 70: one place first, two in the reserve."""

from pathlib import Path

import pytest

from stratsel import Rejected, check, rank
from stratsel.diagnostics.codes import Code

CRITERIA = """\
stratsel: criteria/1
id: round
title: A round
standing: draft
decision: {question: Which one?, owner: us, reference_date: 2025-12-12}
weighting: {method: equal, by: us, why: Nobody knows better.}
criteria:
  - {id: speed, title: Speed, scale: {kind: quantity, unit: km/h, worst: 0, best: 10}}
  - {id: care, title: Care, scale: {kind: quantity, unit: points, worst: 0, best: 10}}
shortlist: {tiers: [{id: first, places: 1, title: First}, {id: reserve, places: 2, title: Reserve}]}
"""
DECISION = """\
stratsel: decision/1
decisions:
  - date: 2025-12-20
    by: us
    tiers:
      first: [FIRST]
      reserve: [RESERVE]
    departures:
"""
SPEEDS = {"alpha": 8, "beta": 6, "delta": 4}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "round.yaml").write_text(CRITERIA, encoding="utf-8")
    (tmp_path / "candidates").mkdir()
    for name, speed in SPEEDS.items():
        write(tmp_path, name, speed)
    return tmp_path


def write(folder: Path, name: str, speed: object) -> None:
    text = f"stratsel: candidate/1\nid: {name}\ntitle: The {name}\nproposer: us\nassessments:\n"
    text += f"  speed: {{amount: {speed}, why: Measured.}}\n"
    text += "  care: {amount: 10, why: Seen.}\n"
    (folder / "candidates" / f"{name}.yaml").write_text(text, encoding="utf-8")


def decide(folder: Path, first: str, reserve: str, *departures: str) -> None:
    """Write a decision whose departures begin in line 9."""
    text = DECISION.replace("FIRST", first).replace("RESERVE", reserve)
    text = text if departures else text.replace("departures:", "departures: {}")
    (folder / "decision.yaml").write_text(text + "".join(f"      {each}\n" for each in departures), encoding="utf-8")


def found(folder: Path) -> list[tuple[Code, str, int | None]]:
    """Each finding with its candidate and its line."""
    return [
        (each.code, str(each.facts["candidate"]), each.where.span.line if each.where.span else None)
        for each in check([folder]).findings
    ]


def test_a_decision_by_the_order_needs_no_reason(folder):
    decide(folder, "alpha", "alpha, beta")
    assert found(folder) == []


def test_each_candidate_that_was_moved_needs_its_reason(folder):
    decide(folder, "beta", "beta, delta")
    assert found(folder) == [
        (Code.UNEXPLAINED_DEPARTURE, "alpha", 8),
        (Code.UNEXPLAINED_DEPARTURE, "beta", 8),
        (Code.UNEXPLAINED_DEPARTURE, "delta", 8),
    ]


def test_what_the_decision_did_and_where(folder):
    decide(folder, "alpha", "alpha, delta")
    facts = {str(each.facts["candidate"]): each.facts for each in check([folder]).findings}
    assert {name: (each["tier"], str(each["turn"])) for name, each in facts.items()} == {
        "beta": ("reserve", "leaves it out"),
        "delta": ("reserve", "puts it in"),
    }


def test_with_their_reasons_nothing_is_missing(folder):
    decide(folder, "alpha", "alpha, delta", "beta: It is late.", "delta: unknown")
    assert found(folder) == []


def test_a_reason_for_nothing_is_a_warning(folder):
    decide(folder, "alpha", "alpha, beta", "alpha: It is fast.")
    assert found(folder) == [(Code.NEEDLESS_REASON, "alpha", 9)]
    assert not check([folder]).findings.rejects
    assert len(rank(folder).candidates) == 3


def test_a_remark_under_departures_is_no_reason(folder):
    decide(folder, "alpha", "alpha, beta", "x-note: Nobody was moved.")
    assert found(folder) == []


def test_who_takes_the_places_of_a_tie_needs_no_reason(folder):
    write(folder, "delta", 6)
    decide(folder, "alpha", "alpha, delta")
    assert found(folder) == []


def test_rank_refuses_what_check_finds(folder):
    decide(folder, "alpha", "alpha, delta")
    with pytest.raises(Rejected) as caught:
        rank(folder)
    assert {each.code for each in caught.value.check.findings.errors} == {Code.UNEXPLAINED_DEPARTURE}


def test_beside_a_part_of_the_order_nothing_is_held(folder):
    """Who was left out may be who was moved."""
    decide(folder, "alpha", "alpha, delta")
    write(folder, "beta", "[9, 3]")
    ranking = rank(folder, partial=True)
    assert [each.id for each in ranking.candidates] == ["alpha", "delta"]
    assert {each.code for each in check([folder]).findings} == {Code.REVERSED_RANGE}


def test_a_decision_with_an_error_of_its_own_is_not_held_against_the_order(folder):
    decide(folder, "alpha", "alpha, nobody")
    assert {each.code for each in check([folder]).findings} == {Code.UNKNOWN_CANDIDATE}


def test_only_where_the_decision_is_asked_for(folder):
    decide(folder, "alpha", "alpha, delta")
    assert len(check([folder / "candidates" / "alpha.yaml"]).findings) == 0
    assert len(check([folder / "decision.yaml"]).findings) == 2


def test_excluded_candidates_stand_in_no_tier(folder):
    test = "require: {criterion: speed, at_least: 5}, on_fail: exclude, on_unknown: flag"
    text = f"{CRITERIA}screens: [{{id: fast, title: Fast, {test}}}]\n"
    (folder / "criteria" / "round.yaml").write_text(text, encoding="utf-8")
    decide(folder, "alpha", "alpha, beta, delta")
    assert found(folder) == [(Code.UNEXPLAINED_DEPARTURE, "delta", 8)]

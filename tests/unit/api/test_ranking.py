import os

import pytest

from stratsel import Rejected, check, rank
from stratsel.api import compare, explain
from stratsel.diagnostics.codes import Code
from stratsel.errors import UsageError

# points: 50 x 0.4 + 50 x 0.7 = 55 and 50 x 1 + 50 x 0 = 50
RANKED = [("slow", 1, 55), ("fast", 2, 50)]


def criteria_of(folder):
    return (folder / "criteria" / "round.yaml").read_text(encoding="utf-8")


def codes(found):
    return {finding.code for finding in found.findings}


def placed(ranking):
    return [(each.id, each.rank, round(each.value, 9)) for each in ranking.candidates]


def test_ranking_the_folder_of_dossiers(folder):
    assert placed(rank(folder / "candidates")) == RANKED


def test_ranking_the_folder_of_the_round(folder):
    assert placed(rank(os.fspath(folder))) == RANKED


def test_ranking_the_candidates_here(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert placed(rank()) == RANKED


def test_another_criteria_file(folder):
    other = folder / "criteria" / "other.yaml"
    other.write_text(
        criteria_of(folder).replace("id: round", "id: other").replace("best: 10", "best: 5"), encoding="utf-8"
    )
    # 50 x 0.8 + 50 x 0.7, and 50 x 1 (beyond the scale) + 0
    assert placed(rank(folder, criteria=other)) == [("slow", 1, 75), ("fast", 2, 50)]


def test_a_round_with_an_error_is_refused(folder, write):
    write(folder, "odd", "[9, 3]", 10)
    with pytest.raises(Rejected) as caught:
        rank(folder)
    assert codes(caught.value.check) == {Code.REVERSED_RANGE}


def test_rejected_dossiers_may_be_left_out(folder, write):
    write(folder, "odd", "[9, 3]", 10)
    ranking = rank(folder, partial=True)
    assert placed(ranking) == RANKED
    assert ranking.rejected == ("candidates/odd.yaml",)


def test_nothing_remains_to_rank(folder, write):
    for name in ("slow", "fast"):
        write(folder, name, "[9, 3]", 10)
    with pytest.raises(Rejected):
        rank(folder, partial=True)


def test_identical_input_gives_an_identical_ranking(folder):
    assert rank(folder) == rank(folder)


def test_a_decision_is_held_against_the_order(folder, decide):
    """Fast was chosen instead of slow, who is first."""
    decide(folder, "")
    assert codes(check([folder])) == {Code.UNEXPLAINED_DEPARTURE}
    with pytest.raises(Rejected) as caught:
        rank(folder)
    assert codes(caught.value.check) == {Code.UNEXPLAINED_DEPARTURE}


def test_an_explained_decision_stands_beside_the_order(folder, decide):
    decide(folder, "slow: Too slow., fast: unknown")
    assert len(check([folder]).findings) == 0
    [decision] = rank(folder).decisions
    assert [(each.candidate, each.is_in, each.why) for each in decision.departures] == [
        ("slow", False, {"en": "Too slow."}),
        ("fast", True, None),
    ]


def test_a_part_of_the_order_is_no_measure_of_a_decision(folder, write, decide):
    decide(folder, "")
    write(folder, "odd", "[9, 3]", 10)
    assert placed(rank(folder, partial=True)) == RANKED
    assert codes(check([folder])) == {Code.REVERSED_RANGE}


def test_everybody_may_be_excluded(folder, write):
    screen = "screens: [{id: all, title: All, require: {criterion: speed, value_at_least: 100}, "
    criteria = folder / "criteria" / "round.yaml"
    criteria.write_text(f"{criteria_of(folder)}{screen}on_fail: exclude, on_unknown: exclude}}]\n", encoding="utf-8")
    write(folder, "fast", 9, 100)
    ranking = rank(folder)
    assert (ranking.candidates, [each.id for each in ranking.excluded]) == ((), ["fast", "slow"])


def test_one_candidate_in_full(folder):
    found = explain("slow", folder)
    assert (found.candidate.id, found.candidate.rank, round(found.value, 9)) == ("slow", 1, 55)
    assert (found.above, found.below.candidate, round(found.below.gap, 9)) == (None, "fast", 5)
    assert found.ranking.firmness is not None


def test_two_side_by_side(folder):
    # 20 and 35 beside 50 and 0
    found = compare("slow", "fast", folder / "candidates")
    assert [(each.criterion.id, round(each.lead, 9)) for each in found.leaves] == [("speed", -30), ("price", 35)]
    assert round(found.lead, 9) == 5


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("slwo",), "there is no candidate slwo; did you mean slow?"),
        (("elsewhere",), "there is no candidate elsewhere in this round"),
        (("slow", "slwo"), "there is no candidate slwo; did you mean slow?"),
        (("slow", "slow"), "name two different candidates to compare"),
    ],
)
def test_a_candidate_that_is_not_there_or_twice_is_wrong_use(names, message, folder):
    with pytest.raises(UsageError) as caught:
        (explain if len(names) == 1 else compare)(*names, folder)
    assert str(caught.value) == message

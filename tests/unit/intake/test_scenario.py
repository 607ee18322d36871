"""Scenarios as a whole round shows them, and those that somebody names."""

import os
from hashlib import sha256

import pytest

from stratsel.errors import UsageError
from stratsel.intake.discover import select_round
from stratsel.intake.load import load
from stratsel.model.assessments import Assessed

FILE = "scenarios/supply-first.yaml"
SCENARIO = """\
stratsel: scenario/1
id: supply-first
title: Supply first
weights: {supply: 180}
assessments:
  beta: {freshness: 4, price: {amount: 30}}
"""


@pytest.fixture
def with_scenario(small_round):
    small_round.put(FILE, SCENARIO)
    return small_round


def loaded(small_round, *scenarios):
    return load(select_round([small_round.folder], scenarios=scenarios))


def test_scenarios_of_the_folder_are_read_with_the_round(with_scenario):
    result = loaded(with_scenario)
    assert list(result.findings) == []
    what_if = result.scenarios[FILE]
    assert (what_if.scenario.id, what_if.scenario.weights) == ("supply-first", {"supply": 180})
    assert what_if.assessed == {"beta": {"freshness": Assessed(4, 4), "price": Assessed(30, 30)}}
    assert what_if.digest == sha256(SCENARIO.encode()).hexdigest()


def test_a_round_without_them(small_round):
    assert loaded(small_round).scenarios == {}


def test_they_are_no_part_of_what_is_ranked(with_scenario):
    before = loaded(with_scenario).round.digest
    with_scenario.put(FILE, SCENARIO + "# asked again\n")
    assert loaded(with_scenario).round.digest == before


def test_one_may_lie_anywhere(small_round, tmp_path):
    path = tmp_path / "elsewhere" / "supply-first.yaml"
    path.parent.mkdir()
    path.write_text(SCENARIO, encoding="utf-8")
    result = loaded(small_round, path)
    assert list(result.findings) == []
    assert [each.scenario.id for each in result.scenarios.values()] == ["supply-first"]


def test_one_of_the_folder_that_is_named_is_read_once(with_scenario):
    assert list(loaded(with_scenario, with_scenario.folder / "candidates" / ".." / FILE).scenarios) == [FILE]


def test_a_defect_rejects_the_round(with_scenario):
    with_scenario.edit(FILE, "freshness: 4", "freshness: 5")
    result = loaded(with_scenario)
    assert [(each.code.value, each.where.span.line) for each in result.findings] == [("ST408", 6)]
    assert result.round is None and result.scenarios == {}


def test_a_rejected_dossier_is_a_candidate_all_the_same(with_scenario):
    with_scenario.put("candidates/beta.yaml", "{")
    result = loaded(with_scenario)
    assert {each.where.file.rpartition("/")[2] for each in result.findings} == {"beta.yaml"}
    assert list(result.scenarios) == [FILE]


def test_criteria_with_an_error_are_not_held_against_it(with_scenario):
    with_scenario.edit("criteria/meals.yaml", "id: freshness", "id: freshnes_")
    assert {each.where.file.rpartition("/")[2] for each in loaded(with_scenario).findings} == {"meals.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("title: Supply first\n", "", [("ST201", 1)]),
        ("weights:", "weigths:", [("ST202", 4)]),
        ("{supply: 180}", "{supply: -1}", [("ST214", 4)]),
        ("{supply: 180}", "[supply]", [("ST203", 4)]),
        ("{supply: 180}", "{x-note: {a: 1}, supply: 180}", []),
        ("{freshness: 4, price: {amount: 30}}", "[freshness]", [("ST203", 6)]),
        ("freshness: 4", "x-why: [asked, twice]", []),
        ("freshness: 4", "freshness: {level: 4, for: []}", [("ST202", 6)]),
        ("freshness: 4", "freshness: {level: [4]}", [("ST215", 6)]),
        ("id: supply-first", "id: supply", [("ST402", 2)]),
        ("scenario/1", "candidate/1", [("ST703", 1)]),
        ("scenario/1", "scenario/2", [("ST704", 1)]),
        ("id: supply-first", 'id: supply-first\nstratsel_version: ">=99"', [("ST701", 3)]),
    ],
)
def test_one_finding_for_each_defect(with_scenario, old, new, found):
    with_scenario.edit(FILE, old, new)
    assert [(code, line) for code, _, line, _ in with_scenario.found()] == found


@pytest.mark.parametrize("name", ["scenarios/Supply-First.yaml", "scenarios/supply-first.yml"])
def test_names_that_some_system_takes_for_one(with_scenario, name):
    with_scenario.put(name, SCENARIO)
    assert "ST404" in {code for code, *_ in with_scenario.found()}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_holds_nothing_up(small_round, tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    result = loaded(small_round, tmp_path / "pipe.yaml")
    assert [each.code.value for each in result.findings] == ["ST126"]


def test_a_link_out_of_the_round_is_not_followed(small_round, tmp_path):
    (tmp_path / "supply-first.yaml").write_text(SCENARIO, encoding="utf-8")
    (small_round.folder / "scenarios").mkdir()
    (small_round.folder / FILE).symlink_to(tmp_path / "supply-first.yaml")
    assert [code for code, *_ in small_round.found()] == ["ST127"]


@pytest.mark.parametrize("name", ["nowhere.yaml", "candidates"])
def test_what_is_named_must_be_a_file(small_round, name):
    with pytest.raises(UsageError):
        loaded(small_round, small_round.folder / name)

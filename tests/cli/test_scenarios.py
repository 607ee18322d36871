"""`--scenario` on the commands that take it, and `check` of a scenario."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SCENARIO = """\
stratsel: scenario/1
id: {id}
title: {{en: What if, vi: Giả định}}
weights: {{supply: 180}}
"""


@pytest.fixture
def two(round_folder: Path) -> list[str]:
    """Two scenarios that say the same, one of them outside the round."""
    (round_folder / "scenarios").mkdir()
    files = {"scenarios/one.yaml": "one", "../two.yaml": "two"}
    for file, name in files.items():
        (round_folder / file).write_text(SCENARIO.format(id=name), encoding="utf-8")
    return [argument for file in files for argument in ("--scenario", file)]


def test_several_stand_side_by_side(call: Callable, two: list[str]) -> None:
    ended = call("rank", *two, "--format", "json")
    first, second = json.loads(ended.out)["scenarios"]
    assert (first["id"], second["id"]) == ("one", "two")
    assert (first["file"], second["file"]) == ("scenarios/one.yaml", "../two.yaml")
    # Supply, 40 of 100, weighs 180 of 240.
    assert first["weights"] == [
        {"criterion": "food", "before": 60, "after": 25},
        {"criterion": "supply", "before": 40, "after": 75},
    ]
    assert first["places"] == second["places"]
    # Freshness 3 and menu 1 of 3 make 7/9 of food; price 32 is 0.72, and its own van: 0.86 of supply.
    assert first["places"]["alpha"]["value"] == pytest.approx(25 * 7 / 9 + 75 * 0.86)


@pytest.mark.parametrize("command", [["rank"], ["explain", "alpha"], ["robustness", "--part", "acceptability"]])
def test_each_command_says_so(call: Callable, two: list[str], command: list[str]) -> None:
    english, vietnamese = (call(*command, *two, "--lang", language) for language in ("en", "vi"))
    assert (english.code, vietnamese.code) == (0, 0)
    assert "\nWhat if" in english.out and "What if" not in vietnamese.out
    for ended in (english, vietnamese):
        assert " one  " in ended.out and " two" in ended.out


def test_robustness_has_the_tiers_under_each(call: Callable, two: list[str]) -> None:
    """Alpha is first whatever the weights: better on food by 7/9 to 2/3, and on supply."""
    ended = call("robustness", "--part", "acceptability", *two, "--format", "json")
    rows = {each["candidate"]: each for each in json.loads(ended.out)["parts"]["acceptability"]["rows"]}
    assert rows["alpha"]["tiers_by_scenario"].keys() == {"one", "two"}
    for shares in (tiers for row in rows.values() for tiers in row["tiers_by_scenario"].values()):
        assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize("command", ["rank", "robustness"])
def test_a_scenario_with_an_error_is_refused_with_its_findings(
    call: Callable, two: list[str], round_folder: Path, command: str
) -> None:
    text = (round_folder / "../two.yaml").read_text(encoding="utf-8")
    (round_folder / "../two.yaml").write_text(text.replace("supply", "suply"), encoding="utf-8")
    for partial in ([], ["--partial"]):
        ended = call(command, *two, *partial)
        assert (ended.code, ended.out) == (1, "")
        assert "../two.yaml:4:11" in ended.err and "ST401" in ended.err
    assert call("check").code == 0  # it is none of the round's


def test_a_scenario_of_the_round_is_checked_with_it_and_alone(
    call: Callable, two: list[str], round_folder: Path
) -> None:
    assert call("check", "scenarios/one.yaml").err == "no findings in 1 file\n"
    (round_folder / "scenarios/one.yaml").write_text(SCENARIO.format(id="other"), encoding="utf-8")
    for paths in ([], ["scenarios"], ["scenarios/one.yaml"]):
        ended = call("check", *paths, "--format", "concise")
        assert (ended.code, ended.out.split()[:2]) == (1, ["scenarios/one.yaml:2:5:", "ST402"])


def test_two_of_one_name_are_wrong_use(call: Callable, two: list[str], round_folder: Path) -> None:
    (round_folder / "../one.yaml").write_text(SCENARIO.format(id="one"), encoding="utf-8")
    ended = call("rank", *two, "--scenario", "../one.yaml")
    assert ended.code == 2
    assert ended.err == "stratsel: two scenarios are called one; name one of them\n"


def test_one_named_twice_is_one(call: Callable, two: list[str]) -> None:
    ended = call("rank", *two, *two, "--format", "json")
    assert len(json.loads(ended.out)["scenarios"]) == 2


def test_a_dossier_is_no_scenario_even_where_rejected_ones_are_left_out(call: Callable, two: list[str]) -> None:
    ended = call("rank", "--partial", "--scenario", "candidates/beta.yaml")
    assert ended.code == 1
    assert "ST703" in ended.err


@pytest.mark.parametrize("path", ["none.yaml", "candidates"])
def test_what_is_no_file_is_wrong_use(call: Callable, two: list[str], path: str) -> None:
    assert call("rank", "--scenario", path).code == 2

"""`stratsel compare`: two candidates; how results are shown is tested in `test_results.py`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


def compared(call: Callable, *arguments: str) -> dict:
    return json.loads(call("compare", *arguments, "--format", "json").out)


def test_one_and_the_same_is_wrong_use(call: Callable) -> None:
    """Exit 2, with what to do."""
    ended = call("compare", "alpha", "alpha")
    assert (ended.code, ended.out) == (2, "")
    assert "name two different candidates to compare" in ended.err


def test_an_unknown_second_is_named(call: Callable) -> None:
    """It is not the first that is at fault."""
    ended = call("compare", "alpha", "betta")
    assert (ended.code, ended.out) == (2, "")
    assert "there is no candidate betta; did you mean beta?" in ended.err


def test_every_number_is_derived_again_from_the_ranking(call: Callable) -> None:
    """Leads are differences of contributions, and without those that decide nobody is ahead."""
    ranking = {each["id"]: each for each in json.loads(call("rank", "--format", "json").out)["ranking"]}
    found = compared(call, "alpha", "beta")
    one, other = (ranking[name] for name in ("alpha", "beta"))
    assert found["candidates"] == [one, other]
    assert found["states"] == ["ranked", "ranked"]
    assert found["values"] == pytest.approx([one["value"], other["value"]])
    assert found["lead"] == pytest.approx(one["value"] - other["value"])
    leads = {each["leaf"]: each["lead"] for each in found["leaves"]}
    assert leads == pytest.approx({leaf: one["contributions"][leaf] - other["contributions"][leaf] for leaf in leads})
    assert sum(leads.values()) == pytest.approx(found["lead"])
    sign = 1 if found["lead"] > 0 else -1
    decisive = [sign * leads[leaf] for leaf in found["decided_by"]]
    assert sum(decisive) >= sign * found["lead"] - 1e-9
    assert sum(decisive[:-1]) < sign * found["lead"]
    bounds = [each["bounds"] for each in (one, other)]
    ahead, behind = bounds if sign > 0 else bounds[::-1]
    assert found["sure"] == (ahead["shown"] > behind["possible"])
    for swap in found["swaps"]:
        assert swap["points"] == pytest.approx(abs(swap["to"] - swap["weight"]))


def test_at_the_other_weight_they_are_level(call: Callable, round_folder: Path) -> None:
    """The criteria file with a topmost weight set so, the other taking the rest, ranks both alike."""
    file = round_folder / "criteria" / "round.yaml"
    text = file.read_text(encoding="utf-8")
    beta = round_folder / "candidates" / "beta.yaml"
    beta.write_text(beta.read_text(encoding="utf-8").replace("level: 2, why", "level: 3, why"), encoding="utf-8")
    swap = next(each for each in compared(call, "alpha", "beta")["swaps"] if each["criterion"] == "food")
    text = text.replace("weight: 60", f"weight: {swap['to']}").replace("weight: 40", f"weight: {100 - swap['to']}")
    file.write_text(text, encoding="utf-8")
    assert compared(call, "alpha", "beta")["lead"] == pytest.approx(0, abs=1e-9)


def test_turned_round_the_lead_is_too(call: Callable) -> None:
    """The same two in the other order."""
    one, other = compared(call, "alpha", "beta"), compared(call, "beta", "alpha")
    assert other["lead"] == -one["lead"]
    assert other["candidates"] == one["candidates"][::-1]
    assert {each["criterion"]: each["to"] for each in other["swaps"]} == pytest.approx(
        {each["criterion"]: each["to"] for each in one["swaps"]}
    )

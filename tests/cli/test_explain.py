"""`stratsel explain`: one candidate; how results are shown is tested in `test_results.py`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


def explained(call: Callable, *arguments: str) -> dict:
    return json.loads(call("explain", *arguments, "--format", "json").out)


def ranked(call: Callable) -> dict:
    return json.loads(call("rank", "--format", "json").out)


def test_it_says_of_the_candidate_what_the_ranking_says(call: Callable) -> None:
    """The same words and numbers, to the last digit."""
    ranking = ranked(call)
    for each in ranking["ranking"]:
        found = explained(call, each["id"])
        assert found["candidate"] == each
        assert found["round"] == ranking["round"]
        assert found["state"] == "ranked"


def test_every_number_is_derived_again_from_the_ranking(call: Callable) -> None:
    """Value times weight is points; points add up; bounds, neighbours and gaps follow from the order."""
    ranking = ranked(call)["ranking"]
    for at, each in enumerate(ranking):
        found = explained(call, each["id"])
        nodes = {node["id"]: node for node in found["criteria"]}
        for node in nodes.values():
            assert node["points"] == pytest.approx(each["contributions"][node["id"]])
            assert node["value"]["low"] == pytest.approx(each["values"][node["id"]])
            assert node["points"] == pytest.approx(node["weight"] * node["value"]["low"] / 100)
            assert node["possible"] == pytest.approx(node["weight"] * node["value"]["high"] / 100)
            children = [other for other in nodes.values() if other["parent"] == node["id"]]
            for key in ("weight", "points", "possible"):
                assert not children or sum(child[key] for child in children) == pytest.approx(node[key])
            if node["leaf"] is not None:
                assert (node["leaf"]["points"], node["leaf"]["weight"]) == (node["points"], node["weight"])
                assert node["leaf"]["possible"] == pytest.approx(node["possible"])
        top = [node for node in nodes.values() if node["parent"] is None]
        assert sum(node["points"] for node in top) == pytest.approx(found["value"])
        assert found["value"] == pytest.approx(each["value"])
        assert sum(node["points"] for node in top) == pytest.approx(each["bounds"]["shown"])
        assert sum(node["possible"] for node in top) == pytest.approx(each["bounds"]["possible"])
        for side, step in (("above", -1), ("below", 1)):
            beside = found["neighbours"][side]
            other = ranking[at + step] if 0 <= at + step < len(ranking) else None
            assert (beside is None) == (other is None)
            if beside is not None:
                assert (beside["id"], beside["rank"]) == (other["id"], other["rank"])
                assert beside["gap"] == pytest.approx(abs(other["value"] - each["value"]))


def test_each_leaf_names_its_line(call: Callable, round_folder: Path) -> None:
    """There the dossier begins to speak of it."""
    lines = (round_folder / "candidates" / "alpha.yaml").read_text(encoding="utf-8").splitlines()
    leaves = {node["id"]: node["leaf"] for node in explained(call, "alpha")["criteria"] if node["leaf"] is not None}
    assert leaves.keys() == {"freshness", "menu", "price", "delivery"}
    for name, leaf in leaves.items():
        assert leaf["file"] == "candidates/alpha.yaml"
        assert lines[leaf["line"] - 1].startswith(f"  {name}:")
    assert [each["quote"] for each in leaves["freshness"]["evidence"]] == ["vegetables are bought on the same morning"]
    assert leaves["menu"]["why"] == {"en": "Two menus a week were seen."}


def test_partial_leaves_the_others_out(call: Callable, break_beta: Path) -> None:
    """Who is left out cannot be explained."""
    assert call("explain", "alpha").code == 1
    ended = call("explain", "alpha", "--partial")
    assert ended.code == 0
    assert "rank 1 of 1" in ended.out
    ended = call("explain", "beta", "--partial")
    assert (ended.code, ended.out) == (2, "")


def test_the_excluded_are_explained(call: Callable, round_folder: Path) -> None:
    """With the screen that keeps them out."""
    file = round_folder / "criteria" / "round.yaml"
    screen = (
        "screens:\n  - {id: kitchens, title: {en: Kitchens only, vi: Chỉ bếp ăn}, "
        "require: {field: form, in: [kitchen]}, on_fail: exclude, on_unknown: flag}\nmissing:"
    )
    file.write_text(file.read_text(encoding="utf-8").replace("missing:", screen), encoding="utf-8")
    found = explained(call, "beta")
    assert (found["state"], found["neighbours"]) == ("excluded", {"above": None, "level": [], "below": None})
    assert found["candidate"]["id"] == "beta"
    text = call("explain", "beta").out
    assert "excluded by a screen" in text
    assert "Kitchens only: failed, so excluded" in text
    assert explained(call, "alpha")["plain_screens"] == [{"screen": "kitchens", "outcome": "met"}]

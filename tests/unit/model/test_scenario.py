import pytest
from pydantic import ValidationError

from stratsel.model.candidate import Figures
from stratsel.model.scenario import Scenario

SCENARIO = {"stratsel": "scenario/1", "id": "growth-first", "title": "Growth first"}


def scenario(**keys):
    return Scenario.model_validate({**SCENARIO, **keys})


def test_what_it_does_not_name_stays():
    assert (scenario().weights, scenario().assessments, scenario().lang) == ({}, {}, "en")


def test_figures_in_full_and_in_short():
    supposed = scenario(
        assessments={"uav": {"patents": {"level": 3, "why": "W"}, "growth": [2, 3], "export": "unknown"}}
    )
    said = supposed.assessments["uav"]
    assert said["patents"] == Figures(level=3, why="W")
    assert (said["growth"], said["export"]) == ([2, 3], "unknown")


@pytest.mark.parametrize(
    "keys",
    [
        {"weights": {"growth": -1}},
        {"weights": {"growth": "much"}},
        {"weights": ["growth"]},
        {"weights": {"Growth": 1}},
        {"assessments": {"uav": "unknown"}},
        {"assessments": {"uav": ["patents"]}},
        {"assessments": {"uav": {"patents": {"level": 3, "for": [{"source": "s", "quote": "q"}]}}}},
        {"assessments": {"uav": {"patents": {"level": 3, "against": []}}}},
        {"assessments": {"uav": {"patents": None}}},
        {"screens": []},
        {"title": ""},
        {"id": "con"},
        {"stratsel": "scenario/2"},
    ],
)
def test_what_is_no_scenario(keys):
    with pytest.raises(ValidationError):
        scenario(**keys)

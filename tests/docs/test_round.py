"""What the page about the shipped round says in words, beside the outputs it shows, is what stands in the files."""

from math import comb
from pathlib import Path

import pytest

import stratsel
from stratsel.reading.events import read_yaml

ROOT = Path(__file__).resolve().parents[2]
CHOSEN = {"llm-assistant", "fiveg", "edge-ai-camera", "amr", "blockchain", "uav"}
"""The six of Decision 2815/QĐ-TTg."""
EARMARKED = {"llm-assistant", "fiveg", "edge-ai-camera"}
IN_THREE_GROUPS = CHOSEN - {"uav"}


@pytest.fixture(scope="module")
def ranking():
    return stratsel.rank(ROOT / "candidates")


@pytest.fixture(scope="module")
def dossiers():
    files = sorted((ROOT / "candidates").glob("*.yaml"))
    return {file.stem: read_yaml(file.read_text(encoding="utf-8")).value for file in files}


def first(ranking, places):
    return {each.id for each in ranking.candidates if each.rank <= places}


def test_nineteen_are_judged_and_the_six_lead(ranking):
    assert len(ranking.candidates) + len(ranking.excluded) == 19
    assert first(ranking, 6) == CHOSEN


def test_uav_stand_where_language_models_were_put(ranking):
    assert first(ranking, 3) == EARMARKED - {"llm-assistant"} | {"uav"}


def test_as_few_as_possible_of_the_five_are_among_the_first_three(ranking):
    """Only one of the six is not among the five, so three of the six hold two of the five at least."""
    assert len(first(ranking, 3) & IN_THREE_GROUPS) == 2


def test_what_comes_of_the_two_scenarios():
    """Neither changes who is in a tier; with a patent the UAV passes who is first."""
    names = ("equal-weights", "uav-patents")
    found = stratsel.rank(
        ROOT / "candidates", firmness=False, scenarios=[ROOT / "scenarios" / f"{name}.yaml" for name in names]
    )
    equal, patents = found.scenarios
    assert equal.tiers == patents.tiers == ()
    assert (found.candidates[0].id, found.candidates[1].id) == ("fiveg", "uav")
    assert (patents.places["uav"].rank, patents.places["fiveg"].rank) == (1, 2)


def test_everything_is_open_for_all_who_are_not_excluded_and_nothing_alone_settles_it(ranking):
    assert {certainty for each in ranking.candidates for certainty in each.places.values()} == {"open"}
    assert not ranking.open_places.settles


def test_one_level_of_enterprises_is_more_than_the_line_after_the_third_place(ranking):
    """It brings a fourth of half of the 15 points of readiness: 1.875."""
    above, below = ranking.candidates[2:4]
    assert 0 < above.shown - below.shown < 15 / 2 / 4


def test_the_thirteen_others_know_nothing_on_more_than_half_of_the_weight(ranking):
    others = [each for each in ranking.candidates if each.id not in CHOSEN]
    assert others
    assert min(each.unknown for each in others) > 0.5


def test_the_chances_are_those_of_a_hand(texts):
    """19 choose 3 is 969, of which 3 x 16 hold two of three and 1 all; of 6 choose 3, 20, it is 3 x 3 and 1."""
    page = texts["docs/round-2025.md"]
    assert f"by chance: {(3 * 16 + 1) / 969:.5f} of all 19" in page
    assert f"and {(3 * 3 + 1) / 20:.2f} of the six alone" in page
    assert f"and {1:.2f} of the six alone" in page
    assert f"by chance: {1 / comb(19, 6):.5f} of all 19" in page


def test_what_is_said_to_be_open_is_open(dossiers):
    known = {
        leaf: {each for each, dossier in dossiers.items() if dossier["assessments"][leaf] != "unknown"}
        for leaf in ("value-share", "market-size", "patents")
    }
    assert known == {"value-share": set(), "market-size": {"uav"}, "patents": {"fiveg"}}
    asked = {
        (name, given)
        for dossier in dossiers.values()
        for name, given in dossier["fields"].items()
        if name.startswith(("clear-", "chief-", "lead-"))
    }
    assert {given for _, given in asked} == {"unknown"}
    assert len(asked) == 7 + 2 + 1


def test_the_groups_of_uav_and_cameras_are_unknown(dossiers):
    assert {dossiers[each]["fields"]["group"] for each in ("uav", "edge-ai-camera")} == {"unknown"}

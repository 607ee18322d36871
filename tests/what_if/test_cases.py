"""The cases that other programs are held to are those of the library."""

import json
from pathlib import Path

import pytest

from stratsel.results.what_if import WhatIf, WhatIfCandidate, WhatIfNode, WhatIfTier, reordered

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def payload(case):
    made = case["payload"]
    return WhatIf(
        tuple(WhatIfNode(**node) for node in made["nodes"]),
        tuple(WhatIfCandidate(**candidate) for candidate in made["candidates"]),
        tuple(WhatIfTier(**tier) for tier in made["tiers"]),
        made["minimum"],
    )


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_the_library_gives_them(case):
    """Run `python tests/what_if/make_cases.py` where the rule was meant to change."""
    for move in case["moves"]:
        found = {place.candidate: place for place in reordered(payload(case), move["weights"])}
        assert {name: (place.rank, place.tier) for name, place in found.items()} == {
            place["candidate"]: (place["rank"], place["tier"]) for place in move["places"]
        }
        assert [found[place["candidate"]].points for place in move["places"]] == pytest.approx(
            [place["points"] for place in move["places"]], abs=1e-9
        )


def test_there_are_ties_in_them_and_candidates_without_a_place():
    """Else they would say nothing of the hard part."""
    places = [[place["rank"] for place in move["places"]] for case in CASES for move in case["moves"]]
    tied = [ranks for ranks in places if len(set(ranks)) < len(ranks)]
    assert 10 < len(tied) < len(places)
    assert any(
        place["tier"] is None and place["rank"] == 1
        for case in CASES
        for move in case["moves"]
        for place in move["places"]
    )

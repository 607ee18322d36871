from dataclasses import replace

import pytest

from stratsel.report.firmness_data import draws, firmness_data
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts, FlipFacts
from stratsel.terms import Admissible, Verdict, WeightSpace

AROUND = FirmnessFacts(
    samples=20_000,
    bounding_samples=2_000,
    seed=1,
    weights=Admissible.AROUND,
    percent=30.0,
    space=WeightSpace.LOCAL,
    assumes_uniform=True,
    shares={},
    statements=(),
    is_fixed=False,
    levels=0.0,
)


def test_by_which_draws():
    assert draws(AROUND) == {
        "samples": 20_000,
        "bounding_samples": 2_000,
        "seed": 1,
        "weights": {"kind": "around", "percent": 30.0, "shares": {}, "statements": []},
        "space": "local",
        "assessments": "ranges",
        "assumes_uniform": True,
    }


@pytest.mark.parametrize(
    ("change", "said"), [({"is_fixed": True}, "fixed"), ({"levels": 1.0}, {"levels": 1.0}), ({}, "ranges")]
)
def test_what_judgements_may_be(change, said):
    assert draws(replace(AROUND, **change))["assessments"] == said


def test_weights_within():
    within = replace(AROUND, weights=Admissible.WITHIN, shares={"speed": (20.0, 35.0)}, statements=("speed >= price",))
    assert draws(within)["weights"] == {
        "kind": "within",
        "percent": 30.0,
        "shares": {"speed": [20.0, 35.0]},
        "statements": ["speed >= price"],
    }


@pytest.mark.parametrize("flip", [None, FlipFacts("speed", 25.0, 40.0, 15.0, None, is_exact=True)])
def test_one_place(flip):
    found = firmness_data(CandidateFirmness(0.875, 0.002, 0.5, 1.0, True, (1, 3), Verdict.CLOSE, flip))
    assert {key: found[key] for key in ("tier_share", "rank_interval", "verdict", "sharp")} == {
        "tier_share": 0.875,
        "rank_interval": [1, 3],
        "verdict": "close",
        "sharp": True,
    }
    moved = {"criterion": "speed", "weight": 25.0, "to": 40.0, "points": 15.0, "tier": None, "exact": True}
    assert found["flip"] == (None if flip is None else moved)

"""How firm places are as plain data, and by which draws that was found."""

from typing import Any

from stratsel.report.plain import number
from stratsel.results.firmness import CandidateFirmness, FirmnessFacts


def draws(facts: FirmnessFacts) -> dict[str, Any]:
    """Return by which draws firmness was found."""
    return {
        "samples": facts.samples,
        "bounding_samples": facts.bounding_samples,
        "seed": facts.seed,
        "weights": {
            "kind": facts.weights.value,
            "percent": number(facts.percent),
            "shares": {criterion: [number(low), number(high)] for criterion, (low, high) in facts.shares.items()},
            "statements": list(facts.statements),
        },
        "space": facts.space.value,
        "assessments": "fixed" if facts.is_fixed else {"levels": number(facts.levels)} if facts.levels else "ranges",
        "assumes_uniform": facts.assumes_uniform,
    }


def firmness_data(found: CandidateFirmness) -> dict[str, Any]:
    """Return how firm one place is."""
    flip = found.flip
    return {
        "tier_share": number(found.tier_share),
        "standard_error": number(found.standard_error),
        "lowest_share": number(found.lowest_share),
        "highest_share": number(found.highest_share),
        "sharp": found.is_sharp,
        "rank_interval": list(found.rank_interval),
        "verdict": found.verdict.value,
        "flip": None
        if flip is None
        else {
            "criterion": flip.criterion,
            "weight": number(flip.weight),
            "to": number(flip.to),
            "points": number(flip.points),
            "tier": flip.tier,
            "exact": flip.is_exact,
        },
    }

"""How firm each place is, as facts, and by which draws that was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stratsel.analysis.firmness import Firmness, PlaceFirmness
from stratsel.analysis.shift import Flip
from stratsel.engine.problem import Problem
from stratsel.model.uncertainty import Levels, Uncertainty, Within
from stratsel.terms import Admissible, Verdict, WeightSpace


@dataclass(frozen=True, slots=True)
class FlipFacts:
    """The smallest shift of one criterion's weight that changes a candidate's tier.

    `weight` and `to` are points of the whole, now and then, `points` lie between them; `tier` is where the candidate
    then lands, None where it has no place. A shift that is not `is_exact` was found by a search.
    """

    criterion: str
    weight: float
    to: float
    points: float
    tier: str | None
    is_exact: bool


@dataclass(frozen=True, slots=True)
class CandidateFirmness:
    """How firm a candidate's place is. Shares are of 1; see `PlaceFirmness` for what each is."""

    tier_share: float
    standard_error: float
    lowest_share: float
    highest_share: float
    is_sharp: bool
    rank_interval: tuple[int, int]
    verdict: Verdict
    flip: FlipFacts | None


@dataclass(frozen=True, slots=True)
class FirmnessFacts:
    """By which draws firmness was found: how many, from which weights, and whether the unknown was drawn evenly.

    `percent` is how far each share may move where weights vary `around` those of the file; `shares` are the bounds, in
    percent by criterion, and `statements` the comparisons, that weights `within` some keep to. Judgements are fixed, or
    lie in their ranges and, on rubrics, up to so many `levels` beyond.
    """

    samples: int
    bounding_samples: int
    seed: int
    weights: Admissible
    percent: float
    space: WeightSpace
    assumes_uniform: bool
    shares: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    is_fixed: bool = False
    levels: float = 0.0


def firmness_facts(found: Firmness, asked: Uncertainty) -> FirmnessFacts:
    """Return by which draws firmness was found; `asked` is what the criteria file says of them."""
    admissible, weights = found.admissible, asked.weights
    within = weights if isinstance(weights, Within) else None
    return FirmnessFacts(
        samples=found.samples,
        bounding_samples=found.bounding_samples,
        seed=found.seed,
        weights=admissible.kind,
        percent=float(admissible.percent * 100),
        space=admissible.space,
        assumes_uniform=found.assumes_uniform,
        shares={}
        if within is None
        else {name: (float(low), float(high)) for name, (low, high) in within.shares.items()},
        statements=() if within is None else tuple(statement.text for statement in within.statements),
        is_fixed=found.spread.is_fixed,
        levels=float(asked.assessments.levels) if isinstance(asked.assessments, Levels) else 0.0,
    )


def candidate_firmness(problem: Problem, place: PlaceFirmness) -> CandidateFirmness:
    """Return how firm one place is, with criteria by their ids."""
    return CandidateFirmness(
        tier_share=place.tier_share,
        standard_error=place.standard_error,
        lowest_share=place.lowest_share,
        highest_share=place.highest_share,
        is_sharp=place.is_sharp,
        rank_interval=place.rank_interval,
        verdict=place.verdict,
        flip=None if place.flip is None else _flip(problem, place.flip),
    )


def _flip(problem: Problem, flip: Flip) -> FlipFacts:
    node = problem.hierarchy.nodes[flip.node]
    return FlipFacts(node, flip.weight, flip.to, flip.points, flip.tier, flip.is_exact)

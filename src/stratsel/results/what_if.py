"""What sliders and live formulas run on: enough of a round to order it anew under other weights, and nothing more."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratsel.analysis.landing import is_plain
from stratsel.engine.evaluate import Evaluation
from stratsel.engine.problem import TOP, Problem
from stratsel.engine.weight import local_weights
from stratsel.model.base import Text
from stratsel.results.leaf import HUNDRED
from stratsel.results.ranking import Ranking
from stratsel.terms import Combine

DIGITS = 9
"""Points are compared to so many decimal places, so that whatever adds them in whichever order finds the same ties."""


@dataclass(frozen=True, slots=True)
class WhatIfNode:
    """A node of the tree: `share` among its siblings, 0 to 1; `parent` is None for the topmost."""

    criterion: str
    title: Text
    parent: str | None
    share: float
    is_leaf: bool


@dataclass(frozen=True, slots=True)
class WhatIfCandidate:
    """A candidate's values on the leaves, 0 to 1, as the order counts them, and where it stands in the round itself."""

    candidate: str
    title: Text
    rank: int
    points: float
    tier: str | None
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class WhatIfTier:
    """A tier and its places, counted from the top."""

    tier: str
    title: Text
    places: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The payload. Nobody below `minimum`, in points, has a place."""

    nodes: tuple[WhatIfNode, ...]
    candidates: tuple[WhatIfCandidate, ...]
    tiers: tuple[WhatIfTier, ...]
    minimum: float


@dataclass(frozen=True, slots=True)
class WhatIfPlace:
    """Where a candidate would stand: rank, points, and the first tier that holds it for sure."""

    candidate: str
    rank: int
    points: float
    tier: str | None


def what_if(ranking: Ranking, problem: Problem, evaluation: Evaluation) -> WhatIf | None:
    """Return the payload of a ranking; None where its order hangs on more than weighted sums and counted places.

    That is so where a mean is not arithmetic, something is left out, values are rounded to a resolution, or tiers have
    quotas or count classes.
    """
    hierarchy = problem.hierarchy
    is_sum = all(hierarchy.combine(node) is Combine.ARITHMETIC for node in (TOP, *range(len(hierarchy.nodes))))
    if not is_sum or evaluation.basis.is_absent is not None or problem.resolution is not None:
        return None
    if not is_plain(problem.lines):
        return None
    shares = local_weights(hierarchy)
    nodes = tuple(
        WhatIfNode(each.id, each.title, each.parent, float(share), each.is_leaf)
        for each, share in zip(ranking.criteria, shares, strict=True)
    )
    leaves = [hierarchy.nodes[leaf] for leaf in hierarchy.leaf_nodes]
    rows = {name: row for row, name in enumerate(problem.alternatives)}
    values = evaluation.basis.partial_values
    candidates = tuple(
        WhatIfCandidate(
            each.id,
            each.title,
            each.rank,
            each.value,
            each.tier,
            dict(zip(leaves, values[rows[each.id]].tolist(), strict=True)),
        )
        for each in ranking.candidates
    )
    tiers = tuple(WhatIfTier(tier.id, tier.title, tier.places) for tier in ranking.tiers)
    return WhatIf(nodes, candidates, tiers, ranking.round.minimum)


def reordered(payload: WhatIf, weights: Mapping[str, float]) -> tuple[WhatIfPlace, ...]:
    """Return where candidates would stand if some criteria had other weights relative to their siblings.

    What is not named weighs its share. Siblings that all weigh nothing share nothing out. Those level share the
    smaller rank, tie nodes apart, and those level across a line are in no tier for it; they stand in the order of the
    payload. This is what every program that runs on the payload has to do.
    """
    whole = _whole_shares(payload, weights)
    points = {
        each.candidate: HUNDRED * sum(whole[leaf] * value for leaf, value in each.values.items())
        for each in payload.candidates
    }
    compared = {candidate: round(value, DIGITS) for candidate, value in points.items()}
    places = [_place(payload, candidate, points[candidate], compared) for candidate in points]
    return tuple(sorted(places, key=lambda place: place.rank))


def _place(payload: WhatIf, candidate: str, points: float, compared: Mapping[str, float]) -> WhatIfPlace:
    above = sum(other > compared[candidate] for other in compared.values())
    up_to = sum(other >= compared[candidate] for other in compared.values())
    reaches = compared[candidate] >= round(payload.minimum, DIGITS)
    tier = next((tier.tier for tier in payload.tiers if reaches and up_to <= tier.places), None)
    return WhatIfPlace(candidate, above + 1, points, tier)


def _whole_shares(payload: WhatIf, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the share of each node in the whole."""
    given = {node.criterion: weights.get(node.criterion, node.share) for node in payload.nodes}
    totals: dict[str | None, float] = {}
    for node in payload.nodes:
        totals[node.parent] = totals.get(node.parent, 0.0) + given[node.criterion]
    whole: dict[str, float] = {}
    for node in payload.nodes:
        above = 1.0 if node.parent is None else whole[node.parent]
        total = totals[node.parent]
        whole[node.criterion] = above * given[node.criterion] / total if total else 0.0
    return whole

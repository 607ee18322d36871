"""The payload that the weights and values of the small result of `made.py` make.

Use weighs 60, cost 40 = price 30 + speed 10. On use, price and speed, 0 to 1: a 3/4, 1/2, 1; b and c 1/2, 4/5, 0; d
nothing. So a has 45 + 15 + 10 = 70, b and c 30 + 24 = 54, d 0.
"""

from dataclasses import replace

from stratsel.results.ranking import CriterionFacts, TierFacts
from stratsel.results.what_if import WhatIf, WhatIfCandidate, WhatIfNode, WhatIfTier

LEAVES = ("use", "price", "speed")
VALUES = {"a": (0.75, 0.5, 1.0), "b": (0.5, 0.8, 0.0), "c": (0.5, 0.8, 0.0), "d": (0.0, 0.0, 0.0)}
SHARES = (0.6, 0.4, 0.75, 0.25)


def payload(ranking, minimum=0.0):
    """Return the payload of a ranking of some of the four tools; those of other names have the values of a."""
    nodes = tuple(
        WhatIfNode(each.id, each.title, each.parent, share, each.is_leaf)
        for each, share in zip(ranking.criteria, SHARES, strict=True)
    )
    candidates = tuple(
        WhatIfCandidate(
            each.id, each.title, each.rank, each.value, each.tier,
            dict(zip(LEAVES, VALUES.get(each.id, VALUES["a"]), strict=True)),
        )
        for each in ranking.candidates
    )  # fmt: skip
    tiers = tuple(WhatIfTier(tier.id, tier.title, tier.places) for tier in ranking.tiers)
    return WhatIf(nodes, candidates, tiers, minimum)


def ranking(plain, payload):
    """Return a ranking whose criteria, candidates and tiers are those of a payload."""
    criteria = tuple(
        CriterionFacts(node.criterion, node.title, node.parent, 100 * node.share, node.is_leaf)
        for node in payload.nodes
    )
    rows = tuple(replace(plain.candidates[0], id=each.candidate, title=each.title) for each in payload.candidates)
    tiers = tuple(TierFacts(tier.tier, tier.title, tier.places) for tier in payload.tiers)
    return replace(plain, criteria=criteria, candidates=rows, tiers=tiers)

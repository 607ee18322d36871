"""What PROMETHEE II costs by sorting, against the pairs that pymcdm compares."""

import functools

import numpy as np

from benchmarks.measure import Comparison, timed
from stratsel.analysis.methods import FULL_PREFERENCE
from stratsel.analysis.promethee import linear_flows, usual_flows

ALTERNATIVES, LEAVES = 1_000, 12


def comparisons() -> list[Comparison]:
    """Half of the leaves have five levels, so that many are equal; half have amounts."""
    from pymcdm.methods import PROMETHEE_II

    rng = np.random.default_rng(1)
    values = rng.random((ALTERNATIVES, LEAVES))
    values[:, ::2] = rng.integers(0, 5, (ALTERNATIVES, LEAVES // 2)) / 4
    weights, benefits = rng.dirichlet(np.ones(LEAVES)), np.ones(LEAVES)
    full = [FULL_PREFERENCE] * LEAVES

    def pairs(kind: str, threshold: list[float] | None) -> np.ndarray:
        return PROMETHEE_II(kind, p=threshold)(values, weights, benefits, validation=False)

    def usual() -> np.ndarray:
        return usual_flows(values, weights)

    def linear() -> np.ndarray:
        return linear_flows(values, weights, FULL_PREFERENCE)

    assert np.allclose(usual(), pairs("usual", None), rtol=0, atol=1e-12)
    assert np.allclose(linear(), pairs("vshape", full), rtol=0, atol=1e-12)
    table = f"{ALTERNATIVES:,} alternatives on {LEAVES} leaves, by sorting, against pymcdm's pairs"
    both = {"usual": (usual, "usual", None), "linear": (linear, "vshape", full)}
    return [
        Comparison(
            f"promethee-{name}",
            f"PROMETHEE II, {name} preference, of {table}",
            timed(ours),
            timed(functools.partial(pairs, kind, threshold)),
            0.05,
            9,
        )
        for name, (ours, kind, threshold) in both.items()
    ]

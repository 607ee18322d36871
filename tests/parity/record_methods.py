"""Record what the peer, pymcdm, makes of made tables: python tests/parity/record_methods.py, in the checkout.

It writes methods.json beside it. The peer's other methods, for which this program calls it, are recorded too, so that a
change of the peer is seen.
"""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from pymcdm.methods import EDAS, MABAC, PROMETHEE_II, SPOTIS, TOPSIS, VIKOR, WASPAS, WPM

FILE = Path(__file__).with_name("methods.json")
SHAPES = ((3, 2), (8, 5), (25, 12))


def as_it_is(values: Any, cost: bool) -> Any:
    return values


def peers(leaves: int) -> dict[str, Any]:
    return {
        "weighted-product": WPM(as_it_is),
        "waspas": WASPAS(as_it_is),
        "spotis": SPOTIS(np.array([[0.0, 1.0]] * leaves)),
        "topsis": TOPSIS(as_it_is),
        "vikor": VIKOR(),
        "promethee-usual": PROMETHEE_II("usual"),
        "promethee-linear": PROMETHEE_II("vshape", p=[0.5] * leaves),
        "edas": EDAS(),
        "mabac": MABAC(),
    }


def recorded() -> dict[str, Any]:
    """Half of the leaves have five levels, from 0 to 1; weights are three-digit decimals that sum to 1."""
    rng = np.random.default_rng(20251212)
    cases = []
    for alternatives, leaves in SHAPES:
        values = np.round(rng.random((alternatives, leaves)), 3)
        values[:, ::2] = rng.integers(0, 5, values[:, ::2].shape) / 4
        shares = rng.integers(1, 100, leaves)
        weights = shares / shares.sum()
        found = {
            name: method(values, weights, np.ones(leaves), validation=False).tolist()
            for name, method in peers(leaves).items()
        }
        cases.append({"partial_values": values.tolist(), "shares": shares.tolist(), "values": found})
    return {"pymcdm": version("pymcdm"), "numpy": version("numpy"), "cases": cases}


if __name__ == "__main__":
    FILE.write_text(json.dumps(recorded(), indent=1) + "\n", encoding="utf-8")

"""Record what the peer, the R package smaa, makes of made tables: python tests/parity/record_smaa.py, in the checkout.

It needs Rscript on the path, and the package (van Valkenhoef, Stochastic Multi-Criteria Acceptability Analysis):
install.packages("smaa"). It writes smaa.json beside it.
"""

import csv
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).with_name("smaa.json")
SCRIPT = Path(__file__).with_name("record_smaa.R")
CASES = ((5, 3, 0.0), (8, 4, 0.3), (20, 12, 0.2))
"""Alternatives, leaves, and the share of judgements that are ranges."""
DRAWS = 40_000


def recorded() -> dict[str, Any]:
    rng = np.random.default_rng(20251212)
    cases, version = [], ""
    for seed, (alternatives, leaves, share) in enumerate(CASES):
        low = rng.integers(0, 41, (alternatives, leaves)) / 40
        high = np.where(rng.random(low.shape) < share, np.minimum(1, low + 0.25), low)
        found, version = by_the_peer(low, high, seed)
        cases.append({"low": low.tolist(), "high": high.tolist()} | found)
    return {"smaa": version, "draws": DRAWS, "cases": cases}


def by_the_peer(low: np.ndarray, high: np.ndarray, seed: int) -> tuple[dict[str, Any], str]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("low.csv", "high.csv")]
        for file, table in zip(files, (low, high), strict=True):
            with file.open("w", newline="") as stream:
                csv.writer(stream).writerows(table.tolist())
        arguments = ["Rscript", str(SCRIPT), *map(str, files), str(DRAWS), str(seed)]
        lines = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    found: dict[str, Any] = {}
    for name, rows, columns, *figures in (line.split() for line in lines[1:]):
        # Who is never first has no central weights there, and no confidence factor.
        numbers = [None if figure in ("NA", "NaN") else float(figure) for figure in figures]
        found[name] = [numbers[at * int(columns) :][: int(columns)] for at in range(int(rows))]
    return found, lines[0].removeprefix("version").strip()


if __name__ == "__main__":
    FILE.write_text(json.dumps(recorded(), indent=1) + "\n", encoding="utf-8")

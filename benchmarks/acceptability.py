"""What acceptabilities cost: every rank and the weights that favour each, against the usual plain arrays.

Each side is a process of its own, in which matrix products run on one thread, and says itself how long the work took or
how much memory there was at most: `python -m benchmarks.acceptability SIDE ALTERNATIVES SAMPLES THREADS`.
"""

import json
import os
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np

from benchmarks.measure import Comparison, Run
from stratsel.analysis.acceptability import acceptabilities
from stratsel.analysis.space import AdmissibleWeights
from stratsel.engine.evaluate import evaluate
from stratsel.engine.problem import TOP, Hierarchy, Line, Problem
from stratsel.engine.selection import select
from stratsel.engine.value import ValueFunction
from stratsel.terms import Admissible

ROOT = Path(__file__).resolve().parents[1]
LEAVES = 12
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM")}
ANYWHERE = AdmissibleWeights(Admissible.ANYWHERE)
MIB_AS_MS = 1000
"""Peak memory stands where seconds do, so that what is printed as milliseconds is MiB."""


def comparisons() -> list[Comparison]:
    million = 1_000_000
    naive = "against dirichlet, a product, two argsorts, counts"
    what = f"all rank acceptabilities and central weights, 35 x {LEAVES}, {million:,} draws"
    peer = _side("naive", 35, million)
    return [
        Comparison("smaa", f"{what}, one thread, {naive}", _side("ours", 35, million), peer, 0.32, 7),
        Comparison("smaa-threads", f"{what}, two threads, {naive}", _side("ours", 35, million, 2), peer, 0.18, 7),
        Comparison(
            "smaa-1000",
            f"the same, 1,000 x {LEAVES}, 10,000 draws, one thread, {naive}",
            _side("ours", 1_000, 10_000),
            _side("naive", 1_000, 10_000),
            0.45,
            7,
        ),
        Comparison(
            "smaa-memory",
            f"peak memory in MiB, not ms: {what}, against 10,000 draws",
            _side("ours", 35, million, 1, "peak"),
            _side("ours", 35, 10_000, 1, "peak"),
            1.3,
            3,
        ),
    ]


def _side(side: str, alternatives: int, samples: int, threads: int = 1, figure: str = "seconds") -> Run:
    """Do the work in a process of its own, and return what that says."""
    arguments = [sys.executable, "-m", "benchmarks.acceptability", side, str(alternatives), str(samples), str(threads)]

    def run() -> float:
        done = subprocess.run(
            arguments, cwd=ROOT, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True
        )
        return float(json.loads(done.stdout)[figure])

    return run


def made(alternatives: int) -> Problem:
    """A problem with nothing open, weights all alike."""
    values = np.random.default_rng(1).uniform(0, 1, (alternatives, LEAVES))
    return Problem(
        alternatives=tuple(f"c-{row}" for row in range(alternatives)),
        hierarchy=Hierarchy(tuple(f"leaf-{at}" for at in range(LEAVES)), (TOP,) * LEAVES, (Fraction(1),) * LEAVES),
        value_functions=(ValueFunction((Fraction(0), Fraction(1)), (Fraction(0), Fraction(1))),) * LEAVES,
        worst_performances=values,
        best_performances=values,
        is_unknown=np.zeros(values.shape, dtype=bool),
        lines=(Line("first", 3), Line("second", 6)),
    )


def naive(values: np.ndarray, samples: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the shares of ranks (A, A) and the central weights (A, C) as one writes them down; ties as they fall."""
    size, leaves = values.shape
    weights = np.random.default_rng(1).dirichlet(np.ones(leaves), samples)
    ranks = np.argsort(np.argsort(-(weights @ values.T), axis=1), axis=1)
    shares, central = np.zeros((size, size)), np.zeros((size, leaves))
    for row in range(size):
        shares[row] = np.bincount(ranks[:, row], minlength=size) / samples
        is_first = ranks[:, row] == 0
        central[row] = weights[is_first].sum(axis=0) / max(1, is_first.sum())
    return shares, central


def _work(side: str, alternatives: int, samples: int, threads: int) -> float:
    problem = made(alternatives)
    evaluation = evaluate(problem)
    shortlist = select(problem, evaluation)
    begin = time.perf_counter()
    if side == "ours":
        acceptabilities(problem, evaluation, shortlist, ANYWHERE, samples=samples, threads=threads)
    else:
        naive(evaluation.partial_values, samples)
    return time.perf_counter() - begin


def _peak() -> float:
    """Return the peak of this process's own memory in MiB, where the system tells."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    name, *figures = sys.argv[1:]
    seconds = _work(name, *map(int, figures))
    print(json.dumps({"seconds": seconds, "peak": max(_peak(), 1.0) / MIB_AS_MS}))

"""Contenders run in turns, in shuffled order, in one run: the ratio is the result, seconds are for orientation."""

import gc
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

Run = Callable[[], float]
"""Does the work once and returns the seconds it took."""


@dataclass(frozen=True)
class Comparison:
    """Ours against a peer; `limit` is the largest ratio allowed."""

    name: str
    what: str
    ours: Run
    peer: Run
    limit: float
    rounds: int


@dataclass(frozen=True)
class Outcome:
    """Medians over the rounds; the ratio is taken round by round."""

    name: str
    what: str
    ratio: float
    lowest: float
    highest: float
    limit: float
    ours_seconds: float
    peer_seconds: float
    rounds: int

    @property
    def is_within(self) -> bool:
        return self.ratio <= self.limit


@dataclass
class Turns:
    """The seconds of every round."""

    ours: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)


def compare(comparison: Comparison, rounds: int | None = None, seed: int = 1) -> Outcome:
    """Run both sides in turns; the first round warms up and does not count."""
    shuffle, turns = random.Random(seed), Turns()
    sides = [(comparison.ours, turns.ours), (comparison.peer, turns.peer)]
    for _ in range((rounds or comparison.rounds) + 1):
        shuffle.shuffle(sides)
        for run, seconds in sides:
            gc.collect()
            seconds.append(run())
    ours, peer = turns.ours[1:], turns.peer[1:]
    ratios = [one / other for one, other in zip(ours, peer, strict=True)]
    return Outcome(
        comparison.name,
        comparison.what,
        median(ratios),
        min(ratios),
        max(ratios),
        comparison.limit,
        median(ours),
        median(peer),
        len(ratios),
    )


def timed(work: Callable[[], object]) -> Run:
    """Time work within this process."""

    def run() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return run


def process(arguments: Sequence[str], folder: Path | None = None, codes: Sequence[int] = (0,)) -> Run:
    """Time a whole process, from its start to its end."""

    def run() -> float:
        begin = time.perf_counter()
        done = subprocess.run(arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        seconds = time.perf_counter() - begin
        if done.returncode not in codes:
            raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
        return seconds

    return run


def stratsel() -> list[str]:
    """The installed program, else the module."""
    script = Path(sys.executable).with_name("stratsel.exe" if os.name == "nt" else "stratsel")
    return [str(script)] if script.exists() else [sys.executable, "-m", "stratsel"]

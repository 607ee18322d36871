"""Run the benchmarks: `python -m benchmarks [--only NAME] [--json]`, in the folder of the checkout."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.corpus import spoil, write_round
from benchmarks.measure import Comparison, Outcome, compare, process, stratsel, timed

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("help", "version", "check", "load", "check-bad", "value-rank", "value-rank-ties", "doubt-10000", "firmness",
         "flips-10000", "stability", "promethee-usual", "promethee-linear", "smaa",
         "smaa-threads", "smaa-1000", "smaa-memory", "rank-firmness", "docx-table", "html",
         "rank-10000")  # fmt: skip
DOSSIERS = 1_000


def comparisons(names: list[str], folder: Path) -> Iterator[Comparison]:
    """Yield the comparisons asked for; each makes what it needs."""
    for option in ("help", "version"):
        if option in names:
            what = f"stratsel --{option} against python -c pass, whole processes"
            empty = process([sys.executable, "-c", "pass"])
            yield Comparison(option, what, process([*stratsel(), f"--{option}"]), empty, 8, 15)
    if "check" in names:
        what = "stratsel check of the shipped round against plain_check.py, whole processes"
        plain = process([sys.executable, "-m", "benchmarks.plain_check"], ROOT)
        yield Comparison("check", what, process([*stratsel(), "check"], ROOT), plain, 1.25, 11)
    if "rank-firmness" in names:
        what = "stratsel rank of the shipped round against the same without firmness, whole processes"
        bare = process([*stratsel(), "rank", "--no-firmness"], ROOT)
        yield Comparison("rank-firmness", what, process([*stratsel(), "rank"], ROOT), bare, 1.3, 9)
    if "load" in names:
        yield _loading(write_round(folder / "load", DOSSIERS))
    if "check-bad" in names:
        yield _checking(write_round(folder / "bad", DOSSIERS))
    if {"value-rank", "value-rank-ties"} & set(names):
        from benchmarks.kernel import comparisons as kernels

        yield from (each for each in kernels() if each.name in names)
    if "doubt-10000" in names:
        from benchmarks.doubt import comparisons as doubts

        yield from doubts()
    if {"firmness", "flips-10000"} & set(names):
        from benchmarks.firmness import comparisons as studies

        yield from (each for each in studies() if each.name in names)
    if "stability" in names:
        from benchmarks.stability import comparisons as intervals

        yield from intervals()
    if {"promethee-usual", "promethee-linear"} & set(names):
        from benchmarks.methods import comparisons as flows

        yield from (each for each in flows() if each.name in names)
    if {"smaa", "smaa-threads", "smaa-1000", "smaa-memory"} & set(names):
        from benchmarks.acceptability import comparisons as acceptabilities

        yield from (each for each in acceptabilities() if each.name in names)
    if "html" in names:
        from benchmarks.reports import pages

        yield from pages()
    if "docx-table" in names:
        from benchmarks.reports import comparisons as tables

        yield from tables()


def _loading(folder: Path) -> Comparison:
    from benchmarks.plain_check import load_plainly
    from stratsel.intake.discover import select_round
    from stratsel.intake.load import load

    def ours() -> None:
        loaded = load(select_round([folder], None))
        assert loaded.round is not None
        assert len(loaded.round.table.candidates) == DOSSIERS
        assert not loaded.findings.rejects

    files = [file.stat().st_size for file in (folder / "candidates").iterdir()]
    what = (
        f"load and validate {len(files):,} dossiers of {sum(files) / len(files) / 1024:.1f} KiB in one process, "
        "against read, CSafeLoader and the same classes without places"
    )
    return Comparison("load", what, timed(ours), timed(lambda: load_plainly(folder)), 0.55, 5)


def _checking(folder: Path) -> Comparison:
    from benchmarks.plain_check import refused
    from stratsel.api import check

    bad = spoil(folder)

    def ours() -> None:
        findings = check([folder]).findings
        assert {Path(each.where.file).name for each in findings} == bad
        assert all(each.where.span is not None for each in findings)

    what = (
        f"check {DOSSIERS:,} dossiers of which {len(bad)} are bad, every finding placed, in one process, "
        "against read, CSafeLoader and the same classes without places"
    )
    return Comparison("check-bad", what, timed(ours), timed(lambda: refused(folder)), 0.6, 5)


def rank_many(folder: Path, count: int = 10_000) -> dict[str, float]:
    """Rank a large round once, as one process: seconds, and the peak of its memory in MiB where the system tells."""
    write_round(folder, count)
    seconds = process([*stratsel(), "rank", "candidates", "--format", "json", "-o", "ranking.json"], folder)()
    try:
        import resource
    except ImportError:
        return {"seconds": seconds}
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"seconds": seconds, "peak_mib": peak / (1024 * 1024 if sys.platform == "darwin" else 1024)}


def surroundings() -> dict[str, str]:
    found = {"python": platform.python_version(), "system": platform.system(), "cpus": str(os.cpu_count())}
    for package in ("stratsel", "numpy", "pydantic", "pyyaml", "typer"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "from the tree"
    return found


def line(outcome: Outcome) -> str:
    mark = "ok  " if outcome.is_within else "OVER"
    return (
        f"{mark} {outcome.name:16s} {outcome.ratio:7.2f}x  limit {outcome.limit:g}x  "
        f"[{outcome.lowest:.2f} to {outcome.highest:.2f}, {outcome.rounds} rounds]  "
        f"{outcome.ours_seconds * 1000:.1f} ms / {outcome.peer_seconds * 1000:.1f} ms  {outcome.what}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--rounds", type=int, help="how often each side runs, instead of the benchmark's own number")
    parser.add_argument("--json", action="store_true", help="write JSON")
    arguments = parser.parse_args()
    names = arguments.only or [name for name in NAMES if name != "rank-10000"]
    outcomes, large = [], None
    with tempfile.TemporaryDirectory() as temporary:
        for comparison in comparisons(names, Path(temporary)):
            outcomes.append(compare(comparison, arguments.rounds))
            if not arguments.json:
                print(line(outcomes[-1]), flush=True)
        if "rank-10000" in names:
            large = rank_many(Path(temporary) / "rank")
            if not arguments.json:
                memory = f", peak {large['peak_mib']:.0f} MiB" if "peak_mib" in large else ""
                print(f"     rank-10000       {large['seconds']:.1f} s{memory}  stratsel rank of 10,000 dossiers, once")
    if arguments.json:
        results = [asdict(outcome) | {"is_within": outcome.is_within} for outcome in outcomes]
        print(json.dumps({"surroundings": surroundings(), "results": results, "rank_10000": large}, indent=2))
    else:
        print(", ".join(f"{name} {value}" for name, value in surroundings().items()))
    return 0 if all(outcome.is_within for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())

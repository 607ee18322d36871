"""Files written to break the tool: findings or nothing, soon, in little memory, and never a sign for the terminal."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from stratsel.files.read import MAX_BYTES

HERE = Path(__file__).parent
CORPUS = runpy.run_path(str(HERE / "corpus.py"))
SECONDS, MEBIBYTES = 5, 200
WARNINGS = frozenset({"ST321", "ST409", "ST424"})
UNRANKED = {"ten-thousand-leaves", "levels-of-every-leaf"}
"""Only checked: ranking takes longer with every leaf, and is for files that people have accepted."""
UNSTUDIED = {"three-thousand-leaves"}
"""Ranked without the study of firmness, which draws each open judgement: that takes longer with every leaf."""


def run(folder, cases):
    """Run the commands on every case; return by name what each command came to."""
    for name, (_, files) in cases.items():
        shutil.copytree(CORPUS["ROUND"], folder / name)
        for file, content in files.items():
            path = folder / name / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
            assert path.stat().st_size <= MAX_BYTES + 1, name
        for names, mark in ((UNRANKED, "unranked"), (UNSTUDIED, "unstudied")):
            if name in names:
                (folder / name / mark).touch()
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "LANG": "C.UTF-8"}
    command = [sys.executable, str(HERE / "run.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]
    found = defaultdict(dict)
    for line in done.stdout.splitlines():
        name, command, *rest = json.loads(line)
        found[name][command] = rest
    assert found.keys() == cases.keys()
    return found


def complaints(name, expected, commands):
    """Yield what is not as it should be."""
    rejects = int(bool(expected - WARNINGS))
    for command, (code, seconds, peak, codes, unseen, said) in commands.items():
        about = name, command
        if code != rejects:
            yield *about, f"exit code {code}", said
        if seconds >= SECONDS or peak >= MEBIBYTES:
            yield *about, f"{seconds:.1f} s, {peak} MiB"
        if unseen:
            yield *about, f"shows {unseen}"
        if codes is not None and set(codes) != expected:
            yield *about, f"found {codes}"


def look_at(folder, cases):
    found = run(folder, cases)
    assert [each for name, (expected, _) in cases.items() for each in complaints(name, expected, found[name])] == []


def test_some_small_files_break_nothing(tmp_path):
    """One in six of those below, for the quick suite."""
    look_at(tmp_path, dict(list(CORPUS["SMALL"].items())[::6]))


@pytest.mark.slow
def test_no_small_file_breaks_the_tool(tmp_path):
    look_at(tmp_path, CORPUS["SMALL"])


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPUS["LARGE"])
def test_no_large_file_breaks_the_tool(tmp_path, name):
    """Each in a process of its own, so that the peak of the memory is its own, too."""
    look_at(tmp_path, {name: CORPUS["LARGE"][name]})

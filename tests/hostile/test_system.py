"""What a system puts in the way: links, pipes, devices, permissions, names, files that change, and full disks."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from stratsel.api import check
from stratsel.cli.app import run
from stratsel.errors import UsageError
from stratsel.files import folder as files
from stratsel.files.folder import Folder

A, B, C, S, D = "candidates/alpha.yaml", "candidates/beta.yaml", "criteria/meals.yaml", "sources.yaml", "decision.yaml"
P, T = "panel/mps.yaml", "sources/report.txt"
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a device that is always full is of Linux")
HAS_DEVICES = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such devices")


def link(path, target):
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links for this user")


def codes(small_round):
    return {code for code, *_ in small_round.found()}


# --- what is no file ------------------------------------------------------------------------------


@HAS_DEVICES
@pytest.mark.parametrize(
    "device", ["/dev/zero", "/dev/full", "/dev/random", "/dev/tty", "/dev/stdin", "/proc/self/mem"]
)
@pytest.mark.parametrize("file", [A, C, S, D, P])
def test_a_link_to_a_device(small_round, file, device):
    """It leads out of the round, so that nothing of it is read."""
    link(small_round.folder / file, device)
    assert codes(small_round) == {"ST127"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("file", [D, P])
def test_a_pipe_beside_the_dossiers(small_round, file):
    (small_round.folder / file).parent.mkdir(exist_ok=True)
    os.mkfifo(small_round.folder / file)
    assert small_round.found() == [("ST126", file, 1, 1)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_somebody_writes_into(small_round):
    """What arrives is not read either: a check whose outcome depends on the moment is none."""
    path = small_round.folder / A
    path.unlink()
    os.mkfifo(path)
    keeper = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    try:
        os.write(keeper, b"stratsel: candidate/1\n")
        assert small_round.found() == [("ST126", A, 1, 1)]
    finally:
        os.close(keeper)


@pytest.mark.parametrize("name", ["candidates", "criteria", "panel"])
def test_a_folder_that_is_a_link_to_itself(small_round, name):
    folder = small_round.folder / name
    if folder.exists():
        folder.rename(small_round.folder / "elsewhere")
    link(folder, name)
    with pytest.raises(UsageError):
        small_round.check()


@pytest.mark.parametrize("name", ["candidates", "criteria"])
def test_an_empty_folder(small_round, name):
    for file in (small_round.folder / name).iterdir():
        file.unlink()
    with pytest.raises(UsageError):
        small_round.check()


def test_two_files_that_link_to_each_other(small_round):
    link(small_round.folder / A, "beta.yaml")
    link(small_round.folder / B, "alpha.yaml")
    assert small_round.found() == [("ST125", A, 1, 1), ("ST125", B, 1, 1)]


@pytest.mark.parametrize(
    "name",
    [
        "-.yaml",
        "..yaml",
        "...yaml",
        "a\nb.yaml",
        "a\tb.yaml",
        "a\x1b[2Jb.yaml",
        "a\u202eb.yaml",
        f"{'n' * 240}.yaml",
        "--help.yaml",
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such names")
def test_names_of_files(small_round, name, capsys):
    """What begins with a dot is none of ours; all else is a dossier, whose id is not its name."""
    small_round.put(f"candidates/{name}", small_round.text(B).replace("id: beta", "id: gamma"))
    found = codes(small_round)
    assert found == (set() if name.startswith(".") else {"ST402"})
    for form in ("text", "concise", "json", "github", "gitlab", "sarif", "junit"):
        assert run(["check", str(small_round.folder), "--format", form]) == int(bool(found))
        shown = capsys.readouterr()
        assert not set(shown.out + shown.err) & {"\x1b", "\u202e", "\t"}


@pytest.mark.parametrize("path", ["-x", "--", "..", "nul", "a\x1b[2Jb", "\udcff", "x" * 5_000, "a\nb", "a\0b"])
def test_paths_that_are_nothing(small_round, path, monkeypatch, capsys):
    monkeypatch.chdir(small_round.folder)
    assert run(["check", "--", path]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("stratsel: ") and "\x1b" not in shown.err


# --- what changes while it is read ----------------------------------------------------------------


@pytest.mark.parametrize(
    "after", [None, b"", b"stratsel: candidate/1\nid: alpha\n", b"\xff"], ids=["gone", "empty", "other", "binary"]
)
@pytest.mark.parametrize("file", [A, C])
def test_a_file_that_changes_before_its_places_are_looked_up(small_round, monkeypatch, file, after):
    """The finding has no line any more, and says why."""
    old, new = ("level: 3", "level: 9") if file == A else ("weight: 60", "weight: -1")
    small_round.edit(file, old, new)
    real, read = Folder.read, []

    def change_after_reading(self, path):
        if read.count(path) == 1 and path == file:
            (self.root / path).unlink() if after is None else (self.root / path).write_bytes(after)
        read.append(path)
        return real(self, path)

    monkeypatch.setattr(Folder, "read", change_after_reading)
    assert "ST128" in {each.code.value for each in small_round.check().findings}


def test_a_file_that_vanishes_between_the_list_and_the_look(small_round, monkeypatch):
    real = Folder.read
    monkeypatch.setattr(Folder, "read", lambda self, path: (self.root / A).unlink(missing_ok=True) or real(self, path))
    assert small_round.found() == [("ST125", A, 1, 1)]


def test_a_file_that_grows_while_it_is_read(small_round, monkeypatch):
    """Its size was small when it was asked for; no more than the limit is ever read."""
    path = small_round.folder / A
    real = os.fstat

    def small(handle):
        found = list(real(handle))
        found[6] = 10
        return os.stat_result(found)

    path.write_bytes(small_round.text(A).encode() + b"# " + b"x" * (2 << 20))
    monkeypatch.setattr(files.read_bytes.__globals__["os"], "fstat", small)
    assert small_round.found() == [("ST120", A, 1, 1)]


@pytest.mark.slow
def test_files_that_are_written_all_the_time(small_round):
    """A check meets whole files, cut ones and none; it always ends with findings or without."""
    texts, stop = [small_round.text(A), small_round.text(A)[:200], ""], threading.Event()

    def write():
        at = 0
        while not stop.is_set():
            (small_round.folder / A).write_bytes(texts[at % 3].encode())
            at += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(150):
            assert {each.where.file for each in small_round.check().findings} <= {(small_round.folder / A).as_posix()}
    finally:
        stop.set()
        writer.join()


# --- where output goes ----------------------------------------------------------------------------


def ended(folder, *arguments, stdout=subprocess.PIPE):
    command = [sys.executable, "-m", "stratsel", *arguments]
    return subprocess.run(command, cwd=folder, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60)


@ON_LINUX
@pytest.mark.parametrize("command", [["check", "--format", "json"], ["rank", "candidates"]])
def test_a_full_disk_on_standard_output(small_round, command):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = ended(small_round.folder, *command, stdout=full)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


@pytest.mark.slow
@ON_LINUX
@pytest.mark.parametrize("command", [["check", "--format", "json"], ["rank", "candidates"]])
def test_a_full_disk_in_the_place_of_a_file(small_round, command):
    done = ended(small_round.folder, *command, "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_may_not_be_written(small_round):
    (small_round.folder / "sealed").mkdir(mode=0o500)
    assert ended(small_round.folder, "check", "-o", "sealed/findings.txt").returncode == 2


def test_nothing_of_a_round_is_run(small_round):
    """Modules that lie in a round, and settings of the interpreter there, are no part of the tool."""
    for name in ("yaml.py", "json.py", "sitecustomize.py", "conftest.py", "stratsel.py"):
        small_round.put(name, "raise SystemExit('run')\n")
    script = Path(sys.executable).with_name("stratsel")
    if not script.exists():
        pytest.skip("the program is not installed")
    done = subprocess.run([str(script), "check"], cwd=small_round.folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_library_takes_any_path(small_round):
    with pytest.raises(UsageError):
        check([small_round.folder / "\udcff"])

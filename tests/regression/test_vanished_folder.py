"""A folder that is removed while somebody stands in it: a fault of the tool was reported."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="this system keeps a folder that somebody is in")
@pytest.mark.parametrize("command", ["check", "new gamma", "check --format sarif ../round", "init"])
def test_nothing_can_be_done_there(small_round, command):
    gone = small_round.folder.parent / "gone"
    gone.mkdir()
    script = f'rmdir "$PWD"; "$0" -m stratsel {command}'
    done = subprocess.run(["sh", "-c", script, sys.executable], cwd=gone, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "stratsel: the folder that you are in is not there any more\n"

"""Standard streams that are closed or full: a fault of the tool was reported, or the exit code of findings given."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the shell and the device are of Linux")


def ended(folder, arguments, redirection):
    command = f'set -o pipefail; "$0" -m stratsel {arguments} {redirection}'
    done = subprocess.run(
        ["bash", "-c", command, sys.executable], cwd=folder, capture_output=True, text=True, timeout=60
    )
    assert "fault" not in done.stderr and "Traceback" not in done.stderr
    return done.returncode


@pytest.mark.parametrize("arguments", ["check --format json", "--help", "rule --help", "--version"])
@pytest.mark.parametrize(
    ("redirection", "code"),
    [
        ("| true", 0),
        ("<&-", 0),
        ("2>&-", 0),
        ("2>/dev/full", 0),
        (">&-", 2),
        (">/dev/full", 2),
        (">&- 2>&-", 2),
    ],
)
def test_results_that_arrive_are_fine_and_others_are_not(small_round, arguments, redirection, code):
    assert ended(small_round.folder, arguments, redirection) == code


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(("arguments", "code"), [("rank", 1), ("schema candidate --criteria criteria/meals.yaml", 1)])
def test_a_refusal_that_nobody_reads(small_round, arguments, code, redirection):
    small_round.edit("criteria/meals.yaml", "weight: 60", "weight: -1")
    assert ended(small_round.folder, arguments, redirection) == code
    assert ended(small_round.folder, "nothing-of-ours", redirection) == 2


def test_a_closed_input_says_nothing(small_round):
    assert ended(small_round.folder, "check - --stdin-filename candidates/alpha.yaml", "<&-") == 1

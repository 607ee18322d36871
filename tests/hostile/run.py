"""Runs `check` and `rank` of every round in a folder in one process with little memory, as the command line does.

`python run.py FOLDER` prints one line of JSON for each command: the round, the command, the exit code, the seconds, the
peak of the process in MiB, how often each code stands on standard output, and what a terminal must never get.
"""

import collections
import io
import json
import os
import re
import signal
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

ADDRESS_SPACE = 600 << 20
DEADLINE = 20
"""Seconds of this process, however busy the machine, after which a command is given up; the others are still run."""
COMMANDS = {
    "check": ["check", "--format", "json"],
    "text": ["check", "--format", "text", "--all"],
    "table": ["rank", "candidates", "--format", "table"],
    "csv": ["rank", "candidates", "--format", "csv"],
    "markdown": ["rank", "candidates", "--format", "markdown"],
}
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def give_up(number, frame):
    raise TimeoutError(f"not ready in {DEADLINE} s")


def peak_of_process(resource):
    """Return the most memory that this process has held, in MiB.

    `ru_maxrss` would count what the process that started it held; Linux tells the two apart.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) >> 10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss if resource else 0
    return peak >> (20 if sys.platform == "darwin" else 10)


def main():
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        import resource
    except ImportError:
        resource = None
    else:
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        signal.signal(signal.SIGPROF, give_up)
    from stratsel.cli.app import run

    for folder in sorted(Path(sys.argv[1]).iterdir()):
        os.chdir(folder)
        for name, arguments in COMMANDS.items():
            out, err = io.StringIO(), io.StringIO()
            began = time.process_time()
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_PROF, DEADLINE)
            with redirect_stdout(out), redirect_stderr(err):
                is_rank = arguments[0] == "rank"
                code = run([*arguments, *(["--no-firmness"] if is_rank and Path("unstudied").exists() else [])])
            took = time.process_time() - began
            peak = peak_of_process(resource)
            shown = (out.getvalue() + err.getvalue()).replace("\r\n", "\n")
            codes = None
            if name == "check" and code in (0, 1):
                codes = collections.Counter(each["code"] for each in json.loads(out.getvalue())["findings"])
            unseen = sorted({f"U+{ord(sign):04X}" for sign in UNSEEN.findall(shown)})
            print(json.dumps([folder.name, name, code, took, peak, codes, unseen, err.getvalue()[-300:]]), flush=True)
            if name == "text" and (code or Path("unranked").exists()):
                break


if __name__ == "__main__":
    main()

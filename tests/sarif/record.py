"""Writes `findings.sarif`, lets Microsoft's validator judge it, and writes what it says into `validated.txt`."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from stratsel import api
from stratsel.diagnostics.render.sarif import render

HERE = Path(__file__).parent
ROUND = HERE.parent / "small-round"
PACKAGE = "@microsoft/sarif-multitool-linux@5.7.0"
OPTIONS = ("--rule-kind", "Sarif;Gh", "--level", "Error;Warning;Note", "--log", "ForceOverwrite")


def broken_round(folder: Path) -> None:
    """Put a round into an empty folder that has findings of several severities, places and odd names."""
    shutil.copytree(ROUND, folder, dirs_exist_ok=True)
    beta = folder / "candidates" / "beta.yaml"
    text = beta.read_text(encoding="utf-8")
    beta.write_text(text.replace("  menu:", "  mneu:").replace("proposer:", "propser:"), encoding="utf-8")
    odd = 'stratsel: candidate/1\nid: odd\ntitle: Odd\nproposer: council\nassessments: {}\n"{0} [a](b.example)": 1\n'
    (folder / "candidates" / "máy bay, 100%.yaml").write_text(odd, encoding="utf-8")


def log_of(folder: Path) -> str:
    """Return what the tool writes of a round from within its folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        found = api.check()
        return render(found.findings, found.places, "en")
    finally:
        os.chdir(before)


def main() -> None:
    """Record both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "round").mkdir()
        broken_round(folder / "round")
        (HERE / "findings.sarif").write_text(log_of(folder / "round"), encoding="utf-8", newline="\n")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE], cwd=folder, check=True)
        validator = folder / "node_modules" / PACKAGE.rpartition("@")[0] / "Sarif.Multitool"
        done = subprocess.run(
            [validator, "validate", "findings.sarif", *OPTIONS, "--output", folder / "said.sarif"],
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            cwd=HERE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    said = done.stdout.replace(f"{HERE.as_posix()}/", "")
    lines = [line.rstrip() for line in said.splitlines() if re.match(r"findings\.sarif|\d+ files|Done|Analysis", line)]
    command = f"Sarif.Multitool validate findings.sarif {' '.join(OPTIONS[:4])}"
    head = [f"{PACKAGE}: {command}", f"exit code {done.returncode}", ""]
    (HERE / "validated.txt").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Does what a page of the manual says, and gives the page back with every output as it really is.

A block `yaml PATH` is a file to write, `diff PATH` changes one, `python` is run and the `text` block right after it is
its output, `console` holds commands (`$ stratsel ...`) with what they print, standard error included.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASE = ("docs/criteria.md", "docs/dossier.md")
"""The pages whose files make up the round of the manual; the other pages go on with it."""
SHIPPED = ("README.md", "docs/robustness.md", "docs/round-2025.md")
"""The pages that begin beside the shipped round."""

_BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<path>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"stratsel(?P<words>[^|;]*)(?:\| head -n (?P<head>\d+))?(?P<code>; echo \$\?)?")


def pages() -> list[str]:
    """Return the pages, relative to the repository, the front page first."""
    return ["README.md", *sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md"))]


def page_text(page: str) -> str:
    """Return the text of a page, nothing where there is none."""
    return (ROOT / page).read_text(encoding="utf-8") if (ROOT / page).is_file() else ""


def prepare(page: str, folder: Path) -> None:
    """Put the round beside which a page begins into `folder`."""
    if page in SHIPPED:
        for part in ("criteria", "candidates", "panel", "scenarios"):
            shutil.copytree(ROOT / part, folder / part)
        for file in ("sources.yaml", "decision.yaml"):
            shutil.copy(ROOT / file, folder)
    else:
        for base in BASE:
            for block in _BLOCK.finditer(page_text(base)):
                _write(block, folder)


def refreshed(text: str, folder: Path) -> str:
    """Return a page with the outputs that its commands have in `folder`, where its files are written on the way."""
    pieces, at, output = [], 0, ""
    for block in _BLOCK.finditer(text):
        content = block["text"]
        _write(block, folder)
        if block["kind"] == "console":
            content = "".join(_console(line, folder) for line in content.splitlines() if line.startswith("$ "))
        elif block["kind"] == "text" and output:
            content = output
        output = _run(["-c", block["text"]], folder)[0] if block["kind"] == "python" else ""
        pieces += [text[at : block.start("text")], content]
        at = block.end("text")
    return "".join([*pieces, text[at:]])


def _write(block: re.Match[str], folder: Path) -> None:
    """Write or change the file of a block that has a path; the first file of another round clears the folder."""
    if not block["path"]:
        return
    file = folder / block["path"]
    if block["kind"] == "diff":
        old, new = (_side(block["text"], sign) for sign in "-+")
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{block['path']} holds this {text.count(old)} times:\n{old}"
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    elif block["kind"] == "yaml":
        if file.parent.name == "criteria" and not file.exists():
            for entry in folder.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        file.parent.mkdir(exist_ok=True)
        file.write_text(block["text"], encoding="utf-8", newline="\n")


def _side(diff: str, sign: str) -> str:
    return "".join(line[1:] for line in diff.splitlines(keepends=True) if line[0] in (sign, " "))


def _console(line: str, folder: Path) -> str:
    command = _COMMAND.fullmatch(line.removeprefix("$ "))
    assert command is not None, f"no command that a page may show: {line}"
    output, code = _run(["-m", "stratsel", *shlex.split(command["words"])], folder)
    if command["head"]:
        output = "".join(output.splitlines(keepends=True)[: int(command["head"])])
    shown = "".join(f"{each.rstrip()}\n" for each in output.splitlines())
    return f"{line}\n{shown}" + (f"{code}\n" if command["code"] else "")


def _run(arguments: list[str], folder: Path) -> tuple[str, int]:
    """Run a command; a page shows what people see on a terminal, so findings are text."""
    quiet = {
        name: value for name, value in os.environ.items() if name not in ("STRATSEL_LANG", "LC_ALL", "LC_MESSAGES")
    }
    done = subprocess.run(  # noqa: PLW1510 - a code other than 0 may be what the page shows
        [sys.executable, *arguments],
        cwd=folder,
        env={
            **quiet,
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "TERM": "dumb",
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "STRATSEL_FORMAT": "text",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout, done.returncode

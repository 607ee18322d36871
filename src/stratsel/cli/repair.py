"""Safe repairs on the command line: shown as a diff, or made before a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stratsel import api
from stratsel.cli.output import emit, remark
from stratsel.errors import UsageError
from stratsel.language.catalogue import N_, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from stratsel.intake.repair import Repairs

NOTHING = N_("there is nothing to repair")
ONE = N_("1 repair in 1 file")
IN_ONE_FILE = N_("{count} repairs in 1 file")
IN_FILES = N_("{count} repairs in {files} files")


def show_repairs(repairs: Repairs, language: str, output: Path | None, *, is_quiet: bool) -> None:
    """Write what repairs would change, as a unified diff."""
    from stratsel.diagnostics.render.diff import diff

    emit("".join(diff(each.name, *each.texts) for each in repairs.files), output)
    _count(repairs, language, is_quiet=is_quiet)


def make_repairs(paths: Sequence[Path], criteria: Path | None, language: str, *, is_quiet: bool) -> None:
    """Repair files, and say how many repairs were made.

    Raises:
        UsageError: the paths do not name one round, or a file has changed meanwhile or cannot be written.
    """
    _count(api.fix(paths, criteria=criteria), language, is_quiet=is_quiet)


def refuse_together(diff: bool, fix: bool, content: bytes | None) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: both options are given, or standard input is to be written to.
    """
    if diff and fix:
        raise UsageError(N_("--diff shows what --fix does; give one of them"))
    if fix and content is not None:
        raise UsageError(N_("--fix writes files, so it does not go with -; --diff does"))


def _count(repairs: Repairs, language: str, *, is_quiet: bool) -> None:
    if is_quiet:
        return
    count, files = repairs.count, len(repairs.files)
    if count == 0:
        sentence = NOTHING
    elif count == 1:
        sentence = ONE
    else:
        sentence = IN_FILES if files > 1 else IN_ONE_FILE
    remark(f"stratsel: {say(language, sentence, count=count, files=files)}")

"""The page that GitHub shows of a run, to which a step may add."""

import os
from pathlib import Path

from stratsel.api import Check
from stratsel.cli.output import remark
from stratsel.files.read import obstacle_of
from stratsel.language.catalogue import N_, say

VARIABLE = "GITHUB_STEP_SUMMARY"
"""Where a step finds the name of the file that becomes its part of the page."""
LIMIT = 900_000
"""The bytes that the file is filled to; GitHub drops one of more than 1 MiB."""


def add_step_summary(check: Check, language: str) -> None:
    """Append the findings to the step's part of the page, if there is one; where it cannot be written, say so."""
    name = os.environ.get(VARIABLE)
    if not name:
        return
    from stratsel.diagnostics.render.markdown import table

    file = Path(name)
    try:
        taken = file.stat().st_size if file.exists() else 0
        with file.open("ab") as stream:
            stream.write(table(check.findings, check.places, language, LIMIT - taken).encode())
    except OSError as error:
        reason = obstacle_of(error).label(language)
        sentence = N_("cannot write the step's summary: {obstacle}")
        remark(f"stratsel: {say(language, sentence, obstacle=reason)}")

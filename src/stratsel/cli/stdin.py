"""Standard input on the command line: `-` in the place of a file."""

import sys
from collections.abc import Sequence
from pathlib import Path

from stratsel.errors import UsageError
from stratsel.files.stdin import read_stream
from stratsel.language.catalogue import N_

DASH = Path("-")


def paths_and_input(paths: Sequence[Path], stands_for: Path | None) -> tuple[Sequence[Path], bytes | None]:
    """Return the paths to check, and the content of standard input if it stands for the one path.

    Raises:
        UsageError: `-` and the name of the file that it stands for do not come together, or other paths beside them.
    """
    if DASH not in paths:
        if stands_for is not None:
            raise UsageError(N_("--stdin-filename goes with - in the place of the paths"))
        return paths, None
    if stands_for is None:
        raise UsageError(N_("- needs --stdin-filename, the file of the round that it stands for"))
    if len(paths) > 1:
        raise UsageError(N_("- stands alone; the rest of the round is read from disk"))
    return [stands_for], read_stream(sys.stdin.buffer)

"""Lays the files of an example over the shared round in `base/`."""

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from stratsel.diagnostics.page import Block

BASE = Path(__file__).parent / "base"

_TOP_LEVEL_KEY = re.compile(r"^([A-Za-z][\w.-]*):", re.MULTILINE)

Lay = Callable[[Iterable[Block]], tuple[Path, dict[str, int]]]
"""Returns the folder of the round and, for each file of which a part was replaced, how many lines stand before it."""


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay blocks over a fresh copy of the shared round: a path that is there is replaced, a new one added."""

    def over(blocks: Iterable[Block]) -> tuple[Path, dict[str, int]]:
        folder = tmp_path / "a-round"
        shutil.copytree(BASE, folder)
        shifts = {}
        for block in blocks:
            target = folder / block.path
            text = block.text
            if block.is_part:
                text, shifts[block.path] = replace_part(target.read_text(encoding="utf-8"), block.text)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        return folder, shifts

    return over


def replace_part(whole: str, part: str) -> tuple[str, int]:
    """Put the top-level keys of `part` in the place of the same keys of `whole`, new ones at its end.

    Returns the text and the number of lines before the part, which stands in it in one piece: where the first of
    its keys stood, or at the end.
    """
    keys = [key for key, _ in _chunks(part)]
    kept: list[str] = []
    at: int | None = None
    for key, chunk in _chunks(whole):
        if key in keys:
            at = len(kept) if at is None else at
        else:
            kept.append(chunk)
    at = len(kept) if at is None else at
    before = "".join(kept[:at])
    return before + part + "".join(kept[at:]), before.count("\n")


def _chunks(text: str) -> list[tuple[str, str]]:
    starts = [found.start() for found in _TOP_LEVEL_KEY.finditer(text)]
    ends = [*starts[1:], len(text)]
    return [(text[start : text.index(":", start)], text[start:end]) for start, end in zip(starts, ends, strict=True)]

"""What repairs change in a file, as a unified diff: the lines stay in their places, so nothing is searched."""

import re
from collections.abc import Iterator

from stratsel.language.visible import visible

CONTEXT = 3
"""The lines shown before and after a change."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_NO_END = "\\ No newline at end of file"


def diff(name: str, before: str, after: str) -> str:
    r"""Return what differs between two texts of as many lines, as a unified diff, and nothing where they are the same.

    What cannot be seen is shown as an escape; the end of a line only where ends differ, then `\r` for those with one.

    Raises:
        ValueError: one text has more lines than the other.
    """
    old, new = _lines(before), _lines(after)
    if len(old) != len(new):
        raise ValueError("a repair changed the number of lines")
    changed = [at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if not changed:
        return ""
    shows_ends = any(old[at][1] != new[at][1] for at in changed)
    shown = visible(name)
    lines = [f"--- {shown}", f"+++ {shown}"]
    for hunk in _hunks(changed, len(old)):
        lines.append(f"@@ -{_extent(hunk)} +{_extent(hunk)} @@")
        lines.extend(_hunk_lines([old[at] for at in hunk], [new[at] for at in hunk], shows_ends))
    return "".join(f"{line}\n" for line in lines)


def _lines(text: str) -> list[tuple[str, str]]:
    """Return each line and its end; what follows the last end is a line only if there is something."""
    return [(line, end) for line, end in _LINE.findall(text) if line or end]


def _hunks(changed: list[int], count: int) -> Iterator[range]:
    """Yield the stretches of lines to show: each change with its context, near ones together."""
    first = last = changed[0]
    for at in changed[1:]:
        if at - last - 1 > 2 * CONTEXT:
            yield range(max(first - CONTEXT, 0), min(last + CONTEXT + 1, count))
            first = at
        last = at
    yield range(max(first - CONTEXT, 0), min(last + CONTEXT + 1, count))


def _extent(hunk: range) -> str:
    return f"{hunk.start + 1},{len(hunk)}" if len(hunk) != 1 else str(hunk.start + 1)


def _hunk_lines(old: list[tuple[str, str]], new: list[tuple[str, str]], shows_ends: bool) -> Iterator[str]:
    """Yield the lines of a hunk, those taken out before those put in, as long as lines next to each other change."""
    put_in: list[str] = []
    for before, after in zip(old, new, strict=True):
        if before == after:
            yield from put_in
            put_in = []
            yield from _shown(" ", before, shows_ends)
        else:
            yield from _shown("-", before, shows_ends)
            put_in.extend(_shown("+", after, shows_ends))
    yield from put_in


def _shown(sign: str, line: tuple[str, str], shows_ends: bool) -> Iterator[str]:
    text, end = line
    yield sign + visible(text + (end.removesuffix("\n") if shows_ends else ""))
    if not end:
        yield _NO_END

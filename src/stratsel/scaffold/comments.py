"""Lines of words as comments of a YAML file; no word in them can end the comment."""

import textwrap
from collections.abc import Iterable

_WIDTH = 100
_FURTHER = "  "


def comments(lines: Iterable[str], indent: str = "") -> str:
    """Return lines as comments, the long ones wrapped; each holds nothing that ends a line."""
    return "".join(f"{indent}# {part}\n" for line in lines for part in _wrapped(line, _WIDTH - len(indent)))


def _wrapped(line: str, width: int) -> list[str]:
    own = line[: len(line) - len(line.lstrip(" "))]
    return textwrap.wrap(line, width, subsequent_indent=own + _FURTHER, break_on_hyphens=False) or [""]

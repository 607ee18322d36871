"""A text as a value of a YAML file on one line: the reader's inverse for texts."""

import json
import re

from stratsel.reading.scalar import NOT_KEYS, plain_scalar

_PLAIN = re.compile(r"[^\W_](?:[\w ./()&+%–-]*[\w.)%])?")
"""What can stand without quotes wherever a key or a value can: nothing in it ends a value or begins a comment."""


def as_yaml(text: str) -> str:
    """Return a text as the file writes it: without quotes where it then reads as itself, else in double quotes."""
    if _PLAIN.fullmatch(text) and text not in NOT_KEYS and isinstance(plain_scalar(text), str):
        return text
    return json.dumps(text, ensure_ascii=False)

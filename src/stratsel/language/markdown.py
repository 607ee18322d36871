"""Foreign text in Markdown: it renders as itself and never becomes markup, a link or a mention."""

import re

from stratsel.language.visible import visible

WORD_JOINER = "\u2060"
"""Takes no room and breaks no line; GitHub looks for addresses and mentions after escapes are gone, and stops here."""

_ALWAYS = re.compile(r"[\\`*\[\]<>|~$#]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|:(?=//)|(?<=www)\.", re.IGNORECASE)
_MENTION = re.compile(r"@(?=\S)|(?<=\\#)(?=\d)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
_START = re.compile(r"[-+=](?!\d)|\d+(?=[.)](?:\s|$))")


def escape(text: str) -> str:
    """Return a text that renders as itself wherever it stands, be it at the start of a block or in a table."""
    escaped = _ALWAYS.sub(r"\\\g<0>", visible(text).strip())
    escaped = _MENTION.sub(lambda found: f"{found.group()}{WORD_JOINER}", escaped)
    start = _START.match(escaped)
    if start is None:
        return escaped
    at = start.end() if start.group().isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def code(text: str) -> str:
    """Return a text as code, in a fence longer than any run of backticks in it."""
    shown = visible(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    space = " " if "`" in shown else ""
    return f"{fence}{space}{shown}{space}{fence}"

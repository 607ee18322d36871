"""The page of a code for people: as text, and as Markdown for the services that show it beside a finding.

What stands in braces in a message is a fact, which comes from the file.
"""

from collections.abc import Iterable, Iterator

from stratsel.diagnostics.page import Block, Rule
from stratsel.diagnostics.render.summary import SEVERITIES
from stratsel.language.catalogue import N_, say

_MESSAGE = N_("Message")
_CURE = N_("Cure")
_EXAMPLE = N_("Example")
_MENDED = N_("Mended")


def page(rule: Rule, language: str) -> str:
    """Return all that a page says in one language: the defect, the cure, why, an example, and the same mended."""
    severity = SEVERITIES[language][rule.severity]
    since = say(language, N_("since {version}"), version=rule.since)
    lines = [
        f"{rule.code} {rule.name} ({severity}, {since})",
        "",
        f"{say(language, _MESSAGE)}: {rule.message[language]}",
        f"{say(language, _CURE)}: {rule.help[language]}",
        "",
        *rule.body[language].splitlines(),
    ]
    for title, block in _titled(rule, language):
        lines += ["", f"{title}: {block.path}", *(f"    {line}".rstrip() for line in block.text.splitlines())]
    return "".join(f"{line}\n" for line in lines)


def markdown(rule: Rule, language: str) -> str:
    """Return why a code is found, the cure and the examples, as Markdown."""
    parts = [rule.body[language], f"{say(language, _CURE)}: {rule.help[language]}"]
    parts += [f"{title}: `{block.path}`\n\n```yaml\n{block.text}```" for title, block in _titled(rule, language)]
    return "\n\n".join(parts)


def listing(rules: Iterable[Rule], language: str) -> str:
    """Return a line for each code, in columns: its number, severity, name and message."""
    severities = SEVERITIES[language]
    rows = [(rule.code.value, severities[rule.severity], rule.name, rule.message[language]) for rule in rules]
    widths = [max(map(len, column), default=0) for column in zip(*(row[:-1] for row in rows), strict=True)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) + "\n"
        for row in rows
    )


def _titled(rule: Rule, language: str) -> Iterator[tuple[str, Block]]:
    for title, blocks in ((_EXAMPLE, rule.examples), (_MENDED, rule.fixes)):
        for block in blocks:
            yield say(language, title), block
